"""``heshu nightly``: the schedule really fires, and nothing of it is left when it ends."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil
import pytest
from command_line import CLEAN, HESHU, WRONG, environment, heshu, put

PATIENCE = 180
"""Seconds until the first run must have ended: the start, a minute until the schedule fires, the run; and as much again."""


@contextmanager
def served(folder: Path, cron: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The job on its schedule, and what it says when it is ready."""
    with subprocess.Popen(
        [HESHU, "nightly", "in", "--out", "nights", "--cron", cron],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        ready = process.stdout.readline().decode()
        assert ready.startswith(f"已就绪：按“{cron}”"), process.communicate()
        yield process, ready


@pytest.mark.slow
def test_the_schedule_fires_and_ends_without_a_trace(tmp_path: Path) -> None:
    put(tmp_path / "in/a.txt", CLEAN)
    put(tmp_path / "in/b.txt", WRONG)
    nights = tmp_path / "nights"
    with served(tmp_path, "* * * * *") as (process, ready):
        assert process.stdout is not None
        page = ready.rsplit("：", 1)[1].strip()
        with urllib.request.urlopen(f"{page}/", timeout=30) as answer:
            assert "Prefect" in answer.read().decode()
        _wait((nights / "latest/gate.json").exists, process)
        told = process.stdout.readline().decode()
        children = psutil.Process(process.pid).children(recursive=True)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err.decode()
    assert "不通过：2 个文件，1 个不通过" in told
    _, alive = psutil.wait_procs(children, timeout=20)
    assert alive == []
    run = (nights / "latest").resolve()
    assert run.parent == nights / "runs"
    assert json.loads((run / "run.json").read_bytes())["run_id"] == run.name
    assert (run / "index.html").is_file()
    assert (nights / "heshu.db").is_file()
    assert not (run / "heshu.db").exists()
    assert not list(nights.rglob("*.tmp"))
    assert heshu("gate", nights).code == 1


@pytest.mark.slow
def test_nights_missed_after_a_crash_are_not_made_up_for(tmp_path: Path) -> None:
    put(tmp_path / "in/a.txt", CLEAN)
    database = tmp_path / "nights/.prefect/prefect.db"

    def due() -> list[str]:
        with closing(sqlite3.connect(database, timeout=30)) as connection:
            rows = connection.execute("SELECT expected_start_time FROM flow_run ORDER BY 1").fetchall()
        return [time for (time,) in rows]

    with served(tmp_path, "0 2 * * *") as (process, _):
        _wait(lambda: bool(due()), process)
        process.kill()
    planned, past = due(), "2000-01-01 02:00:00.000000"
    with closing(sqlite3.connect(database, timeout=30)) as connection, connection:
        connection.execute(
            "UPDATE flow_run SET expected_start_time = ?, next_scheduled_start_time = ?", (past, past)
        )
    with served(tmp_path, "0 2 * * *") as (process, _):
        _wait(lambda: due() == planned, process)
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
    assert not (tmp_path / "nights/runs").exists()


def _wait(reached: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.5)
