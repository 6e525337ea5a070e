"""Identities: relations as equations that can be solved for any of their numbers.

An identity says that a sum of products is zero: 40+30+X-90 for a sum, 100·part - share·whole for a share. Each number
is linear in it, so that any one follows from the others. Whatever a relation leaves open (an inequality, the mean
population of a year in the place of its end) stands as an interval in a factor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checks.finding import Severity
from extract.interval import Interval

Domain = Interval | None
"""The values that a number may have; ``None`` where none is left."""


class Term(NamedTuple):
    """A product of an exact factor, or of what a factor leaves open, and of numbers.

    Attributes:
        factor: The factor.
        numbers: Places of the numbers in their list, at most two.
    """

    factor: Interval
    numbers: tuple[int, ...] = ()


class Number(NamedTuple):
    """A printed number as one of the unknowns of an identity.

    Attributes:
        claim: Number of its claim.
        part: Which number of a ratio it is, -1 for a claim of one number.
    """

    claim: int
    part: int = -1


@dataclass(frozen=True, slots=True)
class Identity:
    """An equation between printed numbers: its terms add up to zero.

    Attributes:
        numbers: The numbers in it, each once.
        meant: The values that each may stand for, everything above zero for a mask.
        wide: The same when trailing zeros of large integers are rounding.
        terms: The terms; they name the numbers by their places.
        masked: Which of the numbers are masks.
        worst: The gravest that a breach of it can be.
        left: The computation as written.
    """

    numbers: tuple[Number, ...]
    meant: tuple[Interval, ...]
    wide: tuple[Interval, ...]
    terms: tuple[Term, ...]
    masked: frozenset[Number]
    worst: Severity
    left: str


def solve(terms: Sequence[Term], values: Sequence[Interval], wanted: int) -> Interval | None:
    """The values of one number for which the terms can add up to zero.

    Args:
        terms: The terms; each holds the wanted number at most once.
        values: The values of the numbers, by place.
        wanted: Place of the number that is looked for.

    Returns:
        Its values, ``None`` where what it is multiplied with may be zero, so that nothing follows.
    """
    others = [term for term in terms if wanted not in term.numbers]
    own = [
        Term(term.factor, tuple(place for place in term.numbers if place != wanted))
        for term in terms
        if wanted in term.numbers
    ]
    if len(own) == 1:
        return _quotients(others, own[0], values)
    divisor = _total(own, values)
    return (-_total(others, values)).over(divisor)


def _quotients(terms: Sequence[Term], divisor: Term, values: Sequence[Interval]) -> Interval | None:
    """The terms divided by one product, with the sign turned; a number that stands in both is cancelled.

    A number that occurs twice would otherwise widen the result as if its two values were free of each other.
    """
    found = Interval.exactly(0)
    left = [term for term in terms if not (divisor.numbers and divisor.numbers == term.numbers)]
    for term in terms:
        if divisor.numbers and divisor.numbers == term.numbers:
            quotient = term.factor.over(divisor.factor)
            if quotient is None:
                return None
            found = found + quotient
    if left:
        rest = _total(left, values).over(_product(divisor, values))
        if rest is None:
            return None
        found = found + rest
    return -found


def _total(terms: Sequence[Term], values: Sequence[Interval]) -> Interval:
    total = Interval.exactly(0)
    for term in terms:
        total = total + _product(term, values)
    return total


def _product(term: Term, values: Sequence[Interval]) -> Interval:
    product = term.factor
    for place in term.numbers:
        product = product.times(values[place])
    return product


def within(one: Interval, other: Interval) -> Domain:
    """The values that two intervals have in common."""
    if not one.meets(other):
        return None
    low, low_open = max(
        (end for end in ((one.low, one.low_open), (other.low, other.low_open)) if end[0] is not None),
        default=(None, False),
        key=lambda end: (end[0], end[1]),
    )
    high, high_open = min(
        (end for end in ((one.high, one.high_open), (other.high, other.high_open)) if end[0] is not None),
        default=(None, False),
        key=lambda end: (end[0], not end[1]),
    )
    return Interval(low, high, low_open, high_open)
