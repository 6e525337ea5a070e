"""B05: a word of direction says the opposite of its two numbers."""

from __future__ import annotations

from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import Change, changes
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.operands import operand, scale_of
from checks.rules.arithmetic.sketch import Sketch, member, sketch_of
from checks.rules.mention.raised_to import raised_to
from extract import Reading
from extract.claim import Claim
from extract.late import late

_NEUTRAL = late(r"调整|变|优化|改善|转|由|发展|拓展|改")
_FALL_OF_FALL = late(r"降幅|跌幅|下降|负增长|亏损|减幅|降低|回落|逆差")
_RANK_FORWARD = late(r"跃升|上升|提升|提高|前移|进位|升|跃居|进到")
_RANK_BACK = late(r"下降|后退|退|降|下滑|跌|后移")


def relate(reading: Reading) -> Iterator[Relation]:
    """The changes of a document whose words say which way they went."""
    sketch = sketch_of(reading)
    for change in changes(sketch):
        relation = _directed(sketch, change)
        if relation is not None:
            yield relation
    for old, new, way in raised_to(sketch):
        one, other = operand(old), operand(new)
        if one is None or other is None:
            continue
        low, high = (one, other) if way == "up" else (other, one)
        if low.interval.below(high.interval):
            yield _as_said(sketch, old, new, way)


def _as_said(sketch: Sketch, old: Claim, new: Claim, way: str) -> Relation:
    words = "上升" if way == "up" else "下降"
    equation = f"{new.indicator}：{sketch.quote(old)} → {sketch.quote(new)}，应{words}：成立"
    return Relation("direction", "weak", "holds", equation, (member(new), member(old)))


def _directed(sketch: Sketch, change: Change) -> Relation | None:
    old, new = change.old, change.new
    rank = old.kind == "rank" and new.kind == "rank"
    said = _rank_way(change.verb) if rank else change.way()
    if said is None or _NEUTRAL.search(change.verb) or old.unit != new.unit:
        return None
    one, other = operand(old), operand(new)
    if one is None or other is None or (old.kind == "rank") != (new.kind == "rank"):
        return None
    rises = other.interval.low is not None and one.interval.below(other.interval)
    falls = one.interval.low is not None and other.interval.below(one.interval)
    if rank:
        rises, falls = falls, rises
    as_said = falls if said == "down" else rises
    if as_said or _nominally(old, new, said, rank):
        outcome = "成立"
    elif rises if said == "down" else falls:
        outcome = "不成立"
    else:
        same = old.value is not None and old.value == new.value and old.bound == new.bound == "="
        outcome = "不成立" if same else ""
    if not outcome or (outcome == "不成立" and _unclear(change, old, new)):
        return None
    word = "下降" if said == "down" else "上升"
    scale = scale_of(new)
    equation = (
        f"{sketch.quote(old)} {shown(one.interval, scale_of(old))} → {sketch.quote(new)} {shown(other.interval, scale)}，"
        f"应{'名次' if rank else ''}{word}：{outcome}"
    )
    members = (member(new), member(old))
    if outcome == "成立":
        return Relation("direction", "weak", "holds", equation, members)
    verb = change.verb.strip("，的了 ")[-4:]
    return Relation(
        "direction",
        "weak",
        "broken",
        equation,
        members,
        severity="error"
        if old.value is not None and new.value is not None and old.value != new.value
        else "warning",
        message=f"由“{sketch.quote(old)}”到“{sketch.quote(new)}”与“{verb}”的方向相反",
        suggestion=f"“{sketch.quote(old)}”与“{sketch.quote(new)}”疑互换",
    )


def _nominally(old: Claim, new: Claim, said: str, rank: bool) -> bool:
    """Whether the printed values go the way the words say, whatever 左右 leaves open."""
    if old.value is None or new.value is None or old.value == new.value:
        return False
    return (new.value > old.value) == ((said == "up") != rank)


def _rank_way(verb: str) -> str | None:
    if _RANK_FORWARD.search(verb):
        return "up"
    return "down" if _RANK_BACK.search(verb) else None


def _unclear(change: Change, old: Claim, new: Claim) -> bool:
    """Falls told as numbers may narrow from the larger to the smaller, whatever the verb; units of place may differ."""
    if "growth" in (old.kind, new.kind) and _FALL_OF_FALL.search(change.subject + change.lead):
        return True
    return bool(old.values or new.values) or (old.value or 0) < 0 or (new.value or 0) < 0


RULE = Rule(
    code="B05",
    name="direction-contradicted",
    title="升降用词与数字相反",
    category="conflict",
    severity="error",
    what="“由甲提高到乙”“从甲回落至乙”的动词方向与两个数的大小比较；名次数字变小为上升。",
    why="动词与数字相反，不是用错词就是写错数。",
    silent="降幅、跌幅的收窄和扩大，“调整为”“优化为”等不表方向的动词不判。",
    bad=(
        Example("规上工业增速由5.0%回落至6.2%。", "6.2%"),
        Example("创新指数从全国第11位跃升至第17位。", "第17位"),
    ),
    good=(
        "规上工业增速由6.2%回落至5.0%。",
        "创新指数从全国第11位跃升至第7位。",
    ),
    near=("工业品价格降幅由3.1%收窄至1.2%，城乡收入倍差由1.96缩小至1.81。",),
    relate=relate,
)
