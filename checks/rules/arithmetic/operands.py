"""Operands: the printed numbers that a relation is about, each with the values it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_PLAIN = late(r"\d+(?:\.\d+)?")
_ROUND_FROM = 4
"""Digits from which an integer with trailing zeros may be a round one (3000家), below it counts exactly (200亿元)."""
_ABOUT = Fraction(1, 20)
"""近, 约 and 左右 are looser in use than in the table of bound words: 近六成 is said of 61.5%."""
_WIDEST = 3
"""Most trailing zeros that a reading as a round number gives away."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How a claim prints its values.

    Attributes:
        factor: How many canonical units one printed unit is.
        suffix: What is printed after the numeral (亿元, %, 家).
    """

    factor: Fraction
    suffix: str


_UNSCALED = frozenset({"", "%", "‰", "百分点", "千分点", "倍", "番", "名", "岁"})
PERCENT_SCALE = Scale(Fraction(1), "%")


@dataclass(frozen=True, slots=True)
class Operand:
    """One side of a relation, or a part of one.

    Attributes:
        claim: The claim, ``None`` for a constant such as the 100 that shares make.
        interval: The values meant, in canonical units, with the sign that the words give it.
        negative: Whether the words turn the printed number round (下降3% is -3).
        part: Which number of a ratio it is, -1 for a claim of one number.
    """

    claim: Claim | None
    interval: Interval
    negative: bool = False
    part: int = -1

    def numeral(self) -> str:
        """The numeral as printed, without grouping marks; empty for a constant."""
        if self.claim is None:
            return ""
        printed = self.claim.numeral.replace(",", "").replace("，", "").replace(" ", "")
        if self.part < 0:
            return printed
        parts = re.split(r"[:：∶比]", printed)
        return parts[self.part] if self.part < len(parts) else ""

    def hidden(self) -> bool:
        """Whether it is a mask."""
        return self.claim is not None and self.claim.masked

    def wide(self) -> Interval:
        """The values meant when trailing zeros of a large integer are rounding, not counting."""
        numeral = self.numeral()
        claim = self.claim
        if claim is None or claim.bound != "=" or claim.resolution is None or not numeral.isdecimal():
            return self.interval
        zeros = min(len(numeral) - len(numeral.rstrip("0")), _WIDEST)
        if len(numeral) < _ROUND_FROM or not zeros or claim.value is None:
            return self.interval
        meant = Interval.rounded(claim.value, claim.resolution * 10**zeros)
        return -meant if self.negative else meant

    def reread(self, numeral: str, shift: int = 0) -> Interval | None:
        """The interval if another numeral stood in this one's place.

        Args:
            numeral: Arabic digits with at most one point.
            shift: Power of ten by which the scale word would differ (4 for 亿 in place of 万).

        Returns:
            The interval, or ``None`` where the bound words leave no plain value to put it in.
        """
        claim = self.claim
        if claim is None or claim.bound not in ("=", "~") or not _PLAIN.fullmatch(numeral):
            return None
        factor = scale_of(claim).factor * Fraction(10) ** shift
        printed = Decimal(numeral)
        exponent = printed.as_tuple().exponent
        resolution = Fraction(10) ** int(exponent) * factor
        meant = Interval.rounded(Fraction(printed) * factor, resolution)
        if counted_exactly(claim) and resolution == 1:
            meant = Interval.exactly(Fraction(printed))
        return -meant if self.negative else meant


def counted_exactly(claim: Claim) -> bool:
    """Whether a claim counts things one by one: 13所 is thirteen, not anything that rounds to it."""
    unit = claim.quantity.unit
    return (
        unit is not None
        and unit.dimension in ("count", "people")
        and not unit.name.endswith("公里")
        and claim.bound == "="
        and claim.resolution == 1
        and claim.value is not None
    )


def operand(claim: Claim, negative: bool = False) -> Operand | None:
    """A claim as an operand.

    Args:
        claim: The claim.
        negative: Whether its words turn it round: a decrease counts below zero.

    Returns:
        The operand, ``None`` for a masked claim or one without an interval.
    """
    interval = claim.interval
    if interval is None or claim.masked:
        return None
    if claim.value is not None and counted_exactly(claim):
        interval = Interval.exactly(claim.value)
    negative = negative and (claim.value is None or claim.value >= 0)
    return Operand(claim, -interval if negative else interval, negative)


def operands(*claims: Claim) -> tuple[Operand, ...] | None:
    """Several claims as operands, ``None`` if one of them has no interval."""
    found = tuple(one for one in (operand(claim) for claim in claims) if one is not None)
    return found if len(found) == len(claims) else None


def operand_or_mask(claim: Claim, negative: bool = False) -> Operand | None:
    """A claim as an operand, a mask too: it stands for anything above zero, as signs are said in words."""
    if claim.masked and claim.quantity.numeral.shape == "masked":
        anything = Interval(Fraction(0), None, low_open=True)
        return Operand(claim, -anything if negative else anything, negative)
    return operand(claim, negative)


def operands_or_masks(*claims: Claim) -> tuple[Operand, ...] | None:
    """Several claims as operands, masks too, ``None`` if one of them has neither interval nor mask."""
    found = tuple(one for one in (operand_or_mask(claim) for claim in claims) if one is not None)
    return found if len(found) == len(claims) else None


def ratio_operands(claim: Claim) -> tuple[Operand, ...]:
    """The numbers of a ratio, each as an operand of its own, empty where they cannot be told apart."""
    parts = re.split(r"[:：∶比]", claim.numeral.replace(" ", ""))
    if len(parts) != len(claim.values) or not all(_PLAIN.fullmatch(part) for part in parts):
        return ()
    found = []
    for place, part in enumerate(parts):
        resolution = Fraction(10) ** int(Decimal(part).as_tuple().exponent)
        found.append(Operand(claim, Interval.rounded(claim.values[place], resolution), part=place))
    return tuple(found)


def constant(value: Fraction | int) -> Operand:
    """A number that is not printed."""
    return Operand(None, Interval.exactly(value))


def forgiving(one: Operand) -> Interval:
    """The operand's interval with the twentieth of its last digit that rounding twice may cost.

    About-words get a twentieth of the value: they refute only gross mismatches.
    """
    claim, interval = one.claim, one.interval
    if claim is not None and claim.bound == "~" and interval.low is not None and interval.high is not None:
        spare = abs(interval.low + interval.high) / 2 * _ABOUT
        return Interval(interval.low - spare, interval.high + spare)
    if claim is None or claim.bound != "=" or not claim.resolution or interval.low == interval.high:
        return interval
    if interval.low is None or interval.high is None:
        return interval
    spare = claim.resolution / 20
    return Interval(interval.low - spare, interval.high + spare)


@lru_cache(maxsize=4096)
def _scale(numeral: str, value: Fraction | None, words: str, unit: str) -> Scale:
    if value and _PLAIN.fullmatch(numeral):
        printed = Fraction(numeral)
        if printed:
            return Scale(abs(value) / printed, words)
    return _natural(value or Fraction(0), unit)


def scale_of(claim: Claim) -> Scale:
    """How a claim prints its values; canonical units for numerals in words."""
    numeral = claim.numeral.replace(",", "").replace(" ", "").lstrip("-−+")
    quantity = claim.quantity
    words = _scale_words(claim)
    value = claim.value
    if value is None and claim.values:
        return _natural(max(claim.values), claim.unit)
    return _scale(numeral, value, words + quantity.unit_printed, claim.unit)


def _natural(value: Fraction, unit: str) -> Scale:
    """The scale in which a value of numerals in words is easily read: 三百六十亿元 as 360 亿元."""
    if unit in _UNSCALED:
        return Scale(Fraction(1), unit)
    for factor, word in ((10**8, "亿"), (10**4, "万")):
        if abs(value) >= factor:
            return Scale(Fraction(factor), word + unit)
    return Scale(Fraction(1), unit)


def scale_beside(claim: Claim, others: Iterable[Claim]) -> Scale:
    """How to print values of a claim that may be a mask: as the first number beside it that has its unit."""
    if not claim.masked:
        return scale_of(claim)
    like = next((other for other in others if other.unit == claim.unit and not other.masked), None)
    return Scale(Fraction(1), claim.unit) if like is None else scale_of(like)


def _scale_words(claim: Claim) -> str:
    """The words of scale that a claim's numeral carries (万, 亿, 万亿), by what its value is to its numeral."""
    numeral = claim.numeral.replace(",", "").replace(" ", "").lstrip("-−+")
    if not claim.value or not _PLAIN.fullmatch(numeral) or not Fraction(numeral):
        return ""
    unit = claim.quantity.unit
    ratio = abs(claim.value) / Fraction(numeral) / (unit.factor if unit is not None else 1)
    return _SCALE_WORDS.get(ratio, "")


_SCALE_WORDS = {
    Fraction(10**2): "百",
    Fraction(10**3): "千",
    Fraction(10**4): "万",
    Fraction(10**6): "百万",
    Fraction(10**7): "千万",
    Fraction(10**8): "亿",
    Fraction(10**10): "百亿",
    Fraction(10**11): "千亿",
    Fraction(10**12): "万亿",
}


def with_sign(one: Operand) -> Operand:
    """The operand with its sign turned: what was written as a decrease read as an increase."""
    return replace(one, interval=-one.interval, negative=not one.negative)
