"""Numbers that are told again as they stand: the same numeral with the same unit about the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from checks.rules.arithmetic.sketch import Sketch
from extract.claim import Claim

_KINDS = frozenset({"level", "growth", "share", "multiple", "change", "difference", "duration", "other"})
_AGE = "岁"
"""A bound of age is told with and without its 以上: 65岁及以上的老人, 起领年龄为65岁."""
_BACK = 4
"""Earlier twins among which the one is chosen that shares most words: three industries may all have grown by 11%."""
_COMMON = frozenset({"增长", "实现", "完成", "达到", "全市", "全县", "全省", "项目", "建设", "年度", "水平"})


def repeated(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of a claim and the earlier twin that is most like it.

    Two claims are twins when value, unit and bound are equal, they stand in different full sentences, and what they
    measure shares two neighbouring characters.

    Yields:
        The earlier claim, then the later one.
    """
    known: dict[tuple[object, ...], list[tuple[Claim, frozenset[str], int]]] = {}
    for number, line in enumerate(sketch.lines):
        for place in range(line.first, line.last):
            claim = sketch.claims[place]
            if claim.kind not in _KINDS and claim.unit != _AGE:
                continue
            if claim.value is None or not _distinctive(claim):
                continue
            words = _pairs((claim.indicator or "") + sketch.lead(place)[-12:])
            same = claim.bound == "~" or claim.unit == _AGE  # 约27% and 27% are one number
            bound = "=" if same else claim.bound
            others = known.setdefault((claim.value, claim.unit, bound), [])
            twins = [(len(words & theirs), other) for other, theirs, at in others[-_BACK:] if at != number]
            most = max((shared for shared, _ in twins), default=0)
            if most:
                yield next(other for shared, other in reversed(twins) if shared == most), claim
            others.append((claim, words, number))


def _distinctive(claim: Claim) -> bool:
    """Whether a numeral says more than a small count does, or a unit of measure stands behind it."""
    digits = claim.numeral.replace(".", "").replace(",", "").strip("0")
    unit = claim.quantity.unit
    return len(digits) >= 2 or (unit is not None and unit.dimension not in ("count", ""))


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[place : place + 2] for place in range(len(words) - 1)) - _COMMON
