"""B10: a record is claimed for a value that another year in the same document exceeds."""

from __future__ import annotations

from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.operands import operand
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_RECORD = late(
    rf"(?P<value>[{LEVEL}{PERCENT}])[^{LETTERS}。；\n\f]{{0,12}}?(?P<word>创(?:下|造)?(?:了)?(?:历史|历年|同期)?(?:新高|最高)|(?:达到?|为)?历史最高|创历史最好|历年最高|创(?:下|造)?历史新低|历史最低)"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """The records of a document against the values of other years."""
    sketch = sketch_of(reading)
    records = [
        (found[0], match.group("word"))
        for match in _RECORD.finditer(sketch.text)
        if (found := sketch.named(match, "value")) is not None
    ]
    if not records:
        return
    others: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in sketch.claims:
        if claim.kind in ("level", "share", "growth") and claim.indicator and claim.period is not None:
            name = claim.indicator_key or claim.indicator
            others.setdefault((name, claim.unit, claim.kind), []).append(claim)
    for record, word in records:
        name = record.indicator_key or record.indicator or ""
        for other in others.get((name, record.unit, record.kind), [])[:20]:
            relation = _judged(sketch, record, other, word)
            if relation is not None:
                yield relation


def _judged(sketch: Sketch, record: Claim, other: Claim, word: str) -> Relation | None:
    if record.period is None or other.period is None or record.number == other.number:
        return None
    if not record.period.end or not other.period.end or not other.period.start or not record.period.start:
        return None
    if other.period.end >= record.period.start or other.status != "actual" or other.scope != record.scope:
        return None
    if (other.region or "") != (record.region or ""):
        return None
    same_length = (
        other.period.start[4:] == record.period.start[4:] and other.period.end[4:] == record.period.end[4:]
    )
    one, two = operand(record), operand(other)
    if one is None or two is None or not same_length:
        return None
    lowest = "低" in word
    beaten = two.interval.below(one.interval) if lowest else one.interval.below(two.interval)
    equation = f"{sketch.quote(record)}“{word}”，{other.period.text}为{sketch.quote(other)}：{'不成立' if beaten else '成立'}"
    members = (member(record), member(other))
    if not beaten:
        return Relation("order", "weak", "holds", equation, members)
    message = f"“{sketch.quote(record)}”称“{word}”，但{other.period.text}为“{sketch.quote(other)}”"
    return Relation("order", "weak", "broken", equation, members, severity="warning", message=message)


RULE = Rule(
    code="B10",
    name="record-contradicted",
    title="“创新高”与文中其他年份的数不符",
    category="conflict",
    severity="warning",
    what="某数称创历史新高（新低），而同一文件里同一指标此前年份的数更高（更低）。",
    why="历史最高值不能低于文中自己写过的往年数。",
    silent="指标、地区、口径或时期长短不同的不比较。",
    bad=(
        Example("2021年，云溪县粮食产量12.4万吨。2023年，云溪县粮食产量10.8万吨，创历史新高。", "10.8万吨"),
        Example("2019年，青川市茶叶产量3.6万吨。2022年，青川市茶叶产量3.1万吨，为历史最高。", "3.1万吨"),
    ),
    good=(
        "2021年，云溪县粮食产量10.8万吨。2023年，云溪县粮食产量12.4万吨，创历史新高。",
        "2019年，青川市茶叶产量3.1万吨。2022年，青川市茶叶产量3.6万吨，为历史最高。",
    ),
    near=("2021年，云溪县粮食产量12.4万吨。2023年，云溪县油料产量10.8万吨，创历史新高。",),
    relate=relate,
)
