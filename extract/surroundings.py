"""What surrounds a numeral: list marks, quotations, titles and the furniture of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from extract.digit_patterns import Pattern, find_patterns
from extract.late import late
from extract.outline import Outline

_QUOTED = late(r"“[^“”\n]{1,24}”|\"[^\"\n]{1,24}\"|‘[^‘’\n]{1,24}’|「[^「」\n]{1,24}」")
_TITLED = late(r"《[^《》\n]{1,80}》")


class Spans:
    """Stretches of a text in order, not overlapping."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = tuple(spans)
        self._starts = [start for start, _ in self._spans]

    def at(self, position: int) -> tuple[int, int] | None:
        """The stretch that holds a position."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._spans[index][1]:
            return None
        return self._spans[index]


class Surroundings:
    """The stretches of one text that decide what its numerals are there for.

    Attributes:
        marks: List marks.
        quotations: Short quotations with their quotation marks.
        titles: Titles in 《》.
        furniture: Paragraphs that belong to the page and not to the document.
    """

    def __init__(self, text: str, outline: Outline) -> None:
        self.marks = Spans((mark.start, mark.end) for mark in outline.enumerators)
        self.quotations = Spans(match.span() for match in _QUOTED.finditer(text))
        self.titles = Spans(match.span() for match in _TITLED.finditer(text))
        self.furniture = Spans((p.start, p.end) for p in outline.paragraphs if p.kind == "chrome")
        self._patterns = find_patterns(text)
        self._starts = [pattern.start for pattern in self._patterns]
        self._end = len(text)

    def pattern_at(self, position: int) -> Pattern | None:
        """The written pattern (date, code, telephone number) that holds a position."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._patterns[index].end:
            return None
        return self._patterns[index]

    def wall_after(self, position: int) -> int:
        """Where the next written pattern begins; no numeral reaches into it."""
        index = bisect_right(self._starts, position)
        return self._starts[index] if index < len(self._starts) else self._end
