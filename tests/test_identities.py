"""Published figures and the identities of national accounting: as intervals, every one of them holds.

The figures are those of communiqués (field guide, section 8): facts, written here as bare numbers.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from checks.rules.arithmetic.formulas import (
    added,
    growth_between,
    growth_by_increment,
    minus,
    quotient,
    share_of,
    sum_of,
)
from extract.interval import Interval


def n(text: str, scale: int = 1) -> Interval:
    """A printed number as the values it stands for."""
    places = len(text.partition(".")[2])
    return Interval.rounded(Fraction(text) * scale, Fraction(scale, 10**places))


def met(computed: Interval | None, stated: Interval) -> bool:
    return computed is not None and computed.meets(stated)


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        (("89755", "482589", "688238"), "1260582"),  # 2023 output by industry
        (("287", "714.1", "1311.9"), "2313.0"),
        (("93267", "47700"), "140967"),  # 2023 population, town and country
        (("72032", "68935"), "140967"),  # men and women
        (("23.77", "17.99"), "41.76"),  # 2023 trade
        (("11950", "3235", "1780", "3768"), "20733"),  # income by source, first half of 2024
        (("4.3", "1.5", "-0.6"), "5.2"),  # pulls on 2023 growth
        (("6.8", "45.2", "48"), "100"),
    ],
)
def test_parts_make_their_total(parts: tuple[str, ...], total: str) -> None:
    assert met(added([n(part) for part in parts]), n(total))


def test_industry_and_construction_are_not_the_secondary_sector() -> None:
    assert not met(added([n("96426"), n("13978")]), n("109846"))


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("89755", "1260582", "7.1"),
        ("482589", "1260582", "38.3"),
        ("688238", "1260582", "54.6"),
        ("93267", "140967", "66.16"),  # urbanisation 2023
        ("2972", "4183", "71.04"),  # Fujian 2023: the bare quotient rounds to 71.05
        ("12186", "14063", "86.7"),  # median of mean income
    ],
)
def test_shares_are_what_part_and_whole_make_them(part: str, whole: str, share: str) -> None:
    assert met(share_of([n(part), n(whole)]), n(share))


def test_a_bare_quotient_would_have_raised_a_false_alarm() -> None:
    assert round(Fraction(2972, 4183) * 100, 2) != Fraction("71.04")


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [("902", "1110", "-208"), ("6.39", "7.87", "-1.48"), ("8.12", "5.36", "2.76"), ("1244", "1206", "38")],
)
def test_balances_come_out(one: str, other: str, difference: str) -> None:
    assert met(minus([n(one), n(other)]), n(difference))


def test_rates_are_events_over_the_mean_population() -> None:
    population = sum_of([n("141175"), n("140967")]).scaled(Fraction(1, 2))
    births, deaths = n("902").over(population), n("1110").over(population)
    assert births is not None
    assert deaths is not None
    assert births.scaled(1000).meets(n("6.39"))
    assert deaths.scaled(1000).meets(n("7.87"))


def test_the_population_moved_by_its_natural_increase() -> None:
    assert met(minus([n("140967"), n("141175")]), n("-208"))


@pytest.mark.parametrize(
    ("upper", "lower", "ratio", "times"),
    [
        ("45113", "25077", "1.80", 1),  # town and country income
        ("72032", "68935", "104.49", 100),  # sex ratio
    ],
)
def test_ratios_of_levels(upper: str, lower: str, ratio: str, times: int) -> None:
    computed = quotient([n(upper), n(lower)])
    assert computed is not None
    assert computed.scaled(times).meets(n(ratio))


def test_output_per_head_divides_by_the_mean_population() -> None:
    per_head = n("1260582", 10**8).over(n("141071", 10**4))
    assert met(per_head, n("89358"))
    in_dollars = n("141647").over(n("6.8985"))
    assert met(in_dollars, n("20533"))


@pytest.mark.parametrize(
    ("new", "old", "growth"),
    [
        ("471495", "439733", "7.2"),  # retail sales 2023
        ("216784", "203703", "6.4"),  # public revenue 2023
        ("15294", "14063", "8.8"),  # income, first half of 2019
    ],
)
def test_nominal_growth_is_what_the_levels_make_it(new: str, old: str, growth: str) -> None:
    assert met(growth_between([n(new), n(old)]), n(growth))


@pytest.mark.parametrize(
    ("new", "old", "growth"),
    [
        ("1260582", "1210207", "5.2"),  # output is at constant prices
        ("482589", "483164", "4.7"),  # secondary industry: the level fell, the growth was positive
        ("27298.3", "29047.6", "16.5"),  # industrial profits on a comparable set of firms
    ],
)
def test_real_and_comparable_growth_is_not(new: str, old: str, growth: str) -> None:
    assert not met(growth_between([n(new), n(old)]), n(growth))


def test_level_increment_and_growth_share_one_base() -> None:
    assert met(growth_by_increment([n("17795"), n("346")]), n("2.0"))  # grain, million jin


def test_pull_is_contribution_times_growth() -> None:
    assert n("82.5").times(n("5.2")).scaled(Fraction(1, 100)).meets(n("4.3"))


def test_things_above_a_threshold_are_worth_at_least_so_much() -> None:
    least = 3 * 50 + (26 - 3) * 5
    assert least == 265
    assert not n("351.6").below(Interval(Fraction(least), None))
    assert 55 * 10 + (180 - 55) * 1 == 675


@pytest.mark.parametrize("resolution", ["1", "0.1", "0.01"])
def test_rounded_equality_fails_where_intervals_hold(resolution: str) -> None:
    """Parts rounded one by one miss the rounded total, and the intervals know by how much they may."""
    q = Fraction(resolution)
    exact = [Fraction(value, 1000) for value in (12449, 30449, 7449)]
    rounded = [round(value / q) * q for value in exact]
    total = round(sum(exact) / q) * q
    assert met(added([Interval.rounded(value, q) for value in rounded]), Interval.rounded(total, q))
