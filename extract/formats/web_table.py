"""Tables of web pages: data tables as grids of cells, layout tables left to the flow of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.formats.grid import GridCell, with_head
from extract.formats.visible_text import VisibleText, traverse

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELL_BREAKS = frozenset(["p", "div", "li", "dt", "dd", "tr", "pre", "blockquote"])
# A remark in a data table stays below this, a page in a layout table does not.
_LONGEST_CELL = 800
# The HTML standard's bounds; and how many columns all spans of a table together may take up.
_MAX_COLUMN_SPAN = 1_000
_MAX_ROW_SPAN = 65_534
_SPAN_BUDGET = 500_000


class WebTable:
    """Reads one table element.

    Attributes:
        caption: The table's caption, empty if none.
        rows: The cells, row by row; empty for a layout table, whose cells are part of the page's flow: one with a
            table or heading inside, with one column only, or with a long text in a cell.
    """

    def __init__(self, table: LexborNode) -> None:
        self.caption = ""
        self.rows: list[list[GridCell]] = []
        self._table = table
        self._layout = (table.attributes.get("role") or "") in {"presentation", "none"}
        self._text = VisibleText()
        self._cells: list[list[tuple[str, bool, int, int]]] = []
        self._head = 0
        if not self._layout:
            traverse(table, self._enter, self._leave)
        if not self._layout and max(map(len, self._cells), default=0) > 1:
            self.rows = with_head(_place(self._cells))

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if self._layout:
            return False
        if tag in _HEADINGS or (tag == "table" and node.mem_id != self._table.mem_id):
            self._layout = True
            return False
        if not self._text.enter(node):
            return False
        if tag == "tr":
            self._cells.append([])
        elif tag == "thead":
            self._head += 1
        elif tag in {"td", "th", "caption"}:
            self._text.take()
        if tag in _CELL_BREAKS:
            self._text.break_line()
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _CELL_BREAKS:
            self._text.break_line()
        elif tag == "thead":
            self._head -= 1
        elif tag == "caption":
            self.caption = self._text.take()
        elif tag in {"td", "th"} and self._cells:
            text = "\n".join(filter(str.strip, self._text.take().split("\n")))
            if len(text) > _LONGEST_CELL:
                self._layout = True
            header = tag == "th" or self._head > 0
            columns = _span(node, "colspan", _MAX_COLUMN_SPAN)
            self._cells[-1].append((text, header, columns, _span(node, "rowspan", _MAX_ROW_SPAN)))


def _span(cell: LexborNode, name: str, most: int) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 9 else 1


def _place(rows: list[list[tuple[str, bool, int, int]]]) -> list[list[GridCell]]:
    """Give each cell its row and column, spans of rows from above kept free."""
    free_from: dict[int, int] = {}
    budget = _SPAN_BUDGET
    grid = []
    for number, row in enumerate(rows):
        placed = []
        column = 0
        for text, header, columns, depth in row:
            while free_from.get(column, 0) > number and budget > 0:
                column += 1
                budget -= 1
            placed.append(GridCell(number, column, text, header))
            if depth > 1 and budget > 0:
                free_from.update((place, number + depth) for place in range(column, column + columns))
                budget -= columns
            column += columns
        grid.append(placed)
    return grid
