"""Doubled characters and words, and the ones that Chinese doubles on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.repetition.words import WordPairs, word_pairs
from extract.han import HAN
from extract.late import late

# A pattern of one length without classes is scanned twenty times as fast; what it finds must be Chinese.
_WORDS = tuple(late(f"({'.' * length})\\1") for length in range(2, 9))
_ALL_CHINESE = late(f"{HAN}+")
_NUMBER = late(rf"(\d[\d.,]{{0,11}}(?:%|{HAN}{{1,4}}?))\1(?!\d)")
_QUOTED = late(r"(“[^“”\n]{2,16}”)、?\1")
_CHARACTER = late(rf"({HAN})\1")
_CLAUSE = late(rf"[。；：！？\n]({HAN}{{5,30}}+)，\1(?=[。；，！])|[，、]({HAN}{{6,30}}+)，\2(?=[。；，！])")
_AGAIN = late(rf"[。；：！？\n，、]({HAN}{{4,6}}+)[，、]\1(?={HAN})")
_COUNTED = late(r"[\d百千万亿]([吨元亩倍])\1(?![旦素首宵均])")

# 紧紧 层层 往往 处处: characters that are doubled for emphasis, for every one of a kind, or in the manner of an adverb.
_EMPHATIC = frozenset(
    "牢紧种仅刚层人往勃远扎实大勤恳欣短统等时常切蒸踏重兢世代纷息框块蓬条户村县步久悠徐规矩团伙美花白红火痛快轰烈浩荡"
    "口声清裸道谆滔颠簸坑洼破烂轻松格心慢迟幢频腾批累样件天月年处事家个座点星日周乡强恰狠双深渐屡偏明稳好满多高小早暗默"
    "悄苦辛平草款斑洋融乐沉静冉郁葱津孜拳彬历赫比单独滚急缓细微略堂威煌熠闪隐涓念棵片群位张项阵次回趟遍列行排串株间门桩"
    "笔码字句滴粒颗丝缕环套辈岁秒刻分夜朝番拨派班校街巷社屯寨镇源巴蹦闹喜嘻哈滋甜香厚薄长远绵茫莽苍翠绿黄黑蓝亮圆尖胖瘦"
    "匆忙碌甸妈爸爷奶哥姐弟妹叔宝太公婆伯舅星娃猩恰怏惴区济侃谈看想说走试听聊问学讲谢猜尝摸查算数动歇爽迢皑熊翩翩寥咄拍"
    "砰咚哗啦叽喳呱怦汪咩簌潺淙习楚栩振侈奕诺惶瑟袅盈殷卿恹脉款汩茕孑萋凄戚谔区鼎井整遥钉半可斤绰跃寸毫头面足恢忡姗芸股侨辆枚"
)
# Cardinal numbers stand side by side in names, dates and plans: 十五五, 八八战略, 三三制, 六六就业.
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇○两")
# Words of one character that end a compound as well as begin one: 农民工工资, 税税率, 水生生物, 网网络.
_BOTH_WAYS = frozenset(
    "国市省县区局厅院司部处科所站队团校厂店馆库网会报法税费金款资产业品物材料车船机舰站港湖河江海洋岛山水电气煤油矿钢石化"
    "工农民军警医药学生员职权史案书文体系性质量率值价线路桥隧场地空域层楼室屋房城乡镇村社党政商客货运力能源光声波热核心首"
    "元亩年月日期季长要点面新上下中东西南北前后全本高超具形育作事收所有经建健进现目合加成实正集节选使组成划展可以多主代格过以闸开刊流"
)
# Words of one character that attach to what stands before them: a double is right only where a word ends with the first.
_PARTICLES = frozenset("的了和在是为与将对从被及或而就都也还又于着由向让给并但则且")
# 为了了解, 目的的确立.
_AFTER_LIAO = frozenset("解结却断不然事如当")
_BEFORE_DE = frozenset("目标鹄众似")
_DIGITS = frozenset("0123456789.")
_TITLES = frozenset("长员")
# 局局长, 队队员: bodies that have a head or members.
_BODIES = frozenset(
    "局部厅院处科校会署委队站市县区镇乡村组团行省州所社司馆店班排连营军师舰机庭盟旗台船党港厂场库室系课级家国楼职人官海演"
)
# 十十, 百百: no name and no plan has them.
_NEVER_TWICE = frozenset("十百亿")
# Nouns that end one compound as well as they begin another: 资产阶级阶级斗争.
_HEADS = frozenset(
    re.findall(
        f"{HAN}{{2}}", "阶级 国家 社会 企业 经济 人民 干部 教育 文化 生态 安全 市场 产业 关税 民族 城市"
    )
)
# Characters that stand alone between two words in one of twelve places or more of the same two million characters, and
# those that end a compound of three: a double of theirs may be right wherever it stands.
_FREE = frozenset(
    "的和大中工在全新有要会是地作生为了上以对同体等市到部法三性五就省与向二后将所从他四者及使网也而报把已由还并院税县说但户六占按如给非又"
    "七看或再它该站被除让左搞仅即券讲既奖岛扎旧钢岁令厅船你曾净像刚虽玉写圈却含店吃她卷池纸谁凡餐肉俄笔饭"
)
_BORDERS = frozenset("，。、；：！？“”‘’()《》【】 \n\t,;:!?") | {""}
_CLEAR = _BORDERS | frozenset("的了和与及等")
# 很多很多, 一件一件, 越来越.
_DOUBLING = frozenset("一每逐很越再好挺几多")
_NEVER_DISTRIBUTED = frozenset(["一致", "一定", "一般", "一直", "一样", "一切", "一律", "一贯", "好转"])
# Verbs that speech doubles to mean a little: 研究研究.
_TENTATIVE = frozenset(
    re.findall(
        f"{HAN}{{2}}",
        "研究 讨论 商量 考虑 了解 交流 休息 锻炼 检查 反思 思考 闯荡 琢磨 打听 收拾 准备 体会 比较 分析 总结 "
        "表示 意思 活动 加油 万岁 欢迎 谢谢 祝贺 努力",
    )
)
_LINES = ("高铁", "铁路", "高速", "城际", "客专")
_MOST_LOOKUPS = 200
_OFTEN = 5


@dataclass(frozen=True, slots=True)
class Double:
    """Words that stand twice in a row.

    Attributes:
        start: Offset of the first copy.
        end: Offset after the second copy.
        unit: What is doubled.
    """

    start: int
    end: int
    unit: str


def doubles(text: str) -> Iterator[Double]:
    """Find what is doubled by mistake, in the order of the kinds: words, numbers, clauses, characters.

    Args:
        text: The analysis text.
    """
    pairs = word_pairs()
    taken: set[int] = set()
    attested = _Attested(text)
    for pattern in (*_WORDS, _NUMBER, _QUOTED, _CLAUSE, _AGAIN):
        for match in pattern.finditer(text):
            group = match.lastindex or 1
            unit, start, end = match[group], match.start(group), match.end()
            if pattern in _WORDS and (
                _ALL_CHINESE.fullmatch(unit) is None or _is_legal_word(text, end, unit, pairs, attested)
            ):
                continue
            if pattern is _NUMBER and text[start - 1 : start] in _DIGITS:
                continue
            if start not in taken:
                taken.update(range(start, end))
                yield Double(start, end, unit)
    for match in _CHARACTER.finditer(text):
        at = match.start()
        if at not in taken and _is_slip(text, at, pairs, attested):
            yield Double(at, match.end(), match[1])


class _Attested:
    """Whether words stand elsewhere in the text; after a number of questions the answer is yes, to stay linear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.counts: dict[str, int] = {}
        self.finds: dict[str, bool] = {}

    def more_than(self, words: str, times: int) -> bool:
        return self.count(words) > times

    def count(self, words: str) -> int:
        if words not in self.counts:
            if len(self.counts) >= _MOST_LOOKUPS:
                return _MOST_LOOKUPS
            self.counts[words] = self.text.count(words)
        return self.counts[words]

    def as_word(self, before: str, own: str, after: str, ends: bool) -> bool:
        """Whether the half of a double that the table does not know stands elsewhere, apart from its neighbour.

        升省 of 提升升省级 stands only where 提 is before it, so it begins no word.
        """
        half = own + after if ends else before + own
        return self.count(half) - self.count(before + own + after) > 1

    def stands_single(self, at: int) -> bool:
        """Whether the words around a doubled character stand elsewhere with one of the two (深入推进 for 深入推推进)."""
        text = self.text
        before, after = text[max(0, at - 2) : at], text[at + 2 : at + 4]
        if len(before) < 2 or len(after) < 2 or not (before[1] + after[0]).isalpha():
            return False
        candidates = (before + text[at] + after[0], before[1] + text[at] + after)
        return any(words.isalpha() and self.found(words) for words in candidates)

    def found(self, words: str) -> bool:
        if words not in self.finds:
            if len(self.finds) >= _MOST_LOOKUPS:
                return False
            self.finds[words] = words in self.text
        return self.finds[words]


