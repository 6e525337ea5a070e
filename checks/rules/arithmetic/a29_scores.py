"""A29: the points of the parts do not make the full score, or weights do not make a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import constant, operands
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading
from extract.interval import Interval
from extract.late import late

_FULL = r"(?:总分|满分|总计|合计|共计|共)(?:值)?(?:为|是|计)?"
_LISTED = late(
    rf"(?P<what>分值|分数|得分|计分|分别)[^{LETTERS}。；，\n\f]{{0,6}}(?P<first>{LEVEL})(?:[、和]{LEVEL}){{1,10}}[，；（](?P<words>{_FULL})(?P<full>{LEVEL})"
)
_EACH_OF = "满分"
"""What each of several competitors could reach at most, not what their scores make together."""
_WEIGHTS = late(
    rf"(?:权重|占分|分值占比)(?:系数)?(?:分别|依次)(?:为|是|占)?(?P<first>{PERCENT})(?:[、和]{PERCENT}){{1,10}}(?=[。；，\n\f]|$)"
)
_POINTS = "分"
_NEARLY_ALL = Interval(Fraction(80), Fraction(120))
"""Weights far from a hundred percent are those of some items only."""


def relate(reading: Reading) -> Iterator[Relation]:
    """The scores and weights of a document."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for match in _LISTED.finditer(sketch.text):
        if match.group("what") not in ("分值", "计分") and match.group("words").startswith(_EACH_OF):
            continue
        claims = sketch.within(match.start("first"), match.end())
        parts = operands(claims[-1], *claims[:-1])
        if parts is None or {claim.unit for claim in claims} != {_POINTS}:
            continue
        left = "+".join(one.numeral() for one in parts[1:])
        message = "各项分值之和为{computed}，与总分“{stated}”不符"
        yield Trial("sum", parts[0], parts[1:], added, left, message, worst="warning")
    for match in _WEIGHTS.finditer(sketch.text):
        claims = sketch.within(match.start("first"), match.end())
        weights = operands(*claims)
        whole = added([one.interval for one in weights]) if weights is not None else None
        if weights is None or whole is None or not _NEARLY_ALL.meets(whole):
            continue
        yield Trial(
            "share",
            constant(Fraction(100)),
            weights,
            added,
            "+".join(one.numeral() for one in weights),
            "各项权重之和为{computed}，应为{stated}",
            worst="warning",
            strength="strong",
            point=member(claims[0]),
        )


RULE = Rule(
    code="A29",
    name="score-mismatch",
    title="分值、权重合计不符",
    category="arithmetic",
    severity="warning",
    what="“分值分别为40分、30分、30分，满分100分”核对合计；“权重分别为”列出的各项之和应为100%。",
    why="评分办法的分值对不上，评出来的结果就站不住。",
    silent="每项分值相同时由 A10 核对；没有写明总分、权重没有列全（以“等”收尾，或合计不到80%）、各项另有加分扣分时不判。",
    bad=(
        Example("三项指标分值分别为40分、35分、35分，满分100分。", "100分"),
        Example("服务、质量、安全的权重分别为40%、30%、20%。", "40%"),
    ),
    good=(
        "三项指标分值分别为40分、30分、30分，满分100分。",
        "服务、质量、安全的权重分别为40%、30%、30%。",
    ),
    near=(
        "服务、质量、安全三项权重分别提高10%、5%、5%。",
        "三名选手得分分别为85分、90分、78分，满分100分。",
        "居民消费中食品、衣着权重分别为28.2%和6.8%。",
    ),
    relate=relate,
)
