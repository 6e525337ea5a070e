"""CSV copies of the tables that are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import BinaryIO

import pyarrow as pa

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def write_csv(file: BinaryIO, tables: Iterable[pa.Table], schema: pa.Schema) -> None:
    """Write a table as CSV: UTF-8 with a byte-order mark, by which spreadsheets know the encoding.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.

    Args:
        file: Where to write.
        tables: The table in pieces.
        schema: Its columns, which make the head even when there are no rows.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(schema.names)
    for table in tables:
        columns = [_column(table[name], field) for name, field in zip(schema.names, schema, strict=True)]
        writer.writerows(zip(*columns, strict=True))
    text.flush()
    text.detach()


def _column(cells: pa.ChunkedArray, field: pa.Field) -> list[object]:
    values: list[object] = cells.to_pylist()
    if field.type == pa.string():
        return [_safe(value) if isinstance(value, str) else "" for value in values]
    return ["" if value is None else value for value in values]


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTIVE) and not _NUMBER.fullmatch(text) else text
