"""I09: a masked number follows from the numbers around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks.finding import Hit
from checks.joint import Solved, solved
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.operands import scale_beside
from extract import Reading
from extract.interval import Interval

_DETERMINED = Fraction(1, 20)
"""The share of its value within which a mask counts as computed: a reader then knows it to two digits."""
_BOUNDED = Fraction(3, 10)


def join(reading: Reading, relations: Sequence[Relation]) -> Iterator[Hit]:
    """The masks of a document that its relations solve."""
    for one in solved(relations):
        open_ = _openness(one.values)
        if open_ <= _BOUNDED:
            yield _told(reading, one, surely=open_ <= _DETERMINED)


def _openness(values: Interval) -> Fraction:
    """What share of the value is left open."""
    if values.low is None or values.high is None or values.low + values.high <= 0:
        return Fraction(1)
    return (values.high - values.low) / ((values.low + values.high) / 2)


def _told(reading: Reading, one: Solved, surely: bool) -> Hit:
    claim = reading.claims[one.number.claim]
    others = dict.fromkeys(
        member
        for relation in one.relations
        for member in relation.members
        if member.claim != one.number.claim
    )
    lefts = "；".join(relation.identity.left for relation in one.relations if relation.identity is not None)
    words = "可由文中其他数字算出" if surely else "可由文中其他数字限定在很窄的范围内"
    scale = scale_beside(claim, (reading.claims[o.claim] for o in others if o.claim is not None))
    return Hit(
        claim.start,
        claim.end,
        f"这个遮盖的数{words}",
        f"推算用到：{lefts}",
        related=tuple((other.start, other.end) for other in others),
        severity="warning" if surely else "info",
        secret=f"；结果为 {shown(one.values, scale)} {scale.suffix}",
    )


RULE = Rule(
    code="I09",
    name="recoverable-mask",
    title="遮盖的数可由其余数字推出",
    category="masked",
    severity="warning",
    what="用文中的和、占比、增速、差额、比值等关系求解被遮盖的数；能算出或限定在很窄范围内的指出来。报告不写出结果，加 --reveal 才写。",
    why="总数和其余各项都印着，遮盖一项等于没有遮盖；反过来，作者也可借此核对该填的数。",
    silent="同一个关系里遮盖了两个以上的数、清单不完整（“其中”只列一部分）时推不出来，不报。",
    bad=(
        Example("三县共完成投资120亿元，其中云溪县50亿元、临江县40亿元，其他地区X亿元。", "X亿元"),
        Example("全区完成投资200亿元，其中工业投资X亿元，占全部投资的30.5%。", "X亿元"),
    ),
    good=(
        "全区完成投资200亿元，其中工业投资61亿元，占全部投资的30.5%。",
        "全区完成投资X亿元，其中工业投资X亿元，占全部投资的30.5%。",
    ),
    near=("全区完成投资200亿元，其中工业投资X亿元。",),
    join=join,
)
