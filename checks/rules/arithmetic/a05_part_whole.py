"""A05: a part is larger than the whole that it is a part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.finding import Severity
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import itself
from checks.rules.arithmetic.inclusions import included
from checks.rules.arithmetic.likely_parts import likely_parts
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.parts import Whole, wholes
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, Sketch, sketch_of
from checks.rules.arithmetic.thresholds import steeper
from checks.rules.arithmetic.trial import Trial, judge, once_each, weigh
from extract import Reading
from extract.claim import Claim
from extract.late import late

_ONLY = late(
    rf"(?:全文|总|共)(?:有|计)?(?P<whole>{LEVEL})[^{LETTERS}。；，\n\f]{{0,6}}，[^{LETTERS}。；，\n\f]{{0,8}}(?:仅|只)[^{LETTERS}。；，\n\f]{{0,6}}(?P<part>{LEVEL})"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """The parts of a document with their wholes."""
    sketch = sketch_of(reading)
    yield from judge(sketch, once_each(_trials(sketch)))
    for part, whole in likely_parts(sketch):
        trial = _fits_into(sketch, part, whole, "warning")
        relation = weigh(sketch, trial) if trial is not None else None
        if relation is not None and relation.state == "holds":
            yield replace(relation, identity=None)  # only likely: no ground for contradicting others


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for whole in wholes(sketch):
        for part in whole.parts:
            trial = _fits_into(sketch, part, _roomiest(part, whole))
            if trial is not None:
                yield trial
    for match in _ONLY.finditer(sketch.text):
        pair = sketch.named(match, "part", "whole")
        if pair is not None and pair[0].unit == pair[1].unit:
            trial = _fits_into(sketch, pair[0], pair[1], "warning")
            if trial is not None:
                yield trial
    for many, few in steeper(sketch):
        trial = _fits_into(sketch, few, many)
        if trial is not None:
            yield trial
    for part, larger in included(sketch):
        trial = _fits_into(sketch, part, larger, "warning")
        if trial is not None:
            yield trial


def _roomiest(part: Claim, whole: Whole) -> Claim:
    """The nearest whole that holds the part, the nearest of all when none does: 其中 may hang on an earlier one."""
    for candidate in (whole.whole, *(() if whole.close else whole.nested)):
        high = candidate.interval.high if candidate.interval is not None else None
        low = part.interval.low if part.interval is not None else None
        if high is None or low is None or low <= high:
            return candidate
    return whole.whole


def _fits_into(sketch: Sketch, part: Claim, whole: Claim, worst: Severity = "error") -> Trial | None:
    found = operands_or_masks(part, whole)
    if found is None:
        return None
    message = f"部分“{{stated}}”大于它所属的总体“{sketch.quote(whole)}”"
    return Trial(
        "part",
        found[0],
        found[1:],
        itself,
        f"总体 {sketch.quote(whole)}",
        message,
        test="<=",
        worst=worst,
        strength="weak",
    )


RULE = Rule(
    code="A05",
    name="part-exceeds-whole",
    title="部分大于总体",
    category="arithmetic",
    severity="error",
    what="“其中”“包括”“含”引出的部分，与前面同单位的总体比较，部分不得大于总体；起点更高的一类项目也不得多于起点更低的一类。",
    why="部分超过总体在任何口径下都不成立。",
    silent="单位不同（项目80个，其中投资95亿元）、“其中”所承的总体不明、后文另起一句时不判。",
    bad=(
        Example("上半年开工项目80个，其中亿元以上95个。", "95个"),
        Example("青川市共有规上企业312家，其中高新技术企业421家。", "421家"),
    ),
    good=(
        "上半年开工项目80个，其中亿元以上35个。",
        "青川市共有规上企业312家，其中高新技术企业121家。",
    ),
    near=("上半年开工项目80个，其中完成投资95亿元。",),
    relate=relate,
)
