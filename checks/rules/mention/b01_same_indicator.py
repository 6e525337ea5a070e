"""B01: one indicator of one period and region carries two values that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Severity
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.formulas import itself
from checks.rules.arithmetic.operands import operand, scale_of
from checks.rules.arithmetic.sketch import Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, identity_of
from checks.rules.mention.repeated import repeated
from checks.rules.mention.same import Mentions, mentions
from extract import Reading
from extract.claim import Claim

_EXACT = ("=", "~")


def relate(reading: Reading) -> Iterator[Relation]:
    """The things of a document that it states more than once with plain values."""
    sketch = sketch_of(reading)
    told: set[int] = set()
    for group in mentions(sketch):
        plain = [claim for claim in group.claims if claim.bound in _EXACT]
        told.update(claim.number for claim in plain[1:])
        yield from _compared(sketch, group, plain)
    for first, second in repeated(sketch):
        if second.number not in told:
            yield _again(sketch, first, second)


def _compared(sketch: Sketch, group: Mentions, claims: list[Claim]) -> Iterator[Relation]:
    """Each later mention against the finest one before it."""
    for place in range(1, len(claims)):
        finest = min(claims[:place], key=lambda claim: (claim.bound != "=", claim.resolution or 0))
        relation = compared(sketch, finest, claims[place], group.equal)
        if relation is not None:
            yield relation


def _again(sketch: Sketch, first: Claim, second: Claim) -> Relation:
    """One number told twice in the same words; nothing says that it is the same fact, so it ties no others together."""
    words = f"{sketch.quote(first)}、{sketch.quote(second)}"
    equation = f"{second.indicator or second.indicator_key or '同一数值'}：{words}，前后一致：成立"
    return Relation("mention", "weak", "holds", equation, (member(second), member(first)))


def compared(sketch: Sketch, first: Claim, second: Claim, equal: bool) -> Relation | None:
    """Two mentions of one thing: their values must have something in common.

    Args:
        sketch: The document's sketch.
        first: The earlier mention.
        second: The later one.
        equal: Whether both name indicator and period in the same words.

    Returns:
        The relation, ``None`` where a value is missing.
    """
    down = "down" in (first.direction, second.direction)
    one = operand(first, down and first.direction == "down")
    other = operand(second, down and second.direction == "down")
    if one is None or other is None or second.number == first.number:
        return None
    holds = one.interval.meets(other.interval)
    what = second.indicator or second.indicator_key or ""
    equation = (
        f"{what}：{sketch.quote(first)} {shown(one.interval, scale_of(first))}、"
        f"{sketch.quote(second)} {shown(other.interval, scale_of(second))}，应有共同的值：{'成立' if holds else '不成立'}"
    )
    members = (member(second), member(first))
    wide = one.wide().meets(other.wide())
    gravest: Severity = "error" if equal and first.bound == second.bound == "=" else "warning"
    if holds and not first.bound == second.bound == "=":
        return Relation("mention", "weak", "holds", equation, members)
    if holds:
        both = Trial("mention", other, (one,), itself, f"{what}：{sketch.quote(first)}", "", worst=gravest)
        return Relation("mention", "weak", "holds", equation, members, identity=identity_of(sketch, both))
    return Relation(
        "mention",
        "weak",
        "broken",
        equation,
        members,
        severity="warning" if wide else gravest,
        message=f"“{what}”前文为“{sketch.quote(first)}”，此处为“{sketch.quote(second)}”",
    )


RULE = Rule(
    code="B01",
    name="same-indicator-differs",
    title="同一指标前后数值不一",
    category="conflict",
    severity="error",
    what="指标、时期、地区、口径和性质（水平、增速、占比）都相同的数，在文中各处应相容；521亿元与521.3亿元相容。",
    why="同一事实只有一个数，前后不一必有一错。",
    silent="时期未写明、口径（规上、市本级）或性质（目标与实绩）不同的不比较；精度不同而区间相交的视为一致。",
    bad=(
        Example(
            "前三季度，青川市生产总值521亿元。产业结构持续优化。前三季度，青川市生产总值512亿元。", "512亿元"
        ),
        Example(
            "2024年，云溪县城镇新增就业1.26万人。民生不断改善，2024年，云溪县城镇新增就业1.62万人。",
            "1.62万人",
        ),
    ),
    good=(
        "前三季度，青川市生产总值521亿元。产业结构持续优化。前三季度，青川市生产总值521.3亿元。",
        "2024年，云溪县城镇新增就业1.26万人。2025年，云溪县城镇新增就业1.35万人。",
    ),
    near=("前三季度，青川市规上工业增加值188亿元。1—11月，青川市规上工业增加值231亿元。",),
    relate=relate,
)
