"""SARIF 2.1.0, the format in which code hosts and editors take findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from checks.rule import Rule
from reports.lines import Lines
from reports.rows import Row
from reports.told_rules import told_rules

SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_STATUS = {"dismissed": "accepted", "accepted": "accepted"}


def log_pieces(artifacts: Iterable[dict[str, Any]], results: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A whole log, piece by piece, so that a run of any size is written in little memory.

    Args:
        artifacts: The documents, from :func:`artifact`.
        results: The findings, from :func:`result`.
    """
    return joined_pieces(map(encoded, artifacts), map(encoded, results))


def joined_pieces(artifacts: Iterable[str], results: Iterable[str]) -> Iterator[str]:
    """A whole log from documents and findings that are JSON texts already."""
    head = {
        "tool": {
            "driver": {
                "name": "heshu",
                "fullName": "heshu 核数",
                "semanticVersion": _version(),
                "language": "zh-CN",
                "rules": [_descriptor(rule) for rule in told_rules().values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
    }
    yield f'{{"$schema":{encoded(SCHEMA_URI)},"version":"2.1.0","runs":[{encoded(head)[:-1]}'
    yield ',"artifacts":['
    yield from _listed(artifacts)
    yield '],"results":['
    yield from _listed(results)
    yield "]}]}\n"


def artifact(document: Row, path: str) -> dict[str, Any]:
    """A document as SARIF names it.

    Args:
        document: Its row of the table ``documents``.
        path: Its path with forward slashes, relative to the folder that was given.
    """
    named: dict[str, Any] = {
        "location": {"uri": uri(path)},
        "length": document["bytes"],
        "roles": ["analysisTarget"],
    }
    for key, column in (("mimeType", "media_type"), ("encoding", "encoding")):
        if document[column]:
            named[key] = document[column]
    if document["sha256"]:
        named["hashes"] = {"sha-256": document["sha256"]}
    return named


def result(row: Row, lines: Lines, path: str) -> dict[str, Any]:
    """A finding as SARIF names it.

    Args:
        row: Its row of the table ``findings``.
        lines: Lines of the document's text.
        path: The document's path with forward slashes.
    """
    location = _location(row["start"], row["end"], row["quote"], lines, path)
    if row["locator"]:
        location["logicalLocations"] = [{"name": row["locator"], "kind": "element"}]
    words = "\n".join(
        part
        for part in (
            row["message"],
            row["evidence"] and f"依据：{row['evidence']}",
            row["suggestion"] and f"建议：{row['suggestion']}",
        )
        if part
    )
    named: dict[str, Any] = {
        "ruleId": row["rule"],
        "level": _LEVELS[row["severity"]],
        "message": {"text": words},
        "locations": [location],
        "partialFingerprints": {"heshu/v1": row["fingerprint"]},
        # Readers take a log without any suppressions for one that does not know of them: all results have the list.
        "suppressions": _suppressions(row["state"]),
        "properties": {"category": row["category"], "scope": row["scope"], "state": row["state"]},
    }
    related = [
        {"id": number} | _related(other, row["source"], lines, path)
        for number, other in enumerate(row["related"], 1)
    ]
    if related:
        named["relatedLocations"] = related
    return named


def uri(path: str) -> str:
    """A relative URI reference for a path; a colon in its first part must not look like a scheme."""
    return quote(path, safe="/", errors="replace")


def encoded(value: object) -> str:
    """Compact JSON with Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _listed(items: Iterable[str]) -> Iterator[str]:
    between = "\n"
    for item in items:
        yield between + item
        between = ",\n"


def _location(start: int, end: int, quote: str, lines: Lines, path: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if end > start:
        line, column = lines.position(start)
        end_line, end_column = lines.position(end)
        physical["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": start,
            "charLength": end - start,
            "snippet": {"text": quote},
        }
    return {"physicalLocation": physical}


def _related(other: Row, source: str, lines: Lines, path: str) -> dict[str, Any]:
    if other["source"] == source:
        return _location(other["start"], other["end"], other["quote"], lines, path)
    region = {
        "charOffset": other["start"],
        "charLength": other["end"] - other["start"],
        "snippet": {"text": other["quote"]},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(other["source"])}, "region": region}}


def _suppressions(state: str) -> list[dict[str, str]]:
    return [{"kind": "external", "status": _STATUS[state]}] if state in _STATUS else []


def _descriptor(rule: Rule) -> dict[str, Any]:
    parts = [("查什么", rule.what), ("为什么要紧", rule.why), ("不报的情形", rule.silent)]
    examples = [("错例", [example.text for example in rule.bad]), ("正例", list(rule.good))]
    said = [f"{label}：{words}" for label, words in parts if words]
    said += [f"{label}：{'；'.join(texts)}" for label, texts in examples if texts]
    marked = [f"**{label}**\n\n{words}" for label, words in parts if words]
    marked += [
        f"**{label}**\n\n" + "\n\n".join(f"> {text}".replace("\n", "\n> ") for text in texts)
        for label, texts in examples
        if texts
    ]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.what},
        "help": {"text": "\n".join(said), "markdown": "\n\n".join(marked)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.category]},
    }


def _version() -> str:
    # Half of the standard library comes with it, which the other formats need not wait for.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("heshu")
    except PackageNotFoundError:
        return "0"
