"""A06: a growth is not what two printed levels make it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import growth_between
from checks.rules.arithmetic.growth import gravest
from checks.rules.arithmetic.growths import Grown, growths
from checks.rules.arithmetic.operands import operand_or_mask, operands_or_masks
from checks.rules.arithmetic.sketch import Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, unweighed
from checks.rules.arithmetic.wording import way
from extract import Reading


def relate(reading: Reading) -> Iterator[Relation]:
    """The growths of a document that two printed levels determine."""
    sketch = sketch_of(reading)
    return judge(sketch, (_trial(sketch, one) for one in growths(sketch)))


def _trial(sketch: Sketch, one: Grown) -> Trial | Relation:
    growth, new, old, start = one.growth, one.new, one.old, one.start
    line = sketch.line_at(start)
    begin = max(sketch.text.rfind("；", line.start, start) + 1, line.start)
    stop = sketch.text.find("；", start, line.end)
    # 环比 of two levels that are printed is the growth from the one to the other, whatever their seasons.
    sentence = sketch.text[begin : stop if stop > 0 else line.end].replace("环比", "")
    severity, reason = gravest((new, old), one.subject, sentence)
    left = f"{sketch.quote(new)}÷{sketch.quote(old)}×100-100"
    found = operands_or_masks(new, old)
    stated = operand_or_mask(growth, way(one.verb) == "down")
    if severity is None or found is None or stated is None:
        return unweighed("growth", (growth, new, old), left, reason or "数值被遮盖")
    return Trial(
        "growth",
        stated,
        found,
        growth_between,
        left,
        f"由“{sketch.quote(old)}”到“{sketch.quote(new)}”应变化{{computed}}，文中为“{{stated}}”",
        worst=severity,
    )


RULE = Rule(
    code="A06",
    name="growth-levels-mismatch",
    title="增长率与前后水平不符",
    category="arithmetic",
    severity="error",
    what="句中写明前后两个水平时（由B增至A、比上年的B增长、较去年的B增加D、增幅G），或前一句先写增长率时，用它们推算增长率并与所写的比较。",
    why="名义指标、存量和实物量的增长率由两个水平决定；区间不相交说明三个数中至少一个有误。",
    silent="生产总值、增加值等按不变价格计算的增速，规上、限上、投资等可比口径增速，以及句中有可比口径、扣除、折合、环比等用语时不推算。",
    bad=(
        Example("青川市一般公共预算收入由50亿元增至60亿元，增长25%。", "25%"),
        Example("全县登记市场主体从4.0万户增加到5.0万户，增长35.0%。", "35.0%"),
    ),
    good=(
        "青川市一般公共预算收入由50亿元增至60亿元，增长20%。",
        "全县登记市场主体从4.0万户增加到5.0万户，增长25.0%。",
    ),
    near=("青川市生产总值由500亿元增至521亿元，按可比价格计算增长6.2%。",),
    relate=relate,
)
