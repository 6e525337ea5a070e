"""B11: the same honour is told twice with different numbers of years running."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Member, Relation
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_RUNNING = late(
    r"(?P<words>连续(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>年|届|次|个月|个季度))(?P<what>[^。；;，,、\n]{6,40})"
)
_CROWNS = late(r"连(?P<unit>冠|创|增|丰)")
_CROWNED = late(
    r"(?P<what>[^。；;，,、\n“”\d一二三四五六七八九十]{4,20})[“”]?(?P<words>(?P<years>\d{1,2}|[一二三四五六七八九十]{1,3})连(?P<unit>冠|创|增|丰))$"
)
_FILLING = late(r"[\s“”\"'‘’（）()《》的了被]|获得|获评|荣获|被评为|蝉联|保持|实现|位居|位列|居|成功")
_DIGITS = {character: place for place, character in enumerate("零一二三四五六七八九")} | {"两": 2}


def relate(reading: Reading) -> Iterator[Relation]:
    """The honours of a document that are told more than once with their years."""
    text = reading.prose.text
    told: dict[tuple[str, str], list[tuple[int, re.Match[str]]]] = {}
    for match in _mentions(text):
        what = _FILLING.sub("", match.group("what"))[:14]
        if len(what) >= 4 and not re.search(r"\d", what):
            told.setdefault((what, match.group("unit")), []).append((_number(match.group("years")), match))
    for (what, _), mentions in told.items():
        first_years, first = mentions[0]
        for years, match in mentions[1:]:
            yield _pair(what, first_years, first, years, match)


def _mentions(text: str) -> Iterator[re.Match[str]]:
    yield from _RUNNING.finditer(text)
    for match in _CROWNS.finditer(text):
        crowned = _CROWNED.search(text, max(0, match.start() - 28), match.end())
        if crowned is not None:
            yield crowned


def _number(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    tens, ten, ones = printed.partition("十")
    if not ten:
        return _DIGITS.get(printed, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _pair(what: str, years: int, first: re.Match[str], again: int, second: re.Match[str]) -> Relation:
    members = (Member(*second.span("words")), Member(*first.span("words")))
    equation = f"“{what}”两处：{first.group('words')}、{second.group('words')}"
    if years == again:
        return Relation("mention", "weak", "holds", f"{equation}，相同：成立", members)
    return Relation(
        "mention",
        "weak",
        "broken",
        f"{equation}，不同：不成立",
        members,
        severity="error" if first.group("what") == second.group("what") else "warning",
        message=f"同一事项“{what}”前后分别写“{first.group('words')}”和“{second.group('words')}”",
    )


RULE = Rule(
    code="B11",
    name="years-running-differ",
    title="同一荣誉的连续年数前后不一",
    category="conflict",
    severity="error",
    what="“连续N年获…”“N连冠”在同一文件中对同一事项写了不同的N。",
    why="同一文件的同一时点，连续年数只能有一个。",
    silent="事项的文字不同（国家级与省级、不同奖项）时不判。",
    bad=(
        Example("全市连续19年获评省级平安城市。我们巩固平安建设成果，连续18年获评省级平安城市。", "连续18年"),
        Example("粮食产量连续八年稳定在百万吨以上。农业方面，连续九年稳定在百万吨以上。", "连续九年"),
    ),
    good=(
        "全市连续19年获评省级平安城市。平安建设方面，连续19年获评省级平安城市。",
        "全市连续19年获评省级平安城市，连续6年获评国家卫生城市。",
    ),
    near=("全市连续19年获评省级平安城市，云溪县连续12年获评省级平安县。",),
    relate=relate,
)
