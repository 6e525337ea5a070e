"""D21: 与 where 比 or 与……相比 is meant: 与上年增长5%."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_CHANGE = r"(?:大幅|小幅|略有?|净|又|再|共)?(?P<verb>增长|增加|下降|减少|提高|上升|回落)(?:了|近|约|超过?|逾){0,2}(?=[0-9一二三四五六七八九十两])"
_PERIOD = "(?:上年|去年|前年|上月|上季度|上一?年度|(?:19|20)[0-9]{2}年)(?:同期|同月|同季)?"
_BARE = late(rf"(?:[与和跟]|(?<![不合共相如协会一])同)(?P<base>{_PERIOD})[，,]?{_CHANGE}")
_LEVEL = late(
    rf"与(?P<base>[^，。；：、\n,;:]{{2,24}}?[0-9][0-9,.]{{0,12}}[^，。；、\n,;0-9]{{0,6}})[，,]{_CHANGE}"
)
_ONLY = late(
    rf"比(?P<base>[^，。；：、\n,;:比重例率]{{1,10}}(?:只有|仅有|仅为)[0-9][0-9,.]{{0,12}}[^，。；、\n,;0-9]{{0,6}})[，,]{_CHANGE}"
)
_RIGHT = late("相比|相较|比较|对比|持平|相当|一致|同比|环比|合计|之[和差]|不同|有关|挂钩|签|合作|同步|相同")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield changes measured from something that 与 alone introduces."""
    text = reading.prose.text
    for match in _BARE.finditer(text):
        yield _hit(match.start(), match.end(), match["base"], match["verb"])
    at = text.find("与")
    while at >= 0:
        level = _LEVEL.match(text, at)
        if level is not None and not _RIGHT.search(level["base"]):
            yield _hit(at, level.end(), level["base"], level["verb"])
        at = text.find("与", at + 1)
    for match in _ONLY.finditer(text):
        yield Hit(
            match.start(),
            match.end(),
            "“比……只有”与“增加”杂糅",
            "“比”后面是比较的对象，不能又作一个句子",
            "写“比……的N增加”，或“……只有N，增加”",
        )


def _hit(start: int, end: int, base: str, verb: str) -> Hit:
    return Hit(
        start,
        end,
        f"“与……{verb}”杂糅",
        "“与”引出的对象后面要有“相比”，或用“比”",
        f"比{base}{verb}",
    )


RULE = Rule(
    code="D21",
    name="and-for-than",
    title="“与……增长”缺“相比”",
    category="wording",
    severity="warning",
    what="比较对象用“与”引出而没有“相比”：与上年增长5%，与4月时的3.1万人，增加近一成。",
    why="“与……相比，增长”和“比……增长”两种句式套在一起，读者会以为两样东西一起增长。",
    silent="“与上年持平”“与去年同期相比”“与2023年同比增长”；“与”连接两个主语的句子。",
    bad=(
        Example("全县粮食总产量18.6万吨，与上年增长2.3%。", "与上年增长"),
        Example("全年受理投诉9760宗，比前一年只有4980宗，大幅增加近一倍。", "比前一年只有4980宗"),
        Example("活动共需志愿者3400名，与去年估算的3100名，增加近一成。", "与去年估算的3100名，增加"),
    ),
    good=(
        "全县粮食总产量18.6万吨，比上年增长2.3%。",
        "活动共需志愿者3400名，与去年估算的3100名相比，增加近一成。",
    ),
    near=(
        "全年接待游客320万人次，与上年持平；工业投资与技改投资分别增长8%、12%，与2024年同比增长情况相当。",
    ),
    find=find,
)
