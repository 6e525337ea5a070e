"""Work for worker processes that goes wrong in every way; the name of a document says how."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from flows.batches import Batch
from flows.one_document import WorkerDied
from reports.files import OutputError


def work(batch: Batch, moved: Callable[[], None]) -> tuple[str, ...]:
    done = []
    for file in batch.files:
        if "kills" in file.source:
            os._exit(13)
        if "breaks" in file.source:
            raise ValueError(file.source)
        if "disk-full" in file.source:
            raise OutputError(file.path, "磁盘已满")
        if "slow" in file.source:
            time.sleep(0.2)
        done.append(file.source)
        moved()
    return tuple(done)


def failed(batch: Batch, problem: Exception) -> tuple[str, ...]:
    kind = "died" if isinstance(problem, WorkerDied) else type(problem).__name__
    return tuple(f"{file.source}: {kind}" for file in batch.files)
