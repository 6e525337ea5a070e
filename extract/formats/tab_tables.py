"""Tables in plain text: runs of lines whose cells are separated by tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Block
from extract.formats.grid import head_size, is_figure
from extract.late import late

# A cell this long that closes like a sentence is prose after an indent or a list mark.
_PROSE_LENGTH = 40
_UNIT = late("[单單]\\s{0,4}位\\s{0,4}[:：]")
_SENTENCE_END = "。；！？：，、;!?"
_CAPTION_LENGTH = 40
_SUBHEADING_LENGTH = 16
_LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that could be the row of a table: place and tab position of each of its cells."""

    line: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    positions: tuple[int, ...]
    texts: tuple[str, ...]


def find_tables(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, list[Block]]:
    """Find the tables of a text.

    A table is a run of neighbouring lines with two cells or more, of which at least two hold a figure beside their
    first cell. A line with one cell and tabs after it, between such lines, is a subheading of the table. Lines
    that only begin with tabs are indented prose.

    Args:
        text: The text.
        lines: Start and end of each line that is not blank.

    Returns:
        The blocks that stand for each line of a table, by index into ``lines``: cells, and captions for the title
        and the unit above it.
    """
    tables: dict[int, list[Block]] = {}
    number = 0
    for run in _runs(text, lines):
        if sum(map(_has_figure, run)) < _LEAST_ROWS:
            continue
        number += 1
        columns = _columns(run)
        head = head_size([row.texts for row in run])
        for index, row in enumerate(run):
            tables[row.line] = [
                Block("cell", start, end, 0, "", number, index, column, index < head)
                for start, end, column in zip(row.starts, row.ends, columns[index], strict=True)
            ]
        for line in _captions(text, lines, run[0].line, tables):
            start, end = lines[line]
            tables[line] = [Block("caption", end - len(text[start:end].lstrip()), end)]
    return tables


def _runs(text: str, lines: Sequence[tuple[int, int]]) -> list[list[_Row]]:
    runs: list[list[_Row]] = []
    current: list[_Row] = []
    counted = False
    for number, (start, end) in enumerate(lines):
        row = _row(text, number, start, end)
        if row is None and current and _has_figure(current[-1]):
            row = _subheading(text, lines, number)
        if row is None:
            if current:
                runs.append(current)
            current, counted = [], False
            continue
        if counted and _opens_another(text, lines, row):
            runs.append(current)
            current, counted = [], False
        if current or len(row.texts) > 1:
            current.append(row)
            counted = counted or _has_figure(row)
    if current:
        runs.append(current)
    for run in runs:
        while len(run[-1].texts) == 1:
            run.pop()
    return runs


def _subheading(text: str, lines: Sequence[tuple[int, int]], number: int) -> _Row | None:
    """A short line without tabs right between two rows with figures, as a row of one cell."""
    start, end = lines[number]
    words = text[start:end].strip()
    if len(words) > _SUBHEADING_LENGTH or words[-1] in _SENTENCE_END or number + 1 == len(lines):
        return None
    if any(map(str.isdigit, words)):
        return None
    following = _row(text, number + 1, *lines[number + 1])
    if following is None or not _has_figure(following):
        return None
    start = text.index(words, start)
    return _Row(number, (start,), (start + len(words),), (0,), (words,))


def _opens_another(text: str, lines: Sequence[tuple[int, int]], row: _Row) -> bool:
    """Whether a row behind a blank line, below rows with figures, is the head of the next table."""
    if len(row.texts) == 1 or _has_figure(row):
        return False
    gap = text[lines[row.line - 1][1] : lines[row.line][0]]
    return max(gap.count("\n"), gap.count("\r")) > 1


def _has_figure(row: _Row) -> bool:
    return any(map(is_figure, row.texts[1:]))


def _row(text: str, number: int, start: int, end: int) -> _Row | None:
    # The line comes without the blanks at its end: the tab after a lone cell stands just behind it.
    if "\t" not in text[start : end + 1]:
        return None
    cells = []
    for position, field in enumerate(text[start:end].split("\t")):
        stripped = field.strip()
        if stripped:
            first = start + len(field) - len(field.lstrip())
            cells.append((first, first + len(stripped), position, stripped))
        start += len(field) + 1
    texts = tuple(cell[3] for cell in cells)
    if any(len(cell) > _PROSE_LENGTH and cell[-1] in _SENTENCE_END for cell in texts):
        return None
    if len(texts) == 1 and (cells[0][2] > 0 or len(texts[0]) > _CAPTION_LENGTH):
        return None
    return _Row(
        number,
        tuple(cell[0] for cell in cells),
        tuple(cell[1] for cell in cells),
        tuple(cell[2] for cell in cells),
        texts,
    )


def _columns(run: Sequence[_Row]) -> list[Sequence[int]]:
    """The column of each cell.

    Tables that were pasted from a word processor often have a tab more in their body than in their head (merged
    cells leave one behind). Where the tab positions of the body are all positions of the head they are the columns,
    otherwise the cells are counted.
    """
    known = set(max(run, key=lambda row: len(row.positions)).positions)
    head = head_size([row.texts for row in run])
    if head:
        known = {position for row in run[:head] for position in row.positions}
    if all(known.issuperset(row.positions) for row in run):
        return [row.positions for row in run]
    return [range(len(row.positions)) for row in run]


def _captions(
    text: str, lines: Sequence[tuple[int, int]], first: int, tables: dict[int, list[Block]]
) -> list[int]:
    """The lines above a table that give its unit and its title."""
    found: list[int] = []
    line = first - 1
    if line >= 0 and line not in tables and _UNIT.search(text, *lines[line]):
        found.append(line)
        line -= 1
    if line >= 0 and line not in tables:
        start, end = lines[line]
        title = text[start:end].strip()
        if len(title) <= _CAPTION_LENGTH and title[-1] not in _SENTENCE_END:
            found.append(line)
    return found
