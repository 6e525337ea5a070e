"""Bound words: what they say, where they only end or begin another word, and the interval they mean."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbers_of import numbers, only, spans

from extract.bounds import meant_interval
from extract.interval import Interval


@pytest.mark.parametrize(
    ("text", "span", "bound"),
    [
        ("完成投资320亿元以上", "320亿元以上", ">="),
        ("不少于18次", "不少于18次", ">="),
        ("至少5家", "至少5家", ">="),
        ("新增超3000家", "超3000家", ">"),
        ("占比超过70%", "超过70%", ">"),
        ("营收突破2万元", "2万元", ">"),
        ("逾60名", "逾60名", ">"),
        ("引进80多家", "80多家", ">"),
        ("引进三十余名", "三十余名", ">"),
        ("投入20多亿元", "20多亿元", ">"),
        ("历时3个多月", "3个多月", ">"),
        ("举办100+场", "100+场", ">"),
        ("上百家", "上百家", ">"),
        ("过万人", "过万人", ">"),
        ("控制在5%以内", "5%以内", "<="),
        ("不超过12天", "不超过12天", "<="),
        ("6岁以下", "6岁以下", "<="),
        ("不足4成", "不足4成", "<"),
        ("不到两亩", "不到两亩", "<"),
        ("高出近9个百分点", "近9个百分点", "~"),
        ("约4.2万户", "约4.2万户", "~"),
        ("增长6%左右", "6%左右", "~"),
        ("名列前20", "前20", "<="),
        ("跻身前三名", "前三名", "<="),
        ("近 X亿元", "近 X亿元", "~"),
        ("站上800亿元台阶", "800亿元", ">="),
    ],
)
def test_bound_and_span(text: str, span: str, bound: str) -> None:
    quantity = only(text)
    assert text[slice(*quantity.span)] == span
    assert quantity.bound == bound
    assert quantity.bound_word


@pytest.mark.parametrize(
    "text",
    [
        "新签约6亿元",
        "违约3起",
        "节约4亿元",
        "附近2公里",
        "反超5家",
        "经过3次",
        "4家多式联运企业",
        "6起来自外地",
        "7件不到位",
        "比甲县的3家多2家",
        "余姚5家",
    ],
)
def test_words_that_only_hold_a_bound_word(text: str) -> None:
    assert {quantity.bound for quantity in numbers(text)} == {"="}


def test_two_bounds_belong_to_two_numbers() -> None:
    text = "引进亿元以上项目160个以上，其中20亿元以上9个"
    assert [(text[slice(*q.span)], q.bound) for q in numbers(text)] == [
        ("亿元以上", ">="),
        ("160个以上", ">="),
        ("20亿元以上", ">="),
        ("9个", "="),
    ]


def test_a_bound_holds_for_the_whole_list() -> None:
    assert [q.bound for q in numbers("连续跨越3万亿元、4万亿元、5万亿元")] == [">", ">", ">"]
    assert [q.bound for q in numbers("分别超过6万元、3.2万元")] == [">", ">"]
    assert [q.bound for q in numbers("分别为6万元、3.2万元")] == ["=", "="]


@pytest.mark.parametrize(
    ("text", "low", "high", "low_open", "high_open"),
    [
        ("386亿元", 38_550_000_000, 38_650_000_000, False, False),
        ("12.50万元", 124_950, 125_050, False, False),
        ("5.3%", Fraction("5.25"), Fraction("5.35"), False, False),
        ("3亿元以上", 300_000_000, None, False, False),
        ("超3亿元", 300_000_000, None, True, False),
        ("5%以内", None, 5, False, False),
        ("不足40家", None, 40, False, True),
        ("近15个百分点", Fraction("13.5"), 15, False, False),
        ("30多家", 30, 40, False, True),
        ("1.2万余人", 12_000, 13_000, False, True),
        ("约200家", 180, 220, False, False),
        ("6%左右", Fraction("5.4"), Fraction("6.6"), False, False),
        ("约3家", Fraction("2.5"), Fraction("3.5"), False, False),
        ("1.5-2个百分点", Fraction("1.5"), 2, False, False),
        ("几十家", 20, 99, False, False),
        ("位居第6位", 6, 6, False, False),
        ("下降4分/千瓦时", Fraction("0.035"), Fraction("0.045"), False, False),
        ("三分之一", Fraction(1, 3), Fraction(1, 3), False, False),
        ("为-3%", Fraction("-3.5"), Fraction("-2.5"), False, False),
        ("为近-10%", -10, -9, False, False),
    ],
)
def test_the_interval_that_is_meant(
    text: str, low: Fraction | int | None, high: Fraction | int | None, low_open: bool, high_open: bool
) -> None:
    assert only(text).interval() == Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high), low_open, high_open
    )


@pytest.mark.parametrize("text", ["X亿元", "7.2:41.5:51.3"])
def test_masks_and_ratios_have_no_interval(text: str) -> None:
    with pytest.raises(ValueError, match="no interval"):
        meant_interval(only(text))


@given(
    st.sampled_from(["", "近", "约", "超", "不足", "至少", "不超过"]),
    st.integers(1, 99_999),
    st.integers(0, 3),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "家", "%", "个百分点"]),
    st.sampled_from(["", "以上", "左右", "以内"]),
)
def test_the_printed_value_is_in_or_at_the_edge_of_its_interval(
    before: str, digits: int, places: int, scale: str, unit: str, after: str
) -> None:
    text = f"为{before}{digits / 10**places:.{places}f}{scale}{unit}{after}"
    quantity = only(text)
    assert quantity.unit is not None
    value = Fraction(quantity.numeral.values[0]) * quantity.unit.factor
    interval = quantity.interval()
    assert interval.low is None or interval.low <= value
    assert interval.high is None or value <= interval.high
    assert spans(text)
