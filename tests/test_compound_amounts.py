"""Amounts in two units: one number, exact, in the unit that holds it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbers_of import numbers, only


@pytest.mark.parametrize(
    ("text", "value", "resolution", "unit"),
    [
        ("历时3小时20分", "200", "1", "分钟"),
        ("全程一小时零五分钟", "65", "1", "分钟"),
        ("成绩4分18秒", "258", "1", "秒"),
        ("用时2小时8分30秒", "7710", "1", "秒"),
        ("每份2公斤3两", "2.15", "0.05", "公斤"),
        ("重七斤四两", "7.4", "0.1", "斤"),
        ("载重2吨300公斤", "2.3", "0.001", "吨"),
        ("全长4公里250米", "4.25", "0.001", "公里"),
        ("长6尺2寸", "6.2", "0.1", "尺"),
        ("宽2米35厘米", "2.35", "0.01", "米"),
        ("身高1米68。", "1.68", "0.01", "米"),
        ("水位高一米八", "1.8", "0.1", "米"),
        ("分得3亩4分地", "3.4", "0.1", "亩"),
        ("每斤三角八分", "0.38", "0.01", "元"),
        ("每张六块五毛", "6.5", "0.1", "元"),
        ("每斤两块五", "2.5", "0.1", "元"),
        ("票价4美元50美分", "4.5", "0.01", "美元"),
        ("邮费三美元又五美分", "3.05", "0.01", "美元"),
        ("单价8元零4分", "8.04", "0.01", "元"),
    ],
)
def test_the_smaller_unit_is_a_part_of_the_amount(text: str, value: str, resolution: str, unit: str) -> None:
    quantity = only(text)
    assert quantity.unit is not None
    assert (quantity.unit.name, quantity.unit.factor) == (unit, Fraction(1))
    assert quantity.numeral.values == (Decimal(value),)
    assert quantity.numeral.resolutions == (Decimal(resolution),)
    assert text[quantity.numeral.start : quantity.end] in text
    assert quantity.end == quantity.numeral.end


@pytest.mark.parametrize(
    "text",
    [
        "3小时80分",
        "2公里3000米",
        "1.5小时20分",
        "高3米5层",
        "宽3米15根",
        "5斤12两",
        "12元3人",
        "近3亩4分之一",
        "三块五块",
    ],
)
def test_what_is_no_part_stays_apart(text: str) -> None:
    assert all(q.numeral.end - q.numeral.start <= 4 for q in numbers(text))
    assert len(numbers(text)) >= 1
    assert numbers(text)[0].end < len(text)


def test_minutes_of_the_time_of_day_last_no_time() -> None:
    assert [q.role for q in numbers("今天零时17分开工")] == ["date", "date"]


@given(st.integers(0, 999), st.integers(1, 59))
def test_hours_and_minutes_add_up(hours: int, minutes: int) -> None:
    quantity = only(f"历时{hours}小时{minutes}分钟")
    assert quantity.numeral.values == (Decimal(hours * 60 + minutes),)


@given(st.integers(0, 10**9), st.integers(1, 9), st.integers(1, 9))
def test_jiao_and_fen_add_up(yuan: int, jiao: int, fen: int) -> None:
    quantity = only(f"共{yuan}元{jiao}角{fen}分")
    assert quantity.numeral.values == (yuan + Decimal(jiao) / 10 + Decimal(fen) / 100,)
    assert quantity.numeral.resolutions == (Decimal("0.01"),)
