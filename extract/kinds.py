"""What sort of statement a quantity makes, and which way it goes."""

from __future__ import annotations

import re
from fractions import Fraction

from extract.claim import Direction, Kind
from extract.late import late
from extract.quantity import Quantity

_UP = (
    "增产|多收|调升|升值|增长|增加|上升|提高|提升|上涨|回升|扩大|跃升|攀升|净增|多增|调高|上调|上扬|递增|延长|升幅|加幅|加快|上行|走高|偏大|偏多|偏高|(?<!新)增(?![量值收补援设持强益])|"
    "升(?![级学温值本])|涨(?![停幅])|(?<![附参更追叠])加(?=了?[约近超逾]?$)"
)
_DOWN = (
    "减产|减收|少收|蒸发|缩水|调贬|贬值|裁军|裁员|裁减|节省(?=了?[约近超逾]?$)|偏小|偏少|偏低|改善|下降|减少|降低|回落|下跌|下滑|压减|精简|缩减|缩短|缩小|压缩|萎缩|负增长|收窄|下调|调低|削减|递减|倒退|放缓|减慢|减幅|节[约省减](?=了?[约近超逾]?$)|"
    "减(?![排贫负税灾息])|降(?![水雨温])|下行|走低|下挫|跌(?![停幅破])"
)
_CHANGE = late(f"(?P<down>{_DOWN})|(?P<up>{_UP})")
_NO_VERB = ("的", "值", "量", "额", "者")
# A rate's own name, or words that say a level follows: the number is no growth although it may go up or down.
_LEVEL = late(
    r"(?<!增长)(?<!增)率(?!先)|占|比重|占比|份额|比例|浓度|(?:增长|提高|提升|上升|下降|降低|回升|回落|降|升|增加|增|缩小|扩大|减少|减|下调|上调|调高|调低|跌)(?:到|至|为)|"
    r"[降升提增](?:到|至)"
)
_GROWTH_NOUN = late(
    r"增速|增幅|涨幅|降幅|升幅|跌幅|加幅|减幅|增长率|增长幅度|下降幅度|负增长|年均增长|(?:增长|递增|发展)的?速度|通胀率?|通膨率?"
)
# Interest and yields are prices, not shares of a whole.
_RATE_LEVEL = late(r"(?:利率|收益率|息率|回报率|利息)[^，。；、占比]{0,10}$|(?<![汇呈申播预通])报约?$")
_GROWTH_BEHIND = late(r"的[^，。；]{0,8}(?:增长(?!极|点|中心)|增速|增幅|涨幅|速度)")
_LEVEL_FOLLOWS = late(r"(?:至|(?<![达收得])到)(?:最?[高低])?[约近超逾]?$")
_DIFFERENCE = late(
    r"高于|低于|高出|低出|快于|慢于|多于|少于|好于|相差|差了?(?![异额别旅])|差距|领先|(?<!淘汰)落后|超过|超出|大于|小于|分别高|分别低"
)
_BY = r"(?:(?<!提)高|(?<!降)低|(?<!加)快|慢|多|(?<!减)少)(?:支|收|付|报|用)?出?"
# What a time is compared with is the same thing earlier, so more or less is a change and no difference.
_TIME = (
    r"(?:上(?!海)|去年|前[一二三四五年]|往|以往|过去|同期|年初|原来|之前|(?:19|20)\d\d|[一二][一二三四五六七八九〇○零]{3}年|“?十.五|"
    r"[^，。；、]{0,6}(?:年|月|周|星期|天|季度?)以?[前初底末]|[^，。；、]{0,5}(?:期间|时期|[当那]时))"
)
_COMPARED = late(
    rf"(?<![同环占])[比较](?![重例率])(?:(?P<time>{_TIME})[^，。；、全国省市县均]{{0,4}}?(?:[0-9.,百千万亿]{{1,12}}[^，。；、]{{0,3}})?|[^，。；]{{1,20}}?){_BY}了?[约近超逾]?$"
)
_MORE = late(rf"{_BY}了?[约近超逾]?$")
_PLANNED = late(r"计划|预算|目标|规划")
_OTHER = late(r"(?:高于|低于|多于|少于|相差|领先|(?<!淘汰)落后)[^，。；]{0,8}$|超过[^，。；、0-9]{2,6}$")
_TO = late(r"(?:到|至|为|达|达到)$")
_GROWN = late(
    r"(?:增长|下降|增加|减少|提高|提升|上升|降低|上涨|下跌|压减|精简|缩减|缩短|增产|减产|减收|多收|少收|调高|调低|上调|下调|削减|增|减|降|升|翻|涨|跌|蒸发|缩水|节省|节约|裁军|裁员|裁减|调贬|调升|(?<![附参])加)了?[近约超逾]?\$?$"
)
# 较上月新增8家 compares, where 新增8家 alone only counts what is new.
_NEWLY_MORE = late(
    r"[比较][^，。；、]{0,8}(?:月|周|年|日|季度|期)(?:末|底|同期)?(?:新增|净增)了?[近约超逾]?$"
)
# 扩大养殖面积80万亩, 增加的2.6亿元开支: the verb stands before what it changes.
_CHANGED_THING = late(
    r"(?:^|[，；内年月末底])(?:扩大|缩小|减少)(?![的了到至])[^，。；、的0-9]{2,10}$|(?:增加|减少|多出|削减)的[约近超逾]?$"
)
_NOT_GROWN = late(r"(?:新增|翻|参加|增收)了?[近约超逾]?$")
_THRESHOLD_UNITS = {"money", "mass", "area", "power", "volume", "energy", "length", "age"}
_HEADS = (
    "企业",
    "项目",
    "单位",
    "工程",
    "村",
    "行政村",
    "自然村",
    "农村",
    "镇",
    "县",
    "市场",
    "产业",
    "集群",
    "园区",
    "户",
    "居民",
    "人群",
    "儿童",
    "老人",
)


