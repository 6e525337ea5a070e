"""Rows, files and the folder of a run."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_audits import TEXT, claim, clean_audit, finding, made_audit, report_audit, unreadable_audit

from checks import audit as audit_text
from checks.audit import Audit
from checks.policy import Policy
from extract.interval import Interval
from extract.prose import Cut
from reports import files, parts, run_folder
from reports.files import OutputError, write_text, written
from reports.gate import GateError, open_gate
from reports.report_json import report_json, rows_from_json
from reports.rows import document_id, document_rows, nearest_float, plain
from reports.run_folder import (
    DocumentSummary,
    RunInfo,
    RunResult,
    add_findings,
    finish_run,
    read_document_rows,
    start_run,
    write_documents,
)
from reports.store import Decision, Store, store_url

TABLES = {
    "documents": "doc_id source sha256 bytes media_type encoding script title chars sentences numbers claims explained "
    "verified contradicted masked errors warnings infos verdict",
    "numbers": "doc_id source start end quote role value unit",
    "claims": "doc_id source claim_id start end quote number resolution value low high unit_printed indicator_key scope "
    "values unit bound kind direction status masked indicator period period_start period_end region base sentence "
    "state state_reason",
    "relations": "doc_id source relation_id rule kind strength state equation reason members start end",
    "findings": "doc_id source finding_id rule scope category severity start end quote message evidence suggestion "
    "related fingerprint locator state",
}
"""The contract's columns."""


def info(run_id: str = "r1", policy: Policy | None = None) -> RunInfo:
    return RunInfo(
        run_id, "2026-01-02T02:00:00+08:00", "2026-01-02T02:00:09+08:00", {"heshu": "0.1"}, policy or Policy()
    )


def run(
    out: Path, batches: Sequence[Sequence[Audit]], policy: Policy | None = None, **options: object
) -> RunResult:
    start_run(out)
    summaries: list[DocumentSummary] = []
    for number, batch in enumerate(batches):
        summaries += write_documents(batch, out, f"{number:05}", policy or Policy())
    return finish_run(out, info(policy=policy), summaries, **options)  # type: ignore[arg-type]


def tree(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def table(out: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(out / "tables" / f"{name}.parquet")


AUDITS = [report_audit(), clean_audit(), unreadable_audit(), report_audit("乙/另一份.txt")]


# Rows


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_the_columns_of_the_contract_in_order(name: str) -> None:
    rows = document_rows(report_audit(), Policy()).table(name)
    assert rows
    assert {tuple(row) for row in rows} == {tuple(TABLES[name].split())}


def test_offsets_point_into_the_text_as_read() -> None:
    text = "增幅(fú)为6.\n2%，共计5家。"
    cuts = [Cut(2, 6, "gloss"), Cut(9, 10, "break")]
    prose = "增幅为6.2%，共计5家。"
    growth = claim(prose, "6.2%", numeral="6.2", value="6.2", resolution="0.1", unit="%", kind="growth")
    count = claim(prose, "5家", numeral="5", value=5, resolution=1, unit="家")
    rows = document_rows(made_audit("注音.txt", text, [growth, count], cuts=cuts), Policy())
    assert [row["quote"] for row in rows.claims] == ["6.\n2%", "5家"]
    assert [row["quote"] for row in rows.numbers] == ["6.\n2%", "5家"]
    for row in (*rows.claims, *rows.numbers):
        assert text[row["start"] : row["end"]] == row["quote"]
    assert rows.claims[0]["number"] == "6.2"


def test_values_of_claims() -> None:
    rows = document_rows(report_audit(), Policy())
    total, growth, *_, masked, _, ratio, rank = rows.claims
    assert (total["value"], total["low"], total["high"]) == (52130000000.0, 52125000000.0, 52135000000.0)
    assert (total["number"], total["resolution"], total["unit"]) == ("521.3", "10000000", "元")
    assert (total["period"], total["period_start"], total["period_end"]) == (
        "上半年",
        "2025-01-01",
        "2025-06-30",
    )
    assert growth["resolution"] == "0.1"
    assert (masked["masked"], masked["value"], masked["low"], masked["resolution"]) == (
        True,
        None,
        None,
        None,
    )
    assert (ratio["value"], ratio["values"]) == (None, [2.0, 1.0])
    assert (rank["claim_id"], rank["value"]) == ("c9", 4.0)
    assert "其中，第一产业增加值48.1亿元" in total["sentence"]


def test_an_open_end_is_infinite_and_survives_json() -> None:
    more = claim(TEXT, "第4名", numeral="4", value=4, resolution=1, unit="名", kind="rank")
    more = replace(more, interval=Interval(Fraction(4), None), bound=">")
    rows = document_rows(made_audit(claims=[more]), Policy())
    assert (rows.claims[0]["low"], rows.claims[0]["high"]) == (4.0, float("inf"))
    assert json.loads(report_json(rows))["claims"][0]["high"] == "inf"
    assert rows_from_json(report_json(rows).encode(), rows.text) == rows


def test_a_report_of_another_version_is_not_read() -> None:
    for content in (b'{"version": 0}', b"[]", b"{", b'{"version": 1}'):
        with pytest.raises(ValueError, match=r"."):
            rows_from_json(content, "")


def test_a_text_without_full_stops_does_not_repeat_itself_with_every_number() -> None:
    text = "共5家，" * 500
    claims = [claim(text, "5家", nth, value=5, resolution=1, unit="家") for nth in (0, 250, 499)]
    sentences = [
        row["sentence"] for row in document_rows(made_audit("长.txt", text, claims), Policy()).claims
    ]
    assert all(len(sentence) <= 302 and "5家" in sentence for sentence in sentences)
    assert sentences[1].startswith("…")
    assert sentences[1].endswith("…")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(10**12), "1000000000000"),
        (Fraction(1, 10**9), "0.000000001"),
        (Fraction(0), "0"),
        (Fraction(5, 2), "2.5"),
        (Fraction(1, 3), "0." + "3" * 60),
        (Fraction(10**5_000), "1" + "0" * 5_000),
    ],
)
def test_a_resolution_is_written_without_exponent(value: Fraction, shown: str) -> None:
    assert plain(value) == shown


