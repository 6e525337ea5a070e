"""Roles: what each numeral is there for."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.quantity import Numeral, Role, Unit

Verdict = tuple[Role, str] | None


class Draft(NamedTuple):
    """A numeral with its unit before its role is known.

    Attributes:
        numeral: The numeral.
        unit: Its unit, ``None`` where none is printed.
        end: Offset after the unit.
        bounded: Whether a bound word belongs to it.
        quoted: Length of the quotation that holds it, 0 outside.
        titled: Whether it stands in a title (《》).
    """

    numeral: Numeral
    unit: Unit | None
    end: int
    bounded: bool
    quoted: int
    titled: bool


MEASURES = frozenset(
    {
        "money", "share", "points", "multiple", "mass", "area", "length", "volume", "energy", "power", "age", "temperature",
        "data", "frequency", "quotient", "sound", "pressure",
    }
)  # fmt: skip

PLANS = re.compile(
    r"十[一二三四五六]五(?!%|年|个|天|岁|人|万|亿|元|千|百)|[一二三五六七八九]五(?=”|计划|规划|期间|时期|末|”?期)|十五(?=”?(?:计划|规划|期间|时期|末)|”)"
)
_STRUCTURE = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,6}?)(?:方面|层面|维度|环节|重点|关键|任务|原则|目标|要求|坚持|意识|自信|维护|确立|结合|转变|关系|特点|特征|因素|机遇|挑战|短板|优势"
    r"|思维|能力|理念|抓手|引擎|角度|视角|方向|台阶|根本|问题|难题|关口|必须|突出|着力|更加|确保|全面|导向|主题|主线|统筹|体系|行动|战略|工程|举措|措施|支柱|高地|文章|感受|体会|启示|经验|意见|建议|希望|部分|阶段|步骤|字|词|圈|差距|使命|定位|维度|领域|梯队|支点|支撑)"
)
_ARABIC_STRUCTURE = re.compile(r"^(?:方面|层面|维度|大台阶|台阶|思维|必须|坚持|意识|自信|字|词)")
_CONCRETE = re.compile(
    r"(?:县|市|区|镇|乡|村|省|国家|企业|公司|项目|学校|高校|大学|医院|工厂|车间|单位|民族|城市|基地|园区|车站|港口|机场|电站|水库|矿|厂|站|院|馆|品种|产品|部门|中心|实验室|团队|小组|家庭|孩|人|部$)"
)
_THINGS = frozenset("家座所辆台艘架株棵栋户名人头只匹口亩套幅部颗枚")
_DATE_UNITS = frozenset({"月", "日", "时"})
_PERIOD_BEFORE = re.compile(r"(?:未来|过去|今后|近|这|前|后|最近|头|上|下|往后|此后|接下来|每|最后|第|为期)$")
_PERIOD_AFTER = re.compile(r"(?:以?来|间|里|内累计|累计|中|以后|之后|前)")
_DURING = re.compile(
    r"(?:连续|历时|用|提前|延长|超过|达|工期|周期|为期|安排|缩短|耗时|约|至少|持续|满|不少于)了?$"
)
_RANKED_BEFORE = re.compile(
    r"(?:居|列|排名?|排在|排到|升至|跃至|位次|名次|全国|全省|全市|全县|全区|全球|世界|亚洲|各省区?|并列|稳居|跻身|同类|位居|保持|仍居|均居|均列|进至|升到|跃升至|提升至|地级市|城市|地区|县市|国内)[A-Za-z*×@]{0,4}(?:市|省|县)?$"
)
_CLAUSE_END = frozenset("，,。；;、：:！!？?）)】]”\n 的（(") | {""}
_GRADE_AFTER = re.compile(r"[级类等型号]")


def judge(text: str, draft: Draft) -> Verdict:
    """The role of a numeral and why, ``None`` for a Chinese numeral that only belongs to a word."""
    numeral = draft.numeral
    before = text[max(0, numeral.start - 8) : numeral.start]
    if numeral.ordinal:
        return _judge_ordinal(text, draft, before)
    if numeral.arabic or numeral.shape == "masked":
        return _judge_arabic(text, draft, before)
    return _judge_chinese(text, draft, before)


def _judge_ordinal(text: str, draft: Draft, before: str) -> Verdict:
    unit, end = draft.unit, draft.end
    if unit is not None and unit.dimension == "rank":
        return "claim", "rank"
    if text.startswith(("产业", "方阵", "线", "时间", "手", "梯队"), end) or text.startswith(
        ("线", "手"), end - 1
    ):
        return "name", "name with an ordinal"
    return "ordinal", "numbered with 第"


def _judge_arabic(text: str, draft: Draft, before: str) -> Verdict:
    numeral, unit, end = draft.numeral, draft.unit, draft.end
    after = text[end : end + 8]
    name = unit.name if unit is not None else ""
    dimension = unit.dimension if unit is not None else ""
    values = numeral.values
    if dimension == "time":
        verdict = _judge_time(text, draft, before, after)
        if verdict is not None:
            return verdict
    if draft.titled:
        return "name", "in a title"
    if (
        before.endswith("每")
        and unit is not None
        and ((values and values[0] >= 100) or dimension in ("people", "count"))
    ):
        return "name", "denominator"
    if (
        draft.quoted
        and draft.quoted <= 12
        and dimension not in MEASURES
        and dimension != "time"
        and numeral.shape != "masked"
    ):
        return "name", "in quotation marks"
    if dimension == "voltage":
        return "name", "voltage class"
    if unit is None:
        return _judge_bare(text, draft, before, after)
    if name in ("强", "号", "楼", "室", "线", "路", "代", "开", "版", "班"):
        return "name", "numbered name"
    if name == "县" and "个" not in text[numeral.end : end]:
        return "name", "fixed group of places"
    if name == "级" and numeral.resolutions and numeral.resolutions[0] == 1:
        return "name", "grade"
    if name == "届":
        return "ordinal", "numbered session"
    if name == "期" and after[:2] in ("工程", "项目", "建设"):
        return "ordinal", "phase"
    if dimension == "count" and _ARABIC_STRUCTURE.match(name if name in ("方面",) else after):
        return "structural_count", "parts of a text"
    return "claim", "number with a unit"


def _judge_bare(text: str, draft: Draft, before: str, after: str) -> Verdict:
    numeral = draft.numeral
    if numeral.shape == "masked":
        return "claim", "masked number"
    if numeral.percent or numeral.shape == "ratio":
        return "claim", "share or ratio"
    resolution = numeral.resolutions[0] if numeral.resolutions else None
    if resolution == 0 or (resolution is not None and resolution < 1):
        return "claim", "decimal number"
    if draft.bounded or re.search(r"(?:[为至到达]|突破|指数|排名|得分|评分)$", before):
        return "claim", "number after a verb of measure"
    return "unexplained", "no unit and no pattern"


def _judge_time(text: str, draft: Draft, before: str, after: str) -> Verdict:
    """Dates, periods and durations."""
    numeral, unit = draft.numeral, draft.unit
    assert unit is not None
    name = unit.name
    printed = text[numeral.end : draft.end]
    if numeral.shape == "masked":
        if name in ("年", "月", "日") and "个" not in printed:
            return "date", "masked date"
        return None
    values = numeral.values
    whole = numeral.resolutions[0] == 1
    if name == "年" and printed == "年":
        if whole and all(1000 <= value < 3000 for value in values):
            return "date", "year"
        if numeral.shape == "range" and values[0] >= 1000:
            return "date", "years"
        if text.startswith(("行动", "计划", "规划", "攻坚", "倍增", "提升行动"), draft.end):
            return "plan", "plan of some years"
    if printed == "年" and text.startswith("代", draft.end):
        return "date", "decade"
    if name in ("年代", "世纪", "旬"):
        return "date", "decade or century"
    if name == "月" and "个" not in printed:
        if whole and values[-1] <= 12:
            if numeral.shape == "range":
                return "period", "months"
            return "date", "month"
        return "date", "month"
    if name == "日" and whole and values[-1] <= 31:
        return "date", "day"
    if name == "时" and whole and values[-1] <= 24:
        return "date", "hour"
    if name == "季度" and "个" not in printed:
        return "period", "quarter"
    if printed in ("周年", "载"):
        return "ordinal", "anniversary"
    if (
        name in ("年", "月", "天", "周", "季度")
        and (_PERIOD_BEFORE.search(before) or _PERIOD_AFTER.match(text, draft.end))
        and not _DURING.search(before)
    ):
        return "period", "stretch of time"
    return None


def _judge_chinese(text: str, draft: Draft, before: str) -> Verdict:
    numeral, unit, start, end = draft.numeral, draft.unit, draft.numeral.start, draft.end
    after = text[end : end + 10]
    low = numeral.values[0]
    name = unit.name if unit is not None else ""
    dimension = unit.dimension if unit is not None else ""
    if draft.titled:
        return "name", "in a title"
    if draft.quoted and draft.quoted <= 12 and dimension not in MEASURES and dimension != "time":
        return "name", "in quotation marks"
    if numeral.percent:
        return "claim", "share in words"
    if numeral.resolutions[0] == 0:
        return "claim", "fraction"
    if unit is None:
        if len(text[numeral.start : numeral.end]) > 1 and any(
            char in text[numeral.start : numeral.end] for char in "十百千万亿"
        ):
            return (
                ("claim", "number with a bound")
                if draft.bounded
                else ("unexplained", "Chinese numeral without a unit")
            )
        return _judge_lone(text, draft, before)
    if dimension == "rank":
        return "claim", "rank"
    if dimension == "time":
        verdict = _judge_time(text, draft, before, after)
        if verdict is not None:
            return verdict
        if name == "天" and low <= 2 and not _DURING.search(before):
            return None
        if name in ("小时", "分钟", "秒") or _DURING.search(before) or (low > 10 and name != "年"):
            return "claim", "duration"
        if name in ("日", "时"):
            return None
        return "period", "stretch of time"
    if name == "届":
        return "ordinal", "numbered session"
    if name == "次" and re.match(r"会议|全会|全体|代表|分配|创业|飞跃|产业|党代会", after):
        return ("name", "name") if after.startswith("产业") else ("ordinal", "numbered meeting")
    if name in ("期", "代", "号", "线", "级", "等", "类"):
        return ("ordinal", "phase or grade") if name in ("期", "号", "级") else None
    if dimension in MEASURES:
        if name in ("度", "里", "两", "分", "丈", "尺", "寸") and low <= 10:
            return None
        if text[end - 1] == "角" and "元" not in text[max(0, start - 3) : start]:
            return None
        if name == "元" and after[:1] in "区里桥村化":
            return None
        return "claim", "number with a unit"
    if low == 1 and name not in ("人", "人次", "户"):
        if name in (
            "个",
            "批",
            "项",
            "种",
            "些",
            "系列",
            "件",
            "条",
            "支",
            "套",
            "座",
            "所",
            "家",
            "张",
            "场",
        ):
            return "article", "article"
        return None
    if name == "大" and low >= 10 and (low > 10 or before.endswith(("党的", "“"))):
        return "ordinal", "party congress"
    if low > 10 and dimension in ("count", "people"):
        return "claim", "number with a classifier"
    if name == "大":
        return "structural_count", "parts of a text"
    if name in ("方面", "点", "步", "篇", "手", "面", "把", "课"):
        return ("structural_count", "parts of a text") if name in ("方面", "点", "篇") else None
    if name in _THINGS or dimension == "people":
        return "claim", "number with a classifier"
    if name in ("个", "项", "件", "条", "种", "类", "张", "组", "块", "支", "次", "座", "处", "场"):
        noun = re.split(r"[，,。；;、：:（(“”的\n]", after, maxsplit=1)[0]
        if _CONCRETE.search(noun) and not _STRUCTURE.match(noun):
            return "claim", "number with a classifier"
        return "structural_count", "parts of a text"
    return None


def _judge_lone(text: str, draft: Draft, before: str) -> Verdict:
    """One Chinese digit without a unit counts only where it stands alone."""
    start, end = draft.numeral.start, draft.numeral.end
    previous, following = text[start - 1 : start], text[end : end + 1]
    if not _is_han(previous) and not _is_han(following):
        return "unexplained", "Chinese numeral that stands alone"
    if previous in ("是", "为") and (not _is_han(following) or following in "不而这那"):
        return "unexplained", "Chinese numeral that stands alone"
    return None


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def ranked_before(before: str) -> bool:
    """Whether words before a number say that it is a rank (位列, 全省)."""
    return _RANKED_BEFORE.search(before) is not None


def clause_ends(text: str, position: int) -> bool:
    """Whether a clause ends, or a 的 follows, at a position."""
    return text[position : position + 1] in _CLAUSE_END
