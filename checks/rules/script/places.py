"""Telling many places of one kind as one finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from checks.finding import Hit

Span = tuple[int, int]
_MOST = 2000


def covered(places: Iterable[Span]) -> Callable[[int], bool]:
    """A test whether an offset lies inside one of some places.

    Args:
        places: Places in order that do not overlap.
    """
    starts, ends = [], []
    for start, end in places:
        starts.append(start)
        ends.append(end)

    def inside(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < ends[index]

    return inside


def gather(spans: Sequence[Span], message: str, evidence: str = "", suggestion: str = "") -> Hit:
    """One hit for all places of a kind: it points at the first and names the others, up to a sensible number.

    Args:
        spans: The places in order, at least one.
        message: What is wrong.
        evidence: The facts.
        suggestion: What to write instead.
    """
    first, *others = spans
    return Hit(*first, message, evidence, suggestion, tuple(others[:_MOST]))


def listed(words: Sequence[str], most: int = 8) -> str:
    """Distinct words in order of appearance, the first few of them, for a message."""
    distinct = list(dict.fromkeys(words))
    return "、".join(distinct[:most]) + ("等" if len(distinct) > most else "")
