"""The formulas that the rules compute with, over the intervals of printed numbers.

A formula computes the stated number from the others, and says the same as an equation that can be solved for any of
them (``checks.identity``): the stated number has place 0 in it, the others follow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checks.identity import Term
from extract.interval import Exact, Interval

HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Formula:
    """What a number follows from.

    Attributes:
        compute: The stated number from the given ones, ``None`` where it cannot be computed.
        terms: The equation, by how many numbers are given; ``None`` for a formula that is no sum of products.
    """

    compute: Callable[[Sequence[Interval]], Interval | None]
    terms: Callable[[int], tuple[Term, ...]] | None = None

    def __call__(self, given: Sequence[Interval]) -> Interval | None:
        """Compute the stated number from the given ones."""
        return self.compute(given)


def term(factor: Exact, *numbers: int) -> Term:
    """A term with an exact factor."""
    return Term(Interval.exactly(factor), numbers)


def sum_of(intervals: Sequence[Interval]) -> Interval:
    """The sum of intervals."""
    total = Interval.exactly(0)
    for interval in intervals:
        total = total + interval
    return total


def _quotient(intervals: Sequence[Interval]) -> Interval | None:
    return intervals[0].over(intervals[1])


def _grown(intervals: Sequence[Interval]) -> Interval | None:
    quotient = _quotient(intervals)
    return None if quotient is None else (quotient - Interval.exactly(1)).scaled(HUNDRED)


def _by_increment(intervals: Sequence[Interval]) -> Interval | None:
    quotient = intervals[1].over(intervals[0] - intervals[1])
    return None if quotient is None else quotient.scaled(HUNDRED)


def _grown_times(intervals: Sequence[Interval]) -> Interval | None:
    times = _quotient(intervals)
    return None if times is None else times - Interval.exactly(1)


def _parts(count: int) -> tuple[Term, ...]:
    return tuple(term(-1, place) for place in range(1, count + 1))


def quotient_times(times: Exact, spare: Fraction = Fraction(0)) -> Formula:
    """The first number divided by the second, times an exact number.

    Args:
        times: The exact number.
        spare: By what share of itself the quotient may miss, where the divisor printed is not quite the one meant.
    """
    around = Interval(1 - spare, 1 + spare)
    inverse = Interval(1 / (1 + spare), 1 / (1 - spare))

    def compute(intervals: Sequence[Interval]) -> Interval | None:
        quotient = _quotient(intervals)
        if quotient is None:
            return None
        scaled = quotient.scaled(times)
        return scaled.times(around) if spare else scaled

    return Formula(compute, lambda _: (Term(inverse, (0, 2)), term(-Fraction(times), 1)))


def product_times(times: Exact) -> Formula:
    """The product of two numbers, times an exact number."""

    def compute(intervals: Sequence[Interval]) -> Interval:
        return intervals[0].times(intervals[1]).scaled(times)

    return Formula(compute, lambda _: (term(1, 0), term(-Fraction(times), 1, 2)))


def converted(factor: Exact) -> Formula:
    """One number times an exact one."""
    return Formula(
        lambda intervals: intervals[0].scaled(factor), lambda _: (term(1, 0), term(-Fraction(factor), 1))
    )


added = Formula(sum_of, lambda count: (term(1, 0), *_parts(count)))
"""The sum of the numbers."""
minus = Formula(
    lambda intervals: intervals[0] - intervals[1], lambda _: (term(1, 0), term(-1, 1), term(1, 2))
)
"""The first number less the second."""
quotient = Formula(_quotient, lambda _: (term(1, 0, 2), term(-1, 1)))
"""The first number divided by the second."""
share_of = quotient_times(HUNDRED)
"""The percentage that the first number is of the second."""
mean_of = Formula(
    lambda intervals: sum_of(intervals).scaled(Fraction(1, len(intervals))),
    lambda count: (term(count, 0), *_parts(count)),
)
"""The mean of the numbers."""
itself = Formula(lambda intervals: intervals[0], lambda _: (term(1, 0), term(-1, 1)))
"""The only number, for a relation that compares two as they are."""
growth_between = Formula(_grown, lambda _: (term(1, 0, 2), term(-100, 1), term(100, 2)))
"""The growth in percent from the second number to the first."""
growth_by_increment = Formula(_by_increment, lambda _: (term(1, 0, 1), term(-1, 0, 2), term(-100, 2)))
"""The growth in percent when the first number grew by the second."""
grown_times = Formula(_grown_times, lambda _: (term(1, 0, 2), term(-1, 1), term(1, 2)))
"""How many times the second number was added to it to make the first."""
