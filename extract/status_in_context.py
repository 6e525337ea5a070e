"""The status of a claim in its sentence and document: what was said before, and the plan that a document reports on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extract.claim import Status
from extract.late import late
from extract.periods import PeriodMention
from extract.said import Said, Setting
from extract.status import estimates_before, status_of

# The level that an aim starts from is a fact: 计划由1980年的3200万亩增加到1亿亩.
_STARTS_FROM = late(
    r"(?:[从由](?:[^，。；]{0,7}[年期月][底末]?的?|目前的?|现有的?|现在的?|原来的?|最初的?)?|[比较][^，。；]{0,12}(?:年|期间|时期|现在|目前)的)$"
)
_LEADS_TO = late(r"[^，。；]{0,10}[到至为成]")
_PLAN_LENGTH = 5
# A plan named behind one of these is beside the matter: 保持第五个五年计划期间的水平.
_BESIDE = ("保持", "结转", "转到", "转入", "个比", "，比")


def status_in_context(
    text: str,
    begin: int,
    mentions: Sequence[PeriodMention],
    said: Said,
    setting: Setting,
    gap: str,
    rest: str,
    own: PeriodMention | None,
    mention: PeriodMention | None,
    indicator: str | None,
) -> Status:
    """The status of a claim.

    Args:
        text: The analysis text.
        begin: Offset of the claim's sentence.
        mentions: The periods that the text names, in order.
        said: What has been said before; it is brought up to date.
        setting: What holds for the whole sentence.
        gap: The words since the quantity before it, or since the sentence's start.
        rest: The words behind it up to the next mark.
        own: The period that its own words name.
        mention: The period that it holds for.
        indicator: What it measures.

    Returns:
        Whether it is a result, an aim or an estimate.
    """
    spoken, over = said.status, setting.over
    status, said.status = status_of(gap, rest, spoken, setting.aims, over)
    if own is not None and own.last is not None and over and status == "target":
        status = "actual" if int(own.last[:4]) < over else status
    unsaid = status == "actual" and said.status is None
    if setting.planned and unsaid and _plans(text, begin, mentions, setting, mention):
        status = "target"
    if status == "target" and (start := _STARTS_FROM.search(gap)):
        past = start.group()[0] in "比较" or _LEADS_TO.match(rest)
        status = "actual" if past else status
    if status == "estimate":
        at = estimates_before(gap)
        if at >= 0:
            about = indicator or ""
            named = about and (about == said.topic or about[:4] in gap[:at])
            said.estimate = about if named else ""
    elif said.estimate is not None:
        if said.status != spoken or (said.estimate and said.estimate != indicator):
            said.estimate = None
        elif status == "actual" and said.status is None:
            status = "estimate"
    return status


def _plans(
    text: str,
    begin: int,
    mentions: Sequence[PeriodMention],
    setting: Setting,
    mention: PeriodMention | None,
) -> bool:
    """Whether a period is that of the plan that the document reports on, named here or above an item of its list."""
    planned = setting.planned
    if mention is None or planned is None:
        return False
    if mention.kind == "span" and mention.text.startswith("五年"):
        at = bisect_right(mentions, mention.start - 1, key=lambda other: other.start)
        plans = (other for other in reversed(mentions[:at]) if other.kind == "plan")
        named = (other.first for other in plans if text[other.start - 2 : other.start] not in _BESIDE)
        return next(named, None) == planned
    if mention.kind in ("year", "day") and mention.last is not None:
        return int(mention.last[:4]) == int(planned[:4]) + _PLAN_LENGTH - 1
    return mention.kind == "plan" and mention.first == planned and (setting.short or mention.start >= begin)
