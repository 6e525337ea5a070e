"""Word-processing documents (.docx): paragraphs, automatic numbers, tables, text boxes and notes."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from extract.document import Block, BlockKind, ReadingError
from extract.formats.composer import Composer
from extract.formats.grid import GridCell, with_head
from extract.formats.word_numbering import Numbering
from extract.formats.word_runs import Runs, chosen, too_deep
from extract.formats.word_styles import Styles
from extract.formats.word_xml import MC, RELATION, W, is_on, number, parse, value
from extract.formats.zip_package import ZipPackage

_MAX_DEPTH = 50
# A remark in a table stays below this; longer cells are prose that happens to stand in a frame.
_LONGEST_CELL = 800
_MAX_COLUMN_SPAN = 1_000

_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_FOREIGN = frozenset({W + "altChunk", W + "subDoc"})
_NOTE_NAMES = {"footnote": "脚注", "endnote": "尾注"}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    kind: BlockKind
    level: int


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    header: bool
    content: list[_Paragraph | _Table | _Box] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(
            item.text for item in self.content if isinstance(item, _Paragraph) and item.text.strip()
        )


@dataclass(frozen=True, slots=True)
class _Table:
    rows: list[list[_Cell]]


@dataclass(frozen=True, slots=True)
class _Box:
    content: list[_Paragraph | _Table | _Box]


_Item = _Paragraph | _Table | _Box


def read_word(data: bytes) -> tuple[str, tuple[Block, ...]]:
    """Read a .docx as it prints with all tracked changes accepted.

    Headers, footers, comments and pictures are not read.

    Args:
        data: The file's bytes.

    Returns:
        The text and its blocks. Automatic numbers stand at the head of their paragraphs; merged cells come once.

    Raises:
        ReadingError: The file is damaged, encrypted, too large, or no such document.
    """
    package = ZipPackage(data)
    main = main_part(package)
    if main is None:
        raise ReadingError(
            "文件内没有正文（word/document.xml），不是 Word 文档；请用 Word、WPS 打开后另存为 docx"
        )
    related = _related_parts(package, main)
    root = parse(package.read(main), main)
    body = root.find(W + "body")
    if body is None:
        raise ReadingError("文档没有正文；请用 Word、WPS 打开后另存为 docx")
    reader = _Reader(package, related)
    printer = _Printer()
    printer.add(reader.items(body))
    reader.print_notes(package, related, printer)
    return printer.composer.finish()


def main_part(package: ZipPackage) -> str | None:
    """The name of the part that holds a package's text, ``None`` where it holds no word-processing document."""
    for relation_type, target in _relations(package, "_rels/.rels"):
        if relation_type == "officeDocument" and target.endswith(".xml") and target.startswith("word/"):
            return target
    return "word/document.xml" if "word/document.xml" in package else None


def _relations(package: ZipPackage, part: str) -> list[tuple[str, str]]:
    if part not in package:
        return []
    base = posixpath.dirname(posixpath.dirname(part))
    found = []
    for relation in parse(package.read(part), part).iter(RELATION):
        if relation.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", base, relation.get("Target", ""))).lstrip("/")
        found.append((relation.get("Type", "").rpartition("/")[2], target))
    return found


def _related_parts(package: ZipPackage, main: str) -> dict[str, str]:
    folder, name = posixpath.split(main)
    parts = {kind: f"{folder}/{kind}.xml" for kind in ("styles", "numbering", "footnotes", "endnotes")}
    parts |= dict(_relations(package, f"{folder}/_rels/{name}.rels"))
    return {kind: part for kind, part in parts.items() if part in package}


