"""Claims about the same thing: one indicator, period, region, scope, kind and status, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.sketch import LETTERS, Sketch, once
from extract.claim import Claim
from extract.late import late

_KINDS = frozenset({"level", "growth", "share", "rank", "multiple", "ratio", "change"})
_BASES = {
    "同比": "上年",
    "比上年": "上年",
    "较上年": "上年",
    "比去年": "上年",
    "较去年": "上年",
    "比上年同期": "上年",
    "": "上年",
}
_PART = late(r"其中|本级|市区|城区|一期|二期|首期|累计|平均|最|以上|以下|对[^，。]{1,8}$|中的")
_CLOSE = late(rf"[，：]?[^{LETTERS}，。；：]{{0,10}}")
# 钢：五年内新增能力253万吨 names its subject once, before the colon.
_LABEL = late(rf"[\s{LETTERS}]{{0,4}}[^，。；：:{LETTERS}\d]{{1,10}}[：:]")
_LEAST_NAME = 4
_MOST_MENTIONS = 12


@dataclass(frozen=True, slots=True)
class Mentions:
    """Several claims about one thing.

    Attributes:
        claims: The claims in order.
        equal: Whether indicator and period are printed in the same words each time.
    """

    claims: tuple[Claim, ...]
    equal: bool


def _groups(sketch: Sketch) -> Iterator[Mentions]:
    found: dict[tuple[object, ...], list[tuple[Claim, str]]] = {}
    earlier = {change.old.number for change in changes(sketch)}
    for line in sketch.lines:
        seen: set[tuple[object, ...]] = set()
        label = _LABEL.match(sketch.text, line.start)
        for place in range(line.first, line.last):
            claim = sketch.claims[place]
            thing = _thing(claim)
            key = (*thing, label and label.group()) if thing is not None else None
            if key is None or key in seen or claim.number in earlier:
                continue
            if _named_here(sketch, claim, line.start, place):
                seen.add(key)
                found.setdefault(key, []).append((claim, sketch.lead(place)))
    for mentions in found.values():
        if 2 <= len(mentions) <= _MOST_MENTIONS:
            claims = tuple(claim for claim, lead in mentions if not _PART.search(lead[-20:]))
            if len(claims) >= 2:
                words = {(claim.indicator, claim.period.text if claim.period else "") for claim in claims}
                yield Mentions(claims, len(words) == 1)


def _named_here(sketch: Sketch, claim: Claim, start: int, place: int) -> bool:
    """Whether the claim's own sentence prints its indicator right before it, and its period.

    What is carried over from elsewhere may be carried wrongly: the year of a review after the five years of a plan.
    """
    lead = sketch.lead(place)
    if claim.indicator is None or claim.period is None or "分别" in lead:
        return False
    before = sketch.text[start : sketch.letters[place]]
    named, when = before.rfind(claim.indicator), before.rfind(claim.period.text)
    between = before[when + len(claim.period.text) : named] if 0 <= when < named else None
    return claim.indicator in lead and between is not None and bool(_CLOSE.fullmatch(between))


def _thing(claim: Claim) -> tuple[object, ...] | None:
    """What a claim is about, ``None`` where it is not known well enough to be compared."""
    if claim.kind not in _KINDS or claim.masked or claim.interval is None or claim.period is None:
        return None
    name = claim.indicator_key or claim.indicator
    if not name:
        return None
    if claim.indicator_key is None and (claim.kind != "level" or len(name) < _LEAST_NAME):
        return None
    base = _BASES.get(claim.base or "", claim.base)
    period = (claim.period.start, claim.period.end) if claim.period.start else claim.period.text
    return (
        name,
        claim.scope,
        claim.unit,
        claim.kind,
        claim.status,
        claim.region or "",
        period,
        base if claim.kind in ("growth", "change") else "",
        claim.indicator if claim.indicator_key is None else "",
    )


@once
def mentions(sketch: Sketch) -> tuple[Mentions, ...]:
    """The things that a document states more than once with a period."""
    return tuple(_groups(sketch))
