"""Types of a number in running text: the numeral, its unit, its bound and its role."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from extract.interval import Interval

Bound = Literal["=", ">=", ">", "<=", "<", "~"]
Role = Literal[
    "claim",
    "date",
    "period",
    "ordinal",
    "enumerator",
    "name",
    "plan",
    "document_number",
    "phone",
    "article",
    "idiom",
    "structural_count",
    "version",
    "code",
    "unexplained",
]
Shape = Literal["single", "range", "ratio", "masked"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral as printed, with its scale (521亿, 百分之三点五, 6.8:45.2:48, **), before any unit is looked at.

    Attributes:
        start: Offset of its first character in the analysis text.
        end: Offset after its last character, its scale word (千万亿) included.
        shape: ``single``, ``range`` (two values), ``ratio`` (two or more values) or ``masked`` (no value).
        values: The values with the scale multiplied out, one for ``single``.
        resolutions: Unit of the last printed digit of each value, with the scale multiplied out. Chinese numerals and
            fractions count whole units of their last place (三千五百 → 100, 三分之一 → 0: exact).
        arabic: Whether Arabic digits were printed.
        percent: ``%`` or ``‰`` where the numeral carries it itself (百分之, 千分之, 五成, 八折), else empty.
        vague: Whether the numeral names a whole decade (几十, 十几, 三四十, 数百): its values are the ends.
        ordinal: Whether 第 stands before it.
    """

    start: int
    end: int
    shape: Shape
    values: tuple[Decimal | Fraction, ...]
    resolutions: tuple[Decimal, ...]
    arabic: bool
    percent: str = ""
    vague: bool = False
    ordinal: bool = False


ONE = Fraction(1)
"""The factor of a unit that is the canonical one."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a classifier.

    Attributes:
        name: Canonical name (元, 美元, %, 百分点, 人, 亩, 吨, 公里, 家, 个 …).
        factor: How many of the canonical unit one printed unit is (角 → 1/10 元).
        dimension: What it measures: money, share, points, count, length, area, mass, volume, time, energy, power,
            rank, multiple …
    """

    name: str
    factor: Fraction
    dimension: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with what belongs to it, and its role.

    Attributes:
        start: Offset of the numeral in the analysis text.
        end: Offset after its unit, or after the numeral where there is none.
        numeral: The numeral itself.
        unit: The unit, ``None`` where none is printed.
        unit_printed: The unit's words as printed, without the scale; empty where there is none.
        bound: What the bound words say.
        span: Offsets of the quantity with the bound words that touch it.
        role: What the numeral is there for.
        reason: Why it has this role, for the list of unexplained numerals and for debugging rules.
        bound_word: The word that sets the bound (近, 多, 以上), empty where there is none.
    """

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None
    unit_printed: str
    bound: Bound
    span: tuple[int, int]
    role: Role
    reason: str
    bound_word: str = ""

    def interval(self) -> Interval:
        """The values in canonical units that the quantity may stand for (the table of bound words in bounds.py)."""
        from extract.bounds import meant_interval

        return meant_interval(self)