def _is_legal_word(text: str, end: int, unit: str, pairs: WordPairs, attested: _Attested) -> bool:
    after = text[end : end + 1]
    if (
        (unit[0] in _DOUBLING and unit not in _NEVER_DISTRIBUTED)
        or unit[1] == "不"
        or after in _TITLES
        or set(unit) <= _NUMERALS
    ):
        return True
    if len(unit) > 2:
        return False
    if unit in _TENTATIVE and after in _BORDERS:
        return True
    if unit in _HEADS and text[end : end + 2] in pairs.beginning:
        first, second = text[end - 6 : end - 2], text[end - 2 : end + 2]
        if attested.more_than(first, 2) and attested.more_than(second, 2):
            return True
    words = (text[max(0, end - 5) : end - 3], unit[::-1], text[end - 1 : end + 1])
    if all(word in pairs.ending and word in pairs.beginning for word in words):
        return True  # 业创 of 产业创业创新 crosses three words
    return unit not in pairs.known and not attested.more_than(unit, _OFTEN)


def _is_slip(text: str, at: int, pairs: WordPairs, attested: _Attested) -> bool:
    """Whether a doubled character is one too many: no word ends with the first where another begins with the second."""
    own, before, after = text[at], text[at - 1 : at], text[at + 2 : at + 3]
    if _COUNTED.match(text, max(0, at - 1)):
        return True
    if own in _NEVER_TWICE and before not in _NUMERALS:
        return True
    if own in _NUMERALS or before == "一" or (after in _TITLES and own in _BODIES):
        return False
    if text[at - 2 : at - 1] == before or (after and text[at + 3 : at + 4] == after):
        return False  # 扎扎实实
    if text.startswith("共和", max(0, at - 2)) or text.startswith(_LINES, at + 2):
        return False  # 共和国国务院, 杭临临高铁
    ends, begins = before + own in pairs.ending, own + after in pairs.beginning
    emphatic = own in _EMPHATIC
    if not (ends and begins) and (ends or begins or not emphatic) and attested.stands_single(at):
        return True
    if emphatic:
        return False
    if own == "了":
        return after not in _AFTER_LIAO and before not in _BORDERS
    if own == "的":
        return before not in _BEFORE_DE and before not in _BORDERS and after not in "确士"
    if own in _PARTICLES:
        if ends or before in _BORDERS:
            return False
        return not begins or not attested.more_than(before + own, 1)
    if ends == begins:
        return False
    if own not in _FREE and _lies_between(text, at, pairs, ends):
        return True
    if (begins and before in _CLEAR) or (ends and after in _CLEAR):
        return True
    return own not in _BOTH_WAYS and not attested.as_word(before, own, after, ends)


def _lies_between(text: str, at: int, pairs: WordPairs, ends: bool) -> bool:
    """Whether a double belongs to one word only, and its other half stands between two words (社会会关切, 化工产产业)."""
    if ends:
        return text[at + 1 : at + 3] not in pairs.known and text[at + 2 : at + 4] in pairs.beginning
    return text[at - 1 : at + 1] not in pairs.known and text[at - 2 : at] in pairs.ending
