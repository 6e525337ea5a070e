"""A28: one value printed in two units is not the same value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import converted
from checks.rules.arithmetic.operands import operands_or_masks, scale_of
from checks.rules.arithmetic.repair import one_edit_apart
from checks.rules.arithmetic.sizes import conversion
from checks.rules.arithmetic.sketch import LEVEL, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.arithmetic.wording import first_group
from extract import Reading
from extract.claim import Claim
from extract.late import late

_TWICE = late(
    rf"(?P<one>{LEVEL})(?:（(?:约合?|合计?|折合|折|即|相当于|等于|也就是)?(?P<inside>{LEVEL})）|，?(?:即|折合|约合|合|折|相当于|也就是)(?:约|为|成)?(?P<after>{LEVEL})(?=[，。；、）])|，(?P<beside>{LEVEL})(?=[，。；、）]))"
)
_NAMES = ("inside", "after", "beside")


def relate(reading: Reading) -> Iterator[Relation]:
    """The values of a document that are printed twice side by side."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for match in _TWICE.finditer(sketch.text):
        name = first_group(match, *_NAMES)
        claims = sketch.named(match, name, "one")
        if claims is None:
            continue
        second, first = claims
        factor = conversion(first.unit, second.unit)
        if first.unit == second.unit == "元":
            factor = Fraction(1)
        found = operands_or_masks(second, first)
        if factor is None or found is None:
            continue
        if first.unit == second.unit and not _same_again(match, first, second):
            continue
        if name == "beside" and (
            first.unit == second.unit or not sketch.quote(second).startswith(("约", "合", "折"))
        ):
            continue
        yield Trial(
            "conversion",
            found[0],
            found[1:],
            converted(factor),
            f"{sketch.quote(first)}换算",
            f"“{sketch.quote(first)}”换算后为{{computed}}，文中为“{{stated}}”",
        )


def _same_again(match: re.Match[str], first: Claim, second: Claim) -> bool:
    """Whether one value is printed twice in two scales of one unit: 1.2万亿元（12000亿元）."""
    if "即" in match.group():
        return True
    if match.group("inside") is None or match.end("one") + 1 != match.start("inside"):
        return False
    digits = [claim.numeral.replace(",", "").replace(".", "").strip("0") for claim in (first, second)]
    alike = digits[0] == digits[1] or one_edit_apart(*digits)
    return alike and scale_of(first).suffix != scale_of(second).suffix


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
