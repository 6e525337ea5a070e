"""D03: 由 A 增加了 B, where the sentence that begins with a start needs 到 and an end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_CHANGE = late(
    r"[由从](?:[0-9]{4}年(?:底|末|初)?的?|上年的?|去年的?|当初的?|原来的?|最初的?)?"
    rf"(?P<before>[0-9]{{1,12}}(?:\.[0-9]{{1,6}})?)(?P<scale>[百千万亿]{{0,2}})(?P<unit>(?:{HAN}|[%‰]){{1,4}}?)"
    r"(?P<verb>增加|增长|提高|上升|扩大|减少|下降|降低|缩减|压减)了"
    r"(?P<by>[0-9]{1,12}(?:\.[0-9]{1,6})?)(?P=scale)(?P=unit)"
)
_UPWARD = frozenset({"增加", "增长", "提高", "上升", "扩大"})


def find(reading: Reading) -> Iterator[Hit]:
    """Yield changes that name a start and no end; a fall by more than the start is proven wrong."""
    for match in _CHANGE.finditer(reading.prose.text):
        before, by, verb = Decimal(match["before"]), Decimal(match["by"]), match["verb"]
        impossible = verb not in _UPWARD and by > before
        if verb in _UPWARD and by <= before and match["unit"] == "%":
            continue
        ending = f"{verb}到{match['by']}{match['scale']}{match['unit']}"
        yield Hit(
            match.start("verb"),
            match.end(),
            f"“由……{verb}了……”只有起点没有终点，“了”疑为“到”",
            f"起点{match['before']}，{verb}了{match['by']}" + ("，减得比原有的还多" if impossible else ""),
            ending,
            severity="error" if impossible else None,
        )


RULE = Rule(
    code="D03",
    name="by-for-to",
    title="“到”与“了”相混",
    category="wording",
    severity="warning",
    what="“由A增加了B”：写了起点，却用“了”引出增减量。减少量大于起点时判为错误。",
    why="“增加到”后面是终值，“增加了”后面是增量，写错一字数值就差一个起点（出版物数字用法的通行规范）。",
    silent="没有起点的“比上年增加了B”；终值和增量都写出的句子。",
    bad=(
        Example("全市养老服务中心由80家增加了120家。", "增加了120家"),
        Example("云溪县重点项目储备由50个减少了65个。", "减少了65个"),
    ),
    good=(
        "全市养老服务中心由80家增加到120家。",
        "云溪县重点项目储备比上年减少了15个。",
    ),
    near=("全市养老服务中心由80家增加到200家，增加了120家。",),
    find=find,
)
