"""Roles of numerals in Chinese characters: which of them count, and which only belong to a word."""

from __future__ import annotations

import re

from extract.chinese_numerals import SCALES
from extract.han import HAN
from extract.late import late
from extract.roles import MEASURES, SHORT_QUOTATION, Draft, Verdict
from extract.roles_in_time import is_duration

# Words that hold a numeral and count nothing, by their numeral and what follows it.
_LEXICAL = late(
    r"四川|三峡|三亚|九江|三明|百色|六安|九龙|三门峡|四平|五指山|七台河|三江|三星|百度|一[切定般致体直样旦律贯向流线带](?![0-9])|三角(?!钱|[一二三四五六七八九]分)|零[售部件星散工食]"
    r"|万[一象事物能众]|千[万方古姿里山头](?!元|人|亩|吨)|十(?:分(?!钟|之)|[足字全])|百[姓花般合货家科](?!企业|单位)|四[季周处面](?!度)|三[思缄番]|五[谷官金彩湖](?!亿)|七[夕]|八[卦]"
)
_ARTICLES = frozenset(
    "个批项种件条支套座所家张场只头匹辆台艘架株棵颗枚粒本篇幅栋位名人份笔款轮组届段类片块股次"
) | {"系列"}
_THINGS = frozenset("家双座所辆台艘架株棵栋户只匹口亩套幅颗枚房间") | {
    "人次",
    "场次",
    "艘次",
    "架次",
    "件次",
    "台套",
}
_COUNTERS = frozenset("个项件条种类张组块支座场部份篇本头款片")
_STRUCTURE = late(
    rf"{HAN}{{0,6}}?(?:方面|层面|维度|环节|重点|关键|任务|原则|目标|要求|坚持|意识|自信|维护|确立|结合|转变|关系|特点|特征|因素|机遇|挑战|短板|优势"
    r"|思维|能力|理念|抓手|引擎|角度|视角|方向|台阶|根本|问题|难题|关口|必须|突出|着力|更加|确保|全面|导向|主题|主线|统筹|体系|行动|战略|举措|措施|支柱|高地|文章"
    r"|感受|体会|启示|经验|意见|建议|希望|部分|阶段|步骤|差距|使命|定位|支点|支撑|代表|现代化|文明|五年计划|积极性|超级大国|路线|道路|队伍|事|字|词)"
)
_CONCRETE = late(
    r"县|市|区|镇|乡|村|省|国家|企业|公司|项目|学校|高校|大学|医院|工厂|车间|单位|民族|城市|基地|园|车站|港口|机场|电站|水库|矿|厂|站|院|馆|品种|产品"
    r"|部门|中心|实验室|团队|小组|家庭|孩|人|队|师|军|银行|油田|桥|线|船|机组|高炉|案|病例|工地|合作社"
)
_MEETINGS = late(r"会议|全会|全体|代表|党代会|人代会|大会|常委会")
_PHRASE_END = late(r"[，,。；;、：:（(“”的\n]")
_YEAR = late("[一二][零〇○一二三四五六七八九]{3}")
_HALVED = late(r"(?:占[^，。；]{0,8}|减少?|缩减|压缩|下降|降低|降至|[有各达到])了?(?:近|约)?$")
_OLD_MEASURES = frozenset("伏度里两分丈尺寸担点方升")
_CONGRESS_BEFORE = late(r"党的?$|“$|中共$|^$|[，。、和]$")
_CONGRESS_AFTER = late(r"以来|召开|开幕|闭幕|报告|精神|代表|胜利")
_EVENTS = frozenset("次处批起例宗笔")
_BATTLES = late(rf"{HAN}{{0,6}}?(?:战|硬仗|革命)")
_IDIOMS = late(r"最后一公里|最后一米|第一公里|[两二]万五千里|一千道一万|十万八千里|一刀两断|一亩三分地")


def judge_words(draft: Draft) -> Verdict | None:
    """The role of a Chinese numeral that is no date and no ordinal.

    Returns:
        The role, ``None`` where the numeral only belongs to a word (一般, 四川, 三角).
    """
    numeral, name, dimension = draft.numeral, draft.name, draft.dimension
    text, start = draft.text, numeral.start
    if _LEXICAL.match(text, start) and not draft.bounded:
        return None
    if _IDIOMS.match(text, max(0, start - 2)) or _IDIOMS.match(text, start):
        return "idiom", "fixed phrase"
    if draft.before.endswith("一千道"):
        return "idiom", "fixed phrase"
    if draft.before.endswith("数以") and text.startswith("计", numeral.end):
        return "idiom", "fixed phrase"
    if 0 < draft.quoted <= SHORT_QUOTATION and dimension not in MEASURES and dimension != "time":
        return "name", "in quotation marks"
    if numeral.percent:
        return "claim", "share in words"
    if text.startswith(("一半", "半数"), start) and not (
        draft.bounded or _HALVED.search(draft.before) or text.startswith("左右", numeral.end)
    ):
        return None
    if numeral.resolutions[0] == 0:
        return "claim", "fraction"
    if draft.unit is None:
        return _judge_bare(draft)
    if dimension in ("rank", "multiple"):
        if name == "番" and "翻" not in draft.before[-3:]:
            return None
        return "claim", dimension
    if dimension == "time":
        if is_duration(draft) and not draft.before.endswith("每"):
            return "claim", "duration"
        if name in ("日", "时", "夜") or (name == "天" and numeral.values[-1] <= 2):
            return None
        if draft.before.endswith("每"):
            return "name", "denominator"
        return "period", "stretch of time"
    if dimension in MEASURES or dimension == "voltage":
        return _judge_measure(draft)
    return _judge_count(draft)


