"""Misspelt words: their lists, and the search for them in running text.

Chinese is written without blanks, so the characters of a misspelling also meet where two words touch (各自已经 holds
自已). A misspelling of two characters therefore counts only where its characters cannot belong to two neighbouring words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from checks.rules.expressions.lexicon import read_list
from checks.rules.expressions.pairs import pair_places, rarest
from checks.rules.repetition.words import word_pairs
from extract.script import fold

_ALONE = frozenset(
    "的了着过在是与和及等也都就又还要将把被对从向为有不之而以于其再已各更最很仍并且或但使让给由按据经自至到上下中内外前后里间"
    "一二两三四五六七八九十个做近沿"
)
_EXCEPTION = "!"


class Misspelling(NamedTuple):
    """A misspelt word, with the word that is meant and longer strings in which its characters are right."""

    wrong: str
    right: str
    exceptions: tuple[str, ...]


class Misspelt(NamedTuple):
    """A place where a misspelling stands."""

    start: int
    end: int
    right: str


@dataclass(frozen=True, slots=True)
class Misspellings:
    """Misspellings by a rare pair of neighbouring characters.

    Attributes:
        by_pair: For each such pair, the misspellings with its offset in them.
    """

    by_pair: Mapping[str, tuple[tuple[Misspelling, int], ...]]

    def places(self, text: str) -> Iterator[Misspelt]:
        """Yield the misspellings of a text in order.

        Args:
            text: The analysis text; the work grows linearly with its length.
        """
        by_pair = self.by_pair
        for at in pair_places(by_pair.keys(), text):
            for entry, offset in by_pair.get(text[at : at + 2], ()):
                start = at - offset
                if start < 0 or not text.startswith(entry.wrong, start):
                    continue
                if len(entry.wrong) == 2 and _are_two_words(text, start):
                    continue
                if not any(_covers(text, start, entry.wrong, words) for words in entry.exceptions):
                    yield Misspelt(start, start + len(entry.wrong), entry.right)


def _are_two_words(text: str, start: int) -> bool:
    """Whether the first of two characters can end a word and the second can begin another one."""
    first, second = text[start], text[start + 1]
    words = word_pairs()
    ends = text[max(0, start - 1) : start + 1] in words.ending
    if second in _ALONE:
        return ends
    return (ends or first in _ALONE) and text[start + 1 : start + 3] in words.beginning


def _covers(text: str, start: int, wrong: str, words: str) -> bool:
    begin = start - words.index(wrong)
    return begin >= 0 and text.startswith(words, begin)


def build_misspellings(entries: Iterable[Misspelling]) -> Misspellings:
    """Index misspellings, folded as the analysis text is, by a rare pair of neighbouring characters in them."""
    by_pair: defaultdict[str, list[tuple[Misspelling, int]]] = defaultdict(list)
    for entry in entries:
        offset = rarest(entry.wrong, range(len(entry.wrong) - 1))
        by_pair[entry.wrong[offset : offset + 2]].append((entry, offset))
    return Misspellings({pair: tuple(found) for pair, found in by_pair.items()})


def read_misspellings(path: Path) -> Iterator[Misspelling]:
    """Read a list: the right word, then its misspellings, all parted by blanks; ``!`` opens an exception.

    Args:
        path: A UTF-8 text file.

    Yields:
        The misspellings in order, folded as the analysis text is.
    """
    for line in fold("\n".join(read_list(path))).split("\n"):
        right, *others = line.split()
        exceptions = [words[1:] for words in others if words[0] == _EXCEPTION]
        for wrong in others:
            if wrong[0] != _EXCEPTION:
                yield Misspelling(wrong, right, tuple([words for words in exceptions if wrong in words]))


@lru_cache(maxsize=1)
def standard_misspellings() -> Misspellings:
    """The misspellings that come with heshu."""
    folder = Path(__file__).parent
    return build_misspellings(
        entry
        for name in ("misspelt_words.txt", "lookalikes.txt")
        for entry in read_misspellings(folder / name)
    )
