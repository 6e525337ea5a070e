"""A23: a mean annual growth does not lead from the one printed level to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.formulas import Formula
from checks.rules.arithmetic.growth import gated, price_class
from checks.rules.arithmetic.operands import operand, operands
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, unweighed, weigh
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_THEN = late(
    rf"(?:[，、]{gap(10)}累计(?:增长|增加|提高|下降)(?:了)?{PERCENT})?[，、（]?(?P<words>{gap(14)}(?:年均|年平均|平均每年)(?:复合)?(?P<way>增长|增速|增幅|递增|提高|上升|下降|减少|递减|降低)(?:率)?(?:了|为|达到?|约)?)(?P<growth>{PERCENT})"
)
_AGAINST = late(
    rf"(?P<new>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，[比较](?P<then>(?:19|20)\d\d)年(?:末|底)?的?(?P<old>{LEVEL})(?P<words>{gap(6, '，')}年均(?:复合)?(?P<way>增长|递增|提高|下降|减少|递减|降低)(?:了|为|达到?|约)?)(?P<growth>{PERCENT})"
)
_SPAN = late(r"((?:19|20)\d\d)年?(?:至|到|[-—~～]{1,2})((?:19|20)\d\d)年")
_YEARS = late(r"(?P<years>[一二两三四五六七八九十]|\d{1,2})年(?:来|间|内|时间|累计|里)?")
_PLAN = late(r"“?十[二三四五]五”?(?:期间|时期|以来)?")
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
        line = sketch.line_at(change.start)
        words = sketch.text[max(line.start, change.start - 30) : match.end()]
        years = (change.years,) if change.years else _years(words)
        claims = (named[0], change.new, change.old)
        yield _trial(sketch, claims, match.group("way"), years, change.subject, change.start)
    for match in _AGAINST.finditer(sketch.text):
        found = sketch.named(match, "growth", "new", "old")
        if found is None or found[1].unit != found[2].unit:
            continue
        place = sketch.index(match.start("new"))
        now = found[1].period.end if found[1].period is not None else None
        years = (int(now[:4]) - int(match.group("then")),) if now else ()
        yield _trial(sketch, found, match.group("way"), years, sketch.lead(place), match.start())


def _trial(
    sketch: Sketch, claims: tuple[Claim, ...], way: str, years: tuple[int, ...], subject: str, start: int
) -> Trial | Relation:
    growth, new, old = claims
    line = sketch.line_at(start)
    found = operands(new, old)
    rate = operand(growth, way in ("下降", "减少", "递减", "降低"))
    reason = _reason((new, old), subject, sketch.text[line.start : line.end], years)
    if found is None or rate is None or reason:
        left = f"{sketch.quote(old)}×(1+{sketch.quote(growth)})^{years[0] if years else 'n'}"
        return unweighed("growth", claims, left, reason or "数值被遮盖")
    trials = [
        Trial(
            "growth",
            found[0],
            (found[1], rate),
            _grown(count),
            f"{sketch.quote(old)}×(1+{sketch.quote(growth)})^{count}",
            f"由“{sketch.quote(old)}”按年均“{sketch.quote(growth)}”{count}年后为{{computed}}，文中为“{{stated}}”",
            worst="warning",
            point=member(growth),
        )
        for count in years
    ]
    return next((trial for trial in trials if weigh(sketch, trial).state == "holds"), trials[0])


def _reason(levels: tuple[Claim, ...], subject: str, sentence: str, years: tuple[int, ...]) -> str:
    if not years or not all(1 <= count <= _MOST_YEARS for count in years):
        return "年数不明"
    if gated(sentence.replace("两年平均", "")) or price_class(levels, subject) in ("real", "comparable"):
        return "该指标增速不按现价水平计算"
    return ""


def _years(words: str) -> tuple[int, ...]:
    """The years over which the words say something grew; a span of years may count from its first or from before it."""
    span = _SPAN.search(words)
    if span is not None:
        between = int(span.group(2)) - int(span.group(1))
        return (between, between + 1)
    match = _YEARS.search(re.sub(rf"(?:19|20)\d\d年|[{LETTERS}]", "", words))
    if match is not None:
        printed = match.group("years")
        return (int(printed) if printed.isdecimal() else _NUMERALS[printed],)
    return (5,) if _PLAN.search(words) else ()


def _grown(years: int) -> Formula:
    def formula(intervals: Sequence[Interval]) -> Interval | None:
        base, rate = intervals
        factor = rate.scaled(Fraction(1, 100)) + Interval.exactly(1)
        if factor.low is None or factor.low < 0:
            return None
        return base.times(factor.to_power(years))

    return Formula(formula)


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
