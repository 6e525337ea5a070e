"""The Chinese words for what tables call by English names."""

from __future__ import annotations

from typing import get_args

from checks.engine import ClaimState
from checks.finding import Category, FindingState, Severity
from checks.relation import RelationKind, State

SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
VERDICTS = {"pass": "通过", "fail": "不通过"}
CLAIM_STATES: dict[ClaimState, str] = {
    "verified": "已证实",
    "contradicted": "有矛盾",
    "masked": "被遮盖",
    "unchecked": "未核对",
}
FINDING_STATES: dict[FindingState, str] = {
    "open": "待处理",
    "dismissed": "已驳回",
    "confirmed": "已确认",
    "accepted": "已接受",
}
RELATION_STATES: dict[State, str] = {"holds": "成立", "broken": "不成立", "not_assessable": "无法判断"}
CATEGORIES: dict[Category, str] = {
    "arithmetic": "算术",
    "conflict": "前后不一",
    "repetition": "重复",
    "masked": "遮盖",
    "missing": "缺漏",
    "structure": "结构",
    "script": "字形",
    "stray": "混入",
    "layout": "排版",
    "typo": "错字",
    "wording": "措辞",
    "dates": "日期",
    "units": "单位",
    "schema": "数据格式",
    "reading": "读取",
}
RELATION_KINDS: dict[RelationKind, str] = {
    "sum": "合计",
    "part": "部分与整体",
    "share": "占比",
    "growth": "增速",
    "increment": "增量",
    "points": "百分点",
    "difference": "差额",
    "multiple": "倍数",
    "ratio": "比例",
    "per_capita": "人均",
    "balance": "收支平衡",
    "rank": "位次",
    "threshold": "门槛",
    "bounded": "上下限",
    "granularity": "最小单位",
    "conversion": "换算",
    "order": "先后大小",
    "direction": "升降方向",
    "verdict": "达标与否",
    "arity": "项数",
    "mention": "前后提法",
    "count": "计数",
}

SEVERITY_ORDER: tuple[Severity, ...] = get_args(Severity)
"""Severities, the gravest first."""
