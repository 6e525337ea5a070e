"""Numerals as printed: Arabic, Chinese and mixed, with their scale, as singles, ranges, ratios and fractions."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from extract.chinese_numerals import DIGITS, SCALES, bare_scale, is_bare_scale, read_whole
from extract.quantity import Numeral
from extract.units import unit_at

Value = Decimal | Fraction

CHINESE = "零〇○一二两三四五六七八九十百千万亿廿卅几壹贰叁肆伍陆柒捌玖拾佰仟"
START = re.compile(rf"[0-9]|[{CHINESE}]|半(?=[个成小公斤吨升百天])|数(?=[十百千万亿])|首位|翻[番倍](?!新)")

_ARABIC = re.compile(
    r"[0-9]{1,3}(?:[,\u2009\u202f\u00a0][0-9]{3})++(?![0-9]|,[0-9])(?:\.[0-9]++)?+|[0-9]++(?:\.[0-9]++(?!\.[0-9]))?+"
)
RUN = re.compile(rf"数?[{CHINESE}]++(?:兆(?=[{CHINESE}元])[{CHINESE}]*+)?+")
_POINT = re.compile(
    r"点([零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]++|[0-9]++)(?![十拾百千点刻半钟时]|[万亿]{0,2}[点刻钟])"
)
_SCALE_RUN = re.compile(r"[百千万亿]++")
_OVER = frozenset("多余来")
_AFTER_CHENG = frozenset("立为员功果长绩本品熟就效交片型活都年套人")
_AFTER_ZHE = frozenset("射算合叠磨扣腾返断线旧页")
_JOINT = re.compile(r" ?(?:[-–—~～－─]|——|至|到) ?(?=[0-9零一二两三四五六七八九十百几半])")
_WIDE_JOINT = re.compile(r"(?:[-–~～－─]|—{1,2}|至|到)")
_RATIO = re.compile(r"[0-9]++(?:\.[0-9]++)?+(?:[:：∶][0-9]++(?:\.[0-9]++)?+)++(?![0-9])")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])")
_EXPONENT = re.compile(r"[eE]([+-]?[0-9]{1,2})(?![0-9A-Za-z])")


class Single(NamedTuple):
    """One value as printed.

    Attributes:
        end: Offset after the numeral and its scale.
        values: One value, or both ends of a vague one.
        resolution: What the last printed digit counts.
        arabic: Whether Arabic digits were printed.
        percent: ``%`` or ``‰`` where the words themselves say so.
        over: 多, 余 or 来 printed inside, before a scale (十多万).
        scale: The scale words multiplied, 1 without any.
    """

    end: int
    values: tuple[Value, ...]
    resolution: Decimal
    arabic: bool
    percent: str = ""
    over: str = ""
    scale: int = 1


def read_single(text: str, start: int) -> Single | None:
    """Read one numeral with its scale.

    Args:
        text: The analysis text.
        start: Offset of its first character.

    Returns:
        The numeral, or ``None`` where none begins.
    """
    char = text[start]
    if char.isascii():
        single = _read_arabic(text, start)
    elif char == "半":
        single = Single(start + 1, (Decimal("0.5"),), Decimal("0.5"), False)
    else:
        single = _read_chinese(text, start)
    if single is None:
        return None
    following = text[single.end : single.end + 1]
    if following == "分" and text.startswith("分之", single.end):
        return _read_parts(text, single)
    if following in ("成", "折") and not single.percent:
        return _read_tenths(text, single)
    if following == "又" and len(single.values) == 1:
        return _read_mixed_fraction(text, single)
    return single


def scale_at(text: str, position: int) -> tuple[int, int]:
    """The scale words at a position, multiplied, and the offset after them.

    千 and 百 that begin a unit (千瓦, 百分点) are no scale; 兆 is one only before a currency.
    """
    scale = 1
    stop = min(len(text), position + 6)
    while position < stop:
        char = text[position]
        factor = SCALES.get(char)
        if factor is None:
            break
        following = text[position + 1 : position + 2]
        if char == "千" and following in "克瓦米伏安卡帕赫焦乏比字" and following:
            if following != "安" or text.startswith("千安", position):
                break
        elif (
            (char == "百" and following in ("分", "帕"))
            or (char == "兆" and following not in ("元", "美", "日", "韩", "港"))
            or char in "拾佰仟"
        ):
            break
        scale *= factor
        position += 1
    return scale, position


def _read_arabic(text: str, start: int) -> Single | None:
    match = _ARABIC.match(text, start)
    if match is None:
        return None
    printed, end = match.group(), match.end()
    if "," in printed or not printed.isascii():
        printed = re.sub("[^0-9.]", "", printed)
    point = printed.find(".")
    if start and text[start - 1] == "." and point < 0 and (start < 2 or text[start - 2] in " \n\t(（：:，。"):
        printed, point = "0." + printed, 1
    value = Decimal(printed)
    resolution = Decimal(1) if point < 0 else Decimal(1).scaleb(point + 1 - len(printed))
    following = text[end : end + 1]
    if following in ("e", "E"):
        exponent = _EXPONENT.match(text, end)
        if exponent is not None:
            shift = int(exponent.group(1))
            return Single(exponent.end(), (value.scaleb(shift),), resolution.scaleb(shift), True)
    over = ""
    if following in _OVER and following and text[end + 1 : end + 2] in ("百", "千", "万", "亿"):
        over = following
        end += 1
    elif following not in SCALES and following != " ":
        return Single(end, (value,), resolution, True)
    if following == " " and text[end + 1 : end + 2] not in ("万", "亿"):
        return Single(end, (value,), resolution, True)
    scale, after = scale_at(text, end + (following == " "))
    if scale == 1:
        return Single(match.end(), (value,), resolution, True)
    value *= scale
    resolution *= scale
    if not over and text[after : after + 1] in _OVER and text[after + 1 : after + 2] == "亿":
        over = text[after]
        value, resolution, scale, after = value * 10**8, resolution * 10**8, scale * 10**8, after + 2
    last = scale
    while not over:
        tail = _tail(text, after, last)
        if tail is None:
            break
        value, resolution, after, last = value + tail[0], Decimal(tail[1]), tail[2], tail[3]
        if last == 1:
            break
    return Single(after, (value,), resolution, True, over=over, scale=scale)


def _tail(text: str, position: int, last: int) -> tuple[int, int, int, int] | None:
    """The lower part of a mixed numeral (the 3000万 of 1亿3000万): value, resolution, end, its scale."""
    zero = text[position : position + 1] == "零"
    start = position + zero
    if start >= len(text):
        return None
    if "0" <= text[start] <= "9":
        match = _ARABIC.match(text, start)
        if match is None or len(match.group()) > 8 or not match.group().isdigit():
            return None
        digits = match.group()
        scale, end = scale_at(text, match.end())
        value = int(digits) * scale
        whole = scale == 1 and (zero or last == 10 ** len(digits))
        if value >= last or not (scale > 1 or whole):
            return None
        return value, scale, end, scale
    if text[start] not in DIGITS or text[start + 1 : start + 2] not in SCALES:
        return None
    run = RUN.match(text, start)
    assert run is not None
    whole_part = read_whole(run.group())
    if whole_part is None or whole_part.low != whole_part.high or whole_part.low >= last:
        return None
    return whole_part.low, whole_part.resolution, run.end(), 1


def _read_chinese(text: str, start: int) -> Single | None:
    match = RUN.match(text, start)
    if match is None:
        return None
    run, end = match.group(), match.end()
    following = text[end : end + 1]
    if (
        run[-1] == "两"
        and len(run) > 1
        and following not in ("个", "百", "千")
        and unit_at(text, end) is None
    ):
        run, end = run[:-1], end - 1
    if run[-1] in "百千" and len(run) > 1:
        scale, _ = scale_at(text, end - 1)
        if scale == 1 and following:
            run, end = run[:-1], end - 1
            following = text[end : end + 1]
    if is_bare_scale(run):
        value = bare_scale(run)
        low, high, resolution = value, value, value
    else:
        whole = read_whole(run)
        if whole is None:
            return None
        low, high, resolution = whole
    if following == "点" and low == high:
        point = _POINT.match(text, end)
        if point is not None:
            return _read_point(text, low, point)
    over, scale = "", 1
    if following in _OVER and following:
        scaled = _SCALE_RUN.match(text, end + 1)
        if scaled is not None:
            over = following
            scale, end = scale_at(text, end + 1)
            if scale == 1:
                over, end = "", match.end()
    values: tuple[Value, ...]
    values = (Decimal(low * scale),) if low == high else (Decimal(low * scale), Decimal(high * scale))
    if not over and "0" <= text[end : end + 1] <= "9" and run[-1] in SCALES and low == high:
        tail = _tail(text, end, SCALES[run[-1]])
        if tail is not None:
            return Single(tail[2], (Decimal(low + tail[0]),), Decimal(tail[1]), True)
    return Single(end, values, Decimal(resolution * scale), False, over=over, scale=scale)


def _read_point(text: str, whole: int, point: re.Match[str]) -> Single:
    """一百点五, 三点五亿."""
    digits = "".join(char if char.isascii() else str(DIGITS[char]) for char in point.group(1))
    scale, end = scale_at(text, point.end())
    value = Decimal(f"{whole}.{digits}") * scale
    return Single(
        end, (value,), Decimal(1).scaleb(-len(digits)) * scale, point.group(1)[0].isascii(), scale=scale
    )


_PERCENTS = {
    100: ("%", Decimal(1)),
    1000: ("‰", Decimal(1)),
    10000: ("%", Decimal("0.01")),
    1000000: ("%", Decimal("0.0001")),
}


def _read_parts(text: str, below: Single) -> Single | None:
    """百分之三点五, 千分之二, 三分之一."""
    start = below.end + 2
    if start >= len(text) or len(below.values) > 1:
        return below
    negative = text[start] == "负"
    above = None
    if START.match(text, start + negative):
        char = text[start + negative]
        above = (
            _read_arabic(text, start + negative) if char.isascii() else _read_chinese(text, start + negative)
        )
    if above is None:
        return below
    sign = -1 if negative else 1
    arabic = below.arabic or above.arabic
    denominator = below.values[0]
    percent = _PERCENTS.get(int(denominator)) if denominator == int(denominator) else None
    if percent is not None and not below.arabic:
        sort, factor = percent
        shares = tuple(sign * v * factor for v in above.values if isinstance(v, Decimal))
        return Single(above.end, shares, above.resolution * factor, arabic, sort)
    if denominator == 0:
        return below
    values = tuple(Fraction(sign * v) / Fraction(denominator) for v in above.values)
    return Single(above.end, values, Decimal(0), arabic)


def _read_mixed_fraction(text: str, whole: Single) -> Single:
    """三又五分之一."""
    start = whole.end + 1
    if start >= len(text) or not START.match(text, start):
        return whole
    char = text[start]
    below = _read_arabic(text, start) if char.isascii() else _read_chinese(text, start)
    if below is None or not text.startswith("分之", below.end):
        return whole
    part = _read_parts(text, below)
    if part is None or part is below or part.percent or len(part.values) > 1:
        return whole
    value = Fraction(whole.values[0]) + Fraction(part.values[0])
    return Single(part.end, (value,), Decimal(0), whole.arabic or part.arabic)


def _read_tenths(text: str, single: Single) -> Single:
    """五成, 三成五, 三成半, 八折, 九九折."""
    word = text[single.end]
    end = single.end + 1
    following = text[end : end + 1]
    top = 100 if word == "折" else 10
    if following in (_AFTER_ZHE if word == "折" else _AFTER_CHENG) and following:
        return single
    if single.scale != 1 or max(single.values) > top or single.resolution == 0:
        return single
    factor = 1 if word == "折" and single.values[0] > 10 else 10
    values = tuple(value * factor for value in single.values)
    resolution = single.resolution * factor
    if (
        word == "成"
        and following in DIGITS
        and text[end + 1 : end + 2] not in SCALES
        and unit_at(text, end + 1) is None
    ):
        values, resolution, end = (values[0] + DIGITS[following],), Decimal(1), end + 1
    elif word == "成" and following == "半":
        values, resolution, end = (values[0] + 5,), Decimal(5), end + 1
    return Single(end, values, resolution, single.arabic, "%")


def read_numeral(text: str, start: int, wall: int) -> Numeral | None:
    """Read the numeral that begins at an offset, with its range or ratio.

    Args:
        text: The analysis text.
        start: Offset of its first character.
        wall: Offset that no range or ratio may reach over, such as the begin of a date.

    Returns:
        The numeral, or ``None`` where the characters form none.
    """
    char = text[start]
    if char == "首" or char == "翻":
        value = Decimal(1 if char == "首" else 2)
        return Numeral(start, start + 2, "single", (value,), (Decimal(1),), False, ordinal=char == "首")
    single = read_single(text, start)
    if single is None:
        return None
    if single.end > wall:
        return None
    following = text[single.end : single.end + 1]
    if single.arabic and following and following in ":：∶/比":
        combined = _ratio(text, start, wall) if following != "/" else _slashed(text, start, wall)
        if combined is not None:
            return combined
    low = _negated(text, start, single)
    begin = start - (low is not single)
    if len(low.values) == 1:
        ranged = _range(text, begin, low, wall)
        if ranged is not None:
            return ranged
    vague = len(low.values) > 1
    return Numeral(
        begin,
        low.end,
        "single" if not vague else "range",
        low.values,
        (low.resolution,) * len(low.values),
        low.arabic,
        low.percent,
        vague,
    )


def _negated(text: str, start: int, single: Single) -> Single:
    """The single with its sign: 负, or a minus that joins nothing."""
    if not start:
        return single
    sign = text[start - 1]
    if sign not in "-−－负":
        return single
    if sign != "负":
        before = text[start - 2 : start - 1] if start > 1 else ""
        if (
            not single.arabic
            or (before.isalnum() and before.isascii())
            or before in ("-", "−", "－", ")", "）", "%")
        ):
            return single
    return single._replace(values=tuple(-value for value in reversed(single.values)))


def _ratio(text: str, start: int, wall: int) -> Numeral | None:
    match = _RATIO.match(text, start)
    if match is None or match.end() > wall:
        return None
    parts = re.split("[:：∶]", match.group())
    values = tuple(Decimal(part) for part in parts)
    resolutions = tuple(Decimal(1).scaleb(-len(part.partition(".")[2])) for part in parts)
    return Numeral(start, match.end(), "ratio", values, resolutions, True)


def _slashed(text: str, start: int, wall: int) -> Numeral | None:
    match = _FRACTION.match(text, start)
    if match is None or match.end() > wall or int(match.group(2)) < 2:
        return None
    value = Fraction(int(match.group(1)), int(match.group(2)))
    return Numeral(start, match.end(), "single", (value,), (Decimal(0),), True)


def _range(text: str, start: int, low: Single, wall: int) -> Numeral | None:
    """Two values with a dash or 至 between them; scale and unit of the second hold for both."""
    position = low.end
    size = len(text)
    if position >= size:
        return None
    unit = None
    if text[position] not in "-–—~～－─至到":
        found = unit_at(text, position)
        if found is None:
            return None
        unit, position = found
        if position >= size or text[position] not in "-–—~～－─至到":
            return None
    joint = _JOINT.match(text, position)
    if joint is None or joint.end() >= wall:
        return None
    if joint.group().strip() in ("至", "到") and (
        "从" in text[max(0, start - 3) : start] or "由" in text[max(0, start - 3) : start]
    ):
        return None
    high = read_single(text, joint.end())
    if high is None or high.end > wall or len(high.values) > 1 or high.arabic != low.arabic:
        return None
    if text[high.end : high.end + 1] in ("-", ":", "/"):
        return None
    second = unit_at(text, high.end)
    if unit is not None and (second is None or second[0] != unit):
        return None
    first, scale = low, 1
    if unit is None and low.scale == 1 and high.scale > 1 and low.values[0] < 10000:
        scale = high.scale
    value = first.values[0] * scale
    if value >= high.values[0]:
        return None
    percent = high.percent or low.percent
    if low.percent and not high.percent:
        return None
    return Numeral(
        start,
        high.end,
        "range",
        (value, high.values[0]),
        (low.resolution * scale, high.resolution),
        low.arabic,
        percent,
    )
