"""A04: a printed share is not what the printed part is of the printed whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.bracketed_shares import bracketed_shares
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.formulas import share_of
from checks.rules.arithmetic.named_shares import NamedShare, named_shares
from checks.rules.arithmetic.operands import forgiving, operands, operands_or_masks, scale_of
from checks.rules.arithmetic.shares import shares
from checks.rules.arithmetic.shares_of_lists import listed_shares
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, unweighed, weigh
from extract import Reading
from extract.claim import Claim
from extract.late import late

_OF_WHOLE = late(
    rf"(?P<whole>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，其中[^{LETTERS}。；，\n\f]{{1,14}}(?:占比?|比重)(?:为|达到?)?(?P<share>{PERCENT})"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """The shares of a document with the part and the whole that they are of."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial | Relation]:
    tested: set[int] = set()
    for share in (*shares(sketch), *listed_shares(sketch)):
        if share.share.number in tested:
            continue
        tested.add(share.share.number)
        found = operands_or_masks(share.share, share.part, share.whole)
        if found is None:
            continue
        stated, part, whole = found
        yield Trial(
            "share",
            stated,
            (part, whole),
            share_of,
            f"{sketch.quote(share.part)}÷{sketch.quote(share.whole)}×100",
            f"“{sketch.quote(share.part)}”占“{sketch.quote(share.whole)}”的{{computed}}，文中为“{{stated}}”",
            worst="error" if share.near else "warning",
        )
    for named in (*named_shares(sketch), *bracketed_shares(sketch)):
        if named.share.number not in tested:
            tested.add(named.share.number)
            yield from _named(sketch, named)
    for match in _OF_WHOLE.finditer(sketch.text):
        pair = sketch.named(match, "whole", "share")
        if pair is not None and pair[1].number not in tested:
            yield from _part_unsaid(sketch, *pair)


def _named(sketch: Sketch, named: NamedShare) -> Iterator[Trial | Relation]:
    """A share of amounts told before; where they may be of another time, one that does not fit proves nothing."""
    found = operands_or_masks(named.share, named.part, named.whole)
    if found is None:
        return
    left = f"{sketch.quote(named.part)}÷{sketch.quote(named.whole)}×100"
    computed = share_of([one.interval for one in found[1:]])
    if not named.close and (computed is None or not forgiving(found[0]).meets(computed)):
        claims = (named.share, named.part, named.whole)
        yield unweighed("share", claims, left, "总体在别处，是否同一时期、同一口径没有写明")
        return
    message = f"“{sketch.quote(named.part)}”占“{sketch.quote(named.whole)}”的{{computed}}，文中为“{{stated}}”"
    trial = Trial("share", found[0], found[1:], share_of, left, message, worst="warning")
    yield trial if named.close else replace(weigh(sketch, trial), identity=None)


def _part_unsaid(sketch: Sketch, whole: Claim, share: Claim) -> Iterator[Relation]:
    """A share of a whole whose part is not printed: the part follows, and nothing can contradict it."""
    found = operands(whole, share)
    if found is None or share.value is None or not 0 <= share.value <= 100:
        return
    part = found[0].interval.times(found[1].interval).scaled(Fraction(1, 100))
    scale = scale_of(whole)
    equation = f"部分={sketch.quote(whole)}×{sketch.quote(share)}={shown(part, scale)} {scale.suffix}，不超过总体：成立"
    yield Relation("share", "weak", "holds", equation, (member(share), member(whole)))


RULE = Rule(
    code="A04",
    name="share-mismatch",
    title="占比与部分、总体不符",
    category="arithmetic",
    severity="error",
    what="部分、总体和占比都写明时，用部分除以总体，与占比比较；城镇化率、开工率等由两个数得出的率同样核对；清单之后按名称说占比的（公立医院占62.2%）也核对。",
    why="占比、部分、总体三个数知其二即知其三，区间不相交说明至少一个数有误。",
    silent="占比的对象是另一个总体（占全省、占增量、占年度目标）而其数值未写明时不判。",
    bad=(
        Example("全区完成工业投资60亿元，占全部投资200亿元的35%。", "35%"),
        Example("青川市常住人口420.0万人，其中城镇人口300.3万人，城镇化率为75.1%。", "75.1%"),
    ),
    good=(
        "全区完成工业投资60亿元，占全部投资200亿元的30%。",
        "青川市常住人口420.0万人，其中城镇人口300.3万人，城镇化率为71.5%。",
    ),
    near=("全区完成工业投资60亿元，总投资200亿元的项目全部开工，占全市增量的35%。",),
    relate=relate,
)
