"""D01: the change of a share or rate is printed in per cent where percentage points are meant."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.rates import is_rate
from extract import Reading
from extract.interval import Interval
from extract.late import late

_VERB = "提高|提升|上升|增长|增加|扩大|下降|降低|减少|回落|缩小|下滑|下跌|收窄"
_LINK = "(?:[比较][^，。；、：,;%比较]{1,12}?|近?[0-9一二三四五六七八九十两]{1,2}年[来间]?|同比|环比|年均|每年|连续[0-9一二三四五六七八九十两]{1,2}[年月]|累计|平均|又|再|已|共|将|预计|分别|进一步|力争|逐年|大幅|明显){0,3}"
_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,4})?"
# The second branch carries the subject over a level: 占比45.8%、比上年提高0.8%; 增长 would have another subject there.
_CHANGE = late(
    rf"[重比额例率速幅](?:{_LINK}(?P<verb>{_VERB})|(?:达到?|为|约|超过?|升至|提高到)?{_NUMBER}%(?:以上|左右)?[，、,]"
    rf"{_LINK}(?P<verb_after>提高|提升|上升|下降|降低|回落))了?(?:近|约|逾|超过)?(?P<number>{_NUMBER})%(?!点|左右的)"
)
_STEPS = late(
    r"[由从](?:[^，。；、：,;%0-9]{0,8}|[0-9]{4}年(?:底|末)?的?)(?P<before>[0-9]{1,3}(?:\.[0-9]{1,4})?)%"
    rf"[^，。；%0-9]{{0,8}}?(?:{_VERB}|升|降|增|减)[到至](?:[0-9]{{4}}年(?:底|末)?的?)?(?P<after>[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)%"
    rf"[，,、]?(?:共|累计|净|年均)?(?P<verb>{_VERB})了?(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)%"
)

# An index of purchasing managers is itself a percentage; a price index is not.
_SURVEY = late(
    rf"(?:经理指数|活动指数|产出指数|景气指数|PMI)(?:\([^()]{{1,12}}\))?(?:为|达到?|录得|报|升至|降至|回升至|回落至)?{_NUMBER}%[，,]"
    rf"(?:[比较]上月|环比|[比较]上年同期|同比|[比较]上季度)?(?P<verb>上升|回升|提高|下降|回落|降低|扩大|上涨)了?(?P<number>{_NUMBER})%(?!点)"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield changes of rates in per cent; with both levels printed they are proven."""
    text = reading.prose.text
    told = set()
    for match in _STEPS.finditer(text):
        before, after, change = (_printed(match[name]) for name in ("before", "after", "number"))
        rises = Decimal(match["after"]) > Decimal(match["before"])
        points = after - before if rises else before - after
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
        if is_rate(text, match.start() + 1) and match.end() not in told:
            verb = match["verb"] or match["verb_after"]
            yield Hit(
                match.start("verb" if match["verb"] else "verb_after"),
                match.end(),
                "比率的变动应写“个百分点”",
                f"“{verb}{match['number']}%”是指变为原来的若干分之几，与“{match['number']}个百分点”不同",
                f"{verb}{match['number']}个百分点",
            )
    for match in _SURVEY.finditer(text):
        yield Hit(
            match.start("verb"),
            match.end(),
            "这个指数本身是百分数，变动应写“个百分点”",
            f"“{match['verb']}{match['number']}%”与“{match['number']}个百分点”不同",
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
    what="比重、占比、增速、采购经理指数和各种“率”后面的“提高（下降）N%”。两端的百分比都写明、相差N个百分点而不可能是N%时，判为错误。",
    why="比率的变动以百分点表示：45%提高0.8%是45.36%，提高0.8个百分点才是45.8%（国家统计局指标解释）。",
    silent="劳动生产率、汇率、功率等本身不是百分数的“率”，发案率、死亡率等常以相对降幅表述的“率”；“提高到N%”“控制在N%”这类写水平的话。",
    bad=(
        Example("2024年，青川市常住人口城镇化率比上年提高0.8%。", "提高0.8%"),
        Example("云溪县民间投资占比34.5%、比上年提高1.3%，活力增强。", "提高1.3%"),
        Example("云溪县民营经济占比由45.2%提高到46.0%，提高0.8%。", "提高0.8%"),
        Example("制造业采购经理指数为50.6%，比上月上升0.4%。", "上升0.4%"),
    ),
    good=(
        "2024年，青川市常住人口城镇化率比上年提高0.8个百分点。",
        "云溪县民间投资占比34.5%、比上年提高1.3个百分点，活力增强。",
        "云溪县民营经济占比由45.2%提高到46.0%，提高0.8个百分点。",
        "制造业采购经理指数为50.6%，比上月上升0.4个百分点；居民消费价格指数上涨0.2%。",
    ),
    near=(
        "青川市全员劳动生产率比上年提高5.7%，污水处理率提高到97.2%，数字经济占比45%、增长8.2%，发案率下降15%。",
    ),
    find=find,
)
