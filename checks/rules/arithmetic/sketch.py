"""The sketch of a document: its sentences with one letter in the place of each claim.

What stands between two numbers says what they have to do with each other. In the sketch each claim shrinks to one
letter for its sort, so that a regular expression can name both the numbers and the words between them, and a letter
leads back to its claim by its offset. Only sentences that hold a claim are drawn, one below the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Generic, TypeVar

from checks.relation import Member
from extract import Reading
from extract.claim import Claim

LEVEL = "Ⓛ"
THRESHOLD = "Ⓣ"
PERCENT = "Ⓟ"
MILLE = "Ⓠ"
POINTS = "Ⓑ"
TIMES = "Ⓚ"
DOUBLINGS = "Ⓕ"
RANK = "Ⓝ"
RATIO = "Ⓡ"
BARE = "Ⓤ"
LETTERS = "Ⓐ-Ⓩ"

_Thing = TypeVar("_Thing")
_Found = TypeVar("_Found")

_BY_UNIT = {"%": PERCENT, "‰": MILLE, "百分点": POINTS, "千分点": POINTS, "倍": TIMES}
_BY_KIND = {"rank": RANK, "ratio": RATIO, "threshold": THRESHOLD}
_MARKS = ((",", "，"), (";", "；"), (":", "："), ("∶", "："), ("(", "（"), (")", "）"))

NEXT = "\n"
"""Stands between two sentences of one paragraph that follow each other."""
BREAK = "\f"
"""Stands between two sentences that do not."""


@dataclass(frozen=True, slots=True)
class Line:
    """One full sentence of the sketch, from full stop to full stop.

    Attributes:
        start: Offset of its first character in the sketch.
        end: Offset after its last character.
        first: Index of its first claim among the sketch's claims.
        last: Index after its last claim.
        paragraph: Index of its paragraph in the outline.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int


_line_start = attrgetter("start")
_claim_number = attrgetter("number")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A document's sentences with claims, each claim one letter.

    Attributes:
        text: The sketch.
        prose: The analysis text.
        claims: The claims, in the order of their letters.
        letters: Offsets of the letters, parallel to ``claims``.
        lines: The full sentences in order.
        pieces: Offsets at which a run of prose starts in the sketch, and where it starts in the prose.
    """

    text: str
    prose: str
    claims: tuple[Claim, ...]
    letters: tuple[int, ...]
    lines: tuple[Line, ...]
    pieces: tuple[tuple[int, ...], tuple[int, ...]]

    def index(self, offset: int) -> int:
        """Index of the claim whose letter stands at an offset, -1 where no claim's letter stands."""
        place = bisect_right(self.letters, offset) - 1
        return place if place >= 0 and self.letters[place] == offset else -1

    def named(self, match: re.Match[str], *names: str) -> tuple[Claim, ...] | None:
        """The claims whose letters the named groups start with, ``None`` if one of them is no claim's letter."""
        found = [self.index(match.start(name)) for name in names]
        return None if -1 in found else tuple(self.claims[place] for place in found)

    def within(self, start: int, end: int) -> tuple[Claim, ...]:
        """The claims whose letters stand between two offsets."""
        return self.claims[bisect_right(self.letters, start - 1) : bisect_right(self.letters, end - 1)]

    def line_number(self, offset: int) -> int:
        """Index of the full sentence around an offset."""
        return max(0, bisect_right(self.lines, offset, key=_line_start) - 1)

    def line_at(self, offset: int) -> Line:
        """The full sentence around an offset."""
        return self.lines[self.line_number(offset)]

    def lead(self, place: int) -> str:
        """The words between a claim and the one before it in its full sentence, or the sentence's start."""
        offset = self.letters[place]
        line = self.line_at(offset)
        start = self.letters[place - 1] + 1 if place > line.first else line.start
        return self.text[start:offset]

    def lead_of(self, claim: Claim) -> str:
        """The words before a claim, as :meth:`lead` gives them for its place."""
        return self.lead(bisect_left(self.claims, claim.number, key=_claim_number))

    def words(self, start: int, end: int) -> Member:
        """Words of the sketch that hold no letter, as a member of a relation that is no claim."""
        starts, origins = self.pieces
        piece = bisect_right(starts, start) - 1
        origin = origins[piece] + start - starts[piece]
        return Member(origin, origin + end - start)

    def quote(self, claim: Claim) -> str:
        """A claim's words as the analysis text has them."""
        return self.prose[claim.start : claim.end]


