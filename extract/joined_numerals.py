"""A whole numeral as printed: its sign, and the range, ratio or fraction that it is part of."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from extract.chinese_numerals import DIGITS, SCALES, Whole, read_whole
from extract.late import late
from extract.numerals import Single, read_single
from extract.plain_numerals import RUN
from extract.quantity import Numeral, Unit
from extract.units import unit_at

_RATIO = late(r"[0-9]++(?:\.[0-9]++)?+(?:[:：∶][0-9]++(?:\.[0-9]++)?+)++(?![0-9])")
_VERSUS = late(r"[0-9]{1,3}(?:\.[0-9]++)?+(?:比[0-9]{1,3}(?:\.[0-9]++)?+)++(?![0-9年月%万亿]|个)")
_FRACTION = late(r"([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])")
_YEARS = late(r"(?:19|20)[0-9]{2}/(?:19|20)[0-9]{2}")
_JOINTS = frozenset("-–—~～－─至到")
_JOINT = late(r"(?:[-–~～－─]|—{1,2}|至|到) ?(?=[0-9零一二两三四五六七八九十百几])")
_OPENING = late(r"[从由自][^，。；、0-9]{0,2}$")
# 由5%至35%不等 tells how far values vary, where 由5%至35% alone tells a rise.
_VARIES = late(r"[0-9.,百千万亿一二三四五六七八九十]{1,12}[%‰]?[^，。；、0-9]{0,4}不等")
_MINUS = frozenset("-−－")
# 负 behind other characters ends a word (减负55亿元, 担负3项).
_BEFORE_SIGN = frozenset("为是达至到于即报录得之")
# What stands before 三、 where it marks an item of a list or goes on with one.
_BEFORE_MARK = frozenset({"", "第", "、", "\n", "。", "；", "：", ":", "“", "(", "（", " "})
_GUESSED = frozenset({"multiple", "age", "mass", "area", "length", "volume", "money", "people", "points"})


def read_numeral(text: str, start: int, wall: int) -> Numeral | None:
    """Read the numeral that begins at an offset.

    Args:
        text: The analysis text.
        start: Offset of its first character, without a sign.
        wall: Offset that no range or ratio may reach over, such as the begin of a date.

    Returns:
        The numeral, or ``None`` where the characters form none.
    """
    char = text[start]
    if char == "首" or char == "翻":
        value = Decimal(1 if char == "首" else 2)
        return Numeral(start, start + 2, "single", (value,), (Decimal(1),), False, ordinal=char == "首")
    single = read_single(text, start)
    if single is None or single.end > wall:
        return None
    sign = _sign_before(text, start, single)
    begin = start - sign
    following = text[single.end : single.end + 1]
    if following and single.arabic and following in ":：∶/比":
        combined = _slashed(text, start, begin) if following == "/" else _ratio(text, start)
        if combined is not None and combined.end <= wall:
            return combined
    if following == "比" and not sign and not single.arabic:
        versus = _spoken_ratio(text, single, start, wall)
        if versus is not None:
            return versus
    if following == "、" and not single.arabic and single.end == start + 1:
        either = _either(text, start, wall)
        if either is not None:
            return either
    if sign:
        single = single._replace(values=tuple(-value for value in reversed(single.values)))
    if len(single.values) == 1:
        ranged = _range(text, begin, single, wall)
        if ranged is not None:
            return ranged
        return Numeral(
            begin, single.end, "single", single.values, (single.resolution,), single.arabic, single.percent
        )
    both = (single.resolution, single.resolution)
    return Numeral(begin, single.end, "range", single.values, both, single.arabic, single.percent, vague=True)


def over_word(text: str, numeral: Numeral) -> str:
    """多, 余 or 来 printed inside a numeral, before its scale (十多万), else empty."""
    if numeral.shape == "single" and numeral.end - numeral.start > 2:
        printed = text[numeral.start : numeral.end]
        for word in "多余来":
            if word in printed:
                return word
    return ""


def _sign_before(text: str, start: int, single: Single) -> int:
    """How many characters before a numeral are its sign: 负, 零下, or a minus that joins nothing."""
    if not start:
        return 0
    sign = text[start - 1]
    if sign == "负" or (sign == " " and text.startswith("负", start - 2)):
        size = 1 if sign == "负" else 2
        before = text[start - size - 1 : start - size]
        return size if not before.isalpha() or before in _BEFORE_SIGN else 0
    if sign == "下" and text.startswith("零下", start - 2):
        return 2
    if sign not in _MINUS or not single.arabic:
        return 0
    before = text[start - 2 : start - 1] if start > 1 else ""
    if (before.isascii() and before.isalnum()) or (before and before in "-−－—–)%℃°"):
        return 0
    return 1


def _ratio(text: str, start: int) -> Numeral | None:
    match = _RATIO.match(text, start) or _VERSUS.match(text, start)
    if match is None:
        return None
    parts = re.split("[:：∶比]", match.group())
    values = tuple(Decimal(part) for part in parts)
    resolutions = tuple(Decimal(1).scaleb(-len(part.partition(".")[2])) for part in parts)
    return Numeral(start, match.end(), "ratio", values, resolutions, True)


def _spoken_ratio(text: str, first: Single, start: int, wall: int) -> Numeral | None:
    """一百零五比一百."""
    if text[first.end + 1 : first.end + 2] not in DIGITS or len(first.values) > 1 or first.percent:
        return None
    second = read_single(text, first.end + 1)
    if second is None or second.end > wall or len(second.values) > 1 or second.percent or second.arabic:
        return None
    if second.end - start < 4 and text[start - 1 : start] not in _BEFORE_SIGN:
        return None
    if text[second.end : second.end + 1] in ("个", "年", "月", "次", "比") or first.resolution == 0:
        return None
    return Numeral(
        start,
        second.end,
        "ratio",
        (first.values[0], second.values[0]),
        (first.resolution, second.resolution),
        False,
    )


def _either(text: str, start: int, wall: int) -> Numeral | None:
    """二、三百亿 and 七、八倍: neighbouring digits with a mark between them name one approximate number."""
    first, second = DIGITS.get(text[start], 0), DIGITS.get(text[start + 2 : start + 3], 0)
    before = text[start - 1 : start]
    if second != first + 1 or not first or before in _BEFORE_MARK or before in DIGITS:
        return None
    if text[start + 3 : start + 4] in SCALES:
        run = RUN.match(text, start + 2)
        whole = None if run is None else read_whole(text[start] + run.group().replace(" ", ""))
        if run is None or whole is None or whole.low == whole.high or run.end() > wall:
            return None
        end = run.end()
    else:
        unit = unit_at(text, start + 3, counted=False)
        if unit is None or not _counts(unit[0], text[start + 3 : unit[1]]):
            return None
        end, whole = start + 3, Whole(first, second, 1)
    values = (Decimal(whole.low), Decimal(whole.high))
    return Numeral(start, end, "range", values, (Decimal(whole.resolution),) * 2, False, vague=True)


def _counts(unit: Unit, printed: str) -> bool:
    """Whether a unit measures, so that 三、四 before it is a guess and no list of two (三、四月)."""
    if unit.dimension == "time":
        return printed.startswith("个") or printed in ("年", "天", "小时", "分钟")
    return unit.dimension in _GUESSED or (unit.dimension == "count" and unit.name in "个家次台座口件只头间所")


def _slashed(text: str, start: int, begin: int) -> Numeral | None:
    match = _FRACTION.match(text, start)
    if match is None or int(match.group(2)) < 2 or _YEARS.fullmatch(match.group()):
        return None
    value = Fraction(int(match.group(1)), int(match.group(2)))
    return Numeral(begin, match.end(), "single", (value if begin == start else -value,), (Decimal(0),), True)


def _range(text: str, start: int, low: Single, wall: int) -> Numeral | None:
    """Two values with a dash, 至 or 到 between them.

    Scale and unit of the second value hold for both (10-50万元), unless the first has its own.
    """
    position = low.end
    unit = None
    mark = text[position : position + 1]
    if mark not in _JOINTS:
        found = unit_at(text, position)
        if found is None:
            return None
        unit, position = found
        mark = text[position : position + 1]
        if mark not in _JOINTS:
            return None
    joint = _JOINT.match(text, position)
    if not mark or joint is None or joint.end() >= wall:
        return None
    from_to = mark in "至到" and _OPENING.search(text, max(0, start - 4), start) is not None
    if from_to and not _VARIES.match(text, joint.end()):
        return None
    high = read_single(text, joint.end())
    if high is None or high.end > wall or len(high.values) > 1 or high.arabic != low.arabic:
        return None
    if text[high.end : high.end + 1] in ("-", ":", "/"):
        return None
    if low.percent != high.percent:
        if text[high.end - 1] in "成折" and not low.percent and low.values[0] < 10:
            low = low._replace(values=(low.values[0] * 10,), resolution=low.resolution * 10)
        elif high.percent or not text.startswith("百分之", start) or unit_at(text, high.end) is not None:
            return None
    if unit is not None:
        second = unit_at(text, high.end)
        if second is None or second[0] != unit:
            return None
    first, resolution = low.values[0], low.resolution
    if unit is None and low.scale == 1 and high.scale > 1 and first < 10**4:
        first, resolution = first * high.scale, resolution * high.scale
    if first >= high.values[0]:
        return None
    return Numeral(
        start,
        high.end,
        "range",
        (first, high.values[0]),
        (resolution, high.resolution),
        low.arabic,
        high.percent or low.percent,
    )
