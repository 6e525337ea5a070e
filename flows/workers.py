"""Batches on worker processes, so that no document can take the others down."""

from __future__ import annotations

import logging
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import dask
from dask.system import CPU_COUNT
from distributed import Client, LocalCluster, as_completed, get_worker
from distributed.scheduler import KilledWorker

from checks.audit import Audit
from checks.engine import failed_reading
from checks.policy import Policy
from checks.verdict import decide
from extract import ReadingError
from flows.batches import Batch, audit_batch, broken_off, halves, patience
from flows.inputs import InputFile
from reports.files import OutputError
from reports.rows import Decisions
from reports.run_folder import DocumentSummary, write_documents

WORTH_A_WORKER = 2 * 1024 * 1024
"""Bytes of documents that pay for one more worker process, which needs two seconds to get ready."""

_MOVED = "heshu-moved"
_SETTINGS = {
    # A worker that dies is told at once: which document did it is found out here, one batch at a time, and exactly.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.worker.memory.terminate": 0.95,
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.diagnostics.nvml": False,
}


def worker_count(wanted: int, files: Sequence[InputFile]) -> int:
    """How many worker processes to use.

    Args:
        wanted: What the user asked for, 0 for a number that fits.
        files: The documents.

    Returns:
        At least one, never more than documents; by default no more than processors, and as many as the work pays for.
    """
    fitting = min(CPU_COUNT, 1 + sum(file.size for file in files) // WORTH_A_WORKER)
    return max(1, min(wanted or fitting, len(files)))


def audit_batches(
    batches: Sequence[Batch],
    out: Path,
    policy: Policy,
    decisions: Decisions,
    workers: int,
    moved: Callable[[int], None],
) -> list[DocumentSummary]:
    """Audit batches on worker processes, which write what is to be told about each document.

    A batch that kills its worker, or that breaks down, is split until the document that does it stands alone; that
    document gets a finding and fails, all others are audited.

    Args:
        batches: The documents.
        out: The run's folder.
        policy: Which rules run and what blocks.
        decisions: What reviewers decided so far.
        workers: How many processes.
        moved: Called with the number of documents that have been audited since the last call.

    Returns:
        The summaries of all documents.

    Raises:
        OutputError: If the folder cannot be written.
    """
    work = partial(_work, out=out, policy=policy, decisions=decisions)
    summaries: list[DocumentSummary] = []
    suspects: list[Batch] = []
    with _cluster(workers) as client:
        client.subscribe_topic(_MOVED, lambda event: moved(1))
        names = {f"{_MOVED}-{batch.part}": batch for batch in batches}
        futures = client.map(work, batches, key=list(names), pure=False)
        for future in as_completed(futures):
            try:
                summaries += future.result()
            except OutputError:
                raise
            except Exception:  # noqa: BLE001  the batch is worked off again below, in parts
                suspects.append(names[future.key])
        while suspects:
            batch = suspects.pop()
            started = time.monotonic()
            try:
                # One at a time: a worker's death then tells which batch caused it.
                summaries += client.submit(work, batch, pure=False).result()
            except OutputError:
                raise
            except Exception as problem:  # noqa: BLE001  the document at fault gets a finding
                if len(batch.files) > 1:
                    suspects += halves(batch)
                else:
                    (file,) = batch.files
                    failed = _failed(file, problem, time.monotonic() - started, policy)
                    summaries += write_documents([failed], out, f"{batch.part}.x", policy, decisions)
    return summaries


def _work(batch: Batch, out: Path, policy: Policy, decisions: Decisions) -> tuple[DocumentSummary, ...]:
    worker = get_worker()
    return audit_batch(batch, out, policy, decisions, lambda: worker.log_event(_MOVED, 1))


def _failed(file: InputFile, problem: Exception, seconds: float, policy: Policy) -> Audit:
    if not isinstance(problem, KilledWorker):
        return broken_off(file, "写报告", problem, policy)
    why = (
        f"超过 {patience(file):.0f} 秒没有结束"
        if seconds >= patience(file)
        else "可能是文件损坏或占用内存过多"
    )
    told = ReadingError(f"处理这个文件的进程中断了（{why}），没有审完", "核数")
    findings = failed_reading(file.source, told)
    return Audit(file.source, None, None, (), (), findings, decide(findings, None, policy), "", file.size)


@contextmanager
def _cluster(workers: int) -> Iterator[Client]:
    """A cluster of processes on this machine that leaves the terminal, the interrupts and the disk alone."""
    with tempfile.TemporaryDirectory(prefix="heshu-") as scratch, dask.config.set(_SETTINGS):
        with _interrupts_held():
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
                local_directory=scratch,
                silence_logs=logging.CRITICAL,
            )
        with cluster, Client(cluster, set_as_default=False) as client:
            yield client


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold interrupts back while threads and processes start: they inherit it, and leave interrupts to this one."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
