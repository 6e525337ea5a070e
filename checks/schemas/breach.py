"""What rows are compared with, and what is said of one that does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors


@dataclass(frozen=True, slots=True)
class Context:
    """What a table's rows are compared with.

    Attributes:
        texts: The texts as read by doc_id, which offsets count; a document that could not be read has an empty one.
        documents: The doc_ids that exist.
        claims: The pairs of doc_id and claim_id that exist.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()
    claims: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Breach:
    """A row that breaks its schema.

    Attributes:
        row: Position of the row in the frame.
        column: The column, empty for a check that looks at several.
        check: What was expected, in Chinese.
        value: The cell that broke it, empty for a check that looks at several.
    """

    row: int
    column: str
    check: str
    value: str


def breaches_of(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> tuple[Breach, ...]:
    """Every breach of a schema, one for each row, column and check, in order of the rows.

    Args:
        schema: The schema.
        frame: Rows numbered from 0. A fault of a whole column, such as its type, is a breach of every row.
    """
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as problem:
        found: dict[Breach, None] = {}
        cases = problem.failure_cases
        for context, column, check, value, index in zip(
            cases["schema_context"],
            cases["column"],
            cases["check"],
            cases["failure_case"],
            cases["index"],
            strict=True,
        ):
            # A check of whole rows is reported once a column: the row is what matters.
            own = context == "Column"
            words = _PANDERA_WORDS.get(str(check), str(check))
            rows = range(len(frame)) if pd.isna(index) else (int(index),)
            for row in rows:
                found[Breach(row, str(column) if own else "", words, str(value) if own else "")] = None
        return tuple(sorted(found, key=lambda breach: (breach.row, breach.column, breach.check)))
    return ()


_PANDERA_WORDS = {
    "not_nullable": "不能为空",
    "field_uniqueness": "编号重复",
    "multiple_fields_uniqueness": "编号重复",
}
