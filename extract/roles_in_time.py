"""Roles of numbers with a unit of time: dates, periods, plans and durations."""

from __future__ import annotations

from extract.chinese_numerals import DIGITS
from extract.late import late
from extract.roles import Draft, Verdict

_STRETCH_BEFORE = late(
    r"(?:未来|过去|今后|近|这|前|后|最近|头|上|下|往后|此后|接下来|每|最后|第|新|同|全|半|当|一|又|首|学前)$"
)
_STRETCH_AFTER = late(r"以?来|间|里|内|累计|中|以后|之后|之前|以前|之际|时间里|前(?!列)")
_DURING = late(
    r"(?:连续|历时|用|提前|延长|缩短|延迟|超过|达|达到|工期|周期|为期|安排|耗时|约|至少|持续|满|不少于|需要?|费时|仅用|只用|只需|限期|保持|比原计划)了?$"
)
_PLANNED = late(r"(?:提升|攻坚|倍增|专项|突破|滚动|再造)?(?:行动|计划|规划)")
_MONTH_BEHIND = late(r" ?(?:1[0-2]|[1-9])月")
_YEAR_BEHIND = late(r"[底初末](?!期)|全年|度(?!过)|上半年|下半年")
_YEAR_BEFORE = late(r"(?:[比较自从’'‘]|[0-9]年[到至]|截至|截止|回到)$")
# More years than the republic has had: 97年产值 opens with a year, 76年砥砺前行 with a stretch.
_OLDEST = 80
_STRETCH_WORDS = frozenset("前后来间内的以之多")
_TERMS = frozenset("年月天日")
_TERM = late("期(?!间)")
_DATE_ONLY = frozenset({"年代", "世纪", "旬"})


def judge_time(draft: Draft) -> Verdict | None:
    """The role of a number with a unit of time.

    Returns:
        A date, a period, a plan or an anniversary; ``None`` where the number is a duration or, in Chinese characters,
        where nothing says that it is one.
    """
    numeral, name, printed = draft.numeral, draft.name, draft.printed
    collective = printed.startswith("个")
    if numeral.shape == "masked":
        return ("date", "masked date") if name in ("年", "月", "日") and not collective else None
    values = numeral.values
    whole = numeral.resolutions[-1] == 1 and not draft.bounded
    if name == "财年" and not collective and values[0] >= 1000:
        return "date", "financial year"
    if printed == "年":
        if numeral.resolutions[0] == 1 and all(1000 <= value < 3000 for value in values):
            return "date", "year" if len(values) == 1 else "years"
        if _is_short_year(draft):
            return "date", "year by its last two figures"
        if _PLANNED.match(draft.text, draft.end):
            return "plan", "plan of some years"
        if draft.text.startswith("代", draft.end):
            return "date", "decade"
    if name in _TERMS and _TERM.match(draft.text, draft.end):
        return "name", "term of a security"
    if name in _DATE_ONLY and not collective:
        return "date", "decade or century"
    if printed in ("周年", "载"):
        return "ordinal", "anniversary"
    if not collective and whole and values[0] >= 1:
        if name == "月" and values[-1] <= 12:
            return ("date", "month") if numeral.shape == "single" else ("period", "months")
        if name == "日" and values[-1] <= 31:
            return "date", "day"
        if name == "时" and values[-1] <= 24:
            return "date", "hour"
        if name == "季度" and values[-1] <= 4:
            return "period", "quarter"
    if name in ("月", "季度", "日", "时") and not collective:
        return "date", "part of a year or day"
    if _DURING.search(draft.before):
        return None
    if name not in ("小时", "分钟", "秒", "学时", "课时") and (
        _STRETCH_BEFORE.search(draft.before) or _STRETCH_AFTER.match(draft.text, draft.end)
    ):
        return "period", "stretch of time"
    return None


def _is_short_year(draft: Draft) -> bool:
    """Whether two figures before 年 are the last ones of a year (97年5月, 比96年增长, 09年) and no number of years."""
    numeral, value = draft.numeral, draft.numeral.values[0]
    if numeral.shape != "single" or numeral.end - numeral.start != 2 or draft.bounded or value >= 100:
        return False
    printed = draft.text[numeral.start : numeral.end]
    if not numeral.arabic:
        return printed[0] in DIGITS and printed[1] in DIGITS
    if printed[0] == "0" or _MONTH_BEHIND.match(draft.text, draft.end):
        return True
    if value < 50 or _STRETCH_AFTER.match(draft.text, draft.end):
        return False
    if _YEAR_BEHIND.match(draft.text, draft.end):
        return True
    if draft.after(1) in _STRETCH_WORDS:
        return False
    return (value > _OLDEST and not draft.before[-1:].isalnum()) or _YEAR_BEFORE.search(
        draft.before
    ) is not None


def is_duration(draft: Draft) -> bool:
    """Whether a Chinese numeral with a unit of time says how long something lasts."""
    if draft.name in ("小时", "分钟", "秒") or _DURING.search(draft.before) is not None:
        return True
    return draft.bounded and draft.name != "年"
