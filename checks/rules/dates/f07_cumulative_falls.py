"""F07: what has accumulated since the beginning of the year is smaller at a later date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.operands import operand
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_SINCE_JANUARY = r"1(?:月份?)?[-—–~～至到]{1,2}(?:\d{1,2})月(?:份)?|一季度|上半年|前三季度|截至(?:今年|去年|当年)?\d{1,2}月(?:底|末)|全年"
_VALUE = f"{LEVEL}{PERCENT}"
_PAIR = late(
    rf"(?P<early>{_SINCE_JANUARY})(?:末|底)?(?P<about>[^{LETTERS}。；，\n\f]{{1,14}}?)(?P<one>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,4}}[，；]"
    rf"(?P<late>{_SINCE_JANUARY})(?:末|底)?(?P<again>[^{LETTERS}。；，\n\f]{{0,14}}?)(?P<two>[{_VALUE}])"
)
_FLOWS = late(
    r"累计|完成|实现|新增|开工|竣工|完工|投资|税收|收入|签约|发放|销售|接待|进度|支出|建成|办结|生产"
)
_MAY_FALL = late(
    r"利润|净|贷款|存款|盈余|结余|增速|增长|下降|率|浓度|均|余额|在建|在册|存栏|失业|亏损|差额|同比"
)
_MONTHS = {"一季度": 3, "上半年": 6, "前三季度": 9, "全年": 12}


def relate(reading: Reading) -> Iterator[Relation]:
    """The pairs of accumulated amounts of a document that one sentence tells one after the other."""
    sketch = sketch_of(reading)
    for match in _PAIR.finditer(sketch.text):
        claims = sketch.named(match, "one", "two")
        words = match.group("about") + match.group("again")
        if claims is None or claims[0].unit != claims[1].unit or not _FLOWS.search(words):
            continue
        if _MAY_FALL.search(words) or _months(match.group("early")) >= _months(match.group("late")):
            continue
        if claims[0].kind == claims[1].kind and claims[0].status == claims[1].status == "actual":
            yield from _judged(sketch, claims[0], claims[1])


def _months(words: str) -> int:
    """The month up to which a period since January reaches."""
    named = _MONTHS.get(words)
    if named is not None:
        return named
    return int(re.findall(r"\d{1,2}", words)[-1])


def _judged(sketch: Sketch, early: Claim, late: Claim) -> Iterator[Relation]:
    one, two = operand(early), operand(late)
    if one is None or two is None:
        return
    fallen = two.interval.below(one.interval)
    quotes = f"{sketch.quote(early)}→{sketch.quote(late)}"
    equation = f"{quotes}，自年初累计的数应不减少：{'不成立' if fallen else '成立'}"
    members = (member(late), member(early))
    if not fallen:
        yield Relation("order", "weak", "holds", equation, members)
        return
    message = f"累计数“{sketch.quote(late)}”小于此前的“{sketch.quote(early)}”"
    yield Relation("order", "weak", "broken", equation, members, message=message)


RULE = Rule(
    code="F07",
    name="cumulative-falls",
    title="累计数随时间减少",
    category="dates",
    severity="warning",
    what="同一句先后写出两个自年初起的累计数（1—5月、1—6月，上半年、前三季度）时，后一个不得小于前一个。",
    why="累计数只增不减，变小说明两个数或时期写反了。",
    silent="利润、净额、余额、存贷款、比率等可增可减的量不判；时期不从年初算起、两个数不在同一句时不判。",
    bad=(
        Example("1—10月全县完成税收35.2亿元，1—11月完成税收34.1亿元。", "34.1亿元"),
        Example("上半年新增就业3.6万人，前三季度累计新增就业2.9万人。", "2.9万人"),
    ),
    good=(
        "1—10月全县完成税收35.2亿元，1—11月完成税收38.6亿元。",
        "上半年新增就业3.6万人，前三季度累计新增就业5.1万人。",
    ),
    near=("上半年规上工业实现利润8.2亿元，前三季度实现利润7.9亿元。",),
    relate=relate,
)
