"""A13: a rate of completion is not what was done divided by what was planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import growth_between, share_of
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.late import late

_GOAL = r"计划|目标|任务|(?<!公共)预算|公共预算(?!收入|支出)|预期|指标"
_PLAN_THEN_DONE = late(
    rf"(?:{_GOAL}){gap(12)}(?P<plan>{LEVEL})[^{LETTERS}。；，\n\f]{{0,6}}，(?P<between>{gap(24)})(?P<done>{LEVEL})[^{LETTERS}。；，\n\f]{{0,6}}[，、（]"
    rf"(?:{gap(8, '，')}{LEVEL}，)?(?P<words>{gap(16, '，')})(?P<rate>{PERCENT})"
)
_DONE_OF_PLAN = late(
    rf"(?P<done>{LEVEL})[^{LETTERS}。；，\n\f]{{0,6}}[，、（](?P<words>(?:超额)?(?:完成|为|是|达到?|相当于|占)(?:了|到)?{gap(14, '，')}(?:{_GOAL}){gap(8, '，')})(?P<plan>{LEVEL})"
    rf"[^{LETTERS}。；，\n\f]{{0,6}}的(?P<rate>{PERCENT})"
)
_PLAN_LAST = late(
    rf"(?P<done>{LEVEL})[^{LETTERS}。；，\n\f]{{0,6}}，(?P<words>(?:超额)?(?:完成|为|占|达到?)(?:了|到)?{gap(14, '，')}(?:{_GOAL}){gap(4, '，')}的)(?P<rate>{PERCENT})[，（]{gap(8, '，')}(?:{_GOAL}){gap(6, '，')}(?P<plan>{LEVEL})"
)
_COMPLETES = late(rf"完成|{_GOAL}|进度|超|兑现")
_DONE = late(r"实际|完成|到位|实现|已|达|支出|收入|投资|收|建成|累计")
_GROWS = late(r"增长|下降|同比|比上年|提高|减少|增加")


def relate(reading: Reading) -> Iterator[Relation]:
    """The rates of completion of a document with the plan and the result that they compare."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for match in _PLAN_THEN_DONE.finditer(sketch.text):
        words = match.group("words")
        if _COMPLETES.search(words) and _DONE.search(match.group("between")) and not _GROWS.search(words):
            yield from _trial(sketch, match, words)
    for pattern in (_DONE_OF_PLAN, _PLAN_LAST):
        for match in pattern.finditer(sketch.text):
            yield from _trial(sketch, match, match.group("words"))


def _trial(sketch: Sketch, match: re.Match[str], words: str) -> Iterator[Trial]:
    claims = sketch.named(match, "rate", "done", "plan")
    if claims is None or claims[1].unit != claims[2].unit:
        return
    found = operands_or_masks(*claims)
    if found is None:
        return
    over = re.search(r"超(?:额|出|过)?", words) is not None and not re.search(r"超额完成.*的$", words)
    rate, done, plan = claims
    yield Trial(
        "share",
        found[0],
        found[1:],
        growth_between if over else share_of,
        f"{_quoted(sketch, done, plan)}×100" + ("-100" if over else ""),
        f"“{sketch.quote(done)}”是“{sketch.quote(plan)}”的{{computed}}，文中为“{{stated}}”",
        worst=_worst(rate, done),
    )


def _quoted(sketch: Sketch, done: Claim, plan: Claim) -> str:
    return f"{sketch.quote(done)}÷{sketch.quote(plan)}"


def _worst(rate: Claim, done: Claim):  # type: ignore[no-untyped-def]
    return "error" if rate.status == done.status == "actual" else "warning"


RULE = Rule(
    code="A13",
    name="completion-mismatch",
    title="完成率与计划数、实际数不符",
    category="arithmetic",
    severity="error",
    what="计划（目标、预算）、实际完成数和完成率写在一起时，用实际数除以计划数核对；“超额完成百分之几”按超出部分核对。",
    why="完成率只由这两个数决定，可以超过100%，但不能与它们矛盾。",
    silent="计划数或实际数未写明、单位不同（项目数与投资额）时不判。",
    bad=(
        Example("年度计划投资50亿元，实际完成45亿元，完成计划的95%。", "95%"),
        Example("一般公共预算收入完成45亿元，为年初预算50亿元的95%。", "95%"),
    ),
    good=(
        "年度计划投资50亿元，实际完成45亿元，完成计划的90%。",
        "全县计划改造老旧小区80个，已完成100个，完成率125%。",
    ),
    near=("年度计划投资50亿元，实际完成45亿元，增长95%。",),
    relate=relate,
)
