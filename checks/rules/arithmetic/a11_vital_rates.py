"""A11: a birth or death rate is not the events divided by the population."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import quotient_times
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.people import movements
from checks.rules.arithmetic.sketch import Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading

_PAIRS = (("birth_rate", "births"), ("death_rate", "deaths"))
_MEAN_AGAINST_YEAR_END = Fraction(2, 100)


def relate(reading: Reading) -> Iterator[Relation]:
    """The birth and death rates of a document with the events and the population."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for movement in movements(sketch):
        for rate, events in _PAIRS:
            claims = [movement.claims.get(name) for name in (rate, events, "population")]
            if None in claims:
                continue
            found = operands_or_masks(*(claim for claim in claims if claim is not None))
            if found is None or found[0].claim is None:
                continue
            per = 1000 if found[0].claim.unit == "‰" else 100
            stated, number, population = found
            words = [sketch.quote(one.claim) for one in found if one.claim is not None]
            yield Trial(
                "per_capita",
                stated,
                (number, population),
                quotient_times(per, _MEAN_AGAINST_YEAR_END),
                f"{words[1]}÷{words[2]}×{per}",
                f"按“{words[1]}”和“{words[2]}”计算约为{{computed}}，文中为“{{stated}}”",
                worst="warning",
            )


RULE = Rule(
    code="A11",
    name="vital-rate-mismatch",
    title="出生率、死亡率与人数不符",
    category="arithmetic",
    severity="warning",
    what="写明出生（死亡）人数、总人口和出生（死亡）率时，用人数除以总人口核对千分率。",
    why="‰ 与 % 混用、小数点错位都会使率与人数差出十倍。",
    silent="总人口是年末数而率用年平均人口，容许百分之二的出入；人口口径（户籍、常住）未写明时不判。",
    bad=(
        Example("年末总人口140967万人，全年出生人口902万人，出生率为63.9‰。", "63.9‰"),
        Example("年末常住人口421.3万人，全年死亡人口3.2万人，死亡率为7.06‰。", "7.06‰"),
    ),
    good=(
        "年末总人口140967万人，全年出生人口902万人，出生率为6.39‰。",
        "年末常住人口421.3万人，全年死亡人口3.2万人，死亡率为7.59‰。",
    ),
    near=("年末常住人口421.3万人，全年婚姻登记3.2万对，结婚率为7.06‰。",),
    relate=relate,
)
