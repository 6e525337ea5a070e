"""G01: list marks that skip, repeat or change their order.

The order of levels follows GB/T 9704-2012; the marks of running text (一是 二是) have no standard but a sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.masking.notices import page_turns
from checks.rules.structure.lists import MarkedList, lists_of
from extract import Reading
from extract.enumerators import LEVELS
from extract.outline import Enumerator

_HAN = "零一二三四五六七八九十"
_SEARCHED = 20_000
_OPENING_LINES = 600


def find(reading: Reading) -> Iterator[Hit]:
    """Find the marks that break their list's sequence."""
    text, outline = reading.prose.text, reading.outline
    continued = any(start < _OPENING_LINES for start, _ in page_turns(text))
    for marked in lists_of(text, outline):
        if marked.family == "sequence" or (marked.family == "note" and len(marked.marks) < 3):
            continue
        first = marked.marks[0]
        if first.number > 1 and not (continued and marked.family in LEVELS):
            since = outline.paragraphs[first.paragraph].start
            starred = rf"^[\s*#]*{first.number - 1}\*{{1,3}}[、.．]"
            if first.opens and re.search(starred, text[max(0, since - _SEARCHED) : since], re.MULTILINE):
                pass  # 1**、: the mark before it is set in bold in part
            elif not _stands(text, since, first.start, marked.family, first.number - 1):
                yield _late_beginning(text, marked)
        yield from _broken_steps(text, marked)


def _late_beginning(text: str, marked: MarkedList) -> Hit:
    first = marked.marks[0]
    words = text[first.start : first.end].strip()
    cause = "，前面有省略，可能缺文" if marked.cut else ""
    return Hit(
        first.start,
        first.end,
        f"序号从“{words}”开始，前面没有第1项{cause}",
        f"本列序号：{_sequence(marked.marks)}",
    )


def _broken_steps(text: str, marked: MarkedList) -> Iterator[Hit]:
    marks = marked.marks
    numbers = [mark.number for mark in marks]
    present = set(numbers)
    skip = False
    for index in range(1, len(marks)):
        before, mark = marks[index - 1], marks[index]
        if skip or mark.number == before.number + 1:
            skip = False
            continue
        words = text[mark.start : mark.end].strip()
        previous = text[before.start : before.end].strip()
        evidence = f"本列序号：{_sequence(marks)}"
        related = ((before.start, before.end),)
        wanted = before.number + 1
        if index + 1 < len(marks) and marks[index + 1].number == wanted + 1:
            skip = True
            message = f"序号“{words}”与前后不连续，此处应为第{wanted}项"
        elif mark.number == before.number:
            message = f"序号“{words}”重复，此处应为第{wanted}项"
        elif mark.number > wanted:
            absent = [number for number in range(wanted, mark.number) if number not in present]
            if not absent and any(number < mark.number for number in numbers[index + 1 :]):
                message = f"序号次序颠倒：“{words}”排在“{previous}”之后"
            elif not absent or _stands(text, before.end, mark.start, marked.family, absent[0]):
                continue  # the late half of a swap, or a mark in other words
            else:
                missing = "、".join(f"第{number}项" for number in absent[:5])
                message = f"序号不连续：“{previous}”之后直接是“{words}”，缺{missing}"
        elif mark.number in numbers[:index]:
            message = f"序号“{words}”重复或倒退：前一项是“{previous}”"
        else:
            continue  # the late half of a swap that has been told
        yield Hit(mark.start, mark.end, message, evidence, "", related)


def _sequence(marks: list[Enumerator]) -> str:
    shown = "、".join(str(mark.number) for mark in marks[:20])
    return shown + ("……" if len(marks) > 20 else "")


def _stands(text: str, start: int, end: int, family: str, number: int) -> bool:
    """Whether a mark stands between two others in a form or a place that is no proper mark's."""
    start = max(start, end - _SEARCHED)
    if not 0 < number <= 10:
        return False
    han = _HAN[number]
    if family in LEVELS:
        pattern = rf"(?:^|[\s*#。；！])[(（]?(?:{han}|{number})\**[)）、．.\s：:]"
    else:
        pattern = (
            rf"(?<![唯统之第十]){han}(?:是|要(?!求|素|点))|(?:^|[。；：，、\s“”]){han}(?:个|来|则|靠|为|曰|方面)"
            rf"|(?:^|[。；：，、\s“”])(?:第|其){han}[，,、：:是]"
        )
        pattern += r"|首先|一方面" if number == 1 else r"|[其再]次[，是]"
    return re.search(pattern, text[start:end], re.MULTILINE) is not None


RULE = Rule(
    code="G01",
    name="numbering-broken",
    title="序号缺漏、重复或颠倒",
    category="structure",
    severity="warning",
    what="按类型和层级核对文中的序号（一、（一）1.（1）①、一是、一要、第一，等）：应从第1项起逐项递增，进入新的上级标题后重新起算。",
    why="序号断开往往意味着漏了一段、重复粘贴或改动后没有重排。层次序数的次序见 GB/T 9704-2012 第7.3.3条。",
    silent="文首注明“紧接第×版”等的节选，标题序号不从一开始；新的上级标题下重新起算；跨上级连续编号；缺的那一项在原处以别的写法出现。",
    bad=(
        Example("今年重点抓三件事。一是修好青川大道；二是建成云溪水厂；四是办好临江书展。", "四是"),
        Example(
            "一、上年工作\n青川市完成了各项任务。\n二、存在问题\n产业结构还不优。\n二、今年安排\n继续抓好项目。",
            "二、今年安排",
        ),
        Example(
            "（一）强化招商引资。全年签约项目多。\n（三）优化营商环境。办事更方便。\n（二）加快园区建设。路网更完善。",
            "（三）",
        ),
    ),
    good=(
        "今年重点抓三件事。一是修好青川大道；二是建成云溪水厂；三是办好临江书展。",
        "一、上年工作\n（一）抓项目。开工快。\n（二）抓招商。落地多。\n二、今年安排\n（一）稳增长。扩投资。\n（二）惠民生。办实事。",
    ),
    near=(
        "（紧接第一版）完成投资任务。\n（五）民生保障有力。新建学校两所。\n（六）社会大局稳定。信访量下降。",
        "坚持“一要吃饭、二要建设”的原则，三要三不要的界线必须分清。",
        "二、三产业加快发展，服务业比重继续提高。",
    ),
    find=find,
)
