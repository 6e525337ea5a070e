"""Documents to batches, and what a worker does with one."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checks.audit import Audit, audit
from checks.engine import failed_reading, failed_stage
from checks.policy import Policy
from checks.verdict import decide
from extract import ReadingError
from flows.inputs import InputFile, read_input
from flows.run_log import run_log
from reports.rows import Decisions
from reports.run_folder import DocumentSummary, write_documents

MOST_DOCUMENTS = 200
"""Documents of a batch. Handing a batch over and validating its tables costs some 0.1 s, whatever it holds."""

MOST_BYTES = 4 * 1024 * 1024
"""Bytes of a batch, unless one document alone has more: what is lost and redone when a worker dies."""

SHARES = 4
"""Batches for each worker where there is enough to share, so that none waits long for the last one."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that one worker audits in one go.

    Attributes:
        part: Name of what the batch writes, unique in the run; parts of a batch that was split sort after it.
        files: The documents.
    """

    part: str
    files: tuple[InputFile, ...]


def make_batches(files: Sequence[InputFile], workers: int) -> tuple[Batch, ...]:
    """Put documents together, in their order.

    Args:
        files: The documents.
        workers: How many workers there are.

    Returns:
        The batches: of documents that count 200 or 4 MB at most, and enough of them to share between the workers.
    """
    most = min(MOST_DOCUMENTS, max(1, -(-len(files) // (workers * SHARES))))
    limit = min(MOST_BYTES, max(1, -(-sum(file.size for file in files) // (workers * SHARES))))
    groups: list[list[InputFile]] = []
    size = 0
    for file in files:
        if not groups or len(groups[-1]) == most or size + file.size > limit:
            groups.append([])
            size = 0
        groups[-1].append(file)
        size += file.size
    return tuple(Batch(f"{number:05}", tuple(group)) for number, group in enumerate(groups))


def halves(batch: Batch) -> tuple[Batch, Batch]:
    """Split a batch that cannot be worked off as a whole."""
    middle = len(batch.files) // 2
    return Batch(f"{batch.part}.0", batch.files[:middle]), Batch(f"{batch.part}.1", batch.files[middle:])


def audit_file(file: InputFile, policy: Policy) -> Audit:
    """Read and audit one document, whatever it holds.

    Args:
        file: The document.
        policy: Which rules run and what blocks.

    Returns:
        The audit; one with a finding that says why, where the document cannot be read or the audit breaks down.
    """
    try:
        return audit(file.source, read_input(file), policy)
    except ReadingError as problem:
        findings = failed_reading(file.source, problem)
        return Audit(file.source, None, None, (), (), findings, decide(findings, None, policy), "", file.size)
    except (Exception, RecursionError) as problem:  # noqa: BLE001  one document's fault must not stop the others
        return broken_off(file, "核数", problem, policy)


def broken_off(file: InputFile, stage: str, problem: Exception, policy: Policy) -> Audit:
    """The audit of a document that could not be finished: it says so and fails.

    Args:
        file: The document.
        stage: What was being done, in Chinese.
        problem: What happened.
        policy: What blocks.
    """
    findings = (failed_stage(file.source, stage, problem),)
    return Audit(file.source, None, None, (), (), findings, decide(findings, None, policy), "", file.size)


def patience(file: InputFile) -> float:
    """Seconds after which a document counts as hung: a hundred times what an honest one of its size was seen to need."""
    return 120.0 + file.size / 20_000


def audit_batch(
    batch: Batch, out: Path, policy: Policy, decisions: Decisions, moved: Callable[[], None]
) -> tuple[DocumentSummary, ...]:
    """Audit a batch and write what is to be told about its documents.

    The process ends when a document takes longer than its :func:`patience`: a library in C that never comes back cannot
    be stopped in another way. So this is for processes whose end somebody notices.

    Args:
        batch: The documents.
        out: The run's folder.
        policy: Which rules run and what blocks.
        decisions: What reviewers decided so far.
        moved: Called after each document.

    Returns:
        A summary of each document.

    Raises:
        OutputError: If the folder cannot be written.
    """
    with run_log(out) as log:

        def audits() -> Iterator[Audit]:
            for file in batch.files:
                faulthandler.dump_traceback_later(patience(file), exit=True, file=log)
                yield audit_file(file, policy)
                moved()

        try:
            return write_documents(audits(), out, batch.part, policy, decisions)
        finally:
            faulthandler.cancel_dump_traceback_later()
