"""I02: a name that is masked (LL市, **县, @@镇); one finding for each placeholder."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.masking.placeholders import kinds_of, placeholders
from extract import Reading


def find(reading: Reading) -> Iterator[Hit]:
    """Find each distinct placeholder with all its places."""
    text = reading.prose.text
    masked = [
        (quantity.start, quantity.end)
        for quantity in reading.quantities
        if quantity.numeral.shape == "masked"
    ]
    for words, spans in placeholders(text, masked):
        kinds = kinds_of(text, spans)
        several = f"，后面接着{'、'.join(kinds[:6])}，不会是同一个名称" if len(kinds) > 1 else ""
        (start, end), *others = spans
        yield Hit(start, end, f"名称被“{words}”遮盖，共{len(spans)}处{several}", "", "", tuple(others))


RULE = Rule(
    code="I02",
    name="masked-name",
    title="名称被遮盖",
    category="masked",
    severity="warning",
    what="该写名称的地方反复写着占位符（LL、**、@@、××、□□、某某、X市），同一占位符只报一处，其余位置列为相关。",
    why="隐名的范文不能当成品发布；同一占位符代表几个不同的地方时，相关数字无从核对。",
    silent="R&D、WTO、IP、5G、AAA级、X光等本来的写法；只有一次的两个大写字母；粗体符号；遮盖的数值（见 I01）。",
    bad=(
        Example("我们要建设幸福LL。LL市的区位优势明显，LL力度前所未有。", "LL"),
        Example("@@镇获评样板镇，@@企业的专利最多。", "@@"),
        Example("××公司落户青川市，××公司明年投产。", "××"),
    ),
    good=("我们要建设幸福青川。青川市的区位优势明显。", "云溪镇获评样板镇，青川重工的专利最多。"),
    near=(
        "全市R&D经费占比2.4%，AAA级景区新增3家，WTO规则培训2期，DeepSeek等AI应用加快落地。",
        "**青川市：开局良好**\n各项指标平稳。\n二○○八年以来，改革不断深化。",
    ),
    find=find,
)
