"""What a desk expects of its indicators, as checks of the claims."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from checks.policy import Expectation
from checks.schemas.breach import Breach, breaches_of
from checks.schemas.columns import row_check
from extract.claim import Kind


def expected(frame: pd.DataFrame, expectations: Mapping[str, Expectation]) -> tuple[Breach, ...]:
    """Compare claims with what a desk expects of its indicators.

    Args:
        frame: Rows of the table ``claims``, numbered from 0.
        expectations: By canonical name of an indicator.

    Returns:
        A breach for each row and expectation that do not agree; masks, ranges and ratios have no value to compare.
    """
    checks = [check for name, row in expectations.items() for check in _expectation_checks(name, row)]
    return breaches_of(pa.DataFrameSchema(checks=checks), frame) if checks else ()


def _expectation_checks(name: str, expectation: Expectation) -> list[pa.Check]:
    """What is expected of an indicator's level; of its growth or share too, where the desk expects a percentage."""
    kinds: list[Kind] = ["level", "growth", "share"] if expectation.unit in ("%", "‰") else ["level"]

    def concerned(rows: pd.DataFrame) -> pd.Series[bool]:
        return (
            (rows["indicator_key"] == name).fillna(False) & rows["kind"].isin(kinds) & rows["value"].notna()
        )

    def measured(rows: pd.DataFrame) -> pd.Series[bool]:
        return (rows["unit"] == expectation.unit).fillna(False)

    def unit_agrees(rows: pd.DataFrame) -> pd.Series[bool]:
        return ~concerned(rows) | measured(rows)

    def value_agrees(rows: pd.DataFrame) -> pd.Series[bool]:
        low = float("-inf") if expectation.low is None else expectation.low
        high = float("inf") if expectation.high is None else expectation.high
        agrees = ~concerned(rows) | rows["value"].between(low, high)
        return agrees | ~measured(rows) if expectation.unit else agrees

    checks = []
    if expectation.unit:
        checks.append(row_check(unit_agrees, f"{name}的单位应为{expectation.unit}"))
    if expectation.low is not None or expectation.high is not None:
        low = "不限" if expectation.low is None else f"{expectation.low:.15g}"
        high = "不限" if expectation.high is None else f"{expectation.high:.15g}"
        checks.append(row_check(value_agrees, f"{name}应在 {low} 到 {high} 之间"))
    return checks
