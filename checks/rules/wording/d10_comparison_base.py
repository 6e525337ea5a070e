"""D10: 同比 with the period before, 环比 with the same period of last year."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_YEAR_ON_YEAR = late(
    r"同比[比较与]?(?P<base>上个?月|上一?个?季度|上周|上一个月|[0-9]{1,2}月份?(?=增长|增加|下降|减少|上升|上涨|回落|提高))(?!同期)"
)
_MONTH_ON_MONTH = late(r"环比[比较与]?(?P<base>(?:上年|去年)(?:同期|同月|同季))")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield comparisons whose word and base disagree."""
    text = reading.prose.text
    for pattern, right, meaning in (
        (_YEAR_ON_YEAR, "环比", "同比是与上年同期相比"),
        (_MONTH_ON_MONTH, "同比", "环比是与相邻的上一期相比"),
    ):
        for match in pattern.finditer(text):
            yield Hit(
                match.start(),
                match.end(),
                f"“{match[0][:2]}”与“{match['base']}”不合",
                meaning,
                f"“{right}”或“比{match['base']}”",
            )


RULE = Rule(
    code="D10",
    name="comparison-base",
    title="同比、环比与所比的时期不合",
    category="wording",
    severity="warning",
    what="“同比上月”“环比去年同期”这类写法。",
    why="同比的基期是上年同期，环比的基期是上一期；用错一个词，增速的含义就变了（国家统计局指标解释）。",
    silent="没有写明基期的同比、环比；1月的“环比上年12月”。",
    bad=(
        Example("12月末，全市各项存款余额同比上月增长2%。", "同比上月"),
        Example("一季度，云溪县接待游客环比去年同期增长15%。", "环比去年同期"),
    ),
    good=(
        "12月末，全市各项存款余额比上月末增长2%。",
        "一季度，云溪县接待游客同比增长15%。",
    ),
    near=("1月份，居民消费价格环比上年12月上涨0.6%，同比上涨1.2%。",),
    find=find,
)
