"""The lexicon of fixed expressions, and the search for strings that differ from one of them in one character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from checks.rules.expressions.own_list import OwnExpressions
from checks.rules.expressions.pairs import pair_places, rarest
from extract.script import fold

_SHORTEST = 4
# A character that joins words marks the border of two of them rather than a slip inside one.
_JOINING = frozenset("的了着过在是与和及等也都就又还要将把被对从向为有不之而以于其")


_LONG = 10
"""Characters from which an expression is known even when one or two of them are left out."""


class NearMiss(NamedTuple):
    """A place where one character of an expression is another one.

    Attributes:
        start: Offset of the altered expression.
        end: Offset after it.
        at: Offset of the other character.
        expression: The expression as it should be.
    """

    start: int
    end: int
    at: int
    expression: str


class Misspelling(NamedTuple):
    """A wrong string and the right one."""

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Fixed expressions by two pairs of neighbouring characters.

    One altered character, or one gap, leaves one of two pairs whole that do not overlap: these lead to all candidates.

    Attributes:
        accepted: All expressions and the strings one character off that are right as they are.
        by_pair: For each pair, the expressions that it is sought for, with its offset in them.
        misspelt: For each pair, the misspellings that it is sought for, with its offset in them.
    """

    accepted: frozenset[str]
    by_pair: Mapping[str, tuple[tuple[str, int], ...]]
    misspelt: Mapping[str, tuple[tuple[Misspelling, int], ...]]

    def near_misses(self, text: str) -> tuple[NearMiss, ...]:
        """The places where an expression is one character off, or a long one lacks a word, in order.

        Args:
            text: The analysis text; the work grows linearly with its length.
        """
        found: set[NearMiss] = set()
        for at in pair_places(self.by_pair.keys() | self.misspelt.keys(), text):
            pair = text[at : at + 2]
            for expression, offset in self.by_pair.get(pair, ()):
                if text.startswith(expression, max(0, at - offset)):
                    continue
                miss = self._near_miss(text, at - offset, expression)
                if miss is None and len(expression) >= _LONG:
                    miss = self._gap(text, at, offset, expression)
                if miss is not None:
                    found.add(miss)
            for (wrong, right), offset in self.misspelt.get(pair, ()):
                start = at - offset
                if start >= 0 and text.startswith(wrong, start) and not self._is_part(text, start, wrong):
                    found.add(
                        NearMiss(start, start + len(wrong), start + _first_difference(wrong, right), right)
                    )
        return tuple(sorted(found))

    def _near_miss(self, text: str, start: int, expression: str) -> NearMiss | None:
        if start < 0:
            return None
        window = text[start : start + len(expression)]
        place = _single_difference(window, expression)
        if place < 0 or window in self.accepted:
            return None
        return NearMiss(start, start + len(window), start + place, expression)

    def _gap(self, text: str, at: int, offset: int, expression: str) -> NearMiss | None:
        """The expression without one word of one or two characters in front of the pair or behind it."""
        for missing in (1, 2):
            for start in (at - offset, at - offset + missing):
                window = text[max(0, start) : start + len(expression) - missing]
                if start < 0 or window in self.accepted:
                    continue
                place = _first_difference(window, expression)
                gap = expression[place : place + missing]
                whole = 0 < place < len(window) and window[place:] == expression[place + missing :]
                if whole and gap.isalpha() and _JOINING.isdisjoint(gap):
                    return NearMiss(start, start + len(window), start + place, expression)
        return None

    def _is_part(self, text: str, start: int, wrong: str) -> bool:
        """Whether an accepted string covers the place."""
        return any(
            (begin := start - words.find(wrong)) >= 0 and text.startswith(words, begin)
            for words in self.accepted
            if wrong in words
        )


def _first_difference(window: str, expression: str) -> int:
    return next(
        (place for place, (one, other) in enumerate(zip(window, expression, strict=False)) if one != other),
        min(len(window), len(expression)),
    )


def _single_difference(window: str, expression: str) -> int:
    """Where the only difference of two strings is, -1 for several and for a border between words."""
    if len(window) != len(expression):
        return -1
    place = _first_difference(window, expression)
    printed, right = window[place], expression[place]
    if window[place + 1 :] != expression[place + 1 :] or printed in _JOINING:
        return -1
    return place if "\u4e00" <= printed <= "\u9fff" and "\u4e00" <= right <= "\u9fff" else -1


def build_lexicon(
    expressions: Iterable[str], variants: Iterable[str], misspellings: Iterable[tuple[str, str]]
) -> Lexicon:
    """Index expressions by two pairs of characters that do not overlap and misspellings by one, rare ones where there are.

    Args:
        expressions: Fixed expressions of at least four characters, in any script; shorter ones are left out.
        variants: Strings one character off that are right as they are.
        misspellings: Wrong strings of at least two characters, each with the right one.
    """
    folded = sorted({one for one in fold("\n".join(expressions)).split("\n") if len(one) >= _SHORTEST})
    by_pair: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    misspelt: defaultdict[str, list[tuple[Misspelling, int]]] = defaultdict(list)
    for expression in folded:
        last = len(expression) - 2
        first = rarest(expression, range(last - 1))
        for at in (first, rarest(expression, range(first + 2, last + 1))):
            by_pair[expression[at : at + 2]].append((expression, at))
    for wrong, right in misspellings:
        entry = Misspelling(fold(wrong), fold(right))
        at = rarest(entry.wrong, range(len(entry.wrong) - 1))
        misspelt[entry.wrong[at : at + 2]].append((entry, at))
    return Lexicon(
        frozenset(folded) | {fold(variant) for variant in variants},
        {pair: tuple(entries) for pair, entries in by_pair.items()},
        {pair: tuple(entries) for pair, entries in misspelt.items()},
    )


def read_list(path: Path) -> Iterator[str]:
    """Read a list: one entry a line, a note after ``#``, empty lines left out.

    Args:
        path: A UTF-8 text file.

    Yields:
        The entries in order.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].strip()
        if words:
            yield words


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Read a list of misspellings: the wrong string, a blank, the right one.

    Args:
        path: A UTF-8 text file.

    Yields:
        The pairs in order.

    Raises:
        ValueError: If a line is no pair of strings of one length, one character apart.
    """
    for entry in read_list(path):
        wrong, _, right = entry.partition(" ")
        right = right.strip()
        if len(wrong) != len(right) or sum(a != b for a, b in zip(wrong, right, strict=True)) != 1:
            raise ValueError(f"{path.name}: “{entry}”应为错写、空格、正写，且只差一个字")
        yield wrong, right


_HERE = Path(__file__).parent


@lru_cache(maxsize=4)
def lexicon_with(own: OwnExpressions) -> Lexicon:
    """The expressions that come with heshu, and a desk's own."""
    return build_lexicon(
        (*read_list(_HERE / "expressions.txt"), *own.expressions),
        (*read_list(_HERE / "variants.txt"), *own.variants),
        (*read_pairs(_HERE / "misspellings.txt"), *own.misspellings),
    )