def member(claim: Claim) -> Member:
    """A claim as a member of a relation."""
    return Member(claim.start, claim.end, claim.number)


def letter(claim: Claim) -> str:
    """The letter that stands for a claim."""
    if claim.kind in _BY_KIND:
        return _BY_KIND[claim.kind]
    if claim.quantity.unit_printed == "番":
        return DOUBLINGS
    return _BY_UNIT.get(claim.unit, LEVEL if claim.unit else BARE)


class _ByIdentity(Generic[_Thing]):
    """A thing as a key: two are one only when they are the same object, so that no field is ever hashed."""

    __slots__ = ("thing",)

    def __init__(self, thing: _Thing) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.thing is self.thing


def sketch_of(reading: Reading) -> Sketch:
    """The sketch of a document; the rules that ask for the same reading share one."""
    return _drawn(_ByIdentity(reading))


@lru_cache(maxsize=2)
def _drawn(key: _ByIdentity[Reading]) -> Sketch:
    return draw(key.thing)


def draw(reading: Reading) -> Sketch:
    """Draw a document's sketch.

    Args:
        reading: The document with its claims.

    Returns:
        The sketch; marks are of one width in it.
    """
    prose = reading.prose.text
    parts: list[str] = []
    claims: list[Claim] = []
    letters: list[int] = []
    starts: list[int] = []
    origins: list[int] = []
    lines: list[Line] = []
    length = 0
    opened: tuple[int, int, int] | None = None
    previous = -2
    for number, group in _by_sentence(reading.claims):
        sentence = reading.outline.sentences[number]
        joined = previous >= 0 and _runs_on(reading, previous, number)
        if previous >= 0 and not joined:
            if opened is not None:
                lines.append(Line(opened[0], length, opened[1], len(claims), opened[2]))
                opened = None
            follows = (
                number == previous + 1 and reading.outline.sentences[previous].paragraph == sentence.paragraph
            )
            parts.append(NEXT if follows else BREAK)
            length += 1
        if opened is None:
            opened = (length, len(claims), sentence.paragraph)
        cursor = sentence.start
        for claim in group:
            if claim.start < cursor:
                continue
            starts.append(length)
            origins.append(cursor)
            parts.append(prose[cursor : claim.start])
            length += claim.start - cursor
            parts.append(letter(claim))
            letters.append(length)
            claims.append(claim)
            length += 1
            cursor = claim.end
        starts.append(length)
        origins.append(cursor)
        parts.append(prose[cursor : sentence.end])
        length += max(0, sentence.end - cursor)
        previous = number
    if opened is not None:
        lines.append(Line(opened[0], length, opened[1], len(claims), opened[2]))
    text = "".join(parts)
    for printed, one in _MARKS:
        text = text.replace(printed, one)
    return Sketch(
        text,
        prose,
        tuple(claims),
        tuple(letters),
        tuple(lines),
        (tuple(starts), tuple(origins)),
    )


def _by_sentence(claims: tuple[Claim, ...]) -> Iterator[tuple[int, list[Claim]]]:
    group: list[Claim] = []
    for claim in claims:
        if group and claim.sentence != group[-1].sentence:
            yield group[0].sentence, group
            group = []
        group.append(claim)
    if group:
        yield group[0].sentence, group


def _runs_on(reading: Reading, previous: int, number: int) -> bool:
    """Whether a sentence continues the one before it: a semicolon ends no thought."""
    before = reading.outline.sentences[previous]
    return number == previous + 1 and reading.prose.text[before.end - 1] in "；;"


def once(find: Callable[[Sketch], tuple[_Found, ...]]) -> Callable[[Sketch], tuple[_Found, ...]]:
    """Let the rules that look for the same pattern in a sketch share one search."""

    @lru_cache(maxsize=2)
    def search(key: _ByIdentity[Sketch]) -> tuple[_Found, ...]:
        return find(key.thing)

    def found(sketch: Sketch) -> tuple[_Found, ...]:
        return search(_ByIdentity(sketch))

    return found
