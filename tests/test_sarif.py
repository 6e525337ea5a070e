"""SARIF 2.1.0: what code hosts and editors are told."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from made_audits import TEXT, finding, made_audit, report_audit, unreadable_audit

from checks.audit import Audit
from checks.finding import Place
from checks.policy import Policy
from reports.lines import Lines
from reports.rows import DocumentRows, document_rows
from reports.sarif import artifact, log_pieces, result, uri
from reports.told_rules import told_rules


def told(audit: Audit) -> DocumentRows:
    return document_rows(audit, Policy())


def log(*audits: Audit) -> dict[str, Any]:
    documents = [told(audit) for audit in audits]
    results = [
        result(row, Lines(rows.text), rows.document["source"]) for rows in documents for row in rows.findings
    ]
    artifacts = [artifact(rows.document, rows.document["source"]) for rows in documents]
    content = json.loads("".join(log_pieces(artifacts, results)))
    assert isinstance(content, dict)
    return content


def test_the_log_has_its_version_its_tool_and_its_units() -> None:
    content = log(report_audit())
    assert content["version"] == "2.1.0"
    (run,) = content["runs"]
    assert run["tool"]["driver"]["name"] == "heshu"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_every_rule_is_described() -> None:
    rules = log(report_audit())["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(told_rules())
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"].startswith("查什么：")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_a_place_is_told_by_offset_and_by_line() -> None:
    first = log(report_audit())["runs"][0]["results"][0]
    region = first["locations"][0]["physicalLocation"]["region"]
    start = TEXT.index("521.3亿元")
    assert (region["charOffset"], region["charLength"]) == (start, 7)
    line = TEXT.split("\n")[region["startLine"] - 1]
    assert (
        line[region["startColumn"] - 1 : region["endColumn"] - 1] == "521.3亿元" == region["snippet"]["text"]
    )
    assert [place["id"] for place in first["relatedLocations"]] == [1, 2, 3]
    assert "依据：48.1+230.5+252.7=531.3" in first["message"]["text"]


def test_characters_beyond_the_basic_plane_count_once() -> None:
    text = "𠮷田镇有企业12家。\r\n另有3家。"
    audit = made_audit("x.txt", text, findings=[finding("x.txt", text, "A01", "3家")])
    region = log(audit)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["charOffset"], region["startLine"], region["startColumn"]) == (14, 2, 3)


def test_levels_and_fingerprints() -> None:
    results = log(report_audit())["runs"][0]["results"]
    assert [one["level"] for one in results] == ["error", "error", "warning", "note"]
    marks = [one["partialFingerprints"]["heshu/v1"] for one in results]
    assert len(set(marks)) == 4
    assert all(len(mark) == 32 for mark in marks)


def test_all_results_have_suppressions_or_none_has() -> None:
    audit = report_audit()
    dismissed = replace(audit.findings[0], state="dismissed")
    results = log(replace(audit, findings=(dismissed, *audit.findings[1:])))["runs"][0]["results"]
    assert [one["suppressions"] for one in results] == [
        [{"kind": "external", "status": "accepted"}],
        [],
        [],
        [],
    ]


def test_documents_are_named_with_their_hash() -> None:
    (named,) = log(report_audit())["runs"][0]["artifacts"]
    assert named["hashes"] == {"sha-256": hashlib.sha256(TEXT.encode()).hexdigest()}
    assert named["length"] == len(TEXT.encode())
    assert named["location"]["uri"] == "%E9%9D%92%E5%B7%9D.txt"


def test_an_unreadable_document_has_a_place_without_region() -> None:
    (only,) = log(unreadable_audit())["runs"][0]["results"]
    assert only["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "%E5%9D%8F.docx"}}}]


def test_a_place_in_another_document_keeps_its_own_name() -> None:
    far = replace(finding("青川.txt", TEXT, "C01", "X亿元"), related=(Place("别处.txt", 5, 8, "3亿元"),))
    (only,) = log(made_audit(findings=[far]))["runs"][0]["results"]
    physical = only["relatedLocations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "%E5%88%AB%E5%A4%84.txt"
    assert physical["region"]["charOffset"] == 5


def test_uris_are_relative_and_encoded() -> None:
    assert uri("甲/b c#1?.txt") == "%E7%94%B2/b%20c%231%3F.txt"
    assert uri("C:x.txt") == "C%3Ax.txt"
    assert uri("\ud800.txt") == "%3F.txt"
