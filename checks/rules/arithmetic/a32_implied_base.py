"""A32: level and growth lead back to a base that cannot have been."""

from __future__ import annotations

from collections.abc import Iterator

from checks.relation import Relation, State
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.formulas import HUNDRED, sum_of
from checks.rules.arithmetic.growth import price_class
from checks.rules.arithmetic.operands import forgiving, operand, scale_of
from checks.rules.arithmetic.paces import Pace, paces
from checks.rules.arithmetic.parts import Whole, wholes
from checks.rules.arithmetic.sketch import Sketch, member, sketch_of
from extract import Reading
from extract.interval import Interval

_OTHER_PRICES = ("real", "comparable")


def relate(reading: Reading) -> Iterator[Relation]:
    """The levels of a document with a growth, and the parts of wholes that both have one."""
    sketch = sketch_of(reading)
    known = {pace.level.number: pace for pace in paces(sketch) if _nominal(sketch, pace)}
    for pace in known.values():
        base = _base(pace)
        if base is not None:
            yield _led_back(sketch, pace, base)
    for whole in wholes(sketch):
        yield from _parts(sketch, whole, known)


def _nominal(sketch: Sketch, pace: Pace) -> bool:
    return price_class((pace.level,), sketch.lead_of(pace.level)) not in _OTHER_PRICES


def _base(pace: Pace) -> Interval | None:
    """The level before the growth."""
    level, growth = operand(pace.level), operand(pace.growth, pace.down)
    if level is None or growth is None:
        return None
    factor = (forgiving(growth) + Interval.exactly(HUNDRED)).scaled(1 / HUNDRED)
    return level.interval.over(factor)


def _led_back(sketch: Sketch, pace: Pace, base: Interval) -> Relation:
    sign = "-" if pace.down else "+"
    scale = scale_of(pace.level)
    equation = f"基期={sketch.quote(pace.level)}÷(1{sign}{sketch.quote(pace.growth)})={shown(base, scale)} {scale.suffix}：成立"
    return Relation("growth", "weak", "holds", equation, (member(pace.growth), member(pace.level)))


def _parts(sketch: Sketch, whole: Whole, known: dict[int, Pace]) -> Iterator[Relation]:
    """A part cannot have been larger than its whole in the base period either."""
    of_whole = known.get(whole.whole.number)
    total = _base(of_whole) if of_whole is not None else None
    if of_whole is None or total is None:
        return
    if whole.closed and len(whole.parts) > 1:
        yield from _together(sketch, whole, of_whole, total, known)
    for part in whole.parts:
        pace = known.get(part.number)
        base = _base(pace) if pace is not None else None
        if pace is None or base is None or pace.bases != of_whole.bases:
            continue
        scale = scale_of(part)
        holds = not total.below(base)
        equation = (
            f"基期的部分 {sketch.quote(part)}→{shown(base, scale)}，基期的总体 {sketch.quote(whole.whole)}→{shown(total, scale)} {scale.suffix}，"
            f"前者应不大于后者：{'成立' if holds else '不成立'}"
        )
        members = tuple(map(member, (pace.growth, part, of_whole.growth, whole.whole)))
        if holds:
            yield Relation("growth", "weak", "holds", equation, members)
        else:
            message = f"按增速“{sketch.quote(pace.growth)}”“{sketch.quote(of_whole.growth)}”倒推，基期的部分大于总体"
            yield Relation("growth", "weak", "broken", equation, members, severity="warning", message=message)


def _together(
    sketch: Sketch, whole: Whole, of_whole: Pace, total: Interval, known: dict[int, Pace]
) -> Iterator[Relation]:
    """Parts that make their whole made it in the base period, too, unless the base was revised since."""
    paces_ = [known.get(part.number) for part in whole.parts]
    told = [pace for pace in paces_ if pace is not None and pace.bases == of_whole.bases]
    bases = [base for base in map(_base, told) if base is not None]
    if len(bases) != len(whole.parts):
        return
    computed, scale = sum_of(bases), scale_of(whole.whole)
    holds = computed.meets(total)
    lefts = "+".join(
        f"{sketch.quote(pace.level)}÷(1{'-' if pace.down else '+'}{sketch.quote(pace.growth)})"
        for pace in told
    )
    equation = f"基期各部分之和 {lefts}={shown(computed, scale)} {scale.suffix}，基期总体 {shown(total, scale)}，应相合：{'成立' if holds else '不合'}"
    claims = (of_whole.growth, *(pace.growth for pace in told), whole.whole, *whole.parts)
    members = tuple(map(member, claims))
    state: State = "holds" if holds else "not_assessable"
    reason = "" if holds else "倒推的基期相加不等于总体的基期：增速可能按调整后的基期计算"
    yield Relation("growth", "weak", state, equation, members, reason)


RULE = Rule(
    code="A32",
    name="implied-base-impossible",
    title="由水平和增速倒推的基期不可能",
    category="arithmetic",
    severity="warning",
    what="写明水平和增速的，倒推出基期水平；“其中”的部分倒推出的基期不应大于总体倒推出的基期；完整划分的各部分倒推出的基期之和与总体相合的，也记下来。",
    why="部分在任何时期都不大于总体；增速写错一位，倒推的基期就会露出破绽。",
    silent="按不变价格或可比口径计算的增速、年均增速不倒推；部分与总体的基期不同时不比较。",
    bad=(
        Example("全市经营主体100.0万户，增长25.0%，其中企业90.0万户，增长5.0%。", "5.0%"),
        Example("全县接待游客520万人次，增长30.0%，其中过夜游客450万人次，下降8.0%。", "8.0%"),
    ),
    good=(
        "全市经营主体100.0万户，增长6.3%，其中企业40.0万户，增长7.7%。",
        "全县接待游客520万人次，增长30.0%，其中过夜游客250万人次，下降8.0%。",
    ),
    near=(
        "全年进出口28.58万亿元，增长6.0%，其中出口16.45万亿元，增长6.9%，进口12.13万亿元，增长4.7%。",
        "全县生产总值521亿元，增长25.0%，其中工业增加值450亿元，增长5.0%。",
    ),
    relate=relate,
)
