"""D17: a range whose first number lacks its unit so that two readings are possible: 500—2万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_SCALED = late(
    r"(?P<dash>[-—~～－至]{1,2})(?P<high>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<scale>万|亿|千|百万|千万)(?P<unit>元|人|户|吨|亩|平方米|千瓦|美元|家|次)"
)
_LOW = late(r"(?<![0-9.,])(?P<low>[0-9]{1,6}(?:\.[0-9]{1,4})?)$")
_SCALES = {"千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}


def find(reading: Reading) -> Iterator[Hit]:
    """Yield ranges that run backwards when the scale is shared, so the first number must have lost its own unit."""
    text = reading.prose.text
    for match in _SCALED.finditer(text):
        head = _LOW.search(text, max(0, match.start() - 12), match.start())
        if head is None:
            continue
        low, high = Decimal(head["low"]), Decimal(match["high"])
        if high < low < high * _SCALES[match["scale"]]:
            unit = match["unit"]
            yield Hit(
                head.start(),
                match.end(),
                "范围的前一个数没有写单位，有两种读法",
                f"可读作{head['low']}{unit}，也可读作{head['low']}{match['scale']}{unit}",
                f"{head['low']}{unit}{match['dash']}{match['high']}{match['scale']}{unit}",
            )


RULE = Rule(
    code="D17",
    name="range-unit",
    title="范围的前一个数缺单位",
    category="wording",
    severity="info",
    what="“500—2万元”：前一个数不带万、亿，与后一个数合用就成了大数在前。",
    why="GB/T 15835—2011：省略前一个数的单位或数位不得引起歧义。",
    silent="“9～16亿元”“15～30%”等通行而不会误解的省略。",
    bad=(
        Example("对受灾农户给予500—2万元补助。", "500—2万元"),
        Example("单个项目奖励8000~1.5万元，先到先得。", "8000~1.5万元"),
    ),
    good=(
        "对受灾农户给予500元—2万元补助。",
        "单个项目奖励0.8万元~1.5万元，先到先得。",
    ),
    near=("2025年新增贷款9~16亿元，户均补助3-5万元。",),
    find=find,
)
