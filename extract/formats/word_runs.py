"""The text of a paragraph of a word-processing document: runs, fields, tracked changes, formulas, text boxes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from extract.document import ReadingError
from extract.formats.superscript import raised
from extract.formats.word_xml import MC, M, W, is_on, value

# Word itself nests a dozen levels.
_MAX_DEPTH = 100

_SKIPPED = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "sdtPr", "sdtEndPr", "tblPr",
    )
) | {M + "rPr"}  # fmt: skip
_FIXED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_EMBEDDED = frozenset({W + "drawing", W + "pict", W + "object"})

# What the font Symbol prints at these codes; such characters stand in a private area of Unicode.
_SYMBOL_FONT = {
    0xB1: "±",
    0xA3: "≤",
    0xB3: "≥",
    0xB4: "×",
    0xB8: "÷",
    0xB0: "°",
    0xBB: "≈",
    0xB9: "≠",
    0x6D: "μ",
    0xA5: "∞",
    0xB7: "·",
}
_PRIVATE = 0xF000


class Runs:
    """Reads paragraphs in their order.

    Attributes:
        boxes: The text boxes met since they were last taken.
        notes: Kind and id of the notes referred to, in order.
    """

    def __init__(self) -> None:
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self._in_code: list[bool] = []

    def text(self, paragraph: Element) -> str:
        """The text of a paragraph as the document prints it once all tracked changes are accepted."""
        pieces: list[str] = []
        self._collect(paragraph, pieces, 0)
        # A field code ends with its paragraph: a damaged one must not swallow the rest of the document.
        self._in_code.clear()
        return "".join(pieces)

    def _collect(self, parent: Element, pieces: list[str], depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise too_deep()
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED:
                continue
            if tag == W + "r":
                self._add_run(child, pieces, depth + 1)
            elif tag == W + "t" or tag == M + "t":
                if child.text and not any(self._in_code):
                    pieces.append(child.text.replace("\n", " "))
            elif tag in _FIXED:
                pieces.append(_FIXED[tag])
            elif tag == W + "fldChar":
                self._turn_field(child.get(W + "fldCharType", ""))
            elif tag == W + "sym":
                pieces.append(_symbol(child))
            elif tag in _NOTES:
                self.notes.append((_NOTES[tag], child.get(W + "id", "")))
            elif tag in _EMBEDDED:
                self._find_boxes(child)
            elif tag == MC + "AlternateContent":
                for branch in chosen(child):
                    self._collect(branch, pieces, depth + 1)
            elif tag == M + "f":
                self._add_pair(child, "num", "/", "den", pieces, depth + 1)
            elif tag == M + "sSup":
                self._add_pair(child, "e", "^", "sup", pieces, depth + 1)
            else:
                self._collect(child, pieces, depth + 1)

    def _add_run(self, run: Element, pieces: list[str], depth: int) -> None:
        properties = run.find(W + "rPr")
        if properties is None:
            self._collect(run, pieces, depth)
            return
        if is_on(properties.find(W + "vanish")):
            return
        if value(properties.find(W + "vertAlign")) != "superscript":
            self._collect(run, pieces, depth)
            return
        own: list[str] = []
        self._collect(run, own, depth)
        text = "".join(own)
        pieces.append(raised(text) or text)

    def _add_pair(
        self, formula: Element, first: str, sign: str, second: str, pieces: list[str], depth: int
    ) -> None:
        parts: list[str] = []
        for name in (first, second):
            own: list[str] = []
            part = formula.find(M + name)
            if part is not None:
                self._collect(part, own, depth)
            parts.append("".join(own))
        above = raised(parts[1]) if sign == "^" else None
        pieces.append(parts[0] + (above if above is not None else sign + parts[1]))

    def _turn_field(self, turn: str) -> None:
        if turn == "begin":
            self._in_code.append(True)
        elif self._in_code and turn == "separate":
            self._in_code[-1] = False
        elif self._in_code and turn == "end":
            self._in_code.pop()

    def _find_boxes(self, drawing: Element) -> None:
        waiting = [drawing]
        while waiting:
            element = waiting.pop()
            if element.tag == W + "txbxContent":
                self.boxes.append(element)
            elif element.tag == MC + "AlternateContent":
                waiting += chosen(element)
            else:
                waiting += reversed(element)


def chosen(alternatives: Element) -> list[Element]:
    """The branch of an ``mc:AlternateContent`` that is read: the first choice, else what it falls back on."""
    branch = alternatives.find(MC + "Choice")
    if branch is None:
        branch = alternatives.find(MC + "Fallback")
    return [] if branch is None else [branch]


def too_deep() -> ReadingError:
    """The reason for a document whose elements are nested beyond all use."""
    return ReadingError("文档内部的层次嵌套过深，不像正常的文档；请用 Word、WPS 打开后另存为 docx")


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    low = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if element.get(W + "font", "") == "Symbol":
        return _SYMBOL_FONT.get(low, "•")
    # The other fonts of this kind (Wingdings …) hold ticks, boxes and bullets.
    return "•" if low < 0x100 else chr(min(code, 0x10FFFF))
