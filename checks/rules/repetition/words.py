"""Which two characters make a word, as far as public documents tell.

The table lists the pairs of neighbouring characters that stand together at least four times in three places or more of
two million characters of government reports, communiqués and news, and at least four times as often as chance would
have it (pointwise mutual information of two bits). A line is a character and what follows it, the most frequent first,
in four groups parted by bars: words; pairs that end a word but begin none (民工 of 农民工), because one character stands
before them four times out of five; pairs that begin a word but end none; and pairs inside longer words (入推 of 深入推进).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("words.txt")
# Words whose second character is so frequent that chance hides them.
_FREQUENT = (
    "目的 为了 除了 现在 存在 所在 正在 实在 好在 总和 共和 饱和 平和 温和 作为 成为 行为 认为 以为 因为 参与 给与 面对 相对 反对 "
    "绝对 方向 面向 导向 自由 理由 由于 位于 对于 关于 等于 处于 终于 成都 首都 国都 供给 补给 将来 即将 大将 有着 看着 随着 沿着"
)


@dataclass(frozen=True, slots=True)
class WordPairs:
    """Pairs of characters.

    Attributes:
        known: All pairs of the table.
        ending: Those that end a word.
        beginning: Those that begin a word.
    """

    known: frozenset[str]
    ending: frozenset[str]
    beginning: frozenset[str]


@lru_cache(maxsize=1)
def word_pairs() -> WordPairs:
    """The table."""
    known: set[str] = set()
    ending = set(_FREQUENT.split(" "))
    beginning: set[str] = set()
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        first = line[0]
        groups = [[first + follower for follower in group] for group in line[1:].split("|")]
        for number, group in enumerate(groups):
            known.update(group)
            if number in (0, 1):
                ending.update(group)
            if number in (0, 2):
                beginning.update(group)
    return WordPairs(frozenset(known | ending), frozenset(ending), frozenset(beginning))
