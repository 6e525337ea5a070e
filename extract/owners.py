"""Measures that belong to what was named with another one: 规上工业营业收入…，利润…; 某司长的评分…，其支持率…."""

from __future__ import annotations

_OWNED = frozenset(
    [
        "营业收入",
        "营收",
        "主营业务收入",
        "利润",
        "净利润",
        "归母净利润",
        "利润总额",
        "利税",
        "毛利率",
        "净利率",
        "投资收益",
        "总资产",
        "净资产",
        "资产净值",
        "市值",
        "销量",
        "销售额",
        "产量",
        "产值",
        "售价",
        "均价",
        "单价",
        "价格",
        "零售价",
        "建议零售价",
        "票价",
        "评分",
        "支持率",
        "反对率",
        "支持比率",
        "反对比率",
        "支持率净值",
        "民望净值",
        "满意率",
        "不满率",
        "满意净值",
        "预算",
        "年度预算",
        "总预算",
        "开支",
        "预算开支",
        "酬金",
        "薪金",
        "年薪",
        "订户",
        "用户数",
    ]
)
_BY_LENGTH = sorted(_OWNED, key=len, reverse=True)
_LAST = frozenset(word[-1] for word in _OWNED)
_LONGEST_OWNER = 10
_NO_OWNER = ("方面", "中", "上", "下", "里", "净值", "幅")
RESTATED = ("前值", "初值", "终值")


def is_owned(phrase: str) -> bool:
    """Whether a phrase only names a measure that something told before has."""
    return phrase in _OWNED


def owned_by_the_same(topic: str, phrase: str) -> str | None:
    """A measure of what the last one measured: 利润 after 规上工业营业收入 is 规上工业利润, ``None`` where that has no owner."""
    if topic.endswith(phrase):
        return topic
    if topic[-1:] not in _LAST or topic in _OWNED:
        return None
    for word in _BY_LENGTH:
        if topic.endswith(word) and len(topic) > len(word):
            owner = topic[: -len(word)]
            return None if owner.endswith("、") else owner + phrase
    return None


def with_owner(clause: str, phrase: str) -> str:
    """A measure of what the clause before names at its end: 连番要求检讨的云溪电台，预算减少4%."""
    same = owned_by_the_same(clause, phrase)
    if same is not None:
        return same
    before, joint, thing = clause.rpartition("的")
    owns = joint and before and 2 <= len(thing) <= _LONGEST_OWNER and not thing.endswith(_NO_OWNER)
    return thing + phrase if owns else phrase


def measure_first(noun: str) -> str:
    """The measure that a noun phrase begins with (增七成预算宣传香港), empty for none."""
    return next((word for word in _BY_LENGTH if noun.startswith(word)), "")
