"""Numbers told again in round: 逾9万户 in the headline, 9.2万户 in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from checks.rules.arithmetic.sketch import Sketch
from extract.claim import Claim
from extract.late import late
from extract.script import fold

_MOST_DIGITS = 3
_COMMON = frozenset(
    {"同比增", "比增长", "比上年", "比去年", "较上年", "较去年", "的比例", "受访者", "增长了"}
)
_ABOVE = Fraction(5, 4)
_LEAST_TIMES, _MOST_TIMES = 0.8, 1.3
_NEVER = ("rank", "ratio", "threshold")
_NEAR = Fraction(9, 10)
_AROUND = 14
_END = late(r"[。\n]")
_MOST = 60


def rounded(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of an exact number and a round one that is said of the same thing elsewhere.

    The round one has at most three digits before its zeros, the exact one lies where a writer would round it so, and what
    stands around both shares three neighbouring characters.

    Yields:
        The exact claim, then the round one.
    """
    exact: dict[str, list[tuple[float, int, Claim]]] = defaultdict(list)
    loose: list[Claim] = []
    for claim in sketch.claims:
        if claim.value is None or claim.value <= 0 or claim.kind in _NEVER or claim.unit == "岁":
            continue
        digits = claim.numeral.replace(".", "").replace(",", "").strip("0")
        if claim.bound == "=" and len(digits) > 1:
            exact[claim.unit].append((float(claim.value), claim.number, claim))
        elif claim.bound in (">", "<", "~") and len(digits) <= _MOST_DIGITS:
            loose.append(claim)
    for values in exact.values():
        values.sort()
    for claim in loose[:_MOST]:
        value, values = float(claim.value or 0), exact.get(claim.unit, [])
        first = bisect_left(values, (value * _LEAST_TIMES,))
        words: frozenset[str] | None = None
        for other_value, _, other in values[first : first + _MOST]:
            if other_value > value * _MOST_TIMES:
                break
            if not _rounds(claim, other):
                continue
            words = words or _runs(sketch, claim)
            if not words.isdisjoint(_runs(sketch, other)):
                yield other, claim
                break


def _rounds(loose: Claim, exact: Claim) -> bool:
    """Whether a writer would call the exact value so: 逾9万 of 9.2万, 近13万 of 12.7万."""
    if loose.value is None or exact.value is None or loose.kind != exact.kind:
        return False
    if (loose.direction or "up") != (exact.direction or "up"):
        return False
    step = loose.resolution or Fraction(0)
    while step and loose.value % (step * 10) == 0:
        step *= 10
    if loose.bound == ">":
        return loose.value < exact.value < min(loose.value + step, loose.value * _ABOVE)
    if loose.bound == "<":
        return max(loose.value * _NEAR, loose.value - step) <= exact.value < loose.value
    return loose.value - step <= exact.value <= loose.value + step / 2


def _runs(sketch: Sketch, claim: Claim) -> frozenset[str]:
    around = sketch.prose[max(0, claim.start - _AROUND) : claim.start]
    around = _END.split(around)[-1]
    around += "。" + _END.split(sketch.prose[claim.end : claim.end + 6], maxsplit=1)[0]
    around += "。" + fold(claim.indicator or "")
    runs = (around[place : place + 3] for place in range(len(around) - 2))
    return frozenset(
        run for run in runs if all("一" <= letter <= "龥" for letter in run) and run not in _COMMON
    )
