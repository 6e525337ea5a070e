"""K02: a blank inside a word or between a Latin word and the Chinese one that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.layout.word_breaks import splits_word
from checks.rules.repetition.words import word_pairs
from extract import Reading
from extract.han import HAN
from extract.late import late
from extract.normalise import spans

_HAN = late(f"{HAN}")
_LATIN = late("[A-Za-z0-9][A-Za-z0-9&.+-]{0,20}$")
_LATIN_WORD = late("[A-Za-z][A-Za-z0-9&.+-]{0,20}")
_WORD = late("[a-z]{2,}")
_TOUCHING = late(f"(?:{HAN}[A-Za-z0-9]|[A-Za-z0-9%]{HAN})")
_HEAD = late(
    "(?:^|[\n。])[ \u3000]*(?:第[一二三四五六七八九十百零〇0-9]{1,5}[条條章节節款编編]|[一二三四五六七八九十]{1,3}[、.．]?|附[件表录錄][0-9一二三四五]{0,2})$"
)
_QUOTED = late("[《“「『][^》”」』\n]{1,40}$")
_CLOSES = late("[^《“「『\n]{1,40}[》”」』]")
_ROLE = late(
    "(?:[省市县區区州部厅廳局鄉乡鎮镇校院會会秘书書縣][长長]|书记|書記|主任|主席|记者|記者|通讯员|代表|委员|委員|总理|来源|作者|编辑|讯|电|日)$"
)
_CREDIT = late("(?:省长|市长|县长|书记|主任|主席|摄|文|图|星期|记者|编辑)")
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘蒋蔣蔡余杜叶葉程苏蘇"
    "魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万錢钱严嚴覃武戴莫孔向汤湯"
)
_MANY = 12
_RARE = 0.2
_WIDE = 5
_LINE = 200
_TITLE = 40
_STOP = late("[。；]")
_NOTE = late(r"[\s*]{0,4}[\[［(（]\d{1,3}[\]］)）]")
_MOST = 300
_COUNTED = late(f"(?:{HAN}[0-9]|[0-9]{HAN})")
_MARKS = frozenset("。，；")
_OPENERS = frozenset("（(“《「")
_KEPT = late(f" (?={HAN})")
_FOUR = late(f"{HAN}{{4}}")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the blanks that normalisation took out of running prose, and those that split words elsewhere."""
    raw, prose = reading.document.text, reading.prose
    inside: list[tuple[int, int]] = []
    beside: list[tuple[int, int]] = []
    counted: list[tuple[int, int]] = []
    marks: list[tuple[int, int]] = []
    asked = 0
    for start, end in spans(prose.cuts, "space"):
        if start == 0 or end >= len(raw) or raw[start - 1] in "\r\n" or raw[end] in "\r\n":
            continue
        at = prose.at(start)
        left, right = prose.text[at - 1 : at], prose.text[at : at + 1]
        if (left in _MARKS and right not in _OPENERS) or (right in _MARKS and left not in "》”"):
            marks.append((start - 1, end + 1))
            continue
        if _HAN.match(left) and _HAN.match(right):
            asked += 1
            whole = splits_word(prose.text, at, at) or (asked <= _MOST and _in_cell_elsewhere(prose.text, at))
            if not _divides(raw, start, end, whole):
                inside.append((start, end))
        elif (_latin(left) and _HAN.match(right)) or (_HAN.match(left) and _latin(right)):
            word = _LATIN.search(raw, max(0, start - 20), start) or _LATIN_WORD.match(raw, end)
            if word is not None and _WORD.fullmatch(word[0]) is None:
                beside.append((start, end))
        elif (left.isdigit() and _HAN.match(right)) or (_HAN.match(left) and right.isdigit()):
            counted.append((start, end))
    if beside and len(beside) > _RARE * (len(beside) + len(_TOUCHING.findall(raw))):
        beside = []
    inside = sorted(
        [(max(0, start - 1), min(len(raw), end + 1)) for start, end in inside] + _in_tables(reading)
    )
    if len(inside) > _MANY:
        first, *others = inside
        yield Hit(*first, f"句中有{len(inside)}处多余空格", "", "删除空格", tuple(others))
    else:
        for start, end in inside:
            words = raw[start:end]
            yield Hit(start, end, f"“{words}”中有多余空格", "", "".join(words.split()))
    yield from _worth_knowing(raw, [_with_word(raw, start, end) for start, end in beside], counted, marks)


def _worth_knowing(
    raw: str, beside: list[tuple[int, int]], counted: list[tuple[int, int]], marks: list[tuple[int, int]]
) -> Iterator[Hit]:
    """Blanks between Chinese and Latin words or numbers where the text has none as a rule."""
    if len(beside) > _MANY:
        first, *others = beside
        yield Hit(*first, f"西文词与汉字之间有{len(beside)}处空格", "", "删除空格", tuple(others), "info")
    else:
        for start, end in beside:
            words = raw[start:end]
            yield Hit(start, end, f"“{words}”中有多余空格", "", "".join(words.split()), severity="info")
    if marks:
        first, *others = marks
        yield Hit(*first, f"标点旁有{len(marks)}处空格", "", "删除空格", tuple(others[:_MOST]), "info")
    if counted and len(counted) <= len(_COUNTED.findall(raw)):
        first, *others = [(max(0, start - 1), min(len(raw), end + 1)) for start, end in counted]
        words = f"数字与汉字之间有{len(counted)}处空格，与全文写法不一"
        yield Hit(*first, words, "", "删除空格", tuple(others), "info")


