"""Goals that are divided among branches: a total to be reached, and under it the same goal for each branch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import operands
from checks.rules.arithmetic.sketch import Sketch
from checks.rules.arithmetic.trial import Trial
from extract.claim import Claim
from extract.late import late

_LEAST_PARTS = 3
_MOST_PARTS = 12
_LOOSE = late(r"规模以上|规上|总|全市|全县|全省|全区|实现|达到?|力争|确保")


def goal_sums(sketch: Sketch) -> Iterator[Trial]:
    """Sums over a paragraph: the first goal is the total of those that follow with the same indicator and unit.

    Only sums that hold are given: nothing says that the branches are all there are.
    """
    runs: dict[tuple[int, str, str], list[Claim]] = {}
    for line in sketch.lines:
        for claim in sketch.claims[line.first : line.last]:
            if claim.status != "target" or claim.kind not in ("level", "threshold") or not claim.indicator:
                continue
            thing = _LOOSE.sub("", claim.indicator)
            if len(thing) >= 2:
                runs.setdefault((line.paragraph, claim.unit, thing), []).append(claim)
    for claims in runs.values():
        if _LEAST_PARTS < len(claims) <= _MOST_PARTS:
            trial = _whole_first(claims)
            if trial is not None:
                yield trial


def _whole_first(claims: Sequence[Claim]) -> Trial | None:
    found = operands(*claims)
    if found is None:
        return None
    total, parts = found[0], found[1:]
    lows = [part.interval.low for part in parts]
    if total.claim is None or total.claim.value is None or None in lows:
        return None
    values = [part.claim.value for part in parts if part.claim is not None and part.claim.value is not None]
    if len(values) != len(parts) or sum(values) != total.claim.value:
        return None
    left = "+".join(part.numeral() for part in parts)
    message = "各分项目标之和为{computed}，与总目标“{stated}”不符"
    return Trial("sum", total, parts, added, left, message, strength="strong")
