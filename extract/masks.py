"""Masked numbers: a placeholder where a value should stand (X亿元, **家, ____万元, 20XX年)."""

from __future__ import annotations

import re

from extract.chinese_numerals import SCALES
from extract.quantity import Numeral
from extract.units import unit_at

_CANDIDATE = re.compile(
    r"(?<![A-Za-z0-9])[Xx]{1,6}(?:\.[Xx]{1,3})?(?![A-Za-z0-9])|(?<![A-Za-z0-9])N{1,3}(?![A-Za-z0-9+])"
    r"|[×*＊□○●△@?？]++|_{2,}+|某{1,2}|(?:[（(【\[][ 　]{1,8}[）)】\]])"
)
_LIKELY = re.compile(r"[XxN×*＊□○●△@?？_某（(【\[]")
_STRICT = frozenset(
    {"money", "share", "points", "area", "mass", "energy", "power", "volume", "people", "length"}
)
_BOUNDARY = frozenset("，,。；;：:、！？!?）)】”\n \t的以左上余多和及与，") | {""}
_WEAK = frozenset("N@?？某○●△([（【")


def find_masks(text: str) -> list[Numeral]:
    """Find the placeholders that stand for a number.

    A placeholder counts where a unit or a scale follows, or 第 stands before it; ** that opens bold type, X光, 5G and
    the × of a multiplication do not.
    """
    masks: list[Numeral] = []
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        if _is_mask(text, start, end):
            after = end + (text[end : end + 1] == " ")
            scale_end = after
            while text[scale_end : scale_end + 1] in SCALES:
                scale_end += 1
            masks.append(
                Numeral(
                    start,
                    scale_end if scale_end > after else end,
                    "masked",
                    (),
                    (),
                    False,
                    ordinal=text[start - 1 : start] == "第",
                )
            )
    return masks


def _is_mask(text: str, start: int, end: int) -> bool:
    char = text[start]
    following = text[end : end + 1]
    before = text[start - 1 : start]
    if before == "第" or text[start - 2 : start] == "第 ":
        return char not in "（([【@"
    if following.isdigit() or (before.isdigit() and before.isascii()):
        return False
    position = end + (following == " ")
    over = position < len(text) and text[position] in "多余"
    if over:
        position += 1
    if text[position : position + 1] in SCALES:
        scaled = position
        while text[scaled : scaled + 1] in SCALES:
            scaled += 1
        found = unit_at(text, scaled)
        return found is not None or text[scaled : scaled + 1] in _BOUNDARY
    found = unit_at(text, position)
    if found is None:
        return False
    unit, unit_end = found
    if char in _WEAK:
        return unit.dimension in ("money", "share", "points")
    if char in "*＊":
        return (
            unit_end - position > 1
            or unit.dimension == "share"
            or text[unit_end : unit_end + 1] in _BOUNDARY
            or over
        )
    return unit.name not in (
        "县",
        "市",
        "省",
        "区",
        "乡",
        "镇",
        "村",
        "国",
        "州",
        "大",
        "社区",
        "室",
        "号",
        "路",
        "线",
        "代",
        "级",
        "型",
    )
