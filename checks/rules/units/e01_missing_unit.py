"""E01: an amount of money without its unit: 完成投资35.2，增长8%."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_BARE = late(
    r"(?P<noun>投资额?|收入|产值|总值|总额|销售额|成交额|支出|增加值|利润|税收|余额)"
    r"(?:达到?|完成|实现|突破|超过?|为|约|近)?(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,4})?|[0-9]{2,8}(?:\.[0-9]{1,4})?|[0-9]\.[0-9]{1,4})"
    r"(?=[，。；、！]|$)(?!，[0-9]{3}[，,元])"
)
_YEAR = late("(?:19|20)[0-9]{2}")
_DECLARED = late(r"单位[:：]|(?:计量|计价)单位")
_FREE = late("指数|比例|比率|排名|排位|位列|得分|评分|占比|倍|序号|编号|第$")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield amounts that end without 元 in a document that declares no unit for its tables."""
    text = reading.prose.text
    found = [
        match
        for match in _BARE.finditer(text)
        if not _YEAR.fullmatch(match["number"])
        and not _FREE.search(text, match.start() - 8, match.start("number"))
    ]
    if not found or _DECLARED.search(text):
        return
    paragraphs = reading.outline.paragraphs
    starts = [paragraph.start for paragraph in paragraphs]
    for match in found:
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and paragraphs[index].kind == "cell":
            continue
        yield Hit(
            match.start(),
            match.end(),
            f"“{match['noun']}”后面的{match['number']}没有单位",
            "金额后应写明元、万元或亿元",
        )


RULE = Rule(
    code="E01",
    name="missing-unit",
    title="金额缺单位",
    category="units",
    severity="warning",
    what="投资、收入、产值等金额名词后面的数字，后面直接是标点。",
    why="缺了单位的数无法采用：35.2可以是亿元，也可以是万元（GB/T 15835—2011：数值与单位应同时写出）。",
    silent="表格，以及文中已声明“单位：亿元”的文件；年份、指数、比例、得分。",
    bad=(
        Example("全县完成固定资产投资35.2，增长8%。", "投资35.2"),
        Example("前三季度实现税收12.86，其中增值税5.3亿元。", "税收12.86"),
    ),
    good=(
        "全县完成固定资产投资35.2亿元，增长8%。",
        "前三季度实现税收12.86亿元，其中增值税5.3亿元。",
    ),
    near=("居民收入比例为1.86，城乡差距缩小；单位生产总值指数为98.2，低于上年。",),
    find=find,
)
