"""One document's way: decode, read, normalise, segment, quantities, claims, relations, findings, verdict."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.engine import CheckedClaim, PlacedRelation, check, failed_reading, failed_stage
from checks.finding import Finding
from checks.policy import Policy
from checks.rule import Rule, all_rules
from checks.verdict import Verdict, decide
from extract import Document, Reading, ReadingError, extract, read_document

if TYPE_CHECKING:
    from checks.facts import Facts


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of auditing one document.

    Attributes:
        source: Name of the document in its run.
        document: The text as read, ``None`` when it could not be read.
        reading: Its numbers and claims, ``None`` when it could not be read or not be checked to its end.
        claims: State and reason of each claim, parallel to ``reading.claims``.
        relations: The relations that were tested, in offsets of the text as read.
        findings: The findings in order of their place.
        verdict: Whether the document passes, and why not.
        sha256: Hash of the file's bytes, in hexadecimal; empty when not even they could be had.
        size: Number of bytes.
    """

    source: str
    document: Document | None
    reading: Reading | None
    claims: tuple[CheckedClaim, ...]
    relations: tuple[PlacedRelation, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict
    sha256: str = ""
    size: int = 0


def audit(source: str, data: bytes, policy: Policy | None = None, facts: Facts | None = None) -> Audit:
    """Audit one document.

    Args:
        source: Name of the document in its run, with forward slashes; its ending tells the format.
        data: The file's bytes.
        policy: Which rules run and what blocks; the default policy if not given.
        facts: Official figures that the document's numbers are held against, if there are any.

    Returns:
        The audit. A document that cannot be read, or at which a stage breaks down, gives a finding of category
        ``reading`` and fails; nothing is raised for what stands in a document.
    """
    policy = policy or Policy()
    document: Document | None = None
    stage = "读取"
    try:
        document = read_document(source, data)
        stage = "识别数字"
        reading = extract(document)
        stage = "核对"
        claims, relations, findings = check(reading, policy, _rules(policy, facts))
    except ReadingError as problem:
        return _broken_off(source, data, None, failed_reading(source, problem), policy)
    except Exception as problem:  # noqa: BLE001  one document's fault must not stop the others
        return _broken_off(source, data, document, (failed_stage(source, stage, problem),), policy)
    verdict = decide(findings, reading, policy)
    return Audit(
        source, document, reading, claims, relations, findings, verdict, document.sha256, document.size
    )


def _broken_off(
    source: str, data: bytes, document: Document | None, findings: tuple[Finding, ...], policy: Policy
) -> Audit:
    sha256 = hashlib.sha256(data).hexdigest()
    verdict = decide(findings, None, policy)
    return Audit(source, document, None, (), (), findings, verdict, sha256, len(data))


def _rules(policy: Policy, facts: Facts | None) -> tuple[Rule, ...]:
    """The rules, with what the desk's own expressions and official figures make of them."""
    rules = all_rules()
    if policy.expressions:
        from checks.rules.expressions.l05_fixed_expression import with_own

        own = with_own(policy.expressions)
        rules = tuple(own if rule.code == own.code else rule for rule in rules)
    if facts is None:
        return rules
    from checks.official_figures import contradicts_official_figure

    return (*rules, contradicts_official_figure(facts))
