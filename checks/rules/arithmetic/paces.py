"""Levels with the growth that is told of them: 用户120万户，增长5%; 预算增加7.1%至250.6亿元."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.growth import gated
from checks.rules.arithmetic.growths import growths
from checks.rules.arithmetic.sketch import Sketch, once
from checks.rules.arithmetic.wording import bases, way
from extract.claim import Claim
from extract.late import late

_BEHIND = late(
    r"[^，。；]{0,8}[，、（]?(?:[比较][^，。；]{0,12}?)?(?:同比|环比)?(?:又|再|大幅|名义|实际)?(?:增长|增加|上升|提高|上涨|下降|减少|回落|降低|增|降|涨|跌)(?:了|达|为)?"
)
_AHEAD = late(r"，?(?:增|升|减|降)?(?:至|到|达到?)(?:约|近)?")
_MEAN = late(r"年均|平均|累计|分别")


@dataclass(frozen=True, slots=True)
class Pace:
    """A level and its growth.

    Attributes:
        level: The level.
        growth: The growth in percent.
        down: Whether it is a decrease.
        bases: What it is measured from, as far as the words say.
    """

    level: Claim
    growth: Claim
    down: bool
    bases: frozenset[str]


def _paces(sketch: Sketch) -> Iterator[Pace]:
    claims = sketch.claims
    earlier = {change.old.number for change in changes(sketch)}
    for place in range(len(claims) - 1):
        one, other = claims[place], claims[place + 1]
        if (one.kind == "growth") == (other.kind == "growth") or one.masked or other.masked:
            continue
        level, growth = (other, one) if one.kind == "growth" else (one, other)
        if level.number in earlier or growth.unit != "%" or growth.interval is None or not _a_level(level):
            continue
        lead = sketch.lead(place + 1)
        pattern, words = (_AHEAD, sketch.lead(place)) if level is other else (_BEHIND, lead)
        if pattern.fullmatch(lead) is None or _MEAN.search(words) or gated(words):
            continue
        yield Pace(level, growth, way(words[-8:]) == "down", bases(words))
    for found in growths(sketch):
        yield Pace(found.new, found.growth, way(found.verb) == "down", frozenset())


def _a_level(claim: Claim) -> bool:
    unit = claim.quantity.unit
    return (
        claim.kind in ("level", "other")
        and claim.value is not None
        and claim.value > 0
        and unit is not None
        and unit.dimension not in ("share", "multiple", "points", "rank", "time")
    )


@once
def paces(sketch: Sketch) -> tuple[Pace, ...]:
    """The levels of a document with their growths, each pair once, in order of the level."""
    found = {(pace.level.number, pace.growth.number): pace for pace in _paces(sketch)}
    return tuple(found[key] for key in sorted(found))
