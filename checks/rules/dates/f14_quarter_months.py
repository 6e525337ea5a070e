"""F14: a quarter or half year with months that are not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_MONTHS = late(r"[度年]\((?:即)?(?P<first>1[0-2]|[1-9])月?份?[-—~至到、]{1,2}(?P<last>1[0-2]|[1-9])月份?\)")
_PERIOD = late(r"(?:前(?P<until>[二两三23])个?季度|第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)$")
_FISCAL = late("财年|财季|财政年度|会计年度|学年")
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}


def find(reading: Reading) -> Iterator[Hit]:
    """Yield quarters and half years whose months lie outside them."""
    text = reading.prose.text
    for match in _MONTHS.finditer(text):
        period = _PERIOD.search(text, max(0, match.start() - 6), match.start() + 1)
        if period is None or _FISCAL.search(text, max(0, match.start() - 30), match.start()):
            continue
        first, last = _span(period)
        if (
            int(match["first"]) < first
            or int(match["last"]) > last
            or int(match["first"]) > int(match["last"])
        ):
            yield Hit(
                period.start(),
                match.end(),
                f"“{period[0]}”不是{match['first']}—{match['last']}月",
                f"{period[0]}是{first}—{last}月",
                f"{first}—{last}月",
            )


def _span(period: re.Match[str]) -> tuple[int, int]:
    if period["half"]:
        return (1, 6) if period["half"] == "上" else (7, 12)
    number = period["until"] or period["quarter"]
    quarter = _NUMBERS.get(number) or int(number)
    return (1, 3 * quarter) if period["until"] else (3 * quarter - 2, 3 * quarter)


RULE = Rule(
    code="F14",
    name="quarter-months",
    title="季度与月份不符",
    category="dates",
    severity="error",
    what="季度、上（下）半年、前几季度后面括注的月份。",
    why="一季度1—3月、二季度4—6月、三季度7—9月、四季度10—12月，括注越界必有一处写错。",
    silent="财年、学年；括注只是其中一部分月份的。",
    bad=(
        Example("三季度（4—6月），临江区实现外贸出口12.6亿元。", "三季度（4—6月）"),
        Example("上半年（1-9月），全市新登记企业5300户。", "上半年（1-9月）"),
    ),
    good=(
        "三季度（7—9月），临江区实现外贸出口12.6亿元。",
        "上半年（1-6月），全市新登记企业5300户。",
    ),
    near=("三季度（7—8月）出口12.6亿元；公司2024财年第一季度（4—6月）营收增长。",),
    find=find,
)
