"""Stretches whose digits are written by a pattern and measure nothing: dates, times, codes, telephone numbers."""

from __future__ import annotations

from typing import NamedTuple

from extract.han import HAN
from extract.late import late
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


_YEAR = r"(?:19|20)[0-9]{2}"
_HOTLINE_WORD = (
    rf"[”\"]?(?:{HAN}{{0,4}}热线|{HAN}{{0,2}}平台|电话|政务|便民|投诉|举报|·|市民|急救|报警|接警|指挥|客服)"
)
_SHAPES: dict[str, tuple[str, Role, str]] = {
    "address": (
        r"(?:https?://|www\.)[!-~]{1,300}+|[A-Za-z0-9._+-]{1,40}+@[A-Za-z0-9-]{1,40}\.[A-Za-z0-9.]{1,30}"
        r"|(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9.])",
        "code",
        "address on the net",
    ),
    "markup": (
        r"&#?[0-9a-zA-Z]{1,8};|</?[a-zA-Z][^<>\n]{0,200}>|rgba?\([0-9., %]{1,40}\)|[0-9]{1,4}px",
        "code",
        "markup",
    ),
    "date": (
        rf"(?<![0-9.]){_YEAR}(?P<joint>[-/.])[0-9]{{1,2}}(?P=joint)[0-9]{{1,2}}(?![0-9])"
        rf"|(?<![0-9./])[0-3]?[0-9]/[01]?[0-9]/{_YEAR}(?![0-9])"
        r"|(?<![0-9-])[01][0-9]-[0-3][0-9](?= ?[0-2][0-9]:)"
        rf"|(?<![0-9.]){_YEAR}[-–—/~～至到][0-9]{{2}}(?=年|财年|学年|[ |）)])|(?<=[’'‘`])[0-9]{{2}}(?={HAN})",
        "date",
        "date in figures",
    ),
    "time": (
        r"(?<![0-9:.])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?+(?![0-9:.%])"
        r"|(?<![0-9.])(?:[01]?[0-9]|2[0-4])[时点][0-5]?[0-9]分(?![钟之])",
        "date",
        "time of day",
    ),
    "document": (
        rf"[〔\[【（(]{_YEAR}[〕\]】）)] ?第?[0-9]{{1,6}}号"
        r"|第[0-9]{1,6}号(?!楼|线|桥|机|台|公路|高速|煤|院|门)"
        r"|(?<![0-9.])[0-9]{1,5}号(?:文|令|公告|通知|决议|决定|提案|建议|议案)",
        "document_number",
        "document number",
    ),
    "phone": (
        r"(?<![0-9.])(?:1[3-9][0-9]{9}|0[0-9]{2,3}[-—][0-9]{7,8}|[48]00-[0-9]{3,4}-?[0-9]{3,4})(?![0-9])"
        rf"|(?<![0-9.])(?:1[0-2][0-9]{{3}}|9[56][0-9]{{3}}|1[0-2][0-9])(?={_HOTLINE_WORD})"
        r"|(?<![0-9.,])123(?:0[0-9]|1[05-9]|2[089]|3[0-9]|4[05]|5[0-8]|6[0-9]|7[17]|8[08]|9[03])(?![0-9.,%万亿个元人家亩户吨名件所米辆头只套册次条棵株场宗起项处座台位斤]|公[里顷斤]|平方|千瓦)",
        "phone",
        "telephone number",
    ),
    "contact": (
        r"(?:电话|传真|手机|微信|QQ)(?:号码?)?[:：] ?[0-9A-Za-z][0-9A-Za-z-]{4,30}",
        "phone",
        "contact",
    ),
    "sum": (
        r"(?<![0-9.])(?:[0-9]{1,4}|[NnXx])(?:\+(?:[0-9]{1,4}|[NnXx]))+(?![0-9.%])",
        "name",
        "named by a sum of figures",
    ),
    "page": (
        r"第[0-9]{1,4}[页版](?!次)|(?<![^\n])[-–—] ?[0-9]{1,4} ?[-–—](?![^\n])|— [0-9]{1,4} —",
        "ordinal",
        "page number",
    ),
    "reference": (
        r"\[\s?[A-Za-z]{0,4}\s?[0-9]{1,3}\s?\]|[(（〔](?:注|图|表|附图|附表|见图|见表)[0-9]{1,2}[)）〕]"
        rf"|(?<!{HAN})(?:图|表|附件|附表|附图|专栏|案例|注) ?[0-9]{{1,2}}(?![0-9.%])|No\. ?[0-9]{{1,4}}"
        r"|[图表] ?[0-9]{1,2}(?=所[示列]|显示|可[见知])|(?<=[见如])[图表] ?[0-9]{1,2}(?=[，。；、）)])",
        "ordinal",
        "reference mark",
    ),
    "named": (
        r"(?<=工业)4\.0|[0-9]{1,4}(?=指数|国道|省道|县道)|(?<![0-9.])[0-9]0后|(?<![0-9.])(?:985|211)(?=工程|高校|院校|[、和])"
        r"|(?<=科创|北证|上证|中证|沪深|深证|国证|标普)[0-9]{2,4}|[0-9]{1,2}(?=国集团|型糖尿病|年级|运会|场[0-9]{1,2}胜制)"
        r"|[0-9]{3}(?=计划|专项)|0[0-9](?=星)|(?<=[东西]经|[南北]纬)[0-9]{1,3}(?:\.[0-9]{1,6})?(?:[°度][0-9]{1,2}[′分’'](?:[0-9.]{1,5}[″秒])?)?"
        rf"|[0-9]{{1,2}}·[0-9]{{1,2}}(?=事[故件]|[专惨]?案|特大|重大|大火|地震|讲话)|(?<=“)[0-9]{{1,2}}·[0-9]{{1,2}}(?=[^0-9])|(?<={HAN})[0-9]{{1,3}}-[0-9]{{1,3}}(?=油田|气田|油气田|区块|井)",
        "name",
        "name with figures",
    ),
    "version": (
        rf"(?<=(?:{HAN}|[A-Za-z”]))(?<![为至到达比长超近约增减升降均是于值率跌涨高低快慢加少落了别之约])(?:[1-9]\.0(?![0-9%‰个亿万元倍吨分]|[、和与及至到~～—-][0-9])|[1-9]\.[0-9](?=版))"
        r"|(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){2}(?![0-9.])",
        "version",
        "version number",
    ),
    "notice": (
        r"(?:省略|全文共|全文约|仅显示)[0-9]{2,7}字",
        "code",
        "notice about the length of the page",
    ),
    "item": (r"(?<=“)[0-9]{1,2}(?=”(?:就是|是|指|即))", "enumerator", "item of a numbered system"),
    "letters": (
        r"(?<![A-Za-z0-9.])[A-Za-z]{1,20}+[- _]?[0-9]{1,12}+(?:\.[0-9]{1,4})?+(?:-?[A-Za-z0-9]{1,12}){0,3}",
        "name",
        "letters and figures",
    ),
    "serial": (
        r"(?<![0-9.])[0-9]{1,4}(?![eE][0-9]{1,2}(?![0-9A-Za-z]))[A-Za-z]{1,4}[0-9][0-9A-Za-z]{0,60}+",
        "code",
        "serial number",
    ),
}
# The characters that a pattern can begin with, so that the others cost nothing.
_BEGINS = r"(?=[0-9A-Za-z第〔\[【（(&<图表附专案注省全仅电传手微\-–—])"
_PATTERNS = late(
    _BEGINS + "(?:" + "|".join(f"(?P<{kind}>{shape})" for kind, (shape, _, _) in _SHAPES.items()) + ")"
)
_LONG_CODE = late("[0-9]{8}")
_RATIO_BEFORE = late(r"(?:比|比例|比重|结构|之比|配比|比值|比分)[^，。；]{0,8}$")
_STRUCTURE_BEFORE = late(r"(?:比|比例|比重|结构|之比)[^，。；]{0,28}$")
_TIME_BEFORE = late(r"[日月午晨晚夜间点 至到\-—~～:：(（]$")
CURRENCY_CODES = frozenset({"RMB", "CNY", "USD", "HKD", "EUR", "GBP", "JPY"})
_ACRONYMS = frozenset({"GDP", "CPI", "PPI", "PMI", "IPO", "FDI", "ROE", "EPS", "D"})
_MEASURED = late(r"[%‰亿万元美]|个百分|千瓦|公里|亩|吨|倍")


