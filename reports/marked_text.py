"""A document's text cut into pieces that carry marks: which claim, which findings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reports.lines import Lines
from reports.rows import Row
from reports.words import SEVERITY_ORDER

WHOLE_TEXT_LIMIT = 400_000
"""Characters up to which a page shows the whole text; of a longer one it shows what stands around findings."""

_AROUND = 200
_FINDINGS_NAMED = 6
_RELATED_MARKED = 50


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters with the same marks, within one line.

    Attributes:
        text: The characters.
        claim: Number of the claim in its table, from 0; -1 for none.
        findings: Numbers of the findings that cover it, from 0; the first few where there are many.
        related: Numbers of the findings that name it as another place of theirs; the first few.
        severity: The gravest severity among all findings that cover it, empty for none.
        opens: Numbers of the findings that begin here, or at a line end before.
    """

    text: str
    claim: int
    findings: tuple[int, ...]
    related: tuple[int, ...]
    severity: str
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or a stretch of one.

    Attributes:
        number: Its number in the text, from 1.
        pieces: Its pieces in order.
        gap: Whether text was left out before it.
    """

    number: int
    pieces: tuple[Piece, ...]
    gap: bool


def marked_lines(lines: Lines, claims: Sequence[Row], findings: Sequence[Row]) -> Iterator[Line]:
    """Cut a text at the ends of its lines, claims and findings, however these overlap.

    Args:
        lines: The text with its lines.
        claims: Rows of the table ``claims``.
        findings: Rows of the table ``findings``.

    Yields:
        The lines; of a text longer than ``WHOLE_TEXT_LIMIT`` only the stretches around findings, no more characters
        than that in all.
    """
    length = len(lines.text)
    windows = [(0, length)] if length <= WHOLE_TEXT_LIMIT else _windows(length, findings)
    marks = _Marks(claims, findings)
    for first, last in windows:
        gap = first > 0
        for number, start, end in _stretches(lines, first, last):
            yield Line(number, tuple(marks.pieces(lines.text, start, end)), gap)
            gap = False


def _windows(length: int, findings: Iterable[Row]) -> list[tuple[int, int]]:
    """The stretches around findings, merged, until they fill a page."""
    windows: list[tuple[int, int]] = []
    room = WHOLE_TEXT_LIMIT
    for row in sorted(findings, key=lambda row: (int(row["start"]), int(row["end"]))):
        first, last = max(0, row["start"] - _AROUND), min(length, row["end"] + _AROUND)
        if windows and first <= windows[-1][1]:
            first, before = windows.pop()
            room += before - first
            last = max(last, before)
        last = min(last, first + room)
        windows.append((first, last))
        room -= last - first
        if room <= 0:
            break
    return windows


def _stretches(lines: Lines, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """The parts of lines between two offsets: number, start and end of each."""
    line = bisect_right(lines.starts, first)
    while line <= len(lines.starts) and lines.starts[line - 1] < last:
        start, end = lines.span(line)
        yield line, max(start, first), min(end, last)
        line += 1


class _Marks:
    """A sweep over the places where claims and findings begin and end, in order of the text."""

    def __init__(self, claims: Sequence[Row], findings: Sequence[Row]) -> None:
        self.claims: dict[int, None] = {}
        self.findings: dict[int, None] = {}
        self.related: dict[int, None] = {}
        spans = [(row["start"], row["end"], 0, number) for number, row in enumerate(claims)]
        for number, row in enumerate(findings):
            spans.append((row["start"], row["end"], 1, number))
            spans += [
                (other["start"], other["end"], 2, number)
                for other in row["related"][:_RELATED_MARKED]
                if other["source"] == row["source"]
            ]
        self.events = sorted(
            (offset, opens, group, number)
            for start, end, group, number in spans
            if start < end
            for offset, opens in ((start, True), (end, False))
        )
        self.active = (self.claims, self.findings, self.related)
        self.severities = [row["severity"] for row in findings]
        self.next = 0
        self.grave: Counter[str] = Counter()
        self.opened: list[int] = []

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces between two offsets, which never go back."""
        self._pass(start)
        while start < end:
            stop = min(end, self.events[self.next][0]) if self.next < len(self.events) else end
            yield self._piece(text[start:stop])
            start = stop
            self._pass(start)

    def _pass(self, offset: int) -> None:
        while self.next < len(self.events) and self.events[self.next][0] <= offset:
            _, opens, group, number = self.events[self.next]
            self.next += 1
            if opens:
                self.active[group][number] = None
            else:
                self.active[group].pop(number, None)
            if self.active[group] is self.findings:
                self.grave[self.severities[number]] += 1 if opens else -1
                if opens:
                    self.opened.append(number)

    def _piece(self, text: str) -> Piece:
        opened, self.opened = tuple(self.opened), []
        return Piece(
            text=text,
            claim=next(reversed(self.claims), -1),
            findings=tuple(islice(self.findings, _FINDINGS_NAMED)),
            related=tuple(islice(self.related, _FINDINGS_NAMED)),
            severity=next((severity for severity in SEVERITY_ORDER if self.grave[severity] > 0), ""),
            opens=opened,
        )
