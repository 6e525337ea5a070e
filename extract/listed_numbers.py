"""What the numbers of a list share: the unit of the last one, the bound of the first one."""

from __future__ import annotations

from dataclasses import replace

from extract.bounds import BoundWord
from extract.quantity import Numeral, Quantity, Unit
from extract.units import RANK

# Bound words that hold for every number of a list.
_DISTRIBUTED = frozenset({"超过", "突破", "跨越", "超", "不低于", "不少于", "超出", "高于", "低于"})


def bound_of_list(text: str, last: Quantity, numeral: Numeral, unit: Unit | None) -> BoundWord | None:
    """The bound of the number before in a list: 突破7万亿、8万亿, 分别超过8万元、4.5万元."""
    if last.bound_word not in _DISTRIBUTED or last.unit != unit or last.role != "claim":
        return None
    if text[last.span[1] : numeral.start] not in ("、", "和"):
        return None
    return BoundWord(last.bound_word, last.bound, numeral.start, numeral.start)


def with_shared_units(found: list[Quantity], text: str) -> tuple[Quantity, ...]:
    """Give a bare number in a list the unit and role of its neighbour: 一、二季度, 8、9月, 2、3厘, 第一、二、三产业."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        if following.unit is None or this.unit is not None:
            continue
        between = text[this.end : following.start]
        if following.unit == RANK and this.role == "ordinal" and between in ("、第", "和第"):
            found[index] = replace(this, unit=RANK, role="claim", reason="rank in a list")
        if this.role != "unexplained":
            continue
        if between == "、" and this.numeral.arabic == following.numeral.arabic:
            found[index] = replace(
                this, unit=following.unit, role=following.role, reason="unit of the next in a list"
            )
    for index in range(1, len(found)):
        before, this = found[index - 1], found[index]
        if this.role != "unexplained" or before.role not in ("ordinal", "name"):
            continue
        if text[before.end : this.start] in ("、", "和") and before.numeral.arabic == this.numeral.arabic:
            found[index] = replace(this, role=before.role, reason="like the one before in a list")
    return tuple(found)
