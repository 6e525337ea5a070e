"""E13: an approximate number with more digits than an approximation can have: 约3.14159亿元."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_PRECISE = late(
    r"(?:(?<![签预节合契])约|大约|大概|将近|(?<=[，。；、为达有计])近)(?P<number>[0-9]{1,6}\.[0-9]{3,6})(?=[万亿%元吨亩公千平户人])"
)
_BEHIND = late(r"(?P<number>[0-9]{1,6}\.[0-9]{3,6})(?:[万亿]?(?:元|吨|亩|人|户|公里|%)|[万亿])(?:左右|上下)")
_CUE = late(r"\.[0-9]{3}")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield approximations with three decimals or more."""
    text = reading.prose.text
    if _CUE.search(text) is None:
        return
    for pattern in (_PRECISE, _BEHIND):
        for match in pattern.finditer(text):
            yield Hit(
                match.start(),
                match.end(),
                "约数精确到小数点后三位以上",
                f"既说大约，又写到{match['number']}，精确得没有意义",
                "去掉表示约数的词，或少写几位",
            )


RULE = Rule(
    code="E13",
    name="false-precision",
    title="约数过于精确",
    category="units",
    severity="info",
    what="“约”“近”“左右”修饰的数，小数点后有三位或更多。",
    why="约数的位数应与它的把握相称；过多的位数多半是换算后忘了取舍。",
    silent="没有约数词的精确数。",
    bad=(
        Example("项目总投资约3.1416亿元，工期两年。", "约3.1416"),
        Example("年产值12.3457亿元左右，带动就业300人。", "12.3457亿元左右"),
    ),
    good=(
        "项目总投资约3.14亿元，工期两年。",
        "年产值12.3亿元左右，带动就业300人。",
    ),
    near=("签约1.2345亿元，人民币汇率为7.1056，实际投资3.1416亿元。",),
    find=find,
)
