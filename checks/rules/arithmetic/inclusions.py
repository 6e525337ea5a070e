"""Indicators of which one is a part of the other by definition, wherever they stand in a document."""

from __future__ import annotations

from collections.abc import Iterator

from checks.rules.arithmetic.sketch import Sketch
from extract.claim import Claim
from extract.late import late

# 规模以上服务企业达318户，实现营业收入210亿元 names its indicator in two clauses.
_SURVEYED = late(r"规模?以?上工业(?:企业)?(?:实现|完成)?增加值")
# Part, whole: by definition of the national accounts and of the fiscal accounts (field guide, section 8, 1 and 20).
_PARTS = {
    "第一产业增加值": ("生产总值",),
    "第二产业增加值": ("生产总值",),
    "第三产业增加值": ("生产总值",),
    "服务业增加值": ("生产总值",),
    "工业增加值": ("生产总值",),
    "规上工业增加值": ("生产总值", "工业增加值"),
    "建筑业增加值": ("生产总值",),
    "金融业增加值": ("生产总值",),
    "地方财政收入": ("财政总收入",),
    "一般公共预算收入": ("财政总收入",),
    "税收收入": ("一般公共预算收入", "财政总收入"),
    "出口": ("进出口总额",),
    "进口": ("进出口总额",),
    "城镇常住人口": ("常住人口",),
}


def included(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of a part and its whole of one period, region and status, each part with the nearest whole before it.

    Yields:
        The part, then the whole.
    """
    wholes: dict[tuple[str, object, str | None, str], Claim] = {}
    for claim in sketch.claims:
        key = claim.indicator_key
        if key is None and claim.indicator and _SURVEYED.fullmatch(claim.indicator):
            key = "规上工业增加值"
        if key is None or claim.kind != "level" or claim.period is None or claim.unit != "元":
            continue
        when = (claim.period.start, claim.period.end) if claim.period.start else claim.period.text
        for name in _PARTS.get(key, ()):
            whole = wholes.get((name, when, claim.region, claim.status))
            if whole is not None:
                yield claim, whole
        wholes[key, when, claim.region, claim.status] = claim
