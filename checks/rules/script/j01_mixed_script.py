"""J01: traditional characters in a simplified document, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.mojibake import garbled_spans
from checks.rules.script.places import Span, covered, gather, listed
from extract import Reading
from extract.han import HAN
from extract.late import late
from extract.script import (
    FOLD,
    ONLY_SIMPLIFIED,
    ONLY_TRADITIONAL,
    fold,
    is_everyday_traditional,
    script_shares,
    telling_characters,
    to_traditional,
)

_LEAST = 8
_MIXED = 0.2
_QUOTED = late("《[^》\n]{1,40}》|“[^”\n]{1,40}”|「[^」\n]{1,40}」|『[^』\n]{1,40}』")
# Print forms that Hong Kong and Taiwan texts use beside the standard ones.
_PRINT_FORMS = frozenset("内没抛吓户吕净温录换争强册")
_SURNAME = late(
    f"(?<![由對对关關至位處处等低高大小基終终限善勇易利属屬用多少优優始急])於{HAN}{{1,2}}[、，,。）)]|於姓|(?<=樊)於|於(?=[潜潛陵])"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Find the characters of the rarer script."""
    text = reading.document.text
    traditional, simplified = script_shares(text)
    if not traditional or not simplified or traditional + simplified < _LEAST:
        return
    to_simplified = traditional <= simplified
    rare = ONLY_TRADITIONAL if to_simplified else ONLY_SIMPLIFIED
    minority = telling_characters(text)[0 if to_simplified else 1]
    present = "".join(sorted(character for character in minority if _tells(character, to_simplified)))
    if not present:
        return
    other = ONLY_SIMPLIFIED if to_simplified else ONLY_TRADITIONAL
    quoted, garbled = covered(_quotations(text, rare, other)), covered(garbled_spans(text))
    spans: list[Span] = []
    for match in re.finditer(f"[{present}](?:{HAN}?[{present}])*", text):
        start, end = match.span()
        if quoted(start) or garbled(start) or _SURNAME.match(text, start):
            continue
        spans.append((start, end))
    if not spans:
        return
    words = [text[start:end] for start, end in spans]
    many = min(traditional, simplified) / (traditional + simplified) >= _MIXED
    ours, theirs = ("简体", "繁体") if to_simplified else ("繁体", "简体")
    message = (
        f"繁简混用：繁体字{traditional}个、简体字{simplified}个，全文应统一"
        if many
        else f"{ours}文中夹有{len(spans)}处{theirs}字：{listed(words)}"
    )
    convert = fold if to_simplified else to_traditional
    suggestion = "" if many else "改为" + listed([convert(word) for word in words])
    yield gather(spans, message, f"繁体专用字{traditional}个，简体专用字{simplified}个", suggestion)


def _tells(character: str, to_simplified: bool) -> bool:
    if to_simplified:
        return is_everyday_traditional(character)
    return character not in _PRINT_FORMS and ord(character) not in FOLD


def _quotations(text: str, rare: frozenset[str], usual: frozenset[str]) -> list[Span]:
    """Quotations and titles that stand in the rarer script as a whole."""
    return [
        match.span()
        for match in _QUOTED.finditer(text)
        if usual.isdisjoint(match[0]) and sum(character in rare for character in match[0]) > 1
    ]


RULE = Rule(
    code="J01",
    name="mixed-script",
    title="繁简混用",
    category="script",
    severity="warning",
    what="统计只在繁体或只在简体中出现的字；占少数的一方逐处列出。",
    why="同一文件应使用一种字体；零星的另一种字多为转换遗漏或从别处粘贴而来（《通用规范汉字表》，2013年）。",
    silent="人名、地名用字（昇、濛），整段引用的另一种字体的书名和引文，繁简通用的字，港台通行的异体字形，不报。",
    bad=(
        Example("云溪县今年经济运行总体平稳，财政收入实现較快增长，重点项目建设进展顺利。", "較"),
        Example("青川市今年經濟運行總體平穩，財政收入實現較快增長，重點項目建設进展順利。", "进"),
    ),
    good=(
        "云溪县今年经济运行总体平稳，财政收入实现较快增长，重点项目建设进展顺利。",
        "青川市今年經濟運行總體平穩，財政收入實現較快增長，重點項目建設進展順利。",
    ),
    near=(
        "县委书记李昇主持会议，会议研究了经济发展、项目建设和财政预算等议题。",
        "展览陈列了线装书《臨江縣鄉土誌》，观众对馆藏图书资料的发掘整理给予好评。",
        "会议由於姓乡贤联谊会承办，来宾参观了产业园区和农业发展示范项目。",
    ),
    reads="text",
    find=find,
)
