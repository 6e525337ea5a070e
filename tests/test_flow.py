"""``heshu run`` as a user calls it: one real run over difficult documents, and runs that end badly."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import pytest
from command_line import CLEAN, HESHU, WRONG, Ended, environment, heshu, put

from flows.inputs import InputFile
from flows.one_document import patience

TABLES = ("documents", "numbers", "claims", "relations", "findings")


@dataclass(frozen=True, slots=True)
class Run:
    """A run that was made once for all tests that look at it."""

    folder: Path
    out: Path
    ended: Ended


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run over documents good and bad, with the output folder among them and two workers."""
    folder = tmp_path_factory.mktemp("run")
    put(folder / "clean.txt")
    put(folder / "2024/report.txt", WRONG)
    put(folder / "2025/report.txt", CLEAN)
    put(folder / "2025/torn.docx", b"PK\x03\x04 torn")
    put(folder / "empty.txt", "")
    put(folder / "line\nbreak 'and' \"quotes\".txt", CLEAN)
    put(folder / os.fsdecode(b"\xb1\xa8\xb8\xe6.txt"), CLEAN)
    put(folder / ("名" * 83 + ".txt"), CLEAN)
    put(folder / "skipped.xlsx", "")
    (folder / "loop").symlink_to(folder)
    # Packages of the user's must not shadow those of child processes.
    put(folder / "checks/__init__.py", "raise SystemExit(99)\n")
    put(folder / "out/earlier.txt", WRONG)
    ended = heshu("run", ".", "--out", "out", "--workers", "2", "--csv", cwd=folder)
    return Run(folder, folder / "out", ended)


def documents(run: Run) -> dict[str, dict[str, object]]:
    gate = json.loads((run.out / "gate.json").read_bytes())
    return {document["source"]: document for document in gate["documents"]}


def test_the_gate_says_no_and_where_to_read_why(run: Run) -> None:
    assert run.ended.code == 1
    assert run.ended.out.splitlines()[-1] == f"报告：{run.out / 'index.html'}"
    assert "不通过：8 个文件，3 个不通过" in run.ended.out
    assert ".xlsx 1 个" in run.ended.err


def test_nothing_but_the_result_is_printed(run: Run) -> None:
    words = run.ended.out + run.ended.err
    for noise in ("prefect", "distributed", "INFO", "WARN", "Traceback", "http://"):
        assert noise not in words


def test_each_document_is_judged_by_itself(run: Run) -> None:
    verdicts = {source: document["verdict"] for source, document in documents(run).items()}
    assert verdicts == {
        "clean.txt": "pass",
        "2024/report.txt": "fail",
        "2025/report.txt": "pass",
        "2025/torn.docx": "fail",
        "empty.txt": "fail",
        "line\nbreak 'and' \"quotes\".txt": "pass",
        "\\xb1\\xa8\\xb8\\xe6.txt": "pass",
        "名" * 83 + ".txt": "pass",
    }


def test_the_folder_is_complete_and_has_no_half_file(run: Run) -> None:
    for name in ("run.json", "gate.json", "index.html", "findings.sarif", "junit.xml", "heshu.db"):
        assert (run.out / name).is_file(), name
    for document in documents(run).values():
        page = run.out / "documents" / str(document["doc_id"])
        assert {"report.html", "report.json"} <= {file.name for file in page.iterdir()}
    assert not list(run.out.rglob("*.tmp"))
    assert not (run.out / ".parts").exists()
    assert not (run.out / "run.log").exists()


def test_the_tables_agree_with_the_gate(run: Run) -> None:
    tables = {name: pq.read_table(run.out / "tables" / f"{name}.parquet").to_pylist() for name in TABLES}
    assert {row["source"] for row in tables["documents"]} == set(documents(run))
    assert {row["doc_id"] for row in tables["claims"]} <= {row["doc_id"] for row in tables["documents"]}
    assert any(row["rule"] == "R01" and row["source"] == "2025/torn.docx" for row in tables["findings"])
    assert all((run.out / "tables" / f"{name}.csv").is_file() for name in TABLES)


def test_the_run_says_what_it_was(run: Run) -> None:
    told = json.loads((run.out / "run.json").read_bytes())
    assert told["run_id"]
    assert told["started"] <= told["finished"]
    assert set(told["versions"]) >= {"heshu", "python", "prefect", "pandas"}
    assert {row["path"] for row in told["inputs"]} == set(documents(run))


