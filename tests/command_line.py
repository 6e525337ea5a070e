"""The command line as a user has it: the installed script, as a process."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HESHU = Path(sys.executable).with_name("heshu")

CLEAN = (
    "云溪县2025年经济运行情况\n"
    "全年实施重点项目86个，其中产业项目41个、基础设施项目27个、民生项目18个。\n"
    "高新技术企业由上年的64家增加到78家，净增14家。\n"
)
WRONG = (
    "青川市2025年财政运行情况\n"
    "一般公共预算收入由上年的84.2亿元增加到91.6亿元，增长9.8%。\n"
    "规模以上工业企业612家，其中亿元以上企业98家，占18.0%。\n"
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


def environment(**changes: str) -> dict[str, str]:
    """The environment of a user who has set nothing up."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "HESHU_"))}
    return kept | {"PYTHONIOENCODING": "utf-8"} | changes


def _bound_by_permissions() -> None:
    """Let permissions hold for root too: the program that comes next has no right to pass over them."""
    drop_from_bounding_set = 24
    for passing_over in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        if ctypes.CDLL(None, use_errno=True).prctl(drop_from_bounding_set, passing_over, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def heshu(*arguments: str | Path, cwd: Path | None = None, timeout: float = 180, **changes: str) -> Ended:
    """Run a command to its end; whatever happens, it must not print a traceback."""
    as_root = sys.platform == "linux" and os.geteuid() == 0
    done = subprocess.run(
        [HESHU, *arguments],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        timeout=timeout,
        check=False,
        preexec_fn=_bound_by_permissions if as_root else None,
    )
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.out + ended.err, ended
    return ended


def put(path: Path, content: str | bytes = CLEAN) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
