"""Intervals: every operation keeps the values that the operands may have, and no more than it must."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extract.interval import Interval

WHOLE = st.integers(-6, 6).map(Fraction)


@st.composite
def intervals(draw: st.DrawFn, low: int = -6) -> Interval:
    """Non-empty intervals with small whole ends, some open, some infinite."""
    a = draw(st.integers(low, 6))
    b = draw(st.integers(a, 7))
    if a == b:
        return Interval.exactly(a)
    start = None if low < 0 and draw(st.integers(0, 5)) == 0 else Fraction(a)
    end = None if draw(st.integers(0, 5)) == 0 else Fraction(b)
    return Interval(
        start, end, start is not None and draw(st.booleans()), end is not None and draw(st.booleans())
    )


def contains(interval: Interval, value: Fraction) -> bool:
    """The definition, written out again."""
    above = interval.low is None or (value > interval.low if interval.low_open else value >= interval.low)
    under = interval.high is None or (value < interval.high if interval.high_open else value <= interval.high)
    return above and under


@st.composite
def members(draw: st.DrawFn, low: int = -6) -> tuple[Interval, Fraction]:
    """An interval and a value in it, often at or close to an end."""
    interval = draw(intervals(low))
    start = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 100
    end = interval.high if interval.high is not None else max(start, Fraction(0)) + 100
    share = draw(
        st.sampled_from([Fraction(0), Fraction(1, 1000), Fraction(1, 3), Fraction(999, 1000), Fraction(1)])
    )
    value = start + (end - start) * share
    assume(contains(interval, value))
    return interval, value


@given(members(), members())
def test_sums_and_products_keep_every_value(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]):
    (x, a), (y, b) = one, other
    assert contains(x + y, a + b)
    assert contains(x - y, a - b)
    assert contains(-x, -a)
    assert contains(x.times(y), a * b)


@given(members(), members())
def test_quotients_keep_every_value(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]):
    (x, a), (y, b) = one, other
    quotient = x.over(y)
    if quotient is None:
        assert contains(y, Fraction(0)) or Fraction(0) in (y.low, y.high)
    else:
        assert contains(quotient, a / b)


@given(members(), st.fractions(-5, 5, max_denominator=4))
def test_scaling_keeps_every_value(one: tuple[Interval, Fraction], factor: Fraction):
    interval, value = one
    assert contains(interval.scaled(factor), value * factor)


@given(members(low=0), st.integers(0, 4))
def test_powers_keep_every_value(one: tuple[Interval, Fraction], exponent: int):
    interval, value = one
    assert contains(interval.to_power(exponent), value**exponent)


def sample(interval: Interval) -> set[Fraction]:
    """Values of a finite interval, its ends where they belong to it and values close to them."""
    assert interval.low is not None
    assert interval.high is not None
    width = interval.high - interval.low
    marks = [interval.low + width * Fraction(step, 1000) for step in (0, 1, 500, 999, 1000)]
    return {mark for mark in marks if contains(interval, mark)} | (
        {Fraction(0)} if contains(interval, Fraction(0)) else set()
    )


@given(intervals(), intervals())
def test_products_reach_their_ends(x: Interval, y: Interval):
    assume(None not in (x.low, x.high, y.low, y.high))
    product = x.times(y)
    values = {a * b for a in sample(x) for b in sample(y)}
    assert product.low is not None
    assert product.high is not None
    assert min(values) - product.low <= Fraction(1, 2)
    assert product.high - max(values) <= Fraction(1, 2)
    assert product.low_open == (product.low not in values)
    assert product.high_open == (product.high not in values)


@given(intervals(), intervals(), WHOLE)
def test_meeting_is_having_a_value_in_common(x: Interval, y: Interval, value: Fraction):
    if contains(x, value) and contains(y, value):
        assert x.meets(y)
        assert y.meets(x)
    ends = [end for end in (x.low, x.high, y.low, y.high) if end is not None]
    near = {
        end + step for end in [*ends, Fraction(0)] for step in (Fraction(-1, 9), Fraction(0), Fraction(1, 9))
    }
    assert x.meets(y) == any(contains(x, mark) and contains(y, mark) for mark in near)


@given(intervals(), intervals())
def test_gap_is_the_distance(x: Interval, y: Interval):
    gap = x.gap(y)
    assert gap == y.gap(x)
    assert gap >= 0
    if gap > 0:
        assert not x.meets(y)
    if x.meets(y):
        assert gap == 0


@pytest.mark.parametrize(
    ("printed", "resolution", "low", "high"),
    [
        ("521", 1, "520.5", "521.5"),
        ("12.50", "0.01", "12.495", "12.505"),
        ("3000", 1000, "2500", "3500"),
        ("-0.6", "0.1", "-0.65", "-0.55"),
    ],
)
def test_a_printed_number_is_what_rounds_to_it(printed: str, resolution: object, low: str, high: str):
    interval = Interval.rounded(Decimal(printed), Decimal(str(resolution)))
    assert interval == Interval(Fraction(low), Fraction(high))


def test_a_part_of_an_open_zero_is_not_zero():
    more_than_nothing = Interval(Fraction(0), Fraction(4), low_open=True)
    assert more_than_nothing.times(Interval.exactly(0)) == Interval.exactly(0)
    assert more_than_nothing.times(Interval(Fraction(0), Fraction(1))) == Interval(
        Fraction(0), Fraction(4), False, False
    )


def test_an_infinite_factor_of_zero_stays_finite():
    at_least_two = Interval(Fraction(2), None)
    assert at_least_two.times(Interval.exactly(0)) == Interval.exactly(0)
    assert at_least_two.times(Interval(Fraction(-3), Fraction(-1))) == Interval(None, Fraction(-2))
    assert at_least_two.scaled(0) == Interval.exactly(0)


def test_powers_refuse_what_they_cannot_do():
    with pytest.raises(ValueError, match="non-negative"):
        Interval(Fraction(-1), Fraction(2)).to_power(2)
    with pytest.raises(ValueError, match="whole exponents"):
        Interval.exactly(2).to_power(-1)
    assert Interval(Fraction(2), None, True).to_power(0) == Interval.exactly(1)


def test_touching_open_ends_do_not_meet():
    below = Interval(None, Fraction(5), high_open=True)
    assert not below.meets(Interval.exactly(5))
    assert below.gap(Interval.exactly(5)) == 0
    assert Interval(None, Fraction(5)).meets(Interval(Fraction(5), None))


def test_dividing_by_what_may_be_zero_is_refused():
    assert Interval.exactly(1).over(Interval(Fraction(-1), Fraction(1))) is None
    assert Interval.exactly(1).over(Interval(Fraction(0), None)) is None
    assert Interval.exactly(6).over(Interval(Fraction(2), None)) == Interval(
        Fraction(0), Fraction(3), True, False
    )
    assert Interval.exactly(6).over(Interval(Fraction(-3), Fraction(-2))) == Interval(
        Fraction(-3), Fraction(-2)
    )