def test_prefect_keeps_the_artifacts_and_the_failed_state(run: Run) -> None:
    with closing(sqlite3.connect(f"file:{run.out}/.prefect/prefect.db?mode=ro", uri=True)) as database:
        states = database.execute("select name, state_type from flow_run").fetchall()
        rows = database.execute("select key, data from artifact where key is not null").fetchall()
        tasks = database.execute("select count(*) from task_run").fetchone()[0]
    assert [state for _, state in states] == ["FAILED"]
    artifacts = {key: json.loads(data) for key, data in rows}
    assert "8 个文件，3 个不通过" in artifacts["heshu-summary"]
    assert "2024/report.txt" in [row["文件"] for row in json.loads(artifacts["heshu-documents"])]
    assert 1 <= tasks <= 5


def test_a_run_renews_its_folder(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "in/only.txt", CLEAN)
    put(tmp_path / "in/known.txt", WRONG)
    heshu("check", "in", "--write-baseline", "known.json", cwd=tmp_path)
    put(tmp_path / "heshu.toml", 'baseline = "known.json"\n')
    ended = heshu("run", "in", "--out", run.out, cwd=tmp_path)
    assert ended.code == 0
    assert set(documents(run)) == {"known.txt", "only.txt"}
    assert heshu("gate", run.out).code == 0
    assert set(pq.read_table(run.out / "tables/findings.parquet")["state"].to_pylist()) == {"accepted"}
    assert json.loads((run.out / "run.json").read_bytes())["policy"]["accepted"]


@contextmanager
def started(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path, Callable[[], list[str]]]]:
    """A run in the midst of its work, its folder, and what gives the processes that it left behind."""
    for number in range(300):
        put(tmp_path / f"in/{number:03}.txt", CLEAN * 20)
    out = tmp_path / "out"
    with subprocess.Popen(
        [HESHU, "run", tmp_path / "in", "--out", out, "--workers", "2"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        children: dict[int, psutil.Process] = {}
        deadline = time.monotonic() + 120
        while not list(out.glob("documents/*/report.json")):
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            children |= {child.pid: child for child in psutil.Process(process.pid).children(recursive=True)}
            time.sleep(0.05)

        def left() -> list[str]:
            _, alive = psutil.wait_procs(list(children.values()), timeout=20)
            return [" ".join(child.cmdline()) for child in alive]

        assert len(children) >= 3
        yield process, out, left


def test_an_interrupted_run_leaves_no_half_file_and_no_process(tmp_path: Path) -> None:
    with started(tmp_path) as (process, out, left):
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert err.decode().splitlines()[-1] == "heshu: 已中断"
        assert "Traceback" not in err.decode()
        assert left() == []
    assert not list(out.rglob("*.tmp"))
    assert not (out / "gate.json").exists()
    assert heshu("gate", out).code == 2


def test_a_killed_run_takes_its_server_and_its_workers_along(tmp_path: Path) -> None:
    with started(tmp_path) as (process, out, left):
        process.kill()
        process.communicate(timeout=60)
        assert left() == []
    assert not (out / "gate.json").exists()


def test_a_server_that_cannot_be_reached_is_a_message(tmp_path: Path) -> None:
    away = "http://127.0.0.1:9/api"
    ended = heshu("run", put(tmp_path / "a.txt"), "--out", tmp_path / "out", PREFECT_API_URL=away)
    assert ended.code == 2
    assert ended.err == f"heshu: 连不上环境变量 PREFECT_API_URL 所指的 Prefect 服务 {away}\n"


def test_a_document_that_never_ends_ends_its_process(tmp_path: Path) -> None:
    """Not even a search that holds the interpreter's lock can keep a worker."""
    code = (
        "import re\n"
        "from pathlib import Path\n"
        "import flows.batch_work as work\n"
        "from checks.policy import Policy\n"
        "from flows.batches import Batch\n"
        "from flows.inputs import InputFile\n"
        "work.patience = lambda file: 0.5\n"
        "work.audit_file = lambda *_: re.match('(a*)*b', 'a' * 60)\n"
        f"batch = Batch('0', (InputFile('x', 'x', 1),))\n"
        f"work.audit_batch(batch, print, out=Path({str(tmp_path)!r}), policy=Policy(), decisions={{}})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=60, capture_output=True, check=False)
    assert done.returncode == 1
    assert "in audits" in (tmp_path / "run.log").read_text("utf-8")


def test_patience_grows_with_the_document() -> None:
    assert patience(InputFile("", "", 0)) < patience(InputFile("", "", 10**7))
