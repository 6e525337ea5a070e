"""A20: 分别 deals out more or fewer values than there are subjects."""

from __future__ import annotations

from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.arity import Distribution, distributions
from checks.rules.arithmetic.sketch import Sketch, member, sketch_of
from extract import Reading


def relate(reading: Reading) -> Iterator[Relation]:
    """The distributions of a document."""
    sketch = sketch_of(reading)
    for one in distributions(sketch):
        yield _counted(sketch, one)


def _counted(sketch: Sketch, one: Distribution) -> Relation:
    holds = len(one.values) in one.counts
    number = "或".join(map(str, sorted(one.counts)))
    quotes = "、".join(sketch.quote(value) for value in one.values)
    outcome = "成立" if holds else "不成立"
    equation = f"“{one.subject}”{number}项，对{quotes}共{len(one.values)}个数：{outcome}"
    subjects = tuple(map(member, one.listed)) or (sketch.words(one.start, one.end),)
    names = (sketch.words(*span) for span in one.names)
    members = (*map(member, one.values), *subjects, *names)
    if holds:
        return Relation("arity", "weak", "holds", equation, members)
    return Relation(
        "arity",
        "weak",
        "broken",
        equation,
        members,
        severity="error" if one.sure else "warning",
        message=f"“分别”前有{number}项，后面却有{len(one.values)}个数（{quotes}）",
    )


RULE = Rule(
    code="A20",
    name="arity-mismatch",
    title="“分别”前后项数不等",
    category="arithmetic",
    severity="error",
    what="“甲、乙、丙分别为x、y、z”前面的项数与后面的数目应当相等。",
    why="少一个数或多一个数，读者无法知道哪个数属于哪一项。",
    silent="前面的各项用“等”收尾、“和”可能在名称之内、后面每个数自带名称（分别为甲市x、乙市y）时按可能的项数放宽。",
    bad=(
        Example("起数、死亡人数、受伤人数分别下降20%和15%。", "20%"),
        Example("水务局和林业局预算为25亿元及12亿元，分别比上年增加9.4%、5.7%及4.1%。", "9.4%"),
        Example("云溪县、临江区、青川市投资分别完成12亿元、15亿元、18亿元、21亿元。", "12亿元"),
    ),
    good=(
        "起数、死亡人数分别下降20%和15%。",
        "城镇和农村居民人均可支配收入分别增长4.6%、5.7%。",
        "水务局和林业局预算为25亿元及12亿元，分别比上年增加9.4%及5.7%。",
    ),
    near=("全市三个县分别为云溪县12亿元、临江县15亿元、青川县18亿元。",),
    relate=relate,
)
