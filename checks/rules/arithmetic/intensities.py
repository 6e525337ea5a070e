"""Amounts per area and per ten thousand yuan, with the two totals that make them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks.rules.arithmetic.formulas import quotient_times
from checks.rules.arithmetic.operands import operands
from checks.rules.arithmetic.sizes import conversion
from checks.rules.arithmetic.sketch import LEVEL, Sketch
from checks.rules.arithmetic.trial import Trial
from extract.claim import Claim
from extract.late import late

_PER_OUTPUT = late(
    rf"(?:万元|单位)(?P<of>(?:地区|国内)?生产总值|GDP|工业增加值|规上工业增加值|产值)(?P<what>(?:综合)?能耗|能源消耗|用?水[量耗]?|用水|电耗|用电量?)(?:为|达到?|是|约|降至|降到|下降到)?(?P<per>{LEVEL})"
)
_PER_AREA = late(
    rf"(?:每平方公里|人口密度(?:为|达到?|是|约)?)(?:土地)?(?:的?人口)?(?:为|达到?|是|有|约|平均)?(?P<per>{LEVEL})(?P<behind>(?:人)?/(?:平方公里|平方千米))?"
)
_PER_HOUSE = late(
    rf"平均每个?(?:家庭)?户(?:家庭)?的?(?:家庭)?(?:常住)?人口(?:数|规模)?(?:为|达到?|是|约)?(?P<per>{LEVEL})"
)
_OUTPUT = late(r"生产总值|GDP|增加值|产值")
_ENERGY = late(r"能耗|能源|耗能|标准?煤")
_USED = {"水": late(r"用水|水量|耗水"), "电": late(r"用电|电量|耗电")}
_PEOPLE = late(r"人口")
_AREA = late(r"面积")
_HOUSES = late(r"户")
_MEAN = late(r"[每均率]|单位")
_REACH = 6
_YEARLY = Fraction(2, 100)
"""Output at the prices of a base year and the mean population of a year miss the printed totals by a little."""


def intensities(sketch: Sketch) -> Iterator[Trial]:
    """The intensities of a document whose two totals stand in the same sentence."""
    for match in _PER_OUTPUT.finditer(sketch.text):
        used = _USED.get(next((sign for sign in _USED if sign in match.group("what")), ""), _ENERGY)
        yield from _trials(sketch, match, used, _OUTPUT, "元", Fraction(10**4))
    for match in _PER_AREA.finditer(sketch.text):
        yield from _trials(sketch, match, _PEOPLE, _AREA, "平方公里", Fraction(1))
    for match in _PER_HOUSE.finditer(sketch.text):
        yield from _trials(sketch, match, _PEOPLE, _HOUSES, "户", Fraction(1))


def _trials(
    sketch: Sketch,
    match: re.Match[str],
    above: re.Pattern[str],
    below: re.Pattern[str],
    unit: str,
    times: Fraction,
) -> Iterator[Trial]:
    place = sketch.index(match.start("per"))
    if place < 0:
        return
    per, line = sketch.claims[place], sketch.line_at(match.start())
    measured = per.unit.partition("/")[0]
    tops: list[Claim] = []
    bottoms: list[Claim] = []
    for other in range(max(line.first, place - _REACH), min(line.last, place + _REACH)):
        claim = sketch.claims[other]
        if other == place or claim.kind not in ("level", "other") or claim.value is None:
            continue
        words = sketch.lead(other) + sketch.text[sketch.letters[other] + 1 : sketch.letters[other] + 12]
        if _MEAN.search(sketch.lead(other)[-8:]):
            continue
        if claim.unit == unit and below.search(words):
            bottoms.append(claim)
        elif conversion(claim.unit, measured) is not None and above.search(words):
            tops.append(claim)
    if len(tops) != 1 or len(bottoms) != 1 or per.value is None or per.status != tops[0].status:
        return
    factor = conversion(tops[0].unit, measured)
    found = operands(per, tops[0], bottoms[0])
    if factor is None or found is None:
        return
    one, other_ = sketch.quote(tops[0]), sketch.quote(bottoms[0])
    yield Trial(
        "per_capita",
        found[0],
        found[1:],
        quotient_times(factor * times, _YEARLY),
        f"{one}÷{other_}",
        f"“{one}”除以“{other_}”为{{computed}}，文中为“{{stated}}”",
        worst="warning",
    )
