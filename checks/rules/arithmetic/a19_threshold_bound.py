"""A19: things that are each worth at least so much are together worth less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import written
from checks.rules.arithmetic.formulas import Formula
from checks.rules.arithmetic.operands import Operand, operand, scale_of
from checks.rules.arithmetic.sketch import LEVEL, Sketch, member, sketch_of
from checks.rules.arithmetic.thresholds import Counted, counted
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_TOTAL = late(
    r"(?:总投资|投资总?额|协议|合同|总额|总金额|金额|投资|引资额|总规模|协议资金)(?:额|总额)?(?:约|达到?|为|共|超过?|逾|突破|合计|累计|共计)*$"
)
_BEFORE = late(rf"总(?:投资|额|规模)(?:达|约|超)?(?P<total>{LEVEL})的$")
_MEASURES = late(r"(?:产值|营收|营业收入|销售收入|税收|纳税|投资)(?=$|额?(?:在|达到?|超过?)?$)")
_NOT_ALL = late(r"到位|完成|年度|当年|本年|已|累计完成|一期|其中|平均|新增|同比|实际")


def relate(reading: Reading) -> Iterator[Relation]:
    """The totals of a document with the least that their things must be worth."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for start, group in groupby(counted(sketch), key=lambda one: sketch.line_at(one.start).start):
        things = list(group)
        line = sketch.line_at(start)
        outer = things[0]
        total = _total(sketch, outer, line.last)
        if total is None:
            continue
        inner = _nested(sketch, outer, things)
        trial = _trial(sketch, total, outer, inner)
        if trial is not None:
            yield trial


def _total(sketch: Sketch, outer: Counted, last: int) -> Claim | None:
    ahead = _BEFORE.search(sketch.text, max(0, outer.start - 12), outer.start)
    if ahead is not None:
        named = sketch.named(ahead, "total")
        return named[0] if named is not None and named[0].unit == outer.unit else None
    first = sketch.within(outer.start, outer.end)[-1]
    for claim in sketch.within(outer.end, sketch.letters[last - 1] + 1):
        if claim.unit != outer.unit or claim.kind == "threshold" or claim.number <= first.number:
            continue
        offset = sketch.letters[_index(sketch, claim)]
        lead = sketch.text[max(outer.end, offset - 20) : offset]
        clause = re.split(r"[，；、]", lead)[-1]
        if "；" in sketch.text[outer.end : offset]:
            return None
        same = _measure(sketch, outer)
        told = _TOTAL.search(clause) or (same and re.search(f"{same}(?:为|达到?|共|超过?|合计)*$", clause))
        return claim if told and not _NOT_ALL.search(clause) else None
    return None


def _measure(sketch: Sketch, outer: Counted) -> str:
    """What the threshold measures, where its words say so: 产值10亿元以上企业."""
    if outer.threshold is None:
        return ""
    match = _MEASURES.search(sketch.lead_of(outer.threshold))
    return match.group() if match is not None else ""


def _index(sketch: Sketch, claim: Claim) -> int:
    low, high = 0, len(sketch.claims)
    while low < high:
        middle = (low + high) // 2
        if sketch.claims[middle].number < claim.number:
            low = middle + 1
        else:
            high = middle
    return low


def _nested(sketch: Sketch, outer: Counted, things: list[Counted]) -> Counted | None:
    """The things among them that are worth still more."""
    for one in things[1:]:
        words = sketch.text[outer.end : one.start]
        if "；" in words:
            return None
        if "其中" in words and one.least > outer.least and one.count.unit == outer.count.unit:
            return one
    return None


def _trial(sketch: Sketch, total: Claim, outer: Counted, inner: Counted | None) -> Trial | None:
    stated, count = operand(total), operand(outer.count)
    if stated is None or count is None:
        return None
    given: tuple[Operand, ...] = (count,)
    left = _product(sketch, total, outer.count, outer.least)
    if inner is not None:
        few = operand(inner.count)
        if few is None:
            return None
        given = (count, few)
        more = f"({sketch.quote(outer.count)}-{sketch.quote(inner.count)})×{_amount(total, outer.least)}"
        left = f"{_product(sketch, total, inner.count, inner.least)}+{more}"

    def least(intervals: Sequence[Interval]) -> Interval:
        least = intervals[0].scaled(outer.least)
        if inner is not None:
            least = least + intervals[1].scaled(inner.least - outer.least)
        return Interval(least.low, None)

    thresholds = [one for one in (outer, inner) if one is not None]
    words = [member(one.threshold) for one in thresholds if one.threshold is not None]
    words += [sketch.words(*one.words) for one in thresholds if one.words is not None]
    return Trial(
        "threshold",
        stated,
        given,
        Formula(least),
        left,
        "按起点计算至少为{computed}，大于总额“{stated}”",
        test=">=",
        strength="weak",
        words=tuple(words),
    )


def _product(sketch: Sketch, total: Claim, count: Claim, least: Fraction) -> str:
    return f"{sketch.quote(count)}×{_amount(total, least)}"


def _amount(total: Claim, value: Fraction) -> str:
    scale = scale_of(total)
    return f"{written(value / scale.factor)}{scale.suffix}"


RULE = Rule(
    code="A19",
    name="threshold-bound-violated",
    title="总额低于起点推算的下限",
    category="arithmetic",
    severity="error",
    what="“5亿元以上项目26个，总投资351.6亿元，其中50亿元以上3个”这类句子，按起点推算总额的下限，与所写总额比较。",
    why="每个都不低于起点，合起来就不低于起点之和。",
    silent="总额是到位、年度完成或部分投资，或起点不是金额时不判。",
    bad=(
        Example("引进亿元以上项目180个，其中10亿元以上55个，总投资300亿元。", "300亿元"),
        Example("新开工2亿元以上项目34个，协议总投资额86.3亿元，其中20亿元以上7个。", "86.3亿元"),
    ),
    good=(
        "引进亿元以上项目180个，其中10亿元以上55个，总投资超1000亿元。",
        "新开工2亿元以上项目34个，协议总投资额351.6亿元，其中20亿元以上7个。",
    ),
    near=("引进亿元以上项目180个，其中10亿元以上55个，完成年度投资300亿元。",),
    relate=relate,
)
