"""I06: a unit without its number (实现财政收入亿元, 增长%)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.repetition.words import word_pairs
from extract import Reading
from extract.han import HAN
from extract.late import late

_CHANGE = "增长|下降|提高|降低|上升|回落|提升|扩大|收窄|增加|减少|加快|放缓|压减|压降|增幅|降幅|增速|比重|占比|达到?|为|至|到|超过?|超额|完成"
_AMOUNT = (
    "收入|支出|产值|总值|增加值|投资|总额|利润|税收|存款|贷款|余额|资金|规模|销售额|零售额|成交额|出口|进口|补贴|预算|"
    "实现|完成|达到?|为|至|到|增长|增加|减少|投入|安排|发放|筹集|争取|引进|新增|拨付|节约|偿还|化解"
)
_THINGS = (
    "实现|完成|达到?|增加|减少|新增|新建|建成|改造|引进|培育|签约|落户|落地|开工|整治|修建|种植|改建|扩建"
)
# The last character of a unit before the end of a clause; 亿元以上 names a class of things, 增长%以上 does not.
_UNIT_END = late(
    r"(?:元(?=[，。；、！,;)\n])|[%‰点里吨亩户家座套次米时](?=[，。；、！,;)\n]|以上|左右|以内))"
)
_HOLES = {
    "%": late(rf"(?:{_CHANGE})%$"),
    "‰": late(rf"(?:{_CHANGE})‰$"),
    "点": late(
        rf"(?:提高|降低|下降|上升|回落|提升|扩大|收窄|增加|减少|加快|放缓|压减|[高低]于{HAN}{{2,4}})个?百分点$"
    ),
    "元": late(rf"(?:{_AMOUNT})(?:(?<!达)(?<!达到)(?:万亿|千万|百万|亿|万))?美?元$"),
}
_THING_HOLE = late(rf"(?:{_THINGS})(?:[万亿]?(?:人次|公里|吨|亩|户|千瓦时|平方米|立方米)|[家座套])$")
# No Chinese character but a numeral stands before these in a sentence; the first character is what is scanned for.
_NEVER_BARE = late(
    r"[%‰]|个百分点|万(?:人次|亩|吨|套|人|千瓦|平方米|立方米|公里|辆|台|头|株|斤|公斤|尾)(?=[，。；、)]|以上|左右|以内)"
)
_NUMERALS = {
    "%": frozenset(),
    "‰": frozenset(),
    "个": frozenset("一二两三四五六七八九十百千万零〇几数多半余点"),
    "万": frozenset("一二两三四五六七八九十百千零〇几数多半余上近超过逾约亿成每有"),
}
_CLASSIFIER = late(rf"[个家项座辆套](?={HAN}{{2}})")
_LONELY = frozenset("人体别性税股中头位展子儿")
_COUNTED_BY = frozenset(
    re.findall(
        f"{HAN}{{2}}",
        "建成 新建 形成 推介 增至 达到 共计 累计 新增 完成 实施 签署 来自 覆盖 涉及 引进 培育 认定 创建 打造 拥有 设立 改造 合计 减少 超过 突破 共有 "
        "落地 开工 投产 启动 入选 获批 举办 关停 取缔",
    )
)
_BEFORE_GE = frozenset("对与至达共，。；\n")
_REACH = 16
_SHORT_LINE = 12
_SHOWN = 3


def find(reading: Reading) -> Iterator[Hit]:
    """Find units that stand directly behind a verb or an indicator, and those that nothing but a number may precede."""
    text = reading.prose.text
    in_sentence = _Sentences(reading)
    told: set[int] = set()
    for match in _UNIT_END.finditer(text):
        at = match.start()
        before = text[at - 1 : at]
        if not "一" <= before <= "龥":
            continue
        hole = _HOLES.get(match[0], _THING_HOLE).search(text, max(0, at - _REACH), match.end())
        if hole is not None and in_sentence.holds(at):
            told.add(hole.end())
            yield Hit(hole.start(), hole.end(), f"“{hole[0]}”缺少数值")
    in_sentence = _Sentences(reading)
    for match in _NEVER_BARE.finditer(text):
        at = match.start()
        before = text[at - 1 : at]
        bare = "一" <= before <= "龥" and before not in _NUMERALS[text[at]]
        if not bare and not (
            text[at] == "%" and before in "，。；" and "一" <= text[at + 1 : at + 2] <= "龥"
        ):
            continue
        if match.end() not in told and in_sentence.holds(at, clauses=True):
            start = max(0, at - _SHOWN)
            yield Hit(start, match.end(), f"“{text[start : match.end()]}”缺少数值")
    yield from _uncounted(reading)


def _uncounted(reading: Reading) -> Iterator[Hit]:
    """Counting words without a number: 建成个社区中心."""
    text, pairs = reading.prose.text, word_pairs()
    in_sentence = _Sentences(reading)
    for match in _CLASSIFIER.finditer(text):
        start, end = match.span()
        counted = text[start - 2 : start] in _COUNTED_BY
        if not counted and not (match[0] == "个" and text[start - 1 : start] in _BEFORE_GE):
            continue
        if (
            text[start - 1 : end] in pairs.known
            or text[start : end + 1] in pairs.known
            or text[end] in _LONELY
        ):
            continue
        if in_sentence.holds(start, clauses=True):
            words = text[max(0, start - _SHOWN) : end + _SHOWN].strip()
            yield Hit(start, end + 1, f"“{words}”中“{match[0]}”前缺少数目", severity="warning")


class _Sentences:
    """The paragraphs of running text, kept from one place to the next as they come in order."""

    def __init__(self, reading: Reading) -> None:
        self.paragraphs = reading.outline.paragraphs
        self.text = reading.prose.text
        self.cursor = 0

    def holds(self, at: int, clauses: bool = False) -> bool:
        """Whether a place stands in a sentence: in no table's cell and no short line.

        Args:
            at: Offset of the place.
            clauses: Whether the line must have a comma or a stop, which the head of a table has not.
        """
        while self.cursor < len(self.paragraphs) - 1 and self.paragraphs[self.cursor].end <= at:
            self.cursor += 1
        paragraph = self.paragraphs[self.cursor]
        if paragraph.kind == "cell" or paragraph.end - paragraph.start <= _SHORT_LINE:
            return False
        words = self.text[paragraph.start : paragraph.end]
        if "\t" in words or "|" in words:
            return False
        return not clauses or "，" in words or "。" in words or "；" in words


RULE = Rule(
    code="I06",
    name="number-hole",
    title="单位前缺少数值",
    category="missing",
    severity="error",
    what="“增长%”“提高个百分点”“实现收入亿元”“新建公里”“建成个基层中心”：动词或指标之后直接是单位或量词，中间没有数。",
    why="数值漏填或在转换中丢失，句子不成立。",
    silent="“亿元以上项目”“百亿级”“突破亿元大关”“过亿元企业”；表头、短单元格里的单位。",
    bad=(
        Example("青川市全年实现一般公共预算收入亿元，增长6.1%。", "收入亿元"),
        Example("规上工业增加值增长%，高于全市平均水平。", "增长%"),
        Example("云溪县建成个社区服务中心，覆盖9.4万人。", "个"),
        Example("城镇化率比上年提高个百分点，城乡差距继续缩小。", "提高个百分点"),
    ),
    good=(
        "青川市全年实现一般公共预算收入42.5亿元，增长6.1%。",
        "城镇化率比上年提高1.2个百分点。",
    ),
    near=(
        "云溪县新引进亿元以上项目18个，打造百亿级产业集群，产值突破亿元大关的企业有9家。",
        "增速提高几个百分点，利润增长百分之五。",
        "新增个体工商户3200户，开展个性化服务，健全国家标准体系。",
    ),
    find=find,
)
