"""What ``heshu check`` prints, in each of its formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from checks.audit import Audit
from checks.finding import STANDING
from checks.policy import Policy
from reports.lines import Lines
from reports.rows import Row, document_rows
from reports.sarif import artifact, log_pieces, result
from reports.terminal import Tally, finding_lines
from reports.visible import visible
from reports.words import SEVERITIES

Form = Literal["text", "json", "sarif", "github"]
Audits = Iterable[tuple[str, Audit]]


def check_output(
    form: Form, audits: Audits, policy: Policy, *, width: int = 100, colour: bool = False
) -> Iterator[str]:
    """Print audits in a format.

    Args:
        form: ``text`` for people, ``json``, ``sarif`` (2.1.0) or ``github`` (workflow commands).
        audits: The files as the user named them, relative to the working folder where that is possible, each with
            its audit. They are taken one by one, and text and workflow commands come as soon as each is there.
        policy: What blocks.
        width: Columns of the terminal, for ``text``.
        colour: Whether ``text`` is coloured: on a terminal, unless ``NO_COLOR`` is set.

    Yields:
        Lines without their ends.
    """
    printers: dict[Form, Callable[[], Iterator[str]]] = {
        "text": lambda: _text(audits, width, colour),
        "json": lambda: _json(audits, policy),
        "sarif": lambda: _sarif(audits, policy),
        "github": lambda: _github(audits, policy),
    }
    return printers[form]()


def _text(audits: Audits, width: int, colour: bool) -> Iterator[str]:
    tally = Tally()
    for path, audit in audits:
        yield from finding_lines(path, audit, width=width, colour=colour)
        tally.add(path, audit)
    yield from tally.lines(colour=colour)


def _json(audits: Audits, policy: Policy) -> Iterator[str]:
    documents, findings = [], []
    for path, audit in audits:
        rows = document_rows(audit, policy)
        documents.append({"path": path, **rows.document, "reasons": list(rows.reasons)})
        lines = Lines(rows.text)
        findings += [{"path": path, **row, **_lines_of(lines, row)} for row in rows.findings]
    passed = all(document["verdict"] == "pass" for document in documents)
    yield json.dumps(
        {
            "version": 1,
            "tool": "heshu",
            "verdict": "pass" if passed else "fail",
            "documents": documents,
            "findings": findings,
        },
        ensure_ascii=False,
        indent=2,
        allow_nan=False,
    )


def _lines_of(lines: Lines, row: Row) -> dict[str, int]:
    line, column = lines.position(row["start"])
    end_line, end_column = lines.position(row["end"])
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _sarif(audits: Audits, policy: Policy) -> Iterator[str]:
    results, artifacts = [], []
    for path, audit in audits:
        rows = document_rows(audit, policy)
        lines = Lines(rows.text)
        artifacts.append(artifact(rows.document, path))
        results += [result(row, lines, path) for row in rows.findings]
    yield "".join(log_pieces(iter(artifacts), iter(results)))


def _github(audits: Audits, policy: Policy) -> Iterator[str]:
    for path, audit in audits:
        rows = document_rows(audit, policy)
        lines = Lines(rows.text)
        for row in rows.findings:
            if row["state"] in STANDING:
                yield _command(path, row, lines)


def _command(path: str, row: Row, lines: Lines) -> str:
    """A workflow command; the escapes are those of the runner's toolkit (``%``, CR and LF; ``:`` and ``,`` too)."""
    command = {"error": "error", "warning": "warning", "info": "notice"}[row["severity"]]
    fields = {"file": path}
    if row["end"] > row["start"]:
        spot = _lines_of(lines, row)
        fields |= {"line": str(spot["line"]), "endLine": str(spot["end_line"])}
        if spot["line"] == spot["end_line"]:
            fields |= {"col": str(spot["column"]), "endColumn": str(spot["end_column"])}
    fields["title"] = f"{row['rule']} {SEVERITIES[row['severity']]}"
    properties = ",".join(f"{key}={_escaped(value, True)}" for key, value in fields.items())
    words = row["message"]
    for label, more in (("依据", row["evidence"]), ("建议", row["suggestion"])):
        words += f"\n{label}：{more}" if more else ""
    return f"::{command} {properties}::{_escaped(words, False)}"


def _escaped(text: str, in_property: bool) -> str:
    lines = "\n".join(visible(line) for line in text.split("\n"))
    escaped = lines.replace("%", "%25").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if in_property else escaped