@given(st.fractions(), st.fractions())
def test_floats_keep_the_order_of_exact_values(a: Fraction, b: Fraction) -> None:
    low, high = sorted((a, b))
    assert nearest_float(low) <= nearest_float(high)
    assert nearest_float(Fraction(10**400)) < float("inf")
    assert nearest_float(-Fraction(10**400)) > float("-inf")


def test_decisions_change_state_and_verdict() -> None:
    audit = report_audit()
    doc_id = document_id(audit.source)
    errors = [one for one in audit.findings if one.severity == "error"]
    decisions = {(doc_id, one.fingerprint): "dismissed" for one in errors}
    rows = document_rows(audit, Policy(), decisions)  # type: ignore[arg-type]
    assert [row["state"] for row in rows.findings] == ["dismissed", "dismissed", "open", "open"]
    assert (rows.document["verdict"], rows.document["errors"], rows.reasons) == ("pass", 0, ())
    other = {("0" * 12, one.fingerprint): "dismissed" for one in errors}
    assert document_rows(audit, Policy(), other).document["verdict"] == "fail"  # type: ignore[arg-type]


def test_characters_that_no_file_can_hold_are_replaced_one_for_one(tmp_path: Path) -> None:
    text = "甲\ud800乙5家"
    count = claim(text, "5家", numeral="5", value=5, resolution=1, unit="家")
    broken = finding("坏\udcff.txt", text, "J01", "\ud800乙", message="有坏字\ud800")
    result = run(tmp_path, [[made_audit("坏\udcff.txt", text, [count], findings=[broken])]])
    assert result.documents == 1
    row = table(tmp_path, "findings").iloc[0]
    read = (tmp_path / "documents" / row["doc_id"] / "text.txt").read_bytes().decode("utf-8")
    assert (read, row["source"], row["quote"]) == ("甲?乙5家", "坏?.txt", "?乙")
    assert "S01" not in set(table(tmp_path, "findings")["rule"])


