"""The bound words on both sides of a number: 近400余家, 最多50人以上, 约300人左右."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from extract import Reading
from extract.bounds import bound_after, bound_before
from extract.late import late
from extract.quantity import Quantity

Side = Literal["floor", "ceiling", "near", "about", "over"]

_NEAR = frozenset({"近", "将近", "接近", "临近", "逼近"})
_ABOUT = frozenset({"左右", "上下", "前后"})
_OVER = frozenset({"多", "余", "来", "有余", "出头", "开外"})
_INNER = late("[0-9十百千万亿](?P<word>[多余])(?![种样少层方])")
_SIDES: dict[str, Side] = {">=": "floor", ">": "floor", "<=": "ceiling", "<": "ceiling", "~": "about"}
PLAIN = frozenset({"至少", "最少", "起码", "不少于", "不低于", "至多", "最多", "不超过", "不多于", "不高于"})
"""Words that never compare with a class of things (超过500人以上企业), so a noun may follow the number."""
_NOT_BOUNDS = frozenset({"起", "+", "强", "许", "来"})
_END = frozenset("，。；、！？：,;)）”》 \n")


class Bounded(NamedTuple):
    """A number with a bound word in front of it and another one in or behind it.

    Attributes:
        quantity: The number.
        start: Offset of the first bound word.
        end: Offset after the last one.
        before: The word in front.
        before_side: What it says.
        after: The word in or behind the number.
        after_side: What it says.
        closes: Whether the clause ends behind the last word, so that it cannot belong to a noun (500人以上企业).
    """

    quantity: Quantity
    start: int
    end: int
    before: str
    before_side: Side
    after: str
    after_side: Side
    closes: bool


def doubly_bounded(reading: Reading) -> Iterator[Bounded]:
    """Yield the numbers that have bound words on both sides."""
    text = reading.prose.text
    for quantity in reading.quantities:
        if quantity.bound == "=":
            continue
        start, end = quantity.start, quantity.end
        before = bound_before(text, start, False)
        if before is None:
            continue
        inner = _INNER.search(text, start, min(end + 1, quantity.numeral.end + 2))
        outer = bound_after(text, end)
        if outer is not None and outer.word not in _NOT_BOUNDS:
            after, last = outer.word, outer.end
        elif inner is not None:
            after, last = inner["word"], max(end, inner.end())
        else:
            continue
        closes = last >= len(text) or text[last] in _END
        if after == "多" and last > end and not closes and quantity.unit is not None:
            continue  # 近20部多类型影片
        yield Bounded(
            quantity,
            before.start,
            last,
            before.word,
            "near" if before.word in _NEAR else _SIDES[before.bound],
            after,
            _side_after(after),
            closes,
        )


def _side_after(word: str) -> Side:
    if word in _ABOUT:
        return "about"
    if word in _OVER:
        return "over"
    return "floor" if word.endswith(("上", "外")) else "ceiling"
