"""Stretches whose digits are written by a pattern and count nothing: dates, times, codes, telephone numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.quantity import Role
from extract.units import unit_at


class Pattern(NamedTuple):
    """A stretch of text that decides the role of every numeral inside.

    Attributes:
        start: Offset of its first character.
        end: Offset after it.
        role: What its numerals are there for.
        reason: What it was recognised by.
    """

    start: int
    end: int
    role: Role
    reason: str


_ALPHA_CODE = (
    r"(?<![A-Za-z0-9.])(?P<name>[A-Za-z]{1,20}-?[0-9]{1,12}(?:\.[0-9]{1,4})?+(?:-?[A-Za-z0-9]{1,12}){0,3})"
)
_PATTERNS = re.compile(
    "|".join(
        (
            r"(?P<address>(?:https?://|www\.)[!-~]{1,300}|[\w.+-]{1,40}@[A-Za-z0-9-]{1,40}\.[A-Za-z0-9.]{1,30})",
            r"(?<![0-9.])(?P<date>(?:19|20)[0-9]{2}(?P<joint>[-/.])[0-9]{1,2}(?P=joint)[0-9]{1,2}(?![0-9])|[01][0-9]-[0-3][0-9](?= [0-2]?[0-9]:))",
            r"(?<![0-9:.])(?P<time>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?+(?![0-9:.%]))",
            r"(?P<document>[〔\[【（(](?:19|20)[0-9]{2}[〕\]】）)]第?[0-9]{1,6}号|第[0-9]{1,6}号(?!楼|线|桥|机|台|公路|高速|煤)|(?<![0-9.])[0-9]{1,5}号(?:文|令|公告|通知|决议|决定|提案|建议|议案))",
            r"(?<![0-9.])(?P<phone>1[3-9][0-9]{9}(?![0-9])|0[0-9]{2,3}[-—][0-9]{7,8}(?![0-9])|[48]00-[0-9]{3,4}-?[0-9]{3,4}(?![0-9])"
            r"|(?:12[0-9]{3}|9[56][0-9]{3}|1[01][0-9]{3}|1[0-2][0-9])(?=[”\"]?(?:热线|平台|电话|政务|便民|服务|投诉|举报|·|市民|急救|报警|接警|指挥)))",
            r"(?:电话|热线|传真|手机|微信|QQ)(?:号码?)?[:：]\s?(?P<called>[0-9A-Za-z][0-9A-Za-z-]{4,30})",
            r"(?<![0-9.])(?P<plus>(?:[0-9]{1,4}|[NnXx])(?:\+(?:[0-9]{1,4}|[NnXx]))+)(?![0-9.])",
            r"(?P<page>第[0-9]{1,4}[页版](?!次))",
            r"(?<=[\u4e00-\u9fffA-Za-z”])(?<![为至到达比长超近约增减升降均是于])(?P<version>[1-9]\.0(?![0-9%‰个亿万元倍吨分])|[1-9]\.[0-9](?=版))",
            r"(?P<notice>(?:省略|全文共|全文约|仅显示|共计?|还有)[0-9]{2,7}字(?=[，,。;；)）]))",
            r"(?P<entity>&#?[0-9a-zA-Z]{1,8};|<[a-zA-Z/][^<>\n]{0,120}>)",
            _ALPHA_CODE,
        )
    )
)
_ROLES: dict[str, tuple[Role, str]] = {
    "address": ("code", "address on the web"),
    "date": ("date", "date in figures"),
    "time": ("date", "time of day"),
    "document": ("document_number", "document number"),
    "phone": ("phone", "telephone number"),
    "called": ("phone", "contact"),
    "plus": ("name", "named by a sum of figures"),
    "page": ("ordinal", "page number"),
    "version": ("version", "version number"),
    "notice": ("code", "notice about the length of the page"),
    "entity": ("code", "markup"),
    "name": ("name", "letters and figures"),
}
_RATIO_BEFORE = re.compile(r"(?:比|比例|比重|结构|之比|配比|比值)[^，。；]{0,8}$")
_TIME_BEFORE = re.compile(r"[日月午晨晚夜间点 至到\-—~～:：(（]$")
_ACRONYMS = frozenset({"GDP", "CPI", "PPI", "PMI", "R&D", "D", "IPO", "FDI", "ROE", "EPS"})
_MEASURED = re.compile(r"[%‰亿万元美]|个百分|千瓦|公里|亩|吨|倍")


def find_patterns(text: str) -> list[Pattern]:
    """Find the stretches that decide the role of their numerals, in order and not overlapping."""
    found: list[Pattern] = []
    for match in _PATTERNS.finditer(text):
        kind = match.lastgroup
        assert kind is not None
        if kind == "joint":
            kind = "date"
        start, end = match.span(kind)
        if kind == "time" and not _is_time(text, start, end):
            continue
        if kind == "name":
            word = match.group(kind)
            if not any("0" <= char <= "9" for char in word) or _is_measured(text, word, end):
                continue
        role, reason = _ROLES[kind]
        found.append(Pattern(start, end, role, reason))
    return found


def _is_time(text: str, start: int, end: int) -> bool:
    """Whether 9:30 is a time of day and no ratio."""
    printed = text[start:end]
    before = text[max(0, start - 12) : start]
    if printed.count(":") == 2:
        return True
    if _RATIO_BEFORE.search(before):
        return False
    return printed[0] == "0" or printed.endswith((":00", ":30")) or _TIME_BEFORE.search(before) is not None


def _is_measured(text: str, word: str, end: int) -> bool:
    """Whether an acronym stands right before a number with a unit (GDP增 aside: GDP5.2%)."""
    letters = word.rstrip("0123456789.")
    if letters in _ACRONYMS:
        return _MEASURED.match(text, end) is not None
    masked_name = len(set(letters)) == 1 and len(letters) > 1
    return masked_name and unit_at(text, end) is not None
