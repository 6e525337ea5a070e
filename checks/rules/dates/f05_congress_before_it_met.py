"""F05: a party congress or plenum with a date that is not its own, or in a document older than it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_MEETINGS = {
    "十一届三中全会": (1978, 12), "十二大": (1982, 9), "十二届三中全会": (1984, 10), "十三大": (1987, 10),
    "十四大": (1992, 10), "十四届三中全会": (1993, 11), "十五大": (1997, 9), "十五届三中全会": (1998, 10),
    "十五届四中全会": (1999, 9), "十五届五中全会": (2000, 10), "十五届六中全会": (2001, 9), "十六大": (2002, 11),
    "十六届三中全会": (2003, 10), "十六届四中全会": (2004, 9), "十六届五中全会": (2005, 10),
    "十六届六中全会": (2006, 10), "十七大": (2007, 10), "十七届三中全会": (2008, 10), "十七届四中全会": (2009, 9),
    "十七届五中全会": (2010, 10), "十七届六中全会": (2011, 10), "十八大": (2012, 11), "十八届三中全会": (2013, 11),
    "十八届四中全会": (2014, 10), "十八届五中全会": (2015, 10), "十八届六中全会": (2016, 10), "十九大": (2017, 10),
    "十九届三中全会": (2018, 2), "十九届四中全会": (2019, 10), "十九届五中全会": (2020, 10),
    "十九届六中全会": (2021, 11), "二十大": (2022, 10), "二十届二中全会": (2023, 2), "二十届三中全会": (2024, 7),
    "二十届四中全会": (2025, 10),
}  # fmt: skip
"""Year and month of the meetings' last day (communiqués of the Central Committee)."""

_NAME = late(
    r"(?:十[一二三四五六七八九]|二十)"
    r"(?:届[二三四五六]中全会|大(?![件类项工重产任措战体成板平专量型户批]|行动|举措|以上))"
)
_WHEN = r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?:(?P<month>[0-9]{1,2})月)?(?:[0-9]{1,2}日)?[，,]?"
_HELD_BEFORE = late(_WHEN + "(?:胜利)?(?:召开|举行)的?(?:党的|中国共产党|中共)?$")
_PARTY = late(r"(?:" + _WHEN + ")?(?:党的|中国共产党|中共)$")
_HELD_AFTER = late("(?:胜利|隆重|在京|在北京){0,2}(?:召开|举行)")
_SINCE = late("精神|以来|报告提出|报告指出|作出|强调|决定|《决定》|胜利闭幕|闭幕|的胜利召开")
_WINDOW = 26


def find(reading: Reading) -> Iterator[Hit]:
    """Yield meetings with a wrong date, and meetings that a document speaks of before they met."""
    text = reading.prose.text
    dated = reading.outline.dated
    for match in _NAME.finditer(text):
        held = _MEETINGS.get(match[0])
        if held is None:
            continue
        begin = max(0, match.start() - _WINDOW)
        when = _HELD_BEFORE.search(text, begin, match.start())
        party = _PARTY.search(text, begin, match.start())
        if when is None and party is not None and party["year"] and _HELD_AFTER.match(text, match.end()):
            when = party
        meeting = f"党的{match[0]}召开于{held[0]}年{held[1]}月"
        if when is not None:
            year, month = int(when["year"]), int(when["month"] or 0)
            if year != held[0] or month not in (0, held[1], held[1] - 1):
                right = f"{held[0]}年{held[1]}月"
                yield Hit(when.start(), match.end(), f"“{match[0]}”的召开时间不对", meeting, right)
            continue
        early = dated is not None and (dated[0], dated[1] or 12) < held
        if dated is not None and early and party is not None and _SINCE.match(text, match.end()):
            day = f"{dated[0]}年{dated[1]}月" if dated[1] else f"{dated[0]}年"
            message = f"成文时“{match[0]}”还没有召开"
            yield Hit(match.start(), match.end(), message, f"本文成于{day}，{meeting}")


RULE = Rule(
    code="F05",
    name="congress-before-it-met",
    title="会议与年份不符",
    category="dates",
    severity="warning",
    what="党代会、中央全会的召开年月，以及成文日期早于会议、却已在“贯彻其精神”的话。",
    why="会议年月是固定的事实；早于会议的引用多半是日期写错，或旧稿新文混在一起。",
    silent="“迎接”“筹备”尚未召开的会议；没有成文日期的文件；地方党代会。",
    bad=(
        Example("2021年10月召开的党的十九届五中全会，擘画了新的蓝图。", "2021年10月召开的党的十九届五中全会"),
        Example(
            "在全县干部大会上的讲话\n（2021年5月8日）\n\n我们要深入学习贯彻党的二十大精神，埋头苦干。",
            "党的二十大精神",
        ),
    ),
    good=(
        "2020年10月召开的党的十九届五中全会，擘画了新的蓝图。",
        "在全县干部大会上的讲话\n（2023年5月8日）\n\n我们要深入学习贯彻党的二十大精神，埋头苦干。",
    ),
    near=(
        "在全县干部大会上的讲话\n（2022年5月8日）\n\n以实际行动迎接党的二十大胜利召开，办好二十大件实事。",
    ),
    find=find,
)
