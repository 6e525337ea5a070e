"""Finding the places of many pairs of characters: those that a text holds at all are few, and quickly found."""

from __future__ import annotations

from collections.abc import Collection, Set
from functools import lru_cache
from operator import add

from checks.rules.repetition.words import word_pairs


@lru_cache(maxsize=1)
def _pairs_of(text: str) -> frozenset[str]:
    return frozenset(map(add, text, text[1:]))


def pair_places(pairs: Set[str], text: str) -> list[int]:
    """The offsets at which one of the pairs stands, in order.

    Args:
        pairs: Strings of two characters, such as no text holds many of.
        text: The analysis text.
    """
    places = []
    for pair in pairs & _pairs_of(text):
        at = text.find(pair)
        while at >= 0:
            places.append(at)
            at = text.find(pair, at + 1)
    return sorted(places)


def rarest(words: str, places: Collection[int]) -> int:
    """The place among some in a string whose pair of characters makes no word, the first one where all do.

    A pair that is no word stands in few texts, so a string is sought by it.
    """
    known = word_pairs().known
    return min(places, key=lambda at: words[at : at + 2] in known)
