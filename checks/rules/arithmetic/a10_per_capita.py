"""A10: an amount per head is not the total divided by the number of heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import quotient_times
from checks.rules.arithmetic.intensities import intensities
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.sizes import conversion
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading
from extract.claim import Claim
from extract.han import HAN
from extract.late import late

_PER = late(
    rf"(?P<each>(?:平均)?亩产|(?:平均)?单产|人均|户均|亩均|(?P<of>[村镇乡县校])均|平均每(?P<measured>[人户亩个家项件])|每(?P<unit>{HAN}{{1,3}}?)(?={LEVEL})|每(?P<many>[百千万]|十万)[名个户]?(?:常住|户籍)?(?=[人户]))"
    rf"(?P<what>[^{LETTERS}。；，、\n\f]{{0,14}})(?P<per>{LEVEL})(?P<behind>[^{LETTERS}。；，、\n\f]{{0,4}})"
)
_HEADS = {"人": ("人", "人口", "口", "人次"), "户": ("户",), "亩": ("亩",), "产": ("亩",)}
_MANY = {"百": 100, "千": 1000, "万": 10000, "十万": 100000}
_MOVING = late(
    r"可支配|消费支出|预期寿命|纯收入|受教育|体育场地|住房|生产总值|GDP|面积|储蓄|增加值|产值|财力"
)
_MEASURES = ("生产总值", "GDP", "增加值", "产值", "绿地面积", "住房面积", "场地面积", "耕地面积", "储蓄")
# What heads earn or owe by themselves: a total divides into it only when it is a total of just that.
_OWN = late(r"增收|增加收入|年?收入|工资|薪|创收|产值|利润|节约|节省|减负|负债|存款")
_REACH = 6
_BEHIND = 3


def relate(reading: Reading) -> Iterator[Relation]:
    """The amounts per head of a document whose total and number of heads stand in the same sentence."""
    sketch = sketch_of(reading)
    return judge(sketch, (*_trials(sketch), *intensities(sketch)))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for match in _PER.finditer(sketch.text):
        place = sketch.index(match.start("per"))
        what, many = match.group("what"), match.group("many")
        if place < 0 or sketch.text[match.start() - 1 : match.start()] == "年":
            continue
        per = sketch.claims[place]
        each = (
            match.group("measured")
            or match.group("unit")
            or match.group("of")
            or (what[:1] if many else match.group("each")[-2:].strip("均"))
        )
        heads_in = _HEADS.get(each[-1:], (each,)) if not match.group("unit") or len(each) == 1 else (each,)
        line = sketch.line_at(match.start())
        before = range(max(line.first, place - _REACH), place)
        behind = range(place + 1, min(line.last, place + 1 + _BEHIND))
        heads = _heads(sketch, before, heads_in) or _heads(sketch, behind, heads_in)
        if match.group("of"):
            heads = [other for other in before if _counts(sketch, other, each)]
        totals = _totals(sketch, before, per, heads) or _totals(sketch, behind, per, heads)
        if len(heads) != 1 or len(totals) != 1:
            continue
        total_lead = sketch.lead(totals[0])
        if "累计" in total_lead or (_MOVING.search(what) and not _same_measure(what, total_lead)):
            continue
        if not _may_divide(what, total_lead):
            continue
        trial = _trial(
            sketch,
            per,
            sketch.claims[totals[0]],
            sketch.claims[heads[0]],
            what + total_lead,
            _MANY.get(many or "", 1),
        )
        if trial is not None:
            yield trial


def _counts(sketch: Sketch, place: int, noun: str) -> bool:
    """Whether a claim counts the things of a noun: 126个村, 126村."""
    claim = sketch.claims[place]
    behind = sketch.text[sketch.letters[place] + 1 : sketch.letters[place] + 4]
    return _amount(claim) and (claim.unit == noun or (claim.unit in ("个", "所", "家") and noun in behind))


def _heads(sketch: Sketch, places: range, units: tuple[str, ...]) -> list[int]:
    return [other for other in places if _amount(sketch.claims[other]) and sketch.claims[other].unit in units]


def _totals(sketch: Sketch, places: range, per: Claim, heads: list[int]) -> list[int]:
    found = []
    for other in places:
        claim = sketch.claims[other]
        factor = conversion(claim.unit, per.unit)
        if factor is None or other in heads or not _amount(claim):
            continue
        if (claim.value or 0) * factor > (per.value or 0):
            found.append(other)
    return found


def _amount(claim: Claim) -> bool:
    return claim.kind in ("level", "other") and not claim.masked


def _same_measure(what: str, lead: str) -> bool:
    measure = next((word for word in _MEASURES if word in what), "")
    return bool(measure) and (measure in lead or ("GDP" in what and "生产总值" in lead))


def _may_divide(what: str, lead: str) -> bool:
    """Whether what there is of each may come of a total: 集体收入 is not what 户均增收 divides."""
    own = _OWN.search(what)
    return own is None or own[0] in lead


def _trial(sketch: Sketch, per: Claim, total: Claim, heads: Claim, words: str, many: int) -> Trial | None:
    found = operands_or_masks(per, total, heads)
    factor = conversion(total.unit, per.unit)
    if found is None or factor is None:
        return None
    stated, sum_, count = found
    # Per-capita output divides by the mean population of the year, which the year-end figure misses by a little.
    spare = Fraction(3, 100) if re.search("生产总值|GDP|增加值", words) or many > 1 else Fraction(0)
    return Trial(
        "per_capita",
        stated,
        (sum_, count),
        quotient_times(factor * many, spare),
        f"{sketch.quote(total)}÷{sketch.quote(heads)}" + (f"×{many}" if many > 1 else ""),
        f"“{sketch.quote(total)}”除以“{sketch.quote(heads)}”为{{computed}}，文中为“{{stated}}”",
        worst="warning",
    )


RULE = Rule(
    code="A10",
    name="per-head-mismatch",
    title="人均、户均与总量不符",
    category="arithmetic",
    severity="warning",
    what="同一句写明总量、人数（户数、亩数）和人均（户均、亩均）时，用总量除以个数核对。",
    why="人均就是总量除以人数，量级写错（万元写成元）最容易在这里暴露。",
    silent="句中有两个总量或两个人数、人均的量与总量不是一回事（集体收入、户均增收）、居民人均收入等抽样指标不判；人均生产总值用年均人口，容许百分之三的出入。",
    bad=(
        Example("全镇3万人，集体分红600万元，人均300元。", "300元"),
        Example("全区共有脱贫户1200户，发放产业奖补资金360万元，户均奖补5000元。", "5000元"),
    ),
    good=(
        "全镇3万人，集体分红600万元，人均200元。",
        "全区共有脱贫户1200户，发放产业奖补资金360万元，户均奖补3000元。",
    ),
    near=(
        "全镇3万人，集体分红600万元，居民人均可支配收入32100元。",
        "村集体收入860万元，带动1200户农户户均增收3200元。",
        "企业利润8.6亿元，职工1.2万人，人均工资6.5万元。",
    ),
    relate=relate,
)
