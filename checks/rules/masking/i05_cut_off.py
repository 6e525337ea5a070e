"""I05: a text that is cut off at its end or at its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.masking.notices import omissions, page_turns
from extract import Reading
from extract.outline import Paragraph

_END = frozenset("。！？!?…；”’」』）)】》.;*_|")
_OPEN_END = frozenset("，、：,:—－-“‘「『（(【《")
_NO_PROSE = re.compile(
    r"^[\s\-—=*#_.·]*$|https?:|www\.|@|\.(?:com|cn|net|org)|^(?:附件?|附表|注|备注|抄送|主送|报送|发送|印发|联系|电话|地址|邮编|传真|"
    r"编辑|责编|记者|作者|来源|文/|图/|摄影|签发|主题词|单位|日期|完|网址|相关|声明|关键词|编制|审核|校对|出席|列席|参加|主持)"
    r"|\d{4}\s?年\s?\d{1,2}\s?月|[〇零一二三四五六七八九]{4}年|(?:人民政府|委员会|办公室|局|厅|院|报社|电)$"
)
_PROSE = re.compile(r"[，。；,;]")
_MIDDLE = re.compile(r"^[，。、；：！？,;:!?）)】》”’」』%％]")
_LEAST_PROSE = 24
_SHOWN = 20
_CLOSING = re.compile(
    r"让我们|(?:而|努力|团结|不懈|接续)奋斗[！!]|(?:贡献|新篇章|新局面|胜利|前进|答卷|新辉煌|明天|未来|力量|新征程|篇章)[！!]"
)
_REPORT = re.compile(r"政\s?府\s?工\s?作\s?报\s?告")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the broken end, the broken beginning, and the government report without its closing words."""
    text, outline = reading.prose.text, reading.outline
    bodies = [paragraph for paragraph in outline.paragraphs if paragraph.kind == "body"]
    if not bodies:
        return
    first, last = bodies[0], bodies[-1]
    if _MIDDLE.match(text[first.start : first.start + 1]):
        yield Hit(first.start, min(first.end, first.start + _SHOWN), "正文从半句话开始，前面可能缺文")
    ending = _ending(text, last)
    if ending is not None:
        yield ending
    elif _lacks_closing(reading, bodies):
        start = max([last.start, *(text.rfind(mark, last.start, last.end - 1) + 1 for mark in "。！？")])
        yield Hit(start, last.end, "政府工作报告没有结束语，全文可能在此中断，后面的部分缺失")


def _ending(text: str, last: Paragraph) -> Hit | None:
    words = text[last.start : last.end]
    end = words[-1]
    if end in _END or _NO_PROSE.search(words[-60:]) or len(words) < _SHOWN:
        return None
    prose = len(words) >= _LEAST_PROSE and _PROSE.search(words) is not None
    if end not in _OPEN_END and not prose:
        return None
    start = last.end - min(len(words), _SHOWN)
    return Hit(start, last.end, f"全文在“{text[start : last.end]}”处中断，没有句末标点，后面可能缺文")


def _lacks_closing(reading: Reading, bodies: list[Paragraph]) -> bool:
    """Whether a whole government report stops without the appeal that all of them end with."""
    text, title = reading.prose.text, reading.outline.title
    if not _REPORT.search(title) or any(True for _ in page_turns(text)) or omissions(text):
        return False
    return _CLOSING.search(text, bodies[len(bodies) * 2 // 5].start) is None


RULE = Rule(
    code="I05",
    name="cut-off",
    title="文字在开头或结尾处中断",
    category="missing",
    severity="warning",
    what="正文最后一段是成句的文字却没有句末标点；第一段从标点开始；政府工作报告没有结束语。",
    why="抓取、复制和分页都会截断文字，缺的部分里可能有要核对的数字。",
    silent="末尾是署名、日期、附件、联系方式、网址、名单或表格；有转版标记的报纸节选；已有省略告示的（I04）。",
    bad=(
        Example(
            "青川市召开动员会。时间就是金钱，效率就是生命，各级各部门要抓紧落实各项任务，确保全年目标如期实",
            "如期实",
        ),
        Example("，全市工业保持平稳增长。下一步要抓好项目建设。", "，全市工业"),
        Example(
            "2026年青川市政府工作报告\n各位代表：\n一、2025年工作回顾\n全年经济运行平稳，各项任务圆满完成。\n二、主要目标\n经本次大会批准后，市政府将认真组织实施。",
            "市政府将认真组织实施",
        ),
    ),
    good=(
        "青川市召开动员会。各级各部门要抓紧落实各项任务，确保全年目标如期实现。",
        "2026年青川市政府工作报告\n各位代表：\n一、2025年工作回顾\n全年经济运行平稳。\n二、今年工作\n抓好落实。\n让我们团结起来，为建设美丽青川而努力奋斗！",
    ),
    near=(
        "关于印发青川市防汛预案的通知，请遵照执行。\n青川市人民政府办公室\n2026年5月6日",
        "会议由市长主持，通过了五项议程。\n出席：张明、李强、王芳、赵敏、孙丽、周洁、吴刚、郑伟",
    ),
    find=find,
)
