"""Periods that stand before a whole paragraph, section or document and hold for everything in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.han import HAN
from extract.late import late
from extract.outline import Outline
from extract.periods import PeriodMention

# These name the year in question again, so they hold for their own sentence only.
_THE_YEAR = ("全年", "年内", "当年", "目前", "全年度", "当前", "年末", "年底", "年初", "本年")
_AFTER_SENTENCE = frozenset("。；：！？”")
_WITHIN_SENTENCE = frozenset("，是")
_MANY_YEARS = ("plan", "span")
_ENDS = "。；！？\n"
_BASES = frozenset("比较同与按从自")
_OPENING = 14
# What a document of this sort is about is over, so the year of its title holds where nothing else is said.
_ACCOUNTS = late(r"公报|决算|执行情况|年鉴|运行情况|情况通报|财政收支|审计")
_NOT_ACCOUNTS = late(r"工作报告|规划|计划|方案|意见|草案|要点|通知|目标|展望|部署")
_LONGEST_TITLE = 60
_COUNTED_UNTIL = late(r"^(?:截|到|目前|当前)|[底末初至到—-]")
_ANNOUNCED = late(
    r"[^，。；\n]{0,24}?(?:发布|公布|举行|召开|表示|获悉|了解到?|介绍|宣布|报道|开幕|[电讯]|指出|发表|透露|印发|签署|出席|会见|消息|调研|考察|揭晓|接受|通报|抵达|裁定)"
)


_SAME_YEAR = ("过去一年", "过去的一年", "今年", "去年")
_FIVE_YEARS = ("五年来", "过去五年", "这五年", "过去的五年", "五年间", "近五年", "过去5年", "5年来")
_TURNING = 40
_LONGEST_SENTENCE = 300
_FIGURE = late(r"(?<!第)(?<![0-9])[0-9]{1,4}(?![0-9月日年号届次、])|百分之")
_RECORDS = frozenset("创为是系下")
_TRADING = ("盘", "上市首日")
_FIRST_CLAUSE = 12
_INTRODUCTION = 8
_PAST_YEAR = late(rf"(?:(?:19|20)[0-9]{{2}}|{HAN}{{4}})年度?|去年|上年")
# A speech or a piece of news may open with any year; an account says that it is one.
_ACCOUNT_OF_A_YEAR = late(r"一年来|主要做了|初步核算|发展报告|统计公报|运行情况")
_FIRST_SECTION = late(r"[（(]一[）)]|一、")
# A paragraph that announces a list, and an item of it: 粮食：达到386亿斤.
_LISTED = late(r"(?:如下列?|如次|下列|以下)")
_ITEM = late(rf"\s{{0,4}}(?:{HAN}|、){{1,12}}[：:](?!\n)")


def announces(text: str, mention: PeriodMention) -> bool:
    """Whether a period is the day of an announcement, which is about another time (今天发布的数据, 10月8日召开的会议)."""
    if mention.kind not in ("day", "now") or mention.text.startswith(("截", "到", "目", "当前")):
        return False
    end = mention.end + 1 if text[mention.end : mention.end + 1] in ("）", ")") else mention.end
    return _ANNOUNCED.match(text, end) is not None


def tells_how_long(text: str, mention: PeriodMention) -> bool:
    """Whether a period says since when nothing like it was seen, not when it was: 创2021年3月以来新低."""
    before = text[max(0, mention.start - 1) : mention.start]
    return before in _RECORDS and "以来" in text[mention.end - 2 : mention.end + 2]


def _passes(mention: PeriodMention) -> bool:
    """Whether a period is a single day, on which something happened, and no date up to which figures count."""
    if mention.text.endswith(_TRADING):
        return False
    return mention.kind in ("day", "now") and _COUNTED_UNTIL.search(mention.text) is None


def _only_year(mentions: Sequence[PeriodMention]) -> PeriodMention | None:
    """The one year that some periods name, ``None`` for several or none."""
    years = {mention.text: mention for mention in mentions if mention.kind == "year"}
    return next(iter(years.values())) if len(years) == 1 else None


class LeadingPeriods:
    """The period that a paragraph, the heading above it or the title puts before everything in it.

    Args:
        outline: The structure of the text.
        text: The analysis text.
        mentions: The periods that it names, in order.
        aims: For each paragraph whether its headings announce aims.
    """

    def __init__(
        self, outline: Outline, text: str, mentions: Sequence[PeriodMention], aims: Sequence[bool]
    ) -> None:
        self._outline, self._aims = outline, aims
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._text = text
        self._carried: dict[int, PeriodMention | None] = {}
        self._headed: dict[int, PeriodMention | None] = {}
        self._titled = self._of_title()
        self._paragraph, self._offset, self._following = -1, 0, 0
        self._leading: PeriodMention | None = None
        self._turns: dict[int, list[tuple[int, PeriodMention]]] = {}
        self._accounted = self._titled or self._of_captions() or self._of_introduction()
        last: PeriodMention | None = None
        listed: PeriodMention | None = None
        section = -1
        for number, paragraph in enumerate(outline.paragraphs):
            if paragraph.section != section:
                last, section = None, paragraph.section
            own = self._first(paragraph.start, min(paragraph.end, paragraph.start + _OPENING))
            dashed = text.startswith(("——", "—", "--"), paragraph.start)
            item = dashed or (listed is not None and _ITEM.match(text, paragraph.start) is not None)
            listed = listed if item else self._announced_list(paragraph.start, paragraph.end)
            self._carried[number] = own if own is not None else last if dashed else listed if item else None
            if paragraph.section >= 0 and not paragraph.level:
                self._note_turn(number)
            if own is not None or not dashed:
                last = self._last(paragraph.start, paragraph.end) or own

    def _note_turn(self, number: int) -> None:
        """Note where a section that reviews a year and five years turns from the one to the other."""
        here = self._outline.paragraphs[number]
        heading = self._outline.paragraphs[here.section]
        opening = min(here.end, here.start + _TURNING)
        index = bisect_right(self._starts, here.start - 1)
        while index < len(self._mentions) and self._mentions[index].start < opening:
            mention = self._mentions[index]
            many = mention.kind == "plan" or (mention.kind == "span" and mention.text in _FIVE_YEARS)
            if many or mention.kind == "year":
                named = self._named_in(heading.start, heading.end)
                both = {period.kind == "year" for period in named} == {True, False}
                fits = many or any(period.first == mention.first for period in named if period.kind == "year")
                addressed = self._text.startswith("各位代表", here.start) or mention.start == here.start
                if fits and (both or (many and mention.kind == "span" and addressed)):
                    plan = next((period for period in named if period.kind == "plan"), None)
                    if many and mention.first is None and plan is not None:
                        mention = replace(mention, first=plan.first, last=plan.last)
                    self._turns.setdefault(here.section, []).append((number, mention))
                return
            index += 1

    def _named_in(self, start: int, end: int) -> list[PeriodMention]:
        """The years and plans that a heading names."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return [mention for mention in self._mentions[first:last] if mention.kind in ("year", "plan", "span")]

    def before(self, paragraph: int, offset: int) -> PeriodMention | None:
        """The leading period in force at an offset of a paragraph."""
        here = self._outline.paragraphs[paragraph]
        if paragraph != self._paragraph or offset < self._offset:
            first = bisect_right(self._starts, here.start - 1)
            self._paragraph, self._following, self._leading = paragraph, first, None
        self._offset = offset
        # Sentences come in order, so that each mention is judged once.
        while self._following < len(self._mentions) and self._starts[self._following] < offset:
            mention = self._mentions[self._following]
            self._following += 1
            if mention.text in _THE_YEAR or _passes(mention):
                continue
            leads = self._leads(mention, here.start)
            if leads is None and mention.kind not in _MANY_YEARS:
                around = self._around(paragraph)
                leads = around is None or around.kind not in _MANY_YEARS
            if leads:
                self._leading = mention
        return self._leading if self._leading is not None else self._around(paragraph)

    def _around(self, paragraph: int) -> PeriodMention | None:
        """The period that the paragraph's first words, the heading above it or the title puts before it."""
        if self._carried[paragraph] is not None:
            return self._carried[paragraph]
        section = self._outline.paragraphs[paragraph].section
        while section >= 0:
            turns = self._turns.get(section)
            if turns is not None and turns[0][0] < paragraph:
                return turns[bisect_right(turns, paragraph - 1, key=lambda turn: turn[0]) - 1][1]
            if section not in self._headed:
                heading = self._outline.paragraphs[section]
                self._headed[section] = self._renamed(section, self._first(heading.start, heading.end))
            named = self._headed[section]
            if named is not None:
                return named
            heading = self._outline.paragraphs[section]
            section = heading.section if heading.section < section else -1
        if self._titled is not None or self._aims[paragraph]:
            return self._titled
        return self._summed_up(paragraph) or self._accounted

    def _announced_list(self, start: int, end: int) -> PeriodMention | None:
        """The period of the list that a paragraph announces: 2026年主要产品的产量如下：."""
        if self._text[end - 1 : end] not in ("：", ":") or _LISTED.search(self._text, start, end) is None:
            return None
        index = bisect_right(self._starts, start - 1)
        found: PeriodMention | None = None
        while index < len(self._mentions) and self._mentions[index].start < end:
            mention = self._mentions[index]
            index += 1
            if self._text[mention.start - 1] not in _BASES and not _passes(mention):
                found = mention
        return found

    def _summed_up(self, paragraph: int) -> PeriodMention | None:
        """The years that the last sentence of a paragraph sums up: …。五年来，产业根基更加坚实！."""
        here = self._outline.paragraphs[paragraph]
        index = bisect_right(self._starts, here.end - 1) - 1
        while index >= 0 and self._mentions[index].start > max(here.start, here.end - _LONGEST_SENTENCE):
            mention = self._mentions[index]
            opens = self._text[mention.start - 1] in _AFTER_SENTENCE and self._text.startswith(
                ("，", ","), mention.end
            )
            if opens and mention.text in _FIVE_YEARS:
                return mention
            index -= 1
        return None

    def _of_captions(self) -> PeriodMention | None:
        """The year of all the tables of a document that dates itself by them alone."""
        captions = [paragraph for paragraph in self._outline.paragraphs if paragraph.kind == "caption"]
        named = [
            mention for paragraph in captions for mention in self._named_in(paragraph.start, paragraph.end)
        ]
        return _only_year(named)

    def _of_introduction(self) -> PeriodMention | None:
        """The year of the account that stands before the sections: 2023年，全市…。一年来，主要做了以下工作。."""
        paragraphs = self._outline.paragraphs
        first = 0
        for number, paragraph in enumerate(paragraphs[: _INTRODUCTION + 1]):
            if paragraph.level or _FIRST_SECTION.match(self._text, paragraph.start):
                first = number
                break
        if first == 0:
            return None
        start, end = paragraphs[0].start, paragraphs[first - 1].end
        if _ACCOUNT_OF_A_YEAR.search(self._text, start, end) is None:
            return None
        named = self._named_in(start, end)
        told = [mention for mention in named if mention.kind == "year" and self._leads(mention, start)]
        return _only_year([mention for mention in told if _PAST_YEAR.fullmatch(mention.text)])

    def _renamed(self, section: int, named: PeriodMention | None) -> PeriodMention | None:
        """The period of a heading in the words with which the text below it goes on: 2025年工作安排 … 今年，我们将…."""
        if named is None or named.kind != "year":
            return named
        paragraphs = self._outline.paragraphs
        for number in range(section + 1, min(section + 1 + _INTRODUCTION, len(paragraphs))):
            here = paragraphs[number]
            if here.section != section or here.level or here.kind == "heading":
                break
            own = self._first(here.start, here.start + 1)
            if own is None or own.text in _THE_YEAR:
                continue
            if own.text in _SAME_YEAR and own.first in (None, named.first):
                return replace(own, first=named.first, last=named.last, kind=named.kind)
        return named

    def _leads(self, mention: PeriodMention, start: int) -> bool | None:
        """Whether a period holds for the sentences after it: it opens one, or (``None``) a clause before any figure."""
        text, at = self._text, mention.start
        if at == start or text[at - 1] in _AFTER_SENTENCE:
            return True
        floor = max(start, at - _LONGEST_SENTENCE)
        begin = max(floor, *(text.rfind(mark, floor, at) + 1 for mark in _ENDS))
        if text[at - 1] not in _WITHIN_SENTENCE:
            return mention.text.endswith(_TRADING) and at - begin <= _FIRST_CLAUSE
        return None if _FIGURE.search(text, begin, at) is None else False

    def _first(self, start: int, end: int) -> PeriodMention | None:
        index = bisect_right(self._starts, start - 1)
        while index < len(self._mentions) and self._mentions[index].start < end:
            mention = self._mentions[index]
            compared = mention.start > start and self._text[mention.start - 1] in _BASES
            if not compared and not _passes(mention) and not tells_how_long(self._text, mention):
                return mention
            index += 1
        return None

    def _last(self, start: int, end: int) -> PeriodMention | None:
        """The last period that leads a clause of a paragraph: it holds for the points listed below it."""
        index = bisect_right(self._starts, end - 1) - 1
        while index >= 0 and self._mentions[index].start >= start:
            mention = self._mentions[index]
            if self._leads(mention, start) is not False and mention.text not in _THE_YEAR:
                return mention
            index -= 1
        return None

    def _of_title(self) -> PeriodMention | None:
        """The period that the title of a communiqué or of a piece of news names."""
        title = self._outline.title
        if not title or len(title) > _LONGEST_TITLE or _NOT_ACCOUNTS.search(title):
            return None
        at = self._text.find(title)
        named = self._first(at, at + len(title)) if at >= 0 else None
        if named is None or named.kind not in ("year", "quarter", "months", "month"):
            return None
        return named if _ACCOUNTS.search(title) or named.kind != "year" else None
