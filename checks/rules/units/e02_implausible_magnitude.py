"""E02: a value outside every plausible order of magnitude, as a slip between 万 and 亿 leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.claim import Claim
from extract.indicators import canonical

Band = tuple[Fraction, Fraction]


def _band(low: float, high: float) -> Band:
    return Fraction(low), Fraction(high)


# Thirty times below the least and above the greatest value of a county, a province or the nation in the communiqués of
# 1980 to 2024, so that no real place falls outside.
_BANDS: dict[tuple[str, str], Band] = {
    ("生产总值", "元"): _band(10**8, 4 * 10**15),
    ("一般公共预算收入", "元"): _band(10**6, 7 * 10**14),
    ("一般公共预算支出", "元"): _band(10**6, 9 * 10**14),
    ("社会消费品零售总额", "元"): _band(10**7, 10**15),
    ("固定资产投资", "元"): _band(10**7, 2 * 10**15),
    ("城镇新增就业", "人"): _band(20, 4 * 10**8),
    ("粮食产量", "吨"): _band(50, 2 * 10**10),
    ("常住人口", "人"): _band(100, 4 * 10**10),
    ("户籍人口", "人"): _band(100, 4 * 10**10),
    ("总人口", "人"): _band(100, 4 * 10**11),
    ("人均生产总值", "元"): _band(50, 2 * 10**7),
    ("人均预期寿命", "岁"): _band(20, 100),
    ("高速公路里程", "公里"): _band(1, 6 * 10**6),
    ("森林覆盖率", "%"): _band(0, 100),
}
_LARGEST_OF: dict[tuple[str, str], dict[str, Fraction]] = {
    ("生产总值", "元"): {"县": Fraction(2 * 10**13), "市": Fraction(10**14), "省": Fraction(5 * 10**14)},
    ("一般公共预算收入", "元"): {"县": Fraction(2 * 10**12), "市": Fraction(3 * 10**13)},
    ("粮食产量", "吨"): {"县": Fraction(10**8), "市": Fraction(10**9), "省": Fraction(2 * 10**9)},
    ("常住人口", "人"): {"县": Fraction(10**8), "市": Fraction(10**9), "省": Fraction(4 * 10**9)},
}
_SMALL_PLACES = ("镇", "乡", "村", "街道", "社区", "园区", "开发区", "新区")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield values that no place of the country can have."""
    text = reading.prose.text
    for claim in reading.claims:
        if claim.kind != "level" or claim.value is None:
            continue
        name = _name(claim)
        key = (name, claim.unit)
        band = _BANDS.get(key)
        if band is None or (claim.region or "").endswith(_SMALL_PLACES):
            continue
        low, high = band
        high = min(high, _LARGEST_OF.get(key, {}).get((claim.region or "")[-1:], high))
        if low <= claim.value <= high or _bare_money(text, claim.quantity.start, claim.quantity.end):
            continue
        words = text[claim.quantity.start : claim.quantity.end]
        yield Hit(
            claim.quantity.start,
            claim.quantity.end,
            f"{name}{words}，数量级不合常理",
            "小于任何一个县的水平" if claim.value < low else "大于同级任何一个地方的水平",
            "核对“万”“亿”和小数点",
        )


def _name(claim: Claim) -> str:
    """The canonical name, also where the region stands in front of the indicator."""
    if claim.indicator_key is not None or not claim.indicator or not claim.region:
        return claim.indicator_key or ""
    return canonical(claim.indicator.removeprefix(claim.region).removeprefix("实现"))[0] or ""


def _bare_money(text: str, start: int, end: int) -> bool:
    """Amounts without 万 or 亿 are the business of E05."""
    words = text[start:end]
    return words.endswith("元") and not set("百千万亿") & set(words)


RULE = Rule(
    code="E02",
    name="implausible-magnitude",
    title="数量级不合常理",
    category="units",
    severity="warning",
    what="生产总值、财政收入、人口、粮食产量等指标的数值，落在全国各地1980年以来最小值的三十分之一到最大值的三十倍之外。",
    why="“万”与“亿”写错，数值差一万倍，而读者往往看不出来。",
    silent="乡镇、村、园区的数；没有写明指标的数；界限之内的任何数。",
    bad=(
        Example("2024年，云溪县地区生产总值521万元，增长6%。", "521万元"),
        Example("全市粮食产量达到86000亿吨，再获丰收。", "86000亿吨"),
    ),
    good=(
        "2024年，云溪县实现地区生产总值521亿元，增长6%。",
        "全市粮食产量达到86万吨，再获丰收。",
    ),
    near=("2024年，青石镇实现地区生产总值9800万元，粮食产量860吨。",),
    find=find,
)
