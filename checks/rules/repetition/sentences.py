"""Sentences made comparable, and the runs of them that stand twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extract.late import late
from extract.outline import Outline

SHORTEST = 15
"""Letters and digits that a sentence must have before its repetition means anything."""

BLOCK = 3
"""Sentences in a row from which a repetition is a block."""

_NO_WORD = late(r"[\s，。、；：？！“”‘’()《》〈〉【】「」『』…—·\-%.,;:!?\"'\[\]~～/*#_+=<>|]+")
_LONGEST_TITLE = 50
_DUTIES = ("牵头单位", "责任单位", "按职责分工", "牵头负责", "牵头)", "配合)")


class Spoken(NamedTuple):
    """A sentence of running text.

    Attributes:
        start: Offset of its first character, its list mark left out.
        end: Offset after its last character.
        paragraph: Index of its paragraph.
        key: Its letters and digits alone.
    """

    start: int
    end: int
    paragraph: int
    key: str


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences in a row that stand a second time.

    Attributes:
        first: Index of the first sentence where they stand first.
        second: Index of the first sentence where they stand again.
        length: Number of sentences.
        others: Indices of the first sentence wherever else they stand.
    """

    first: int
    second: int
    length: int
    others: tuple[int, ...]


@lru_cache(maxsize=2)
def spoken_sentences(text: str, outline: Outline) -> tuple[Spoken, ...]:
    """The sentences of body text that are long enough to be compared.

    Args:
        text: The analysis text.
        outline: Its structure; headings, captions, tables and furniture are left out, and so are notes on who is
            responsible for a measure.
    """
    marks = {mark.start: mark.end for mark in outline.enumerators}
    bodies = [paragraph.kind == "body" for paragraph in outline.paragraphs]
    spoken = []
    for sentence in outline.sentences:
        if sentence.end - sentence.start < SHORTEST or not bodies[sentence.paragraph]:
            continue
        start = min(marks.get(sentence.start, sentence.start), sentence.end - 1)
        words = text[start : sentence.end]
        key = _NO_WORD.sub("", words)
        if len(key) >= SHORTEST and _is_sentence(words):
            spoken.append(Spoken(start, sentence.end, sentence.paragraph, key))
    return tuple(spoken)


def _is_sentence(words: str) -> bool:
    """Whether words are no title, no row of a table and no note on who is responsible for a measure."""
    last = words[-1]
    if "|" in words or "\t" in words or (last.isalnum() and len(words) < _LONGEST_TITLE):
        return False
    if words[0] in "(（【" and last in ")）】":
        return False
    return not any(duty in words for duty in _DUTIES)


def repeated_runs(sentences: Sequence[Spoken]) -> list[Run]:
    """The longest runs of sentences that stand a second time.

    Args:
        sentences: The sentences in order.
    """
    places: dict[str, list[int]] = {}
    for index, sentence in enumerate(sentences):
        places.setdefault(sentence.key, []).append(index)
    runs: list[Run] = []
    index = 0
    while index < len(sentences):
        known = places[sentences[index].key]
        if len(known) < 2 or known[1] != index:
            index += 1
            continue
        first, length = known[0], 1
        while index + length < len(sentences) and first + length < index:
            following = places[sentences[index + length].key]
            if len(following) < 2 or following[0] != first + length or following[1] != index + length:
                break
            length += 1
        runs.append(Run(first, index, length, tuple(known[2:])))
        index += length
    return runs
