"""Whether a claim is a result, an aim or an estimate."""

from __future__ import annotations

from collections.abc import Sequence

from extract.claim import Status
from extract.late import late
from extract.outline import Outline
from extract.periods import PeriodMention

# 将 is no future before an object whose verb follows (将比例由5%提高到8%), nor in 将近 and 将军.
_WILL = (
    r"(?<![即必])将(?!近|军|领|士|来|要求|于?近日)(?!(?![由从使会继])[^，。；]{2,24}?"
    r"(?:由(?!于)|从[0-9一二原去]|[提升增降调压减缩扩](?:高|低|升|至|到|长|大|小|短)(?:至|到)|整合|合并|划转|列为|列入|纳入|作为|设为|增设为|认定为|评为|改为|调整为))"
)
_MUST = r"(?<![主重需必首摘概纪只不紧险机切简提摘])要(?!求(?!每|到|达|在20|今后)|素|点|闻|道|地|么|是|件|害|塞|领|政|人|案|职|旨)"
_TARGET = late(
    r"力争|确保|争取(?=实现|达到|到20|到“|到一九|年|全年|完成|在|突破|今年|\d|把|使|有)|努力实现|努力达到|奋斗目标|(?<!考核)(?<!下达)目标(?!任务完成|责任|给|客|群|人群)|预期(?=增长|达到|实现|控制|性)|"
    r"(?:今年|明年|年内|全年|后年)计划(?!生育|经济|单列|委|执行|完成|的|定额|成本|指标|任务|数|内|外)|(?<![年原度等项》”])计划(?=(?:在|到|于|用|从|把|将|由)|(?:平均)?(?:每年)?(?:新增|完成(?!$)|建|投|实施(?!顺利|情况|以来|了|取得)|安排|引进|开工|总投资|兴建|培育|达到|增长|增加|递增|减少|降低|提高|生产|收购|用于))|"
    r"(?:计划|规划|纲要|方案|草案)(?:草案)?(?:中)?(?:规定|要求|提出)|(?:全会|大会|会议|党代会|次会)提出|(?:计划|规划)把|规划(?=建设|新增|到|在)|打算|拟(?!定|人|态|合|于|议)|"
    rf"{_WILL}|{_MUST}|建议今年|今年(?:中央|省级?|市级?|全国|各级)?财政(?:再|新增)?安排|今后(?!看)|未来(?=[一二三五十几两0-9])|必须(?=[^，。；]{{0,14}}(?:达到|控制|争取|完成|增加|减少))|"
    r"到“?十[三四五六]五”?末|到(?P<year>20\d\d)年(?!年?[底末初]?的|[^，。；]{0,3}底?[已止])"
)
_ESTIMATE = late(
    r"预计|预估|预期(?=(?:[升降涨跌增减]|下降|上升|下跌|上涨|顺差|逆差|减少)?-?$|为)|有望|估计|预测|预料|可能达|可望|可以?(?:达|实现|增加|减少|节约|节省|新增|增收|增产|带动|拉动|翻|提高|降低)|据测算|测算|估算|推算|(?:(?<![^，。；：“「 ])|(?<=[预据般界场家行]))料(?=[将会升跌增减达有超逾全今明年])|或(?=[将达]\w{0,4})|的(?:可能性|[概几]率)"
)
# 将8个公司合并为一个: 将 only puts the object before the verb.
_TURNED_INTO = late(
    r"[^，。；]{1,24}?(?:整合|合并|划转|列为|列入|纳入|改为|调整为|设为|定为|增加到|减少到|提高到|降低到)"
)
_AIMED = late(r"力争|确保|争取|目标|计划|要求")
# 略低于8%的预定目标: the number is the aim.
AIM_BEHIND = late(r"的(?:预[定期]|年初|年度|既定|原定|计划|宏伟|奋斗|战略|增长){0,2}目标(?!任务)")
_ESTIMATE_NOTE = late(r"[^，。；]{0,2}[（(](?:预估|预计|预测|估计)|的(?:可能性|[概几]率)")
_ACTUAL = late(
    r"已经?(?!知)|累计(?:完成|实现)|目前|现有(?=[^，。；]{0,6}$)|(?<![比较])[去上]年|过去|实现了|达到了|完成了|增加了|下降了|提高了|以来|截至|现在有|前值"
)
_AIMS = late(
    r"工作安排|工作部署|目标任务|主要目标|重点任务|工作任务|重点工作|重点抓好|今年.{0,6}工作|明年.{0,6}工作|总体要求|发展目标|下一?步|工作打算|"
    r"工作计划|工作建议|主要任务|预期目标|总体思路|(?:总体|任务|重点|安排)部署|部署$|奋斗目标|目标路径|发展蓝图|任务和|的任务|展望|行动目标|工作目标"
)
_PAST = late(r"回顾|成就|完成情况|过去|取得|主要工作和|去年|情况|总结|成绩|工作报告|以来|现状|基础")
# The title of a document that plans, and the opening of a report on a five-year plan.
_PLANNING = late(
    r"行动方案|行动计划|实施方案|工作方案|规划(?!局|院|展)|实施意见|若干措施|工作要点|计划的?通知"
)
_PLAN_REPORT = late(
    r"关于[^，。\n]{0,16}?(?:第[一二三四五六七八九十]{1,2}个五年(?:计划|规划)|“?十[一二三四五六]?五”?(?:计划|规划))(?:草案|纲要)?[^，。\n]{0,6}的?(?:报告|说明)"
)
_PLAN_LAYS_DOWN = late(
    r"(?:第[一二三四五六七八九十]{1,2}个五年计划|“?[一二三四五六七八九十]{1,2}五”?计划)(?:的?规定|要求|确定|提出)"
)
_OPENING = 300


