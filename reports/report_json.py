"""``report.json``: everything that is told about one document, for machines and for telling it again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from reports.rows import DocumentRows, Row

VERSION = 1


def report_json(rows: DocumentRows) -> str:
    """The rows of a document as JSON.

    Lists stay lists; an infinite end of an interval is the text ``inf`` or ``-inf``, which JSON has no number for.
    """
    report: dict[str, Any] = {"version": VERSION}
    for field in fields(rows):
        if field.name != "text":
            report[field.name] = getattr(rows, field.name)
    report["claims"] = [_finite(row) for row in rows.claims]
    return json.dumps(report, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def rows_from_json(report: bytes, text: str) -> DocumentRows:
    """The rows that a report was made from.

    Args:
        report: The content of ``report.json``.
        text: The content of ``text.txt``.

    Raises:
        ValueError: If it is no report of this version.
    """
    content = json.loads(report)
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise ValueError("not a report of this version")
    try:
        return DocumentRows(
            text=text,
            document=content["document"],
            numbers=tuple(content["numbers"]),
            claims=tuple(_floats(row) for row in content["claims"]),
            relations=tuple(content["relations"]),
            findings=tuple(content["findings"]),
            reasons=tuple(content["reasons"]),
        )
    except (KeyError, TypeError) as problem:
        raise ValueError("not a whole report") from problem


def _finite(row: Row) -> Row:
    infinite = {key: str(row[key]) for key in ("low", "high") if row[key] in (float("inf"), float("-inf"))}
    return row | infinite


def _floats(row: Mapping[str, Any]) -> Row:
    ends = {key: float(row[key]) for key in ("low", "high") if isinstance(row[key], str)}
    return {**row, **ends}
