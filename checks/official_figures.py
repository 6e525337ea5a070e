"""C11: a number contradicts the desk's official figure. The rule needs a sheet, so it is made for each job."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.facts import Fact, Facts, Figure, folded, indicator_of, period_of, region_names
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.equation import about, shown
from checks.rules.arithmetic.operands import Operand, Scale, forgiving, operand, scale_of
from checks.rules.arithmetic.sketch import Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim, Kind
from extract.indicators import MARKS, lexicon, scope_of
from extract.interval import Interval
from extract.late import late

_LEVELS: frozenset[Kind] = frozenset({"level", "share", "rank", "multiple", "duration"})
_OVER_A_YEAR = late(r"(?:[比较与]?(?:上年|去年|上年同期|去年同期|同期)|同比)?(?:同期)?")
_AGAINST = frozenset("比较与同")
_OF_A_PART = late(r"本级|市区|城区|一期|二期|首期|平均|日均|月均|最|对[^，。]{1,8}$|中的|之一")
_COUNTED = frozenset({"count", "people"})


def contradicts_official_figure(facts: Facts) -> Rule:
    """The rule for one sheet.

    Args:
        facts: The official figures.

    Returns:
        A rule for :func:`checks.engine.check`; its relations verify what a figure confirms.
    """
    return replace(OFFICIAL_FIGURE, relate=lambda reading: _relations(reading, facts))


def _relations(reading: Reading, facts: Facts) -> Iterator[Relation]:
    sketch = sketch_of(reading)
    later = {change.new.number: change.old for change in changes(sketch)}
    text = reading.prose.text
    for claim in reading.claims:
        if claim.status != "actual" or claim.masked or not (claim.indicator_key or claim.indicator):
            continue
        old = later.get(claim.number)
        if old is not None and old.period == claim.period and claim.period is not None:
            continue  # both ends of a change cannot belong to one period: that of the later one is not known
        start = reading.outline.sentences[claim.sentence].start
        lead = text[start : claim.start]
        if _OF_A_PART.search(lead[-20:]) or _period_of_the_base(claim, lead):
            continue
        found = _best(claim, facts, lead)
        if found is not None:
            yield _held_against(sketch, claim, facts.sheet, *found)


def _period_of_the_base(claim: Claim, lead: str) -> bool:
    """Whether the only period near a growth is the one that it is measured from: 比上年增长."""
    if claim.kind != "growth" or claim.period is None:
        return False
    at = lead.rfind(claim.period.text)
    return at > 0 and lead[at - 1] in _AGAINST


def _best(claim: Claim, facts: Facts, lead: str) -> tuple[Fact, Figure, bool] | None:
    """The fact that is most exactly about what a claim is about; of several the one that agrees.

    Returns:
        The fact, its figure, and whether indicator, period and region are all equal and printed in the sentence;
        ``None`` where no fact is about it.
    """
    words = folded(claim.indicator or "").translate(MARKS)
    indicators = dict.fromkeys((claim.indicator_key or indicator_of(words), words))
    period = claim.period
    days = f"{period.start}/{period.end}" if period is not None and period.start else ""
    said = period_of(period.text) if period is not None and not days else ""
    periods = dict.fromkeys((days, said, folded(period.text) if period is not None else "", ""))
    for when in periods:
        for region in region_names(claim.region or "", facts):
            found = [
                (fact, figure)
                for indicator in indicators
                for fact in facts.book.get((indicator, when, region), ())
                if (figure := _figure(claim, fact)) is not None and _same_scope(claim, fact)
            ]
            if found:
                agreeing = [pair for pair in found if _agrees(claim, pair[1])]
                fact, figure = (agreeing or found)[0]
                same = (
                    bool(when) == (period is not None)
                    and bool(fact.region) == bool(claim.region)
                    and (claim.scope == fact.scope or claim.indicator == fact.indicator)
                )
                return fact, figure, same and _printed(claim, lead)
    return None


def _figure(claim: Claim, fact: Fact) -> Figure | None:
    """The number of a fact that a claim states, ``None`` where it states none."""
    if claim.kind == "growth":
        return fact.growth if claim.unit == "%" and _OVER_A_YEAR.fullmatch(claim.base or "") else None
    if claim.kind not in _LEVELS or fact.level is None:
        return None
    unit, printed = fact.unit, claim.quantity.unit
    if unit is None or printed is None:
        return fact.level if unit is None and not claim.unit else None
    counted = unit.dimension in _COUNTED and printed.dimension in _COUNTED
    return fact.level if unit.name == claim.unit or counted else None


def _same_scope(claim: Claim, fact: Fact) -> bool:
    """Whether the scopes agree, or the lexicon knows the claim's very words for the indicator (常住人口城镇化率)."""
    if claim.scope == fact.scope:
        return True
    known = lexicon().get(folded(claim.indicator or "").translate(MARKS))
    scopes = claim.scope, scope_of(claim.indicator_key or "")
    return (
        known is not None and known.key == claim.indicator_key and (None in scopes or scopes[0] == scopes[1])
    )


