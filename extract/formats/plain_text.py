"""Plain text: a line is a paragraph, runs of tab-separated lines with figures are tables."""

from __future__ import annotations

from extract.document import Block
from extract.formats.limits import require_size
from extract.formats.tab_tables import find_tables
from extract.late import late

# The line ends of ``str.splitlines``.
_LINE = late("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def read_plain_text(text: str) -> tuple[Block, ...]:
    """Find the blocks of a plain text.

    Args:
        text: The decoded text.

    Returns:
        One block for each line that is not blank, without blanks at its end; cells for the lines of a table.

    Raises:
        ReadingError: The text has too many lines.
    """
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        if line:
            start = match.start()
            lines.append((start, start + len(line)))
    require_size(len(text), len(lines))
    tables = find_tables(text, lines) if "\t" in text else {}
    if not tables:
        return tuple([Block("paragraph", start, end) for start, end in lines])
    blocks: list[Block] = []
    for number, (start, end) in enumerate(lines):
        found = tables.get(number)
        blocks += found if found is not None else [Block("paragraph", start, end)]
    return tuple(blocks)
