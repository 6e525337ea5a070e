"""A claim made of a quantity and of what it was found to mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from extract.claim import Claim, Direction, Kind, Period, Status
from extract.indicators import canonical, scope_of
from extract.late import late
from extract.periods import PeriodMention
from extract.quantity import ONE, Quantity

_NUMERAL_SCALE = late(r"(?:[十百千万亿]+|%|‰)$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a quantity says, beside its value.

    Attributes:
        kind: What sort of statement it is.
        direction: Whether a growth or a change goes up or down.
        status: Whether it is a result, an aim or an estimate.
        indicator: The thing measured, ``None`` where unknown.
        period: The period, ``None`` where none is known.
        region: The region's own words, ``None`` where none is known.
        base: What it is compared with, ``None`` where that is not printed.
    """

    kind: Kind
    direction: Direction | None
    status: Status
    indicator: str | None
    period: PeriodMention | None
    region: str | None
    base: str | None


def claim_of(number: int, sentence: int, text: str, quantity: Quantity, meaning: Meaning) -> Claim:
    """The claim that a quantity makes.

    Args:
        number: Index of the claim.
        sentence: Index of its sentence.
        text: The analysis text.
        quantity: The quantity, in the unit that holds for it.
        meaning: What it says.

    Returns:
        The claim with its values in canonical units.
    """
    numeral, unit, indicator, period = quantity.numeral, quantity.unit, meaning.indicator, meaning.period
    factor = unit.factor if unit is not None else ONE
    values = tuple([Fraction(value) for value in numeral.values])
    resolution = _exact(numeral.resolutions[-1]) if numeral.resolutions else None
    if factor is not ONE:
        values = tuple([value * factor for value in values])
        resolution = None if resolution is None else resolution * factor
    single = numeral.shape == "single" and not numeral.vague and len(values) == 1
    masked = numeral.shape == "masked"
    printed = text[numeral.start : numeral.end]
    key, price_class = canonical(indicator) if indicator else (None, None)
    start, end = quantity.span
    return Claim(
        number=number,
        start=start,
        end=end,
        quantity=quantity,
        numeral=_NUMERAL_SCALE.sub("", printed) or printed,
        value=values[0] if single else None,
        values=() if single or masked else values,
        resolution=None if masked else resolution,
        interval=None if masked or numeral.shape == "ratio" else quantity.interval(),
        unit=unit_name(quantity),
        bound=quantity.bound,
        kind=meaning.kind,
        direction=meaning.direction,
        status=meaning.status,
        masked=masked,
        indicator=indicator,
        indicator_key=key,
        price_class=price_class,
        scope=scope_of(indicator) if indicator else None,
        region=meaning.region,
        period=None if period is None else Period(period.text, period.first, period.last),
        base=meaning.base,
        sentence=sentence,
    )


@lru_cache(maxsize=256)
def _exact(resolution: Decimal) -> Fraction:
    return Fraction(resolution)


def unit_name(quantity: Quantity) -> str:
    """The canonical unit of a quantity, empty where it has none."""
    return quantity.unit.name if quantity.unit is not None else ""
