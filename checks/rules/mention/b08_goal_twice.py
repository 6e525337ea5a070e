"""B08: one goal is stated in two paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.arithmetic.sketch import sketch_of
from extract import Reading
from extract.claim import Claim

_LEAST_NAME = 4
_LEAST_DIGITS = 2


def find(reading: Reading) -> Iterator[Hit]:
    """Yield goals that an earlier paragraph has set in the same words and figures."""
    sketch = sketch_of(reading)
    first: dict[tuple[str, Fraction, str, str, str], tuple[Claim, int]] = {}
    for line in sketch.lines:
        for claim in sketch.claims[line.first : line.last]:
            if claim.status != "target" or claim.value is None or claim.kind != "level":
                continue
            name = claim.indicator or ""
            if len(name) < _LEAST_NAME or len(claim.numeral.strip("0.")) < _LEAST_DIGITS:
                continue
            period = claim.period.text if claim.period is not None else ""
            key = (name, claim.value, claim.unit, claim.region or "", period)
            earlier = first.setdefault(key, (claim, line.paragraph))
            if earlier[1] != line.paragraph and name in sketch.lead_of(claim):
                quote = sketch.quote(claim)
                yield Hit(
                    claim.start,
                    claim.end,
                    f"“{name}”的目标“{quote}”前文已经写过",
                    "",
                    "",
                    ((earlier[0].start, earlier[0].end),),
                )


RULE = Rule(
    code="B08",
    name="goal-stated-twice",
    title="同一目标写了两次",
    category="repetition",
    severity="info",
    what="指标、数值、单位、时期都相同的目标，在两个自然段里各写一次。",
    why="多半是总述和分述各写一次；改了一处容易漏改另一处。",
    silent="同一段内重复、只有一位数字的目标、指标名太短时不提示。两处数值不同由 B01 判断。",
    bad=(
        Example(
            "一是强基础。力争新建高标准农田12.5万亩。\n二是抓重点。确保新建高标准农田12.5万亩。", "12.5万亩"
        ),
        Example("力争城镇新增就业3.6万人。\n会议要求，确保城镇新增就业3.6万人。", "3.6万人"),
    ),
    good=(
        "力争城镇新增就业3.6万人。\n会议要求，确保脱贫人口务工规模2.4万人。",
        "去年城镇新增就业3.6万人。\n今年力争城镇新增就业3.6万人。",
    ),
    near=("力争城镇新增就业3.6万人，城镇新增就业3.6万人是硬任务。",),
    find=find,
)