# Files


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "旧")
    killed = [b"half", None]
    with pytest.raises(TypeError), written(path) as file:
        file.writelines(killed)  # type: ignore[arg-type]
    assert path.read_text("utf-8") == "旧"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    write_text(path, "新\r\n")
    assert path.read_bytes() == "新\r\n".encode()


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "磁盘已满"), (errno.EROFS, "只读"), (errno.EACCES, "权限"), (errno.EIO, ".")],
)
def test_what_cannot_be_written_is_told_with_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=told) as problem:
        write_text(tmp_path / "a.txt", "x")
    assert str(tmp_path / "a.txt") in str(problem.value)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match="文件夹"):
        start_run(tmp_path / "out")
    with pytest.raises(OutputError, match="文件夹"):
        files.make_folder(tmp_path / "out" / "deeper")


def test_a_full_disk_stops_the_batch_with_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_run(tmp_path)

    def full(path: Path, text: str) -> None:
        raise OutputError(str(path), "磁盘已满")

    monkeypatch.setattr(run_folder, "write_text", full)
    with pytest.raises(OutputError, match="磁盘已满"):
        write_documents([clean_audit()], tmp_path, "1", Policy())


# A run's folder


def test_the_folder_has_everything_the_contract_names(tmp_path: Path) -> None:
    result = run(tmp_path, [AUDITS[:2], AUDITS[2:]])
    ids = {document_id(audit.source) for audit in AUDITS}
    expected = {"run.json", "gate.json", "index.html", "findings.sarif", "junit.xml"}
    expected |= {f"tables/{name}.parquet" for name in TABLES}
    expected |= {
        f"documents/{one}/{name}" for one in ids for name in ("report.html", "report.json", "text.txt")
    }
    assert set(tree(tmp_path)) == expected
    assert (result.verdict, result.documents, result.counts["failed"]) == ("fail", 4, 3)
    assert [one.source for one in result.failed] == ["乙/另一份.txt", "坏.docx", "青川.txt"]


def test_tables_are_as_the_contract_says(tmp_path: Path) -> None:
    run(tmp_path, [AUDITS])
    for name, columns in TABLES.items():
        frame = table(tmp_path, name)
        assert list(frame.columns) == columns.split()
        assert set(frame["source"]) <= {audit.source for audit in AUDITS}
        assert frame["source"].is_monotonic_increasing
    claims = table(tmp_path, "claims")
    assert claims["values"].dropna().map(json.loads).tolist() == [[2.0, 1.0]] * 2
    assert str(claims["masked"].dtype) == "bool"
    text = (tmp_path / "documents" / document_id("青川.txt") / "text.txt").read_bytes().decode("utf-8")
    for row in claims[claims["source"] == "青川.txt"].to_dict("records"):
        assert text[row["start"] : row["end"]] == row["quote"]


def test_tables_without_rows_have_their_columns_and_types(tmp_path: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    run(full, [AUDITS])
    result = run(empty, [])
    assert (result.verdict, result.documents) == ("fail", 0)
    for name in TABLES:
        assert table(empty, name).dtypes.to_dict() == table(full, name).dtypes.to_dict()
        assert len(table(empty, name)) == 0
    assert open_gate(empty).verdict == "fail"


def test_however_a_run_is_split_its_bytes_are_the_same(tmp_path: Path) -> None:
    splits = [[AUDITS], [[audit] for audit in reversed(AUDITS)], [AUDITS[3:], AUDITS[:3]]]
    trees = []
    for number, split in enumerate(splits):
        run(tmp_path / str(number), split, csv=True)
        trees.append(tree(tmp_path / str(number)))
    assert trees[0] == trees[1] == trees[2]


def many(source: str, claims: int) -> Audit:
    text = "共5家。" * claims
    one = claim(text, "5家", numeral="5", value=5, resolution=1, unit="家")
    moved = [
        replace(
            one,
            start=one.start + 4 * number,
            end=one.end + 4 * number,
            quantity=replace(one.quantity, start=one.start + 4 * number, end=one.end + 4 * number),
        )
        for number in range(claims)
    ]
    return made_audit(source, text, moved)


def test_large_tables_come_in_row_groups_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "ROW_GROUP", 7)
    audits = [many(f"{number}.txt", 9) for number in range(5)]
    run(tmp_path, [audits[1:3], audits[3:], audits[:1]])
    file = parquet.ParquetFile(tmp_path / "tables" / "claims.parquet")
    groups = [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)]
    assert groups == [7] * 6 + [3]
    frame = table(tmp_path, "claims")
    assert frame["source"].tolist() == [f"{number}.txt" for number in range(5) for _ in range(9)]
    assert frame["start"].tolist() == [4 * number + 1 for _ in range(5) for number in range(9)]


