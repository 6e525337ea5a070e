"""Lists that share, guesses with a mark inside, years in short, and words that only look like units."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from numbers_of import numbers, only, spans


def printed(text: str) -> list[tuple[str, list[Decimal | Fraction], str | None]]:
    return [
        (text[slice(*q.span)], list(q.numeral.values), q.unit.name if q.unit else None)
        for q in numbers(text)
        if q.role == "claim"
    ]


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("分别提高2.7和3.9个百分点", ["2.7", "3.9"], "百分点"),
        ("分别提高12.5个、8.3个和6个百分点", ["12.5", "8.3", "6"], "百分点"),
        ("分别产粮1.4、2.6万吨", ["14000", "26000"], "吨"),
        ("有6、7万人参加", ["60000", "70000"], "人"),
        ("分别投资980、1.2万元", ["980", "12000"], "元"),
    ],
)
def test_a_list_shares_unit_and_scale(text: str, values: list[str], unit: str) -> None:
    found = printed(text)
    assert [value for _, (value,), _ in found] == [Decimal(value) for value in values]
    assert {name for _, _, name in found} == {unit}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("节约用电二、三百亿度", 200 * 10**8, 300 * 10**8),
        ("高出五、六倍", 5, 6),
        ("需要三、四个月", 3, 4),
        ("大约四、五十人", 40, 50),
    ],
)
def test_neighbouring_digits_with_a_mark_are_a_guess(text: str, low: int, high: int) -> None:
    quantity = only(text)
    assert quantity.numeral.vague
    assert quantity.numeral.values == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text", ["三、四季度", "三、四月份", "第三、四名", "一、二期工程", "二、三产业", "三、四年级"]
)
def test_other_lists_of_two_stay_lists(text: str) -> None:
    assert not any(quantity.numeral.vague for quantity in numbers(f"青川市{text}"))


@pytest.mark.parametrize(
    "text", ["92年5月", "08年", "比96年", "九七年", "从53年到57年", "98年底", "2016至17年度"]
)
def test_years_in_short_are_dates(text: str) -> None:
    assert {quantity.role for quantity in numbers(f"云溪县{text}增产")} == {"date"}


@pytest.mark.parametrize(
    "text", ["70年来", "走过60年历程", "连续15年增长", "历时12年", "用了30年时间", "比50年前"]
)
def test_stretches_of_years_are_no_dates(text: str) -> None:
    assert all(quantity.role != "date" for quantity in numbers(text))


def test_a_share_does_not_reach_into_a_year() -> None:
    text = "比重由一九五〇年的百分之二十点五到一九五三年上升为百分之三十"
    assert [values for _, values, _ in printed(text)] == [[Decimal("20.5")], [Decimal(30)]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("完成土方5200公方", "5200", "公方"),
        ("周转量达六亿吨海里", "600000000", "吨海里"),
        ("六十匹马力的拖拉机", "60", "马力"),
        ("雨量八百公厘", "800", "毫米"),
        ("折合50万日币", "500000", "日元"),
        ("约一百五十镑", "150", "英镑"),
        ("售出24伙", "24", "伙"),
        ("USD300万", "3000000", "美元"),
        ("RMB2.5亿", "250000000", "元"),
        ("共6金", "6", "枚"),
        ("现年41。", "41", "岁"),
        ("迟到约十分钟", "10", "分钟"),
        ("帮扶65万监测对象", "650000", "人"),
        ("贫困人口减少120万", "1200000", "人"),
        ("带动30多万农户", "300000", "户"),
        ("网民规模达到8.5亿", "850000000", "人"),
        ("满足6万户家庭用电", "60000", "户"),
        ("排名从61位", "61", "名"),
        ("连续9发成功", "9", "发"),
        ("一些二十出头的小伙子", "20", "岁"),
        ("3亿5千多万元", "350000000", "元"),
    ],
)
def test_units_of_older_and_other_documents(text: str, value: str, unit: str) -> None:
    quantity = only(text)
    assert quantity.numeral.values == (Decimal(value),)
    assert quantity.unit is not None
    assert quantity.unit.name == unit


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("支持率超半数支持", ["超半数"]),
        ("减少一半以上", ["一半以上"]),
        ("占三分之二强", ["三分之二"]),
        ("由3.5亿大增至6亿元", ["3.5亿", "6亿元"]),
        ("增加一亿开支", ["一亿"]),
        ("损失十分之九", ["十分之九"]),
        ("连续4年每年递增6%", ["4年", "6%"]),
        ("男女之比达到一百零八比一百", ["一百零八比一百"]),
        ("如图2所示增长5%", ["5%"]),
        ("位于东经108度36分", []),
        ("7天期逆回购", []),
        ("iPhone 15系列", []),
        ("2026款上市", []),
        ("位于纽约37街", []),
        ("PM_2.5浓度", []),
        ("武警五支队", []),
        ("危机四伏", []),
        ("2019区选", []),
        ("数以万计", []),
        ("四面八方", []),
        ("另一半人", []),
    ],
)
def test_what_is_a_claim_and_where_it_ends(text: str, claims: list[str]) -> None:
    assert spans(text) == claims


def test_steps_are_counted_and_bound_nothing() -> None:
    (quantity,) = [
        q for q in numbers("经济总量连续跨越3个千亿元台阶") if q.role == "claim" and q.numeral.arabic
    ]
    assert quantity.bound == "="


def test_two_years_with_a_stroke_are_no_fraction() -> None:
    assert {quantity.role for quantity in numbers("1996/1997年度")} == {"date"}
