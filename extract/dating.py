"""Which of the periods that a sentence names dates a claim."""

from __future__ import annotations

from dataclasses import replace

from extract.claim import Kind
from extract.clauses import Clauses
from extract.late import late
from extract.periods import PeriodMention
from extract.said import Said, Setting

_FROM = late(r"[从由](?:[全各]?[国省市球县])?$")
_COMPARAND = late(r"[，、]?(?:则|又|亦|也)?(?:分别)?[比较与](?![重例率值赛特亚如价分方照大小])")
_MANY_YEARS = ("plan", "span")
_A_YEAR = ("年均", "平均每年", "每年平均")


def period_of(
    text: str,
    clauses: Clauses,
    said: Said,
    setting: Setting,
    kind: Kind,
    base: str | None,
    spans: tuple[tuple[int, int] | None, tuple[int, int], tuple[int, int] | None],
    left: int,
    from_to: bool,
) -> PeriodMention | None:
    """The period of a claim.

    Both ends of 从2020年的…提高到2025年的… serve what follows in the same form; what a number is compared with keeps its own
    (较去年的预算10亿元减少1亿元), and 连续10年居全省第一 holds for these ten years.

    Args:
        text: The analysis text.
        clauses: The clauses of its sentence.
        said: What the paragraph has said so far; it is brought up to date.
        setting: What holds for the whole sentence.
        kind: The claim's kind.
        base: What it is compared with.
        spans: The quantities before it, itself and behind it in its sentence.
        left: Offset of its own words in its clause.
        from_to: Whether it is the second end of 从…到….

    Returns:
        The period, ``None`` where nothing names one.
    """
    before, (start, end), behind = spans
    passed = before[1] if before is not None else clauses.start
    own = clauses.period(passed, start)
    if own is None:
        return _said_before(text, clauses, said, setting, kind, base, before, start, left, from_to)
    if clauses.before(own) in ("从", "由") and own.kind != "span":
        other = clauses.period(end, behind[0] if behind is not None else start)
        if other is not None:
            said.ends = (own, other)
        said.period = clauses.period(passed, own.start) or said.period
        return own
    if said.ends is not None and own == said.ends[1]:
        return own
    if clauses.before(own) != "自":
        said.period = own
    return own


def _said_before(
    text: str,
    clauses: Clauses,
    said: Said,
    setting: Setting,
    kind: Kind,
    base: str | None,
    before: tuple[int, int] | None,
    start: int,
    left: int,
    from_to: bool,
) -> PeriodMention | None:
    """The period of a claim whose own words name none."""
    if kind in ("level", "share") and _COMPARAND.match(text, left, start):
        compared = clauses.compared(left, start)
        if compared is not None:
            return compared
    if said.ends is not None and (said.period is None or said.period in said.ends):
        if _FROM.search(text[max(before[1] if before is not None else clauses.start, start - 4) : start]):
            return said.ends[0]
        if (
            before is not None
            and from_to
            and _FROM.search(text[max(clauses.start, before[0] - 4) : before[0]])
        ):
            return said.ends[1]
    found = said.period or setting.lead
    if before is not None and kind == "rank" and left <= before[1]:
        at = before[0] - 2
        if at >= clauses.start and text.startswith("连续", at):
            words = text[at : before[1]]
            if found is None:
                return PeriodMention(at, before[1], words, None, None, "span")
            return replace(found, start=at, end=before[1], text=words)
    lead = setting.lead
    if base in _A_YEAR and found is not None and found.kind == "year" and lead is not None:
        return lead if lead.kind in _MANY_YEARS else found
    return found
