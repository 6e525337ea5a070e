"""A finding across documents before it has its words and its identity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checks.finding import Category, Finding, Place, Severity
from checks.fingerprint import fingerprint
from checks.policy import Policy

SHOWN = 10
"""Other places that a finding shows; its message tells how many there are."""


class Spot(NamedTuple):
    """A span of a document's text as read.

    Attributes:
        document: Number of the document among the sources of the run in order.
        start: Offset of its first character.
        end: Offset after its last character.
    """

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding whose places are numbers yet.

    Attributes:
        rule: Code of its rule.
        category: What sort of fault it is.
        severity: How grave it is by proof.
        spot: Where it is.
        message: What is wrong, in Chinese, in one sentence.
        evidence: The facts that prove it.
        related: Other places that belong to it, ``SHOWN`` at most.
    """

    rule: str
    category: Category
    severity: Severity
    spot: Spot
    message: str
    evidence: str
    related: tuple[Spot, ...]


def findings_of(
    drafts: Sequence[tuple[Draft, Place, tuple[Place, ...]]], policy: Policy
) -> tuple[Finding, ...]:
    """Give the drafts of one document their identity.

    Neither names nor order of the documents go into a fingerprint: it is made from the words of the places alone.

    Args:
        drafts: The drafts with their places and their related places.
        policy: How grave the desk takes a rule.

    Returns:
        The findings in order of their place.
    """
    ordered = sorted(drafts, key=lambda one: (one[0].spot, one[0].rule, one[0].message))
    running: Counter[str] = Counter()
    seen: Counter[tuple[str, ...]] = Counter()
    findings = []
    for draft, place, related in ordered:
        words = sorted({other.quote for other in related})
        identity = (draft.rule, place.quote, *words)
        running[draft.rule] += 1
        mark = fingerprint(draft.rule, place.quote, "", words, seen[identity])
        findings.append(
            Finding(
                finding_id=f"{draft.rule}-{running[draft.rule]}",
                rule=draft.rule,
                scope="run",
                category=draft.category,
                severity=policy.severity_of(draft.rule, draft.severity),
                place=place,
                message=draft.message,
                evidence=draft.evidence,
                suggestion="",
                related=related,
                fingerprint=mark,
                locator="",
                state=policy.state_of(mark),
            )
        )
        seen[identity] += 1
    return tuple(findings)


def named(sources: Sequence[str], most: int = 2) -> str:
    """Some names of documents for a message: “甲.txt”、“乙.txt”等5份文件."""
    # A file's name may hold line ends; a message is one line.
    shown = "、".join(f"“{' '.join(source.split())}”" for source in sources[:most])
    return shown if len(sources) <= most else f"{shown}等{len(sources)}份文件"
