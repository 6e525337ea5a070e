"""I01: a number that is masked (X亿元, **%, 第X)."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading


def find(reading: Reading) -> Iterator[Hit]:
    """Find every masked quantity."""
    text = reading.prose.text
    for quantity in reading.quantities:
        if quantity.numeral.shape == "masked":
            words = text[quantity.start : quantity.end]
            yield Hit(quantity.start, quantity.end, f"数值被遮盖：“{words}”")


RULE = Rule(
    code="I01",
    name="masked-number",
    title="数值被遮盖",
    category="masked",
    severity="error",
    what="该写数值的地方写着占位符（X亿元、**%、第X位、××家、□□人、____万元），每处单独报告。",
    why="数值没有填上的文稿不能发布；也无法与其他数字核对。策略允许遮盖时（allow-masks）降为提示。",
    silent="X光、5G、乘号、R&D等本来的写法；Markdown 的粗体符号；后面没有单位也没有“第”的占位符（名称见 I02）。",
    bad=(
        Example("青川市全年完成固定资产投资X亿元，增长6.2%。", "X亿元"),
        Example("云溪县城镇化率达到**%，高于全市平均。", "**%"),
        Example("临江区外贸出口总量位列全市第X，创近年新高。", "X"),
    ),
    good=(
        "青川市全年完成固定资产投资310亿元，增长6.2%。",
        "云溪县城镇化率达到61.2%，高于全市平均。",
    ),
    near=("中心医院新添X光机2台，开通5G基站300个，研发（R&D）投入占比2.1%。",),
    find=find,
)
