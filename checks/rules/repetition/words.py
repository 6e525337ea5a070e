"""Which two characters make a word, as far as public documents tell.

The table lists the pairs of neighbouring characters that stand together at least four times in three places or more of
two million characters of government reports, communiqués and news, and at least four times as often as chance would
have it (pointwise mutual information of two bits). A line is a character and what follows it, the most frequent first.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("words.txt")


@lru_cache(maxsize=1)
def word_pairs() -> frozenset[str]:
    """All pairs of the table."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return frozenset(line[0] + follower for line in lines for follower in line[1:])
