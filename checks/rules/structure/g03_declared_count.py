"""G03: a declared number of points and the list marks that follow it (讲三点意见：一是…二是…)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.relation import Member, Relation
from checks.rule import Example, Rule
from checks.rules.structure.counts import MEASURE, NUMBER, declared_number
from checks.rules.structure.lists import MarkedList, lists_of
from extract import Reading
from extract.han import HAN
from extract.late import late
from extract.outline import Enumerator

_DECLARED = late(
    rf"(?<![第十百千万亿\d.一二三四五六七八九])(?P<number>{NUMBER})(?P<measure>{MEASURE})(?P<noun>{HAN}{{0,8}})"
)
_ANNOUNCED = late(
    r"(?:讲|谈|说|强调|以下|下面|如下|下列|(?:要|将|重点|着力|突出|切实)[^，。]{0,4}(?:抓好|抓|做好|把握好?|处理好|解决|办好|实施))[^，。：]{0,6}$"
)
_STRUCTURAL = late(
    rf"(?:个方面|大方面|方面|点|条|句话|层面|步|招)|(?:个|大|项|件)(?:{HAN}{{0,4}}?)(?:方面|问题|关系|重点|环节|关键|特点|层面|要求|"
    r"意见|任务|举措|措施|工作|目标|原则|短板|感受|体会|建议|领域|行动|工程|实事|大事|事|要点|优势|机遇|挑战|变化|转变|突破|"
    r"维度|方向|着力点|抓手|内容|部分|必须|坚持|结合|确保|原因|阶段|矛盾|不足|困难|经验|启示|希望|文章|硬仗|攻坚战)"
)
_BETWEEN = late(rf"(?:{HAN}|[，,的“”]){{0,16}}[：:。，,；！\s]{{0,6}}")
_LEAD = 80
_GAP = 24
_DASH = ("——", "--", "──")


def relate(reading: Reading) -> Iterator[Relation]:
    """Compare each declared number with the list below it."""
    text = reading.prose.text
    lists = lists_of(text, reading.outline)
    alone = Counter((one.family, one.marks[0].paragraph) for one in lists if len(one.marks) == 1)
    for marked in lists:
        first = marked.marks[0]
        if (
            first.number != 1
            or _is_pair(marked, alone)
            or marked.family in ("article", "chapter", "section", "part", "note")
        ):
            continue
        lead = _lead(reading, first)
        declared = _declaration(text, lead, first.start)
        if declared is not None:
            relation = _compare(text, declared, marked)
            if relation is not None:
                yield relation
    yield from _dashed(reading)


def _dashed(reading: Reading) -> Iterator[Relation]:
    """Compare a declared number with the paragraphs behind it that begin with a dash (——一是 …)."""
    text, paragraphs = reading.prose.text, reading.outline.paragraphs
    number = 0
    while number < len(paragraphs):
        first = number
        while number < len(paragraphs) and text.startswith(_DASH, paragraphs[number].start):
            number += 1
        items = paragraphs[first:number]
        number += number == first
        if len(items) < 2 or first == 0:
            continue
        lead = paragraphs[first - 1]
        end = len(text[lead.start : lead.end].rstrip(" #*。：:")) + lead.start
        floor = max(
            [lead.start, end - _LEAD, *(text.rfind(mark, lead.start, end) + 1 for mark in "。！？；")]
        )
        declared = _declaration(text, floor, items[0].start)
        if declared is None:
            continue
        marks = [
            Enumerator(one.start, one.start + 2, "dash", n, first, True) for n, one in enumerate(items, 1)
        ]
        relation = _compare(text, declared, MarkedList("dash", marks))
        if relation is not None:
            yield relation


def _is_pair(marked: MarkedList, alone: Counter[tuple[str, int]]) -> bool:
    """Whether 一是 stands for every item (一是…，一是…), so that the marks count nothing."""
    first = marked.marks[0]
    return len(marked.marks) == 1 and alone[marked.family, first.paragraph] > 1


def _lead(reading: Reading, first: Enumerator) -> int:
    """Where the sentence begins that leads to a list: the mark's own, or the one before it."""
    text, paragraphs = reading.prose.text, reading.outline.paragraphs
    own = paragraphs[first.paragraph]
    floor = own.start
    if first.opens:
        before = first.paragraph - 1
        while before >= 0 and paragraphs[before].kind in ("chrome", "caption"):
            before -= 1
        if before < 0:
            return first.start
        floor = paragraphs[before].start
    end = len(text[floor : first.start].rstrip(" \n#*。：:！，,；")) + floor
    floor = max(floor, end - _LEAD)
    return max([floor, *(text.rfind(mark, floor, end) + 1 for mark in "。！？；")])