def _printed(claim: Claim, lead: str) -> bool:
    """Whether the sentence itself prints the indicator and the period before the number: nothing is carried over."""
    words = claim.indicator or ""
    period = claim.period.text if claim.period is not None else ""
    plain = folded(lead)
    return bool(words) and folded(words) in plain and folded(period) in plain


def _agrees(claim: Claim, figure: Figure) -> bool:
    one = operand(claim, claim.direction == "down")
    return one is not None and _within(one, figure, one.interval)


def _within(one: Operand, figure: Figure, meant: Interval) -> bool:
    """Whether a printed number may stand for a figure; a number finer than the figure must round to it."""
    if meant.meets(Interval.exactly(figure.value)):
        return True
    claim = one.claim
    finer = claim is not None and claim.resolution is not None and claim.resolution < figure.resolution
    return finer and meant.meets(Interval.rounded(figure.value, figure.resolution))


def _held_against(
    sketch: Sketch, claim: Claim, sheet: str, fact: Fact, figure: Figure, same: bool
) -> Relation:
    one = operand(claim, claim.direction == "down")
    if one is None:
        reason = "数值是比例，不能与官方数比较"
        return Relation("mention", "weak", "not_assessable", "", (member(claim),), reason=reason)
    holds = _within(one, figure, one.interval)
    scale = scale_of(claim)
    about_what = "，".join(word for word in (fact.region, fact.period) if word)
    equation = (
        f"{sheet} 第{fact.row}行：{fact.indicator}{f'（{about_what}）' if about_what else ''}"
        f"{'增速' if claim.kind == 'growth' else ''} {figure.printed}"
        f"{f'，来源：{fact.source}' if fact.source else ''}；"
        f"文中“{sketch.quote(claim)}” {shown(one.interval, scale)} {scale.suffix}：{'相符' if holds else '不相符'}"
    )
    if holds:
        exact = (
            claim.bound == "=" and one.interval.meets(Interval.exactly(figure.value)) and not claim.values[1:]
        )
        return Relation("mention", "strong" if exact else "weak", "holds", equation, (member(claim),))
    loose = any(_within(one, figure, meant) for meant in (one.wide(), forgiving(one)))
    return Relation(
        "mention",
        "weak",
        "broken",
        equation,
        (member(claim),),
        severity="error" if same and not loose and claim.bound != "~" else "warning",
        message=f"“{claim.indicator or fact.indicator}”与官方数不符：此处“{sketch.quote(claim)}”，官方数{figure.printed}",
        suggestion=_suggestion(one, figure, scale),
    )


def _suggestion(one: Operand, figure: Figure, scale: Scale) -> str:
    claim = one.claim
    if claim is None or claim.bound != "=" or one.negative or figure.value < 0 or claim.value is None:
        return ""
    return f"官方数按此处的写法为{about(Interval.exactly(figure.value), one, scale)}"


OFFICIAL_FIGURE = Rule(
    code="C11",
    name="contradicts-official-figure",
    title="与官方数不符",
    category="conflict",
    severity="error",
    what="用 --facts 给出官方数据表时，指标、时期、地区一致的数（实绩），应是表中数值按其精度和措辞可以写成的数：表中521.34亿元，"
    "文中可以写521.3亿元、超过500亿元。表中数值证实的数算作已证实。",
    why="稿件里的数以统计、财政等部门的官方数为准；抄错、用了旧数或初步数的，只与本文其他数核对发现不了。",
    silent="没有给数据表；目标、预计和被遮盖的数；单位不同；时期或地区不明；环比和多年平均增速。",
    bad=(
        Example("2025年，青川市实现地区生产总值512.3亿元。", "512.3亿元"),
        Example("2025年末，云溪县常住人口突破45万人。", "45万人"),
    ),
    good=(
        "2025年，青川市实现地区生产总值521.3亿元，同比增长5.8%。",
        "2025年末，云溪县常住人口近44万人。",
    ),
    near=("2026年，青川市地区生产总值力争达到560亿元。",),
    facts=(
        ("地区", "指标", "时期", "数值", "单位", "增速", "来源"),
        ("青川市", "地区生产总值", "2025年", "521.34", "亿元", "5.8", "市统计局"),
        ("云溪县", "常住人口", "2025年末", "43.86", "万人", "", "县统计局"),
    ),
)
