"""A21: milestones of one progress fall with time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_TIME = late(
    r"(?P<quarter>[一二三四])季度|(?P<half>上半年)|前?三季度|(?P<month>\d{1,2})月(?:底|末|份|中旬|上旬)?|(?P<end>年底|年末|全年|年内)"
)
_PROGRESS = late(
    r"开工率|完成率|进度|到位率|竣工率|完工率|支付率|执行率|签约率|投产率|累计|形象进度|完成投资|投资完成|达产率|覆盖率|入库率|供地率"
)
_STEPS = late(
    rf"(?:跨越|迈上|突破|跨过|迈过|跨上|登上)(?:了)?[^{LETTERS}。；，\n\f]{{0,6}}(?P<first>{LEVEL})(?:[、和]{LEVEL}){{1,8}}(?=[^{LETTERS}。；，\n\f]{{0,6}}(?:台阶|关口|大关))"
)
_QUARTER_END = {"一": 3, "二": 6, "三": 9, "四": 12}


def relate(reading: Reading) -> Iterator[Relation]:
    """The series of milestones of a document."""
    sketch = sketch_of(reading)
    for line in sketch.lines:
        if line.last - line.first < 2:
            continue
        yield from _steps(sketch, line.start, line.end)
        progress = _PROGRESS.search(sketch.text, line.start, line.end)
        if progress is not None:
            yield from _series(sketch, line.first, line.last, progress.end())


def _steps(sketch: Sketch, start: int, end: int) -> Iterator[Relation]:
    """Steps that were climbed one after the other: 连续跨越7万亿、8万亿、9万亿三个台阶."""
    for match in _STEPS.finditer(sketch.text, start, end):
        claims = sketch.within(match.start("first"), match.end())
        if len({claim.unit for claim in claims}) == 1:
            yield from _judged(sketch, list(enumerate(claims, 1)))


def _series(sketch: Sketch, first: int, last: int, begin: int) -> Iterator[Relation]:
    run: list[tuple[int, Claim]] = []
    for place in range(first, last):
        claim = sketch.claims[place]
        if sketch.letters[place] < begin:
            continue
        month = _month(sketch.lead(place))
        if sketch.text[sketch.letters[place]] != PERCENT or claim.kind == "growth" or not month:
            yield from _judged(sketch, run)
            run = []
        else:
            run.append((month, claim))
    yield from _judged(sketch, run)


def _month(lead: str) -> int:
    found = 0
    for match in _TIME.finditer(lead):
        if match.group("quarter"):
            found = _QUARTER_END[match.group("quarter")]
        elif match.group("half"):
            found = 6
        elif match.group("month"):
            found = int(match.group("month"))
        else:
            found = 12 if match.group("end") else 9
    return found


def _judged(sketch: Sketch, run: list[tuple[int, Claim]]) -> Iterator[Relation]:
    if len(run) < 2 or any(later[0] <= earlier[0] for earlier, later in pairwise(run)):
        return
    claims = [claim for _, claim in run]
    quotes = [sketch.quote(claim) for claim in claims]
    fallen = next(
        (
            place
            for place in range(1, len(claims))
            if claims[place].interval is not None
            and claims[place - 1].interval is not None
            and _below(claims[place], claims[place - 1])
        ),
        0,
    )
    order = sorted(claims, key=lambda claim: claim is not claims[fallen])
    outcome = "不成立" if fallen else "成立"
    equation = f"{'→'.join(quotes)}，应逐期不减：{outcome}"
    members = tuple(map(member, order))
    if not fallen:
        yield Relation("order", "weak", "holds", equation, members)
        return
    message = f"进度“{quotes[fallen]}”晚于“{quotes[fallen - 1]}”，却比它低"
    yield Relation("order", "weak", "broken", equation, members, severity="warning", message=message)


def _below(one: Claim, other: Claim) -> bool:
    return one.interval is not None and other.interval is not None and one.interval.below(other.interval)


RULE = Rule(
    code="A21",
    name="milestones-fall",
    title="进度节点前高后低",
    category="arithmetic",
    severity="warning",
    what="同一进度（开工率、完成率、累计完成）按月份、季度给出的节点应当逐期不减。",
    why="累计进度只会增加。",
    silent="不是累计进度的系列（各季增速）、时间先后不明时不判。",
    bad=(
        Example("重点项目开工率一季度达50%、上半年达40%、10月底前达100%。", "40%"),
        Example("投资完成率3月底前25%、6月底前55%、9月底前50%、年底100%。", "50%"),
    ),
    good=(
        "重点项目开工率一季度达50%、上半年达80%、10月底前达100%。",
        "投资完成率3月底前25%、6月底前55%、9月底前80%、年底100%。",
    ),
    near=("工业用电一季度增长8%、上半年增长6%、全年增长5%。",),
    relate=relate,
)
