"""The folder of all nights: a folder for each run, and the way to the latest one."""

from __future__ import annotations

import os
from pathlib import Path

from reports.files import told, write_text

RUNS, LATEST = "runs", "latest"


def point_latest(top: Path, run_id: str) -> None:
    """Let ``latest`` lead to a run: a link, or a file with the run's name where there are no links.

    Raises:
        OutputError: If neither can be written.
    """
    latest = top / LATEST
    draft = top / f".{LATEST}.{os.getpid()}.tmp"
    try:
        draft.unlink(missing_ok=True)
        draft.symlink_to(Path(RUNS) / run_id, target_is_directory=True)
    except (OSError, NotImplementedError):
        write_text(latest, f"{run_id}\n")
        return
    with told(latest):
        draft.replace(latest)


def latest_run(top: Path) -> Path:
    """The folder of the latest run below a nightly folder; the folder itself where it is none."""
    latest = top / LATEST
    if latest.is_dir():
        return latest
    return top / RUNS / latest.read_text("utf-8").strip() if latest.is_file() else top
