"""The grid of a table: cells with row and column, and which rows are its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.late import late

# A figure as tables print it: 1,234.5  -3.2%  （12.5）  4.5万人, masked ones too; 3月末 and 2025年 are heads.
_FIGURE = late(
    r"[-+−－＋▲△↑↓]?[0-9０-９XxＸ×*＊□][0-9０-９XxＸ×*＊□,，. 　]{0,30}+(?:[%％‰]|[^\W\d_年月日季号届期][^\W\d_]{0,3})?"
)
_YEAR = late(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a table, merged cells once at their upper left corner.

    Attributes:
        row: Row, from 0.
        column: Column, from 0.
        text: The cell's text.
        header: Whether it is a heading cell.
    """

    row: int
    column: int
    text: str
    header: bool = False


def is_figure(text: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    return _FIGURE.fullmatch(text.strip(" \t\u3000()（）*#")) is not None


def head_size(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top of a table are its head.

    The head ends at the first row with a figure beside its first cell; a first row of bare years is still head, a lone
    cell under a row of several is a subheading of the body. A table without any figure has no head that could be told
    from its body.

    Args:
        rows: The texts of each row that are not blank, the first cell first.

    Returns:
        The number of heading rows, 0 when none can be told.
    """
    several = False
    end = None
    for number, row in enumerate(rows):
        figures = [text.strip() for text in row[1:] if is_figure(text)]
        if figures and not (number == 0 and all(_YEAR.fullmatch(figure) for figure in figures)):
            return number if end is None else end
        if end is None and several and len(row) == 1:
            end = number
        several = several or len(row) > 1
    return 0


def with_head(rows: Sequence[Sequence[GridCell]]) -> list[list[GridCell]]:
    """Mark the heading rows of a table that does not declare any."""
    if any(cell.header for row in rows for cell in row):
        return [list(row) for row in rows]
    size = head_size([[cell.text for cell in row if cell.text.strip()] for row in rows])
    return [
        [replace(cell, header=True) for cell in row] if number < size else list(row)
        for number, row in enumerate(rows)
    ]
