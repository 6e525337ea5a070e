"""Findings: what a person is told about a place in a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
Category = Literal[
    "arithmetic",
    "conflict",
    "repetition",
    "masked",
    "missing",
    "structure",
    "script",
    "stray",
    "layout",
    "typo",
    "wording",
    "dates",
    "units",
    "schema",
    "reading",
]
Scope = Literal["document", "run", "history"]
FindingState = Literal["open", "dismissed", "confirmed", "accepted"]
STANDING: tuple[FindingState, ...] = ("open", "confirmed")
"""The states in which a finding counts: against publication, and in every sum."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule reports, before the engine gives it an identity.

    Offsets count the text that the rule declares to read: the analysis text (``reads="prose"``) or the text as read
    (``reads="text"``).

    Attributes:
        start: Offset of the first character of the place.
        end: Offset after its last character.
        message: What is wrong, in Chinese, in one sentence.
        evidence: The computation or the facts that prove it.
        suggestion: What to write instead, or nothing.
        related: Other places that belong to it.
        severity: How grave it is; ``None`` takes the rule's default.
        secret: What the evidence says only where the policy reveals masked values.
    """

    start: int
    end: int
    message: str
    evidence: str = ""
    suggestion: str = ""
    related: tuple[tuple[int, int], ...] = ()
    severity: Severity | None = None
    secret: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document's text as read, with its words."""

    source: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as tables and reports show it, in offsets of the text as read.

    Attributes:
        finding_id: Name within the document, made from the rule and a running number.
        rule: Code of the rule.
        scope: Whether one document alone, the run or the history gives it.
        category: What sort of fault it is.
        severity: ``error`` blocks publication by default.
        place: Where it is.
        message: What is wrong, in one sentence.
        evidence: The computation or the facts that prove it.
        suggestion: What to write instead, or nothing.
        related: Other places that belong to it.
        fingerprint: Identity across edits elsewhere and across nights.
        locator: Page, paragraph or table cell in the original, for people.
        state: What a reviewer decided.
    """

    finding_id: str
    rule: str
    scope: Scope
    category: Category
    severity: Severity
    place: Place
    message: str
    evidence: str
    suggestion: str
    related: tuple[Place, ...]
    fingerprint: str
    locator: str
    state: FindingState = "open"
