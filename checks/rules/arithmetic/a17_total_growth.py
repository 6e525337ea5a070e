"""A17: the growth of a total lies outside the growths of all its components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks.finding import Severity
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import Formula
from checks.rules.arithmetic.mixed_growth import mixed_growths
from checks.rules.arithmetic.operands import operand
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, NEXT, PERCENT, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, once_each
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_TOTAL = late(
    rf"(?:生产总值|GDP){gap(16)}(?:{LEVEL}{gap(26)})?(?P<way>增长|下降)(?:了)?(?P<growth>{PERCENT})"
)
_COMPONENT = late(
    rf"第?(?P<which>[一二三])(?:次)?产业?(?:增加值)?(?:实现|完成|为|达到?)?(?:{LEVEL}{gap(16)}|{gap(10)})(?P<way>增长|下降)(?:了)?(?P<growth>{PERCENT})"
)
_TOGETHER = late(
    rf"(?:三次产业|第?一、(?:第)?二、(?:第)?三(?:次)?产业|一二三产业?)(?:增加值)?{gap(6)}分别(?P<way>增长)(?P<one>{PERCENT})[、，和](?P<two>{PERCENT})[、，和](?P<three>{PERCENT})"
)
_TRADE = late(
    rf"进出口{gap(16)}(?:{LEVEL}{gap(16)})?(?P<way>增长|下降)(?:了)?(?P<growth>{PERCENT}){gap(12)}[。；，][^{LETTERS}；]{{0,8}}"
    rf"(?<!进)出口(?:总?[值额])?(?:为|达)?(?:{LEVEL}{gap(10)})?(?:增长|下降)(?:了)?(?P<one>{PERCENT})[，；、](?:其中)?进口(?:总?[值额])?(?:为|达)?(?:{LEVEL}{gap(10)})?(?:增长|下降)(?:了)?(?P<two>{PERCENT})"
)
_SEASONS = late(
    rf"(?:第?一季度|上半年){gap(8)}(?P<ways>增长|下降)(?:了)?(?P<one>{PERCENT})[，、；]第?(?:二季度|下半年){gap(4)}(?:增长|下降)(?:了)?(?P<two>{PERCENT})[，、；]"
    rf"(?:上半年|全年){gap(8)}(?:增长|下降)(?:了)?(?P<growth>{PERCENT})"
)
_SPARE = Fraction(1, 20)


def relate(reading: Reading) -> Iterator[Relation]:
    """Growth of output with the growths of the three industries."""
    sketch = sketch_of(reading)
    return judge(sketch, once_each((*_trials(sketch), *_halves(sketch), *mixed_growths(sketch))))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for match in _TOTAL.finditer(sketch.text):
        total = sketch.named(match, "growth")
        line = sketch.line_at(match.start())
        end = line.end
        if sketch.text[end : end + 1] == NEXT:
            end = sketch.line_at(end + 1).end
        if total is None or "年均" in match.group():
            continue
        components = _components(sketch, match.end(), end)
        stated = operand(total[0], match.group("way") == "下降")
        parts = [operand(claim, down) for claim, down in components]
        known = tuple(part for part in parts if part is not None)
        if stated is None or len(known) != 3:
            continue
        words = "、".join(sketch.quote(claim) for claim, _ in components)
        yield Trial(
            "bounded",
            stated,
            known,
            Formula(_spanned),
            f"三次产业增速 {words} 的范围",
            f"总体增速“{{stated}}”不在三次产业增速（{words}）的范围内",
            worst="warning",
            strength="weak",
        )


def _halves(sketch: Sketch) -> Iterator[Trial]:
    """Growth of a whole with those of its two parts: 一季度增长5.4%，二季度增长4.7%，上半年增长5.0%; trade by direction."""
    # Growth of trade is computed on revised bases: what lies outside is worth knowing, and proves little.
    found: list[tuple[re.Match[str], Severity]] = [
        (match, "warning") for match in _SEASONS.finditer(sketch.text)
    ]
    found += [(match, "info") for match in _TRADE.finditer(sketch.text)]
    for match, worst in found:
        claims = sketch.named(match, "growth", "one", "two")
        halves = [operand(claim, claim.direction == "down") for claim in claims or ()]
        known = tuple(one for one in halves if one is not None)
        if claims is None or len(known) != 3:
            continue
        words = "、".join(map(sketch.quote, claims[1:]))
        yield Trial(
            "bounded",
            known[0],
            known[1:],
            Formula(_spanned),
            f"两部分增速 {words} 的范围",
            f"总体增速“{{stated}}”不在两部分增速（{words}）的范围内",
            worst=worst,
            strength="weak",
        )


def _components(sketch: Sketch, start: int, end: int) -> list[tuple[Claim, bool]]:
    together = _TOGETHER.search(sketch.text, start, end)
    if together is not None:
        claims = sketch.named(together, "one", "two", "three")
        return [(claim, False) for claim in claims] if claims else []
    found: dict[str, tuple[Claim, bool]] = {}
    for match in _COMPONENT.finditer(sketch.text, start, end):
        named = sketch.named(match, "growth")
        if named is not None:
            found.setdefault(match.group("which"), (named[0], match.group("way") == "下降"))
    return list(found.values())


def _spanned(intervals: Sequence[Interval]) -> Interval | None:
    lows = [interval.low for interval in intervals if interval.low is not None]
    highs = [interval.high for interval in intervals if interval.high is not None]
    if len(lows) != len(intervals) or len(highs) != len(intervals):
        return None
    return Interval(min(lows) - _SPARE, max(highs) + _SPARE)


RULE = Rule(
    code="A17",
    name="total-growth-outside",
    title="总体增速超出各组成部分增速的范围",
    category="arithmetic",
    severity="warning",
    what="生产总值的增速应在三次产业增速的最低与最高之间；上半年（全年）的增速应在两个季度（上下半年）的增速之间，进出口的增速应在出口与进口的增速之间。",
    why="不变价总量的增速是各部分增速的加权平均（统计核算方法），不会落在各部分之外。",
    silent="居民收入分城乡的增速、人均指标和比率不适用这一关系，不判。",
    bad=(
        Example("全市生产总值增长7.5%，其中第一产业增长3.1%，第二产业增长6.8%，第三产业增长5.9%。", "7.5%"),
        Example("全县生产总值增长2.5%，三次产业增加值分别增长3.1%、6.8%和5.9%。", "2.5%"),
    ),
    good=(
        "全市生产总值增长6.1%，其中第一产业增长3.1%，第二产业增长6.8%，第三产业增长5.9%。",
        "全县生产总值增长5.5%，三次产业增加值分别增长3.1%、6.8%和5.9%。",
    ),
    near=("居民人均可支配收入增长6.1%，其中城镇居民增长5.2%，农村居民增长6.0%。",),
    relate=relate,
)
