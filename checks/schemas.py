"""The schema of every table, enforced before a row is written (pandera).

A row that breaks its schema is never written: it is told in full as a finding of category ``schema``. So every check
here is one that a reader of the tables may rely on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from checks.engine import ClaimState
from checks.finding import Category, FindingState, Scope, Severity
from checks.policy import Expectation
from checks.relation import RelationKind, State, Strength
from extract.claim import Direction, Kind, Status
from extract.document import Script
from extract.quantity import Bound, Role

TableName = Literal["documents", "numbers", "claims", "relations", "findings"]
_DOC_ID = r"[0-9a-f]{12}"
_DAY = r"\d{4}-\d{2}-\d{2}"


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


def validate(
    name: TableName, frame: pd.DataFrame, context: Context
) -> tuple[pd.DataFrame, tuple[Breach, ...]]:
    """Keep the rows of a table that its schema allows.

    Args:
        name: The table.
        frame: Its rows, numbered from 0, columns as the contract orders them.
        context: Texts and keys of the other tables.

    Returns:
        The rows without breach, with the numbers they had, and every breach of the others in order of the rows, one
        for each row, column and check. A frame whose columns have the wrong type or name has no row without breach.
    """
    breaches = _breaches(table_schema(name, context), frame)
    kept = frame.drop(index=sorted({breach.row for breach in breaches}))
    return kept, breaches


def expected(frame: pd.DataFrame, expectations: Mapping[str, Expectation]) -> tuple[Breach, ...]:
    """Compare claims with what a desk expects of its indicators.

    Args:
        frame: Rows of the table ``claims``, numbered from 0.
        expectations: By canonical name of an indicator.

    Returns:
        A breach for each row and expectation that do not agree; masks, ranges and ratios have no value to compare.
    """
    checks = [check for name, row in expectations.items() for check in _expectation_checks(name, row)]
    return _breaches(pa.DataFrameSchema(checks=checks), frame) if checks else ()


def table_schema(name: TableName, context: Context) -> pa.DataFrameSchema:
    """The schema of a table.

    Args:
        name: The table.
        context: Texts and keys of the other tables.
    """
    makers: dict[TableName, Callable[[Context], pa.DataFrameSchema]] = {
        "documents": _documents,
        "numbers": _numbers,
        "claims": _claims,
        "relations": _relations,
        "findings": _findings,
    }
    return makers[name](context)


def _breaches(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> tuple[Breach, ...]:
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


def _documents(context: Context) -> pa.DataFrameSchema:
    return _schema(
        {
            "doc_id": _words(pattern=_DOC_ID, unique=True),
            "source": _words(filled=True, unique=True),
            "sha256": _words(pattern=r"[0-9a-f]{64}", nullable=True),
            "bytes": _count(),
            "media_type": _words(nullable=True),
            "encoding": _words(nullable=True),
            "script": _choice(Script, nullable=True),
            "title": _words(nullable=True, filled=True),
            "chars": _count(),
            "sentences": _count(),
            "numbers": _count(),
            "claims": _count(),
            "explained": _number(pa.Check.in_range(0, 1, error="应在 0 到 1 之间")),
            "verified": _count(),
            "contradicted": _count(),
            "masked": _count(),
            "errors": _count(),
            "warnings": _count(),
            "infos": _count(),
            "verdict": _choice(Literal["pass", "fail"]),
        },
        [
            _row(
                lambda rows: rows["verified"] + rows["contradicted"] + rows["masked"] <= rows["claims"],
                "各状态的断言之和不超过断言数",
            )
        ],
    )


def _numbers(context: Context) -> pa.DataFrameSchema:
    return _schema(
        {
            **_PLACE,
            "role": _choice(Role),
            "value": _number(),
            "unit": _words(nullable=True, filled=True),
        },
        [*_known_document(context), *_spans(context)],
    )


def _claims(context: Context) -> pa.DataFrameSchema:
    return _schema(
        {
            "doc_id": _words(pattern=_DOC_ID),
            "source": _words(filled=True),
            "claim_id": _words(pattern=r"c\d+"),
            "start": _count(),
            "end": _count(),
            "quote": _words(),
            "number": _words(filled=True),
            "resolution": _words(pattern=r"\d+(\.\d+)?", nullable=True),
            "value": _number(),
            "low": _number(),
            "high": _number(),
            "unit_printed": _words(nullable=True, filled=True),
            "indicator_key": _words(nullable=True, filled=True),
            "scope": _words(nullable=True, filled=True),
            "values": _words(nullable=True, pattern=r"\[.+\]"),
            "unit": _words(nullable=True, filled=True),
            "bound": _choice(Bound),
            "kind": _choice(Kind),
            "direction": _choice(Direction, nullable=True),
            "status": _choice(Status),
            "masked": pa.Column("bool"),
            "indicator": _words(nullable=True, filled=True),
            "period": _words(nullable=True, filled=True),
            "period_start": _words(pattern=_DAY, nullable=True),
            "period_end": _words(pattern=_DAY, nullable=True),
            "region": _words(nullable=True, filled=True),
            "base": _words(nullable=True, filled=True),
            "sentence": _words(),
            "state": _choice(ClaimState),
            "state_reason": _words(filled=True),
        },
        [*_known_document(context), *_spans(context), *_CLAIM_ROWS],
        unique=["doc_id", "claim_id"],
    )


def _relations(context: Context) -> pa.DataFrameSchema:
    return _schema(
        {
            "doc_id": _words(pattern=_DOC_ID),
            "source": _words(filled=True),
            "relation_id": _words(pattern=r"r\d+"),
            "rule": _words(filled=True),
            "kind": _choice(RelationKind),
            "strength": _choice(Strength),
            "state": _choice(State),
            "equation": _words(),
            "reason": _words(),
            "members": _words(pattern=r"\[.+\]"),
            "start": _count(),
            "end": _count(),
        },
        [
            *_known_document(context),
            _row(lambda rows: _inside(rows, context), "start < end ≤ 全文字数"),
            _row(
                lambda rows: (rows["state"] != "not_assessable") | (rows["reason"] != ""),
                "无法判断的关系要说明原因",
            ),
            _row(
                lambda rows: (rows["state"] == "not_assessable") | (rows["equation"] != ""),
                "成立或不成立的关系要有算式",
            ),
            _row(lambda rows: _parallel(rows, _members_known(context)), "成员的断言编号都存在"),
            _row(lambda rows: _parallel(rows, _places_quoted(context, "members")), "成员的位置与原文一致"),
        ],
        unique=["doc_id", "relation_id"],
    )


def _findings(context: Context) -> pa.DataFrameSchema:
    return _schema(
        {
            "doc_id": _words(pattern=_DOC_ID),
            "source": _words(filled=True),
            "finding_id": _words(filled=True),
            "rule": _words(filled=True),
            "scope": _choice(Scope),
            "category": _choice(Category),
            "severity": _choice(Severity),
            "start": _count(),
            "end": _count(),
            "quote": _words(),
            "message": _words(filled=True),
            "evidence": _words(),
            "suggestion": _words(),
            "related": _words(pattern=r"\[.*\]"),
            "fingerprint": _words(pattern=r"[0-9a-f]{32}"),
            "locator": _words(),
            "state": _choice(FindingState),
        },
        [
            *_known_document(context),
            _row(
                lambda rows: _inside(rows, context) | _placeless(rows, context),
                "start < end ≤ 全文字数（只有读不了的文件没有位置）",
            ),
            _row(lambda rows: _quoted(rows, context), "quote 与原文一致"),
            _row(lambda rows: _parallel(rows, _places_quoted(context, "related")), "相关位置与原文一致"),
        ],
        unique=["doc_id", "finding_id"],
    )


def _schema(
    columns: Mapping[str, pa.Column], checks: list[pa.Check], unique: list[str] | None = None
) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(dict(columns), checks=checks, unique=unique, strict=True, ordered=True)


def _words(
    pattern: str = "", *, nullable: bool = False, filled: bool = False, unique: bool = False
) -> pa.Column:
    checks = []
    if pattern:
        checks.append(pa.Check.str_matches(rf"^(?:{pattern})\Z", error=f"应符合 {pattern}"))
    if filled:
        checks.append(pa.Check(lambda cells: cells != "", error="不能是空字符串"))
    return pa.Column("str", checks, nullable=nullable, unique=unique)


def _choice(allowed: Any, *, nullable: bool = False) -> pa.Column:
    """A column of the values that a ``Literal`` type lists."""
    values = get_args(allowed)
    return pa.Column("str", pa.Check.isin(values, error=f"应为 {' '.join(values)} 之一"), nullable=nullable)


def _count() -> pa.Column:
    return pa.Column("int64", pa.Check.ge(0, error="不能小于 0"))


def _number(*checks: pa.Check) -> pa.Column:
    return pa.Column("float64", list(checks), nullable=True)


def _row(holds: Callable[[pd.DataFrame], pd.Series[bool]], words: str) -> pa.Check:
    return pa.Check(holds, error=words)


def _parallel(rows: pd.DataFrame, holds: Callable[[Mapping[str, Any]], bool]) -> pd.Series[bool]:
    """A check in Python of what no column operation can see, one value a row."""
    columns = [rows[name].tolist() for name in rows.columns]
    names = list(rows.columns)
    values = [holds(dict(zip(names, cells, strict=True))) for cells in zip(*columns, strict=True)]
    return pd.Series(values, index=rows.index, dtype=bool)


_PLACE = {
    "doc_id": _words(pattern=_DOC_ID),
    "source": _words(filled=True),
    "start": _count(),
    "end": _count(),
    "quote": _words(),
}


def _known_document(context: Context) -> list[pa.Check]:
    return [_row(lambda rows: rows["doc_id"].isin(context.documents), "doc_id 在 documents 表里存在")]


def _spans(context: Context) -> list[pa.Check]:
    return [
        _row(lambda rows: _inside(rows, context), "start < end ≤ 全文字数"),
        _row(lambda rows: _quoted(rows, context), "quote 与原文一致"),
    ]


def _inside(rows: pd.DataFrame, context: Context) -> pd.Series[bool]:
    chars = rows["doc_id"].map({doc_id: len(text) for doc_id, text in context.texts.items()}).fillna(0)
    return (rows["start"] < rows["end"]) & (rows["end"] <= chars)


def _placeless(rows: pd.DataFrame, context: Context) -> pd.Series[bool]:
    """A document that could not be read has no text to point at, and what was never reached has no place."""
    unread = rows["doc_id"].map(lambda doc_id: not context.texts.get(doc_id))
    return (rows["start"] == 0) & (rows["end"] == 0) & ((rows["category"] == "reading") | unread)


def _quoted(rows: pd.DataFrame, context: Context) -> pd.Series[bool]:
    texts = context.texts
    columns = (rows["doc_id"], rows["start"], rows["end"], rows["quote"])
    values = [
        texts.get(doc_id, "")[start:end] == quote
        for doc_id, start, end, quote in zip(*(column.tolist() for column in columns), strict=True)
    ]
    return pd.Series(values, index=rows.index, dtype=bool)


def _members_known(context: Context) -> Callable[[Mapping[str, Any]], bool]:
    def holds(row: Mapping[str, Any]) -> bool:
        return all(
            member["claim_id"] is None or (row["doc_id"], member["claim_id"]) in context.claims
            for member in _listed(row["members"])
        )

    return holds


def _places_quoted(context: Context, column: str) -> Callable[[Mapping[str, Any]], bool]:
    def holds(row: Mapping[str, Any]) -> bool:
        text = context.texts.get(row["doc_id"], "")
        return all(
            0 <= place["start"] < place["end"] <= len(text)
            and text[place["start"] : place["end"]] == place["quote"]
            for place in _listed(row[column])
            if place.get("source", row["source"]) == row["source"]
        )

    return holds


def _listed(cell: str) -> Iterable[dict[str, Any]]:
    listed = json.loads(cell)
    return listed if isinstance(listed, list) else ()


def _either_unit(rows: pd.DataFrame, kind: Kind, units: Iterable[str]) -> pd.Series[bool]:
    return (rows["kind"] != kind) | rows["unit"].isna() | rows["unit"].isin(list(units))


def _nothing_or(rows: pd.DataFrame, column: str, holds: pd.Series[bool]) -> pd.Series[bool]:
    return rows[column].isna() | holds


_CLAIM_ROWS = [
    _row(lambda rows: rows["low"].isna() == rows["high"].isna(), "low 和 high 同有同无"),
    _row(lambda rows: _nothing_or(rows, "low", rows["low"] <= rows["high"]), "low ≤ high"),
    _row(
        lambda rows: (
            rows["value"].isna()
            | rows["low"].isna()
            | ((rows["low"] <= rows["value"]) & (rows["value"] <= rows["high"]))
        ),
        "low ≤ value ≤ high",
    ),
    _row(lambda rows: rows["value"].isna() | rows["values"].isna(), "value 和 values 不能都有"),
    _row(
        lambda rows: rows["masked"] == (rows["value"].isna() & rows["values"].isna()),
        "被遮盖的数没有数值，没有数值的数就是被遮盖",
    ),
    _row(lambda rows: rows["masked"] == (rows["state"] == "masked"), "state 为 masked 当且仅当被遮盖"),
    _row(lambda rows: rows["masked"] == rows["resolution"].isna(), "被遮盖的数没有 resolution，其余都有"),
    _row(lambda rows: _either_unit(rows, "share", ("%", "‰")), "占比的单位是 %、‰ 或没有"),
    _row(lambda rows: (rows["kind"] != "rank") | ~(rows["value"] < 1), "位次不小于 1"),
    _row(
        lambda rows: (
            (rows["unit"] != "百分点").fillna(True)
            | rows["kind"].isin(["change", "difference", "threshold", "other"])
        ),
        "百分点只用于变化和差距",
    ),
    _row(
        lambda rows: (
            rows["period_start"].isna()
            | rows["period_end"].isna()
            | (rows["period_start"].fillna("") <= rows["period_end"].fillna(""))
        ),
        "period_start 不晚于 period_end",
    ),
]


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
        checks.append(_row(unit_agrees, f"{name}的单位应为{expectation.unit}"))
    if expectation.low is not None or expectation.high is not None:
        low = "不限" if expectation.low is None else f"{expectation.low:.15g}"
        high = "不限" if expectation.high is None else f"{expectation.high:.15g}"
        checks.append(_row(value_agrees, f"{name}应在 {low} 到 {high} 之间"))
    return checks