def test_a_batch_may_be_tried_again_and_the_later_part_counts(tmp_path: Path) -> None:
    start_run(tmp_path)
    write_documents([report_audit("x.txt")], tmp_path, "1", Policy())
    summaries = write_documents([clean_audit("x.txt"), clean_audit()], tmp_path, "1", Policy())
    later = write_documents([unreadable_audit("x.txt")], tmp_path, "2", Policy())
    result = finish_run(tmp_path, info(), summaries + later)
    assert [(one.source, one.unreadable) for one in result.failed] == [("x.txt", True)]
    assert table(tmp_path, "findings")["rule"].tolist() == ["R01"]
    assert table(tmp_path, "claims")["source"].tolist() == ["清白.txt"]


def test_an_earlier_run_in_the_folder_is_replaced(tmp_path: Path) -> None:
    run(tmp_path, [AUDITS], csv=True)
    kept = tmp_path / "documents" / "notes"
    kept.mkdir()
    start_run(tmp_path)
    assert not (tmp_path / "gate.json").exists()
    with pytest.raises(GateError, match="没有完成"):
        open_gate(tmp_path)
    run(tmp_path, [AUDITS[1:2]])
    assert {path.name for path in (tmp_path / "documents").iterdir()} == {
        document_id("清白.txt"),
        "notes",
    }
    assert not list((tmp_path / "tables").glob("*.csv"))
    assert open_gate(tmp_path).verdict == "pass"


def test_a_missing_or_torn_part_is_told(tmp_path: Path) -> None:
    start_run(tmp_path)
    summaries = write_documents(AUDITS, tmp_path, "1", Policy())
    strange = replace(summaries[0], source="没写过.txt")
    with pytest.raises(OutputError, match="没写过"):
        finish_run(tmp_path, info(), (*summaries, strange))
    (tmp_path / ".parts" / "1.claims.arrow").write_bytes(b"torn")
    with pytest.raises(OutputError, match="不完整"):
        finish_run(tmp_path, info(), summaries)
    assert not (tmp_path / "gate.json").exists()


@pytest.mark.parametrize("part", ["../x", "", ".x", "a/b", "x" * 65])
def test_a_part_cannot_leave_its_folder(tmp_path: Path, part: str) -> None:
    start_run(tmp_path)
    with pytest.raises(ValueError, match="cannot name a part"):
        write_documents([clean_audit()], tmp_path, part, Policy())


def test_findings_of_the_whole_run_join_their_document(tmp_path: Path) -> None:
    start_run(tmp_path)
    summaries = write_documents(AUDITS, tmp_path, "1", Policy())
    text = clean_audit().document.text  # type: ignore[union-attr]
    found = replace(finding("清白.txt", text, "C01", "3座", category="conflict"), scope="run")
    more = add_findings({"清白.txt": [found]}, tmp_path, "2", Policy())
    assert [(one.source, one.verdict, one.errors) for one in more] == [("清白.txt", "fail", 1)]
    result = finish_run(tmp_path, info(), (*summaries, *more))
    assert len(result.failed) == 4
    findings = table(tmp_path, "findings")
    assert findings[findings["scope"] == "run"]["rule"].tolist() == ["C01"]
    rows = read_document_rows(tmp_path, document_id("清白.txt"))
    assert [row["rule"] for row in rows.findings] == ["C01"]
    assert "C01" in (tmp_path / "documents" / document_id("清白.txt") / "report.html").read_text("utf-8")


