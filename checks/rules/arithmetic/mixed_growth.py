"""Growth of a total among the growths of the parts that make it: 投资100亿元，增长10%，其中甲60亿元，增长15%；乙40亿元，增长3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks.rules.arithmetic.formulas import Formula, added
from checks.rules.arithmetic.operands import Operand, forgiving, operand, operands
from checks.rules.arithmetic.paces import Pace, paces
from checks.rules.arithmetic.parts import Whole, totals, wholes
from checks.rules.arithmetic.sketch import Sketch
from checks.rules.arithmetic.trial import Trial
from extract.interval import Interval

_SPARE = Fraction(1, 20)


def mixed_growths(sketch: Sketch) -> Iterator[Trial]:
    """Trials of the growth of a total against the growths of its parts.

    What a total was is the sum of what its parts were, at whatever prices and on whatever basis, so that its growth lies
    among theirs. Only parts that make their total are tried.

    Yields:
        A trial for each total whose parts all carry a growth of one base.
    """
    known = {pace.level.number: pace for pace in paces(sketch)}
    for whole in (*wholes(sketch), *totals(sketch)):
        own = known.get(whole.whole.number)
        found = [known[part.number] for part in whole.parts if part.number in known]
        if own is None or len(found) < 2 or len(found) < len(whole.parts) or not _make_it(whole):
            continue
        if len({pace.bases for pace in (own, *found) if pace.bases}) > 1:
            continue
        trial = _trial(sketch, own, found)
        if trial is not None:
            yield trial


def _make_it(whole: Whole) -> bool:
    given = operands(whole.whole, *whole.parts)
    if given is None or any(one.bound != "=" for one in (whole.whole, *whole.parts)):
        return False
    return forgiving(given[0]).meets(added([one.interval for one in given[1:]]) or Interval(None, None))


def _trial(sketch: Sketch, own: Pace, parts: Sequence[Pace]) -> Trial | None:
    stated = operand(own.growth, own.down)
    found = [operand(pace.growth, pace.down) for pace in parts]
    given: tuple[Operand, ...] = tuple(one for one in found if one is not None)
    if stated is None or len(given) < len(parts):
        return None
    words = "、".join(("-" if pace.down else "") + sketch.quote(pace.growth) for pace in parts)
    return Trial(
        "bounded",
        stated,
        given,
        Formula(spanned),
        f"各部分增速 {words} 的范围",
        f"总体增速“{{stated}}”不在各部分增速（{words}）的范围内",
        worst="warning",
        strength="weak",
    )


def spanned(intervals: Sequence[Interval]) -> Interval | None:
    """From the lowest to the highest of some growths, with what rounding twice may cost."""
    lows = [interval.low for interval in intervals if interval.low is not None]
    highs = [interval.high for interval in intervals if interval.high is not None]
    if len(lows) != len(intervals) or len(highs) != len(intervals):
        return None
    return Interval(min(lows) - _SPARE, max(highs) + _SPARE)
