"""Periods in running text: the words, and the days they stand for where the document dates itself.

One regular expression finds the parts (a year, a quarter, months, a day, a plan, a span of years); a year and the
part that follows it at once become one mention. A part without a year of its own (前三季度, 11月份) takes, in this
order,

1. the last year named before it in its paragraph, unless that year is only a base or an end (比2020年, 到2025年),
2. the year that the nearest heading names (一、2025年工作回顾),
3. the document's own year; 前三季度 and 1-11月 that were not over on the document's day mean the year before.

Explicit years and five-year plans resolve without a date of the document; relative ones (今年, 目前) do not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from extract.late import late

PeriodKind = Literal["year", "quarter", "months", "month", "day", "plan", "span", "now"]
Dated = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """One period as the text names it.

    Attributes:
        start: Offset of its first character in the analysis text.
        end: Offset after its last character.
        text: Its words.
        first: First day, ISO 8601, ``None`` where unknown. A point in time (2020年底) has both days equal.
        last: Last day, ISO 8601, ``None`` where unknown.
        kind: ``year``, ``quarter``, ``months`` (also half years), ``month``, ``day``, ``plan`` (a five-year plan),
            ``span`` (several years, or from a point until now) or ``now``.
    """

    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    kind: PeriodKind


_TO = "[-—–－~～〜至到]{1,2}"
_MONTH = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_YEAR = "(?:[12][0-9]{3}|[一二][一二三四五六七八九〇○零]{3})"
_COUNT = "(?:[1-9][0-9]?|[一二两三四五六七八九十]{1,3})"
_PLAN = "(?:十[一二三四五六七八九]?|[一二三四五六七八九])"
_ALONE = "(?<![0-9])(?<![0-9][.,])"
# 底, 末 and 初 belong to the year unless they begin a word of their own: 2025年初步核算, 2025年末端配送.
_LATE = "(?:(?:底(?![线数蕴气层部色座])|末(?![端位梢]))(?:(?:以|之)?前(?![期后列沿景身茅]))?)"
_EARLY = "初(?![步始心级中夏冬春秋见具现审评赛次选设创露显])"
_YEAR_EDGE = f"年?(?:{_LATE}|{_EARLY})|以来|同期|度(?!过)|全年|年内(?![需外陆部容蒙河涵联循控卷资政])"
_PARTS = {
    "year": (
        rf"{_ALONE}(?P<from>{_YEAR})"
        rf"(?:(?:年(?:度)?)?{_TO}(?P<until>{_YEAR})年(?:度)?"
        r"|[-/.](?P<iso>[01]?[0-9][-/.][0-3]?[0-9])(?![0-9])"
        r"|[-/](?P<fiscal>[0-9]{2})(?:财政)?年度"
        rf"|年(?!来|历史|前)(?P<edge>{_YEAR_EDGE})?)"
    ),
    "relative": (
        "(?P<word>今年|去年(?<![过失]去年)|明年(?<![说证声表阐简]明年)(?!确)|上年(?<![以马]上年)(?!纪)|前年(?<![目以]前年)"
        f"|当年(?<!相当年)|本年(?<![根基成资日版样]本年)|来年(?<![以年近历未]来年))(?P<word_edge>{_YEAR_EDGE})?"
    ),
    "cumulated": (
        "[前头首](?:(?P<quarters>[二两三23])个?季度"
        "|(?P<first_months>1[01]|[2-9]|十一?|[二两三四五六七八九])(?:个月(?!大)|月份?(?![0-9一二三四五六七八九十])))"
    ),
    "lunar": (
        "(?:春节|元旦|清明节?|“?五一”?|端午节?|中秋节?|国庆节?|双节|圣诞节?|劳动节)(?:[、和]?(?:国庆|中秋)节?)?(?:小长假|长假|黄金周|假期|假日|期间)"
        "(?:期间|前[一二三四五六七]天|首日|首[一二三]日)?"
        "|(?:春运|暑运|暑期|暑假|寒假)(?:期间|前[0-9]{1,2}天)?(?![客票班运])|假期(?:期间|前[一二三四五六七两]天|首日|首[一二三]日)|节假?日期间"
    ),
    "nearby": "(?:上个?|本|当(?!周)|这个|下个?)(?P<near>月|季度?(?!节)|周)(?:(?P<near_day>(?<=月)[0-9]{1,2})[日号]|(?P<near_edge>(?<!周)[底末初]))?(?![台球光圆票份刊饼报年岁长边转期六日])",
    "decade": "(?P<century>上世纪|本世纪|二十世纪|20世纪|二十一世纪)?(?P<tens>[二三四五六七八九1-9]?[十0])年代(?:[初中末]期?)?|(?:本|上|二十)世纪(?:末|初|内|的?整个下半世纪)",
    "quarter": r"第?(?P<quarter_number>[一二三四1-4](?<![0-9.][0-9]))季度(?P<quarter_end>末(?![端位梢]))?|首季(?!度假)度?|首(?P<first_quarters>[二两三23])季",
    "half": "(?P<half_name>[上下])半年",
    "months": (
        rf"{_ALONE}(?P<from_month>{_MONTH})(?:月份?)?{_TO}(?P<to_month>{_MONTH})月(?![0-9]{{1,2}}[日号])份?"
    ),
    "day": (
        rf"{_ALONE}(?P<day_month>{_MONTH})月(?P<day_number>[1-3]?[0-9]|[一二三]?十?[一二三四五六七八九十])[日号]"
        rf"(?:{_TO}(?:(?P<to_day_month>{_MONTH})月)?(?P<to_day>[1-3]?[0-9])日)?"
    ),
    "month": rf"{_ALONE}(?P<month_number>{_MONTH})月(?!合约|期货|市|交割|刊)(?P<month_edge>份?{_LATE}|{_EARLY}|[上中下]旬|份)?",
    "whole": f"全年|年(?<![0-9一二三四五六七八九十两半几数多余近成百千每]年)(?P<bare_edge>{_LATE}|{_EARLY})",
    "plan": (
        f"(?:[“\"‘'「](?P<quoted>{_PLAN})五[”\"’'」](?!普法)"
        "|(?P<plain>十[一二三四五六七八九])五(?<![二三四五六七八九]十.五)(?![年岁个人天名家万亿米日届次条])"
        f"|(?P<worded>{_PLAN})五(?:计划|规划|(?=时期|期间))"
        f"|第(?P<ordinal>{_PLAN})个五年(?:计划|规划))"
        "(?:(?:计划|规划)(?=期间|时期|期末))?(?P<plan_edge>期?末|期?初|以来|时期|期间|[前头](?P<plan_years>[一二两三四1-4])年)?"
    ),
    "years": (
        f"(?P<way>过去|近|最近|未来|今后|这|此前)的?(?P<way_years>{_COUNT})(?P<way_more>[多余])?年(?:以?来|间)?"
        f"|{_ALONE}(?={_COUNT}[多余]?年)(?:(?P<back_years>{_COUNT})(?P<back_more>[多余])?年以?来(?![源到自])"
        f"|(?P<within>{_COUNT})年(?:之?内|间|中|时间里)(?![央国部小型外学需地])"
        f"|(?P<summed>{_COUNT})年(?:累计|(?=投资|共(?!同|有|产|享|和|建|计))))"
        f"|近{_COUNT}个?(?:交易)?[日天周月](?![报刊])|近几?年来?"
    ),
    "now": "[目当]前|今[天日](?<!至今.)",
    # The hours of markets and the days of the week have no dates.
    "market": (
        "截至(?:今日|昨日)?(?:(?:午间)?收盘|午盘|尾盘|发稿)|(?:纽约|伦敦|亚市|欧市|美股)?(?:尾盘|早盘|午盘|夜盘(?:收盘)?)(?=[^的])|上市首日"
        "|(?<![一二三四五六七八九十两每个0-9])[上本]?周[一二三四五六日](?![报刊年边期至到次])|同期(?![声性比限])|当日(?![元])|昨[日天]|(?<![提目之])前一年(?!度)|(?<![A-Za-z×*])[X×*]{1,4} ?年(?![来内间龄])|最新(?=估[计算]|公布的)"
    ),
    "chapter": r"\n[一二三四五六七八九十]{1,3}、",
}
_STARTS = "[0-9一二三四五六七八九十两今去明上前当本来第首头下年全“\"‘'「过近最未这此目春元清端中国双圣劳暑寒假节截纽伦亚欧美尾早午夜周同昨X×*\n]"
_PART = late(f"(?={_STARTS})(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items()) + ")")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SHIFT = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1, "来年": 1, "前年": -2}
_BASES = frozenset("比较与按从同自到至")
_NOT_UNTIL = frozenset("达得受收看感想遇碰加高升少低长大小降减展")
_HEADING = 40
_REPORTING_MONTHS = 4  # a report read until April still counts its years up to the December before


class _Days(NamedTuple):
    first: date | None
    last: date | None
    kind: PeriodKind


def find_periods(text: str, dated: Dated) -> tuple[PeriodMention, ...]:
    """Find the periods that a text names.

    Args:
        text: The analysis text.
        dated: The document's own year, month and day, 0 for an unknown part, ``None`` where it has none.

    Returns:
        The mentions in order, not overlapping.
    """
    resolver = _Resolver(text, dated)
    mentions: list[PeriodMention] = []
    year_alone = -1  # where a year without any edge ends, so that 前三季度 right after it joins it
    for match in _PART.finditer(text):
        name = match.lastgroup or ""
        start, end = match.span()
        if name == "chapter":
            resolver.heading_year = None
            continue
        resolver.enter(start)
        joins = start == year_alone and name in _WITHIN_YEAR
        days = _RESOLVERS[name](resolver, match, joins)
        if joins:
            start = mentions.pop().start
        else:
            start = _with_until(text, start, mentions[-1].end if mentions else 0)
        plain_year = name in ("year", "relative") and days.kind == "year"
        year_alone = end if plain_year and text[end - 1] == "年" else -1
        if days.first and days.last and days.first > days.last:
            days = _Days(None, None, days.kind)
        first = days.first.isoformat() if days.first else None
        last = days.last.isoformat() if days.last else None
        mentions.append(PeriodMention(start, end, text[start:end], first, last, days.kind))
    return tuple(mentions)


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of a five-year plan.

    Args:
        number: Its number, 14 for 十四五. The first two plans ran 1953-57 and 1958-62; three years of adjustment lie
            before the third, 1966-70.

    Returns:
        The years, both included.
    """
    first = 1948 + 5 * number if number < 3 else 1951 + 5 * number
    return first, first + 4


