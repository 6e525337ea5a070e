"""F01: a date that no calendar has: 4月31日, 13月份, 2023年2月29日."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.enumerators import han_number
from extract.late import late

_HAN = "一二三四五六七八九十"
_AFTER = late(
    rf"月(?:(?P<day>[0-9]{{1,2}}|[{_HAN}]{{1,3}})[日号](?:[-—~至到]{{1,2}}(?P<to>[0-9]{{1,2}})[日号])?|(?P<edge>份|底|末|初|[上中下]旬))"
)
_BEFORE = late(
    rf"(?:(?P<year>[0-9]{{4}}|[一二][{_HAN}〇○零]{{3}})年)?(?<![0-9.,{_HAN}])(?P<month>[0-9]{{1,2}}|[{_HAN}]{{1,3}})$"
)
_LUNAR = late("农历|阴历|夏历|旧历")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WINDOW = 10


def find(reading: Reading) -> Iterator[Hit]:
    """Yield dates that do not exist."""
    text = reading.prose.text
    for after in _AFTER.finditer(text):
        window = text[max(0, after.start() - _WINDOW) : after.start()]
        before = _BEFORE.search(window)
        if before is None:
            continue
        start = after.start() - len(window) + before.start()
        chinese = not before["month"].isdecimal()
        if chinese and (not before["year"] or _LUNAR.search(text, max(0, start - 4), start)):
            continue
        fault = _fault(before["year"], before["month"], after["day"], after["to"])
        if fault:
            yield Hit(start, after.end(), "不存在的日期", fault)


def _fault(year_words: str | None, month_words: str, day: str | None, to: str | None) -> str:
    month = han_number(month_words)
    if not 1 <= month <= 12:
        return f"一年只有12个月，没有{month_words}月"
    longest, of = _LENGTHS[month - 1], f"{month}月"
    if month == 2 and year_words:
        year = han_number(year_words)
        longest, of = (29, f"{year}年2月") if isleap(year) else (28, f"{year}年不是闰年，2月")
    for words in (day, to):
        if words and not 1 <= han_number(words) <= longest:
            return f"{of}只有{longest}天，没有{words}日"
    return ""


RULE = Rule(
    code="F01",
    name="impossible-date",
    title="不存在的日期",
    category="dates",
    severity="error",
    what="历法上没有的日期：月份超过12，日数超过当月天数，平年的2月29日。",
    why="这样的日期必有一处写错，读者和系统都无从采用。",
    silent="没有写年份的2月29日；农历日期；“24月龄”一类的月数。",
    bad=(
        Example("2023年2月29日，青川市召开重点项目推进会。", "2023年2月29日"),
        Example("整治行动4月10日启动，4月31日结束。", "4月31日"),
    ),
    good=(
        "2024年2月29日，青川市召开重点项目推进会。",
        "整治行动4月10日启动，4月30日结束。",
    ),
    near=("24月龄以下婴幼儿免费接种，农历二月三十日有庙会，2月29日再次检查。",),
    find=find,
)
