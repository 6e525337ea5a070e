"""What a claim is about: the words of indicator, period and region, folded so that two mentions can be compared."""

from __future__ import annotations

from extract.claim import Claim, Period
from extract.late import late

_OWN = late(r"[全我本][省市县区州镇乡]")


def own_region(words: str | None) -> bool:
    """Whether a region is the document's own: 全市, 我县 and the like, or none printed."""
    return not words or _OWN.fullmatch(words) is not None


def region_name(words: str | None) -> str:
    """A region for comparison, empty for the document's own."""
    return "" if own_region(words) or words is None else words


def same_period(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are one: the same days where both are resolved, else the same words."""
    if one is None or other is None:
        return one is other
    if one.start and other.start:
        return (one.start, one.end) == (other.start, other.end)
    return one.text == other.text


def subject_key(claim: Claim) -> tuple[str, ...] | None:
    """What a claim is about but for its period, ``None`` where the indicator is unknown: then nothing can be compared."""
    name = claim.indicator_key or claim.indicator
    if not name:
        return None
    return (name, claim.scope or "", claim.kind, claim.status, claim.unit, region_name(claim.region))
