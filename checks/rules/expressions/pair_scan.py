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


@lru_cache(maxsize=1)
def _partners() -> Counter[str]:
    """In how many known words a character stands, which tells how common it is."""
    return Counter(char for pair in word_pairs().known for char in pair)


def commonness(pair: str) -> int:
    """How common the rarer character of a pair is."""
    partners = _partners()
    return min(partners[pair[0]], partners[pair[1]])


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
        if partners[first] <= partners[second]:
            behind[first].add(second)
        else:
            before[second].add(first)
    chars = sorted(behind.keys() | before.keys(), key=lambda char: (-partners[char], char))
    if not chars:
        return re.compile("(?!)")
    size = -(-len(chars) // _GROUPS)
    branches = []
    for at in range(0, len(chars), size):
        group = chars[at : at + size]
        after = set().union(*(behind[char] for char in group))
        ahead = set().union(*(before[char] for char in group))
        sides = [f"(?={_class(after)})"] * bool(after) + [f"(?<={_class(ahead)}.)"] * bool(ahead)
        branches.append(f"(?<={_class(group)})(?:{'|'.join(sides)})")
    return re.compile(f"{_class(chars)}(?:{'|'.join(branches)})")


def _class(chars: Collection[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"


def pair_places(scan: re.Pattern[str], text: str) -> Iterator[int]:
    """Yield offsets at which a pair may begin, in order, many of them for nothing.

    Args:
        scan: What :func:`compile_pairs` gave.
        text: The analysis text.
    """
    for match in scan.finditer(text):
        at = match.start()
        if at:
            yield at - 1
        yield at
