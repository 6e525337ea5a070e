"""What sort of statement a quantity makes, and which way it goes."""

from __future__ import annotations

import re

from extract.claim import Direction, Kind
from extract.quantity import Quantity

_UP = "增产|多收|增长|增加|增收|上升|提高|提升|上涨|回升|扩大|跃升|攀升|净增|多增|增|升|涨"
_DOWN = "减产|减收|少收|改善|下降|减少|降低|回落|下跌|下滑|压减|精简|缩减|缩短|缩小|压缩|萎缩|负增长|收窄|减|降|跌"
_CHANGE = re.compile(f"(?P<down>{_DOWN})|(?P<up>{_UP})")
# A rate's own name, or words that say a level follows: the number is no growth although it may go up or down.
_LEVEL = re.compile(
    r"(?<!增长)(?<!增)率(?!先)|占|比重|占比|份额|比例|浓度|(?:增长|提高|提升|上升|下降|降低|回升|回落|降|升|增加|增|缩小|扩大)(?:到|至|为)|[降升提增](?:到|至)"
)
_GROWTH_NOUN = re.compile(r"增速|增幅|涨幅|降幅|增长率|增长幅度|下降幅度|负增长|年均增长")
_DIFFERENCE = re.compile(
    r"高于|低于|高出|低出|快于|慢于|多于|少于|好于|相差|差了?|差距|领先|落后|超过|超出|大于|小于|分别高|分别低"
)
_COMPARED = re.compile(
    r"[比较](?!上|去|前|年|同期|年初|重|例|率|20|19|“?十)[^，。；、]{1,12}?(?:高|低|快|慢|多|少)出?$"
)
_TO = re.compile(r"(?:到|至|为|达|达到)$")
_GROWN = re.compile(
    r"(?:增长|下降|增加|减少|提高|提升|上升|降低|上涨|下跌|压减|精简|缩减|增|减|降|升|翻)了?[近约超逾]?$"
)
_THRESHOLD_UNITS = {"money", "mass", "area", "power", "volume", "energy", "length", "age"}
_HEADS = (
    "企业",
    "项目",
    "单位",
    "工程",
    "村",
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
        if inherited in ("change", "difference"):
            return inherited
        return (
            "difference" if _DIFFERENCE.search(before[-16:]) or _COMPARED.search(before[-16:]) else "change"
        )
    if name in ("%", "‰") or dimension == "share":
        return _percent_kind(before, inherited)
    if dimension == "multiple":
        return "multiple"
    if quantity.bound in (">=", "<=", ">", "<") and _meant_as_threshold(dimension, name, after, suffix):
        return "threshold"
    if not name and re.search(r"倍差|收入比|比值|之比|比率|容积率", before[-10:] + after[:2]):
        return "ratio"
    if inherited is not None and inherited not in ("threshold", "duration", "rank", "growth", "share"):
        return inherited
    tail = before[-8:]
    if _COMPARED.search(before[-16:]) or re.search(
        r"(?:高于|低于|多于|少于|相差|领先|落后)[^，。；]{0,8}$|超过[^，。；、0-9]{2,6}$", before
    ):
        return "difference"
    if _GROWN.search(tail) and not _TO.search(tail) and not tail.rstrip("近约超逾").endswith(("新增", "翻")):
        return "change"
    if dimension == "time" and name != "岁":
        return "duration"
    return "level"


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
        change = match.end()
    if noun >= 0 and noun + 2 >= level - 4:
        return "growth"
    return "growth" if change > level else "share"


def _meant_as_threshold(dimension: str, name: str, after: str, suffix: str) -> bool:
    head = after.lstrip("的")
    if not head or head.startswith(("台阶", "大关", "关口", "水平", "规模")):
        return False
    if not suffix.endswith(("以上", "以下", "以内")):
        return dimension == "money" and head.startswith(_HEADS)
    counted = head[0].isdigit() or "\u4e00" <= head[0] <= "\u9fff"
    if dimension in _THRESHOLD_UNITS or name == "岁":
        return counted
    return head.startswith(_HEADS)


def direction_of(kind: Kind, before: str, inherited: Direction | None) -> Direction | None:
    """Whether a growth, a change or a difference goes up or down.

    Args:
        kind: The claim's kind.
        before: The words of its clause before it.
        inherited: The direction of the claim before it in a list, if nothing but a list mark stands between them.

    Returns:
        The direction, ``None`` for kinds that have none.
    """
    if kind == "difference":
        tail = before[-18:]
        if re.search(r"低|少|差|落后|慢|不及|小于", tail):
            return "down"
        return "up" if re.search(r"高|多|快|领先|超|好于|大于", tail) else inherited
    if kind not in ("growth", "change", "multiple"):
        return None
    last: Direction | None = inherited
    for match in _CHANGE.finditer(before):
        last = "down" if match.lastgroup == "down" else "up"
    if kind == "growth" and re.search(r"降幅|负增长|跌幅", before):
        return "down"
    return last if last is not None or kind == "multiple" else ("up" if kind == "growth" else last)
