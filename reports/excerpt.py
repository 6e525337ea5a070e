"""Words of a document on a terminal: the part of a line that fits, its columns and its colours."""

from __future__ import annotations

from reports.lines import Lines
from reports.visible import visible

_RESET = "\x1b[0m"
_COLOURS: dict[str, str] = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;36m",
    "path": "\x1b[1m",
    "frame": "\x1b[2m",
    "pass": "\x1b[1;32m",
}


def excerpt(lines: Lines, start: int, end: int, line: int, width: int) -> tuple[str, str]:
    """The part of a line around a span that fits the width, and the marks under the span.

    Args:
        lines: The text.
        start: Offset of the span.
        end: Offset after it.
        line: The line that it begins in.
        width: Columns there are.
    """
    first, last = lines.span(line)
    end = min(end, last) if end > start else end
    span, span_width = cut(_spaced(lines.text[start : min(end, start + width)]), width - 2)
    whole = len(_spaced(lines.text[start:end])) == len(span)
    room = width - span_width - 2
    before, before_width = cut(_spaced(lines.text[max(first, start - width) : start])[::-1], room // 2)
    after, after_width = cut(_spaced(lines.text[end : end + width])[: last - end], room - before_width)
    if after_width < room - before_width:
        before, before_width = cut(
            _spaced(lines.text[max(first, start - width) : start])[::-1], room - after_width
        )
    opens = "…" if first < start - len(before) else ""
    closes = "…" if not whole or end + len(after) < last else ""
    marks = " " * (_columns(opens) + before_width) + "^" * max(1, span_width)
    return opens + before[::-1] + span + (after if whole else "") + closes, marks


def _spaced(text: str) -> str:
    """Make a text's hidden characters visible one for one, so that offsets and columns stay together."""
    return "".join(
        sign if len(sign := visible(character)) == 1 else "\ufffd" for character in text.replace("\t", " ")
    )


def cut(text: str, width: int) -> tuple[str, int]:
    """The beginning of a text that fits the width, and the columns that it takes."""
    from wcwidth import wcwidth  # a text without findings never needs it

    used = 0
    for index, character in enumerate(text):
        columns = max(0, wcwidth(character))
        if used + columns > width:
            return text[:index], used
        used += columns
    return text, used


def _columns(text: str) -> int:
    from wcwidth import wcwidth

    return sum(max(0, wcwidth(character)) for character in text)


def painted(text: str, tone: str, colour: bool) -> str:
    """A text in the colour of a tone: a severity, ``path``, ``frame`` or ``pass``."""
    return f"{_COLOURS[tone]}{text}{_RESET}" if colour and text else text
