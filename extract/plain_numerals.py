"""Numbers in figures, in characters and in both, with their scale: 12.5万, 三千五百, 1亿3000万, 十多万."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from extract.chinese_numerals import DIGITS, SCALES, Whole, bare_scale, is_bare_scale, read_whole
from extract.late import late
from extract.units import unit_at

CHINESE = "零〇○一二两三四五六七八九十百千万亿廿卅卌几壹贰叁肆伍陆柒捌玖拾佰仟"
# 叁 in the writing of cheques, and 两 in that of speech; both are words of their own elsewhere (参加, 他们俩).
_RARE = r"参(?=[拾佰仟万亿元圆角])|俩(?=[千百佰万亿])"


def starting(marks: str = "") -> re.Pattern[str]:
    """The pattern of a character that a numeral may begin with.

    It opens with one class of characters: so it is looked for several times as fast as a choice of words.

    Args:
        marks: More characters that count as a beginning.
    """
    at_once = rf"0-9{CHINESE}{marks}"
    return re.compile(
        rf"[{at_once}半数首翻参俩](?:(?<=[{at_once}])|(?<=半)(?=[个成小公斤吨升百天数])|(?<=数)(?=[十百千万亿])|(?<=首)(?=位)"
        r"|(?<=翻)(?=[番倍](?!新))|(?<=参)(?=[拾佰仟万亿元圆角])|(?<=俩)(?=[千百佰万亿]))"
    )


BEGINNINGS = frozenset(f"0123456789{CHINESE}数参俩")
"""Characters that a numeral above or below a fraction line may begin with."""

RUN = late(rf"(?:数?[{CHINESE}]|{_RARE})(?: ?[{CHINESE}]|{_RARE})*+(?:兆(?=[{CHINESE}元])[{CHINESE}]*+)?+")
"""A stretch of Chinese numeral characters, blanks of a bad scan included."""

ARABIC = late(
    r"[0-9]{1,3}(?: [0-9]{3})++(?:\.[0-9]++)?+(?= ?[万亿元人吨户亩%])"
    r"|[0-9]{1,3}(?:[,\u2009\u202f\u00a0][0-9]{3})++(?![0-9]|,[0-9])(?:\.[0-9]++)?+"
    r"|[0-9]++(?:\.\.?[0-9]++(?!\.[0-9])|·[0-9]{1,4}(?=[%‰百千万亿元美港英日吨亩倍公平立克斤桶人个户]))?+"
)
_POINT = late(
    r" ?点 ?([零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{1,20}+|[0-9]{1,20}+)(?![0-9零〇○一二三四五六七八九十拾百千点刻半钟时滴]|[万亿]{0,2}[点刻钟])"
)
_SCALE_RUN = late(r"[百千万亿]++")
_YEAR_TENS = frozenset("〇○零四五六七八九")
_OVER = frozenset("多余来")
_BEGINS_UNIT = frozenset("克瓦米伏卡帕赫焦")
_EXPONENT = late(r"[eE]([+-]?[0-9]{1,2})(?![0-9A-Za-z])")


class Plain(NamedTuple):
    """A number before fractions and shares are looked at.

    Attributes:
        end: Offset after the number and its scale.
        values: One value, or both ends of a vague one.
        resolution: What the last printed digit counts.
        arabic: Whether Arabic digits were printed.
        over: 多, 余 or 来 printed before the scale (十多万), else empty.
        scale: The scale words multiplied, 1 without any.
        bare: Whether only a scale is printed (百, 万亿).
    """

    end: int
    values: tuple[Decimal, ...]
    resolution: Decimal
    arabic: bool
    over: str = ""
    scale: int = 1
    bare: bool = False


def scale_at(text: str, position: int) -> tuple[int, int]:
    """The scale words at a position, multiplied, and the offset after them.

    千 and 百 that begin a unit (千瓦, 百分点) are no scale; 兆 is one only before a currency.
    """
    scale = 1
    stop = min(len(text), position + 4)
    while position < stop:
        char = text[position]
        factor = SCALES.get(char)
        if factor is None or char in "拾佰仟":
            break
        following = text[position + 1 : position + 2]
        if following:
            if char == "千" and following in _BEGINS_UNIT:
                break
            if char == "百" and (following == "帕" or text.startswith("分点", position + 1)):
                break
        if char == "兆" and (not following or following not in "元美日韩港"):
            break
        scale *= factor
        position += 1
    return scale, position


def read_plain(text: str, start: int) -> Plain | None:
    """Read the number that begins at an offset, without the share or fraction that it may be part of."""
    char = text[start]
    if char.isascii():
        return _read_arabic(text, start)
    if char == "半":
        if text.startswith("百", start + 1):
            return Plain(start + 2, (Decimal(50),), Decimal(50), False)
        return Plain(start + 1, (Decimal("0.5"),), Decimal("0.5"), False)
    return _read_chinese(text, start)


def _read_arabic(text: str, start: int) -> Plain | None:
    match = ARABIC.match(text, start)
    if match is None:
        return None
    printed, end = match.group(), match.end()
    if not printed.isdigit():
        printed = re.sub(r"[^0-9.]", "", printed.replace("·", ".").replace("..", "."))
    point = printed.find(".")
    if start and text[start - 1] == "." and point < 0 and (start < 2 or text[start - 2] in " \n\t(：:，。"):
        printed, point = "0." + printed, 1
    value = Decimal(printed)
    resolution = Decimal(1) if point < 0 else Decimal(1).scaleb(point + 1 - len(printed))
    following = text[end : end + 1]
    if following == "e" or following == "E":
        exponent = _EXPONENT.match(text, end)
        if exponent is not None:
            shift = int(exponent.group(1))
            return Plain(exponent.end(), (value.scaleb(shift),), resolution.scaleb(shift), True)
    begin, over = end, ""
    if following in _OVER and text[end + 1 : end + 2] in ("百", "千", "万", "亿"):
        begin, over = end + 1, following
    elif following == " " and text[end + 1 : end + 2] in ("万", "亿"):
        begin = end + 1
    elif following not in SCALES:
        return Plain(end, (value,), resolution, True)
    scale, after = scale_at(text, begin)
    if scale == 1:
        return Plain(end, (value,), resolution, True)
    if not over and text[after : after + 1] in _OVER and text[after + 1 : after + 2] == "亿":
        over, scale, after = text[after], scale * 10**8, after + 2
    value, resolution, last = value * scale, resolution * scale, scale
    while not over and last > 1:
        tail = _tail(text, after, last)
        if tail is None:
            break
        amount, place, after, last = tail
        if text[after : after + 1] in _OVER and text[after + 1 : after + 2] == "万" and last < 10**4:
            over, amount, place, after = text[after], amount * 10**4, place * 10**4, after + 2
        value, resolution = value + amount, Decimal(place)
    return Plain(after, (value,), resolution, True, over, scale)


def _tail(text: str, position: int, last: int) -> tuple[int, int, int, int] | None:
    """The lower part of a mixed numeral, the 3000万 of 1亿3000万.

    Returns:
        Its value, what its last digit counts, its end and its scale; ``None`` where no lower part follows.
    """
    blank = text[position : position + 1] == " "
    zero = text[position : position + 1] == "零"
    start = position + (zero or blank)
    if start >= len(text):
        return None
    char = text[start]
    if "0" <= char <= "9":
        match = ARABIC.match(text, start)
        if match is None or len(match.group()) > 8 or not match.group().isdigit():
            return None
        digits = match.group()
        scale, end = scale_at(text, match.end())
        value = int(digits) * scale
        complete = not blank and (zero or last == 10 ** len(digits))
        if scale == 1 and last == 10**8 and text[end : end + 1] in _OVER and text[end + 1 : end + 2] == "万":
            complete = not blank and len(digits) <= 4
        if value >= last or not (scale > 1 or complete):
            return None
        return value, scale, end, scale
    if char not in DIGITS or text[start + 1 : start + 2] not in SCALES:
        return None
    run = RUN.match(text, start)
    whole = read_whole(run.group()) if run else None
    if run is None or whole is None or whole.low != whole.high or whole.low >= last:
        return None
    return whole.low, whole.resolution, run.end(), 1


def _read_chinese(text: str, start: int) -> Plain | None:
    match = RUN.match(text, start)
    if match is None:
        return None
    run, size = _closed_up(match.group())
    end = start + size
    following = text[end : end + 1]
    if len(run) > 1:
        if (run[-1] == "两" and following not in ("个", "百", "千") and unit_at(text, end) is None) or (
            run[-1] in "百千" and following and scale_at(text, end - 1)[0] == 1
        ):
            run, end = run[:-1], end - 1
        following = text[end : end + 1]
    bare = is_bare_scale(run)
    if bare:
        low = high = resolution = bare_scale(run)
    elif following == "折" and len(run) == 2 and run[0] in DIGITS and run[1] in DIGITS:
        low = high = DIGITS[run[0]] * 10 + DIGITS[run[1]]
        resolution = 1
    else:
        whole = read_whole(run)
        if whole is None and following == "年" and len(run) == 2 and run[0] in _YEAR_TENS:
            whole = _short_year(run)
        if whole is None and run[-1] == "百" and following == "分":
            run, end, following = run[:-1], end - 1, "百"
            whole = read_whole(run)
        if whole is None:
            return None
        low, high, resolution = whole
    if low == high and following in ("点", " "):
        point = _POINT.match(text, end)
        if point is not None:
            return _read_point(text, low, point)
    over, scale = "", 1
    begin = end + 1 if following == " " else end
    if text[begin : begin + 1] in _OVER and _SCALE_RUN.match(
        text, begin + 1 + (text[begin + 1 : begin + 2] == " ")
    ):
        scale, after = scale_at(text, begin + 1 + (text[begin + 1 : begin + 2] == " "))
        if scale > 1:
            over, end = text[begin], after
            apart = _parts(run, scale)
            if apart is not None:
                return Plain(end, (Decimal(apart[0]),), Decimal(apart[1]), False, over, scale)
    if low != high:
        return Plain(
            end,
            (Decimal(low * scale), Decimal(high * scale)),
            Decimal(resolution * scale),
            False,
            over,
            scale,
        )
    if not over and "0" <= following <= "9" and run[-1] in SCALES:
        tail = _tail(text, end, SCALES[run[-1]])
        if tail is not None:
            return Plain(tail[2], (Decimal(low + tail[0]),), Decimal(tail[1]), True)
    return Plain(
        end, (Decimal(low * scale),), Decimal(resolution * scale), False, over, scale, bare and not over
    )


def _short_year(run: str) -> Whole | None:
    """九七年, a year by its last two digits."""
    if run[1] not in DIGITS:
        return None
    year = DIGITS[run[0]] * 10 + DIGITS[run[1]]
    return Whole(year, year, 1)


def _parts(run: str, scale: int) -> tuple[int, int] | None:
    """Value and resolution of 四亿零七百 before 多万, which counts 亿 and 万 apart."""
    upper, _, lower = run.rpartition("亿")
    lower = lower.lstrip("零〇○")
    if not upper or not lower or scale >= 10**8:
        return None
    above, below = read_whole(upper), read_whole(lower)
    if above is None or below is None:
        return None
    return above[0] * 10**8 + below[0] * scale, below[2] * scale


def _closed_up(run: str) -> tuple[str, int]:
    """A run without its blanks where it then reads as one number, else its first piece; and its printed length."""
    if " " not in run:
        return run, len(run)
    joined = run.replace(" ", "")
    if any(char in SCALES for char in joined) and read_whole(joined) is not None:
        return joined, len(run)
    piece = run[: run.index(" ")]
    return piece, len(piece)


def _read_point(text: str, whole: int, point: re.Match[str]) -> Plain:
    """一百点五, 三点五亿."""
    digits = "".join(char if char.isascii() else str(DIGITS[char]) for char in point.group(1))
    scale, end = scale_at(text, point.end())
    value = Decimal(f"{whole}.{digits}") * scale
    return Plain(end, (value,), Decimal(1).scaleb(-len(digits)) * scale, digits == point.group(1), "", scale)
