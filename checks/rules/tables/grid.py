"""The tables of a document as grids: what heads a column and a row, and the claim of each cell."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extract import Reading
from extract.claim import Claim
from extract.late import late
from extract.pipe_tables import Cell, pipe_tables

_BLANK = late(r"[\s*]+")


@dataclass(frozen=True, slots=True)
class Grid:
    """One table.

    Attributes:
        heads: The words above each column, by its number.
        labels: The words before each row, by its number.
        cells: The claim of each cell that holds one, by row and column.
        places: The row of each claim, by its number.
    """

    heads: dict[int, str]
    labels: dict[int, str]
    cells: dict[tuple[int, int], Claim]
    places: dict[int, int]

    def rows(self) -> tuple[int, ...]:
        """Numbers of the rows that hold claims, in order."""
        return tuple(sorted({row for row, _ in self.cells}))

    def label_of(self, claim: Claim) -> str:
        """The words before the row in which a claim stands."""
        return self.labels.get(self.places.get(claim.number, -1), "")

    def columns(self) -> tuple[int, ...]:
        """Numbers of the columns that hold claims, in order."""
        return tuple(sorted({column for _, column in self.cells}))


def grids_of(reading: Reading) -> Iterator[Grid]:
    """The tables of a document that hold claims, those of its format and those drawn with bars."""
    declared: dict[int, list[Cell]] = defaultdict(list)
    prose = reading.prose
    for block in reading.document.blocks:
        if block.kind == "cell":
            declared[block.table].append((prose.at(block.start), prose.at(block.end), block))
    starts = [claim.start for claim in reading.claims]
    for cells in (*declared.values(), *pipe_tables(prose.text, max(declared, default=0) + 1)):
        grid = _grid(reading, cells, starts)
        if grid.cells:
            yield grid


def _grid(reading: Reading, cells: list[Cell], starts: list[int]) -> Grid:
    words = {
        (block.row, block.column): _BLANK.sub("", reading.prose.text[start:end])
        for start, end, block in cells
    }
    first = min(block.column for _, _, block in cells)
    headers = {block.row for _, _, block in cells if block.header and block.column > first}
    headers = headers or {min(block.row for _, _, block in cells)}
    heads: dict[int, str] = defaultdict(str)
    labels: dict[int, str] = {}
    for (row, column), said in sorted(words.items()):
        if row in headers:
            heads[column] += said
        elif column == first:
            labels[row] = said
    found: dict[tuple[int, int], Claim] = {}
    for start, end, block in cells:
        place = bisect_left(starts, start)
        if block.row in headers or block.column == first:
            continue
        if (
            place < len(starts)
            and starts[place] < end
            and not (place + 1 < len(starts) and starts[place + 1] < end)
        ):
            found[block.row, block.column] = reading.claims[place]
    return Grid(dict(heads), labels, found, {claim.number: row for (row, _), claim in found.items()})
