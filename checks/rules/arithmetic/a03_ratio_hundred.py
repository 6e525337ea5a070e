"""A03: the numbers of a structure ratio do not make a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import constant, ratio_operands
from checks.rules.arithmetic.sketch import RATIO, Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading
from extract.late import late

_RATIO = late(RATIO)
_STRUCTURE = late(
    r"三次产业|三产|产业结构|产业比|一二三产|三大产业|第一、二、三产业|产业增加值|结构|比重|占比"
)
_NEARLY = 25


def relate(reading: Reading) -> Iterator[Relation]:
    """The structure ratios of a document."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for match in _RATIO.finditer(sketch.text):
        place = sketch.index(match.start())
        if place < 0:
            continue
        claim = sketch.claims[place]
        if len(claim.values) < 3:
            continue
        line = sketch.line_at(match.start())
        before = sketch.text[max(line.start, match.start() - 60) : match.start()]
        named = _STRUCTURE.search(before) is not None
        near = abs(sum(claim.values, Fraction(0)) - 100) <= _NEARLY
        whole = sum(claim.values, Fraction(0)) >= 50
        if not (near if not named else whole):
            continue
        parts = ratio_operands(claim)
        if not parts:
            continue
        left = "+".join(part.numeral() for part in parts)
        message = "比例各项之和为{computed}，应为{stated}"
        yield Trial(
            "ratio",
            constant(100),
            parts,
            added,
            left,
            message,
            worst="error" if named else "warning",
            strength="strong",
            named=("100", ""),
            point=member(claim),
        )


RULE = Rule(
    code="A03",
    name="ratio-not-hundred",
    title="结构比例之和不为100",
    category="arithmetic",
    severity="error",
    what="a∶b∶c 形式的结构比例（如三次产业结构）各项相加，应在舍入误差内等于100。",
    why="产业结构是对总量的完整划分，比例之和不为100，必有一项写错。",
    silent="两个数的比、各项之和明显与100无关的比例（如配比5∶3∶2）不判。",
    bad=(
        Example("青川市三次产业结构调整为6.8:45.2:58。", "6.8:45.2:58"),
        Example("三次产业增加值结构由9.1:41.6:49.3优化为8.4:40.2:50.4。", "8.4:40.2:50.4"),
    ),
    good=(
        "青川市三次产业结构调整为6.8:45.2:48。",
        "三次产业增加值结构为8.4:40.2:51.4。",
    ),
    near=("肥料按氮磷钾5:3:2配比。",),
    relate=relate,
)
