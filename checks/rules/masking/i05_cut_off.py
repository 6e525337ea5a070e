"""I05: a text that is cut off at its end or at its beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.masking.notices import omissions, page_turns
from checks.rules.repetition.words import word_pairs
from extract import Reading
from extract.han import HAN
from extract.late import late
from extract.outline import Paragraph

_END = frozenset("。！？!?…”’」』）)】》.;*_|")
_OPEN_END = frozenset("，、：,:—－-“‘「『（(【《")
# Contacts, credits, attachments, dates and signatures end a text without a stop.
_NO_PROSE = late(
    r"[\s\-—=*#_.·]*$|(?:附件|附表|附图|注|备注|抄送|主送|报送|发送|印发|联系人?|电话|地址|邮编|传真|编辑|责编|责任编辑|记者|作者|来源|文|图|摄影|签发|签发人|"
    r"主题词|单位|日期|完|网址|相关\S{2}|声明|关键词|电邮|电子邮箱|邮箱|编制|审核|校对|出席|列席|参加|主持|主持人|撰稿|供稿)"
    r"[\d一二三四五]{0,2}(?:[：:（(/\s]|$)"
)
_ADDRESS = late(r"https?:|\[email|www\.|@|\.(?:com|cn|net|org)")
_SIGNATURE = late(
    r"[^，。]{0,40}(?:年\s?[\d一二三四五六七八九十]{1,2}\s?月[^，。]{0,8}|人民政府|委员会|办公室|局|厅|院|社|关于[^，。]{2,30})"
)
_PROSE = late(r"[，。；,;]")
_CLAUSE = late(r"我们|要|必须|将|是|已|了|应|把|使|对|着|并|和|与|在|为")
_SHORTEST = 8
_MIDDLE = late(r"^[，。、；：！？,;:!?）)】》”’」』%％]")
_GREETING = late(rf"各位{HAN}{{2,10}}[：:！，]?")
_THREE = late(f"{HAN}{{3}}")
_NO_BEGINNING = frozenset("的了性化们等之及")
_BEGINNINGS = frozenset(
    [
        "化工",
        "化学",
        "化肥",
        "化解",
        "化石",
        "化妆",
        "化验",
        "化纤",
        "化债",
        "化险",
        "化整",
        "等级",
        "等待",
        "等候",
        "等到",
        "等于",
        "性别",
        "性能",
        "性质",
        "性价",
        "及时",
        "及早",
        "及格",
        "的士",
        "的确",
        "了解",
        "了却",
        "之江",
        "之后",
        "之前",
        "之所",
        "之字",
    ]
)
_LEAST_PROSE = 20
_SHOWN = 20
_LONGEST_SHOWN = 50
_OPENING = 1500
_SHORTEST_REPORT = 8000
_CLOSING = late(
    r"让我们|(?:而|努力|团结|不懈|接续)奋斗[！!]|(?:贡献|新篇章|新局面|胜利|前进|答卷|新辉煌|明天|未来|力量|新征程|篇章)[！!]"
)
_REPORT = late(r"政\s?府\s?工\s?作\s?报\s?告")
_REPORTING = late(r"我代表[^。]{2,20}[，向][^。]{0,16}报告[^。]{0,12}，请[^。]{0,8}审")
# The reports of earlier years end in ways of their own.
_RECENT = late(r"(?:199\d|20[0-4]\d)年|二[〇○零][〇○零一二三]")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the broken end, the broken beginning, and the government report without its closing words."""
    text, outline = reading.prose.text, reading.outline
    lines = [paragraph for paragraph in outline.paragraphs if paragraph.kind in ("body", "heading")]
    bodies = [paragraph for paragraph in lines if paragraph.kind == "body"]
    if not bodies:
        return
    first, last = bodies[0], lines[-1]
    yield from _beginning(reading, first)
    if last.kind == "heading":
        if _heads_nothing(outline.paragraphs, last):
            yield Hit(last.start, last.end, "全文以标题结束，标题之下没有内容，后面可能缺文")
    elif _is_broken(text, bodies):
        start = last.end - min(last.end - last.start, _SHOWN)
        shown = text[start : last.end]
        yield Hit(start, last.end, f"全文在“{shown}”处中断，没有句末标点，后面可能缺文")
    elif _lacks_closing(reading, bodies):
        start = max([last.start, *(text.rfind(mark, last.start, last.end - 1) + 1 for mark in "。！？；")])
        start = max(start, last.end - _LONGEST_SHOWN)
        yield Hit(start, last.end, "政府工作报告没有结束语，全文可能在此中断，后面的部分缺失")


