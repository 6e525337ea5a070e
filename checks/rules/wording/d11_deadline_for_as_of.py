"""D11: 截止 before a point in time that 截至 should introduce."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_DEADLINE = late(
    r"截止(?:到|至|于)?(?=目前|[0-9]{4}年|[0-9]{1,2}月|今年|去年|上年|现在|当前|本月|上月|年底|年末|昨日|今日|昨天|今天|[一二三四]季度|上半年|前三季度|本周|上周|发稿时|[一二三四五六七八九十]{1,2}月)"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield 截止 in front of a time."""
    for match in _DEADLINE.finditer(reading.prose.text):
        yield Hit(
            match.start(),
            match.end(),
            "时点前面应用“截至”",
            "“截止”表示到此为止，后面不带时点；“截至”表示统计到某时、其后仍在进行",
            "截至",
        )


RULE = Rule(
    code="D11",
    name="deadline-for-as-of",
    title="“截止”误作“截至”",
    category="wording",
    severity="info",
    what="“截止”后面直接跟时点，如“截止5月底”。",
    why="截至某时是统计的时点，截止是停止；《现代汉语词典》两词用法不同。",
    silent="截止日期、截止时间、于6月30日截止。",
    bad=(
        Example("截止2023年底，全市累计建成充电桩4200个。", "截止"),
        Example("截止到目前，云溪县已有36个村通了天然气。", "截止到"),
    ),
    good=(
        "截至2023年底，全市累计建成充电桩4200个。",
        "截至目前，云溪县已有36个村通了天然气。",
    ),
    near=("报名截止日期为6月30日，逾期不再受理，申报工作已于5月截止。",),
    find=find,
)
