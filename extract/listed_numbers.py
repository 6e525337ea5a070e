"""What the numbers of a list share: the unit and scale of the last one, the bound of the first one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from extract.bounds import BoundWord
from extract.chinese_numerals import LARGE_SCALES
from extract.quantity import Numeral, Quantity, Unit
from extract.units import POINTS, RANK

# Bound words that hold for every number of a list.
_DISTRIBUTED = frozenset({"超过", "突破", "跨越", "超", "不低于", "不少于", "超出", "高于", "低于"})
_LINKS = frozenset({"、", "和", "及", "与", "或", "、和"})
_MEASURED = frozenset(
    {"money", "share", "points", "multiple", "mass", "area", "length", "volume", "energy", "power"}
)
_MOST_APART = 100
"""How far the figures of a list may lie apart to count the same scale (1.2、3.4万吨, but not 980、1.2万吨)."""


def bound_of_list(text: str, last: Quantity, numeral: Numeral, unit: Unit | None) -> BoundWord | None:
    """The bound of the number before in a list: 突破7万亿、8万亿, 分别超过8万元、4.5万元."""
    if last.bound_word not in _DISTRIBUTED or last.unit != unit or last.role != "claim":
        return None
    if text[last.span[1] : numeral.start] not in ("、", "和"):
        return None
    return BoundWord(last.bound_word, last.bound, numeral.start, numeral.start)


def with_shared_units(found: list[Quantity], text: str) -> tuple[Quantity, ...]:
    """Give a bare number in a list the unit and role of its neighbour.

    一、二季度, 8、9月, 3.6和4.4个百分点, 1.2、3.4万吨 (the scale too), 31.1个和26.3个百分点, 第一、二、三产业.
    """
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        if following.unit is None or following.start - this.end > 2:
            continue
        between = text[this.end : following.start]
        if this.unit is not None:
            if following.unit == POINTS and this.unit_printed == "个" and between in _LINKS:
                found[index] = replace(this, unit=following.unit, reason="unit of the next in a list")
            continue
        if following.unit == RANK and this.role == "ordinal" and between in ("、第", "和第"):
            found[index] = replace(this, unit=RANK, role="claim", reason="rank in a list")
        if this.role == "unexplained" and following.role == "name" and between == "、":
            found[index] = replace(this, role="name", reason="like the next in a list")
        elif between in _LINKS and _shares(this, following, between):
            numeral = _scaled_alike(this.numeral, following.numeral, text)
            found[index] = replace(
                this,
                numeral=numeral,
                unit=following.unit,
                role=following.role,
                reason="unit of the next in a list",
            )
    for index in range(1, len(found)):
        before, this = found[index - 1], found[index]
        if this.role != "unexplained" or before.role not in ("ordinal", "name"):
            continue
        if text[before.end : this.start] in ("、", "和") and before.numeral.arabic == this.numeral.arabic:
            found[index] = replace(this, role=before.role, reason="like the one before in a list")
    return tuple(found)


def _shares(this: Quantity, following: Quantity, between: str) -> bool:
    """Whether a number without a unit counts what the next one counts."""
    assert following.unit is not None
    if this.numeral.arabic != following.numeral.arabic or this.numeral.shape not in ("single", "range"):
        return False
    if this.role == "unexplained":
        return between == "、" or following.unit.dimension in _MEASURED
    return (
        this.role == "claim"
        and this.reason == "number without a unit"
        and this.numeral.resolutions[0] < 1
        and following.unit.dimension in _MEASURED
    )


def _scaled_alike(this: Numeral, following: Numeral, text: str) -> Numeral:
    """A number with the scale of the next one, where its figures are of the same order."""
    scale = 1
    position = following.end
    while position > following.start and text[position - 1] in LARGE_SCALES:
        position -= 1
        scale *= LARGE_SCALES[text[position]]
    if scale == 1 or not this.arabic or not text[this.end - 1].isdigit():
        return this
    own, next_own = Fraction(this.values[-1]), Fraction(following.values[0]) / scale
    if not 0 < own <= next_own * _MOST_APART or next_own > own * _MOST_APART:
        return this
    return replace(
        this,
        values=tuple(
            value * Decimal(scale) if isinstance(value, Decimal) else value * scale for value in this.values
        ),
        resolutions=tuple(resolution * scale for resolution in this.resolutions),
    )
