"""Masked numbers: a placeholder where a value should stand (X亿元, **家, ____万元, 20XX年)."""

from __future__ import annotations

import re

from extract.chinese_numerals import DIGITS, SCALES
from extract.quantity import Numeral
from extract.units import unit_at

_LETTERS = r"(?<![A-Za-z0-9])(?:[Xx]{1,6}(?:\.[Xx]{1,3})?|N{1,3})(?![A-Za-z0-9+])"
_SIGNS = r"[*＊]++|×++|[□○●△]++|[@?？]++|_{2,}+|某{1,2}+"
_EMPTY = r"[（(【\[][ \u3000]{1,12}[）)】\]]"
_HALF = r"(?<![0-9A-Za-z.])[0-9]{1,4}(?:[XxＸ]{1,4}|[×*]{1,4}|□{1,4})(?![0-9A-Za-z])"
# The characters that a placeholder can begin with, so that the others cost nothing.
_BEGINS = r"(?=[0-9XxN*＊×□○●△@?？_某（(【\[])"
_CANDIDATE = re.compile(f"{_BEGINS}(?:{_HALF}|{_LETTERS}|{_SIGNS}|{_EMPTY})")

# Placeholders that often are something else count only before money and shares.
_DOUBTFUL = frozenset("N@?？某●△([（【")
_MEASURED = frozenset({"money", "share", "points"})
# X县 and X大 mask a name.
_NAMED = frozenset(
    {
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
        "部门",
    }
    | {"队", "团", "站", "班", "楼", "强", "面", "方", "样", "手", "股", "房", "门", "点", "步", "度", "时"}
)
_AFTER_UNIT = frozenset("，,。；;：:、！!？?）)】”\n \t的以左上余多和及与")


def find_masks(text: str) -> list[Numeral]:
    """Find the placeholders that stand for a number.

    A placeholder counts where a unit or a scale follows or 第 stands before it; ** that opens bold type, X光, 5G and the ×
    of a multiplication do not.
    """
    masks: list[Numeral] = []
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        printed_end = _masked_until(text, start, end)
        if printed_end:
            ordinal = (
                text[:start].endswith("第") if start < 2 else text[start - 2 : start].rstrip().endswith("第")
            )
            masks.append(
                Numeral(start, printed_end, "masked", (), (), text[start].isdigit(), ordinal=ordinal)
            )
    return masks


def _masked_until(text: str, start: int, end: int) -> int:
    """Where a placeholder and its scale end, 0 where it stands for no number."""
    char, following = text[start], text[end : end + 1]
    if text[max(0, start - 2) : start].rstrip().endswith("第"):
        return 0 if char in "（([【@某" else end
    previous = text[start - 1 : start]
    if (
        following.isdigit()
        or previous.isdigit()
        or (char == "○" and (previous in DIGITS or following in DIGITS))
    ):
        return 0
    position = end + (following == " ")
    over = text[position : position + 1] in ("多", "余")
    scaled = position + over
    while text[scaled : scaled + 1] in SCALES and scaled < len(text):
        scaled += 1
    scale = scaled > position + over
    found = unit_at(text, scaled, counted=False)
    if found is None:
        after = text[scaled : scaled + 1]
        return scaled if scale and (not after or after in _AFTER_UNIT) else 0
    unit, unit_end = found
    if char in _DOUBTFUL and not scale and unit.dimension not in _MEASURED:
        return 0
    if unit.name in _NAMED and not scale:
        return 0
    if char in "*＊" and unit.dimension != "share":
        # Two asterisks open bold type as well: **美元指数**.
        after = text[unit_end : unit_end + 1]
        inside = "\u4e00" <= previous <= "\u9fff" and (scale or over or unit_end - scaled > 1)
        if after and after not in _AFTER_UNIT and not inside:
            return 0
    return scaled if scale else end