def find_patterns(text: str) -> list[Pattern]:
    """Find the stretches that decide the role of their numerals, in order and not overlapping."""
    found: list[Pattern] = []
    for match in _PATTERNS.finditer(text):
        kind = match.lastgroup or "date"
        if kind == "joint":
            kind = "date"
        start, end = match.span()
        if kind == "time" and not _is_time(text, start, end):
            continue
        if kind == "version" and _is_measure(text, end):
            continue
        if kind == "letters" and _is_measured(text, match.group(), end):
            continue
        if kind == "letters" and _LONG_CODE.search(text, start, end):
            kind = "serial"
        _, role, reason = _SHAPES[kind]
        found.append(Pattern(start, end, role, reason))
    return found


def _is_time(text: str, start: int, end: int) -> bool:
    """Whether 9:30 is a time of day and no ratio."""
    printed = text[start:end]
    before = text[max(0, start - 32) : start]
    if printed.count(":") != 1:
        return _STRUCTURE_BEFORE.search(before) is None
    if _RATIO_BEFORE.search(before):
        return False
    hour, minute = printed.split(":")
    usual = hour.startswith("0") or (int(hour) >= 7 and int(minute) % 5 == 0) or minute in ("00", "30")
    return usual or _TIME_BEFORE.search(before) is not None


def _is_measure(text: str, end: int) -> bool:
    """Whether a unit of measure follows, so that 2.0 counts (2.0升)."""
    found = unit_at(text, end)
    return found is not None and found[0].dimension not in ("count", "time", "place")


def _is_measured(text: str, word: str, end: int) -> bool:
    """Whether letters only stand right before a number of their own: GDP5.2%, and ZZ56个 with a masked name."""
    letters = word.rstrip("0123456789.")
    if letters in CURRENCY_CODES:
        return True
    if letters.endswith(" ") or letters in _ACRONYMS:
        return _MEASURED.match(text, end) is not None or (
            letters.isupper() and unit_at(text, end) is not None
        )
    masked_name = len(letters) > 1 and len(set(letters)) == 1
    return masked_name and unit_at(text, end) is not None
