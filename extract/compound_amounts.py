"""Amounts in two units and halves behind a unit: 12元3角5分, 3小时20分, 2公斤3两, 1米72, 三斤半, 两个半小时."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.chinese_numerals import DIGITS, read_whole
from extract.late import late
from extract.quantity import Numeral, Unit
from extract.units import YUAN, unit_at

_DIGIT = "[0-9一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_TENTHS = r"零?([0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])[角毛]"
_SMALL_MONEY = late(rf"{_TENTHS}(?:({_DIGIT})分)?(?!之)|零({_DIGIT})分(?!之)")
_SPOKEN_MONEY = late(rf"{_TENTHS}|([一二三四五六七八九])(?=[，。；、）)\n]|钱|$)")
_CENTS = late(rf"({_DIGIT})分(?!之)")
_HALF = late(r"半(?![导数径岛山场决年成])")
HALF_BEFORE_UNIT = late(r"个半(?=月|小时|钟头|世纪|百分点|学期|星期)")
_LOWER_PART = late(
    r"[零又]?(?:([0-9]{1,3})|([一二两三四五六七八九十百]{1,5}?))(?=[^0-9一二三四五六七八九十百])"
)
_METRES_BEHIND = late(r"([0-9]{1,2}|[一二三四五六七八九]{1,2})(?=[，。；、,;）)”\n的左高深长宽以之]|$)")


class _Lower(NamedTuple):
    """A smaller unit behind a larger one.

    Attributes:
        word: Its printed word.
        parts: How many of it make one of the larger.
        counted: Whether the amount is given in the smaller one, because the larger has no decimal of it.
    """

    word: str
    parts: int
    counted: bool = False


_LOWER: dict[str, tuple[_Lower, ...]] = {
    "吨": (_Lower("公斤", 1000), _Lower("千克", 1000)),
    "公斤": (_Lower("斤", 2), _Lower("两", 20), _Lower("克", 1000)),
    "斤": (_Lower("两", 10),),
    "两": (_Lower("钱", 10),),
    "公里": (_Lower("米", 1000),),
    "米": (_Lower("厘米", 100), _Lower("公分", 100)),
    "丈": (_Lower("尺", 10),),
    "尺": (_Lower("寸", 10),),
    "英尺": (_Lower("英寸", 12, True),),
    "亩": (_Lower("分", 10),),
    "小时": (_Lower("分钟", 60, True), _Lower("分", 60, True)),
    "分钟": (_Lower("秒", 60, True),),
    "分": (_Lower("秒", 60, True),),
    "美元": (_Lower("美分", 100),),
    "欧元": (_Lower("欧分", 100),),
    "港元": (_Lower("港仙", 100),),
    "英镑": (_Lower("便士", 100),),
}
_HELD = Decimal("0.5")


def with_small_parts(text: str, numeral: Numeral, unit: Unit, end: int) -> tuple[Numeral, Unit, int]:
    """A numeral with the smaller units behind its unit, or the 半 around it, added.

    Where the smaller unit is a decimal part of the larger (角 of 元, 两 of 斤), the amount stays in the larger one; 3小时20分
    counts in minutes, which keeps it exact.

    Args:
        text: The analysis text.
        numeral: The numeral before the unit.
        unit: Its unit.
        end: Offset after the unit.

    Returns:
        The numeral, its unit and the offset after the last unit; what was given, where no smaller part follows.
    """
    if numeral.shape != "single" or numeral.percent:
        return numeral, unit, end
    value = numeral.values[0]
    if not isinstance(value, Decimal):
        return numeral, unit, end
    whole = numeral.resolutions[0] == 1
    if unit.dimension == "money":
        cents = _CENTS.match(text, end) if text[end - 1] == "角" else None
        if cents is not None:
            tenths = value + _digit(cents.group(1)) / 10
            return _ending(numeral, cents.end(), tenths / 10, Decimal("0.01")), YUAN, cents.end()
        found = _with_small_money(text, numeral, value, end)
        if found is not None:
            return found, unit, found.end
    elif whole and text[end - 1] == "块":
        spoken = _SPOKEN_MONEY.match(text, end)
        if spoken is not None:
            tenths = value + _digit(spoken.group(1) or spoken.group(2)) / 10
            return _ending(numeral, spoken.end(), tenths, Decimal("0.1")), YUAN, spoken.end()
    if not whole or value >= 10_000:
        return numeral, unit, end
    for lower in _LOWER.get(unit.name, ()):
        added = _with_lower(text, numeral, value, unit, end, lower)
        if added is not None:
            return added if added[1].name != "分钟" else with_small_parts(text, *added)
    if value >= 1000:
        return numeral, unit, end
    if unit.name == "米" and 0 < value < 100:
        match = _METRES_BEHIND.match(text, end)
        if match is not None:
            digits = "".join(str(_digit(char)) for char in match.group(1))
            place = Decimal(1).scaleb(-len(digits))
            found = _ending(numeral, match.end(), value + int(digits) * place, place)
            return found, unit, match.end()
    if HALF_BEFORE_UNIT.match(text, numeral.end):
        return replace(numeral, values=(value + _HELD,), resolutions=(_HELD,)), unit, end
    if unit.dimension not in ("count", "people", "money", "rank") and _HALF.match(text, end):
        return _ending(numeral, end + 1, value + _HELD, _HELD), unit, end + 1
    return numeral, unit, end


def _with_small_money(text: str, numeral: Numeral, value: Decimal, end: int) -> Numeral | None:
    """12元3角5分."""
    if text[end - 1] not in "元圆块":
        return None
    match = _SMALL_MONEY.match(text, end)
    if match is None:
        return None
    tenths, cents = match.group(1), match.group(2) or match.group(3)
    if tenths:
        value += _digit(tenths) / 10
    if cents:
        value += _digit(cents) / 100
    return _ending(numeral, match.end(), value, Decimal("0.01") if cents else Decimal("0.1"))


def _with_lower(
    text: str, numeral: Numeral, value: Decimal, unit: Unit, end: int, lower: _Lower
) -> tuple[Numeral, Unit, int] | None:
    match = _LOWER_PART.match(text, end)
    if match is None or not text.startswith(lower.word, match.end()):
        return None
    found = unit_at(text, match.end()) if lower.word not in ("钱", "港仙", "欧分", "便士") else None
    stop = match.end() + len(lower.word)
    if (found is not None and found[1] != stop) or text[stop : stop + 1] in ("之", "半"):
        return None
    if match.group(1):
        amount = int(match.group(1))
    else:
        whole = read_whole(match.group(2))
        if whole is None or whole.low != whole.high:
            return None
        amount = whole.low
    if not 0 < amount < lower.parts:
        return None
    if not lower.counted:
        part = Decimal(1) / lower.parts
        return _ending(numeral, stop, value + amount * part, part), unit, stop
    smaller = found[0] if found is not None and found[0].dimension == unit.dimension else None
    if smaller is None:
        smaller = replace(unit, name="分钟", dimension="time") if lower.word == "分" else None
    if unit.name == "分":
        smaller = replace(unit, name="秒", dimension="time")
    if smaller is None:
        return None
    return _ending(numeral, stop, value * lower.parts + amount, Decimal(1)), smaller, stop


def _digit(char: str) -> Decimal:
    return Decimal(char) if char.isascii() else Decimal(DIGITS[char])


def _ending(numeral: Numeral, end: int, value: Decimal, resolution: Decimal) -> Numeral:
    return replace(numeral, end=end, values=(value,), resolutions=(resolution,))
