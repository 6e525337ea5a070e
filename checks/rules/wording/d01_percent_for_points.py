"""D01: the change of a share or rate is printed in per cent where percentage points are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.rates import rate_noun
from extract import Reading
from extract.interval import Interval

_VERB = "提高|提升|上升|增长|增加|扩大|下降|降低|减少|回落|缩小|下滑|收窄"
_CHANGE = re.compile(
    r"[重比额例率速幅]"
    r"(?:[比较][^，。；、：,;%比较]{1,12}?|同比|环比|年均|每年|累计|平均|又|再|已|共|将|预计|分别|进一步|力争|逐年|大幅|明显){0,3}"
    rf"(?P<verb>{_VERB})了?(?:近|约|逾|超过)?(?P<number>[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?)%(?!点|左右的)"
)
_STEPS = re.compile(
    r"[由从](?:[^，。；、：,;%0-9]{0,8}|[0-9]{4}年(?:底|末)?的?)(?P<before>[0-9]{1,3}(?:\.[0-9]{1,4})?)%"
    rf"[^，。；%0-9]{{0,8}}?(?:{_VERB}|降)[到至](?:[0-9]{{4}}年(?:底|末)?的?)?(?P<after>[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)%"
    rf"[，,、]?(?:共|累计|净|年均)?(?P<verb>{_VERB})了?(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)%"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield changes of rates in per cent; with both levels printed they are proven."""
    text = reading.prose.text
    told = set()
    for match in _STEPS.finditer(text):
        before, after, change = (_printed(match[name]) for name in ("before", "after", "number"))
        points = after - before if before.below(after) else before - after
        if not points.meets(change):
            continue
        told.add(match.end())
        relative = points.over(before)
        proven = relative is not None and not relative.scaled(100).meets(change)
        yield Hit(
            match.start("verb"),
            match.end(),
            f"两端的百分比相差{match['number']}个百分点，不是{match['number']}%",
            f"{match['before']}% → {match['after']}%，差{match['number']}个百分点",
            f"{match['verb']}{match['number']}个百分点",
            severity="error" if proven else None,
        )
    for match in _CHANGE.finditer(text):
        noun = rate_noun(text, match.start() + 1)
        if noun and match.end() not in told:
            yield Hit(
                match.start("verb"),
                match.end(),
                f"“{noun}”本身是比率，变动应写“个百分点”",
                f"“{match['verb']}{match['number']}%”是指变为原来的若干分之几，与“{match['number']}个百分点”不同",
                f"{match['verb']}{match['number']}个百分点",
            )


def _printed(number: str) -> Interval:
    exact = Decimal(number)
    return Interval.rounded(exact, Fraction(Decimal((0, (1,), int(exact.as_tuple().exponent)))))


RULE = Rule(
    code="D01",
    name="percent-for-points",
    title="比率的变动用了%",
    category="wording",
    severity="warning",
    what="比重、占比、增速和各种“率”后面的“提高（下降）N%”。两端的百分比都写明、相差N个百分点而不可能是N%时，判为错误。",
    why="比率的变动以百分点表示：45%提高0.8%是45.36%，提高0.8个百分点才是45.8%（国家统计局指标解释）。",
    silent="劳动生产率、汇率、功率等本身不是百分数的“率”；“提高到N%”“控制在N%”这类写水平的话。",
    bad=(
        Example("2024年，青川市常住人口城镇化率比上年提高0.8%。", "提高0.8%"),
        Example("云溪县民营经济占比由45.2%提高到46.0%，提高0.8%。", "提高0.8%"),
    ),
    good=(
        "2024年，青川市常住人口城镇化率比上年提高0.8个百分点。",
        "云溪县民营经济占比由45.2%提高到46.0%，提高0.8个百分点。",
    ),
    near=("青川市全员劳动生产率比上年提高5.7%，污水处理率提高到97.2%。",),
    find=find,
)
