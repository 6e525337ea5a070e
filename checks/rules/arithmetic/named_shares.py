"""Shares that name their part and their whole, where the amounts of both stand before: 一产增加值占生产总值的比重为3.8%."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.sketch import LETTERS, NEXT, Sketch
from extract.claim import Claim
from extract.late import late

_STATED = r"(?:为|达到?|是|约|已|占到?|(?:提高|上升|提升|升|下降|回落|降)(?:至|到|为)){0,2}$"
_BOTH = late(
    rf"(?P<part>[^，。；、：\n\f{LETTERS}]{{2,20}}?)占(?P<whole>[^，。；、：\n\f{LETTERS}]{{2,20}}?)的?(?:比重|比例|份额)?{_STATED}"
)
_PART = late(rf"(?P<part>[^，。；、：\n\f{LETTERS}]{{2,20}}?)(?:所占)?的?(?:比重|占比){_STATED}")
_WHOLE = late(
    rf"^[^{LETTERS}。；]{{0,4}}，(?:约|已)?占(?P<whole>[^，。；、：\n\f{LETTERS}]{{2,20}}?)的?(?:比重|比例|份额)?{_STATED}"
)
_PLAIN = late(r"实现|完成|全年|达到?|累计|总计|的|^我国|^全市|^我市|^全县|^我县")
_SAME = {"GDP": "地区生产总值", "国内生产总值": "地区生产总值", "生产总值": "地区生产总值"}
_NAMELESS = frozenset({"预算数", "计划数", "决算数", "总投资", "总人数", "总户数"})
_KINDS = ("level", "other")
_REACH = 40
_BACK = 3


@dataclass(frozen=True, slots=True)
class NamedShare:
    """A share with the amounts that its words name.

    Attributes:
        part: The part.
        whole: The whole.
        share: The share in percent.
        close: Whether all stand in one sentence or in the one before it, so that they are surely of one time.
    """

    part: Claim
    whole: Claim
    share: Claim
    close: bool


def named_shares(sketch: Sketch) -> Iterator[NamedShare]:
    """The shares of a document whose words name an amount told before them."""
    book: dict[str, list[int]] = defaultdict(list)
    earlier = {change.old.number for change in changes(sketch)}
    whole_words, said_at = "", -1
    for place, claim in enumerate(sketch.claims):
        if claim.kind in _KINDS and claim.indicator and not claim.masked and claim.number not in earlier:
            book[_plain(claim.indicator)].append(place)
        if claim.unit != "%" or claim.kind in ("growth", "change") or claim.value is None:
            continue
        lead = sketch.lead(place)
        line = sketch.line_number(sketch.letters[place])
        both = _BOTH.search(lead)
        if both is not None:
            whole_words, said_at = both.group("whole"), line
        part = _PART.search(lead) if both is None and said_at == line else both
        if part is not None:
            yield from _found(sketch, book, place, part.group("part"), whole_words)
            continue
        alone = _WHOLE.match(lead)
        if alone is not None:
            yield from _behind(sketch, book, place, alone.group("whole"))


def _plain(words: str) -> str:
    bare = _PLAIN.sub("", words)
    return _SAME.get(bare, bare)


def _found(
    sketch: Sketch, book: dict[str, list[int]], place: int, part_words: str, whole_words: str
) -> Iterator[NamedShare]:
    part = _last(book, _plain(part_words), place)
    whole = _last(book, _plain(whole_words), place)
    if part < 0 or whole < 0 or part == whole or sketch.claims[part].unit != sketch.claims[whole].unit:
        return
    first = min(part, whole)
    between = sketch.text[sketch.letters[first] : sketch.letters[place]]
    if "\f" in between or between.count(NEXT) > _BACK:
        return
    close = between.count(NEXT) <= 1
    yield NamedShare(sketch.claims[part], sketch.claims[whole], sketch.claims[place], close)


def _behind(sketch: Sketch, book: dict[str, list[int]], place: int, words: str) -> Iterator[NamedShare]:
    """A share behind its part, of a whole that was told farther before: 进出口14万亿元，增长3%，占进出口总值的46%."""
    line = sketch.line_at(sketch.letters[place])
    part = place - 1
    while part >= line.first and sketch.claims[part].kind in ("growth", "change"):
        part -= 1
    if part < max(line.first, place - _BACK) or sketch.claims[part].kind not in _KINDS:
        return
    whole = _last(book, _plain(words), part)
    if whole < 0 or place - whole > _REACH:
        return
    one, other = sketch.claims[part], sketch.claims[whole]
    if one.unit != other.unit or not _one_time(one, other) or whole >= line.first:
        return
    yield NamedShare(one, other, sketch.claims[place], False)


def _last(book: dict[str, list[int]], name: str, before: int) -> int:
    """Place of the last amount with a name before a claim, -1 where there is none."""
    places = book.get(name, ()) if len(name) > 2 and name not in _NAMELESS else ()
    return next((place for place in reversed(places) if place < before), -1)


def _one_time(one: Claim, other: Claim) -> bool:
    first, second = one.period, other.period
    return (
        first is not None and second is not None and first.text == second.text and one.status == other.status
    )
