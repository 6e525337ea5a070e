"""``heshu nightly``: the schedule really fires, and nothing of it is left when it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

import psutil
import pytest
from command_line import CLEAN, HESHU, WRONG, environment, heshu, put

PATIENCE = 180
"""Seconds until the first run must have ended: the start, a minute until the schedule fires, the run; and as much again."""


@pytest.mark.slow
def test_the_schedule_fires_and_ends_without_a_trace(tmp_path: Path) -> None:
    put(tmp_path / "in/a.txt", CLEAN)
    put(tmp_path / "in/b.txt", WRONG)
    nights = tmp_path / "nights"
    with subprocess.Popen(
        [HESHU, "nightly", "in", "--out", "nights", "--cron", "* * * * *"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        ready = process.stdout.readline().decode()
        assert ready.startswith("已就绪：按“* * * * *”")
        page = ready.rsplit("：", 1)[1].strip()
        with urllib.request.urlopen(f"{page}/", timeout=30) as answer:
            assert "Prefect" in answer.read().decode()
        deadline = time.monotonic() + PATIENCE
        while not (nights / "latest/gate.json").exists():
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.5)
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
