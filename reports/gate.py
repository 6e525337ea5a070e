"""The gate: the verdict of a finished run again, for whoever publishes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from checks.finding import Finding, FindingState, Place
from checks.policy import Policy
from checks.refusal import refusal
from checks.verdict import decide_by_share
from reports.rows import Decisions, DocumentRows, Row

FORMAT = "heshu-gate/1"


class GateError(Exception):
    """A folder that holds no finished run; the message says which and why."""


@dataclass(frozen=True, slots=True)
class GatedDocument:
    """One document at the gate.

    Attributes:
        source: Name of the document in its run.
        doc_id: Its folder below ``documents/``.
        sha256: Hash of the bytes that were checked, empty when they could not be had.
        verdict: Whether it passes, with the decisions as they stand now.
        reasons: What stands against it.
    """

    source: str
    doc_id: str
    sha256: str
    verdict: Literal["pass", "fail"]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """The verdict on a run.

    Attributes:
        folder: The run's folder.
        run_id: Name of the run.
        verdict: ``pass`` when there are documents and all of them pass.
        documents: The documents by source.
    """

    folder: Path
    run_id: str
    verdict: Literal["pass", "fail"]
    documents: tuple[GatedDocument, ...]

    def of_content(self, data: bytes) -> tuple[GatedDocument, ...]:
        """The documents whose checked bytes were exactly these; none when this content was not checked."""
        sha256 = hashlib.sha256(data).hexdigest()
        return tuple(document for document in self.documents if document.sha256 == sha256)


def open_gate(folder: Path, decisions: Decisions | None = None) -> Gate:
    """Read the verdict of a finished run.

    Args:
        folder: A run's folder, or a nightly folder, of which ``latest`` is read.
        decisions: The decisions as they stand now; ``None`` leaves the verdicts as the run gave them.

    Returns:
        The verdict.

    Raises:
        GateError: If there is no finished run in the folder, or its files are torn or foreign.
    """
    if not (folder / "gate.json").exists() and (folder / "latest" / "gate.json").exists():
        folder = folder / "latest"
    gate, run = _read(folder / "gate.json"), _read(folder / "run.json")
    if gate.get("format") != FORMAT:
        raise GateError(f"{folder / 'gate.json'}：不是核数写的文件，或由别的版本写成，请重新运行")
    if gate.get("run_id") != run.get("run_id"):
        raise GateError(f"{folder}：gate.json 与 run.json 不是同一次运行写的，请重新运行")
    try:
        documents = tuple(_document(row, gate["policy"], decisions) for row in gate["documents"])
        run_id, complete = str(gate["run_id"]), gate["counts"]["documents"] == len(documents)
    except (KeyError, TypeError, ValueError) as problem:
        raise GateError(f"{folder / 'gate.json'}：内容不完整，请重新运行") from problem
    if not complete:
        raise GateError(f"{folder / 'gate.json'}：文件数与清单对不上，请重新运行")
    passed = bool(documents) and all(document.verdict == "pass" for document in documents)
    return Gate(folder, run_id, "pass" if passed else "fail", documents)


def gate_entry(rows: DocumentRows, policy: Policy) -> dict[str, Any]:
    """A document's entry in ``gate.json``: its verdict, and what is needed to give it again.

    Args:
        rows: Everything that is told about the document.
        policy: What blocks.
    """
    kept = ("rule", "category", "severity", "message", "fingerprint", "state")
    document = rows.document
    return {
        "source": document["source"],
        "doc_id": document["doc_id"],
        "sha256": document["sha256"],
        "verdict": document["verdict"],
        "reasons": list(rows.reasons),
        "explained": document["explained"],
        "blocking": [{key: row[key] for key in kept} for row in rows.findings if blocks(row, policy)],
    }


def gate_pieces(head: Mapping[str, Any], policy: Policy, entries: Iterable[str]) -> Iterator[str]:
    """The whole of ``gate.json``, piece by piece.

    Args:
        head: ``run_id``, ``verdict`` and ``counts``.
        policy: What blocks.
        entries: The documents' entries as JSON texts.
    """
    judged = {"block": list(policy.block), "least_explained": policy.least_explained}
    opening = json.dumps({"format": FORMAT, **head, "policy": judged}, ensure_ascii=False)
    yield f'{opening[:-1]}, "documents": ['
    between = "\n"
    for entry in entries:
        yield between + entry
        between = ",\n"
    yield "\n]}\n"


def blocks(row: Row, policy: Policy) -> bool:
    """Whether a finding stands against publication as long as nobody has decided otherwise."""
    return row["severity"] in policy.block or row["category"] in ("reading", "schema")


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError as problem:
        raise GateError(f"{path}：没有这个文件；文件夹不对，或那次运行没有完成") from problem
    except OSError as problem:
        raise GateError(f"{path}：读不了（{refusal(problem)}）") from problem
    except ValueError as problem:
        raise GateError(f"{path}：不是完整的 JSON，请重新运行") from problem
    if not isinstance(content, dict):
        raise GateError(f"{path}：不是核数写的文件")
    return content


def _document(row: dict[str, Any], policy: dict[str, Any], decisions: Decisions | None) -> GatedDocument:
    verdict, reasons = row["verdict"], tuple(row["reasons"])
    if verdict not in ("pass", "fail"):
        raise ValueError(verdict)
    if decisions is not None:
        findings = [
            _finding(entry, decisions.get((row["doc_id"], entry["fingerprint"]), entry["state"]))
            for entry in row["blocking"]
        ]
        applied = Policy(block=tuple(policy["block"]), least_explained=policy["least_explained"])
        judged = decide_by_share(findings, row["explained"], applied)
        verdict, reasons = judged.verdict, judged.reasons
    return GatedDocument(row["source"], row["doc_id"], row["sha256"] or "", verdict, reasons)


def _finding(entry: dict[str, Any], state: FindingState) -> Finding:
    return Finding(
        finding_id="",
        rule=entry["rule"],
        scope="document",
        category=entry["category"],
        severity=entry["severity"],
        place=Place("", 0, 0, ""),
        message=entry["message"],
        evidence="",
        suggestion="",
        related=(),
        fingerprint=entry["fingerprint"],
        locator="",
        state=state,
    )
