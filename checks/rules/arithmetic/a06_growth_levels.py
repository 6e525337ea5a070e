"""A06: a growth is not what two printed levels make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import Change, changes
from checks.rules.arithmetic.formulas import growth_between
from checks.rules.arithmetic.growth import gravest
from checks.rules.arithmetic.operands import operand_or_mask, operands_or_masks
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, unweighed
from checks.rules.arithmetic.wording import FALL, RISE, gap, way
from extract import Reading
from extract.claim import Claim

_THEN = re.compile(
    rf"(?:[，、（]?(?:共|净)?(?:增加|增长|减少|下降|增收|减收|多|少)了?{LEVEL})?"
    rf"[，、（]?(?P<verb>{gap(12)}(?:{RISE}|{FALL})(?:率|速|幅度?)?(?:均|都|也)?(?:了|为|达到?)?)(?P<growth>{PERCENT})"
)
_AGAINST = re.compile(
    rf"(?P<new>{LEVEL})(?P<between>[^{LETTERS}。；，\n\f]{{0,6}}，?)(?:同?比|较)(?P<words>{gap(16, '，')})(?P<old>{LEVEL})"
    rf"(?:(?:增收|增加|减少|减收|多|少|净增)了?{LEVEL}[，、])?(?P<verb>{gap(6)}(?:{RISE}|{FALL})(?:率|速|幅度?)?(?:了|为|达到?)?)(?P<growth>{PERCENT})"
)
_SAID_FIRST = re.compile(rf"(?P<what>[一-龥]{{2}})(?:同比|总体)?(?P<verb>(?:{RISE}|{FALL})了?)$")
_NAMED = 4
_MEAN = re.compile(r"年均|平均|贡献|占比|比重")


def relate(reading: Reading) -> Iterator[Relation]:
    """The growths of a document that two printed levels determine."""
    sketch = sketch_of(reading)
    found = {(one.growth.number, one.new.number, one.old.number): one for one in _grown(sketch)}
    return judge(sketch, (_trial(sketch, one) for one in found.values()))


@dataclass(frozen=True, slots=True)
class _Grown:
    """A growth with the two levels that it lies between, the words that say its way, and where the levels stand."""

    growth: Claim
    verb: str
    new: Claim
    old: Claim
    start: int
    subject: str


def _grown(sketch: Sketch) -> Iterator[_Grown]:
    text = sketch.text
    for change in changes(sketch):
        if change.old.unit in ("%", "‰", "百分点", "名") or not change.old.unit:
            continue
        before = _told_before(sketch, change)
        if before is not None:
            yield before
        match = _THEN.match(text, change.end)
        if match is None or _MEAN.search(match.group("verb")):
            continue
        named = sketch.named(match, "growth")
        if named is not None:
            yield _Grown(named[0], match.group("verb"), change.new, change.old, change.start, change.subject)
    for match in _AGAINST.finditer(text):
        found = sketch.named(match, "new", "old", "growth")
        if found is None or found[0].unit != found[1].unit or _MEAN.search(match.group("verb")):
            continue
        if found[1].kind in ("change", "difference") or way(match.group("words")):
            continue
        subject = sketch.lead(sketch.index(match.start("new")))
        yield _Grown(found[2], match.group("verb"), found[0], found[1], match.start(), subject)


def _told_before(sketch: Sketch, change: Change) -> _Grown | None:
    """A growth that ends the sentence before the one that tells its levels: 园区用电下降3%。园区用电为97，上年100."""
    place = sketch.index(change.start)
    if place < 1 or change.years or sketch.claims[place] is not change.new:
        return None
    growth = sketch.claims[place - 1]
    lead, between = sketch.lead(place - 1), sketch.text[sketch.letters[place - 1] + 1 : change.start]
    match = _SAID_FIRST.search(lead)
    head, _, words = between.partition("。")
    if growth.kind != "growth" or head or match is None or not words.startswith("\n"):
        return None
    words = words.strip()
    if len(words) < _NAMED or words[:_NAMED] not in lead or match.group("what") not in words[_NAMED:]:
        return None
    return _Grown(growth, match.group("verb"), change.new, change.old, change.start, change.subject)


def _trial(sketch: Sketch, one: _Grown) -> Trial | Relation:
    growth, new, old, start = one.growth, one.new, one.old, one.start
    line = sketch.line_at(start)
    begin = max(sketch.text.rfind("；", line.start, start) + 1, line.start)
    stop = sketch.text.find("；", start, line.end)
    # 环比 of two levels that are printed is the growth from the one to the other, whatever their seasons.
    sentence = sketch.text[begin : stop if stop > 0 else line.end].replace("环比", "")
    severity, reason = gravest((new, old), one.subject, sentence)
    left = f"{sketch.quote(new)}÷{sketch.quote(old)}×100-100"
    found = operands_or_masks(new, old)
    stated = operand_or_mask(growth, way(one.verb) == "down")
    if severity is None or found is None or stated is None:
        return unweighed("growth", (growth, new, old), left, reason or "数值被遮盖")
    return Trial(
        "growth",
        stated,
        found,
        growth_between,
        left,
        f"由“{sketch.quote(old)}”到“{sketch.quote(new)}”应变化{{computed}}，文中为“{{stated}}”",
        worst=severity,
    )


RULE = Rule(
    code="A06",
    name="growth-levels-mismatch",
    title="增长率与前后水平不符",
    category="arithmetic",
    severity="error",
    what="句中写明前后两个水平时（由B增至A、比上年的B增长），用它们推算增长率并与所写的比较。",
    why="名义指标、存量和实物量的增长率由两个水平决定；区间不相交说明三个数中至少一个有误。",
    silent="生产总值、增加值等按不变价格计算的增速，规上、限上、投资等可比口径增速，以及句中有可比口径、扣除、折合、环比等用语时不推算。",
    bad=(
        Example("青川市一般公共预算收入由50亿元增至60亿元，增长25%。", "25%"),
        Example("全县登记市场主体从4.0万户增加到5.0万户，增长35.0%。", "35.0%"),
    ),
    good=(
        "青川市一般公共预算收入由50亿元增至60亿元，增长20%。",
        "全县登记市场主体从4.0万户增加到5.0万户，增长25.0%。",
    ),
    near=("青川市生产总值由500亿元增至521亿元，按可比价格计算增长6.2%。",),
    relate=relate,
)