class _Reader:
    """Turns the elements of a document, in their order, into paragraphs, tables and boxes."""

    def __init__(self, package: ZipPackage, related: dict[str, str]) -> None:
        def root_of(kind: str) -> Element | None:
            return parse(package.read(related[kind]), related[kind]) if kind in related else None

        self._runs = Runs()
        self._styles = Styles(root_of("styles"))
        self._numbering = Numbering(root_of("numbering"), self._styles.lists())
        self._carried = ""

    def items(self, parent: Element, depth: int = 0) -> list[_Item]:
        if depth > _MAX_DEPTH:
            raise too_deep()
        found: list[_Item] = []
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                paragraph = self._paragraph(child)
                found += [] if paragraph is None else [paragraph]
                boxes, self._runs.boxes = self._runs.boxes, []
                found += [_Box(self.items(box, depth + 1)) for box in boxes]
            elif tag == W + "tbl":
                found.append(self._table(child, depth + 1))
            elif tag in _TRANSPARENT:
                found += self.items(child, depth + 1)
            elif tag == MC + "AlternateContent":
                for branch in chosen(child):
                    found += self.items(branch, depth + 1)
            elif tag in _FOREIGN:
                raise ReadingError(
                    "文档里嵌有另一个文件的内容（altChunk 或子文档），读不到；请用 Word 打开后另存为 docx"
                )
        if self._carried.strip():
            found.append(_Paragraph(self._carried, "paragraph", 0))
        self._carried = ""
        return found

    def print_notes(self, package: ZipPackage, related: dict[str, str], printer: _Printer) -> None:
        """Add the notes that the text refers to, in the order of their numbers."""
        for kind, name in _NOTE_NAMES.items():
            wanted = [note for found, note in self._runs.notes if found == kind]
            part = related.get(f"{kind}s")
            if not wanted or part is None:
                continue
            notes = {note.get(W + "id", ""): note for note in parse(package.read(part), part).iter(W + kind)}
            for place, note in enumerate(wanted, 1):
                if note in notes:
                    printer.add(self.items(notes.pop(note)), f"{name}{place}")

    def _paragraph(self, element: Element) -> _Paragraph | None:
        properties = element.find(W + "pPr")
        text = self._carried + self._runs.text(element)
        self._carried = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            # Its end was deleted: what is left of it begins the next paragraph.
            self._carried = text
            return None
        level = self._styles.heading_level(properties)
        kind: BlockKind = "heading" if level else "paragraph"
        listed = self._styles.list_of(properties)
        if listed is not None:
            list_id, list_level, style = listed
            if list_level is None:
                list_level = self._numbering.level_of_style(list_id, style) or 0
            mark = self._numbering.next_mark(list_id, list_level)
            if mark is not None:
                text = mark + text
                kind = kind if level else "list_item"
        return _Paragraph(text, kind, level)

    def _table(self, table: Element, depth: int) -> _Table:
        rows: list[list[_Cell]] = []
        for row in _parts(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            column = 0
            header = False
            if properties is not None:
                column = min(max(number(properties.find(W + "gridBefore")), 0), _MAX_COLUMN_SPAN)
                header = is_on(properties.find(W + "tblHeader"))
            cells: list[_Cell] = []
            for cell in _parts(row, W + "tc"):
                layout = cell.find(W + "tcPr")
                span, merged = 1, False
                if layout is not None:
                    if layout.find(W + "cellDel") is not None:
                        continue
                    span = min(max(number(layout.find(W + "gridSpan"), 1), 1), _MAX_COLUMN_SPAN)
                    merged = any(
                        value(layout.find(W + name), "continue") == "continue"
                        for name in ("vMerge", "hMerge")
                        if layout.find(W + name) is not None
                    )
                if not merged:
                    cells.append(_Cell(len(rows), column, header, self.items(cell, depth + 1)))
                column += span
            rows.append(cells)
        return _Table(rows)


def _parts(parent: Element, wanted: str, depth: int = 0) -> list[Element]:
    """The rows of a table or the cells of a row, those in content controls and tracked insertions too."""
    if depth > _MAX_DEPTH:
        raise too_deep()
    found: list[Element] = []
    for child in parent:
        if child.tag == wanted:
            found.append(child)
        elif child.tag in _TRANSPARENT:
            found += _parts(child, wanted, depth + 1)
    return found


class _Printer:
    """Lays paragraphs, tables and boxes out as text."""

    def __init__(self) -> None:
        self.composer = Composer()
        self._paragraphs = 0
        self._boxes = 0

    def add(self, items: list[_Item], place: str = "") -> None:
        for item in items:
            if isinstance(item, _Box):
                self._boxes += 1
                self.add(item.content, f"文本框{self._boxes}")
            elif isinstance(item, _Table):
                self._add_table(item, place)
            elif item.text.strip():
                self._paragraphs += not place
                locator = place or f"第{self._paragraphs}段"
                self.composer.add(item.text, item.kind, level=item.level, locator=locator)

    def _add_table(self, table: _Table, place: str) -> None:
        cells = [cell for row in table.rows for cell in row]
        framed = any(
            len(cell.text()) > _LONGEST_CELL or any(isinstance(item, _Table) for item in cell.content)
            for cell in cells
        )
        if framed or all(cell.column == 0 for cell in cells):
            for cell in cells:
                self.add(cell.content, place)
            return
        grid = [
            [GridCell(cell.row, cell.column, cell.text(), cell.header) for cell in row] for row in table.rows
        ]
        self.composer.add_table(with_head(grid), located=True)
        for cell in cells:
            self.add([item for item in cell.content if isinstance(item, _Box)], place)
