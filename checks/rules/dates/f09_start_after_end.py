"""F09: a period whose start lies after its end."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_TO = "[-—~至到]{1,2}"
_YEARS = late(rf"(?P<first>(?:19|20)[0-9]{{2}})年?{_TO}(?P<last>(?:19|20)[0-9]{{2}})年(?!第)")
_DAYS = late(
    r"(?P<first_year>(?:19|20)[0-9]{2})年(?P<first_month>[0-9]{1,2})月(?:(?P<first_day>[0-9]{1,2})日)?起?"
    rf"{_TO}(?P<last_year>(?:19|20)[0-9]{{2}})年(?P<last_month>[0-9]{{1,2}})月(?:(?P<last_day>[0-9]{{1,2}})日)?"
)
_MONTH_DAYS = late(
    rf"(?P<month>[1-9][0-2]?)月(?P<first>[0-3]?[0-9])日?{_TO}(?:(?P<same>1[0-2]|[1-9])月)?(?P<last>[0-3]?[0-9])日"
)
_WORKS = late(
    r"(?P<start>(?P<first_year>(?:19|20)[0-9]{2})年(?:(?P<first_month>[0-9]{1,2})月(?:[0-9]{1,2}日)?)?(?:正式|全面|启动)?(?:开工|动工|开建|开始|启动|奠基)(?:建设|兴建|施工)?)"
    r"[，,、](?:并?于|预计|计划|将于|已于|至|到)?(?P<last_year>20[0-9]{2}|19[0-9]{2})年(?:(?P<last_month>[0-9]{1,2})月(?:[0-9]{1,2}日)?)?底?(?:前|正式|全面|全线|基本)?(?:竣工|建成|完工|投产|投用|通车|结束|完成)"
)
_FROM = frozenset("从自(由")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield periods and works that end before they begin."""
    text = reading.prose.text
    for match in _YEARS.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if first > last and text[match.start() - 1 : match.start()] not in ("-", "—", "/", "."):
            opened = match.start() > 0 and text[match.start() - 1] in _FROM
            yield _hit(match.start(), match.end(), f"{first}年", f"{last}年", None if opened else "warning")
    for match in _DAYS.finditer(text):
        first_day = _key(match["first_year"], match["first_month"], match["first_day"])
        last_day = _key(match["last_year"], match["last_month"], match["last_day"])
        if first_day[:2] > last_day[:2] or (all((*first_day, *last_day)) and first_day > last_day):
            yield _hit(match.start(), match.end(), _words(first_day), _words(last_day), None)
    for match in _MONTH_DAYS.finditer(text):
        within = match["same"] is None or match["same"] == match["month"]
        if (
            within
            and int(match["first"]) > int(match["last"])
            and not text[match.start() - 1 : match.start()].isdecimal()
        ):
            month = match["month"]
            yield _hit(
                match.start(),
                match.end(),
                f"{month}月{match['first']}日",
                f"{month}月{match['last']}日",
                None,
            )
    for match in _WORKS.finditer(text):
        begun = _key(match["first_year"], match["first_month"], None)
        ended = _key(match["last_year"], match["last_month"], None)
        if begun[0] > ended[0] or (begun[0] == ended[0] and 0 < ended[1] < begun[1]):
            yield _hit(match.start(), match.end(), f"{_words(begun)}开工", f"{_words(ended)}建成", None)


def _key(year: str, month: str | None, day: str | None) -> tuple[int, int, int]:
    return int(year), int(month or 0), int(day or 0)


def _words(day: tuple[int, int, int]) -> str:
    return "".join(f"{part}{unit}" for part, unit in zip(day, "年月日", strict=True) if part)


def _hit(start: int, end: int, first: str, last: str, severity: str | None) -> Hit:
    return Hit(
        start,
        end,
        "起点晚于终点",
        f"{first}在{last}之后",
        severity="warning" if severity else None,
    )


RULE = Rule(
    code="F09",
    name="start-after-end",
    title="起点晚于终点",
    category="dates",
    severity="error",
    what="起止时间颠倒：先写的起始年月日晚于终止年月日，或竣工早于开工。只写年份、前面没有“从”“自”的区间可能是有意倒序，作警告。",
    why="两个时间必有一个写错。",
    silent="跨年的“11月至次年3月”；分属两个项目的开工和竣工。",
    bad=(
        Example("跨湖大桥2023年5月开工，2022年12月竣工通车。", "2023年5月开工，2022年12月竣工"),
        Example("公示期为2024年3月20日至2024年3月2日，如有异议可书面反映。", "2024年3月20日至2024年3月2日"),
    ),
    good=(
        "跨湖大桥2021年5月开工，2022年12月竣工通车。",
        "公示期为2024年3月2日至2024年3月20日，如有异议可书面反映。",
    ),
    near=("禁渔期为每年11月10日至次年3月5日，码头2023年5月开工，老桥改造2022年12月竣工。",),
    find=find,
)
