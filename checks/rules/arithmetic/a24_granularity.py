"""A24: no whole number of things gives the printed percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import written
from checks.rules.arithmetic.operands import counted_exactly
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_SHARE_OF = late(
    rf"(?P<count>{LEVEL})(?P<noun>[^{LETTERS}。；，、\n\f]{{0,10}})(?:中|里|之中|当中)，?(?:已?有|约)?(?P<share>{PERCENT})(?P<behind>.?)"
)
_EARLIER = late(r"(?:上年|去年|前年|上月|同期|年初)末?(?:为|是|有)?$")
_GROWN = late(
    rf"(?P<count>{LEVEL})(?P<noun>[^{LETTERS}。；，、\n\f]{{0,8}})[，、](?P<words>(?:同比|比上年)?(?:增长|增加|下降|减少))(?P<growth>{PERCENT})"
)
_MOST = 100
_NO_SHARE = late(r"投资|资金|面积|收入|产值|金额|用地|人口|以上|增长|税|利润")


def relate(reading: Reading) -> Iterator[Relation]:
    """The percentages of a document that are of a printed small number of things."""
    sketch = sketch_of(reading)
    for match in _SHARE_OF.finditer(sketch.text):
        found = sketch.named(match, "count", "share")
        if found is not None and _countable(found) and not _NO_SHARE.search(match.group("noun")):
            yield from _of_count(sketch, *found)
    for match in _GROWN.finditer(sketch.text):
        found = sketch.named(match, "count", "growth")
        lead = sketch.lead(sketch.index(match.start("count")))
        newly = re.search("新增|增加|减少|净增|[多少增减][一-龥]?$", lead[-6:]) or _EARLIER.search(lead)
        if found is not None and _countable(found) and not newly:
            yield from _from_count(sketch, found[0], found[1], match.group("words"))


def _countable(found: tuple[Claim, ...]) -> bool:
    count, percent = found
    return (
        counted_exactly(count)
        and count.kind in ("level", "other")
        and percent.bound == "="
        and percent.interval is not None
        and percent.value is not None
    )


def _of_count(sketch: Sketch, count: Claim, share: Claim) -> Iterator[Relation]:
    size, interval = count.value, share.interval
    if not size or interval is None or interval.low is None or interval.high is None:
        return
    if size > _MOST or share.value is None or share.value > 100:
        return
    low, high = ceil(interval.low * size / 100), floor(interval.high * size / 100)
    near = round(share.value * size / 100)
    holds = low <= high
    words = f"{near}÷{sketch.quote(count)}={written(Fraction(near * 100) / size, 2)}%"
    yield _relation(
        sketch, share, count, holds, words, f"{sketch.quote(count)}中取整数个得不出“{sketch.quote(share)}”"
    )


def _from_count(sketch: Sketch, count: Claim, growth: Claim, words: str) -> Iterator[Relation]:
    size, interval = count.value, growth.interval
    if not size or interval is None or interval.low is None or interval.high is None:
        return
    sign = -1 if words.endswith(("下降", "减少")) else 1
    ends = sorted(100 + sign * end for end in (interval.low, interval.high))
    if ends[0] <= 0:
        return
    low, high = ceil(size * 100 / ends[1]), floor(size * 100 / ends[0])
    near = max(1, round(size * 100 / (100 + sign * (growth.value or 0))))
    found = f"基期{near}时为{written(Fraction(size * 100, near) - 100, 2)}%"
    message = f"基期取任何整数都得不出“{sketch.quote(growth)}”的变化"
    yield _relation(sketch, growth, count, low <= high, f"{sketch.quote(count)}，{found}", message)


def _relation(sketch: Sketch, share: Claim, count: Claim, holds: bool, words: str, message: str) -> Relation:
    members = (member(share), member(count))
    equation = f"{words}，文中 {sketch.quote(share)}：{'成立' if holds else '不成立'}"
    if holds:
        return Relation("granularity", "weak", "holds", equation, members)
    return Relation(
        "granularity",
        "weak",
        "broken",
        equation,
        members,
        severity="warning",
        message=f"{message}（最近的是{words}）",
    )


RULE = Rule(
    code="A24",
    name="impossible-fraction",
    title="整数个数得不出的百分比",
    category="arithmetic",
    severity="warning",
    what="“7个县中有85%”一类句子，检验有没有整数个能得出这个百分比（GRIM 检验）；个数与增长率写在一起时，检验有没有整数的基期数。",
    why="七个县里达标的只能是整数个，85%不在七分之几之中。",
    silent="总数较大时任何百分比都可能，检验自然成立；按投资、面积等加权的比重不判。",
    bad=(
        Example("全市7个县中有85%通过验收。", "85%"),
        Example("全年建成示范园区7个，增长20%。", "20%"),
    ),
    good=(
        "全市7个县中有85.7%通过验收。",
        "全年建成示范园区6个，增长20%。",
    ),
    near=("全市3000家企业中有85%通过验收。",),
    relate=relate,
)
