"""Masked numbers: a placeholder where a value should stand (X亿元, **家, ____万元, 20XX年)."""

from __future__ import annotations

from extract.chinese_numerals import DIGITS, SCALES
from extract.emphasis import bold_marks
from extract.late import late
from extract.quantity import Numeral
from extract.units import unit_at

_LETTERS = r"(?<![A-Za-z0-9])(?:[Xx]{1,6}(?:\.[Xx]{1,3})?|N{1,3})(?![A-Za-z0-9+])"
_SIGNS = r"[*＊]++|×++|[□○●△]++|[@?？]++|_{2,}+|某{1,2}+"
_EMPTY = r"[（(【\[][ \u3000]{1,12}[）)】\]]"
_HALF = r"(?<![0-9A-Za-z.])[0-9]{1,4}(?:[XxＸ]{1,4}|[×*]{1,4}|□{1,4})(?![0-9A-Za-z])"
# The characters that a placeholder can begin with, so that the others cost nothing.
_BEGINS = r"(?=[0-9XxN*＊×□○●△@?？_某（(【\[])"
_CANDIDATE = late(f"{_BEGINS}(?:{_HALF}|{_LETTERS}|{_SIGNS}|{_EMPTY})")

# Placeholders that often are something else count only before money and shares.
_DOUBTFUL = frozenset("N@?？某●△([（【")
_MEASURED = frozenset({"money", "share", "points"})
# X县 and X大 mask a name.
_NAMED = frozenset(
    {"社区", "部门"}.union("县市省区乡镇村国州大室号路线代级队团站班楼强面方样手股房门点步度时")
)
# Classifiers that count even before their noun (**家平台); 支, 种 and 处 rather begin the words behind a name (**支持).
_COUNTED = frozenset("个家项件")
_AFTER_UNIT = frozenset("，,。；;：:、！!？?）)】”\n \t的以左上余多和及与")


def find_masks(text: str) -> list[Numeral]:
    """Find the placeholders that stand for a number.

    A placeholder counts where a unit or a scale follows or 第 stands before it; ** that opens bold type, X光, 5G and the ×
    of a multiplication do not.
    """
    masks: list[Numeral] = []
    bold = bold_marks(text)
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        if start in bold:
            continue
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
        # Two asterisks may stand for a name as well, whose next word only begins like a unit: **支持企业.
        after = text[unit_end : unit_end + 1]
        inside = "\u4e00" <= previous <= "\u9fff" and (scale or over or unit_end - scaled > 1)
        counted = text[scaled:unit_end] in _COUNTED
        if after and after not in _AFTER_UNIT and not inside and not counted:
            return 0
    return scaled if scale else end
