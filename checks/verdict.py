"""The verdict on one document: may it be published, and if not, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checks.finding import STANDING, Finding
from checks.policy import Policy
from extract import Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a document passes.

    Attributes:
        verdict: ``pass`` or ``fail``.
        reasons: What stands against it, in Chinese, one line each; empty when it passes.
    """

    verdict: Literal["pass", "fail"]
    reasons: tuple[str, ...]


def explained_share(reading: Reading) -> float:
    """The share of numerals whose role is known, 1.0 for a text without numerals."""
    if not reading.quantities:
        return 1.0
    known = sum(quantity.role != "unexplained" for quantity in reading.quantities)
    return known / len(reading.quantities)


def decide(findings: Sequence[Finding], reading: Reading | None, policy: Policy) -> Verdict:
    """Judge a document by its open findings and the policy.

    Args:
        findings: All findings of the document.
        reading: What was read, ``None`` when nothing could be read.
        policy: What blocks.

    Returns:
        The verdict. A document that could not be read, or rows that broke a schema, never pass.
    """
    return decide_by_share(findings, None if reading is None else explained_share(reading), policy)


def decide_by_share(findings: Sequence[Finding], explained: float | None, policy: Policy) -> Verdict:
    """Judge a document again when only the share of its explained numerals is still at hand.

    Args:
        findings: All findings of the document.
        explained: Share of numerals whose role is known, ``None`` when nothing could be read.
        policy: What blocks.

    Returns:
        The verdict, as :func:`decide` gives it.
    """
    reasons = [
        f"{finding.rule} {finding.message}"
        for finding in findings
        if finding.state in STANDING
        and (finding.severity in policy.block or finding.category in ("reading", "schema"))
    ]
    if explained is not None and explained < policy.least_explained:
        share = f"{explained:.1%}"
        reasons.append(f"只说明了{share}的数字，低于要求的{policy.least_explained:.1%}")
    return Verdict("fail" if reasons else "pass", tuple(reasons))
