"""Numbers that are told again as they stand: the same numeral with the same unit about the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from checks.rules.arithmetic.sketch import Sketch
from extract.claim import Claim

_KINDS = frozenset({"level", "growth", "share", "multiple", "change", "difference", "duration", "other"})
_COMMON = frozenset({"增长", "实现", "完成", "达到", "全市", "全县", "全省", "项目", "建设", "年度", "水平"})


def repeated(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of a claim and its nearest earlier twin.

    Two claims are twins when value, unit and bound are equal, they stand in different full sentences, and what they
    measure shares two neighbouring characters.

    Yields:
        The earlier claim, then the later one.
    """
    last: dict[tuple[object, ...], tuple[Claim, frozenset[str], int]] = {}
    for number, line in enumerate(sketch.lines):
        for place in range(line.first, line.last):
            claim = sketch.claims[place]
            if claim.kind not in _KINDS or claim.value is None or not _distinctive(claim):
                continue
            key = (claim.value, claim.unit, claim.bound)
            words = _pairs((claim.indicator or "") + sketch.lead(place)[-12:])
            before = last.get(key)
            if before is not None and before[2] != number and not words.isdisjoint(before[1]):
                yield before[0], claim
            last[key] = (claim, words, number)


def _distinctive(claim: Claim) -> bool:
    """Whether a numeral says more than a small count does, or a unit of measure stands behind it."""
    digits = claim.numeral.replace(".", "").replace(",", "").strip("0")
    unit = claim.quantity.unit
    return len(digits) >= 2 or (unit is not None and unit.dimension not in ("count", ""))


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[place : place + 2] for place in range(len(words) - 1)) - _COMMON
