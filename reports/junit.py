"""JUnit's XML, which build servers show: a suite for each document, a failure for each blocking finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from checks.finding import STANDING
from checks.policy import Policy
from reports.gate import blocks
from reports.lines import Lines
from reports.rows import DocumentRows

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def suite(rows: DocumentRows, lines: Lines, policy: Policy) -> tuple[str, int]:
    """The suite of one document.

    Args:
        rows: Everything that is told about it.
        lines: Lines of its text.
        policy: What blocks.

    Returns:
        The element as text, and the number of its failures. A document that passes is one test without failure.
    """
    name = _allowed(rows.document["source"])
    failures = [
        (
            row["rule"],
            row["message"],
            _told(lines, row["start"], row["end"], (row["quote"], row["evidence"], row["suggestion"])),
        )
        for row in rows.findings
        if row["state"] in STANDING and blocks(row, policy)
    ]
    # The verdict has one reason for each blocking finding, in this order, and then those of the policy's own.
    failures += [("policy", reason, "") for reason in rows.reasons[len(failures) :]]
    tests = max(1, len(failures))
    element = ElementTree.Element(
        "testsuite", name=name, tests=str(tests), failures=str(len(failures)), errors="0", skipped="0"
    )
    for number, (rule, message, details) in enumerate(failures, 1):
        case = ElementTree.SubElement(element, "testcase", classname=name, name=f"{rule} #{number}")
        ElementTree.SubElement(case, "failure", type=rule, message=_allowed(message)).text = _allowed(details)
    if not failures:
        ElementTree.SubElement(element, "testcase", classname=name, name="可以发布")
    return ElementTree.tostring(element, encoding="unicode"), len(failures)


def report_pieces(run_id: str, failures: int, tests: int, suites: Iterable[str]) -> Iterator[str]:
    """The whole file, piece by piece.

    Args:
        run_id: Name of the run.
        failures: The sum over all suites.
        tests: The sum over all suites.
        suites: The suites, from :func:`suite`.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name={quoteattr(f"heshu {run_id}")} tests="{tests}" failures="{failures}" errors="0">\n'
    for text in suites:
        yield text + "\n"
    yield "</testsuites>\n"


def _told(lines: Lines, start: int, end: int, said: Sequence[str]) -> str:
    quote, evidence, suggestion = said
    parts = []
    if end > start:
        line, column = lines.position(start)
        parts.append(f"第 {line} 行第 {column} 字：{quote}")
    parts += [f"{label}：{words}" for label, words in (("依据", evidence), ("建议", suggestion)) if words]
    return "\n".join(parts)


def _allowed(text: str) -> str:
    """XML has no way at all to write some characters, not even by number."""
    return _NOT_XML.sub("\ufffd", text)
