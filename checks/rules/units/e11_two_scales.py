"""E11: 亿 and 万 in one number: 3亿4500万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.standard import before_the_standard
from extract import Reading
from extract.late import late

_TWO = late(r"亿零?(?P<small>[0-9]{1,4})(?:多|余)?万")
_LARGE = late(r"(?<![0-9.,])[0-9]{1,6}$")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield numbers with two scales."""
    text = reading.prose.text
    found = [
        (large, match)
        for match in _TWO.finditer(text)
        if (large := _LARGE.search(text, max(0, match.start() - 8), match.start())) is not None
    ]
    if not found or before_the_standard(reading):
        return
    for large, match in found:
        value = Decimal(large[0]) + Decimal(match["small"]) / 10_000
        yield Hit(
            large.start(),
            match.end(),
            "一个数里用了“亿”又用“万”",
            "四位以上的整数可用一个数位词，不用两个",
            f"{value.normalize():f}亿",
        )


RULE = Rule(
    code="E11",
    name="two-scales",
    title="亿、万并用",
    category="units",
    severity="info",
    what="阿拉伯数字后先写“亿”又写“万”。",
    why="GB/T 15835（1995、2011）：可以万、亿为单位，如3.45亿、34500万，不写3亿4500万。",
    silent="1996年以前的文件；全用汉字的数。",
    bad=(
        Example("该项目总投资3亿4500万元。", "3亿4500万"),
        Example("全年发送旅客1亿200万人次。", "1亿200万"),
    ),
    good=(
        "该项目总投资3.45亿元。",
        "全年发送旅客1.02亿人次。",
    ),
    near=("总投资三亿四千五百万元，其中超1亿、5000万元以上的项目各3个。",),
    find=find,
)
