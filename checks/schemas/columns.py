"""The kinds of columns and of checks that the schemas are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import pandas as pd
import pandera.pandas as pa


def table_of(
    columns: Mapping[str, pa.Column], checks: list[pa.Check], unique: list[str] | None = None
) -> pa.DataFrameSchema:
    """A schema with exactly these columns in this order; ``unique`` names those that make a row's key."""
    return pa.DataFrameSchema(dict(columns), checks=checks, unique=unique, strict=True, ordered=True)


def words(
    pattern: str = "", *, nullable: bool = False, filled: bool = False, unique: bool = False
) -> pa.Column:
    """A column of texts.

    Args:
        pattern: A regular expression that the whole text matches; any text if not given.
        nullable: Whether a cell may be null.
        filled: Whether the empty text is refused.
        unique: Whether every text stands once.
    """
    checks = []
    if pattern:
        checks.append(pa.Check.str_matches(rf"^(?:{pattern})\Z", error=f"应符合 {pattern}"))
    if filled:
        checks.append(pa.Check(lambda cells: cells != "", error="不能是空字符串"))
    return pa.Column("str", checks, nullable=nullable, unique=unique)


def choice(allowed: Any, *, nullable: bool = False) -> pa.Column:
    """A column of the values that a ``Literal`` type lists."""
    values = get_args(allowed)
    return pa.Column("str", pa.Check.isin(values, error=f"应为 {' '.join(values)} 之一"), nullable=nullable)


def count() -> pa.Column:
    """A column of whole numbers from 0."""
    return pa.Column("int64", pa.Check.ge(0, error="不能小于 0"))


def number(*checks: pa.Check) -> pa.Column:
    """A column of floats, where null means unknown."""
    return pa.Column("float64", list(checks), nullable=True)


def row_check(holds: Callable[[pd.DataFrame], pd.Series[bool]], words: str) -> pa.Check:
    """A check of whole rows, with what it expects in Chinese.

    A function that has the name of one of pandera's own checks would be taken for that one.
    """
    return pa.Check(holds, error=words)


def row_by_row(rows: pd.DataFrame, holds: Callable[[Mapping[str, Any]], bool]) -> pd.Series[bool]:
    """A check in Python of what no column operation can see, one value a row."""
    columns = [rows[name].tolist() for name in rows.columns]
    names = list(rows.columns)
    values = [holds(dict(zip(names, cells, strict=True))) for cells in zip(*columns, strict=True)]
    return pd.Series(values, index=rows.index, dtype=bool)
