"""Markdown emphasis: the ** that set off bold type, told from the ** that stand for a name or a number."""

from __future__ import annotations

from extract.late import late

_LINE = late(r"[^\n]*\*\*[^\n]*")
_MARK = late(r"(?<!\*)\*\*(?!\*)")
_BORDERS = frozenset(" \t，。、；：！？“”‘’「」『』（）()【】《》…,.;:!?|#>-")
_SHORTEST = 4


def bold_marks(text: str) -> frozenset[int]:
    """The offsets of the ** that are emphasis.

    Bold type opens behind a mark or a blank and closes before one; a placeholder (对**来说) stands among words. A
    document that has both is taken for one with placeholders: a missed mask costs more than a stray asterisk.

    Args:
        text: The analysis text.

    Returns:
        The offsets, or nothing where fewer than four fifths of the ** look like emphasis.
    """
    if "**" not in text:
        return frozenset()
    bold: set[int] = set()
    total = 0
    for line in _LINE.finditer(text):
        marks = [match.start() for match in _MARK.finditer(text, *line.span())]
        total += len(marks)
        for start, end in zip(marks[::2], marks[1::2], strict=False):
            if _is_pair(text, line.start(), start, end, line.end()):
                bold |= {start, end}
    return frozenset(bold) if 5 * len(bold) >= 4 * total else frozenset()


def _is_pair(text: str, first: int, start: int, end: int, last: int) -> bool:
    return (
        end - start >= _SHORTEST
        and (start == first or text[start - 1] in _BORDERS)
        and (end + 2 >= last or text[end + 2] in _BORDERS)
        and not text[start + 2].isspace()
        and not text[end - 1].isspace()
    )