def _beginning(reading: Reading, first: Paragraph) -> Iterator[Hit]:
    """The first paragraph that begins in the middle of a sentence or a word, or greets with no title before it."""
    text, outline = reading.prose.text, reading.outline
    words = text[first.start : first.end]
    end = min(first.end, first.start + _SHOWN)
    alone = all(
        paragraph.start >= first.start for paragraph in outline.paragraphs if paragraph.kind != "chrome"
    )
    if _MIDDLE.match(words) or (alone and _begins_inside_word(words)):
        yield Hit(first.start, end, "正文从半句话开始，前面可能缺文")
    elif alone and _GREETING.fullmatch(words):
        yield Hit(first.start, end, "文首是称呼，缺标题", severity="info")


def _begins_inside_word(words: str) -> bool:
    """Whether a paragraph of prose begins with the end of a word (食生产，) or with what cannot begin a sentence."""
    if len(words) < _LEAST_PROSE or not _PROSE.search(words) or not _THREE.match(words):
        return False
    pairs = word_pairs()
    opening = words[:2]
    if opening in pairs.beginning or opening in _BEGINNINGS:
        return False
    return opening in pairs.known or words[0] in _NO_BEGINNING


def _heads_nothing(paragraphs: Sequence[Paragraph], last: Paragraph) -> bool:
    """Whether the last line is a heading whose sisters all head something."""
    index = next(number for number in range(len(paragraphs) - 1, -1, -1) if paragraphs[number] is last)
    sisters = [
        n for n in range(index) if paragraphs[n].kind == "heading" and paragraphs[n].level == last.level
    ]
    heading = sum(paragraphs[number + 1].kind == "body" for number in sisters)
    return len(sisters) > 0 and 5 * heading >= 4 * len(sisters)


def _is_broken(text: str, bodies: Sequence[Paragraph]) -> bool:
    """Whether the last paragraph is prose without a stop, in a text whose paragraphs end with one."""
    last = bodies[-1]
    words = text[last.start : last.end]
    if words[-1] in _END or len(words) < _SHORTEST:
        return False
    if _ADDRESS.search(words[-60:]) or _NO_PROSE.match(words) or _SIGNATURE.fullmatch(words):
        return False
    if _PROSE.search(words) or words[-1] in _OPEN_END:
        return True
    stopped = sum(text[body.end - 1] in _END for body in bodies)
    return _CLAUSE.search(words) is not None and stopped * 5 >= len(bodies) * 4 and len(bodies) > 2


def _lacks_closing(reading: Reading, bodies: Sequence[Paragraph]) -> bool:
    """Whether a whole government report stops without the appeal that all of them end with."""
    text, title = reading.prose.text, reading.outline.title
    opening = text[:_OPENING]
    whole = len(text) > _SHORTEST_REPORT and _RECENT.search(opening)
    named = _REPORT.search(title) or (whole and _REPORTING.search(opening))
    if not named or any(True for _ in page_turns(text)) or omissions(text):
        return False
    return _CLOSING.search(text, bodies[len(bodies) * 2 // 5].start) is None


RULE = Rule(
    code="I05",
    name="cut-off",
    title="文字在开头或结尾处中断",
    category="missing",
    severity="warning",
    what="正文最后一段是成句的文字却没有句末标点；第一段从标点开始；第一段从一个词的后半截开始；政府工作报告没有结束语。只有称呼没有标题的作提示。",
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
