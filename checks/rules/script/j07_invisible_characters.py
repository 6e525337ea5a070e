"""J07: characters that nobody sees, and characters that no standard defines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.mojibake import garbled_spans
from checks.rules.script.places import covered, gather
from extract import Reading
from extract.late import late

_KINDS = {
    "控制字符": "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f",
    "零宽字符": "\u034f\u180b-\u180e\u200b-\u200d\u2060-\u2064\ufeff",
    "软连字符": "\u00ad",
    "文字方向控制符": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
    "私用区字符（造字）": "\ue000-\uf8ff\U000f0000-\U0010fffd",
}
_PRIVATE = "私用区字符（造字）"
_ANY = late("[" + "".join(_KINDS.values()) + "]")
_EACH = {name: late(f"[{characters}]") for name, characters in _KINDS.items()}
_EMOJI = late("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")
_JOINERS = ("\u200c", "\u200d")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the characters, one hit for each kind."""
    text = reading.document.text
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    garbled = covered(garbled_spans(text))
    for match in _ANY.finditer(text):
        start, end = match.span()
        if match[0] in _JOINERS and start and _EMOJI.match(text, start - 1):
            continue
        if not garbled(start):
            places[next(name for name, kind in _EACH.items() if kind.match(match[0]))].append((start, end))
    for name, spans in places.items():
        codes = "、".join(sorted({f"U+{ord(text[start]):04X}" for start, _ in spans})[:6])
        suggestion = "补上应有的字" if name == _PRIVATE else "删除"
        yield gather(spans, f"正文中有{len(spans)}个{name}", codes, suggestion)


RULE = Rule(
    code="J07",
    name="invisible-character",
    title="不可见或私用字符",
    category="script",
    severity="warning",
    what="查找零宽字符、软连字符、方向控制符、控制字符和私用区字符，每种合并报一条。",
    why="看不见的字符把词和数字断开，检索和核对会漏掉；私用区字符换一台机器就显示不出来。",
    silent="换行、制表符、全角空格和不换行空格，表情符号内部的连接符，已作为乱码报告的字符，不报。",
    bad=(
        Example("生产总值达到863.4\u200b亿元，增长5.7%。", "\u200b"),
        Example("全市粮食总产\u00ad量21万吨。", "\u00ad"),
        Example("会议由县委书记李\ue123主持。", "\ue123"),
    ),
    good=("生产总值达到863.4亿元，增长5.7%。", "\u3000\u3000全市粮食总产量21万吨。\n"),
    near=("单位：万元\u00a0\u00a0日期：2024年\t制表：统计局",),
    reads="text",
    find=find,
)
