"""The invented documents of ``examples/`` come out as their description says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from checks.audit import Audit, audit

EXAMPLES = Path(__file__).parent.parent / "examples"
FAULT, SOUND = "留的错", "没有错"


def described() -> list[tuple[str, str, str]]:
    """Document, heading of the column and words of every row of the description's tables."""
    rows, document, kind = [], "", ""
    for line in (EXAMPLES / "README.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            document = line.removeprefix("## ")
        elif match := re.match(r"\| (.+?) \|", line):
            if match[1] in (FAULT, SOUND):
                kind = match[1]
            else:
                rows.append((document, kind, match[1]))
    return rows


@cache
def audited(name: str) -> Audit:
    return audit(name, (EXAMPLES / "documents" / name).read_bytes())


def touching(name: str, words: str) -> list[str]:
    """The findings of errors and warnings that touch some words of a document, or that say that they belong to them."""
    result = audited(name)
    assert result.document is not None
    start = result.document.text.index(words)
    end = start + len(words)
    return [
        f"{finding.rule} {finding.message}"
        for finding in result.findings
        if finding.severity != "info"
        and any(place.start < end and start < place.end for place in (finding.place, *finding.related))
    ]


def test_every_document_is_described() -> None:
    described_names = {document for document, _, _ in described()}
    assert described_names == {path.name for path in (EXAMPLES / "documents").iterdir()}


@pytest.mark.parametrize(("name", "words"), [row[::2] for row in described() if row[1] == FAULT])
def test_a_fault_is_found(name: str, words: str) -> None:
    assert touching(name, words)


@pytest.mark.parametrize(("name", "words"), [row[::2] for row in described() if row[1] == SOUND])
def test_what_is_sound_is_left_alone(name: str, words: str) -> None:
    assert touching(name, words) == []


def test_the_clean_document_passes_and_the_others_do_not() -> None:
    verdicts = {path.name: audited(path.name).verdict.verdict for path in (EXAMPLES / "documents").iterdir()}
    assert verdicts.pop("01-work-report.txt") == "pass"
    assert verdicts.pop("04-briefing-masked.txt") == "fail"
    assert verdicts.pop("02-speech.txt") == "fail"
    assert verdicts.pop("03-news-traditional.txt") == "fail"
