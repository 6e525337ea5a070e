"""B07: a place is called first or last although its number is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.operands import operand
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, RANK, Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_LIST = late(
    rf"(?P<first>[{PERCENT}{LEVEL}])(?:[、，和][^{LETTERS}。；，、\n\f]{{0,10}}[{PERCENT}{LEVEL}]){{1,12}}[，；](?:其中)?(?P<who>[^{LETTERS}。；，、\n\f]{{2,10}}?)(?:的?(?:增速|增幅|总量|规模|产量|收入|占比|投资|排名))?(?P<word>最高|最快|最多|最大|居首|第一|领先|[居列位]+{RANK}|最低|最慢|最少|最小|居末|垫底)"
)
_QUARTERS = late(r"(?:四个|各|一至四|1[-—~～至]4)季度")
_LOWEST = frozenset({"最低", "最慢", "最少", "最小", "居末", "垫底"})


def relate(reading: Reading) -> Iterator[Relation]:
    """The lists of a document in which one is called the first or the last."""
    sketch = sketch_of(reading)
    for match in _LIST.finditer(sketch.text):
        claims = sketch.within(match.start("first"), match.start("who"))
        ranks = sketch.within(match.start("word"), match.end("word"))
        who = match.group("who")
        if any(rank.value != 1 for rank in ranks):
            continue
        if len({claim.unit for claim in claims}) != 1:
            continue
        first = sketch.index(match.start("first"))
        labels = _labels(sketch, first, len(claims))
        named = _named(labels, who)
        if len(named) == 1:
            relation = _judged(sketch, claims, named[0], who, match.group("word"))
            if relation is not None:
                yield relation


def _labels(sketch: Sketch, first: int, count: int) -> list[str]:
    """What each value belongs to: the words before it, or the subjects that 分别 deals the values out to."""
    lead = re.split("[；。]", sketch.lead(first))[-1]
    subject, each, behind = lead.partition("分别")
    if each and len(behind.strip("为是达到：，")) < 2:
        if _QUARTERS.search(subject):
            return ["一季度", "二季度", "三季度", "四季度"][:count]
        names = re.split("、|以及|和|与", re.split("[，：]", subject)[-1])
        return names if len(names) == count else []
    return [re.split("[，：；]", sketch.lead(first + place))[-1].strip("、和") for place in range(count)]


def _named(labels: list[str], who: str) -> list[int]:
    """Which labels the words before 最高 name: the longest beginning of them that stands in a label decides."""
    for length in range(len(who), 1, -1):
        found = [place for place, label in enumerate(labels) if who[:length] in label]
        if found:
            return found
    return []


def _judged(sketch: Sketch, claims: tuple[Claim, ...], place: int, who: str, word: str) -> Relation | None:
    found = [operand(claim, claim.direction == "down") for claim in claims]
    own = found[place]
    if own is None or None in found:
        return None
    lowest = word in _LOWEST
    beaten = None
    for other, claim in zip(found, claims, strict=True):
        if other is None or other is own:
            continue
        if other.interval.below(own.interval) if lowest else own.interval.below(other.interval):
            beaten = claim
    quote = sketch.quote(claims[place])
    members = (member(claims[place]), *(member(claim) for claim in claims if claim is not claims[place]))
    equation = (
        f"{'、'.join(map(sketch.quote, claims))}，“{who}”（{quote}）{word}：{'不成立' if beaten else '成立'}"
    )
    if beaten is None:
        return Relation("order", "weak", "holds", equation, members)
    return Relation(
        "order",
        "weak",
        "broken",
        equation,
        members,
        severity="warning",
        message=f"“{who}”为“{quote}”，并非{word}（另有“{sketch.quote(beaten)}”）",
    )


RULE = Rule(
    code="B07",
    name="order-contradicted",
    title="居首、最低等说法与所列数字不符",
    category="conflict",
    severity="warning",
    what="逐个列出数值之后说谁最高、最快、居首或最低的，与所列数值比较。",
    why="排序的说法由所列的数字决定。",
    silent="被称为居首的对象不在所列之中，或比较的是另一个指标时不判。",
    bad=(
        Example("云溪县增长8%、临江县增长7%、青川县增长6%，青川县增速最快。", "6%"),
        Example("云溪县完成12亿元、临江县完成15亿元、青川县完成9亿元，云溪县最少。", "12亿元"),
    ),
    good=(
        "云溪县增长8%、临江县增长7%、青川县增长6%，云溪县增速最快。",
        "云溪县完成12亿元、临江县完成15亿元、青川县完成9亿元，青川县最少。",
    ),
    near=("云溪县增长8%、临江县增长7%、青川县增长6%，白沙县增速最快。",),
    relate=relate,
)
