"""F04: a five-year plan with years that are not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.enumerators import han_number
from extract.late import late
from extract.periods import plan_years

_PLAN = r"(?:[“\"‘']?(?P<plan>十[一二三四五六七八九]?|[六七八九])五[”\"’']?|第(?P<ordinal>十[一二三四五六七八九]?|[六七八九])个五年)"
_RANGE = late(
    r"五(?:[”\"’']|年|规划|时期|期间|计划){1,3}\((?P<first>(?:19|20)[0-9]{2})年?[-—~至到]{1,2}(?P<last>(?:19|20)[0-9]{2})年?\)"
)
_BEFORE_RANGE = late(_PLAN + "$")
_MILESTONE = late("开局之年|开局年|起步之年|第一年|头一年|首年|收官之年|收官年|最后一年")
_LAST = ("收官", "最后")
_BEFORE_MILESTONE = late(
    r"(?P<year>(?:(?:19|20)[0-9]{2}|[今明去])年)[，,]?(?:既|也|又|正|将|就)?是(?:[^，。；“”\"0-9]{0,14}[，,](?:也|又|还|更|同时也)是)?"
    r"(?:(?:实施|执行|实行|落实|推进|我国|我省|我市|我县|全省|全市|国家|的)){0,4}"
    + _PLAN
    + r"(?:规划|时期|计划|发展){0,2}(?:实施)?的?$"
)
_PLAN_BEFORE = late(_PLAN + "(?:规划|时期|计划|发展){0,2}(?:实施)?的?$")
_YEAR_BEHIND = late(r"(?:的|[，,](?:即|也就是)|\()(?P<year>(?:19|20)[0-9]{2})年")
_SHIFT = {"今年": 0, "明年": 1, "去年": -1}
_WINDOW = 50


def find(reading: Reading) -> Iterator[Hit]:
    """Yield plans whose years in brackets, or whose first or last year, are wrong."""
    text = reading.prose.text
    for match in _RANGE.finditer(text):
        names_plan = text.startswith("五年", match.start())
        begin = max(0, match.start() - 4)
        head = _BEFORE_RANGE.search(text, begin, match.start() + (2 if names_plan else 1))
        if head is None:
            continue
        first, last = plan_years(han_number(head["plan"] or head["ordinal"]))
        printed = int(match["first"]), int(match["last"])
        if printed != (first, last):
            longer = printed[0] == first and printed[1] > last
            yield Hit(
                head.start(),
                match.end(),
                f"规划期与年份不符：应为{first}—{last}年",
                f"文中写{printed[0]}—{printed[1]}年",
                f"{first}—{last}年",
                severity="warning" if longer else None,
            )
    dated = reading.outline.dated
    for match in _MILESTONE.finditer(text):
        head = _BEFORE_MILESTONE.search(text, max(0, match.start() - _WINDOW), match.start())
        if head is None:
            yield from _year_behind(text, match)
            continue
        relative = head["year"] in _SHIFT
        if relative and dated is None:
            continue
        year = dated[0] + _SHIFT[head["year"]] if relative and dated else int(head["year"][:4])
        first, last = plan_years(han_number(head["plan"] or head["ordinal"]))
        closes = match[0].startswith(_LAST)
        right = last if closes else first
        if year == right or (relative and dated and _printed_late(dated, year - right)):
            continue
        milestone = "收官之年" if closes else "开局之年"
        yield Hit(
            head.start(),
            match.end(),
            f"{year}年不是这个五年规划的{milestone}",
            f"规划期为{first}—{last}年，{milestone}是{right}年",
            f"{right}年",
            severity="warning" if relative else None,
        )


def _year_behind(text: str, milestone: re.Match[str]) -> Iterator[Hit]:
    """“十四五”收官之年的2024年: the year behind the milestone."""
    plan = _PLAN_BEFORE.search(text, max(0, milestone.start() - 16), milestone.start())
    behind = _YEAR_BEHIND.match(text, milestone.end())
    if plan is None or behind is None:
        return
    first, last = plan_years(han_number(plan["plan"] or plan["ordinal"]))
    right = last if milestone[0].startswith(_LAST) else first
    if int(behind["year"]) != right:
        yield Hit(
            plan.start(),
            behind.end(),
            f"{behind['year']}年不是这个五年规划的{milestone[0]}",
            f"规划期为{first}—{last}年，{milestone[0]}是{right}年",
            f"{right}年",
        )


def _printed_late(dated: tuple[int, int, int], years: int) -> bool:
    """Whether the document's date may be that of a later copy, or of a draft for the year to come."""
    return years == 1 or (years == -1 and dated[1] == 12)


RULE = Rule(
    code="F04",
    name="plan-years",
    title="五年规划与年份不符",
    category="dates",
    severity="error",
    what="五年规划后面括注的起止年份，以及“某年是某规划的开局（收官）之年”。以“今年”“明年”表述的按成文年份推算，只作警告。",
    why="五年规划的起止年份是固定的：十二五2011—2015年，十三五2016—2020年，十四五2021—2025年，十五五2026—2030年。",
    silent="跨期的远景规划（2021—2035年）；“为某规划开局打基础”一类的话。",
    bad=(
        Example("全市“十四五”时期（2020—2025年）新增公园绿地120公顷。", "“十四五”时期（2020—2025年）"),
        Example("2024年是“十四五”规划收官之年，各项任务时间紧。", "2024年是“十四五”规划收官之年"),
        Example("“十四五”收官之年的2024年，任务艰巨。", "“十四五”收官之年的2024年"),
    ),
    good=(
        "全市“十四五”时期（2021—2025年）新增公园绿地120公顷。",
        "2025年是“十四五”规划收官之年，各项任务时间紧。",
        "“十五五”开局之年的2026年，任务艰巨。",
    ),
    near=("2024年是实施“十四五”规划的关键一年，要为“十五五”良好开局打牢基础。",),
    find=find,
)
