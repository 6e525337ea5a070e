"""A23: a mean annual growth does not lead from the one printed level to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import Change, changes
from checks.rules.arithmetic.growth import gated, price_class
from checks.rules.arithmetic.operands import operand, operands
from checks.rules.arithmetic.sketch import LETTERS, PERCENT, Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Formula, Trial, judge, unweighed
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.interval import Interval

_THEN = re.compile(
    rf"[，、（]?(?P<words>{gap(14)}(?:年均|平均每年)(?:复合)?(?P<way>增长|增速|递增|提高|上升|下降|减少|递减|降低)(?:率)?(?:了|为|达到?|约)?)(?P<growth>{PERCENT})"
)
_YEARS = re.compile(r"(?P<years>[一二两三四五六七八九十]|\d{1,2})年(?:来|间|内|时间|累计|里)?")
_PLAN = re.compile(r"“?十[二三四五]五”?(?:期间|时期|以来)?")
_NUMERALS = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_MOST_YEARS = 30


def relate(reading: Reading) -> Iterator[Relation]:
    """The mean annual growths of a document with the two levels and the years between."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial | Relation]:
    for change in changes(sketch):
        if change.new.unit in ("%", "‰", "名"):
            continue
        match = _THEN.match(sketch.text, change.end)
        named = sketch.named(match, "growth") if match is not None else None
        if match is None or named is None:
            continue
        growth = named[0]
        line = sketch.line_at(change.start)
        years = change.years or _years(sketch.text[max(line.start, change.start - 30) : match.end()])
        left = f"{sketch.quote(change.old)}×(1+{sketch.quote(growth)})^{years or 'n'}"
        found = operands(change.new, change.old)
        rate = operand(growth, match.group("way") in ("下降", "减少", "递减", "降低"))
        reason = _reason(change, sketch.text[line.start : line.end], years)
        if found is None or rate is None or reason:
            yield unweighed("growth", (growth, change.new, change.old), left, reason or "数值被遮盖")
            continue
        yield Trial(
            "growth",
            found[0],
            (found[1], rate),
            _grown(years),
            left,
            f"由“{sketch.quote(change.old)}”按年均“{sketch.quote(growth)}”{years}年后为{{computed}}，文中为“{{stated}}”",
            worst="warning",
            point=member(growth),
        )


def _reason(change: Change, sentence: str, years: int) -> str:
    if not 1 <= years <= _MOST_YEARS:
        return "年数不明"
    if gated(sentence.replace("两年平均", "")) or price_class((change.new, change.old), change.subject) in (
        "real",
        "comparable",
    ):
        return "该指标增速不按现价水平计算"
    return ""


def _years(words: str) -> int:
    match = _YEARS.search(re.sub(rf"(?:19|20)\d\d年|[{LETTERS}]", "", words))
    if match is not None:
        printed = match.group("years")
        return int(printed) if printed.isdecimal() else _NUMERALS[printed]
    return 5 if _PLAN.search(words) else 0


def _grown(years: int) -> Formula:
    def formula(intervals: Sequence[Interval]) -> Interval | None:
        base, rate = intervals
        factor = rate.scaled(Fraction(1, 100)) + Interval.exactly(1)
        if factor.low is None or factor.low < 0:
            return None
        return base.times(factor.to_power(years))

    return formula


RULE = Rule(
    code="A23",
    name="mean-growth-mismatch",
    title="年均增长与首末水平不符",
    category="arithmetic",
    severity="warning",
    what="写明首末两个水平、年数和年均增长时，用“首×(1+年均)^年数”核对末期水平；只用乘方，不开方，计算精确。",
    why="年均增长是几何平均，常被错算成总增幅除以年数。",
    silent="年数不明，或指标按不变价、可比口径计算时不判；年数按相距年份计（2020年到2025年为5年）。",
    bad=(
        Example("五年来全县茶叶产量由100万公斤增至200万公斤，年均增长20%。", "20%"),
        Example("一般公共预算收入由2020年的40.0亿元提高到2025年的58.8亿元，年均增长9.4%。", "9.4%"),
    ),
    good=(
        "五年来全县茶叶产量由100万公斤增至200万公斤，年均增长14.9%。",
        "一般公共预算收入由2020年的40.0亿元提高到2025年的58.8亿元，年均增长8.0%。",
    ),
    near=("生产总值由2020年的400亿元提高到2025年的588亿元，年均增长6.1%。",),
    relate=relate,
)
