"""B04: a verdict on a goal contradicts the goal and the result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.operands import operand
from checks.rules.arithmetic.sketch import LETTERS, Sketch, member, sketch_of
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_VERDICT = late(
    rf"(?:目标|计划|任务|预期|原定|拟)(?P<about>{gap(16)})(?P<goal>[{LETTERS}])(?P<behind>[^{LETTERS}。；，\n\f]{{0,8}})[，、](?P<between>{gap(20)})(?P<done>[{LETTERS}])[^{LETTERS}。；，\n\f]{{0,6}}[，、]"
    rf"(?P<words>[^{LETTERS}。；\n\f]{{0,12}}?)(?P<verdict>超额完成|圆满完成|全面完成|提前完成|顺利完成|如期完成|未能?完成|没有完成|未达|达到预期|完成(?:了)?(?:年度|全年|预期|既定|[^{LETTERS}。；，、的]{{2}})?(?:目标|计划|任务){{1,2}}(?!的|任务|[{LETTERS}])|(?:超过|高于|好于)(?:了)?(?:年度|全年|预期|既定|年初)?(?:的)?(?:目标|计划|任务|预期))"
)
_DONE_FIRST = late(
    rf"(?P<done>[{LETTERS}])[^{LETTERS}。；，\n\f]{{0,6}}[，、](?P<between>)(?P<verdict>超额完成|提前完成|圆满完成|全面完成|顺利完成|如期完成|完成|超过|高于|超出)(?:了)?"
    rf"(?P<words>[^{LETTERS}。；，\n\f]{{0,12}})(?P<goal>[{LETTERS}])(?P<behind>以上|左右|以内)?的?(?:年度|全年|年初|预期|既定|预算|控制)*(?:目标|计划|任务|预期)(?!的)"
)
_EXCEEDS = late(
    rf"(?P<done>[{LETTERS}])[^{LETTERS}。；，\n\f]{{0,6}}[，、](?P<between>)(?P<verdict>)(?P<goal>[{LETTERS}])的?(?:年度|全年|年初|预期|既定|预算)*(?:目标|计划|任务|预期)(?!的)"
)
_DONE = late(r"实际|完成|实现|达|增长|下降|为|已|全年")
_LOWER_IS_BETTER = late(
    r"失业|能耗|排放|事故|死亡|发案|信访|不良|PM|细颗粒|负债|贫困|流失|投诉|物价|价格|涨幅|倍差|收入比|控制在|下降|降低|压减|耗"
)
_OVER = late("超过|超出|超|突破|高于")
_MISSED = late(r"未|没有")


def relate(reading: Reading) -> Iterator[Relation]:
    """The verdicts of a document whose goal and result are printed."""
    sketch = sketch_of(reading)
    told = [
        (pattern, match)
        for pattern in (_VERDICT, _DONE_FIRST, _EXCEEDS)
        for match in pattern.finditer(sketch.text)
    ]
    for pattern, match in told:
        claims = sketch.named(match, "goal", "done")
        first = pattern is not _VERDICT
        if claims is not None and pattern is _EXCEEDS and not _OVER.match(sketch.quote(claims[0])):
            continue
        if claims is None or not (first or _DONE.search(match.group("between"))) or "其中" in match.group():
            continue
        goal, done = claims
        if goal.unit != done.unit or goal.kind == "threshold":
            continue
        before = sketch.text[max(0, match.start() - 14) : match.start("done")]
        verdict = match.group("verdict") or sketch.quote(goal)
        relation = _judged(sketch, goal, done, verdict, before)
        if relation is not None:
            yield relation


def _judged(sketch: Sketch, goal: Claim, done: Claim, verdict: str, words: str) -> Relation | None:
    other = operand(done)
    printed = goal.bound == "=" or verdict == sketch.quote(goal)
    aim = Interval.exactly(goal.value) if goal.value is not None and printed else goal.interval
    if aim is None or other is None:
        return None
    lower = _LOWER_IS_BETTER.search(words) is not None and goal.kind != "growth"
    if lower or goal.direction == "down" or done.direction == "down":
        if not re.search("控制在|不超过|以内", words):
            return None
        short = aim.below(other.interval)
    else:
        short = other.interval.below(aim)
    missed = _MISSED.search(verdict) is not None
    quotes = f"目标 {sketch.quote(goal)}，实际 {sketch.quote(done)}，“{verdict}”"
    members = (member(done), member(goal))
    if short == missed:
        return Relation("verdict", "weak", "holds", f"{quotes}：成立", members)
    return Relation(
        "verdict",
        "weak",
        "broken",
        f"{quotes}：不成立",
        members,
        severity="error" if goal.bound == "=" and done.bound == "=" else "warning",
        message=f"目标“{sketch.quote(goal)}”，实际“{sketch.quote(done)}”，与“{verdict}”不符",
    )


RULE = Rule(
    code="B04",
    name="verdict-contradicted",
    title="完成情况的结论与数字不符",
    category="conflict",
    severity="error",
    what="目标数、实际数和“超额完成”“圆满完成”“未完成”写在一起时，核对结论。",
    why="目标7%、实际6.5%不能叫完成。",
    silent="越低越好的指标（能耗、失业率）只在写明“控制在”“不超过”时判；目标为“左右”时按约数放宽。",
    bad=(
        Example("年初目标增长7%，实际增长6.5%，圆满完成年度目标。", "6.5%"),
        Example("年度计划改造小区80个，实际完成72个，超额完成任务。", "72个"),
    ),
    good=(
        "年初目标增长7%，实际增长7.2%，圆满完成年度目标。",
        "年度计划改造小区80个，实际完成72个，未完成任务。",
    ),
    near=(
        "全年贷款余额增长11.3%，低于13%左右的预期目标。",
        "全县计划新建农村公路248.1公里，实际建成204.3公里，完成计划82.3%。",
        "年初目标增长7%左右，实际增长6.8%，圆满完成年度目标。",
    ),
    relate=relate,
)
