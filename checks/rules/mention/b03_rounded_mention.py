"""B03: a rounded mention such as 突破530亿元 goes beyond the value itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.sketch import sketch_of
from checks.rules.mention.b01_same_indicator import compared
from checks.rules.mention.rounded import rounded
from checks.rules.mention.same import mentions
from extract import Reading

_BOUNDS = (">", ">=", "<", "<=")


def relate(reading: Reading) -> Iterator[Relation]:
    """The things of a document that it states once plainly and once with a bound."""
    sketch = sketch_of(reading)
    for group in mentions(sketch):
        plain = [claim for claim in group.claims if claim.bound == "="]
        if not plain:
            continue
        finest = min(plain, key=lambda claim: claim.resolution or 0)
        for claim in group.claims:
            if claim.bound in _BOUNDS:
                relation = compared(sketch, finest, claim, group.equal)
                if relation is not None:
                    yield relation
    for exact, loose in rounded(sketch):
        relation = compared(sketch, exact, loose, False)
        if relation is not None and relation.state == "holds":
            yield replace(relation, identity=None)  # tied by common words: no ground for contradicting others


RULE = Rule(
    code="B03",
    name="rounded-mention-beyond",
    title="“突破”“超过”的概数与确数不符",
    category="conflict",
    severity="error",
    what="同一指标既写确数又写“突破”“超过”“不足”某数时，确数应在概数所说的一侧。",
    why="521亿元不能叫突破530亿元。",
    silent="时期、地区、口径未写明或不同的不比较。",
    bad=(
        Example(
            "2024年，青川市生产总值突破530亿元。结构持续优化。2024年，青川市生产总值521亿元。", "突破530亿元"
        ),
        Example(
            "2024年，云溪县社会消费品零售总额98.6亿元。2024年，云溪县社会消费品零售总额超过100亿元。",
            "超过100亿元",
        ),
    ),
    good=(
        "2024年，青川市生产总值突破520亿元。结构持续优化。2024年，青川市生产总值521亿元。",
        "2024年，云溪县社会消费品零售总额98.6亿元。2024年，云溪县社会消费品零售总额不足100亿元。",
    ),
    near=("2025年，青川市生产总值力争突破530亿元。2024年，青川市生产总值521亿元。",),
    relate=relate,
)