def _declaration(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last declared number of a lead that nothing but a few words separates from the list."""
    found = None
    for match in _DECLARED.finditer(text, start, end):
        found = match
    if found is None:
        return None
    rest = text[found.end() : end]
    return found if len(rest.strip()) <= _GAP and _BETWEEN.fullmatch(rest.strip(" \n#*")) else None


def _compare(text: str, declared: re.Match[str], marked: MarkedList) -> Relation | None:
    number, marks = declared_number(declared["number"]), marked.marks
    listed = marks[-1].number
    words = declared.group()
    members = (
        Member(declared.start(), declared.end("measure") + len(_noun(declared))),
        *(Member(mark.start, mark.end) for mark in marks),
    )
    shown = "、".join(text[mark.start : mark.end].strip(" 、，,：:。*#") for mark in marks[:12])
    if len(marks) == number == listed:
        return Relation("count", "weak", "holds", f"“{words}” = {shown}，共{listed}项", members)
    if len(marks) != listed:
        reason = f"列项序号有缺漏或重复（{shown}），项数无从核对"
        return Relation("count", "weak", "not_assessable", f"“{words}”，序号到第{listed}项", members, reason)
    if marked.family == "sequence" or not _is_clear(text, declared, marked):
        reason = f"“{words}”未必指其后的{listed}项"
        return Relation("count", "weak", "not_assessable", f"“{words}”，其后列{listed}项", members, reason)
    tail = "，其后文字有省略" if marked.torn else ""
    return Relation(
        "count",
        "weak",
        "broken",
        f"称{number}，列出{shown}，共{listed}项",
        members,
        message=f"称“{words}”，其后只列出{listed}项{tail}"
        if listed < number
        else f"称“{words}”，其后却列出{listed}项",
    )


def _noun(declared: re.Match[str]) -> str:
    return declared["noun"][:4]


def _is_clear(text: str, declared: re.Match[str], marked: MarkedList) -> bool:
    """Whether the number can only be meant for this list."""
    lead = text[max(0, declared.start() - 30) : declared.start()]
    rest = text[declared.end() : marked.marks[0].start]
    structural = _STRUCTURAL.match(declared["measure"] + declared["noun"]) is not None
    return structural and ("：" in rest or ":" in rest or _ANNOUNCED.search(lead) is not None)


RULE = Rule(
    code="G03",
    name="declared-count-mismatch",
    title="声明的条数与实际列出的不符",
    category="structure",
    severity="warning",
    what="“讲三方面内容”“抓好以下六大举措：”之后列出的序号（一、（一）一是、第一，等）或以破折号起头的段落有几项，与所说的数目是否一致。",
    why="少列一项多半是漏排或删改后没有改总数，读者数得出来。",
    silent="数目后面没有紧接序号；序号本身有缺漏（由 G01 报告）；“首先、其次、最后”；数目是名称（五大工程）或事物的数量。",
    bad=(
        Example("下面，我讲三点意见。一是抓紧开工；二是抓好质量。", "三点意见"),
        Example(
            "青川市要实施以下四大举措：\n（一）扩投资。项目要多。\n（二）促消费。市场要旺。\n（三）稳外贸。订单要足。",
            "四大举措",
        ),
        Example(
            "青川市工作突出以下三个方面。\n——稳增长。项目开工。\n——惠民生。学校建成。\n各县要抓好落实。",
            "三个方面",
        ),
        Example("做好下步工作，要把握好两个方面：一要守底线；二要抓重点；三要求实效。", "两个方面"),
    ),
    good=(
        "青川市工作突出以下两个方面。\n——稳增长。项目开工。\n——惠民生。学校建成。",
        "下面，我讲三点意见。一是抓紧开工；二是抓好质量；三是抓牢安全。",
        "青川市要实施以下两大举措：\n（一）扩投资。项目要多。\n（二）促消费。市场要旺。",
    ),
    near=(
        "深入实施十项重大工程。一是开工青云高速；二是建成云溪水库。",
        "临江区新建学校3所、改造道路5条。一是资金到位早；二是施工组织好。",
    ),
    relate=relate,
)
