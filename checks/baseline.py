"""Findings that a desk has accepted as they stand today: a file of fingerprints."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from checks.finding import Finding

FORMAT = "heshu-baseline/1"


class BaselineError(ValueError):
    """Bytes that are no baseline; the message says why."""


def acceptable(finding: Finding) -> bool:
    """Whether a baseline can hold a finding: not one that hides others, of a document that was not read or checked whole."""
    return finding.category not in ("reading", "schema")


def baseline_text(findings: Iterable[Finding]) -> str:
    """Write the findings of today down, a line each, so that a later change is seen line by line.

    Args:
        findings: Acceptable ones, in any order.

    Returns:
        The file's content. Source and quote stand there for people; the fingerprint is what counts.
    """
    entries = {
        finding.fingerprint: {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "source": finding.place.source,
            "quote": finding.place.quote,
        }
        for finding in findings
    }
    ordered = sorted(
        entries.values(), key=lambda entry: (entry["source"], entry["rule"], entry["fingerprint"])
    )
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in ordered)
    text = f'{{"format": "{FORMAT}", "findings": [\n{lines}\n]}}\n'
    return text.encode("utf-8", "replace").decode("utf-8")  # names and texts may hold what no file can


def accepted_fingerprints(content: bytes) -> frozenset[str]:
    """Read the fingerprints of a baseline.

    Args:
        content: The file's bytes.

    Raises:
        BaselineError: If they are none.
    """
    try:
        told: Any = json.loads(content)
        if told["format"] != FORMAT:
            raise BaselineError(f"格式应为 {FORMAT}，现为 {told['format']!r}")
        return frozenset(str(entry["fingerprint"]) for entry in told["findings"])
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise BaselineError("不是 heshu check --write-baseline 写出的文件") from problem
