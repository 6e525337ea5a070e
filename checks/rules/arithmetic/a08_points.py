"""A08: the percentage points between two rates are not the printed ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.formulas import minus
from checks.rules.arithmetic.operands import Operand, operand_or_mask
from checks.rules.arithmetic.sketch import MILLE, PERCENT, POINTS, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, once_each, weigh
from checks.rules.arithmetic.wording import gap, way
from extract import Reading
from extract.claim import Claim
from extract.late import late

_CHANGED = "(?:上扬|攀升|下跌|下挫|提高|提升|上升|增加|扩大|加快|回升|上涨|增长|升高|高|升|涨|下降|降低|回落|收窄|缩小|减少|放缓|减缓|下滑|低|降)(?:了|近|约)?"
_THEN = late(rf"[，、（]?(?P<verb>{gap(14)}{_CHANGED})(?P<points>{POINTS})")
_WHEN = late(r"[年月期末初季]|以前|此前|当时|过去")
_POINTS_FIRST = late(
    rf"(?P<new>[{PERCENT}{MILLE}])，(?:同比|比上年|较上年|比去年|比年初)?(?P<verb>{_CHANGED})(?P<points>{POINTS})[，（](?P<words>上年(?:同期|末)?|去年(?:同期|底)?|年初)(?:为|是)?(?P<old>[{PERCENT}{MILLE}])"
)
_AGAINST = late(
    rf"(?P<new>[{PERCENT}{MILLE}])，?[比较](?P<words>{gap(16, '，')})(?P<old>[{PERCENT}{MILLE}])(?P<verb>{gap(4, '，')}{_CHANGED})(?P<points>{POINTS})"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """The changes of rates whose points are printed."""
    sketch = sketch_of(reading)
    return judge(sketch, once_each(_trials(sketch)))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for change in changes(sketch):
        if change.old.unit not in ("%", "‰"):
            continue
        match = _THEN.match(sketch.text, change.end)
        named = sketch.named(match, "points") if match is not None else None
        if match is None or named is None or "年均" in match.group("verb"):
            continue
        trial = _trial(sketch, named[0], match.group("verb"), change.new, change.old)
        if trial is not None:
            yield trial
    for match in (*_AGAINST.finditer(sketch.text), *_POINTS_FIRST.finditer(sketch.text)):
        if not _WHEN.search(match.group("words")):
            continue
        found = sketch.named(match, "points", "new", "old")
        trial = _trial(sketch, found[0], match.group("verb"), found[1], found[2]) if found else None
        if trial is not None:
            yield trial


def _trial(sketch: Sketch, points: Claim, verb: str, new: Claim, old: Claim) -> Trial | None:
    """The trial of two rates and the points between; where one fell and the other rose, below and above zero."""
    stated = operand_or_mask(points, way(verb) == "down")
    falls = new.direction == "down", old.direction == "down"
    if stated is None or falls[0] == falls[1]:
        return _between(sketch, stated, operand_or_mask(new), operand_or_mask(old))
    signed = _between(sketch, stated, operand_or_mask(new, falls[0]), operand_or_mask(old, falls[1]))
    if signed is not None and weigh(sketch, signed).state == "holds":
        return signed
    plain = _between(sketch, stated, operand_or_mask(new), operand_or_mask(old))
    return None if plain is None else replace(plain, worst="warning")


def _between(
    sketch: Sketch, stated: Operand | None, new: Operand | None, old: Operand | None
) -> Trial | None:
    if stated is None or new is None or old is None or new.claim is None or old.claim is None:
        return None
    words = sketch.quote(new.claim), sketch.quote(old.claim)
    return Trial(
        "points",
        stated,
        (new, old),
        minus,
        f"{words[0]}-{words[1]}",
        f"由“{words[1]}”到“{words[0]}”相差{{computed}}，文中为“{{stated}}”",
    )


RULE = Rule(
    code="A08",
    name="points-mismatch",
    title="百分点与两个比率之差不符",
    category="arithmetic",
    severity="error",
    what="比率由甲到乙并写明变化多少个百分点时，用两个比率之差核对。",
    why="百分点就是两个比率相减，三个数知其二即知其三。",
    silent="比较的对象没有写明数值（比全省、比目标）或基数另有修订说明时不判。",
    bad=(
        Example("空气优良天数比率由95.1%提高到97.3%，提高1.2个百分点。", "1.2个百分点"),
        Example("城镇登记失业率为3.1%，比上年的3.4%下降0.5个百分点。", "0.5个百分点"),
    ),
    good=(
        "空气优良天数比率由95.1%提高到97.3%，提高2.2个百分点。",
        "城镇登记失业率为3.1%，比上年的3.4%下降0.3个百分点。",
    ),
    near=("空气优良天数比率达到97.3%，比全省平均高1.2个百分点。",),
    relate=relate,
)
