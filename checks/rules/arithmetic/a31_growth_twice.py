"""A31: one level is told twice, each time with another growth."""

from __future__ import annotations

from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.operands import PERCENT_SCALE, Operand, forgiving, operand
from checks.rules.arithmetic.paces import Pace, paces
from checks.rules.arithmetic.sketch import Sketch, member, sketch_of
from extract import Reading
from extract.interval import Interval

_EXACT = 2
"""Digits from which about-words cannot mean a round number."""
_REACH = 5
_TELLING = 4
"""Digits from which a value that stands twice is surely the same thing told again, not another one of equal size."""


def relate(reading: Reading) -> Iterator[Relation]:
    """The levels of a document that are told more than once with a growth."""
    sketch = sketch_of(reading)
    known: dict[tuple[str, object], Pace] = {}
    for pace in paces(sketch):
        digits = pace.level.numeral.replace(".", "").replace(",", "").strip("0")
        if len(digits) < _TELLING or pace.level.bound != "=":
            continue
        before = known.setdefault((pace.level.unit, pace.level.value), pace)
        if before.level.sentence != pace.level.sentence and _one_base(before, pace):
            relation = _compared(sketch, before, pace)
            if relation is not None:
                yield relation


def _one_base(one: Pace, other: Pace) -> bool:
    return one.bases == other.bases or not one.bases or not other.bases


def _compared(sketch: Sketch, before: Pace, pace: Pace) -> Relation | None:
    one, other = operand(before.growth, before.down), operand(pace.growth, pace.down)
    if one is None or other is None or before.growth.number == pace.growth.number:
        return None
    first, second = _closely(one), _closely(other)
    holds = first.meets(second)
    words = [sketch.quote(claim) for claim in (pace.level, before.growth, pace.growth)]
    equation = (
        f"{words[0]}：{words[1]} {shown(first, PERCENT_SCALE)}、{words[2]} {shown(second, PERCENT_SCALE)}，"
        f"应有共同的值：{'成立' if holds else '不成立'}"
    )
    members = tuple(map(member, (pace.growth, before.growth, pace.level, before.level)))
    if holds:
        return Relation("mention", "weak", "holds", equation, members)
    return Relation(
        "mention",
        "weak",
        "broken",
        equation,
        members,
        severity="warning",
        message=f"“{words[0]}”前文变化“{words[1]}”，此处变化“{words[2]}”",
    )


def _closely(one: Operand) -> Interval:
    """What a growth may be: 近7.7% with its decimal is said of a value near in the last digits, not of 7%."""
    claim = one.claim
    if claim is None or claim.bound != "~" or claim.value is None or not claim.resolution:
        return forgiving(one)
    if len(one.numeral().replace(".", "").strip("0")) < _EXACT:
        return forgiving(one)
    reach = claim.resolution * _REACH
    near = Interval(claim.value - reach, claim.value + reach)
    return -near if one.negative else near


RULE = Rule(
    code="A31",
    name="growth-told-twice",
    title="同一水平前后所写的增速不一",
    category="conflict",
    severity="warning",
    what="同一个水平数（四位以上有效数字相同）在文中两处都写了增速时，两个增速应相容。",
    why="水平相同、基期相同，增速只有一个。",
    silent="基期不同（同比与比年初）、有口径用语、有效数字不足四位时不判。",
    bad=(
        Example("青川台经费增加7.1%至250.6万元。\n青川台经费250.6万元，比上年增长7.7%。", "7.7%"),
        Example(
            "全县用电量31.46亿千瓦时，增长6.8%。其中第二产业用电增长较快。全县用电量31.46亿千瓦时，同比增长8.6%。",
            "8.6%",
        ),
    ),
    good=(
        "青川台经费增加7.7%至250.6万元。\n青川台经费250.6万元，比上年增长7.7%。",
        "全县用电量31.46亿千瓦时，增长6.8%。其中第二产业用电增长较快。全县用电量31.46亿千瓦时，同比增长近7%。",
    ),
    near=("全县存款余额314.6亿元，比年初增长6.8%。城乡居民储蓄增加。全县存款余额314.6亿元，同比增长8.6%。",),
    relate=relate,
)
