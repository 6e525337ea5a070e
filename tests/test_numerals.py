"""Numerals: values, resolutions and shapes, exact and in every printed form."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbers_of import numbers, only

from extract.chinese_numerals import read_whole
from extract.joined_numerals import read_numeral
from extract.numerals import read_single
from extract.quantity import Numeral

DIGITS = "零一二三四五六七八九"


def numeral(text: str, start: int = 0) -> Numeral:
    found = read_numeral(text, start, len(text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "value", "resolution"),
    [
        ("3260家", "3260", "1"),
        ("1,234,567元", "1234567", "1"),
        ("12\u2009345人", "12345", "1"),
        ("1,234.5元", "1234.5", "0.1"),
        ("12.50万元", "125000", "100"),
        ("386亿元", "38600000000", "100000000"),
        ("1.5万亿元", "1500000000000", "100000000000"),
        ("1亿3000万元", "130000000", "10000"),
        ("3亿5千万元", "350000000", "10000000"),
        ("1万2千元", "12000", "1000"),
        ("3万4000元", "34000", "1"),
        ("5亿1万4千6百", "500014600", "100"),
        ("3.5万零5百元", "35500", "100"),
        ("1千零20", "1020", "1"),
        ("100万三千", "1003000", "1000"),
        ("5 万元", "50000", "10000"),
        ("10·64亿吨", "1064000000", "1000000"),
        ("一千二百三十四", "1234", "1"),
        ("一千三百家", "1300", "100"),
        ("三千五", "3500", "100"),
        ("一百零五", "105", "1"),
        ("百二万", "1200000", "100000"),
        ("五百三", "530", "10"),
        ("两千零二十", "2020", "10"),
        ("廿三", "23", "1"),
        ("卅", "30", "10"),
        ("壹佰贰拾叁元", "123", "1"),
        ("柒拾万零伍元", "700005", "1"),
        ("二〇二五年", "2025", "1"),
        ("一九五六年", "1956", "1"),
        ("二十万亿元", "20000000000000", "10000000000000"),
        ("四万万", "400000000", "100000000"),
        ("十五点七", "15.7", "0.1"),
        ("三点五亿元", "350000000", "10000000"),
        ("三千 九百 六十五户", "3965", "1"),
        ("1.2e5", "120000", "10000"),
        ("半百", "50", "50"),
    ],
)
def test_values_and_resolutions(text: str, value: str, resolution: str) -> None:
    found = numeral(text)
    assert found.shape == "single"
    assert found.values == (Decimal(value),)
    assert found.resolutions == (Decimal(resolution),)


@pytest.mark.parametrize(
    ("text", "values", "percent"),
    [
        ("百分之三点五", (Decimal("3.5"),), "%"),
        ("百分之一百二十", (Decimal(120),), "%"),
        ("百分之15", (Decimal(15),), "%"),
        ("千分之二", (Decimal(2),), "‰"),
        ("万分之三", (Decimal("0.03"),), "%"),
        ("五成", (Decimal(50),), "%"),
        ("三成五", (Decimal(35),), "%"),
        ("三成半", (Decimal(35),), "%"),
        ("9.5成", (Decimal(95),), "%"),
        ("八折", (Decimal(80),), "%"),
        ("九五折", (Decimal(95),), "%"),
        ("三分之一", (Fraction(1, 3),), ""),
        ("三分一的", (Fraction(1, 3),), ""),
        ("一百分之二", (Fraction(1, 50),), ""),
        ("二又四分之三", (Fraction(11, 4),), ""),
        ("3/4", (Fraction(3, 4),), ""),
        ("百分之二三十", (Decimal(20), Decimal(30)), "%"),
        ("百分之三至五", (Decimal(3), Decimal(5)), "%"),
    ],
)
def test_shares_and_fractions(text: str, values: tuple[Decimal | Fraction, ...], percent: str) -> None:
    found = numeral(text)
    assert found.values == values
    assert found.percent == percent
    assert found.end == len(text.rstrip("的"))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("几十", 20, 99),
        ("十几", 10, 19),
        ("二十几", 20, 29),
        ("几百万", 2_000_000, 9_999_999),
        ("数千", 2000, 9999),
        ("三四", 3, 4),
        ("五六十", 50, 60),
        ("十七八", 17, 18),
        ("一两万", 10_000, 20_000),
        ("三五百", 300, 500),
    ],
)
def test_vague_numerals_name_both_ends(text: str, low: int, high: int) -> None:
    found = numeral(text + "个")
    assert found.vague
    assert found.values == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "values", "resolutions"),
    [
        ("1.5-2个百分点", ("1.5", "2"), ("0.1", "1")),
        ("10万元—50万元", ("100000", "500000"), ("10000", "10000")),
        ("10-50万元", ("100000", "500000"), ("10000", "10000")),
        ("15%~30%", ("15", "30"), ("1", "1")),
        ("3至5年", ("3", "5"), ("1", "1")),
        ("200——300元", ("200", "300"), ("1", "1")),
        ("8千-1万人", ("8000", "10000"), ("1000", "10000")),
    ],
)
def test_ranges_share_scale_and_unit(
    text: str, values: tuple[str, str], resolutions: tuple[str, str]
) -> None:
    found = numeral(text)
    assert found.shape == "range"
    assert not found.vague
    assert found.values == tuple(map(Decimal, values))
    assert found.resolutions == tuple(map(Decimal, resolutions))


@pytest.mark.parametrize("text", ["50-30个", "3米-5吨", "5个-", "8-", "3人—5"])
def test_what_is_no_range_is_read_alone(text: str) -> None:
    assert numeral(text).shape == "single"


def test_from_one_value_to_another_is_no_range() -> None:
    assert [q.numeral.shape for q in numbers("占比从12%到15%")] == ["single", "single"]


@pytest.mark.parametrize("text", ["7.2:41.5:51.3", "7.2∶41.5∶51.3", "7.2：41.5：51.3"])
def test_ratios_keep_every_part(text: str) -> None:
    found = numeral(text)
    assert found.shape == "ratio"
    assert found.values == (Decimal("7.2"), Decimal("41.5"), Decimal("51.3"))
    assert found.resolutions == (Decimal("0.1"),) * 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("气温-3.5℃", "-3.5"),
        ("增速为负0.2%", "-0.2"),
        ("降至零下12度", "-12"),
        ("第3-1", "3"),
        ("减负55亿元", "5500000000"),
        ("超载重型车A-3台", "3"),
    ],
)
def test_signs(text: str, value: str) -> None:
    assert numbers(text)[0].numeral.values[0] == Decimal(value)


def test_scale_characters_that_begin_a_unit() -> None:
    assert only("装机50千瓦").numeral.values == (Decimal(50),)
    assert only("装机3万千瓦").numeral.values == (Decimal(30000),)
    assert only("提高五百分点").numeral.values == (Decimal(5),)
    assert only("距离五千米").numeral.values == (Decimal(5),)
    assert only("共五千人").numeral.values == (Decimal(5000),)


@pytest.mark.parametrize("text", ["万一", "一一", "千方百计", "三三两两", "百花齐放", "成千上万", "亿万"])
def test_words_that_only_look_like_numerals(text: str) -> None:
    assert not numbers(f"要{text}。")


def test_a_number_too_long_to_mean_one_is_a_code() -> None:
    (quantity,) = numbers("7" * 40 + "元")[:1]
    assert quantity.role == "code"
    assert quantity.numeral.values == (Decimal("7" * 40),)


@pytest.mark.parametrize("run", ["十十", "百万千百", "一二三两", "数几", "几几十", "亿", "百十千"])
def test_runs_that_form_no_number(run: str) -> None:
    assert read_whole(run) is None


def spell(number: int) -> str:
    """A whole number below 10¹² in full Chinese spelling, written after the rules of reading aloud."""
    if number == 0:
        return "零"

    def below_ten_thousand(rest: int) -> str:
        text, gap = "", False
        for place, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = rest // place % 10
            if digit:
                text += ("零" if gap and text else "") + DIGITS[digit] + mark
                gap = False
            else:
                gap = True
        return text

    parts = ""
    for size, mark in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // size % 10_000
        if group:
            parts += ("零" if parts and group < 1000 else "") + below_ten_thousand(group) + mark
    return parts


@given(st.integers(1, 10**12 - 1))
def test_every_spelt_number_reads_back(number: int) -> None:
    text = spell(number)
    found = read_single(text, 0)
    assert found is not None
    assert found.end == len(text)
    assert found.values == (Decimal(number),)
    assert found.values[0] % found.resolution == 0


@given(
    st.integers(0, 10**15),
    st.integers(0, 6),
    st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
    st.booleans(),
)
def test_every_arabic_form_reads_back(
    digits: int, places: int, scale: tuple[str, int], grouped: bool
) -> None:
    value = Decimal(digits).scaleb(-places)
    printed = f"{value:,.{places}f}" if grouped else f"{value:.{places}f}"
    found = read_numeral(printed + scale[0] + "元", 0, 99)
    assert found is not None
    assert found.end == len(printed + scale[0])
    assert found.values == (value * scale[1],)
    assert found.resolutions == (Decimal(1).scaleb(-places) * scale[1],)


@given(
    st.text(alphabet="0123456789.,:/-—~ 零〇一二两三五十百千万亿几多余半点分之成负又%个元年第X*", max_size=60)
)
def test_any_mixture_is_covered_once_and_in_order(text: str) -> None:
    found = numbers(text)
    position = 0
    for quantity in found:
        assert position <= quantity.start < quantity.end <= len(text)
        assert quantity.numeral.start == quantity.start
        assert quantity.numeral.end <= quantity.end
        assert quantity.span[0] <= quantity.start
        assert quantity.end <= quantity.span[1] <= len(text)
        assert len(quantity.numeral.values) == len(quantity.numeral.resolutions)
        position = quantity.end
    covered = {index for q in found for index in range(q.start, q.end)}
    assert all(index in covered for index, char in enumerate(text) if char in "0123456789")
