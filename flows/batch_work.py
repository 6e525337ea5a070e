"""What a worker does with a batch, and what is written about a document that no worker can finish."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator
from pathlib import Path

from checks.audit import Audit
from checks.facts import Facts
from checks.policy import Policy
from flows.batches import Batch
from flows.one_document import audit_file, broken_off, patience
from flows.run_log import run_log
from reports.rows import Decisions
from reports.run_folder import write_documents
from reports.run_records import DocumentSummary


def audit_batch(
    batch: Batch,
    moved: Callable[[], None],
    *,
    out: Path,
    policy: Policy,
    decisions: Decisions,
    compared: bool = False,
    facts: Facts | None = None,
) -> tuple[DocumentSummary, ...]:
    """Audit a batch and write what is to be told about its documents.

    The process ends when a document takes longer than its :func:`patience`: a library in C that never comes back cannot
    be stopped in another way. So this is for processes whose end somebody notices.

    Args:
        batch: The documents.
        moved: Called after each document.
        out: The run's folder.
        policy: Which rules run and what blocks.
        decisions: What reviewers decided so far.
        compared: Whether the documents will be compared with the others of the run.
        facts: Official figures, if there are any.

    Returns:
        A summary of each document.

    Raises:
        OutputError: If the folder cannot be written.
    """
    with run_log(out) as log:

        def audits() -> Iterator[Audit]:
            for file in batch.files:
                faulthandler.dump_traceback_later(patience(file), exit=True, file=log)
                yield audit_file(file, policy, facts)
                moved()
            writing = sum(patience(file) for file in batch.files)
            faulthandler.dump_traceback_later(writing, exit=True, file=log)

        try:
            return write_documents(audits(), out, batch.part, policy, decisions, compared=compared)
        finally:
            faulthandler.cancel_dump_traceback_later()


def tell_failed(
    batch: Batch, problem: Exception, *, out: Path, policy: Policy, decisions: Decisions
) -> tuple[DocumentSummary, ...]:
    """Write about a document that could not be worked off.

    Args:
        batch: The document.
        problem: What happened.
        out: The run's folder.
        policy: What blocks.
        decisions: What reviewers decided so far.

    Returns:
        Its summary.

    Raises:
        OutputError: If the folder cannot be written.
    """
    (file,) = batch.files
    with run_log(out):
        audits = [broken_off(file, problem, policy)]
        return write_documents(audits, out, f"{batch.part}.x", policy, decisions)
