"""Numbers of which some digits are masked (1X.5%, *.2亿元, 8□0万人)."""

from __future__ import annotations

from collections.abc import Iterator

from extract.han import HAN
from extract.late import late

_UNIT = r"(?=\s?(?:%|‰|个百分点|万亿元|亿元|万元|元|亿|万人|人次|人|万户|户|万吨|吨|万亩|亩|公里|家|个|件|项|名|套|亿斤))"
_SIGN = "[X×*□○]"
# A sign before a point or between a digit and a point stands for digits; × and * between two digits multiply.
_PARTIAL = late(
    rf"(?<![A-Za-z0-9.*×]){_SIGN}{{1,4}}\.(?:\d|{_SIGN}){{1,4}}{_UNIT}"
    rf"|(?<![A-Za-z0-9.]){_SIGN}{{1,4}}\d{{1,6}}(?:\.\d{{1,4}})?(?:%|个百分点|亿元|万元|{_UNIT})"
    rf"|\d{{1,6}}{_SIGN}{{1,4}}\.(?:\d|{_SIGN}){{1,4}}{_UNIT}"
    rf"|\d{{1,6}}\.\d{{0,3}}{_SIGN}{{1,3}}\d{{0,3}}{_UNIT}"
    rf"|\d{{1,6}}[X□○]{{1,4}}\d{{0,4}}(?:\.\d{{1,4}})?(?:(?<=[X□○])|(?<=\d)){_UNIT}"
)
_SEED = late(r"[X×*□○](?=[\d.])|(?<=\d)[X×*□○]")
_BEFORE = late(f"(?:{HAN}|[，、。；：])$")
_BOLD = late(r"\*\*\d")
_REACH = 12
_NEAR = 60


def partial_masks(text: str) -> Iterator[tuple[int, int]]:
    """Find such numbers in order.

    Args:
        text: The analysis text.
    """
    after = 0
    for seed in _SEED.finditer(text):
        at = seed.start()
        if at < after:
            continue
        for match in _PARTIAL.finditer(text, max(after, at - _REACH), at + 2 * _REACH):
            start, end = match.span()
            if not start <= at < end:
                continue
            if text[start] in "X×*□○" and not _BEFORE.search(text, max(0, start - 1), start):
                break  # 2×66万千瓦, **12% in bold
            if text[start] == "*" and _is_emphasis(text, start, end):
                break
            after = end
            yield start, end
            break


def _is_emphasis(text: str, start: int, end: int) -> bool:
    """Whether a star begins or ends bold type: two before a digit, or another one near by."""
    if _BOLD.match(text, start):
        return True
    return text.find("*", end, end + _NEAR) >= 0 or text.find("*", max(0, start - _NEAR), start) >= 0
