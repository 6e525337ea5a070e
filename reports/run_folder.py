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

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from checks.audit import Audit
from checks.finding import Finding
from checks.policy import Policy
from reports.rows import Decisions
from reports.store import Store


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What the parent is told about one document of a batch.

    Attributes:
        source: Name of the document in its run.
        doc_id: Name of its folder below ``documents/`` and its key in every table.
        sha256: Hash of the file's bytes, empty when not even they could be had.
        size: Number of bytes.
        title: The title as printed, empty where there is none.
        verdict: Whether it passes.
        reasons: What stands against it: the first few, then a line that says how many more.
        chars: Length of its text.
        numbers: How many numerals it has.
        explained: The share of them whose role is known.
        claims: How many claims it makes; of them ``verified``, ``contradicted`` and ``masked``.
        verified: Claims that a relation confirms.
        contradicted: Claims that a broken relation contradicts.
        masked: Claims whose value is hidden.
        errors: Open findings of severity error.
        warnings: Open findings of severity warning.
        infos: Open findings of severity info.
        unreadable: Whether it could not be read or not be checked to its end.
    """

    source: str
    doc_id: str
    sha256: str
    size: int
    title: str
    verdict: Literal["pass", "fail"]
    reasons: tuple[str, ...]
    chars: int
    numbers: int
    explained: float
    claims: int
    verified: int
    contradicted: int
    masked: int
    errors: int
    warnings: int
    infos: int
    unreadable: bool


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What only the driver of a run knows; the one place where times come from.

    Attributes:
        run_id: Name of the run, usable as a folder's name.
        started: When it began, ISO 8601 with its offset from UTC.
        finished: When it ended, likewise.
        versions: Version by package name (``heshu``, ``python``, ``pandas`` …).
        policy: The policy that was applied.
        policy_file: Where it was read from, empty for the default.
        notes: Anything else for run.json that is JSON-able: workers, batch size, seconds a stage …
    """

    run_id: str
    started: str
    finished: str
    versions: Mapping[str, str]
    policy: Policy
    policy_file: str = ""
    notes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a finished run came to.

    Attributes:
        verdict: ``pass`` when every document passes and there is at least one, else ``fail``.
        documents: How many documents there were.
        failed: The summaries of those that do not pass, by source.
        counts: Sums over all documents by name: claims, verified, errors …
    """

    verdict: Literal["pass", "fail"]
    documents: int
    failed: tuple[DocumentSummary, ...]
    counts: Mapping[str, int]


def start_run(out: Path) -> None:
    """Make the folder of a run, and say there that no finished run stands in it until ``finish_run`` is done.

    Args:
        out: The folder; it may hold an earlier run, which the new one replaces.

    Raises:
        OutputError: If the folder cannot be written.
    """
    raise NotImplementedError


def write_documents(
    audits: Iterable[Audit], out: Path, part: str, policy: Policy, decisions: Decisions | None = None
) -> tuple[DocumentSummary, ...]:
    """Write everything about one batch of documents: pages, texts, JSON reports and parts of the tables.

    The audits are taken one by one, so a generator keeps no more than one reading in memory at a time. Rows are
    validated once for the whole batch; a row that breaks its schema becomes a finding and fails its document.

    Args:
        audits: The audits of the batch.
        out: The run's folder.
        part: Name of the batch, unique in the run and fit for a file's name. Written again, it replaces itself, so a
            batch may be retried; a document that stands in two parts counts as the later name has it.
        policy: What blocks, and the expectations of the desk.
        decisions: What reviewers decided so far.

    Returns:
        One summary a document.

    Raises:
        OutputError: If a file cannot be written.
    """
    raise NotImplementedError


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
        OutputError: If a file cannot be written.
    """
    raise NotImplementedError


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
    raise NotImplementedError
