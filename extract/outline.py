"""Types of the outline: headings, enumerators and sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A printed list mark such as （一）, 1. or 二是, in offsets of the analysis text.

    Attributes:
        start: Offset of the mark's first character.
        end: Offset after the mark, its punctuation included.
        family: The shape of the mark, one of ``FAMILIES`` in :mod:`extract.enumerators`.
        number: The ordinal it stands for, from 1.
        paragraph: Index of the paragraph it stands in.
        opens: Whether it is the first thing in its paragraph.
    """

    start: int
    end: int
    family: str
    number: int
    paragraph: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the analysis text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character, without the line end.
        kind: ``body``, ``heading``, ``cell``, ``chrome`` (furniture of a web page or newspaper) or ``caption``.
        level: Depth of a heading (1 is the highest), 0 for anything else.
        section: Index of the heading paragraph that governs it, -1 before the first.
    """

    start: int
    end: int
    kind: str
    level: int
    section: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the analysis text, its closing mark included."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of a text.

    Attributes:
        paragraphs: All paragraphs in order.
        sentences: All sentences in order.
        enumerators: All list marks in order.
        title: The document's title as printed, empty where there is none.
        dated: Year, month and day that the document gives itself, 0 for an unknown part, ``None`` for none.
    """

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    enumerators: tuple[Enumerator, ...]
    title: str
    dated: tuple[int, int, int] | None

    def __hash__(self) -> int:
        """A hash from what is quick to read, so that rules can remember what they derived from an outline."""
        return hash(
            (len(self.paragraphs), len(self.sentences), len(self.enumerators), self.title, self.dated)
        )
