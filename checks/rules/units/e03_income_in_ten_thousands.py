"""E03: a person's income printed in 万元 where 元 is meant: 人均可支配收入45113万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_INCOME = late(
    r"(?:人均|户均|平均每人)(?P<what>可支配收入|纯收入|消费支出|生活消费支出|消费性支出|养老金|工资|年收入|月收入|收入|支出|补助|医疗费用)"
    r"(?:水平|标准)?(?:分别|预计|已经?|均|全年)?(?:增加到|提高到|增长到|达到?|为|突破|超过?|约|近|至){0,2}"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,4})?|[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<scale>万|亿|万亿)元"
)
_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_CEILING = 3_000_000
"""Yuan a year and person; thirty times the income of the richest province of 2024."""


def find(reading: Reading) -> Iterator[Hit]:
    """Yield incomes of a person that no place has."""
    for match in _INCOME.finditer(reading.prose.text):
        number = Decimal(match["number"].replace(",", ""))
        if number * _SCALES[match["scale"]] >= _CEILING:
            printed = match["number"]
            yield Hit(
                match.start("number"),
                match.end(),
                f"人均{match['what']}{printed}{match['scale']}元，“{match['scale']}”疑为多余",
                f"{number * _SCALES[match['scale']]:,.0f}元，远高于任何地方的水平",
                f"{printed}元",
            )


RULE = Rule(
    code="E03",
    name="income-in-ten-thousands",
    title="人均金额误用万元",
    category="units",
    severity="warning",
    what="人均可支配收入、人均消费支出等以“万元”“亿元”写出，数值却达三百万元以上。",
    why="个人层面的金额以元计；多一个“万”字就大了一万倍。",
    silent="“4.5万元”这样合理的数；人均产值、人均生产总值等不限。",
    bad=(
        Example("青川市城镇居民人均可支配收入45113万元，增长5.1%。", "45113万元"),
        Example("农村居民人均消费支出达到18,260万元。", "18,260万元"),
    ),
    good=(
        "青川市城镇居民人均可支配收入45113元，增长5.1%。",
        "农村居民人均消费支出达到1.826万元。",
    ),
    near=("该县居民人均可支配收入4.5万元，企业人均营业收入320万元。",),
    find=find,
)
