"""Tables that plain text draws with vertical bars, one row a line, as Markdown does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.late import late

_ROW = late(r"^\|[^\n]*\|[ \t]*$", re.MULTILINE)
_RULE = late(r"[|:\- \t]+$")
_LEAST_COLUMNS = 3
_LEAST_ROWS = 2

Cell = tuple[int, int, Block]


def pipe_tables(text: str, first: int) -> Iterator[list[Cell]]:
    """Find the tables drawn with vertical bars.

    Args:
        text: The analysis text.
        first: Number of the first of them, behind the tables that the format itself declares.

    Yields:
        The cells of one table with their offsets in the analysis text, in order, the words of each without the blanks
        and asterisks around them. The row above the line of dashes is the heading; where that has a single word over
        the whole table, the row below it is.
    """
    if "|" not in text:
        return
    rows: list[list[tuple[int, int]]] = []
    end, number = -2, first
    for match in _ROW.finditer(text):
        if match.start() > end + 2:
            if (cells := _cells(text, rows, number)) is not None:
                yield cells
                number += 1
            rows = []
        end = match.end()
        if not _RULE.match(match.group()):
            rows.append(_row(text, match.start(), match.end()))
    if (cells := _cells(text, rows, number)) is not None:
        yield cells


def _row(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between the bars of a line, without blanks and asterisks."""
    spans = []
    at = start + 1
    while (bar := text.find("|", at, end)) >= 0:
        words = text[at:bar]
        left = len(words) - len(words.lstrip(" \t*"))
        spans.append((at + min(left, len(words)), max(at + left, at + len(words.rstrip(" \t*")))))
        at = bar + 1
    return spans


def _cells(text: str, rows: list[list[tuple[int, int]]], number: int) -> list[Cell] | None:
    if len(rows) < _LEAST_ROWS or len(rows[0]) < _LEAST_COLUMNS:
        return None
    filled = sum(1 for start, end in rows[0] if end > start)
    if filled <= 1:
        rows = rows[1:]
    return [
        (start, end, Block("cell", start, end, 0, "", number, row, column, row == 0))
        for row, spans in enumerate(rows)
        for column, (start, end) in enumerate(spans)
    ]
