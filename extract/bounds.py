"""Bound words: what they say about a number, and the interval it then means.

The table is that of bound words in usage: 以上 以下 以内 include the number (Civil Code art. 1259), 超过 不满 以外 do not.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from extract.interval import Interval
from extract.quantity import Bound, Quantity

BEFORE: dict[str, Bound] = {
    "不低于": ">=", "不少于": ">=", "不小于": ">=", "不下于": ">=", "不亚于": ">=", "至少": ">=", "最少": ">=", "起码": ">=", "不下": ">=",
    "超过": ">", "超出": ">", "突破": ">", "超": ">", "逾": ">", "高于": ">", "多于": ">", "大于": ">", "不止": ">", "过": ">", "上": ">",
    "高过": ">", "跨过": ">", "迈过": ">", "跨越": ">", "＞": ">", ">": ">", "≥": ">=", "＜": "<", "<": "<", "≤": "<=",
    "不超过": "<=", "不高于": "<=", "不多于": "<=", "不大于": "<=", "至多": "<=", "最多": "<=", "不超": "<=", "不逾": "<=", "不突破": "<=",
    "不足": "<", "不到": "<", "不满": "<", "未满": "<", "未到": "<", "低于": "<", "少于": "<", "小于": "<", "未达": "<", "未达到": "<", "未超过": "<=",
    "近": "~", "将近": "~", "接近": "~", "约": "~", "大约": "~", "约为": "~", "约占": "~", "大概": "~", "大致": "~", "达到约": "~", "约有": "~",
    "约达": "~", "超过了": ">", "突破了": ">", "约合": "~", "临近": "~", "逼近": "~", "站上": ">=", "站稳": ">=", "迈上": ">=",
}  # fmt: skip
_SPELT_BEFORE = {word[::-1]: word for word in BEFORE}
_LONGEST_BEFORE = max(map(len, BEFORE))
_LAST = frozenset(word[-1] for word in BEFORE)

# A bound word that is the tail of another word: 签约, 附近, 经过.
_TAIL_OF: dict[str, str] = {
    "约": "签违节合预公制条特契邀履缔誓盟纽简续毁失租",
    "近": "附临靠最亲走远邻就",
    "超": "赶反高虹",
    "过": "经通不超突渡度胜好难错",
    "上": "以加早晚马路网线史身天海陆市向",
    "不到": "想料看遇达做找得收见",
    "不满": "",
    "不足": "",
    "高于": "不",
    "低于": "不",
    "多于": "不",
    "少于": "不",
    "大于": "不",
    "小于": "不",
    "超过": "不未",
    "突破": "不",
}
# 过 and 上 bound only round scales (上百家, 过万人).
_SCALE_ONLY = frozenset({"过", "上"})

AFTER: dict[str, Bound] = {
    "以上": ">=", "及以上": ">=", "或以上": ">=", "之上": ">=", "起": ">=", "以下": "<=", "及以下": "<=", "或以下": "<=", "之下": "<=",
    "以内": "<=", "之内": "<=", "左右": "~", "上下": "~", "前后": "~", "多": ">", "余": ">", "来": ">", "有余": ">", "开外": ">",
    "出头": ">", "（含）以上": ">=", "(含)以上": ">=", "(含)以下": "<=", "（含）以下": "<=", "不到": "<", "+": ">", "强": ">", "许": "~",
    "以外": ">",
}  # fmt: skip
_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _word in sorted(AFTER, key=len, reverse=True):
    _BY_FIRST[_word[0]] = (*_BY_FIRST.get(_word[0], ()), _word)
# Words that merely begin like a bound word behind a unit: 3家多式联运, 5起来自, 2次起飞, 比上年的3家多2家.
_HEAD_OF: dict[str, str] = {
    "多": "式种元样层方少次年个家项名云功民数所位0123456789",
    "来": "自说看临到源华的往访电",
    "起": "来步到飞重点诉草案伏",
    "余": "姚杭额地下热",
    "强": "化大调势省市县国",
    "许": "可多",
    "不到": "",
    "左右": "",
}


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
    end = position
    if end and text[end - 1] == " ":
        end -= 1
    if not end or text[end - 1] not in _LAST:
        return None
    for size in range(min(_LONGEST_BEFORE, end), 0, -1):
        word = text[end - size : end]
        bound = BEFORE.get(word)
        if bound is None:
            continue
        if text[end - size - 1 : end - size] in _TAIL_OF.get(word, "") and end > size:
            continue
        if word in _SCALE_ONLY and not round_scale:
            continue
        return BoundWord(word, bound, end - size, end)
    return None


def bound_after(text: str, position: int) -> BoundWord | None:
    """The bound word that begins right behind a number or its unit."""
    for word in _BY_FIRST.get(text[position : position + 1], ()):
        end = position + len(word)
        if text.startswith(word, position):
            if text[end : end + 1] in _HEAD_OF.get(word, "") and end < len(text):
                continue
            return BoundWord(word, AFTER[word], position, end)
    return None


def meant_interval(quantity: Quantity) -> Interval:
    """What a quantity may stand for, in canonical units.

    A printed value stands for what rounds to it; a bound word widens or opens that: 以上 [v, ∞), 超 (v, ∞), 以内 (-∞, v],
    不足 (-∞, v), 近 [0.9v, v], 多 and 余 up to one more unit of the last digit that is not zero, 约 and 左右 by 10 %
    (half a unit of the last digit where that is more). A range and a vague numeral stand for all between their ends. A rank is exact.

    Raises:
        ValueError: If the quantity has no single meaning: a mask or a ratio.
    """
    numeral = quantity.numeral
    if numeral.shape in ("masked", "ratio") or not numeral.values:
        raise ValueError("a masked number and a ratio have no interval")
    factor = quantity.unit.factor if quantity.unit else Fraction(1)
    low = Fraction(numeral.values[0]) * factor
    high = Fraction(numeral.values[-1]) * factor
    half = Fraction(numeral.resolutions[0]) * factor / 2
    bound, word = quantity.bound, quantity.bound_word
    if numeral.shape == "range":
        half_high = Fraction(numeral.resolutions[-1]) * factor / 2
        if numeral.vague:
            half = half_high = Fraction(0)
        if bound in (">=", ">"):
            return Interval(low, None, low_open=bound == ">")
        if bound in ("<=", "<"):
            return Interval(None, high, high_open=bound == "<")
        return Interval(low - half, high + half_high)
    if quantity.unit is not None and quantity.unit.dimension == "rank" and bound == "=":
        return Interval(low, high)
    if bound == "=":
        return Interval(low - half, low + half)
    if bound == ">=":
        return Interval(low, None)
    if bound == "<=":
        return Interval(None, low)
    if bound == "<":
        return Interval(None, low, high_open=True)
    if bound == ">":
        if word in ("多", "余", "来", "有余", "出头"):
            return Interval(low, low + _last_place(numeral.values[0]) * factor, high_open=True)
        return Interval(low, None, low_open=True)
    if word in ("近", "将近", "接近", "临近", "逼近"):
        return Interval(min(low * Fraction(9, 10), low), max(low * Fraction(9, 10), low))
    margin = max(half, abs(low) / 10)
    return Interval(low - margin, low + margin)


def _last_place(value: Decimal | Fraction) -> Fraction:
    """One unit of the last digit that is not zero: 30 → 10, 1.2万 → 1000."""
    exact = Fraction(value)
    if exact == 0:
        return Fraction(1)
    place = Fraction(1)
    while exact % place:
        place /= 10
        if place < Fraction(1, 10**9):
            return place
    while exact % (place * 10) == 0:
        place *= 10
    return place
