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
from multiprocessing import resource_tracker
from typing import TypeVar

import dask
from dask.system import CPU_COUNT
from distributed import Client, LocalCluster, as_completed, get_worker
from distributed.scheduler import KilledWorker

from flows.batches import Batch, halves
from flows.inputs import InputFile
from flows.one_document import WorkerDied
from reports.files import OutputError

WORTH_A_WORKER = 2 * 1024 * 1024
"""Bytes of documents that pay for one more worker process, which needs two seconds to get ready."""

_MOVED = "heshu-moved"
_SETTINGS = {
    # A worker's death is told at once: whose fault it was is found out here, one batch at a time, and exactly.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.diagnostics.nvml": False,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
_LOGGERS = ("distributed", "distributed.client", "distributed.gc", "tornado.application")

Summary = TypeVar("Summary")
Work = Callable[[Batch, Callable[[], None]], Sequence[Summary]]
Failed = Callable[[Batch, Exception], Sequence[Summary]]


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


def run_batches(
    batches: Sequence[Batch],
    work: Work[Summary],
    failed: Failed[Summary],
    workers: int,
    moved: Callable[[int], None],
) -> list[Summary]:
    """Work batches off on processes of this machine.

    A batch that kills its worker, or that breaks down, is split until the document that does it stands alone; all others
    are worked off.

    Args:
        batches: The documents.
        work: What a worker does with a batch; it calls its second argument after each document.
        failed: What this process does with a batch of one document that cannot be worked off; told what was raised, a
            :class:`flows.one_document.WorkerDied` where the process ended.
        workers: How many processes.
        moved: Called with the number of documents that are done since the last call.

    Returns:
        The summaries that ``work`` and ``failed`` gave, in no particular order.

    Raises:
        OutputError: If ``work`` or ``failed`` cannot write.
    """
    on_worker = partial(_on_worker, work)
    summaries: list[Summary] = []
    suspects: list[Batch] = []
    with _cluster(workers) as client:
        client.subscribe_topic(_MOVED, lambda event: moved(1))
        names = {f"heshu-{batch.part}": batch for batch in batches}
        futures = client.map(on_worker, batches, key=list(names), pure=False)
        for future in as_completed(futures, loop=client.loop):
            try:
                summaries += future.result()
            except OutputError:
                raise
            except Exception:  # noqa: BLE001  worked off again below, in parts
                suspects.append(names[future.key])
        while suspects:
            batch = suspects.pop()
            started = time.monotonic()
            try:
                # One at a time: a worker's death then tells which batch caused it.
                summaries += client.submit(on_worker, batch, pure=False).result()
            except OutputError:
                raise
            except Exception as problem:  # noqa: BLE001  told as a finding
                if len(batch.files) > 1:
                    suspects += halves(batch)
                elif isinstance(problem, KilledWorker):
                    summaries += failed(batch, WorkerDied(time.monotonic() - started))
                else:
                    summaries += failed(batch, problem)
    return summaries


def _on_worker(work: Work[Summary], batch: Batch) -> Sequence[Summary]:
    worker = get_worker()
    return work(batch, lambda: worker.log_event(_MOVED, 1))


@contextmanager
def _cluster(workers: int) -> Iterator[Client]:
    """A cluster of processes on this machine that leaves the terminal, the interrupts and the disk alone."""
    with (
        tempfile.TemporaryDirectory(prefix="heshu-") as scratch,
        dask.config.set(_SETTINGS | {"temporary-directory": scratch}),
    ):
        for name in _LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        with _interrupts_held():
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                # The processes run whatever they are sent: with keys of their own, nobody else on this machine can.
                security=True,
                dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
                silence_logs=logging.CRITICAL,
            )
        with cluster, Client(cluster, set_as_default=False) as client:
            try:
                yield client
            except KeyboardInterrupt:
                print("正在停止……", file=sys.stderr)  # the processes get some seconds for an orderly end
                raise


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold interrupts back while threads and processes start: they inherit it, and leave interrupts to this one."""
    if sys.platform == "win32":
        yield
        return
    # Started later, it would let interrupts through again in the thread that starts the first worker.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
