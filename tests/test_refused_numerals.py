"""Kinds of numerals that other libraries read differently: each is refused on purpose (docs/refused-numerals.md)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from numbers_of import numbers, only

PAGE = Path(__file__).resolve().parents[1] / "docs" / "refused-numerals.md"


@pytest.mark.parametrize(
    ("text", "low", "high"), [("几十万人", 200_000, 999_999), ("数千家", 2_000, 9_999), ("二三十家", 20, 30)]
)
def test_an_unknown_first_digit_gives_no_single_value(text: str, low: int, high: int) -> None:
    numeral = only(text).numeral
    assert numeral.vague
    assert numeral.values == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("text", "value", "unit"), [("历时1.5小时", "1.5", "小时"), ("重四斤", "4", "斤")])
def test_a_value_keeps_the_unit_that_is_printed(text: str, value: str, unit: str) -> None:
    quantity = only(text)
    assert quantity.numeral.values == (Decimal(value),)
    assert quantity.unit is not None
    assert quantity.unit.name == unit


@pytest.mark.parametrize(
    ("text", "joined"), [("共12,34元", 1234), ("共45,678，901.5元", Decimal("45678901.5"))]
)
def test_broken_grouping_is_not_repaired(text: str, joined: Decimal | int) -> None:
    assert all(joined not in quantity.numeral.values for quantity in numbers(text))
    assert len(numbers(text)) > 1


def test_figures_with_several_points_are_no_amount() -> None:
    found = numbers("见1111.2222.3333。")
    assert all(quantity.unit is None for quantity in found)
    assert Decimal("1111.2222") not in {quantity.numeral.values[0] for quantity in found}


def test_a_torn_fraction_is_listed_and_explains_nothing() -> None:
    assert [quantity.role for quantity in numbers("还剩四分之。")] == ["unexplained"]
    assert only("以4分之差落败").unit is not None


def test_only_the_numeral_that_stands_alone_is_read_where_numerals_are_talked_about() -> None:
    assert [quantity.numeral.values for quantity in numbers("七的大写是柒")] == [(Decimal(7),)]


def test_any_number_may_stand_below_the_line() -> None:
    quantity = only("占八百分之三")
    assert quantity.numeral.values == (Fraction(3, 800),)
    assert quantity.unit is None


def test_an_amount_behind_a_discount_is_an_amount() -> None:
    assert only("折扣一欧元").numeral.values == (Decimal(1),)


def test_other_sorts_of_numbers_are_read_and_told_apart() -> None:
    assert [quantity.role for quantity in numbers("处五年以上徒刑，罚金二万元")] == ["period", "claim"]


def test_coins_out_of_use_are_no_part_of_an_amount() -> None:
    assert numbers("8日元3日本钱")[0].numeral.values == (Decimal(8),)


def test_the_digits_of_a_code_count_nothing() -> None:
    assert [quantity.role for quantity in numbers("订单号B2099010155667788")] == ["code"]


def test_the_page_names_every_kind() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for example in (
        "几十万人",
        "1.5小时",
        "12,34元",
        "1111.2222.3333",
        "四分之。",
        "七的大写",
        "八百分之三",
        "一欧元",
        "8日元3日本钱",
    ):
        assert example in page