def _judge_bare(draft: Draft) -> Verdict | None:
    numeral, text = draft.numeral, draft.text
    printed = text[numeral.start : numeral.end]
    if numeral.shape == "ratio":
        return "claim", "ratio in words"
    if text.startswith("分之", numeral.end):
        return "unexplained", "fraction without a numerator"
    if draft.before.endswith(("(", "（")) and text[numeral.end : numeral.end + 1] in (")", "）"):
        if text.startswith("日", numeral.end + 1):
            return "date", "day in brackets"
        return ("enumerator", "in brackets") if numeral.values[-1] < 100 else None
    if (
        len(printed) == 4
        and numeral.resolutions[0] == 1
        and 1000 <= numeral.values[0] < 2100
        and _YEAR.fullmatch(printed)
    ):
        return "date", "year without 年"
    if draft.before.endswith("月") and numeral.values[-1] <= 31:
        return "date", "day without 日"
    if len(printed) > 1 and any(char in SCALES for char in printed):
        if re.match(r"中全会|运会", text[numeral.end : numeral.end + 3]):
            return "ordinal", "numbered meeting"
        if text.startswith("国集团", numeral.end):
            return "name", "group of countries"
        if draft.bounded or printed[-1] in "万亿":
            return "claim", "number without a unit"
        return "unexplained", "Chinese numeral without a unit"
    if text.startswith("中全会", numeral.end):
        return "ordinal", "numbered meeting"
    previous, following = text[numeral.start - 1 : numeral.start], text[numeral.end : numeral.end + 1]
    if not _is_han(following) and (not _is_han(previous) or previous in "是为"):
        return "unexplained", "Chinese numeral that stands alone"
    if previous in ("是", "为") and following in ("不", "而", "这", "那"):
        return "unexplained", "Chinese numeral that stands alone"
    return None


def _judge_measure(draft: Draft) -> Verdict | None:
    low, text = draft.numeral.values[0], draft.text
    start, end = draft.numeral.start, draft.end
    if draft.name == "方" and low <= 10:
        return None
    alone = not _is_han(text[start - 1 : start]) and not _is_han(text[end : end + 1])
    formal = text[start] in "壹贰叁肆伍陆柒捌玖拾佰仟负"
    if (draft.name in _OLD_MEASURES or draft.printed == "角") and low <= 10 and not (alone or formal):
        return None
    return "claim", "number with a unit"


def _judge_count(draft: Draft) -> Verdict | None:
    low, name, printed = draft.numeral.values[0], draft.name, draft.printed
    after = draft.after()
    if name == "届":
        return "ordinal", "numbered session"
    if name == "次" and _MEETINGS.match(after):
        return "ordinal", "numbered meeting"
    if name == "次" and after.startswith("产业"):
        return "name", "name with a numeral"
    if name == "强":
        return "name", "list of so many"
    if name in ("期", "号", "级", "版", "支队"):
        return "ordinal", "phase or grade"
    if name in ("代", "线"):
        return None
    if draft.before.endswith("每"):
        return "name", "denominator"
    if (
        low == 1
        and draft.numeral.shape == "single"
        and (not draft.bounded or name in ("批", "系列", "种", "类"))
    ):
        return ("article", "article") if printed in _ARTICLES else None
    if name == "大":
        named = _CONGRESS_BEFORE.search(draft.before) is not None
        party = draft.before.endswith("党的") or (named and _CONGRESS_AFTER.match(after) is not None)
        if low > 10 or (low >= 7 and party) or (low == 10 and named):
            return "ordinal", "party congress"
        return "structural_count", "parts of a text"
    if draft.dimension == "people":
        return "claim", "number with a classifier"
    if draft.dimension == "place":
        return ("claim", "number of places") if low > 10 else None
    if low > 10 or name in _THINGS:
        return "claim", "number with a classifier"
    if name in ("方面", "点", "篇"):
        return "structural_count", "parts of a text"
    if name in _EVENTS:
        return "claim", "number with a classifier"
    if name in _COUNTERS and _BATTLES.match(after) is None:
        noun = _PHRASE_END.split(after, maxsplit=1)[0]
        if _CONCRETE.search(noun) and not _STRUCTURE.match(noun):
            return "claim", "number with a classifier"
        if not noun and (draft.bounded or name not in ("个", "条", "件", "项", "种", "次")):
            return "claim", "number with a classifier"
        return "structural_count", "parts of a text"
    return None


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
