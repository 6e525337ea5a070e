"""Things counted from a threshold on: 5亿元以上项目26个, 亿元以上项目180个."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checks.rules.arithmetic.sketch import LETTERS, LEVEL, THRESHOLD, Sketch, once
from extract.claim import Claim
from extract.late import late

_COUNTED = late(
    rf"(?:(?P<threshold>[{THRESHOLD}{LEVEL}])|(?P<words>[十百千]?[万亿]元)(?:及?以上|级))的?"
    rf"(?P<noun>[^{LETTERS}。；，、\n\f]{{0,14}}?)(?:共|达|达到|仅|只有|有|约|近|超过|新增)?(?P<count>{LEVEL})(?P<behind>[^{LETTERS}。；，、\n\f]{{0,8}})"
)
_COUNT_FIRST = late(
    rf"(?P<count>{LEVEL})(?P<threshold>{THRESHOLD})的?(?P<noun>[^{LETTERS}。；，、\n\f]{{0,10}}?(?:项目|企业|工程))"
)
_ALL_ABOVE = late(
    rf"(?P<noun>项目)(?P<count>{LEVEL})，(?:单个项目|单体|每个项目)?(?:计划|协议)?(?:总?投资(?:额)?)?(?:均|都|全部)(?:在|为|是|达|超过)?(?P<threshold>[{THRESHOLD}{LEVEL}])"
)
_WORTH = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_MONEY = "money"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of things, each worth at least a threshold.

    Attributes:
        threshold: The claim that names the threshold, ``None`` where it has no numeral (亿元以上).
        least: The threshold in canonical units.
        unit: Its unit.
        noun: What is counted.
        count: How many there are.
        start: Offset in the sketch.
        end: Offset after it.
        words: Offsets of a threshold without numeral.
    """

    threshold: Claim | None
    least: Fraction
    unit: str
    noun: str
    count: Claim
    start: int
    end: int
    words: tuple[int, int] | None


def _found(sketch: Sketch) -> Iterator[Counted]:
    for match in (*_ALL_ABOVE.finditer(sketch.text), *_COUNT_FIRST.finditer(sketch.text)):
        named = sketch.named(match, "count", "threshold")
        if (
            named is not None
            and named[1].bound in (">=", ">")
            and named[1].value is not None
            and named[1].unit == "元"
        ):
            count, least = named
            yield Counted(
                least, named[1].value, "元", match.group("noun"), count, match.start(), match.end(), None
            )
    for match in _COUNTED.finditer(sketch.text):
        place = sketch.index(match.start("count"))
        if place < 0:
            continue
        count = sketch.claims[place]
        dimension = count.quantity.unit.dimension if count.quantity.unit is not None else ""
        if dimension not in ("count", "people") or count.kind not in ("level", "other"):
            continue
        noun = match.group("noun")
        if match.group("words"):
            span = match.span("words")
            yield Counted(
                None, _worth(match.group("words")), "元", noun, count, match.start(), match.end(), span
            )
            continue
        named = sketch.named(match, "threshold")
        if named is None:
            continue
        threshold = named[0]
        money = threshold.quantity.unit is not None and threshold.quantity.unit.dimension == _MONEY
        if threshold.bound in (">=", ">") and threshold.value is not None and money:
            yield Counted(
                threshold, threshold.value, threshold.unit, noun, count, match.start(), match.end(), None
            )


def _worth(words: str) -> Fraction:
    worth = Fraction(1)
    for character in words[:-1]:
        worth *= _WORTH[character]
    return worth


@once
def counted(sketch: Sketch) -> tuple[Counted, ...]:
    """The things of a document that are counted from a threshold in money on."""
    return tuple(sorted(_found(sketch), key=lambda one: one.start))


def steeper(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of counts in one sentence: things from a threshold on, and those of the same sort from a higher one on."""
    previous: Counted | None = None
    for one in counted(sketch):
        if (
            previous is not None
            and sketch.line_at(previous.start) == sketch.line_at(one.start)
            and one.least > previous.least
            and one.count.unit == previous.count.unit
            and one.noun[-2:] == previous.noun[-2:] != ""
            and "新" not in sketch.text[previous.end : one.start]
            and "，其中" not in sketch.text[previous.end : one.start]
        ):
            yield previous.count, one.count
        previous = one