def _in_tables(reading: Reading) -> list[tuple[int, int]]:
    """Blanks that stand inside a word in lines that are no prose, where blanks divide as a rule."""
    text, prose = reading.prose.text, reading.prose
    found = []
    for match in islice(_KEPT.finditer(text), _MOST):
        start, end = match.span()
        alone = not _HAN.match(text, start - 2) and (end + 1 >= len(text) or not _HAN.match(text, end + 1))
        if start < 2 or alone or text[start - 1] in _SURNAMES or not _HAN.match(text, start - 1):
            continue
        joined = text[start - 2 : start] + text[end : end + 2]
        if _ROLE.search(text, max(0, start - 12), start) or _QUOTED.search(text, max(0, start - 40), start):
            continue
        cell = "|" in text[text.rfind("\n", max(0, start - _LINE), start) + 1 : start]
        bracketed = text[start - 2] == "("
        if (
            bracketed
            or splits_word(text, start, end)
            or (cell and _FOUR.fullmatch(joined) and joined in text)
        ):
            found.append(prose.raw(start - 1, end + 1))
    return found


def _in_cell_elsewhere(text: str, at: int) -> bool:
    """Whether a place inside a table's cell is inside a word: (統計), or four characters that stand elsewhere."""
    joined = text[at - 2 : at + 2]
    if "|" not in text[text.rfind("\n", max(0, at - _LINE), at) + 1 : at]:
        return False
    if joined[:1] == "(" and joined[1:3] in word_pairs().known:
        return True
    if not _FOUR.fullmatch(joined):
        return False
    return text.find(joined, at) >= 0 or text.find(joined, 0, at + 1) >= 0


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha() and character not in "Xx"


def _divides(raw: str, start: int, end: int, splits: bool) -> bool:
    """Whether a blank between Chinese characters divides on purpose: a name, a heading, a credit, a spaced title."""
    alone_left = start < 2 or not _HAN.match(raw[start - 2])
    alone_right = end + 1 >= len(raw) or not _HAN.match(raw[end + 1])
    if splits and alone_left and alone_right and raw[start - 2 : start - 1] in ("(", "（"):
        return False
    if (alone_left and alone_right) or ((alone_left or alone_right) and raw[start - 1] in _SURNAMES):
        return True
    if _QUOTED.search(raw, max(0, start - 40), start) and _CLOSES.match(raw, end):
        return True
    before = raw[max(0, start - 12) : start]
    if _HEAD.search(before) or _ROLE.search(before) or _CREDIT.match(raw, end):
        return True
    first, last = raw.rfind("\n", max(0, start - _LINE), start) + 1, raw.find("\n", end, end + _LINE)
    title = last >= 0 and first > 0 and last - first < _TITLE and _STOP.search(raw, first, last) is None
    wide = end - start > 1 or raw[start] == "\u3000"
    if wide and _NOTE.match(raw, first):
        return True
    if wide and (alone_left or alone_right or end - start > _WIDE):
        return True
    return title and not splits


def _with_word(raw: str, start: int, end: int) -> tuple[int, int]:
    before = _LATIN.search(raw, max(0, start - 20), start)
    after = _LATIN_WORD.match(raw, end)
    return (before.start() if before else start - 1), (after.end() if after else end + 2)


RULE = Rule(
    code="K02",
    name="blank-inside-word",
    title="词语中间有空格",
    category="layout",
    severity="warning",
    what="查找正文句子里汉字之间的空格，以及与全文习惯不一致的西文词、数字与汉字之间的空格（提示）。",
    why="空格把一个词切成两个，检索和核对会漏掉；多为复制、扫描时产生。",
    silent="分字排列的标题、两个字的姓名、职务与姓名之间、条款号之后、遮盖符（X）两侧的空格，全文一律加空格的排法，不报。",
    bad=(
        Example("全市上下团结奋进，干出了新业绩、干 出了新形象，各项工作再上台阶。", "干 出"),
        Example("推进铁路建设，沿 线各乡镇密切配合，征迁工作基本完成。", "沿 线"),
        Example(
            "全社会R&D 经费支出增长8.4%，GDP增长5.2%，CPI上涨0.3%，PPI下降1.1%，5G基站达到1200个。",
            "R&D 经费",
        ),
    ),
    good=(
        "全市上下团结奋进，干出了新业绩、干出了新形象，各项工作再上台阶。",
        "第三条 本办法适用于全县各乡镇、街道，自发布之日起施行。",
    ),
    near=(
        "政 府 工 作 报 告\n参加会议的有王 强、李小明、张 华，会议由县长 李小明主持，讨论了三个问题。",
        "招商签约项目 X 个，总投资 X 亿元，同比增长 X%，创历史新高。",
    ),
    reads="text",
    find=find,
)
