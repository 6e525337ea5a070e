"""The claim: what a quantity says about whom, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from extract.interval import Interval
from extract.quantity import Bound, Quantity

Kind = Literal[
    "level",
    "growth",
    "share",
    "rank",
    "ratio",
    "multiple",
    "change",
    "difference",
    "duration",
    "threshold",
    "other",
]
Direction = Literal["up", "down"]
Status = Literal["actual", "target", "estimate"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period as printed and, where the document dates itself, as days.

    Attributes:
        text: The document's words.
        start: First day, ISO 8601, or ``None``.
        end: Last day, ISO 8601, or ``None``.
    """

    text: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity asserted about something, in offsets of the analysis text.

    Attributes:
        number: Index of the claim in the document, from 0; the table's ``claim_id`` is made from it.
        start: Offset of the quantity with the bound words that touch it.
        end: Offset after it.
        quantity: The quantity.
        numeral: The numeral as printed, without scale and unit (``56.37``); it carries the precision.
        value: Exact value in canonical units, ``None`` for a mask, a range or a ratio.
        values: Exact values of a range or a ratio in canonical units, empty for anything else.
        resolution: Unit of the last printed digit in canonical units, ``None`` for a mask.
        interval: What the number may stand for, ``None`` for a mask and for a ratio.
        unit: Canonical unit, empty where none is printed.
        bound: What the bound words say.
        kind: What sort of statement it is (gold: level growth share rank …).
        direction: Whether a growth or a change goes up or down.
        status: Whether it is a result, an aim or an estimate.
        masked: Whether the value is hidden behind a placeholder.
        indicator: The thing measured, in the document's own words, ``None`` where unknown.
        indicator_key: Its canonical name, ``None`` where the lexicon does not know it.
        price_class: How its growth is computed (``real``, ``comparable``, ``nominal_weak``, ``nominal``, ``stock``,
            ``physical``, ``rate``), ``None`` where unknown.
        scope: 全市, 市本级, 规上, 限上 …, ``None`` where none is printed.
        region: The region's own words, ``None`` where none is known.
        period: The period, ``None`` where none is known.
        base: What a growth or a change is measured from (比上年, 同比, 比2020年), ``None`` where none is printed.
        sentence: Index of its sentence.
    """

    number: int
    start: int
    end: int
    quantity: Quantity
    numeral: str
    value: Fraction | None
    values: tuple[Fraction, ...]
    resolution: Fraction | None
    interval: Interval | None
    unit: str
    bound: Bound
    kind: Kind
    direction: Direction | None
    status: Status
    masked: bool
    indicator: str | None
    indicator_key: str | None
    price_class: str | None
    scope: str | None
    region: str | None
    period: Period | None
    base: str | None
    sentence: int
