"""Documents to batches, of which a worker works off one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.inputs import InputFile

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
