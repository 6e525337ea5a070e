"""Bound words: what they say about a number, and the interval it then means.

The table is that of bound words in usage: 以上 以下 以内 include the number (Civil Code art. 1259), 超过 不满 以外 do not.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from extract.interval import Interval
from extract.quantity import ONE, Bound, Quantity

_BEFORE: dict[Bound, str] = {
    ">=": "不低于 不少于 不小于 不下于 不亚于 不下 至少 最少 起码 站上 站稳 迈上 ≥",
    ">": "超过 超过了 超出 突破 突破了 超 逾 高于 高过 多于 大于 不止 过 上 跨过 迈过 跨越 越过 ＞ >",
    "<=": "不超过 不超 不高于 不多于 不大于 不逾 不突破 未超过 至多 最多 ≤",
    "<": "不足 不到 不满 未满 未到 未达 未达到 低于 少于 小于 ＜ <",
    "~": "近 将近 接近 临近 逼近 约 大约 约为 约占 约有 约达 约合 约计 大概 大致",
}
_AFTER: dict[Bound, str] = {
    ">=": "以上 及以上 或以上 （含）以上 (含)以上 之上 起",
    ">": "多 余 有余 开外 出头 以外",
    "<=": "以下 及以下 或以下 （含）以下 (含)以下 之下 以内 之内",
    "<": "不到",
    "~": "左右 上下 前后 许",
}
# A bound word that is the tail of another word: 签约, 附近, 经过.
_TAIL_OF = {
    "约": "签违节合预公制条特契邀履缔誓盟纽简续毁失租",
    "近": "附临靠最亲走远邻就",
    "超": "赶反高虹",
    "过": "经通不超突渡度胜好难错透",
    "上": "以加早晚马路网线史身天海陆市向升",
    "不到": "想料看遇达做找得收见",
}
# 过 and 上 bound only round scales (上百家, 过万人).
_SCALE_ONLY = frozenset("过上")
# Words that merely begin like a bound word behind a unit: 3家多式联运, 5起来自, 2次起飞, 3件不到位.
_HEAD_OF = {
    "多": "式种元样层方少次云功民数所位栽收放发产销支拨办建用出招0123456789两",  # 比甲的3家多2家 compares
    "起": "来步到飞重点诉草案伏",
    "余": "姚杭额地下热",
    "许": "可多",
    "前后": "端",
    "不到": "位",
    "上下": "游",
    "之上": "",
}
BEFORE: dict[str, Bound] = {word: bound for bound, words in _BEFORE.items() for word in words.split(" ")}
AFTER: dict[str, Bound] = {word: bound for bound, words in _AFTER.items() for word in words.split(" ")}
_LONGEST_BEFORE = max(map(len, BEFORE))
_LAST = frozenset(word[-1] for word in BEFORE)
_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _word in sorted(AFTER, key=len, reverse=True):
    _BY_FIRST[_word[0]] = (*_BY_FIRST.get(_word[0], ()), _word)
_OVER = frozenset("多余来+")
SLIGHTLY_OVER = frozenset({"多", "余", "来", "有余", "出头"})
_SLIGHTLY_UNDER = frozenset({"近", "将近", "接近", "临近", "逼近"})


class BoundWord(NamedTuple):
    """A bound word beside a number.

    Attributes:
        word: The word.
        bound: What it says.
        start: Offset of its first character.
        end: Offset after it.
    """

    word: str
    bound: Bound
    start: int
    end: int


def bound_before(text: str, position: int, round_scale: bool) -> BoundWord | None:
    """The bound word that ends right before a number.

    Args:
        text: The analysis text.
        position: Offset of the number.
        round_scale: Whether the number is a bare scale (百, 万), the only sort that 上 and 过 bound.
    """
    end = position - (text[position - 1 : position] == " ")
    if end < 1 or text[end - 1] not in _LAST:
        return None
    for size in range(min(_LONGEST_BEFORE, end), 0, -1):
        word = text[end - size : end]
        bound = BEFORE.get(word)
        if bound is None or (word in _SCALE_ONLY and not round_scale):
            continue
        if end > size and text[end - size - 1] in _TAIL_OF.get(word, ""):
            continue
        return BoundWord(word, bound, end - size, end)
    return None


def bound_after(text: str, position: int) -> BoundWord | None:
    """The bound word that begins right behind a number or its unit."""
    for word in _BY_FIRST.get(text[position : position + 1], ()):
        end = position + len(word)
        if text.startswith(word, position):
            following = text[end : end + 1]
            if following and following in _HEAD_OF.get(word, ""):
                continue
            return BoundWord(word, AFTER[word], position, end)
    return None


def over_at(text: str, position: int) -> BoundWord | None:
    """多, 余, 来 or + between a numeral and its unit (30多家, 十来个, 100+场)."""
    word = text[position : position + 1]
    if not word or word not in _OVER:
        return None
    return BoundWord(word, ">", position, position + 1)


def meant_interval(quantity: Quantity) -> Interval:
    """What a quantity may stand for, in canonical units.

    A printed value stands for what rounds to it; a bound word widens or opens that: 以上 [v, ∞), 超 (v, ∞), 以内 (-∞, v],
    不足 (-∞, v), 近 [0.9v, v], 多 and 余 up to one more unit of the last digit that is not zero, 约 and 左右 by 10 %
    (half a unit of the last digit where that is more). A range and a vague numeral stand for all from the low end to the
    high one. A rank is exact; 前10位 is one from 1 to 10.

    Raises:
        ValueError: If the quantity has no single meaning: a mask or a ratio.
    """
    numeral = quantity.numeral
    if numeral.shape in ("masked", "ratio") or not numeral.values:
        raise ValueError("a masked number and a ratio have no interval")
    factor = quantity.unit.factor if quantity.unit else ONE
    low = high = Fraction(numeral.values[0])
    if len(numeral.values) > 1:
        high = Fraction(numeral.values[-1])
    if factor is not ONE:
        low, high = low * factor, high * factor
    bound, word = quantity.bound, quantity.bound_word
    if quantity.unit is not None and quantity.unit.dimension == "rank":
        return Interval(Fraction(1) if bound == "<=" else low, high)
    if bound == ">=":
        return Interval(low, None)
    if bound == "<=":
        # 不多于3至4小时: the limit itself lies between the two.
        return Interval(low if numeral.shape == "range" else None, high)
    if bound == "<":
        return Interval(None, high, high_open=True)
    if bound == ">":
        if word in SLIGHTLY_OVER and low > 0:
            return Interval(low, high + _last_place(numeral.values[-1]) * factor, high_open=True)
        return Interval(low, None, low_open=True)
    if numeral.shape == "range":
        return Interval(low, high)
    half = _half(numeral.resolutions[0])
    if factor is not ONE:
        half *= factor
    if bound == "~":
        if word in _SLIGHTLY_UNDER:
            reach = low * Fraction(9, 10)
            return Interval(min(reach, low), max(reach, low))
        half = max(half, abs(low) / 10)
    return Interval(low - half, low + half)


@lru_cache(maxsize=256)
def _half(resolution: Decimal) -> Fraction:
    return Fraction(resolution) / 2


def _last_place(value: Decimal | Fraction) -> Fraction:
    """One unit of the last digit that is not zero: 30 → 10, 1.2万 → 1000."""
    exact = Fraction(value)
    if exact == 0 or exact.denominator > 10**12 or abs(exact) > 10**24:
        return Fraction(1)
    digits = Decimal(exact.numerator) / Decimal(exact.denominator)
    return Fraction(Decimal(1).scaleb(int(digits.normalize().as_tuple().exponent)))