def aims_by_section(outline: Outline, text: str) -> list[bool]:
    """For each paragraph whether its headings, or the document's title, announce aims, not results.

    Args:
        outline: The structure of the text.
        text: The analysis text.

    Returns:
        One flag a paragraph. The nearest heading that says either decides.
    """
    verdicts: list[bool | None] = []
    titled = bool(_PLANNING.search(outline.title)) and not _PAST.search(outline.title)
    for paragraph in outline.paragraphs:
        own: bool | None = None
        if paragraph.level or paragraph.kind == "heading":
            title = text[paragraph.start : paragraph.end]
            if _AIMS.search(title) and not _PAST.search(title):
                own = True
            elif _PAST.search(title):
                own = False
        if own is None and 0 <= paragraph.section < len(verdicts):
            own = verdicts[paragraph.section]
        verdicts.append(own)
    return [titled if verdict is None else verdict for verdict in verdicts]


def plan_reported_on(text: str, mentions: Sequence[PeriodMention]) -> str | None:
    """The first day of the five-year plan that a document opens by reporting on: the plan's figures are aims.

    Args:
        text: The analysis text.
        mentions: The periods that it names, in order.

    Returns:
        The day, ISO 8601, ``None`` for a document that is no such report.
    """
    found = _PLAN_REPORT.search(text, 0, _OPENING) or _PLAN_LAYS_DOWN.search(text, 0, _OPENING)
    if found is None:
        return None
    plans = [m for m in mentions if m.kind == "plan" and found.start() <= m.start < found.end()]
    return plans[0].first if plans else None


def status_of(
    before: str, after: str, carried: Status | None, aims: bool, year: int | None
) -> tuple[Status, Status | None]:
    """The status of a claim.

    Args:
        before: The words between the quantity before it, or the sentence's start, and this one.
        after: The words after it up to the next mark.
        carried: What words earlier in the sentence said, ``None`` for nothing.
        aims: Whether its section announces aims.
        year: Last year that is over on the document's own date, ``None`` where it has none.

    Returns:
        The claim's status, and what the rest of the sentence inherits.
    """
    target = actual = -1
    for match in _TARGET.finditer(before):
        named = match["year"]
        turned = match.group() == "将" and match.end() > len(before) - 2 and _TURNED_INTO.match(after)
        # 2021年到2025年 in a document without a date is more likely a review than a plan.
        ranged = named is not None and before[match.start() - 1 : match.start()] == "年"
        later = not ranged if year is None else named is None or int(named) > year
        if not turned and later:
            target = match.end()
    for match in _ACTUAL.finditer(before):
        actual = match.end()
    if _ESTIMATE.search(before) or _ESTIMATE_NOTE.match(after):
        # What is estimated will be: 将 behind 估计 makes nothing that follows an aim.
        return "estimate", "target" if target > actual and _AIMED.search(before) else carried
    if target > actual:
        carried = "target"
    elif actual >= 0:
        carried = "actual"
    if AIM_BEHIND.match(after):
        return "target", carried
    return carried or ("target" if aims else "actual"), carried


def estimates_before(before: str) -> int:
    """Offset behind the last word of estimate in the words before a quantity, -1 for none."""
    end = -1
    for match in _ESTIMATE.finditer(before):
        end = match.end()
    return end
