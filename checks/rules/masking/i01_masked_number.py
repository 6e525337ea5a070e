"""I01: a number that is masked (X亿元, **%, 第X)."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.masking.partial import partial_masks
from extract import Reading


def find(reading: Reading) -> Iterator[Hit]:
    """Find every masked quantity, and the numbers of which some digits are masked."""
    text = reading.prose.text
    masked = [
        (quantity.start, quantity.end)
        for quantity in reading.quantities
        if quantity.numeral.shape == "masked"
    ]
    for start, end in masked:
        yield Hit(start, end, f"数值被遮盖：“{text[start:end]}”")
    told = {at for start, end in masked for at in range(start, end)}
    for start, end in partial_masks(text):
        if told.isdisjoint(range(start, end)):
            yield Hit(start, end, f"数值的一部分被遮盖：“{text[start:end]}”")


RULE = Rule(
    code="I01",
    name="masked-number",
    title="数值被遮盖",
    category="masked",
    severity="error",
    what="该写数值的地方写着占位符（X亿元、**%、第X位、××家、□□人、____万元），包括只遮盖几位的（1X.5%、*.2亿元），每处单独报告。",
    why="数值没有填上的文稿不能发布；也无法与其他数字核对。策略允许遮盖时（allow-masks）降为提示。",
    silent="X光、5G、乘号、R&D等本来的写法；Markdown 的粗体符号；后面没有单位也没有“第”的占位符（名称见 I02）。",
    bad=(
        Example("青川市全年完成固定资产投资X亿元，增长6.2%。", "X亿元"),
        Example("云溪县城镇化率达到**%，高于全市平均。", "**%"),
        Example("青川市工业增加值增长*.2%，城镇化率达到6□.4%。", "*.2%"),
        Example("临江区外贸出口总量位列全市第X，创近年新高。", "X"),
    ),
    good=(
        "青川市全年完成固定资产投资310亿元，增长6.2%。",
        "云溪县城镇化率达到61.2%，高于全市平均。",
    ),
    near=(
        "云溪电厂建成2×66万千瓦机组，窗口实行7×24小时服务，购置3X5米展板8块，**12%**的商户升级。",
        "中心医院新添X光机2台，开通5G基站300个，研发（R&D）投入占比2.1%。",
    ),
    find=find,
)
