"""A18: a pull on growth is not the contribution times the growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import product_times
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.sketch import PERCENT, POINTS, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.late import late

_PULL = late(
    rf"贡献率(?:为|达到?|约)?(?P<share>{PERCENT})[，、]?(?P<between>{gap(20)}拉动{gap(16)})(?P<pull>{POINTS})"
)
_BACK = late(rf"拉动{gap(16)}(?P<pull>{POINTS})[，、]{gap(16)}贡献率(?:为|达到?|约)?(?P<share>{PERCENT})")
_ECONOMY = late(r"经济|生产总值|GDP")
_REACH = 6
_BEHIND = 4


def relate(reading: Reading) -> Iterator[Relation]:
    """The pulls of a document with the contribution and the growth that make them."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for pattern in (_PULL, _BACK):
        for match in pattern.finditer(sketch.text):
            named = sketch.named(match, "pull", "share")
            growth = _growth(sketch, sketch.index(match.start("share")), match.start())
            found = operands_or_masks(*named, growth) if named is not None and growth is not None else None
            if named is None or growth is None or found is None:
                continue
            stated, share, whole = found
            yield Trial(
                "points",
                stated,
                (share, whole),
                product_times(Fraction(1, 100)),
                f"{sketch.quote(named[1])}×{sketch.quote(growth)}",
                f"贡献率“{sketch.quote(named[1])}”乘以增速“{sketch.quote(growth)}”为{{computed}}，文中为“{{stated}}”",
                worst="warning",
            )


def _growth(sketch: Sketch, place: int, start: int) -> Claim | None:
    """The growth that the pull is a part of: the economy's, or the only one of its sentence, before it if there is one."""
    line = sketch.line_at(start)
    for places in (
        range(max(line.first, place - _REACH), place),
        range(place + 1, min(line.last, place + _BEHIND)),
    ):
        candidates = []
        for other in places:
            claim, lead = sketch.claims[other], sketch.lead(other)
            if claim.unit == "%" and claim.direction != "down" and re.search(r"增长(?:了)?$", lead):
                candidates.append((claim, bool(_ECONOMY.search(lead))))
        named = [claim for claim, economy in candidates if economy]
        if len(named) == 1:
            return named[0]
        if candidates:
            return candidates[0][0] if len(candidates) == 1 else None
    return None


RULE = Rule(
    code="A18",
    name="contribution-mismatch",
    title="贡献率与拉动百分点不符",
    category="arithmetic",
    severity="warning",
    what="总体增速、贡献率和拉动点数写在一起时，用贡献率乘以增速核对拉动点数。",
    why="拉动点数就是贡献率与总体增速之积（国家统计局指标解释）。",
    silent="总体增速未写明，或句中有几个增速无法确定所指时不判。",
    bad=(
        Example("全市经济增长5.0%，工业对经济增长的贡献率为40.0%，拉动经济增长3.0个百分点。", "3.0个百分点"),
        Example("全县生产总值增长6.2%，服务业贡献率达52.0%，拉动生产总值增长2.3个百分点。", "2.3个百分点"),
    ),
    good=(
        "全市经济增长5.0%，工业对经济增长的贡献率为40.0%，拉动经济增长2.0个百分点。",
        "全县生产总值增长6.2%，服务业贡献率达52.0%，拉动生产总值增长3.2个百分点。",
    ),
    near=("工业对经济增长的贡献率为40.0%，拉动经济增长3.0个百分点。",),
    relate=relate,
)
