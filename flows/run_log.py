"""The log of a run: what went wrong inside, for whoever mends it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reports.files import told

NAME = "run.log"


@contextmanager
def run_log(out: Path) -> Iterator[BinaryIO]:
    """Send what heshu logs to the run's log and nowhere else; several processes may do so at once.

    Args:
        out: The run's folder.

    Yields:
        The log, open for more.

    Raises:
        OutputError: If it cannot be written.
    """
    path = out / NAME
    log = logging.getLogger("heshu")
    with told(path):
        stream = path.open("ab", buffering=0)
    with stream:
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.propagate = False
        try:
            yield stream
        finally:
            log.propagate = True
            log.removeHandler(handler)
            handler.close()


def start_log(out: Path) -> None:
    """Begin a new log.

    Raises:
        OutputError: If it cannot be written.
    """
    with told(out / NAME):
        (out / NAME).unlink(missing_ok=True)


def end_log(out: Path) -> None:
    """Take the log away again where nothing was logged."""
    path = out / NAME
    with told(path):
        if path.is_file() and not path.stat().st_size:
            path.unlink()
