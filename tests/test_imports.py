"""Who may import whom, and what the linter's way must never import."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parent.parent
HEAVY = {
    "prefect",
    "distributed",
    "dask",
    "pandas",
    "pandera",
    "pyarrow",
    "sqlalchemy",
    "jinja2",
    "rich",
    "pydantic",
}


def test_imports_point_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def imported_by(tmp_path: Path, *arguments: str) -> set[str]:
    """The top-level packages that a command imports, run as a process."""
    code = (
        "import json, sys\n"
        "from flows.cli import main\n"
        f"code = main({list(arguments)!r})\n"
        "print()\n"
        "print(json.dumps([code, sorted({name.split('.')[0] for name in sys.modules})]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    exit_code, names = json.loads(done.stdout.splitlines()[-1])
    assert exit_code == 0, done.stdout
    return set(names)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_the_linter_stays_light(tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text("全市完成投资12亿元，增长5.3%。\n", "utf-8")
    names = imported_by(tmp_path, "check", "a.txt", "--format", form)
    assert {"flows", "reports", "checks", "extract"} <= names
    assert not names & HEAVY


def test_the_rules_are_listed_without_the_batch_job(tmp_path: Path) -> None:
    assert not imported_by(tmp_path, "rules") & HEAVY
