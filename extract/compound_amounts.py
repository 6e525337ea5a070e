"""Amounts in two units and halves behind a unit: 12元3角5分, 三斤半, 两个半小时."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extract.chinese_numerals import DIGITS
from extract.quantity import Numeral, Unit

_SMALL_MONEY = re.compile(
    r"零?([0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])角(?:([0-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)?|零([0-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])分"
)
_HALF = re.compile(r"半(?![导数径岛山场决年成])")
HALF_BEFORE_UNIT = re.compile(r"个半(?=月|小时|钟头|世纪|百分点|学期|星期)")


def with_small_parts(text: str, numeral: Numeral, unit: Unit, end: int) -> tuple[Numeral, int]:
    """A numeral with the 角 and 分 behind its 元, or the 半 around its unit, added."""
    if numeral.shape != "single" or numeral.percent:
        return numeral, end
    value = numeral.values[0]
    if not isinstance(value, Decimal):
        return numeral, end
    if unit.dimension == "money" and text[end - 1] in "元圆块":
        match = _SMALL_MONEY.match(text, end)
        if match is not None:
            tenths, cents = match.group(1), match.group(2) or match.group(3)
            for digit, place in ((tenths, Decimal("0.1")), (cents, Decimal("0.01"))):
                if digit:
                    value += (int(digit) if digit.isascii() else DIGITS[digit]) * place
            place = Decimal("0.01") if cents else Decimal("0.1")
            return replace(numeral, end=match.end(), values=(value,), resolutions=(place,)), match.end()
    half = Decimal("0.5")
    if numeral.resolutions[0] == 1 and value < 1000:
        if HALF_BEFORE_UNIT.match(text, numeral.end):
            return replace(numeral, values=(value + half,), resolutions=(half,)), end
        if unit.dimension not in ("count", "people", "money", "rank") and _HALF.match(text, end):
            return replace(numeral, end=end + 1, values=(value + half,), resolutions=(half,)), end + 1
    return numeral, end
