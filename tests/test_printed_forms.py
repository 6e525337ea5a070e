"""Every printed form of a number reads back to its exact value and precision, alone and in a sentence."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from numbers_of import only

from extract import extract, read_document
from extract.quantity import Quantity

HAN_DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿两点负", "萬億兩點負")
WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")

whole_numbers = st.integers(1, 10**12 - 1)
places = st.integers(0, 4)
scales = st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)])


def spelt(number: int) -> str:
    """A whole number in Chinese characters, as it is read aloud."""
    groups, text = [], ""
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            continue
        part, gap = "", bool(text) and group < 1000
        for size, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = group // size % 10
            if digit:
                part += ("零" if gap else "") + HAN_DIGITS[digit] + mark
                gap = False
            else:
                gap = bool(part) or gap
        text += part + ("", "万", "亿", "万亿")[index]
    return text


def read(text: str) -> Quantity:
    """The one quantity of a sentence that goes the whole way, with its words checked against the text as read."""
    document = read_document("样例.txt", text.encode())
    reading = extract(document)
    (quantity,) = reading.quantities
    start, end = reading.prose.raw(quantity.start, quantity.end)
    assert document.text[start:end].strip() == document.text[start:end] != ""
    return quantity


@given(whole_numbers)
def test_spelt_out(number: int) -> None:
    quantity = read(f"青川市全年新增岗位共计{spelt(number)}元。")
    assert quantity.numeral.values == (Decimal(number),)


@given(whole_numbers)
def test_in_the_writing_of_cheques(number: int) -> None:
    quantity = read(f"合计人民币{spelt(number).translate(FORMAL)}元整。")
    assert quantity.numeral.values == (Decimal(number),)


@given(whole_numbers)
def test_in_traditional_characters(number: int) -> None:
    quantity = read(f"全年投入資金{spelt(number).translate(TRADITIONAL)}元。")
    assert quantity.numeral.values == (Decimal(number),)


@given(
    st.integers(0, 99_999),
    st.text("零一二三四五六七八九", min_size=1, max_size=6),
    st.sampled_from(["", "万", "亿"]),
)
def test_spelt_out_with_a_point(number: int, decimals: str, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    digits = "".join(str(HAN_DIGITS.index(digit)) for digit in decimals)
    quantity = read(f"收入为{spelt(number) or '零'}点{decimals}{scale}元。")
    assert quantity.numeral.values == (Decimal(f"{number}.{digits}") * factor,)
    assert quantity.numeral.resolutions == (Decimal(1).scaleb(-len(digits)) * factor,)


@given(st.integers(0, 10**10), places, scales, st.booleans(), st.booleans())
def test_in_figures(number: int, decimals: int, scale: tuple[str, int], grouped: bool, wide: bool) -> None:
    value = Decimal(number).scaleb(-decimals)
    printed = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    quantity = read(f"全年投资{printed.translate(WIDE) if wide else printed}{scale[0]}元。")
    assert quantity.numeral.values == (value * scale[1],)
    assert quantity.numeral.resolutions == (Decimal(1).scaleb(-decimals) * scale[1],)


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["", "零"]))
def test_in_figures_with_two_scales(upper: int, lower: int, between: str) -> None:
    quantity = read(f"贷款余额为{upper}亿{between}{lower}万元。")
    assert quantity.numeral.values == (Decimal(upper * 10**8 + lower * 10**4),)
    assert quantity.numeral.resolutions == (Decimal(10**4),)


@given(st.integers(1, 9), st.integers(1, 9))
def test_thousands_in_characters_behind_figures(upper: int, lower: int) -> None:
    quantity = read(f"拨款{upper}亿{lower}千多万元。")
    assert quantity.numeral.values == (Decimal(upper * 10**8 + lower * 10**7),)
    assert quantity.bound == ">"


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 9))
def test_groups_divided_by_a_blank(upper: int, lower: int, tenth: int) -> None:
    quantity = read(f"全年产值为{upper}\u2009{lower:03}.{tenth}万元。")
    assert quantity.numeral.values == (Decimal(f"{upper}{lower:03}.{tenth}") * 10**4,)


@given(st.integers(0, 999), st.integers(0, 99), st.sampled_from(["%", "％", "‰"]), st.booleans())
def test_shares_in_figures(number: int, decimals: int, sign: str, negative: bool) -> None:
    value = Decimal(f"{number}.{decimals:02}")
    quantity = read(f"增速为{'-' if negative else ''}{value}{sign}。")
    assert quantity.numeral.values == (-value if negative else value,)
    assert quantity.numeral.resolutions == (Decimal("0.01"),)
    assert quantity.unit is not None
    assert quantity.unit.name == sign.replace("％", "%")


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from([("百", 1), ("千", 1), ("万", 100)]))
def test_shares_in_words(number: int, tenth: int, below: tuple[str, int]) -> None:
    point = f"点{HAN_DIGITS[tenth]}" if tenth else ""
    quantity = read(f"比例为{below[0]}分之{spelt(number)}{point}。")
    value = Decimal(f"{number}.{tenth}") if tenth else Decimal(number)
    assert Fraction(quantity.numeral.values[0]) == Fraction(value) / below[1]


@given(st.integers(2, 999), st.integers(1, 999))
def test_fractions_in_words_are_exact(below: int, above: int) -> None:
    if below in (100, 1000):
        below += 1
    quantity = read(f"约占总数的{spelt(below)}分之{spelt(above)}。")
    assert quantity.numeral.values == (Fraction(above, below),)
    assert quantity.numeral.resolutions == (Decimal(0),)


@given(st.integers(1, 900), st.integers(1, 99), places, st.sampled_from("-—–~～至到"))
def test_ranges(low: int, more: int, decimals: int, mark: str) -> None:
    first, second = Decimal(low).scaleb(-decimals), Decimal(low + more).scaleb(-decimals)
    quantity = read(f"目标为{first:.{decimals}f}{mark}{second:.{decimals}f}亿元。")
    assert quantity.numeral.shape == "range"
    assert quantity.numeral.values == (first * 10**8, second * 10**8)
    assert quantity.numeral.resolutions == (Decimal(1).scaleb(-decimals) * 10**8,) * 2


@given(st.lists(st.decimals(1, 99, places=1), min_size=3, max_size=5), st.sampled_from(":：∶"))
def test_ratios(parts: list[Decimal], mark: str) -> None:
    quantity = read(f"产业结构为{mark.join(map(str, parts))}。")
    assert quantity.numeral.shape == "ratio"
    assert quantity.numeral.values == tuple(parts)


@given(st.integers(1, 9), st.integers(0, 9))
def test_tenths(tenths: int, hundredths: int) -> None:
    quantity = only(f"仅为去年的{HAN_DIGITS[tenths]}成{HAN_DIGITS[hundredths] if hundredths else ''}。")
    assert quantity.numeral.values == (Decimal(tenths * 10 + hundredths),)
    assert quantity.numeral.percent == "%"


@given(st.integers(1000, 9999))
def test_years_digit_by_digit(year: int) -> None:
    printed = "".join("〇" if digit == "0" else HAN_DIGITS[int(digit)] for digit in str(year))
    quantity = only(f"{printed}年")
    assert quantity.numeral.values == (Decimal(year),)


@given(st.lists(st.decimals(1, 99, places=1), min_size=2, max_size=4), st.sampled_from(["、", "和"]))
def test_a_list_shares_the_unit_of_its_last_number(values: list[Decimal], mark: str) -> None:
    printed = "、".join(map(str, values[:-1])) + mark + str(values[-1])
    document = read_document("样例.txt", f"各项指标分别提高{printed}个百分点。".encode())
    found = extract(document).quantities
    assert [quantity.numeral.values[0] for quantity in found] == values
    assert {quantity.unit.name for quantity in found if quantity.unit} == {"百分点"}
    assert all(quantity.unit for quantity in found)
