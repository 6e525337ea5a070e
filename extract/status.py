"""Whether a claim is a result, an aim or an estimate."""

from __future__ import annotations

import re

from extract.claim import Status
from extract.outline import Outline

_TARGET = re.compile(
    r"力争|确保|争取(?=实现|达到|到20|到“|年|全年|完成|在|突破|今年|\d)|努力实现|努力达到|目标(?!任务完成|责任)|预期(?!寿命)|"
    r"计划(?=新增|完成|建|投|实施|安排|引进|开工|到|于|在|用|总投资|培育)|规划(?=建设|新增|到)|打算|拟(?!定|人|态|合)|"
    r"(?<![即必])将(?!近|军|来)|(?<![主重需必首摘概纪只不紧险机])要(?!求|素|点|闻|道|地|么|是)|建议今年|"
    r"到“?十[三四五六]五”?末|到(?P<year>20\d\d)年(?!的)"
)
_ESTIMATE = re.compile(r"预计|预估|有望|估计|预测|可能达|可以拉动|可拉动|可望|据测算|测算")
_ESTIMATE_NOTE = re.compile(r"[^，。；]{0,2}[（(](?:预估|预计)")
_ACTUAL = re.compile(
    r"已经?(?!知)|累计(?:完成|实现)|目前|现有|去年|上年|过去|实现了|达到了|完成了|增加了|下降了|提高了|以来"
)
_AIMS = re.compile(
    r"工作安排|工作部署|目标任务|主要目标|重点任务|工作任务|重点工作|重点抓好|今年.{0,6}工作|明年.{0,6}工作|总体要求|发展目标|下一?步|工作打算|"
    r"工作计划|工作建议|主要任务|预期目标|总体思路|部署|奋斗目标|目标路径|发展蓝图|任务和|的任务|展望"
)
_PAST = re.compile(r"回顾|成就|完成情况|过去|取得|主要工作和|去年|情况|总结|成绩|工作报告|以来")


def aims_by_section(outline: Outline, text: str) -> list[bool]:
    """For each paragraph whether its headings announce aims, not results.

    Args:
        outline: The structure of the text.
        text: The analysis text.

    Returns:
        One flag a paragraph. The nearest heading that says either decides.
    """
    verdicts: list[bool | None] = []
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
    return [bool(verdict) for verdict in verdicts]


def status_of(
    before: str, after: str, carried: Status | None, aims: bool, year: int | None
) -> tuple[Status, Status | None]:
    """The status of a claim.

    Args:
        before: The words between the quantity before it, or the sentence's start, and this one.
        after: The words after it up to the next quantity.
        carried: What words earlier in the sentence said, ``None`` for nothing.
        aims: Whether its section announces aims.
        year: Last year that is over on the document's own date, ``None`` where it has none.

    Returns:
        The claim's status, and what the rest of the sentence inherits.
    """
    target = actual = -1
    for match in _TARGET.finditer(before):
        named = match["year"]
        if named is None or year is None or int(named) > year:
            target = match.end()
    for match in _ACTUAL.finditer(before):
        actual = match.end()
    if target > actual:
        carried = "target"
    elif actual >= 0:
        carried = "actual"
    if _ESTIMATE.search(before) or _ESTIMATE_NOTE.match(after):
        return "estimate", carried
    return carried or ("target" if aims else "actual"), carried
