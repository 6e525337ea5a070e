"""One value as printed: Arabic, Chinese and mixed numerals with their scale, shares in words and fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from extract.chinese_numerals import DIGITS, SCALES
from extract.late import late
from extract.plain_numerals import BEGINNINGS, Plain, read_plain
from extract.units import unit_at

_FRACTION_LINE = late(r" ?分 {0,2}之 ?")
_FRACTION_BEHIND = late(r" ?([0-9]{1,3})/([2-9]|[1-9][0-9]{1,2})(?![0-9/.])")
_FRACTION = late(r" ([0-9]{1,2})/([2-9]|[1-9][0-9])(?![0-9/.年月])")
_CHENG_WORDS = frozenset("立为员功果长绩本品熟就效交片型活都套人")
_ZHE_WORDS = frozenset("射算合叠磨扣腾返断线旧页")
_SHARES = {
    100: ("%", Decimal(1)),
    1000: ("‰", Decimal(1)),
    10**4: ("%", Decimal("0.01")),
    10**6: ("%", Decimal("0.0001")),
}


class Single(NamedTuple):
    """One value as printed.

    Attributes:
        end: Offset after the numeral and its scale.
        values: One value, or both ends of a vague one.
        resolution: What the last printed digit counts, 0 where the value is exact.
        arabic: Whether Arabic digits were printed.
        percent: ``%`` or ``‰`` where the words themselves say so.
        over: 多, 余 or 来 printed before the scale (十多万), else empty.
        scale: The scale words multiplied, 1 without any.
    """

    end: int
    values: tuple[Decimal | Fraction, ...]
    resolution: Decimal
    arabic: bool
    percent: str = ""
    over: str = ""
    scale: int = 1


def read_single(text: str, start: int) -> Single | None:
    """Read one numeral with its scale (12.5万, 三千五百, 1亿3000万, 百分之三点五, 三分之一, 五成).

    Args:
        text: The analysis text.
        start: Offset of its first character.

    Returns:
        The numeral, or ``None`` where none begins.
    """
    plain = read_plain(text, start)
    if plain is None:
        return None
    following = text[plain.end : plain.end + 1]
    single: Single | None = None
    if following == "分" or (following == " " and text.startswith("分", plain.end + 1)):
        single = _read_parts(text, plain)
    elif following == "成" or following == "折":
        single = _read_tenths(text, plain, following)
    elif following == "又" or (following == " " and text.startswith("又", plain.end + 1)):
        single = _read_mixed_fraction(text, plain)
    elif following == " " and plain.arabic:
        single = _read_printed_fraction(text, plain)
    elif (
        following in ("半", "数")
        and text.startswith(("一半", "半数"), start)
        and text[plain.end + 1 : plain.end + 2] != "半"
    ):
        single = Single(plain.end + 1, (Fraction(1, 2),), Decimal(0), False)
    return single or Single(
        plain.end, plain.values, plain.resolution, plain.arabic, "", plain.over, plain.scale
    )


def _numerator(text: str, start: int) -> tuple[Plain, int] | None:
    """The number above a fraction line and its sign."""
    negative = text[start : start + 1] == "负"
    begin = start + negative
    if text[begin : begin + 1] not in BEGINNINGS:
        return None
    above = read_plain(text, begin)
    return None if above is None else (above, -1 if negative else 1)


def _read_parts(text: str, below: Plain) -> Single | None:
    """百分之三点五, 千分之二, 三分之一; 三分一 and 四分三 of Cantonese prose."""
    line = _FRACTION_LINE.match(text, below.end)
    if line is None:
        return _read_short_fraction(text, below)
    found = _numerator(text, line.end())
    denominator = below.values[0]
    if found is None or len(below.values) > 1 or denominator == 0:
        return None
    above, sign = found
    arabic = below.arabic or above.arabic
    if below.bare and int(denominator) in _SHARES:
        sort, factor = _SHARES[int(denominator)]
        shares = tuple(sign * value * factor for value in above.values)
        return Single(above.end, shares, above.resolution * factor, arabic, sort)
    parts = tuple(Fraction(sign * value) / Fraction(denominator) for value in above.values)
    return Single(above.end, parts, Decimal(0), arabic)


def _read_short_fraction(text: str, below: Plain) -> Single | None:
    above = DIGITS.get(text[below.end + 1 : below.end + 2], 0)
    after = text[below.end + 2 : below.end + 3]
    if below.arabic or len(below.values) > 1 or not 0 < above < below.values[0] <= 10 or above > 3:
        return None
    if after in DIGITS or after in SCALES or after in ("分", "秒", "点"):
        return None
    return Single(below.end + 2, (Fraction(above) / Fraction(below.values[0]),), Decimal(0), False)


def _read_mixed_fraction(text: str, whole: Plain) -> Single | None:
    """三又五分之一."""
    begin = text.index("又", whole.end) + 1
    printed = _FRACTION_BEHIND.match(text, begin)
    if printed is not None and whole.resolution == 1 and len(whole.values) == 1:
        value = Fraction(whole.values[0]) + Fraction(int(printed.group(1)), int(printed.group(2)))
        return Single(printed.end(), (value,), Decimal(0), True)
    found = _numerator(text, begin + (text[begin : begin + 1] == " "))
    if found is None or len(whole.values) > 1 or _FRACTION_LINE.match(text, found[0].end) is None:
        return None
    part = _read_parts(text, found[0])
    if part is None or part.percent or len(part.values) > 1:
        return None
    value = Fraction(whole.values[0]) + Fraction(part.values[0])
    return Single(part.end, (value,), Decimal(0), whole.arabic or part.arabic)


def _read_printed_fraction(text: str, whole: Plain) -> Single | None:
    """2 1/2, a whole number and a fraction in figures."""
    match = _FRACTION.match(text, whole.end)
    if match is None or whole.scale != 1 or whole.resolution != 1 or whole.values[0] >= 1000:
        return None
    value = Fraction(whole.values[0]) + Fraction(int(match.group(1)), int(match.group(2)))
    return Single(match.end(), (value,), Decimal(0), True)


def _read_tenths(text: str, plain: Plain, word: str) -> Single | None:
    """五成, 三成五, 三成半, 八折, 九九折."""
    end = plain.end + 1
    following = text[end : end + 1]
    discount = word == "折"
    if following and following in (_ZHE_WORDS if discount else _CHENG_WORDS):
        return None
    if plain.scale != 1 or plain.bare or max(plain.values) > (100 if discount else 10):
        return None
    factor = 1 if discount and plain.values[0] > 10 else 10
    values, resolution = tuple(value * factor for value in plain.values), plain.resolution * factor
    if not discount and len(values) == 1:
        digit = DIGITS.get(following)
        if digit and text[end + 1 : end + 2] not in SCALES and unit_at(text, end + 1, counted=False) is None:
            return Single(end + 1, (values[0] + digit,), Decimal(1), plain.arabic, "%")
        if following == "半":
            return Single(end + 1, (values[0] + 5,), Decimal(5), plain.arabic, "%")
    return Single(end, values, resolution, plain.arabic, "%")