def test_a_document_that_cannot_be_told_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run_folder.document_rows

    def fail(audit: Audit, *rest: object) -> object:
        if audit.source == "清白.txt" and audit.document is not None:
            raise IndexError("no such offset")
        return whole(audit, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(run_folder, "document_rows", fail)
    start_run(tmp_path)
    summaries = write_documents(AUDITS[:2], tmp_path, "1", Policy())
    assert summaries[1].unreadable
    assert "内部错误（IndexError）" in summaries[1].reasons[0]
    assert summaries[0].claims == 9


def test_run_json_names_inputs_versions_counts_and_policy(tmp_path: Path) -> None:
    policy = Policy(ignore=("H",))
    run(tmp_path, [AUDITS], policy)
    content = json.loads((tmp_path / "run.json").read_bytes())
    assert content["run_id"] == "r1"
    assert (content["started"], content["finished"]) == (
        "2026-01-02T02:00:00+08:00",
        "2026-01-02T02:00:09+08:00",
    )
    assert content["inputs"][1] == {"path": "坏.docx", "sha256": "ab" * 32, "bytes": 17}
    assert content["counts"]["claims"] == 19
    assert content["policy"]["ignore"] == ["H"]
    assert content["verdict"] == "fail"


def test_junit_has_a_suite_a_document_and_a_failure_a_blocking_finding(tmp_path: Path) -> None:
    text = "甲\x01\x02乙"
    odd = finding("控\x01.txt", text, "J01", "\x01\x02", message="有控制字符\x01 <&>")
    run(tmp_path, [[*AUDITS, made_audit("控\x01.txt", text, findings=[odd])]])
    root = ElementTree.fromstring((tmp_path / "junit.xml").read_bytes())
    assert (root.get("tests"), root.get("failures")) == ("7", "6")
    suites = {suite.get("name"): suite for suite in root}
    assert len(suites) == 5
    assert [case.get("name") for case in suites["青川.txt"]] == ["A01 #1", "I01 #2"]
    assert suites["清白.txt"].find("testcase/failure") is None
    failure = suites["控\ufffd.txt"].find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "有控制字符\ufffd <&>"


def test_a_policy_s_own_reason_fails_in_junit_too(tmp_path: Path) -> None:
    policy = Policy(least_explained=0.9)
    audit = clean_audit()
    assert audit.reading is not None
    reading = replace(
        audit.reading, quantities=tuple(replace(one, role="unexplained") for one in audit.reading.quantities)
    )
    run(tmp_path, [[replace(audit, reading=reading)]], policy)
    root = ElementTree.fromstring((tmp_path / "junit.xml").read_bytes())
    assert [case.get("name") for case in root.iter("testcase")] == ["policy #1"]
    assert open_gate(tmp_path).documents[0].reasons == ("只说明了0.0%的数字，低于要求的90.0%",)


def test_csv_copies_open_safely_in_a_spreadsheet(tmp_path: Path) -> None:
    text = '=HYPERLINK("x")5家'
    count = claim(text, "5家", numeral="5", value=-5, resolution=1, unit="家", indicator="+A1", region="-3.5")
    bad = finding("=1+1.txt", text, "A01", text[:15], message="@SUM(A1)", evidence="一\r\n二")
    run(tmp_path, [[made_audit("=1+1.txt", text, [count], findings=[bad])]], csv=True)
    data = (tmp_path / "tables" / "claims.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfdoc_id,source,")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (row["source"], row["indicator"], row["region"], row["value"]) == (
        "'=1+1.txt",
        "'+A1",
        "-3.5",
        "-5.0",
    )
    findings = (tmp_path / "tables" / "findings.csv").read_text("utf-8-sig")
    assert "\"'=HYPERLINK" in findings
    assert ",'@SUM(A1)," in findings


# The gate


def test_the_gate_gives_the_verdict_again(tmp_path: Path) -> None:
    run(tmp_path, [AUDITS])
    gate = open_gate(tmp_path)
    assert (gate.verdict, gate.run_id) == ("fail", "r1")
    verdicts = {document.source: document.verdict for document in gate.documents}
    assert verdicts == {"乙/另一份.txt": "fail", "坏.docx": "fail", "清白.txt": "pass", "青川.txt": "fail"}
    content = json.loads((tmp_path / "gate.json").read_bytes())
    assert {"source", "sha256", "verdict", "reasons"} <= set(content["documents"][0])


def test_the_gate_knows_exactly_the_content_that_was_checked(tmp_path: Path) -> None:
    run(tmp_path, [AUDITS])
    gate = open_gate(tmp_path)
    assert [document.source for document in gate.of_content(TEXT.encode())] == ["乙/另一份.txt", "青川.txt"]
    assert gate.of_content(TEXT.encode() + b"\n") == ()


def test_the_gate_applies_the_decisions_as_they_stand(tmp_path: Path) -> None:
    audit = report_audit()
    run(tmp_path, [[audit]])
    doc_id = document_id(audit.source)
    with Store(store_url(tmp_path)) as store:
        for number, one in enumerate(audit.findings[:2]):
            assert open_gate(tmp_path, store.decisions()).verdict == "fail"
            store.decide(Decision(doc_id, one.fingerprint, "dismissed", "口径不同", "李", f"{number}"))
        assert open_gate(tmp_path, store.decisions()).verdict == "pass"
        store.decide(Decision(doc_id, audit.findings[0].fingerprint, "open", "", "李", "9"))
        gate = open_gate(tmp_path, store.decisions())
    assert gate.documents[0].reasons == ("A01 三次产业之和与地区生产总值不符",)
    assert open_gate(tmp_path).verdict == "fail"


def test_a_nightly_folder_leads_to_its_latest_run(tmp_path: Path) -> None:
    run(tmp_path / "latest", [AUDITS[1:2]])
    assert open_gate(tmp_path).verdict == "pass"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("gate.json", None, "没有这个文件"),
        ("run.json", None, "没有这个文件"),
        ("gate.json", b'{"format": "heshu-ga', "不是完整的 JSON"),
        ("gate.json", b"[]", "不是核数写的文件"),
        ("gate.json", b'{"verdict": "pass", "run_id": "r1"}', "别的版本"),
        ("gate.json", b'{"format": "heshu-gate/1", "run_id": "r1"}', "不完整"),
        ("run.json", b'{"run_id": "r0"}', "不是同一次运行"),
        (
            "gate.json",
            b'{"format": "heshu-gate/1", "run_id": "r1", "counts": {"documents": 2}, '
            b'"policy": {"block": [], "least_explained": 0}, "documents": []}',
            "对不上",
        ),
    ],
)
def test_no_finished_run_no_verdict(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    run(tmp_path, [AUDITS[1:2]])
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(GateError, match=told):
        open_gate(tmp_path)


def test_a_finished_run_is_recorded(tmp_path: Path) -> None:
    with Store(store_url(tmp_path)) as store:
        run(tmp_path, [AUDITS], store=store)
        doc_id = document_id("青川.txt")
        assert store.first_seen([doc_id]) == {
            (doc_id, one.fingerprint): "r1" for one in report_audit().findings
        }


def test_a_run_is_not_finished_when_it_cannot_be_recorded(tmp_path: Path) -> None:
    class Broken:
        def record_run(self, *_: object) -> None:
            raise RuntimeError("no store")

    with pytest.raises(RuntimeError, match="no store"):
        run(tmp_path, [AUDITS], store=Broken())
    assert not (tmp_path / "gate.json").exists()


def test_audits_are_taken_one_by_one(tmp_path: Path) -> None:
    taken: list[str] = []

    def audits() -> Iterable[Audit]:
        for audit in AUDITS:
            taken.append(audit.source)
            yield audit

    start_run(tmp_path)
    assert len(write_documents(audits(), tmp_path, "1", Policy())) == len(taken) == 4


def test_reasons_that_travel_are_few(tmp_path: Path) -> None:
    text = "12家。" * 30
    findings = [finding("多.txt", text, "A01", "12家", nth=number) for number in range(25)]
    findings = [replace(one, finding_id=f"A01-{number}") for number, one in enumerate(findings)]
    start_run(tmp_path)
    (summary,) = write_documents([made_audit("多.txt", text, findings=findings)], tmp_path, "1", Policy())
    assert len(summary.reasons) == 6
    assert summary.reasons[-1].startswith("另有 20 处")


def test_a_fraction_of_a_whole_is_told_in_percent() -> None:
    text = "全县三分之二的村完成改造，五成的企业复工，两项比重为3:2。"
    told = document_rows(audit_text("a.txt", text.encode()), Policy()).claims
    assert [(row["number"], row["value"], row["unit"]) for row in told] == [
        ("三分之二", pytest.approx(66.6667, abs=1e-4), "%"),
        ("五成", 50.0, "%"),
        ("3:2", None, None),
    ]
