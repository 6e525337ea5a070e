"""Sentences that a line break cuts in two, and where they may be put together again.

Three layouts do it: text wrapped to a fixed width (PDF pages, old mail), web copies that set every link on a line of its
own, and single breaks that a page turn or a scan left behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.document import Block
from extract.han import HAN
from extract.late import late
from extract.prose import Cut

_LINE = late(r"\S(?:[^\n]*\S)?")
_NEW_BLOCK = late(
    r"[（(][一二三四五六七八九十百0-9]{1,4}[)）]|第[一二三四五六七八九十百0-9]{1,4}[章节条编篇]"
    r"|[一二三四五六七八九十]{1,3}[、．.]|[0-9]{1,2}[、．.](?![0-9])|[①-⒛]"
    r"|[#|<>•●◆■▲★※○【]|[—-]{2}|[-*+·~] |各位[^，,。]{2,8}[：:!！]|同志们|附[件表录]|注[：:]|https?:|www\."
)
_CLOSED = frozenset("。！？!?；;：:”’』」）)】》>〉…—|*\"'")
_OPENS = frozenset("《“‘「『〈(（")
_CONTINUES = frozenset("》”’」』〉)）、，。；！？,;%‰")
_PUNCTUATED = _CLOSED | frozenset("，,、")
_CLAUSE = late(f"[。，；]|{HAN}[,;]")
_SENTENCE = late("[。；]")
_LONG = 15
_NARROWEST = 24
_SURE_FOR_LINKS = 3
_DEEPEST_INDENT = 4
_FEW = 8
_UNIT = late(
    "[0-9]{0,6}(?:[.][0-9]{1,2})?(?:[亿万]?(?:元|吨|亩|户|公里|套|千瓦|平方|立方|人次)|[亿万]|个百分点|个基点|[%‰])[^\\n]{0,2}"
)
_COUNTED = late(f"{HAN}[0-9,.]{{1,12}}$")
_SCALES = frozenset("亿万千百元年月日个人家户亩吨倍公")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not blank.

    Attributes:
        start: Offset of its first visible character.
        end: Offset after its last visible character.
        text: The characters between.
        indent: Blanks before it.
        gap: Line ends between the line before and this one.
        fixed: Whether it stands in a heading, a list, a caption or a table cell.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    fixed: bool


@dataclass(frozen=True, slots=True)
class _Wrap:
    """The fixed width of a wrapped text.

    Attributes:
        least: Width from which a line is full.
        columns: Whether widths count columns (a Chinese character takes two) or characters.
        gap: The usual number of line ends between two lines.
        margin: The usual indentation.
    """

    least: int
    columns: bool
    gap: int
    margin: int

    def full(self, row: _Row) -> bool:
        """Whether a line reaches the margin; the first line of a paragraph may be indented."""
        return _width(row, self.columns) >= self.least


def broken_sentences(text: str, blocks: Sequence[Block]) -> list[Cut]:
    r"""The line breaks inside sentences, with the blanks around them.

    Headings, enumerated lines, salutations, verse, lists and table cells are never joined.

    Args:
        text: The folded text with ``\n`` for every line end.
        blocks: The parts of the original.

    Returns:
        The places to leave out, so that the sentences are whole.
    """
    rows = _rows(text, blocks)
    wrap = _find_wrap(rows)
    pairs = list(pairwise(rows))
    linked = sum(_surely(before, after) for before, after in pairs) >= _SURE_FOR_LINKS
    cuts: list[Cut] = []
    running = False
    for before, after in pairs:
        running = not (before.fixed or after.fixed) and (
            (wrap is not None and _wraps(before, after, wrap)) or _continues(before, after, running, linked)
        )
        if running:
            cuts.append(Cut(before.end, after.start, "break"))
    return cuts


def _rows(text: str, blocks: Sequence[Block]) -> list[_Row]:
    fixed = [block for block in blocks if block.kind != "paragraph"]
    rows: list[_Row] = []
    before = turn = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while turn < len(fixed) and fixed[turn].end <= start:
            turn += 1
        inside = turn < len(fixed) and fixed[turn].start < end
        indent = start - text.rfind("\n", before, start) - 1 if start > before else 0
        rows.append(_Row(start, end, match[0], indent, text.count("\n", before, start), inside))
        before = end
    return rows


def _width(row: _Row, columns: bool) -> int:
    indent = row.indent if row.indent <= _DEEPEST_INDENT else 0
    if not columns:
        return len(row.text) + indent
    # A Chinese character has three bytes and takes two columns, an ASCII one has one byte and takes one.
    return (len(row.text.encode("utf-8", "surrogatepass")) + len(row.text)) // 2 + 2 * indent


def _find_wrap(rows: Sequence[_Row]) -> _Wrap | None:
    candidates = []
    for columns, window in ((True, 5), (False, 2)):
        widths = Counter(_width(row, columns) for row in rows if not row.fixed)
        narrowest = _NARROWEST if columns else _NARROWEST // 2
        best = max(
            (
                (sum(widths[width + step] for step in range(window)), width)
                for width in widths
                if width >= narrowest
            ),
            default=(0, 0),
        )
        candidates.append(
            (*best, columns, window, sum(widths[width] for width in widths if width >= best[1] + window))
        )
    count, least, columns, window, longer = max(candidates)
    share = 0.5 if count < _FEW else 0.3
    if count < 3 or count < share * len(rows) or 4 * longer > count:
        return None
    wrap = _Wrap(least, columns, 1, 0)
    full = [row for row in rows if not row.fixed and wrap.full(row)]
    punctuated = sum(row.text[-1] in _PUNCTUATED for row in full)
    prose = sum(_CLAUSE.search(row.text) is not None for row in full)
    if 2 * punctuated > len(full) or 2 * prose < len(full):
        return None
    gap = Counter(row.gap for row in rows[1:]).most_common(1)[0][0]
    return _Wrap(least, columns, gap, Counter(row.indent for row in full).most_common(1)[0][0])


def _wraps(before: _Row, after: _Row, wrap: _Wrap) -> bool:
    if not wrap.full(before) or after.gap != wrap.gap or after.indent >= wrap.margin + 2:
        return False
    if _NEW_BLOCK.match(after.text):
        return False
    return before.text[-1] not in _CLOSED or wrap.full(after) or _CLAUSE.search(after.text) is not None


def _surely(before: _Row, after: _Row) -> bool:
    """Whether the marks at the break alone show that the sentence goes on."""
    last, first = before.text[-1], after.text[0]
    if first in _CONTINUES:
        return after.text[1:2] != first and (last.isalnum() or last in "》”’」』〉)）%‰")
    return (
        last in _OPENS
        and before.text[-2:-1] != last
        and after.indent < 2
        and _NEW_BLOCK.match(after.text) is None
    )


def _continues(before: _Row, after: _Row, running: bool, linked: bool) -> bool:
    if _surely(before, after):
        return True
    last = before.text[-1]
    if last in _CLOSED or after.indent >= 2 or _NEW_BLOCK.match(after.text):
        return False
    if last in "，、,":
        prose = len(before.text) >= _LONG or _CLAUSE.search(before.text, 0, len(before.text) - 1) is not None
        return (prose or running) and (len(after.text) >= _LONG or _SENTENCE.search(after.text) is not None)
    if (last.isdigit() or last == ".") and _splits_number(before, after):
        return True
    if not running and _SENTENCE.search(before.text) is None:
        return False
    if last.isascii() and (after.gap == 1 or (last.isdigit() and after.text[0] in _SCALES)):
        return True
    if len(after.text) >= _LONG and _SENTENCE.search(after.text):
        return True
    return linked and after.gap == 1


def _splits_number(before: _Row, after: _Row) -> bool:
    """Whether a break stands between a number and its unit, in lines of running text."""
    return (
        len(before.text) >= _LONG
        and _CLAUSE.search(after.text) is not None
        and _UNIT.match(after.text) is not None
        and _COUNTED.search(before.text) is not None
    )
