"""E10: digits with the wrong mark, gap or grouping inside: 97。3%, 3，500, 12 .5, 1,23,456."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_UNIT = "(?:%|％|‰|个?百分点|万亿|亿|万|元|吨|公里|平方|亩|人(?!民)|户|家|倍|千瓦)"
_FAULT = late(
    rf"[0-9](?:(?P<stop>。[0-9]{{1,2}}(?:%|％|‰|个百分点|亿|万亿|倍))"
    rf"|(?P<dot>[·•・‧][0-9]{{1,4}}(?={_UNIT}))"
    rf"|(?P<comma>，[0-9]{{3}}(?![0-9])(?={_UNIT}))"
    r"|(?P<groups>,[0-9]{1,4}(?:,[0-9]{1,4}){1,6}(?![0-9,.]))"
    rf"|(?P<gap>[ \u3000]\.[0-9]{{1,4}}|\.[ \u3000][0-9]{{1,4}}(?={_UNIT}))"
    rf"|(?P<points>(?:\.[0-9]{{1,4}}){{2}}(?=%|％|‰|个百分点|亿|万|倍)|\.\.[0-9]{{1,4}}(?={_UNIT}))"
    rf"|(?P<lost>\.(?:%|％|‰|个百分点|亿元|万元)))"
)
_HEAD = late("[0-9,]{1,12}$")
_NOT_BEFORE = frozenset("0123456789.,/-:：第０１２３４５６７８９")
_SAYS = {
    "stop": ("小数点误作句号", "。"),
    "dot": ("小数点误作间隔号", ""),
    "comma": ("数字中间夹着中文逗号", "，"),
    "groups": ("千分撇的位置不对", ""),
    "gap": ("小数点旁边多了空格", ""),
    "points": ("一个数里有两个小数点", ""),
    "lost": ("小数点后面缺数字", ""),
}


def find(reading: Reading) -> Iterator[Hit]:
    """Yield malformed numbers; offsets count the text as read, because folding hides some of these marks."""
    text = reading.document.text
    for match in _FAULT.finditer(text):
        kind = match.lastgroup or ""
        head = _HEAD.search(text, max(0, match.start() - 8), match.start() + 1)
        start = head.start() if head is not None else match.start()
        words = text[start : match.end()]
        if not _is_fault(kind, words, text[start - 1 : start]):
            continue
        message, mark = _SAYS[kind]
        right = ""
        if kind == "stop":
            right = words.replace(mark, ".")
        elif kind == "comma":
            right = words.replace(mark, "")
        elif kind == "dot":
            right = re.sub("[·•・‧]", ".", words)
        elif kind == "gap":
            right = re.sub(r"\s", "", words)
        yield Hit(start, match.end(), message, f"“{words}”不是一个完整的数", right)


def _is_fault(kind: str, words: str, before: str) -> bool:
    """Whether it is no list, no version, no list mark at the start of a line."""
    if kind == "groups":
        first, *groups = words.split(",")
        return (
            len(first) <= 3
            and len(groups[-1]) == 3
            and any(len(group) != 3 for group in groups[:-1])
            and len(words) > 6
        )
    if kind in ("gap", "points") and (not before or before in "\n\r 　"):
        return kind == "points" and ".." in words
    if kind == "comma":
        digits = words.partition("，")[0]
        return len(digits) <= 3 and digits != "0" and before not in _NOT_BEFORE
    return before not in _NOT_BEFORE or (kind == "points" and ".." in words)


RULE = Rule(
    code="E10",
    name="malformed-digits",
    title="数字写法残缺",
    category="units",
    severity="warning",
    what="数字内部的符号或空格有误：小数点成了句号或间隔号，夹着中文逗号，千分撇位置不对，小数点旁有空格，一个数有两个小数点，小数点后缺数字。",
    why="断开的数字会被读成两个数；GB/T 15835—2011规定小数点用“.”，千分撇每三位一节。",
    silent="并列的数（3，5，7）、日期、章节号和版本号、行首的序号、旧报纸的全角数字。",
    bad=(
        Example("群众满意度达到97。3%，比上年提高。", "97。3%"),
        Example("全市新增经营主体3，500家，培训1,23,456人次。", "3，500"),
        Example("全县工业用电量增长9·6%，增速居全市前列。", "9·6%"),
    ),
    good=(
        "群众满意度达到97.3%，比上年提高。",
        "全市新增经营主体3500家，培训123,456人次。",
    ),
    near=("“3·15”晚会后抽查了3，5，7号楼，共12层。\n4.5 万吨级码头已建成，系统升级到3.1.5版。",),
    reads="text",
    find=find,
)
