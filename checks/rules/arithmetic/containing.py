"""Amounts of one indicator for a period and for a longer one that contains it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.rules.arithmetic.sketch import Sketch
from extract.claim import Claim
from extract.late import late

_NO_FLOW = late(
    r"余额|人口|户数|保有|存量|在册|存栏|库存|总数|数量|门店|储备|价|均|率|比|指数|最|净|差|利润|盈|亏|面积|里程|装机|规模|市值|资产|负债|在[校岗编建]|增量|增加|增长|减少|下降|目标|比例|浓度|天数|能力"
)
_WIDELY = late(r"全[国省市县区球]|我[国省市县区]|累计|共")
_TAIL = 5
_LEAST_NAME = 4
_MOST = 2000


def contained(sketch: Sketch) -> Iterator[tuple[Claim, Claim, bool]]:
    """Pairs of amounts of one indicator of which the period of the first lies within that of the second.

    Args:
        sketch: The document's sketch.

    Yields:
        The shorter period's amount, the longer one's, and whether the words prove it: the same indicator, region and
        status in the same words.
    """
    known: dict[tuple[str, str, str | None, str | None, str], list[Claim]] = {}
    for place, claim in enumerate(sketch.claims[:_MOST]):
        period, name = claim.period, claim.indicator
        if claim.kind != "level" or period is None or period.start is None or period.end is None or not name:
            continue
        if len(name) < _LEAST_NAME or claim.masked or claim.bound not in ("=", "~") or _NO_FLOW.search(name):
            continue
        before = _sentence(sketch, place)
        if name[-2:] not in before or period.text not in before:
            continue
        tail = _WIDELY.sub("", name)[-_TAIL:]
        others = known.setdefault((tail, claim.unit, claim.region, claim.scope, claim.status), [])
        for other in others[-4:]:
            pair = _nested(claim, other)
            if pair is not None:
                yield (*pair, name == other.indicator)
        others.append(claim)


def _sentence(sketch: Sketch, place: int) -> str:
    line = sketch.line_at(sketch.letters[place])
    return sketch.text[line.start : sketch.letters[place]]


def _nested(one: Claim, other: Claim) -> tuple[Claim, Claim] | None:
    """The two with the shorter period first, ``None`` where neither period lies within the other."""
    first, second = one.period, other.period
    if first is None or second is None or None in (first.start, first.end, second.start, second.end):
        return None
    if (first.start, first.end) == (second.start, second.end):
        return None
    if str(second.start) <= str(first.start) and str(first.end) <= str(second.end):
        return one, other
    if str(first.start) <= str(second.start) and str(second.end) <= str(first.end):
        return other, one
    return None
