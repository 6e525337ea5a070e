"""D02: the growth of a quantity is printed in percentage points where per cent is meant."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.rates import LEVEL_NOUNS
from extract import Reading
from extract.late import late

_GROWTH = late(
    r"(?P<verb>增长|下降|上涨|下跌)了?(?:近|约|逾|超过)?(?P<number>[0-9]{1,4}(?:\.[0-9]{1,4})?)个百分点"
)
_LINK = late(
    r"(?:[比较](?:上年|去年|[0-9]{4}年)?(?:同期|同月|年初|年末|年底)?|同比|环比|年均|累计|平均|又|再|已|均|都|分别|实际|名义|大幅|进一步|预计)$"
)
_PRICES = ("消费价格", "出厂价格", "购进价格", "CPI", "PPI", "房价", "租金", "价格")
_RATIO_WORDS = late("[率速幅占每]|比重|份额|比例|拉动|贡献|结构|[高低快慢]于|指数|利差|百分点|[升降]至")
_LEVEL = late(
    "[0-9万亿](?:元|美元|吨|人次|辆|台|千瓦时|度|户|人|家|件|亩|套|平方米|立方米|标箱)(?:以上|左右)?[，、,]$"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield growth in percentage points whose subject is a quantity."""
    text = reading.prose.text
    for match in _GROWTH.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        before = before[max(before.rfind(mark) for mark in "。；\n") + 1 :]
        for _ in range(3):
            shorter = _LINK.sub("", before)
            if shorter == before:
                break
            before = shorter
        clause = (
            before.rstrip("，、,").rpartition("，")[2]
            if _LEVEL.search(before)
            else before.rpartition("，")[2]
        )
        if not clause or _RATIO_WORDS.search(clause):
            continue
        if match["verb"] in ("上涨", "下跌"):
            wrong = clause.endswith(_PRICES)
        else:
            wrong = match["verb"] == "增长" or bool(clause.endswith(LEVEL_NOUNS) or _LEVEL.search(before))
        if wrong:
            yield Hit(
                match.start(),
                match.end(),
                "数量的增减应写“%”，不写“百分点”",
                "前面说的是数量而不是比率，没有百分点可增减",
                f"{match['verb']}{match['number']}%",
            )


RULE = Rule(
    code="D02",
    name="points-for-percent",
    title="数量的增长用了百分点",
    category="wording",
    severity="warning",
    what="产值、收入、投资等数量和物价后面写“增长（下降）N个百分点”。",
    why="百分点只用于两个百分比之差；数量的增长写百分之几（国家统计局指标解释）。",
    silent="同一分句有增速、占比、率、拉动、贡献、高于、快于、每（增长）等字样，百分点另有所属。",
    bad=(
        Example("青川市规上工业总产值同比增长12个百分点。", "增长12个百分点"),
        Example("全县旅游收入比上年增长8.5个百分点，接待游客创新高。", "增长8.5个百分点"),
        Example("全年发送旅客1260万人次，同比增长6.2个百分点。", "增长6.2个百分点"),
        Example("11月，全市居民消费价格同比上涨0.3个百分点。", "上涨0.3个百分点"),
    ),
    good=(
        "青川市规上工业总产值同比增长12%。",
        "全县旅游收入增速比上年提高8.5个百分点。",
    ),
    near=("高技术制造业投资拉动全部投资增长1.5个百分点。",),
    find=find,
)
