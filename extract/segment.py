"""Segmentation: paragraphs, sentences and enumerators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chrome import furniture
from extract.dated import dated
from extract.document import Document
from extract.enumerators import FAMILIES, LEVELS, find_enumerators, heading_levels
from extract.han import HAN
from extract.late import late
from extract.outline import Enumerator, Outline, Paragraph, Sentence
from extract.prose import Prose

__all__ = ["FAMILIES", "segment"]

_LINE = late(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = " \t\u3000\u00a0\u200b\u200d\ufeff\u2002\u2003"
# A half-width mark ends a sentence only behind Chinese: 3.5, 9:00 and web addresses are no ends, and neither is 一.
_STOP = late(
    rf"(?:[。！？；…]|(?<=(?:{HAN}|[”’」』）】》%]))(?:[!?;]|(?<![一二三四五六七八九十])\.(?=(?:{HAN}|[“”’」』）】》\s])|$)))"
    r"[。！？；…!?;]*[”’」』）)】》〉\]]*",
    re.MULTILINE,
)
_END = "。！？；…!?;.，,：:、"
_STOPS = frozenset("。！？；：…!?;:”’」』）)】》")
_HEADING_LENGTH = 60
_RUN_IN = late(r"[。！？；!?;]")
_HEAD = 24
_LONGEST_TITLE = 80
_DOCUMENT = late(
    r"(?:报\s?告|讲话|公报|通知|意见|方案|决定|决议|纲要|规划|总结|致辞|发言|办法|条例|规定|细则|通报|公告|简报|纪要|计划|要点|草案)"
    r"(?:[(（][^()（）]{1,20}[)）])?$"
)
_UNNUMBERED = late(r"[^。！？；!?;…：:.|\t]{4,50}(?<![，,、])")


def segment(document: Document, prose: Prose) -> Outline:
    """Find the structure of a text.

    Args:
        document: The document as read; its blocks say which lines are headings, captions and table cells.
        prose: The analysis text; the offsets of the outline count its characters.

    Returns:
        The outline. The same document gives the same outline.
    """
    text = prose.text
    spans, declared = _spans(document, prose)
    lines = [text[start:end] for start, end in spans]
    kinds = furniture(lines)
    for number, (kind, _) in declared.items():
        kinds[number] = {"cell": "cell", "caption": "caption"}.get(kind, kinds[number])
    enumerators = find_enumerators(text, spans)
    title = _title(lines, kinds, declared)
    paragraphs = _paragraphs(spans, lines, kinds, declared, enumerators)
    return Outline(paragraphs, _sentences(text, spans), enumerators, title, dated(lines, kinds, title))


def _spans(document: Document, prose: Prose) -> tuple[list[tuple[int, int]], dict[int, tuple[str, int]]]:
    """Cut the text into paragraphs at line ends and at the borders of table cells.

    Returns:
        The spans, and by their number the kind and level of those that the format declares.
    """
    text = prose.text
    blocks = []
    for block in document.blocks:
        if block.kind in ("cell", "heading", "caption") and block.end > block.start:
            start, end = prose.at(block.start), prose.at(block.end)
            if end > start:
                blocks.append((start, end, block.kind, block.level))
    spans: list[tuple[int, int]] = []
    declared: dict[int, tuple[str, int]] = {}
    cursor = 0
    for line in _LINE.finditer(text):
        position, line_end = line.span()
        while cursor < len(blocks) and blocks[cursor][1] <= position:
            cursor += 1
        while cursor < len(blocks) and blocks[cursor][0] < line_end:
            start, end, kind, level = blocks[cursor]
            _add(text, position, min(start, line_end), spans)
            if _add(text, max(start, position), min(end, line_end), spans):
                declared[len(spans) - 1] = (kind, level)
            position = min(end, line_end)
            if end > line_end:
                break
            cursor += 1
        _add(text, position, line_end, spans)
    return spans, declared


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    words = text[start:end]
    stripped = words.strip(_BLANKS)
    if not stripped:
        return False
    start += len(words) - len(words.lstrip(_BLANKS))
    spans.append((start, start + len(stripped)))
    return True


def _title(lines: Sequence[str], kinds: Sequence[str], declared: dict[int, tuple[str, int]]) -> str:
    """The title: a heading that the format declares, a first line that names a sort of document, or the first line."""
    for number, line in enumerate(lines[:_HEAD]):
        if declared.get(number, ("", 0))[0] == "heading":
            return line.lstrip("# ")
    first = ""
    for line, kind in zip(lines[:_HEAD], kinds, strict=False):
        if kind != "":
            continue
        if len(line) > _LONGEST_TITLE or line.endswith(("。", "：", ":", "；", "，")):
            break
        if line.startswith(("【", "(", "（", "—", "*")):
            continue
        if _DOCUMENT.search(line):
            return line.lstrip("# ")
        first = first or line.lstrip("# ")
    return first


def _paragraphs(
    spans: Sequence[tuple[int, int]],
    lines: Sequence[str],
    kinds: Sequence[str],
    declared: dict[int, tuple[str, int]],
    enumerators: Sequence[Enumerator],
) -> tuple[Paragraph, ...]:
    opening = {mark.paragraph: mark for mark in enumerators if mark.opens}
    numbered = {
        number: opening[number].family
        for number in opening
        if kinds[number] == "" and opening[number].family in LEVELS and _is_heading(lines[number])
    }
    levels = heading_levels(tuple(numbered.values()))
    paragraphs: list[Paragraph] = []
    governing: list[int] = []
    deepest = 0
    for number, (start, end) in enumerate(spans):
        kind, level = kinds[number] or "body", 0
        format_kind, format_level = declared.get(number, ("", 0))
        if format_kind == "heading":
            kind, level = "heading", format_level or 1
        elif number in numbered:
            kind, level = "heading", levels[numbered[number]]
            deepest = level
        elif kind == "body" and number not in opening and _stands_alone(number, lines, kinds):
            kind, level = "heading", deepest + 1
        section = -1
        if kind == "heading":
            while governing and paragraphs[governing[-1]].level >= level:
                governing.pop()
        if governing:
            section = governing[-1]
        paragraphs.append(Paragraph(start, end, kind, level, section))
        if kind == "heading":
            governing.append(number)
    return tuple(paragraphs)


def _is_heading(line: str) -> bool:
    return len(line) <= _HEADING_LENGTH and not line.endswith(tuple(_END)) and not _RUN_IN.search(line)


def _stands_alone(number: int, lines: Sequence[str], kinds: Sequence[str]) -> bool:
    """A short unnumbered line without a stop, followed by a paragraph of prose."""
    if number + 1 >= len(lines) or kinds[number + 1] != "" or not _UNNUMBERED.fullmatch(lines[number]):
        return False
    before = lines[number - 1] if number and kinds[number - 1] == "" else ""
    if len(before) > _HEADING_LENGTH // 2 and before[-1] not in _STOPS:
        return False  # the second half of a broken line
    following = lines[number + 1]
    return len(following) > 50 and following.endswith(("。", "！", "”", "；", "："))


def _sentences(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Sentence, ...]:
    ends = [match.end() for match in _STOP.finditer(text)]
    sentences: list[Sentence] = []
    cursor = 0
    for number, (start, last) in enumerate(spans):
        while cursor < len(ends) and ends[cursor] <= start:
            cursor += 1
        while start < last:
            end = min(ends[cursor], last) if cursor < len(ends) else last
            sentences.append(Sentence(start, end, number))
            start = end
            while start < last and text[start] in _BLANKS:
                start += 1
            if cursor < len(ends) and ends[cursor] <= start:
                cursor += 1
    return tuple(sentences)
