"""F02: a day of the week that is not the day of the date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_WEEKDAY = late(r"(?:星期|礼拜|周)(?P<day>[一二三四五六日天])(?![年岁到至]|[一二三四五六七八九十])")
_DATE = late(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9])(?P<month>[0-9]{1,2})月(?P<date>[0-9]{1,2})[日号][(,，是为 ]{0,2}$"
)
_NAMES = "一二三四五六日"


def find(reading: Reading) -> Iterator[Hit]:
    """Yield dates with another day of the week; without a year, only where no year nearby fits."""
    text = reading.prose.text
    dated = reading.outline.dated
    for weekday in _WEEKDAY.finditer(text):
        window = text[max(0, weekday.start() - 14) : weekday.start()]
        printed = _DATE.search(window)
        if printed is None:
            continue
        if printed["year"]:
            years = [int(printed["year"])]
        elif dated is not None:
            years = [dated[0] - 1, dated[0], dated[0] + 1]
        else:
            continue
        said = _NAMES.index(weekday["day"].replace("天", "日"))
        days = [day for year in years if (day := _day(year, int(printed["month"]), int(printed["date"])))]
        if not days or any(day.weekday() == said for day in days):
            continue
        start = weekday.start() - len(window) + printed.start()
        day = days[len(days) // 2]
        right = f"星期{_NAMES[day.weekday()]}"
        yield Hit(
            start,
            weekday.end(),
            f"日期与“{weekday[0]}”不符",
            f"{day.year}年{day.month}月{day.day}日是{right}",
            right,
            severity=None if printed["year"] else "warning",
        )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


RULE = Rule(
    code="F02",
    name="weekday-mismatch",
    title="日期与星期不符",
    category="dates",
    severity="error",
    what="“某年某月某日（星期几）”按公历推算的结果。没有写年份时，文件成文年及其前后一年都不符才提醒（警告）。",
    why="日期与星期必有一处写错，会议和截止时间会因此误事。",
    silent="没有写年份、文件又没有成文日期的日子。",
    bad=(
        Example("会议定于2020年10月9日（星期四）上午召开。", "2020年10月9日（星期四）"),
        Example("听证会于2024年5月6日（周二）举行，欢迎市民报名。", "2024年5月6日（周二）"),
    ),
    good=(
        "会议定于2020年10月9日（星期五）上午召开。",
        "听证会于2024年5月6日（周一）举行，欢迎市民报名。",
    ),
    near=("2024年5月6日起，每周二至周五开放，逢周三闭馆。",),
    find=find,
)
