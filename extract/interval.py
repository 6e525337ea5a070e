"""Exact intervals: what a printed number can stand for.

A number printed with q as the unit of its last digit stands for every value that rounds to it, the closed interval
from v - q/2 to v + q/2 (both half-up and half-even rounding lie inside: GB/T 8170-2008). A relation between printed
numbers is broken only when the intervals of its two sides cannot meet.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

Exact = Fraction | Decimal | int


class _End(NamedTuple):
    """An end of an interval: a value, or infinity when ``infinite`` is -1 or 1."""

    infinite: int
    value: Fraction
    opened: bool


def _corner(one: _End, other: _End) -> _End:
    """The product of two ends; it is attained when both are, or when one of them is an attained zero."""
    zeros = [end for end in (one, other) if not end.infinite and end.value == 0]
    if zeros:
        return _End(0, Fraction(0), all(end.opened for end in zeros))
    opened = one.opened or other.opened
    if one.infinite or other.infinite:
        signs = [end.infinite or (1 if end.value > 0 else -1) for end in (one, other)]
        return _End(signs[0] * signs[1], Fraction(0), True)
    return _End(0, one.value * other.value, opened)


class Interval(NamedTuple):
    """The values from ``low`` to ``high``; an end that is ``None`` is infinite.

    Attributes:
        low: Lower end, ``None`` for minus infinity.
        high: Upper end, ``None`` for plus infinity.
        low_open: Whether the lower end itself is left out (突破, 超过).
        high_open: Whether the upper end itself is left out (不足, 不到).
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, value: Exact) -> Interval:
        """The interval of one value."""
        exact = Fraction(value)
        return cls(exact, exact)

    @classmethod
    def rounded(cls, value: Exact, resolution: Exact) -> Interval:
        """The values that round to ``value`` when the last digit counts ``resolution``."""
        exact, half = Fraction(value), Fraction(resolution) / 2
        return cls(exact - half, exact + half)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: object) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def times(self, other: Interval) -> Interval:
        """The products of a value of this and a value of the other."""
        corners = [_corner(a, b) for a in self._ends() for b in other._ends()]
        low = min(corners, key=lambda end: (end.infinite, end.value, end.opened))
        high = max(corners, key=lambda end: (end.infinite, end.value, not end.opened))
        return Interval(
            None if low.infinite else low.value,
            None if high.infinite else high.value,
            not low.infinite and low.opened,
            not high.infinite and high.opened,
        )

    def over(self, other: Interval) -> Interval | None:
        """The quotients, or ``None`` where the divisor may be zero."""
        if other.low is None or other.low <= 0:
            if other.high is None or other.high >= 0:
                return None
            return (-self).over(-other)
        inverse = Interval(
            Fraction(0) if other.high is None else 1 / other.high,
            1 / other.low,
            other.high_open or other.high is None,
            other.low_open,
        )
        return self.times(inverse)

    def _ends(self) -> tuple[_End, _End]:
        zero = Fraction(0)
        low = _End(-1, zero, True) if self.low is None else _End(0, self.low, self.low_open)
        high = _End(1, zero, True) if self.high is None else _End(0, self.high, self.high_open)
        return low, high

    def scaled(self, factor: Exact) -> Interval:
        """Every value times one exact number."""
        exact = Fraction(factor)
        if exact < 0:
            return (-self).scaled(-exact)
        if exact == 0:
            return Interval.exactly(0)
        return Interval(
            None if self.low is None else self.low * exact,
            None if self.high is None else self.high * exact,
            self.low_open,
            self.high_open,
        )

    def to_power(self, exponent: int) -> Interval:
        """Powers of a non-negative interval with a whole exponent, so that no root is needed.

        Raises:
            ValueError: If the interval reaches below zero or the exponent is negative.
        """
        if exponent < 0 or self.low is None or self.low < 0:
            raise ValueError("powers are defined for non-negative intervals and whole exponents")
        if exponent == 0:
            return Interval.exactly(1)
        high = None if self.high is None else self.high**exponent
        return Interval(self.low**exponent, high, self.low_open, self.high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every value of this lies under every value of the other."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def gap(self, other: Interval) -> Fraction:
        """The distance between the two, zero where they meet or touch."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return Fraction(0)
