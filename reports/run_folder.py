"""A run's folder: what workers write for their batch, and what the parent makes of it.

The way of a run, in the words of whoever drives it::

    start_run(out)                                              # parent: the folder is no finished run any more
    summaries += write_documents(audits, out, "00007", policy)  # worker: pages, texts and table parts of its batch
    summaries += add_findings(found, out, "run", policy)        # parent: findings across documents, where there are any
    result = finish_run(out, run, summaries)                    # parent: tables, SARIF, JUnit, index, gate, run.json

What travels from a worker to the parent is one small :class:`DocumentSummary` a document; rows, pages and the pieces of
the machine formats stay on disk in ``DIR/.parts`` until ``finish_run`` joins them. Every worker must see ``out`` under
the same path. The order of parts, workers and summaries does not change one byte of the result: documents go by source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, fields, replace
from pathlib import Path

import pyarrow as pa

from checks.across.marks import NO_MARKS, DocumentMarks, mark_document
from checks.audit import Audit
from checks.engine import failed_stage
from checks.finding import Finding
from checks.policy import Policy
from reports.csv_copy import write_csv
from reports.files import OutputError, make_folder, remove, told, write_text, written
from reports.gate import gate_entry, gate_pieces
from reports.junit import report_pieces, suite
from reports.lines import Lines
from reports.marks import write_marks
from reports.pages import index_page, report_page
from reports.parts import Parts, clear_parts, write_parquet, write_part
from reports.report_json import report_json, rows_from_json
from reports.rows import Decisions, DocumentRows, Row, document_id, document_rows, with_decisions
from reports.run_records import DocumentSummary, RunInfo, RunResult
from reports.sarif import artifact, encoded, joined_pieces, result
from reports.store import SeenFinding, Store
from reports.tables import SCHEMAS, validated

__all__ = [
    "DocumentSummary",
    "RunInfo",
    "RunResult",
    "add_findings",
    "finish_run",
    "read_document_rows",
    "read_text",
    "start_run",
    "write_documents",
]

DOCUMENTS = "documents"
TABLES = "tables"

_REASONS_KEPT = 5
_SUMMED = (
    "chars",
    "numbers",
    "claims",
    "verified",
    "contradicted",
    "masked",
    "errors",
    "warnings",
    "infos",
)


def start_run(out: Path) -> None:
    """Make the folder of a run, and say there that no finished run stands in it until ``finish_run`` is done.

    Args:
        out: The folder; it may hold an earlier run, which the new one replaces.

    Raises:
        OutputError: If the folder cannot be written.
    """
    make_folder(out)
    remove(out / "gate.json")
    remove(out / "run.json")
    clear_parts(out)
    make_folder(out / DOCUMENTS)
    make_folder(out / TABLES)


def write_documents(
    audits: Iterable[Audit],
    out: Path,
    part: str,
    policy: Policy,
    decisions: Decisions | None = None,
    *,
    compared: bool = False,
) -> tuple[DocumentSummary, ...]:
    """Write everything about one batch of documents: pages, texts, JSON reports and parts of the tables.

    The audits are taken one by one, so a generator keeps no more than one reading in memory at a time. Rows are
    validated once for the whole batch; a row that breaks its schema becomes a finding and fails its document.

    Args:
        audits: The audits of the batch, each with a source of its own.
        out: The run's folder.
        part: Name of the batch, unique in the run and fit for a file's name. Written again, it replaces itself, so a
            batch may be retried; a document that stands in two parts counts as the later name has it.
        policy: What blocks, and the expectations of the desk.
        decisions: What reviewers decided so far.
        compared: Whether the documents will be compared with the others of the run, so that their marks are written.

    Returns:
        One summary a document.

    Raises:
        OutputError: If a file cannot be written.
    """
    documents = []
    marks: list[DocumentMarks] = []
    for audit in audits:
        documents.append(_rows(audit, policy, decisions))
        if compared:
            marks.append(NO_MARKS if audit.reading is None else mark_document(audit.reading))
    if compared:
        write_marks(out, part, marks)
    return _write_rows(documents, out, part, policy)


def add_findings(
    found: Mapping[str, Sequence[Finding]],
    out: Path,
    part: str,
    policy: Policy,
    decisions: Decisions | None = None,
) -> tuple[DocumentSummary, ...]:
    """Add findings that only the whole run or the history can give to documents that have been written.

    Args:
        found: Findings by the source of their document.
        out: The run's folder.
        part: A name that sorts after the parts that hold these documents.
        policy: What blocks.
        decisions: What reviewers decided so far.

    Returns:
        New summaries of the documents concerned; they replace the earlier ones.

    Raises:
        OutputError: If a file cannot be written, or a document's own files are missing or broken.
    """
    renewed = []
    for source, findings in sorted(found.items()):
        rows = read_document_rows(out, document_id(source))
        more = with_decisions(rows.document["doc_id"], findings, decisions)
        renewed.append(replace(rows, findings=rows.findings + more))
    return _write_rows(renewed, out, part, policy)


def read_document_rows(out: Path, doc_id: str) -> DocumentRows:
    """Read back what was written about a document.

    Args:
        out: The run's folder.
        doc_id: The document.

    Raises:
        OutputError: If its files are missing or broken.
    """
    folder = out / DOCUMENTS / doc_id
    text = read_text(out, doc_id)
    try:
        return rows_from_json((folder / "report.json").read_bytes(), text)
    except (OSError, ValueError) as problem:
        raise OutputError(str(folder), "这个文件的结果缺失或不完整，请重新运行") from problem


def read_text(out: Path, doc_id: str) -> str:
    """Read back the text of a document that was written.

    Args:
        out: The run's folder.
        doc_id: The document.

    Raises:
        OutputError: If it is missing or broken.
    """
    folder = out / DOCUMENTS / doc_id
    try:
        return (folder / "text.txt").read_bytes().decode("utf-8")
    except (OSError, ValueError) as problem:
        raise OutputError(str(folder), "这个文件的结果缺失或不完整，请重新运行") from problem


def finish_run(
    out: Path,
    run: RunInfo,
    summaries: Iterable[DocumentSummary],
    *,
    csv: bool = False,
    store: Store | None = None,
) -> RunResult:
    """Join the parts into the tables and write what is about the whole run; ``gate.json`` comes last.

    Args:
        out: The run's folder.
        run: What the driver knows about the run.
        summaries: The summaries of all documents; of several for one source the last counts.
        csv: Whether to add CSV copies of the tables.
        store: Where the run and its findings are recorded; nowhere if not given.

    Returns:
        What the run came to. A run without any document fails.

    Raises:
        OutputError: If a file cannot be written, or a part is missing or broken.
        StoreError: If the store cannot be written.
    """
    documents = dict(sorted({summary.source: summary for summary in summaries}.items()))
    listed = tuple(documents.values())
    parts = Parts(out, documents)
    failed = tuple(summary for summary in listed if summary.verdict == "fail")
    result = RunResult(
        "fail" if failed or not listed else "pass", len(listed), failed, _counts(listed, failed)
    )
    for name, schema in SCHEMAS.items():
        write_parquet(out / TABLES / f"{name}.parquet", parts.table(name), schema)
        if csv:
            with written(out / TABLES / f"{name}.csv") as file:
                write_csv(file, parts.table(name), schema)
        else:
            remove(out / TABLES / f"{name}.csv")
    _write_pieces(
        out / "findings.sarif", joined_pieces(parts.pieces("artifact"), filter(None, parts.pieces("results")))
    )
    failures = [int(count) for count in parts.pieces("failures")]
    tests = sum(max(1, count) for count in failures)
    _write_pieces(out / "junit.xml", report_pieces(run.run_id, sum(failures), tests, parts.pieces("junit")))
    head = {"run_id": run.run_id, "verdict": result.verdict, "counts": dict(result.counts)}
    _write_pieces(out / "index.html", index_page(head, result.counts, [asdict(one) for one in listed]))
    _remove_strangers(out / DOCUMENTS, {summary.doc_id for summary in listed})
    if store is not None:
        seen = (finding for table in parts.table("findings") for finding in _seen(table))
        store.record_run(run.run_id, run.started, run.finished, result.verdict, len(listed), seen)
    write_text(out / "run.json", _run_json(run, result, listed))
    _write_pieces(out / "gate.json", gate_pieces(head, run.policy, parts.pieces("gate")))
    clear_parts(out)
    return result


def _rows(audit: Audit, policy: Policy, decisions: Decisions | None) -> DocumentRows:
    try:
        return document_rows(audit, policy, decisions)
    except Exception as problem:  # noqa: BLE001  one document's fault must not take the batch with it
        finding = failed_stage(audit.source, "写报告", problem)
        bare = replace(audit, document=None, reading=None, claims=(), relations=(), findings=(finding,))
        return document_rows(bare, policy, decisions)


def _write_rows(
    documents: Sequence[DocumentRows], out: Path, part: str, policy: Policy
) -> tuple[DocumentSummary, ...]:
    batch = validated(documents, policy)
    pieces = []
    for rows in batch.documents:
        folder = out / DOCUMENTS / rows.document["doc_id"]
        make_folder(folder)
        write_text(folder / "text.txt", rows.text)
        write_text(folder / "report.json", report_json(rows))
        write_text(folder / "report.html", report_page(rows))
        pieces.append(_pieces_of(rows, policy))
    write_part(out, part, batch.tables, pieces)
    return tuple(_summary(rows) for rows in batch.documents)


def _pieces_of(rows: DocumentRows, policy: Policy) -> Row:
    lines = Lines(rows.text)
    source = rows.document["source"]
    xml, failures = suite(rows, lines, policy)
    return {
        "source": source,
        "doc_id": rows.document["doc_id"],
        "gate": encoded(gate_entry(rows, policy)),
        "artifact": encoded(artifact(rows.document, source)),
        "results": ",\n".join(encoded(result(row, lines, source)) for row in rows.findings),
        "junit": xml,
        "failures": failures,
        **{name: len(rows.table(name)) for name in SCHEMAS},
    }


def _summary(rows: DocumentRows) -> DocumentSummary:
    document = rows.document
    shown = rows.reasons[:_REASONS_KEPT]
    if len(rows.reasons) > len(shown):
        shown += (
            f"另有 {len(rows.reasons) - len(shown)} 处，见 {DOCUMENTS}/{document['doc_id']}/report.html",
        )
    return DocumentSummary(
        source=document["source"],
        doc_id=document["doc_id"],
        sha256=document["sha256"] or "",
        size=document["bytes"],
        title=document["title"] or "",
        verdict=document["verdict"],
        reasons=shown,
        chars=document["chars"],
        numbers=document["numbers"],
        explained=document["explained"],
        claims=document["claims"],
        verified=document["verified"],
        contradicted=document["contradicted"],
        masked=document["masked"],
        errors=document["errors"],
        warnings=document["warnings"],
        infos=document["infos"],
        unreadable=any(row["category"] == "reading" for row in rows.findings),
    )


def _counts(listed: Sequence[DocumentSummary], failed: Sequence[DocumentSummary]) -> dict[str, int]:
    counts = {name: sum(getattr(summary, name) for summary in listed) for name in _SUMMED}
    unreadable = sum(summary.unreadable for summary in listed)
    return {"documents": len(listed), "failed": len(failed), "unreadable": unreadable, **counts}


def _run_json(run: RunInfo, result: RunResult, listed: Sequence[DocumentSummary]) -> str:
    inputs = [
        {"path": summary.source, "sha256": summary.sha256 or None, "bytes": summary.size}
        for summary in listed
    ]
    content = {
        "run_id": run.run_id,
        "verdict": result.verdict,
        "started": run.started,
        "finished": run.finished,
        "versions": dict(run.versions),
        "policy_file": run.policy_file or None,
        "policy": asdict(run.policy) | {"accepted": sorted(run.policy.accepted)},
        "counts": dict(result.counts),
        "inputs": inputs,
        **run.notes,
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _seen(table: pa.Table) -> Iterator[SeenFinding]:
    wanted = [field.name for field in fields(SeenFinding)]
    for row in table.select(wanted).to_pylist():
        yield SeenFinding(**row)


def _write_pieces(path: Path, pieces: Iterable[str]) -> None:
    with written(path) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8"))


def _remove_strangers(folder: Path, known: Collection[str]) -> None:
    """Remove the pages of documents that an earlier run in this folder had and this one has not."""
    with told(folder):
        for path in folder.iterdir():
            if re.fullmatch("[0-9a-f]{12}", path.name) and path.name not in known:
                for name in ("report.html", "report.json", "text.txt"):
                    (path / name).unlink(missing_ok=True)
                with suppress(OSError):
                    path.rmdir()