def _with_until(text: str, start: int, floor: int) -> int:
    if start - 2 >= floor and text.startswith(("截至", "截止"), start - 2):
        return start - 2
    if start - 1 >= floor and text[start - 1] == "到" and text[start - 2 : start - 1] not in _NOT_UNTIL:
        return start - 1
    return start


def _int(words: str) -> int:
    if words.isascii():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
    value = 0
    for char in words:
        value = 10 * value + _DIGITS[char]
    return value


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _months(year: int | None, first: int, last: int, kind: PeriodKind) -> _Days:
    if year is None or first > last:
        return _Days(None, None, kind)
    return _Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]), kind)


def _at(day: date | None) -> _Days:
    return _Days(day, day, "day")


class _Resolver:
    """Turns parts into days, in the order of the text, and keeps the years that paragraph and heading named."""

    def __init__(self, text: str, dated: Dated) -> None:
        self.text = text
        self.own_year = dated[0] if dated and dated[0] else None
        self.own_month = dated[1] if dated else 0
        self.today = _day(*dated) if dated and all(dated) else None
        self.heading_year: int | None = None
        self.paragraph_year: int | None = None
        self.paragraph = (0, -1)

    def enter(self, start: int) -> None:
        """Forget the paragraph's year when a part stands in another paragraph."""
        if start > self.paragraph[1]:
            end = self.text.find("\n", start)
            begin = self.text.rfind("\n", 0, start) + 1
            self.paragraph = (begin, len(self.text) if end < 0 else end)
            self.paragraph_year = None

    def _named(self, year: int, start: int) -> int:
        if start and self.text[start - 1] in _BASES:
            return year
        self.paragraph_year = year
        begin, end = self.paragraph
        if end - begin <= _HEADING and self.text[end - 1] not in "。；！？：;:,，":
            self.heading_year = year
        return year

    def _year_here(self, joins: bool, ends: int = 0) -> int | None:
        if joins:
            return self._joined
        year = self.paragraph_year or self.heading_year
        if year is None and self.own_year is not None:
            over = not self.own_month or ends < self.own_month or (ends == self.own_month == 12)
            year = self.own_year if over else self.own_year - 1
        return year

    _joined: int | None = None

    def _of_year(self, year: int | None, edge: str) -> _Days:
        self._joined = year
        if edge == "同期":
            return _Days(None, None, "span")
        if edge == "以来":
            return _Days(date(year, 1, 1) if year else None, self.today, "span")
        if edge.lstrip("年")[:1] in ("底", "末"):
            return _at(date(year, 12, 31) if year else None)
        if edge.endswith("初"):
            return _at(date(year, 1, 1) if year else None)
        return _months(year, 1, 12, "year")

    def year(self, match: re.Match[str], joins: bool) -> _Days:
        year = _int(match["from"])
        if match["iso"]:
            month, day = re.split("[-/.]", match["iso"])
            return _at(_day(self._named(year, match.start()), int(month), int(day)))
        if match["fiscal"]:
            self._named(year, match.start())
            return _Days(None, None, "year")
        if match["until"]:
            until = _int(match["until"])
            if until < year:
                return _Days(None, None, "span")
            return _Days(date(year, 1, 1), date(until, 12, 31), "span")
        return self._of_year(self._named(year, match.start()), match["edge"] or "")

    def relative(self, match: re.Match[str], joins: bool) -> _Days:
        word = match["word"]
        if word == "当年":
            year = self.paragraph_year
        else:
            year = self.own_year + _SHIFT[word] if self.own_year else None
            if year:
                self._named(year, match.start())
        return self._of_year(year, match["word_edge"] or "")

    def cumulated(self, match: re.Match[str], joins: bool) -> _Days:
        last = 3 * _int(match["quarters"]) if match["quarters"] else _int(match["first_months"])
        return _months(self._year_here(joins, last), 1, last, "months")

    def quarter(self, match: re.Match[str], joins: bool) -> _Days:
        if match["first_quarters"]:
            return _months(self._year_here(joins), 1, 3 * _int(match["first_quarters"]), "months")
        number = _int(match["quarter_number"] or "1")
        whole = _months(self._year_here(joins), 3 * number - 2, 3 * number, "quarter")
        return _at(whole.last) if match["quarter_end"] else whole

    def half(self, match: re.Match[str], joins: bool) -> _Days:
        year = self._year_here(joins)
        return _months(year, 1, 6, "months") if match["half_name"] == "上" else _months(year, 7, 12, "months")

    def months(self, match: re.Match[str], joins: bool) -> _Days:
        first, last = _int(match["from_month"]), _int(match["to_month"])
        return _months(self._year_here(joins, last), first, last, "months")

    def day(self, match: re.Match[str], joins: bool) -> _Days:
        year = self._year_here(joins)
        if year is None:
            return _Days(None, None, "day")
        month, day = _int(match["day_month"]), _int(match["day_number"])
        first = _day(year, month, day)
        if match["to_day"] is None:
            return _at(first)
        return _Days(
            first, _day(year, _int(match["to_day_month"] or str(month)), int(match["to_day"])), "day"
        )

    def month(self, match: re.Match[str], joins: bool) -> _Days:
        year, number, edge = self._year_here(joins), _int(match["month_number"]), match["month_edge"] or ""
        whole = _months(year, number, number, "month")
        if whole.first is None or whole.last is None:
            return whole
        if edge.lstrip("份").startswith(("底", "末")):
            return _at(whole.last)
        if edge == "初":
            return _at(whole.first)
        if edge.endswith("旬"):
            begin = {"上": 1, "中": 11, "下": 21}[edge[0]]
            end = whole.last.day if begin == 21 else begin + 9
            return _Days(whole.first.replace(day=begin), whole.first.replace(day=end), "day")
        return whole

    def whole(self, match: re.Match[str], joins: bool) -> _Days:
        return self._of_year(self._year_here(joins), match["bare_edge"] or "")

    def plan(self, match: re.Match[str], joins: bool) -> _Days:
        number = _int(match["quoted"] or match["plain"] or match["worded"] or match["ordinal"])
        first, _ = plan_years(number)
        edge = match["plan_edge"] or ""
        if edge == "以来":
            return _Days(date(first, 1, 1), self.today, "span")
        if edge.endswith("末"):
            return _at(date(first + 4, 12, 31))
        if edge.endswith("初"):
            return _at(date(first, 1, 1))
        years = _int(match["plan_years"]) if match["plan_years"] else 5
        return _Days(date(first, 1, 1), date(first + years - 1, 12, 31), "plan")

    def years(self, match: re.Match[str], joins: bool) -> _Days:
        if match["within"] or match["summed"]:
            return _Days(None, None, "span")
        words = match["way_years"] or match["back_years"]
        way = match["way"] or "过去"
        vague = match["way_more"] or match["back_more"] or words is None or way in ("近", "最近", "这")
        if vague or self.own_year is None or not self.own_month:
            return _Days(None, None, "span")
        count, reporting = _int(words), self.own_month <= _REPORTING_MONTHS
        if way in ("未来", "今后"):
            first = self.own_year if reporting else self.own_year + 1
            return _Days(date(first, 1, 1), date(first + count - 1, 12, 31), "span")
        if reporting:
            return _Days(date(self.own_year - count, 1, 1), date(self.own_year - 1, 12, 31), "span")
        return _Days(date(self.own_year - count, self.own_month, 1), self.today, "span")

    def lunar(self, match: re.Match[str], joins: bool) -> _Days:
        return _Days(None, None, "span")

    def decade(self, match: re.Match[str], joins: bool) -> _Days:
        return _Days(None, None, "span")

    def nearby(self, match: re.Match[str], joins: bool) -> _Days:
        """上月 and 本月 count from the document's own month; 当月 is the month that was named before."""
        word, edge = match.group(), match["near_edge"]
        if match["near"] != "月" or not self.own_year or not self.own_month or word.startswith(("当", "这")):
            kind: PeriodKind = "span" if match["near"] != "月" else "day" if match["near_day"] else "month"
            return _Days(None, None, kind)
        index = 12 * self.own_year + self.own_month - 1 + (word[0] == "下") - (word[0] == "上")
        whole = _months(index // 12, index % 12 + 1, index % 12 + 1, "month")
        if match["near_day"]:
            return _at(_day(index // 12, index % 12 + 1, int(match["near_day"])))
        if edge is None:
            return whole
        return _at(whole.first if edge == "初" else whole.last)

    def market(self, match: re.Match[str], joins: bool) -> _Days:
        return _Days(None, None, "now")

    def now(self, match: re.Match[str], joins: bool) -> _Days:
        return _Days(self.today, self.today, "now")


_WITHIN_YEAR = frozenset({"cumulated", "quarter", "half", "months", "day", "month", "lunar"})
_RESOLVERS = {name: getattr(_Resolver, name) for name in _PARTS if name != "chapter"}
