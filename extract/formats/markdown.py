"""Markdown: headings, list items and pipe tables, pointing into the raw source."""

from __future__ import annotations

import re

from extract.document import Block, BlockKind
from extract.formats.limits import require_size
from extract.late import late

_LINE_END = late("\r\n|\r|\n")
# Quote marks and list marks before a line's own text. Numbers stay: they are part of what the document says.
_MARK = late(r"[ \t]{0,200}+(?:(?:>|[-*+](?=[ \t]))[ \t]{0,200}+){0,50}+")
_HEADING = late(r"#{1,6}[ \t]{1,200}+")
_FIELD = late(r"(?:[^|\\]|\\.)*+", re.DOTALL)
# Lines that are structure only: rules, fences, underlines of headings, the second line of a table.
_STRUCTURE = late(r"[-=*_`~:|\s]*+")
_HEADING_TAGS = {f"h{level}": level for level in range(1, 7)}


def read_markdown(text: str) -> tuple[Block, ...]:
    """Find the blocks of a Markdown text.

    Args:
        text: The raw source; the blocks point into it.

    Returns:
        Headings without their hashes, the lines of paragraphs and list items without quote marks and bullets (a
        printed number stays), and the cells of pipe tables. Each line of a paragraph is a block: Chinese texts are
        often saved as Markdown with one line a paragraph.

    Raises:
        ReadingError: The text has too many lines.
    """
    lines = _lines(text)
    require_size(len(text), len(lines))
    first = _front_matter(text, lines)
    kinds = _kinds_of_lines(text[lines[first][0] :], first) if first < len(lines) else {}
    blocks: list[Block] = []
    table = 0
    row = 0
    for number, (start, end) in enumerate(lines):
        kind, level = kinds.get(number, ("paragraph", 0))
        if kind == "cell":
            # Level 1 is the head of a table, level 0 its body.
            table += level
            row = 0 if level else row + 1
            if row != 1:
                blocks += _cells(text, start, end, table, max(row - 1, 0))
            continue
        start, end = _trim(text, start, end, kind)
        if _STRUCTURE.fullmatch(text, start, end) is None:
            blocks.append(Block(kind, start, end, level))
    return tuple(blocks)


def _kinds_of_lines(body: str, offset: int) -> dict[int, tuple[BlockKind, int]]:
    """Kind and heading level of the lines that are not plain paragraphs; the head of a table has level 1."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])
    kinds: dict[int, tuple[BlockKind, int]] = {}
    # The parser counts \n only.
    for token in parser.parse(_LINE_END.sub("\n", body)):
        if token.map is None:
            continue
        numbers = range(token.map[0] + offset, token.map[1] + offset)
        if token.type == "list_item_open":
            kinds.update((number, ("list_item", 0)) for number in numbers)
        elif token.type == "heading_open":
            kinds.update((number, ("heading", _HEADING_TAGS[token.tag])) for number in numbers)
        elif token.type == "table_open":
            kinds.update((number, ("cell", int(number == numbers.start))) for number in numbers)
    return kinds


def _trim(text: str, start: int, end: int, kind: BlockKind) -> tuple[int, int]:
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    if kind == "heading":
        hashes = _HEADING.match(text, start, end)
        if hashes:
            start = hashes.end()
            words = text[start:end].rstrip()
            if words.endswith("#") and words.rstrip("#").endswith((" ", "\t")):
                end = start + len(words.rstrip("#"))
    return start, start + len(text[start:end].rstrip())


def _cells(text: str, start: int, end: int, table: int, row: int) -> list[Block]:
    mark = _MARK.match(text, start, end)
    position = mark.end() if mark else start
    if text.startswith("|", position):
        position += 1
    cells = []
    column = 0
    while position < end:
        field = _FIELD.match(text, position, end)
        stop = field.end() if field else end
        words = text[position:stop]
        if words.strip():
            first = position + len(words) - len(words.lstrip())
            cells.append(
                Block("cell", first, first + len(words.strip()), 0, "", table, row, column, row == 0)
            )
        column += 1
        position = stop + 1
    return cells


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    position = 0
    for match in _LINE_END.finditer(text):
        lines.append((position, match.start()))
        position = match.end()
    if position < len(text):
        lines.append((position, len(text)))
    return lines


def _front_matter(text: str, lines: list[tuple[int, int]]) -> int:
    """The number of lines of the YAML head between two rules, 0 where there is none."""
    if not lines or text[slice(*lines[0])].rstrip() != "---":
        return 0
    for number in range(1, min(len(lines), 200)):
        if text[slice(*lines[number])].rstrip() == "---":
            return number + 1
    return 0
