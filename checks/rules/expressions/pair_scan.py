"""Finding any of many pairs of characters in one pass.

A class of all first characters would stop at every third character of a text. So each pair is sought from the rarer of
its two characters, and the characters are parted into groups with the partners that they have there: what comes back to
Python is one character in a hundred.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from checks.rules.repetition.words import word_pairs

_GROUPS = 12
_COMMON = 160
"""Characters whose group matters; the rarer ones make little noise wherever they are, and share the last."""
_EVERYWHERE = 10_000


@lru_cache(maxsize=1)
def _partners() -> Counter[str]:
    """In how many known words a character stands, which tells how common it is."""
    return Counter(char for pair in word_pairs().known for char in pair)


def commonness(pair: str) -> int:
    """How common the rarer character of a pair is; marks and digits are in no word and yet everywhere."""
    partners = _partners()
    return min(_EVERYWHERE if not char.isalpha() else partners[char] for char in pair)


def compile_pairs(pairs: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern that stops at one character of every pair, whether the other stands behind or before it.

    Args:
        pairs: Strings of two characters.
    """
    partners = _partners()
    behind: defaultdict[str, set[str]] = defaultdict(set)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        first, second = pair[0], pair[1]
        if first.isalpha() and (not second.isalpha() or partners[first] <= partners[second]):
            behind[first].add(second)
        else:
            before[second].add(first)
    chars = sorted(behind.keys() | before.keys(), key=lambda char: (-partners[char], char))
    if not chars:
        return re.compile("(?!)")
    groups = [_Group() for _ in range(_GROUPS)]
    *others, last = groups
    for place, char in enumerate(chars):
        after, ahead = behind[char], before[char]
        group = last
        if place < _COMMON:
            group = min(others, key=lambda one: one.noise_with(char, after, ahead))
        group.add(char, after, ahead)
    branches = "|".join(group.branch() for group in groups if group.chars)
    return re.compile(f"{_class(chars)}(?:{branches})")


class _Group:
    """Characters that are sought with the same partners; the fewer strangers meet, the less is found for nothing."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self._after: set[str] = set()
        self._ahead: set[str] = set()
        self._weight = 0
        self._partners = 0

    def noise_with(self, char: str, after: set[str], ahead: set[str]) -> int:
        """How much more the group would find for nothing with one more character."""
        partners = _partners()
        more = sum(partners[one] for one in after - self._after) + sum(
            partners[one] for one in ahead - self._ahead
        )
        weight = self._weight + partners[char]
        return weight * (self._partners + more) - self._weight * self._partners

    def add(self, char: str, after: set[str], ahead: set[str]) -> None:
        """Take a character in, with its partners behind and before it."""
        partners = _partners()
        self._partners += sum(partners[one] for one in after - self._after)
        self._partners += sum(partners[one] for one in ahead - self._ahead)
        self._weight += partners[char]
        self.chars.append(char)
        self._after |= after
        self._ahead |= ahead

    def branch(self) -> str:
        """The pattern behind one of the characters."""
        sides = [f"(?={_class(self._after)})"] * bool(self._after)
        sides += [f"(?<={_class(self._ahead)}.)"] * bool(self._ahead)
        return f"(?<={_class(self.chars)})(?:{'|'.join(sides)})"


def _class(chars: Collection[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"


def pair_places(scan: re.Pattern[str], text: str) -> Iterator[int]:
    """Yield offsets at which a pair may begin, each once, in order, many of them for nothing.

    Args:
        scan: What :func:`compile_pairs` gave.
        text: The analysis text.
    """
    told = -1
    for match in scan.finditer(text):
        at = match.start()
        if at - 1 > told:
            yield at - 1
        yield at
        told = at
