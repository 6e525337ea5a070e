"""E05: public money printed in 元 where 万元 or 亿元 is meant: 完成投资35.2元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_AMOUNT = late(
    r"(?P<what>生产总值|财政总?收入|预算收入|预算支出|财政支出|税收收入|固定资产投资|工业投资|总投资额?|完成投资|到位资金|总产值|增加值|零售总额|进出口总额|公积金支出|工资福利支出|项目支出|基本支出|决算|预算数)"
    r"(?:同比增加|比上年增加)?(?:完成|达到?|实现|为|约|共计?|超过?|突破){0,2}"
    r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,4})?)元(?!/|每|一)"
)
_EACH = late("人均|户均|亩均|每|均|单位|单价|日|万元$")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield public amounts of less than ten thousand yuan."""
    text = reading.prose.text
    for match in _AMOUNT.finditer(text):
        clause = re.split("[，。；、\n]", text[max(0, match.start() - 16) : match.start()])[-1]
        if _EACH.search(clause):
            continue
        number = match["number"]
        if Decimal(number) >= 10_000:
            continue
        yield Hit(
            match.start("number"),
            match.end(),
            f"{match['what']}只有{number}元，疑缺“万”或“亿”",
            "这类公共资金通常以万元、亿元计",
        )


RULE = Rule(
    code="E05",
    name="yuan-for-ten-thousands",
    title="金额疑缺“万”“亿”",
    category="units",
    severity="warning",
    what="生产总值、财政收支、投资、总产值等公共资金的数额不到一万元，单位只写“元”。",
    why="决算公开中常见把万元写成元（表中3.58万元，文中3.58元）。",
    silent="人均、户均、每亩等单位数额；一万元以上的数。",
    bad=(
        Example("1—10月，全县完成投资35.2元，增长8%。", "35.2元"),
        Example("2024年住房公积金支出3.58元，与上年持平。", "3.58元"),
    ),
    good=(
        "1—10月，全县完成投资35.2亿元，增长8%。",
        "2024年住房公积金支出3.58万元，与上年持平。",
    ),
    near=("人均财政支出8600元，每平方公里固定资产投资5000元。",),
    find=find,
)
