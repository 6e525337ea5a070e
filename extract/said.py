"""What has been said before a claim, and what holds around its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from extract.claim import Direction, Kind, Status
from extract.periods import PeriodMention


@dataclass(slots=True)
class Said:
    """What a paragraph has said so far, for the claims that leave it out.

    Attributes:
        topic: What was measured last in the sentence.
        before: What the sentence before measured last.
        status: Target or actual where words said so.
        estimate: What an estimate in force is about, empty for everything that follows, ``None`` for no estimate.
        period: The period named last.
        region: The region named last.
        kind: Kind of the claim before.
        direction: Direction of the claim before.
        unit: Unit of the claim before.
        base: Base of comparison of the claim before.
        products: Whether a list of products tells their output.
        ends: The two periods of 从2020年的…提高到2025年的…, which serve what follows in the same form.
    """

    topic: str | None = None
    before: str | None = None
    status: Status | None = None
    estimate: str | None = None
    period: PeriodMention | None = None
    region: str | None = None
    kind: Kind | None = None
    direction: Direction | None = None
    unit: str = ""
    base: str | None = None
    products: bool = False
    ends: tuple[PeriodMention, PeriodMention] | None = None

    def closed(self) -> Said:
        """What outlives the end of a sentence in its paragraph."""
        return Said(
            before=self.topic or self.before, direction=self.direction, unit=self.unit, ends=self.ends
        )


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole sentence.

    Attributes:
        aims: Whether its section announces aims.
        lead: The leading period in force.
        over: Last year that is over on the document's day, ``None`` where unknown.
        planned: First day of the five-year plan that the document reports on, ``None`` for any other document.
        short: Whether the sentence stands in a paragraph of its own, as the items of a plan do.
    """

    aims: bool
    lead: PeriodMention | None
    over: int | None
    planned: str | None
    short: bool