def kind_of(quantity: Quantity, before: str, after: str, suffix: str, inherited: Kind | None) -> Kind:
    """The kind of a claim.

    Args:
        quantity: The quantity.
        before: The words of its clause before it, bound words left out.
        after: The words after it, up to the next mark; other quantities may stand in them.
        suffix: The bound words behind its unit (以上, 以下), possibly empty.
        inherited: The kind of the claim before it when nothing but a list mark stands between them.

    Returns:
        The kind, as gold annotations use it.
    """
    numeral, unit = quantity.numeral, quantity.unit
    dimension = unit.dimension if unit is not None else ""
    name = unit.name if unit is not None else ""
    if numeral.shape == "ratio":
        return "ratio"
    if dimension == "rank" or (numeral.ordinal and dimension in ("", "count", "rank")):
        return "rank"
    if name in ("百分点", "千分点", "基点"):
        return _points_kind(before, inherited)
    if name in ("%", "‰") or dimension == "share":
        if _GROWTH_BEHIND.match(after):
            return "growth"
        kind = _percent_kind(before, inherited)
        return "level" if kind == "share" and name == "%" and _RATE_LEVEL.search(before) else kind
    if dimension == "multiple":
        return "multiple"
    if unit is None and numeral.values and isinstance(numeral.values[0], Fraction):
        return _fraction_kind(before, inherited)
    bounded = quantity.bound in (">=", "<=", ">", "<")
    if bounded and _meant_as_threshold(dimension, name, after, suffix):
        return "threshold"
    if not name and re.search(r"倍差|收入比|比值|之比|比率|容积率", before[-10:] + after[:2]):
        return "ratio"
    if inherited is not None and inherited not in ("threshold", "duration", "rank", "growth", "share"):
        return inherited
    if compared := _COMPARED.search(before[-24:]):
        return "change" if compared["time"] and not _PLANNED.search(compared.group()) else "difference"
    if _NEWLY_MORE.search(before) or _CHANGED_THING.search(before):
        return "change"
    if _OTHER.search(before):
        return "difference"
    tail = before[-8:]
    if _GROWN.search(tail) and not _NOT_GROWN.search(tail):
        counts = dimension == "count" and after[:1].isalpha() and tail.endswith(("提升", "提高"))
        return "level" if counts else "change"
    if dimension == "time" and name != "岁":
        return "duration"
    return "level"


