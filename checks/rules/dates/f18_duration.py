"""F18: a number of days, months or years is not what lies between the two dates beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.enumerators import han_number
from extract.late import late

_NUMBER = r"(?P<count>[一二两三四五六七八九十]{1,3}|[0-9]{1,3})"
_LASTING = late(
    rf"(?:历时|为期|会期|工期|前后|共(?!有)|共计|历经|长达){_NUMBER}(?:个)?(?P<unit>天|日|月|年)(?P<half>半|多|余|零|的[^，。；\n]{{1,8}}[和、及](?=[0-9一二两三四五六七八九十]))?"
)
_DAY = r"(?:(?P<{0}_year>(?:19|20)[0-9]{{2}})年)?(?:(?P<{0}_month>1[0-2]|[1-9])月)?(?P<{0}_day>[0-3]?[0-9])日"
_MONTH = r"(?P<{0}_year>(?:19|20)[0-9]{{2}})年(?P<{0}_month>1[0-2]|[1-9])月(?![0-9])"
_TO = r"(?P<{0}>[-—~～]{{1,2}}|[^。；0-9\n]{{0,12}}?[至到于，,、][^。；0-9\n]{{0,3}})"
_DAYS = late(_DAY.format("first") + _TO.format("to") + _DAY.format("last") + r"[^。；0-9\n]{0,12}$")
_MONTHS = late(_MONTH.format("first") + _TO.format("to") + _MONTH.format("last") + r"[^。；0-9\n]{0,12}$")
_REACH = 48


def find(reading: Reading) -> Iterator[Hit]:
    """Yield durations that the two dates right before them contradict."""
    text = reading.prose.text
    for match in _LASTING.finditer(text):
        if match["half"]:
            continue
        floor = max(
            text.rfind("。", max(0, match.start() - _REACH), match.start()) + 1, match.start() - _REACH, 0
        )
        said = han_number(match["count"].replace("两", "二"))
        before = text[floor : match.start()]
        if said is None:
            continue
        if match["unit"] in "天日":
            allowed, dates = _days(before)
        else:
            allowed, dates = _months(before, match["unit"])
        if allowed and said not in allowed:
            start = floor + dates[0]
            right = "或".join(
                f"{count}{'个' if match['unit'] == '月' else ''}{match['unit']}" for count in sorted(allowed)
            )
            printed = f"{match['count']}{'个' if match['unit'] == '月' else ''}{match['unit']}"
            yield Hit(
                match.start("count"),
                match.end(),
                f"所写起止时间相隔{right}，不是{printed}",
                f"“{text[start : floor + dates[1]]}”",
                "",
                ((start, floor + dates[1]),),
            )


def _days(before: str) -> tuple[frozenset[int], tuple[int, int]]:
    """The days that two dates may count, both ends in, or one of them."""
    match = _DAYS.search(before)
    if match is None or not match["first_month"]:
        return frozenset(), (0, 0)
    year = int(match["first_year"] or match["last_year"] or 2001)
    last_month = int(match["last_month"] or match["first_month"])
    try:
        first = date(year, int(match["first_month"]), int(match["first_day"]))
        last = date(int(match["last_year"] or year), last_month, int(match["last_day"]))
    except ValueError:
        return frozenset(), (0, 0)
    days = (last - first).days
    leap = not (match["first_year"] or match["last_year"]) and first.month <= 2 < last.month
    spare = {days, days + 1, days + 2} if leap else {days, days + 1}
    return (frozenset(spare) if days > 0 else frozenset()), (match.start(), match.end("last_day") + 1)


def _months(before: str, unit: str) -> tuple[frozenset[int], tuple[int, int]]:
    """The months or years that two months of two years may count."""
    match = _MONTHS.search(before)
    if match is None:
        return frozenset(), (0, 0)
    years = int(match["last_year"]) - int(match["first_year"])
    months = years * 12 + int(match["last_month"]) - int(match["first_month"])
    if months <= 0:
        return frozenset(), (0, 0)
    place = (match.start(), match.end("last_month") + 1)
    if unit == "月":
        return frozenset({months - 1, months, months + 1}), place
    return frozenset({months // 12, -(-months // 12), years, years + 1}), place


RULE = Rule(
    code="F18",
    name="duration-mismatch",
    title="历时与起止时间不符",
    category="dates",
    severity="warning",
    what="起止日期后面紧跟“历时”“为期”“共”多少天（月、年）时，按起止日期推算；首尾都算或只算一头都接受。",
    why="起止时间和时长只要写错一个，读者一算便知。",
    silent="只写一个日期、时长带“多”“余”“半”、起止时间与时长不在一句时不判。",
    bad=(
        Example("青川市第三届荷花节从7月6日开始，到7月12日结束，为期10天。", "10天"),
        Example("云溪大桥2018年3月开工，至2021年3月建成，历时5年。", "5年"),
    ),
    good=(
        "青川市第三届荷花节从7月6日开始，到7月12日结束，为期7天。",
        "云溪大桥2018年3月开工，至2021年6月建成，历时3年。",
    ),
    near=("7月6日至12日，全市共有10天出现高温。",),
    find=find,
)
