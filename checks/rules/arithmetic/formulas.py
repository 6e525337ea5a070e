"""The formulas that more than one rule computes with, over the intervals of printed numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from extract.interval import Interval

HUNDRED = Fraction(100)


def added(intervals: Sequence[Interval]) -> Interval:
    """The sum of intervals."""
    total = Interval.exactly(0)
    for interval in intervals:
        total = total + interval
    return total


def minus(intervals: Sequence[Interval]) -> Interval:
    """The first interval less the second."""
    return intervals[0] - intervals[1]


def quotient(intervals: Sequence[Interval]) -> Interval | None:
    """The first interval divided by the second, ``None`` where that may be zero."""
    return intervals[0].over(intervals[1])


def share_of(intervals: Sequence[Interval]) -> Interval | None:
    """The percentage that the first interval is of the second, ``None`` where that may be zero."""
    part = quotient(intervals)
    return None if part is None else part.scaled(HUNDRED)


def mean_of(intervals: Sequence[Interval]) -> Interval:
    """The mean of intervals."""
    return added(intervals).scaled(Fraction(1, len(intervals)))


def itself(intervals: Sequence[Interval]) -> Interval:
    """The only interval, for a relation that compares two numbers as they are."""
    return intervals[0]
