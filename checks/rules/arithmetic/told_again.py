"""Changes told again away from the levels that make them: a headline of 增2.6亿 over 由1.47亿增至4.1亿."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.formulas import HUNDRED, Formula, minus
from checks.rules.arithmetic.growth import price_class
from checks.rules.arithmetic.operands import Operand, forgiving, operand
from checks.rules.arithmetic.paces import paces
from checks.rules.arithmetic.sketch import Sketch
from checks.rules.arithmetic.trial import Trial
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_GENERAL = frozenset(
    {
        "增加了",
        "比上年",
        "比去年",
        "较上年",
        "较去年",
        "居民人",
        "民人均",
        "人均可",
        "均可支",
        "可支配",
        "支配收",
        "配收入",
        "预算收",
        "一般公",
        "般公共",
        "公共预",
        "共预算",
        "同比增",
        "生产总",
        "产总值",
        "地区生",
        "规模以",
        "模以上",
    }
)
_SPAN = 14
_END = late(r"[。\n]")
_MOST = 400
_CROWD = 40
"""More changes in one unit than this cannot be told apart by a few characters, and pairing them all costs their square."""
_NARROW = 10
"""What is computed must be known to a tenth of itself; otherwise anything of its size would meet it."""


def told_again(sketch: Sketch) -> Iterator[Trial]:
    """Trials of changes in other sentences that share three characters in a row with the levels and meet their difference.

    One that does not meet it may be another change of the same thing, so that nothing follows from it.
    """
    told: dict[str, list[int]] = {}
    for place, claim in enumerate(sketch.claims):
        if claim.kind == "change" and claim.value and claim.unit not in ("%", "百分点", "名", "倍", ""):
            told.setdefault(claim.unit, []).append(place)
    if not told:
        return
    for change in changes(sketch)[:_MOST]:
        new, old = operand(change.new), operand(change.old)
        if new is None or old is None or change.new.kind != "level":
            continue
        yield from _told_again(sketch, told, (change.new, change.old), (new, old), minus, "-")
    for pace in paces(sketch)[:_MOST]:
        level, growth = operand(pace.level), operand(pace.growth, pace.down)
        own = pace.level.sentence == pace.growth.sentence
        if level is None or growth is None or not own or pace.level.bound != "=" or pace.growth.bound != "=":
            continue
        if price_class((pace.level,), pace.level.indicator or "") in ("real", "comparable"):
            continue
        yield from _told_again(
            sketch, told, (pace.level, pace.growth), (level, growth), Formula(_grown_by), "中增长"
        )


def _grown_by(intervals: Sequence[Interval]) -> Interval | None:
    """What a level has grown by when its growth is known: the level less what it was before."""
    before = intervals[0].over(intervals[1].scaled(1 / HUNDRED) + Interval.exactly(1))
    return None if before is None else intervals[0] - before


def _told_again(
    sketch: Sketch,
    told: dict[str, list[int]],
    claims: tuple[Claim, Claim],
    given: tuple[Operand, Operand],
    formula: Formula,
    sign: str,
) -> Iterator[Trial]:
    computed = formula([one.interval for one in given])
    if computed is None or computed.low is None or computed.high is None:
        return
    if (computed.high - computed.low) * _NARROW > abs(computed.high + computed.low) / 2:
        return
    candidates = told.get(claims[0].unit, [])
    if len(candidates) > _CROWD:
        return
    own = None
    for place in candidates:
        claim = sketch.claims[place]
        if claim.sentence == claims[0].sentence or claim.number in (claims[0].number, claims[1].number):
            continue
        own = own or _words(sketch, claims[0], claims[1])
        if own.isdisjoint(_words(sketch, claim)):
            continue
        stated = operand(claim, computed.high < 0)
        if stated is None or not forgiving(stated).meets(computed):
            continue  # another change of the same thing, as far as the words tell
        yield Trial(
            "difference",
            stated,
            given,
            formula,
            sign.join(map(sketch.quote, claims)),
            "应为{computed}，文中为“{stated}”",
            strength="weak",
            worst="warning",
        )


def _words(sketch: Sketch, *claims: Claim) -> frozenset[str]:
    """Runs of three characters around claims in their sentences, those that stand in every report left out."""
    found: set[str] = set()
    for claim in claims:
        around = sketch.prose[max(0, claim.start - 2 * _SPAN) : claim.start]
        around = _END.split(around)[-1]
        around += "。" + _END.split(sketch.prose[claim.end : claim.end + _SPAN], maxsplit=1)[0]
        found.update(around[at : at + 3] for at in range(len(around) - 2))
    return frozenset(run for run in found if run not in _GENERAL and all("一" <= one <= "龥" for one in run))