def _points_kind(before: str, inherited: Kind | None) -> Kind:
    if inherited in ("change", "difference"):
        return inherited
    tail = before[-24:]
    if compared := _COMPARED.search(tail):
        return "change" if compared["time"] else "difference"
    return "difference" if _DIFFERENCE.search(tail[-16:]) else "change"


def _percent_kind(before: str, inherited: Kind | None) -> Kind:
    if inherited in ("growth", "share"):
        return inherited
    if inherited == "change" and before.endswith("即"):
        return "growth"
    level = change = noun = -1
    for match in _GROWTH_NOUN.finditer(before):
        noun = match.start()
    for match in _LEVEL.finditer(before):
        level = match.end()
    for match in _CHANGE.finditer(before):
        if not before.startswith(_NO_VERB, match.end()):
            change = match.end()
    if noun >= 0 and noun + 2 >= level - 4:
        return "share" if "占" in before[noun:] else "growth"
    if change >= 0 and _LEVEL_FOLLOWS.search(before):
        return "share"
    if change <= level and (compared := _COMPARED.search(before[-24:])):
        return "growth" if compared["time"] else "difference"
    return "growth" if change > level else "share"


def _fraction_kind(before: str, inherited: Kind | None) -> Kind:
    """三分之一 and 1/10: a share, or a change where a verb of change stands before it."""
    if inherited in ("share", "change"):
        return inherited
    tail = before[-8:]
    return "change" if _GROWN.search(tail) and not _NOT_GROWN.search(tail) else "share"


def _meant_as_threshold(dimension: str, name: str, after: str, suffix: str) -> bool:
    if after.strip("（）()含本数") == "的" and dimension in (*_THRESHOLD_UNITS, "people", "count"):
        return True
    head = after.lstrip("的")
    if not head or head.startswith(("台阶", "大关", "关口", "水平", "规模")):
        return False
    if not suffix.endswith(("以上", "以下", "以内")):
        return dimension == "money" and head.startswith(_HEADS)
    counted = head[0].isdigit() or "\u4e00" <= head[0] <= "\u9fff"
    if dimension in _THRESHOLD_UNITS or name == "岁" or suffix.endswith("及以上"):
        return counted
    return head.startswith(_HEADS)


def direction_of(kind: Kind, before: str, printed: str, inherited: Direction | None) -> Direction | None:
    """Whether a growth, a change or a difference goes up or down.

    Args:
        kind: The claim's kind.
        before: The words of its clause before it.
        printed: The quantity as printed (翻一番 goes up by itself).
        inherited: The direction of the claim before it in a list, if nothing but a list mark stands between them.

    Returns:
        The direction, ``None`` for kinds that have none.
    """
    if kind == "difference":
        tail = before[-24:]
        if re.search(r"低|少|差|落后|慢|不及|小于", tail):
            return "down"
        return "up" if re.search(r"高|多|快|领先|超|好于|大于", tail) else inherited
    if kind not in ("growth", "change", "multiple"):
        return None
    if kind == "multiple" and (printed.startswith("翻") or before.endswith(("翻", "翻了"))):
        return "up"
    last: Direction | None = inherited
    for match in _CHANGE.finditer(before):
        if not before.startswith(_NO_VERB, match.end()):
            last = "down" if match.lastgroup == "down" else "up"
    if kind == "growth" and re.search(r"降幅|负增长|跌幅|减幅", before):
        return "down"
    if last is None and (_NEWLY_MORE.search(before) or before.endswith(("增加的", "多出的"))):
        return "up"
    if last is None and before.endswith(("减少的", "削减的")):
        return "down"
    if last is None and (more := _MORE.search(before)):
        return "down" if more.group()[0] in "低少慢" else "up"
    return last if last is not None or kind == "multiple" else ("up" if kind == "growth" else last)
