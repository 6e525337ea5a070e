"""A15: a percentage that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.arithmetic.sketch import PERCENT, Sketch, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_BOUNDED = (
    r"占比|比重|份额|城镇化率|优良(?:天数)?(?:比)?率|合格率|满意率|覆盖率|普及率|(?<!毛)入学率|(?<!毛)入园率|就业率|失业率|达标率|处理率|处置率|"
    r"利用率|录取率|开通率|开工率|办结率|参保率|通过率|及格率|优秀率|死亡率|治愈率|自给率|巩固率|知晓率|入住率|使用率|不良率|绿化率|回收率|破案率|"
    r"到位率|签约率|落实率|参与率|支持率|得票率|出勤率|满意度|履约率|合格比例|占"
)
_TAIL = r"(?:已|都|均|全部|约|也|就|分别|总体|平均|仍)?(?:达到?|为|是|至|到|高达|超过?|稳定在|保持在|提高到|提升到|上升到|提升至|提高至|上升至|降至|保持|突破|实现)?$"
_LABEL = late(rf"(?:{_BOUNDED})[^，。；、]{{0,6}}?{_TAIL}")
_MAY_EXCEED = late(
    r"完成率|产销率|毛入学率|毛入园率|负债率|杠杆率|保值增值率|拨备覆盖率|增长率|充足率|流动性覆盖率|替代率|收益率|回报率|使用率超|"
    r"增长|增幅|增速|涨幅|相当于|目标|计划|年度|预算|任务|上年|去年|同期|拨备|偿付|保证金|交易"
)
_OF_PLAN = late(r"开工率|竣工率|到位率|签约率|落实率|执行率|完工率")
_PLANNED = late(r"任务|计划|目标|预算")
_FALLS = late(r"(?:下降|减少|降低|缩减|压减|精简|减)(?:了|达|近)?$")
_MAY_TURN = late(r"利润|盈利|收益|顺差|逆差|净|亏损|结余|效益|增速|增幅|增量|融资|余额")


def find(reading: Reading) -> Iterator[Hit]:
    """The percentages of a document that no reading allows."""
    sketch = sketch_of(reading)
    for place, claim in enumerate(sketch.claims):
        interval = claim.interval
        if claim.unit != "%" or interval is None or claim.masked:
            continue
        over = interval.low is not None and (
            interval.low > 100 or (interval.low == 100 and interval.low_open)
        )
        under = interval.high is not None and interval.high < 0
        if not over and not under:
            continue
        yield from _judged(sketch, place, claim, over)


def _judged(sketch: Sketch, place: int, claim: Claim, over: bool) -> Iterator[Hit]:
    lead = re.split(rf"[，。；{PERCENT}]", sketch.lead(place))[-1]
    quote = sketch.quote(claim)
    if over and claim.direction == "down" and _FALLS.search(lead):
        if not _MAY_TURN.search(sketch.lead(place) + (claim.indicator or "")):
            yield Hit(claim.start, claim.end, f"下降“{quote}”超过了100%，数量不可能降到零以下")
        return
    line = sketch.line_at(sketch.letters[place])
    if _OF_PLAN.search(lead) and _PLANNED.search(sketch.text, line.start, sketch.letters[place]):
        return
    if claim.kind == "growth" or not _LABEL.search(lead) or _MAY_EXCEED.search(lead):
        return
    if not over and "净" in lead:
        return
    reason = "超过100%" if over else "小于0"
    yield Hit(
        claim.start,
        claim.end,
        f"“{lead.strip('、，')[-12:]}{quote}”{reason}，这类比率只能在0到100%之间",
    )


RULE = Rule(
    code="A15",
    name="impossible-percentage",
    title="不可能的百分比",
    category="arithmetic",
    severity="error",
    what="占比、覆盖率、合格率、满意率等只能在0到100%之间；数量下降不能超过100%。",
    why="超出范围的比率在任何口径下都不成立，多为小数点或单位写错。",
    silent="完成率、产销率、毛入学率、负债率、增长率等可以超过100%的比率不判；利润等可以转负的指标下降超过100%不判。",
    bad=(
        Example("窗口服务群众满意率达103%。", "103%"),
        Example("全县生产安全事故起数下降115%。", "115%"),
    ),
    good=(
        "窗口服务群众满意率达98.3%。",
        "全县生产安全事故起数下降15%。",
    ),
    near=("重点项目年度投资完成率达103%。",),
    find=find,
)
