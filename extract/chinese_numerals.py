"""Numerals written in Chinese characters: 一千二百三十四, 二〇二五, 五六十, 几百万, 三千五."""

from __future__ import annotations

from typing import NamedTuple

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "俩": 2, "参": 3,
}  # fmt: skip
SMALL_SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE_SCALES = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCALES = SMALL_SCALES | LARGE_SCALES
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_SHORT_TENS = frozenset(_TENS)
LONGEST = 60
_BARE = frozenset(SCALES).difference("十拾")


class Whole(NamedTuple):
    """A whole number read from Chinese characters.

    Attributes:
        low: The value, or the lowest one of a vague numeral.
        high: The value, or the highest one of a vague numeral.
        resolution: What the last printed place counts (三千五百 → 100).
    """

    low: int
    high: int
    resolution: int


def read_whole(run: str) -> Whole | None:
    """Read a run of Chinese numeral characters.

    Args:
        run: Digits and the scales 十 百 千 万 亿 兆, plain or formal, with 几 and 数 for an unknown digit and two
            neighbouring digits for an approximate one (五六十).

    Returns:
        The number, or ``None`` where the characters form none (百分 aside, 万一, 三三两两).
    """
    if not _SHORT_TENS.isdisjoint(run):
        for short, full in _TENS.items():
            run = run.replace(short, full)
    if len(run) > LONGEST:
        return None
    if len(run) == 1:
        value = DIGITS.get(run)
        if value is None:
            return Whole(10, 10, 10) if run in "十拾" else None
        return Whole(value, value, 1)
    if "几" in run or run[0] == "数":
        return _read_unknown_digit(run)
    digits = [DIGITS.get(char) for char in run]
    if None not in digits:
        return _read_digits(run, digits)
    pair = _pair(digits)
    if pair is None:
        exact = _read_places(run)
        return None if exact is None else Whole(exact[0], exact[0], exact[1])
    low = _read_places(run[: pair + 1] + run[pair + 2 :])
    high = _read_places(run[:pair] + run[pair + 1 :])
    if low is None or high is None or low[0] >= high[0]:
        return None
    return Whole(low[0], high[0], low[1])


def is_bare_scale(run: str) -> bool:
    """Whether a run names a scale and no digit (千万, 亿, 百亿)."""
    return run[0] in _BARE and len(run) <= 3 and _BARE.issuperset(run)


def bare_scale(run: str) -> int:
    """The value of a run that names a scale and no digit."""
    value = 1
    for char in run:
        value *= SCALES[char]
    return value


def _pair(digits: list[int | None]) -> int | None:
    """Index of the first of two neighbouring digits that name an approximate number."""
    found = None
    for index in range(len(digits) - 1):
        first, second = digits[index], digits[index + 1]
        if first is None or second is None or first == 0:
            continue
        if found is not None or second == 0:
            return None
        found = index
    return found


def _read_digits(run: str, digits: list[int | None]) -> Whole | None:
    first, second = digits[0], digits[1]
    assert first is not None
    assert second is not None
    if len(run) == 2 and (second == first + 1 or (first, second) == (3, 5)) and first:
        return Whole(first, second, 1)
    if (len(run) == 2 and 0 not in digits) or "两" in run:
        return None
    value = 0
    for digit in digits:
        value = value * 10 + (digit or 0)
    return Whole(value, value, 1)


def _read_unknown_digit(run: str) -> Whole | None:
    """几 and 数 stand for any digit: 几十 from 20 to 99, 十几 from 10 to 19."""
    place = run.find("几")
    if run[0] == "数":
        if place >= 0:
            return None
        place = 0
    head, tail = run[:place], run[place + 1 :]
    if "几" in tail or (tail and tail[0] not in SCALES):
        return None
    if not head and not tail:
        return Whole(2, 9, 1)
    low = _read_places(head + tail if head else "二" + tail)
    high = _read_places(head + "九" + tail)
    if low is None or high is None:
        return None
    return Whole(low[0], high[0] + high[1] - 1, high[1])


def _read_places(run: str) -> tuple[int, int] | None:
    """Value and resolution of an exact numeral with its places (一千零五十, 三千五, 百二万)."""
    total = section = 0
    digit: int | None = None
    zero = False
    scale = large = 0
    resolution = 1
    for char in run:
        value = DIGITS.get(char)
        if value is not None:
            if digit:
                return None
            digit, zero, resolution = value, zero or value == 0, 1
            continue
        small = SMALL_SCALES.get(char)
        if small is not None:
            if (scale and small >= scale) or (digit is None and scale and small != 10):
                return None
            section += (digit or 1) * small
            scale = resolution = small
            digit, zero = None, False
            continue
        size = LARGE_SCALES[char]
        if digit:
            place = 1 if zero or not scale else scale // 10
            section += digit * place
            resolution = place
        if total and (large < size or not section):
            total = (total + section) * size
        elif section:
            total += section * size
        else:
            return None
        resolution *= size
        section, scale, large, digit, zero = 0, 0, size, None, False
    if digit:
        resolution = 1 if zero else max(1, (scale or large) // 10)
        section += digit * resolution
    return (total + section, resolution) if total or section else None
