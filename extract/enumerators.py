"""Printed list marks: 一、 （一） 1. ① 一是 第一， 首先 and their kin.

The order of levels 一、 → （一） → 1. → （1） follows GB/T 9704-2012 (7.3.3).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from extract.han import HAN
from extract.late import late
from extract.outline import Enumerator

FAMILIES: dict[str, str] = {
    "part": "第一编 第一部分",
    "chapter": "第一章",
    "section": "第一节",
    "article": "第一条",
    "han_comma": "一、 or 一. or 一：",
    "han_bracket": "（一） or ㈠",
    "han_half": "一）",
    "digit_dot": "1. or ⒈",
    "digit_comma": "1、",
    "digit_bracket": "（1） or ⑴",
    "digit_half": "1）",
    "circled": "①",
    "note": "［1］ at the beginning of a line: an endnote",
    "is": "一是 二是",
    "must": "一要 二要",
    "ordinal": "第一， or 第一是",
    "one_of": "其一，",
    "sequence": "首先 其次 再次 最后",
}
"""Every family of list marks with its shape. The number of 最后 is one more than the mark before it."""

LEVELS: dict[str, int] = {
    "part": 1,
    "chapter": 2,
    "section": 3,
    "han_comma": 4,
    "han_bracket": 5,
    "han_half": 5,
    "digit_dot": 6,
    "digit_comma": 6,
    "digit_bracket": 7,
    "digit_half": 7,
    "circled": 8,
}
"""Rank of the families that can carry a heading; headings of a document are renumbered from 1 without gaps."""

_DIGITS = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN = "[一二三四五六七八九十]{1,3}"

# A mark opens its paragraph, or stands behind the end of a clause; a numeral behind a word is part of that word.
_OPENING = late(
    r"[\s#*>　]*(?:"
    r"第(?P<unit_number>[一二三四五六七八九十百零〇\d]{1,6})(?P<unit>编|部分|章|节|条)[\s：:、]?"
    rf"|(?P<han_comma>{_HAN})\s?(?:[、．：:]|\.(?!\d))"
    rf"|[（(](?P<han_bracket>{_HAN})[）)]"
    rf"|(?P<han_half>{_HAN})[）)]"
    r"|(?P<digit_dot>\d{1,3})(?:[．.](?!\d)|[．.]\s(?=\S))"
    r"|(?P<digit_comma>\d{1,2})、(?P<next_number>\d{1,4})?"
    r"|[（(](?P<digit_bracket>\d{1,2})[）)]"
    r"|(?P<digit_half>\d{1,2})[）)]"
    r"|[［\[](?P<note>\d{1,3})[］\]]"
    r"|(?P<symbol>[①-⑳⑴-⒇⒈-⒛㈠-㈩])"
    r")"
)
_INLINE = late(
    r"(?:^|(?<=[。；：！？…，、;:!?,\s“”‘’「」『』（）()【】*]))(?:"
    rf"(?P<is>{_HAN})是(?!(?P=is)(?!{HAN}))"
    rf"|(?P<must>{_HAN})要(?!素|点|害|闻|务|[一二三四五六七八九十]不)"
    rf"|第(?P<ordinal>{_HAN})(?:[，,：:](?!第)|、(?!第|[一二三四五六七八九十]、)|是)"
    rf"|其(?P<one_of>{_HAN})(?=[，,、：:是])[，,、：:]?"
    r"|(?P<sequence>首先|其次|再次|最后)(?=[，,、：:是要])[，,、：:]?"
    r")",
    re.MULTILINE,
)
_INSIDE = late(
    r"(?<=[。；：！？;:!?…”」』）)】])\s{0,4}(?:"
    rf"(?P<han_comma>{_HAN})、"
    rf"|[（(](?P<han_bracket>{_HAN})[）)]"
    rf"|(?P<digit_dot>\d{{1,2}})[．.](?=(?:{HAN}|[“「《]))"
    rf"|(?P<digit_comma>\d{{1,2}})、(?=(?:{HAN}|[“「《]))"
    r"|[（(](?P<digit_bracket>\d{1,2})[）)]"
    rf"|(?P<digit_half>\d{{1,2}})[）)](?=(?:{HAN}|[“「《]))"
    r"|(?P<symbol>[①-⑳⑴-⒇⒈-⒛㈠-㈩])"
    r")"
)
# 二、三产业 and 三、四线城市 begin a paragraph without being marks.
_TOGETHER = late(
    r"[一二三四五六七八九十]{1,2}(?:、|次产业|产业|季度|月|线|级|类|等|胎|孩|期|号|版|层|档|梯队|年级)"
)
_UNITS = {"编": "part", "部分": "part", "章": "chapter", "节": "section", "条": "article"}
_SYMBOLS = {"①": "circled", "⑴": "digit_bracket", "⒈": "digit_dot", "㈠": "han_bracket"}
_FIRSTS = sorted((ord(first), family) for first, family in _SYMBOLS.items())
_FEWEST_ARTICLES = 3
_LONGEST_UNIT = 30
_ORDER_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 0}


def han_number(numeral: str) -> int:
    """The value of a Chinese or Arabic numeral below a thousand, 0 where it is none.

    Args:
        numeral: Such as 三, 十二, 二十一, 一百零五, 二三 (digit by digit) or 12.
    """
    if numeral.isdecimal():
        return int(numeral)
    if not any(unit in numeral for unit in "十百"):
        value = 0
        for mark in numeral:
            value = value * 10 + _DIGITS.get(mark, 0)
        return value
    total, digit = 0, 0
    for mark in numeral:
        if mark == "十":
            total += (digit or 1) * 10
            digit = 0
        elif mark == "百":
            total += (digit or 1) * 100
            digit = 0
        else:
            digit = _DIGITS.get(mark, 0)
    return total + digit


def find_enumerators(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Enumerator, ...]:
    """Find the list marks of a text.

    Args:
        text: The analysis text.
        spans: Start and end of each paragraph, in order.

    Returns:
        The marks in order; no two overlap.
    """
    found: list[Enumerator] = []
    starts = [start for start, _ in spans]
    for index, (start, end) in enumerate(spans):
        match = _OPENING.match(text, start, end)
        if match is not None:
            mark = _mark(match, text, index, True)
            if mark is not None and (
                mark.family not in _UNITS.values() or _is_unit(mark.family, text, mark.end, end)
            ):
                found.append(mark)
    for pattern in (_INLINE, _INSIDE):
        for match in pattern.finditer(text):
            index = bisect_right(starts, match.start() + _blanks(match)) - 1
            if index < 0 or match.end() > spans[index][1]:
                continue
            opens = match.start() + _blanks(match) == starts[index]
            mark = _mark(match, text, index, opens)
            if mark is not None:
                found.append(mark)
    if sum(mark.family == "article" for mark in found) < _FEWEST_ARTICLES:
        found = [mark for mark in found if mark.family != "article"]
    found.sort(key=lambda mark: (mark.start, -mark.end))
    return tuple(_last_ones(_without_overlaps(found)))


def _is_unit(family: str, text: str, after: int, end: int) -> bool:
    """Whether 第二章 is a label (第二章 总则) and not a word of a sentence."""
    if family == "article" or after == end or text[after - 1] in " ：:、":
        return True
    return end - after <= _LONGEST_UNIT and text[end - 1] not in "。；，：！"


def _blanks(match: re.Match[str]) -> int:
    words = match.group()
    return len(words) - len(words.lstrip(" \t\u3000\u00a0#*>"))


def _mark(match: re.Match[str], text: str, paragraph: int, opens: bool) -> Enumerator | None:
    family = match.lastgroup or ""
    if family == "next_number":
        # 3、4月份 and 1、2号楼 open a paragraph without being marks; 1、7月新增 is one.
        family = "digit_comma"
        if int(match["next_number"]) == int(match["digit_comma"]) + 1:
            return None
    words = match[family]
    start = match.start() + _blanks(match)
    end = match.end("digit_comma") + 1 if family == "digit_comma" else match.end()
    if family == "unit":
        return Enumerator(start, end, _UNITS[words], han_number(match["unit_number"]), paragraph, opens)
    if family == "symbol":
        first, family = max(row for row in _FIRSTS if row[0] <= ord(words))
        return Enumerator(start, end, family, ord(words) - first + 1, paragraph, opens)
    if family == "sequence":
        return Enumerator(start, end, family, _ORDER_WORDS[words], paragraph, opens)
    if family == "han_comma" and _TOGETHER.match(text, end):
        return None
    number = han_number(words)
    if number == 0 or (len(words) > 1 and "十" not in words and not words.isdecimal()):
        return None
    return Enumerator(start, end, family, number, paragraph, opens)


def _without_overlaps(found: list[Enumerator]) -> list[Enumerator]:
    kept: list[Enumerator] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _last_ones(found: list[Enumerator]) -> list[Enumerator]:
    """Give 最后 the number after its predecessor; without one it is an adverb and no mark."""
    kept: list[Enumerator] = []
    before = 0
    for mark in found:
        if mark.family == "sequence":
            if mark.number == 0:
                if before == 0:
                    continue
                mark = Enumerator(mark.start, mark.end, mark.family, before + 1, mark.paragraph, mark.opens)
                before = 0
            else:
                before = mark.number
        kept.append(mark)
    return kept


def heading_levels(families: Sequence[str]) -> dict[str, int]:
    """Number the heading families that a document uses from 1, the highest first."""
    ranks = sorted({LEVELS[family] for family in families if family in LEVELS})
    number = {rank: level for level, (rank, _) in enumerate(groupby(ranks), 1)}
    return {family: number[rank] for family, rank in LEVELS.items() if rank in number}
