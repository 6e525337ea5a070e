"""A28: one value printed in two units is not the same value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.operands import operands
from checks.rules.arithmetic.sketch import LEVEL, Sketch, sketch_of
from checks.rules.arithmetic.trial import Formula, Trial, judge
from extract import Reading
from extract.interval import Interval

_TWICE = re.compile(
    rf"(?P<one>{LEVEL})(?:（(?:约合?|合计?|折合|折|即|相当于|等于|也就是)?(?P<inside>{LEVEL})）|，?(?:即|折合|约合|合|相当于|也就是)(?:约|为)?(?P<after>{LEVEL})(?=[，。；、）]))"
)
# In square metres, metres and kilograms: statutory units, GB 3100-93; the mu is 10000/15 square metres.
_SIZES: dict[str, tuple[str, Fraction]] = {
    "平方米": ("area", Fraction(1)),
    "亩": ("area", Fraction(10000, 15)),
    "公顷": ("area", Fraction(10000)),
    "平方公里": ("area", Fraction(1_000_000)),
    "顷": ("area", Fraction(1_000_000, 15)),
    "米": ("length", Fraction(1)),
    "公里": ("length", Fraction(1000)),
    "里": ("length", Fraction(500)),
    "厘米": ("length", Fraction(1, 100)),
    "毫米": ("length", Fraction(1, 1000)),
    "公斤": ("mass", Fraction(1)),
    "斤": ("mass", Fraction(1, 2)),
    "吨": ("mass", Fraction(1000)),
    "克": ("mass", Fraction(1, 1000)),
    "两": ("mass", Fraction(1, 20)),
    "元": ("money", Fraction(1)),
    "小时": ("time", Fraction(60)),
    "分钟": ("time", Fraction(1)),
}


def relate(reading: Reading) -> Iterator[Relation]:
    """The values of a document that are printed twice side by side."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for match in _TWICE.finditer(sketch.text):
        claims = sketch.named(match, "inside" if match.group("inside") else "after", "one")
        if claims is None:
            continue
        second, first = claims
        sizes = _SIZES.get(second.unit), _SIZES.get(first.unit)
        if sizes[0] is None or sizes[1] is None or sizes[0][0] != sizes[1][0]:
            continue
        plain = match.group("inside") and match.end("one") + 1 == match.start("inside")
        if second.unit == first.unit and (plain or "即" not in match.group()):
            continue
        found = operands(second, first)
        if found is None:
            continue
        factor = sizes[1][1] / sizes[0][1]
        yield Trial(
            "conversion",
            found[0],
            found[1:],
            _converted(factor),
            f"{sketch.quote(first)}换算",
            f"“{sketch.quote(first)}”换算后为{{computed}}，文中为“{{stated}}”",
        )


def _converted(factor: Fraction) -> Formula:
    def formula(intervals: Sequence[Interval]) -> Interval:
        return intervals[0].scaled(factor)

    return formula


RULE = Rule(
    code="A28",
    name="conversion-mismatch",
    title="同一数值换算单位后不符",
    category="arithmetic",
    severity="error",
    what="括号里或“折合”“即”之后用另一单位重写的数，按法定换算（1平方公里=1500亩=100公顷，1吨=2000斤）核对。",
    why="两种单位写的是同一个量，换算后必须一致。",
    silent="括号里写的是另一件事（其中、新增）、币种之间的折算（汇率未写明）时不判。",
    bad=(
        Example("园区新增用地20平方公里（3000亩）。", "3000亩"),
        Example("全县建成高标准农田12万亩，折合0.8万公顷，另有水田1.5万亩（约100公顷）。", "约100公顷"),
    ),
    good=(
        "园区新增用地20平方公里（3万亩）。",
        "全年粮食总产量25万吨（5亿斤）。",
    ),
    near=("园区新增用地20平方公里（其中工业用地3000亩）。",),
    relate=relate,
)
