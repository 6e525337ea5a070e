"""Builds the text of a document that has no text of its own, such as a .docx, together with its blocks."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document import Block, BlockKind
from extract.formats.grid import GridCell
from extract.formats.limits import require_size


class Composer:
    """Lays blocks one under another and counts their offsets."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables = 0

    def add(self, text: str, kind: BlockKind = "paragraph", *, level: int = 0, locator: str = "") -> None:
        """Add one block on a line of its own; a blank one is left out.

        Args:
            text: The block's text; line ends inside stay.
            kind: What the block is.
            level: Heading level, 0 for anything else.
            locator: The place in the original for people.

        Raises:
            ReadingError: The document is too long.
        """
        if not text or text.isspace():
            return
        self._break()
        start = self._length
        self._push(text)
        self._blocks.append(Block(kind, start, self._length, level, locator))
        require_size(self._length, len(self._blocks))

    def add_table(self, rows: Sequence[Sequence[GridCell]], *, located: bool = False) -> int:
        """Add a table: a row on a line, a tab for each column.

        Args:
            rows: The cells of each row in the order of their columns; blank cells give no block.
            located: Whether cells get a locator such as 表1第2行第3列.

        Returns:
            The table's number, 0 when all its cells are blank.

        Raises:
            ReadingError: The document is too long.
        """
        filled = [[cell for cell in row if cell.text and not cell.text.isspace()] for row in rows]
        if not any(filled):
            return 0
        self._tables += 1
        for row in filled:
            if not row:
                continue
            self._break()
            column = 0
            for cell in row:
                self._push("\t" * (cell.column - column))
                column = cell.column
                start = self._length
                self._push(cell.text)
                place = f"表{self._tables}第{cell.row + 1}行第{cell.column + 1}列" if located else ""
                self._blocks.append(
                    Block(
                        "cell",
                        start,
                        self._length,
                        0,
                        place,
                        self._tables,
                        cell.row,
                        cell.column,
                        cell.header,
                    )
                )
            require_size(self._length, len(self._blocks))
        return self._tables

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks in order."""
        return "".join(self._pieces), tuple(self._blocks)

    def _break(self) -> None:
        if self._length:
            self._push("\n")

    def _push(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
