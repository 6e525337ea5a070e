"""The tables of a batch of documents: typed, validated, and what does not fit told as a finding."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import pyarrow as pa

from checks.finding import Category, Finding, Place, Severity
from checks.fingerprint import fingerprint
from checks.policy import Policy
from checks.schemas import Breach, Context, TableName, expected, validate
from reports.rows import JSON_COLUMNS, DocumentRows, Row, finding_row, judged
from reports.told_rules import EXPECTATION_CODE, SCHEMA_CODE

_TEXT, _COUNT, _FLOAT, _FLAG = pa.string(), pa.int64(), pa.float64(), pa.bool_()
_CELLS: dict[pa.DataType, tuple[type, ...]] = {
    _TEXT: (str,),
    _COUNT: (int,),
    _FLOAT: (int, float),
    _FLAG: (bool,),
}
_FILLED = (_COUNT, _FLAG)
"""Types without nulls: pandas would turn a column with one into another type."""


def _fields(words: str) -> pa.Schema:
    """A schema from ``column`` (text), ``column:int``, ``column:float`` and ``column:bool``."""
    types = {"": _TEXT, "int": _COUNT, "float": _FLOAT, "bool": _FLAG}
    parts = [word.partition(":") for word in words.split()]
    return pa.schema([(name, types[kind]) for name, _, kind in parts])


SCHEMAS: dict[TableName, pa.Schema] = {
    "documents": _fields(
        "doc_id source sha256 bytes:int media_type encoding script title chars:int sentences:int numbers:int "
        "claims:int explained:float verified:int contradicted:int masked:int errors:int warnings:int infos:int verdict"
    ),
    "numbers": _fields("doc_id source start:int end:int quote role value:float unit"),
    "claims": _fields(
        "doc_id source claim_id start:int end:int quote number resolution value:float low:float high:float "
        "unit_printed indicator_key scope values unit bound kind direction status masked:bool indicator period "
        "period_start period_end region base sentence state state_reason"
    ),
    "relations": _fields(
        "doc_id source relation_id rule kind strength state equation reason members start:int end:int"
    ),
    "findings": _fields(
        "doc_id source finding_id rule scope category severity start:int end:int quote message evidence suggestion "
        "related fingerprint locator state"
    ),
}
"""Columns and types of every table, in the order of the contract."""


def arrow_table(name: TableName, rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table with the table's own types; without rows it has its columns all the same.

    Raises:
        pyarrow.ArrowException: If a cell has another type than its column.
    """
    schema = SCHEMAS[name]
    listed = JSON_COLUMNS.get(name, ())
    arrays = []
    for field in schema:
        cells = [row[field.name] for row in rows]
        if field.name in listed:
            cells = [_json(cell, field.name) for cell in cells]
        arrays.append(pa.array(cells, type=field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


@dataclass(frozen=True, slots=True)
class ValidBatch:
    """A batch of documents as its tables show it.

    Attributes:
        documents: The documents in the order they came, without the rows that broke a schema and with the findings
            that tell them.
        tables: The rows of all of them, by table.
    """

    documents: tuple[DocumentRows, ...]
    tables: Mapping[TableName, pa.Table]


def validated(documents: Sequence[DocumentRows], policy: Policy) -> ValidBatch:
    """Hold the rows of a batch of documents against the schemas of their tables.

    Args:
        documents: The documents of the batch, each with a source of its own.
        policy: What blocks, and the expectations of the desk.

    Returns:
        The batch. Each row that breaks a schema is left out and told in full by a finding of category ``schema``,
        which fails its document; a document's own row leaves a bare one behind, that the rows of other tables may name
        it. A claim outside the desk's expectations is told by a finding of category ``units`` and stays.
    """
    batch = _Batch(documents)
    batch.check("documents")
    batch.check("numbers")
    claims = batch.check("claims")
    batch.know_claims(claims)
    batch.check("relations")
    batch.check("findings")
    batch.compare(claims, policy)
    outcome = tuple(judged(rows, policy) for rows in batch.outcome())
    renewed: tuple[TableName, ...] = ("documents", "findings")
    for name in renewed:
        batch.tables[name] = arrow_table(name, [row for rows in outcome for row in rows.table(name)])
    return ValidBatch(outcome, batch.tables)


class _Batch:
    """The state of one validation: the rows that are left and the findings that came of it."""

    def __init__(self, documents: Sequence[DocumentRows]) -> None:
        self.documents = {rows.document["doc_id"]: rows for rows in documents}
        if len(self.documents) != len(documents):
            raise ValueError("two documents of a batch have one source")
        self.context = Context(
            {doc_id: rows.text for doc_id, rows in self.documents.items()}, frozenset(self.documents)
        )
        self.tables: dict[TableName, pa.Table] = {}
        self.told: dict[str, list[Finding]] = defaultdict(list)

    def check(self, name: TableName) -> pd.DataFrame:
        """Drop the rows of a table that break its schema, tell them, and give the frame of the others."""
        rows = [row for document in self.documents.values() for row in document.table(name)]
        table, numbers, breaches = _typed(name, rows)
        kept, more = validate(name, table.to_pandas(), self.context)
        self.tables[name] = table if len(kept) == len(table) else table.take(kept.index.to_numpy())
        breaches += [replace(breach, row=numbers[breach.row]) for breach in more]
        if breaches:
            self._tell(name, rows, breaches)
        return kept

    def know_claims(self, claims: pd.DataFrame) -> None:
        """Note the claims that relations may name."""
        known = frozenset(zip(claims["doc_id"].tolist(), claims["claim_id"].tolist(), strict=True))
        self.context = replace(self.context, claims=known)

    def compare(self, claims: pd.DataFrame, policy: Policy) -> None:
        """Tell the claims that are not what the desk expects."""
        rows = [row for document in self.documents.values() for row in document.claims]
        for breach in expected(claims.reset_index(drop=True), policy.indicators):
            row = rows[breach.row]
            if policy.runs(EXPECTATION_CODE, row["source"]):
                self._add(
                    row,
                    EXPECTATION_CODE,
                    "units",
                    policy.severity_of(EXPECTATION_CODE, "warning"),
                    f"“{row['quote']}”不合本单位的预期：{breach.check}",
                    f"{row['indicator_key']}：数值 {row['value']:.15g}，单位 {row['unit'] or '无'}",
                )

    def outcome(self) -> Iterator[DocumentRows]:
        """The documents with the rows that are left and what was told about the others."""
        for doc_id, rows in self.documents.items():
            told = tuple(finding_row(doc_id, finding) for finding in self.told[doc_id])
            yield replace(rows, findings=rows.findings + told)

    def _tell(self, name: TableName, rows: Sequence[Row], breaches: Sequence[Breach]) -> None:
        by_row: dict[int, list[Breach]] = defaultdict(list)
        for breach in breaches:
            by_row[breach.row].append(breach)
        dropped: dict[str, set[int]] = defaultdict(set)
        for number, broken in sorted(by_row.items()):
            row = rows[number]
            dropped[row["doc_id"]].add(id(row))
            why = "；".join(f"{breach.column} {breach.check}".strip() for breach in broken)
            told = json.dumps(row, ensure_ascii=False, default=str)
            self._add(row, SCHEMA_CODE, "schema", "error", f"{name} 表有一行不合规格，未写入：{why}", told)
        for doc_id, gone in dropped.items():
            document = self.documents[doc_id]
            left: dict[str, Any] = {name: tuple(row for row in document.table(name) if id(row) not in gone)}
            if name == "documents":
                left = {"document": _bare(document.document)}
            self.documents[doc_id] = replace(document, **left)

    def _add(
        self, row: Row, code: str, category: Category, severity: Severity, message: str, evidence: str
    ) -> None:
        """Note a finding at a row's own place, or at the text's beginning where that place is what is wrong."""
        doc_id = row["doc_id"]
        text, told = self.context.texts[doc_id], self.told[doc_id]
        start, end = row.get("start"), row.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            start, end = 0, min(len(text), 1)
        number = sum(other.rule == code for other in told)
        equal = sum((other.message, other.place.quote) == (message, text[start:end]) for other in told)
        finding = Finding(
            finding_id=f"{code}-{number + 1}",
            rule=code,
            scope="document",
            category=category,
            severity=severity,
            place=Place(row["source"], start, end, text[start:end]),
            message=message,
            evidence=evidence,
            suggestion="",
            related=(),
            fingerprint=fingerprint(code, text[start:end], message, (), equal),
            locator="",
        )
        told.append(finding)


def _bare(row: Row) -> Row:
    """What stays of a document's row that breaks its schema: its names, the rest as unknown as the schema allows."""
    sha256 = row["sha256"]
    hashed = isinstance(sha256, str) and re.fullmatch("[0-9a-f]{64}", sha256) is not None
    bare: Row = {field.name: 0 if field.type == _COUNT else None for field in SCHEMAS["documents"]}
    return bare | {
        "doc_id": row["doc_id"],
        "source": row["source"],
        "sha256": sha256 if hashed else None,
        "verdict": "fail",
    }


def _typed(name: TableName, rows: Sequence[Row]) -> tuple[pa.Table, Sequence[int], list[Breach]]:
    """The rows whose cells have the types of their columns, their numbers, and what is wrong with the others."""
    with suppress(pa.ArrowException, OverflowError, UnicodeError, TypeError, KeyError):
        table = arrow_table(name, rows)
        if not any(table[field.name].null_count for field in table.schema if field.type in _FILLED):
            return table, range(len(rows)), []
    breaches = [breach for number, row in enumerate(rows) for breach in _wrong_cells(name, number, row)]
    wrong = {breach.row for breach in breaches}
    numbers = [number for number in range(len(rows)) if number not in wrong]
    return arrow_table(name, [rows[number] for number in numbers]), numbers, breaches


def _wrong_cells(name: TableName, number: int, row: Row) -> list[Breach]:
    breaches = []
    for field in SCHEMAS[name]:
        cell = row.get(field.name)
        if field.name in JSON_COLUMNS.get(name, ()):
            fits = isinstance(cell, list)
        else:
            fits = type(cell) in _CELLS[field.type] or (cell is None and field.type not in _FILLED)
            fits = fits and not (type(cell) is int and not -(2**63) <= cell < 2**63)
        if not fits or field.name not in row:
            breaches.append(Breach(number, field.name, f"类型应为 {field.type}", repr(cell)))
    return breaches


def _json(cell: list[Any], column: str) -> str | None:
    """A list as JSON; a claim that is no range and no ratio has no values at all."""
    if not cell and column == "values":
        return None
    return json.dumps(cell, ensure_ascii=False)
