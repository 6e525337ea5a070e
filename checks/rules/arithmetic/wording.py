"""Words that tie two numbers together, as pieces of regular expressions over the sketch."""

from __future__ import annotations

import re
from typing import Literal

from checks.rules.arithmetic.sketch import LETTERS
from extract.late import late

RISE = "加幅|增长|增加|提高|提升|上升|上涨|攀升|扩大|增收|净增|增|升|涨|多|高"
FALL = "下降|减少|降低|回落|下跌|下滑|缩小|收窄|压减|精简|减|降|跌|少|低"
MOVE = (
    "增长|增加|提高|提升|上升|上涨|攀升|扩大|跃升|大增|延伸|延长|飙升|猛增|扩张|(?<![更])加|上调|发展|拓展|扩展|壮大|增|升|涨|提|扩|"
    "下降|减少|降低|回落|下跌|下滑|缩小|收窄|缩短|压缩|压减|精简|下调|减|降|跌|缩|"
    "调整|变|变化|回升|加快|放缓|优化|改善|进位"
)

_FALLING = late(f"(?:{FALL}|放缓|缩短|压缩|下调|缩|慢)")
_RISING = late(f"(?:{RISE}|跃升|回升|加快|上调|提|扩|快)")
_BASE = late(
    r"同比|环比|[比较](?:上年|去年|年初|上月|上季度|前年)|[比较](?:19|20)\d\d年|[比较]“?[一二三四五十]{2,3}五”?"
)


def gap(most: int, also: str = "") -> str:
    """At most so many characters of one clause chain without a claim.

    Args:
        most: Number of characters.
        also: Characters that may not stand in it either.
    """
    return rf"[^{LETTERS}。；\n\f{also}]{{0,{most}}}"


def way(words: str) -> Literal["up", "down"] | None:
    """Whether the last word of change in a text goes up or down, ``None`` where there is none."""
    up = max((match.end() for match in _RISING.finditer(words)), default=-1)
    down = max((match.end() for match in _FALLING.finditer(words)), default=-1)
    if up == down:
        return None
    return "up" if up > down else "down"


def bases(words: str) -> frozenset[str]:
    """What a growth or an increment is measured from, as the words before it say; 同比 and 比上年 are one base."""
    same = {"同比": "上年", "比上年": "上年", "较上年": "上年", "比去年": "上年", "较去年": "上年"}
    return frozenset(same.get(match.group(), match.group()[-5:]) for match in _BASE.finditer(words))


def first_group(match: re.Match[str], *names: str) -> str:
    """The first of several optional groups that took part in a match."""
    return next(name for name in names if match.group(name) is not None)
