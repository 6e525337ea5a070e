"""``heshu gate`` as a publishing script calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import CLEAN, WRONG, heshu, put

from checks.audit import audit
from checks.policy import Policy
from flows.nights import point_latest
from reports.run_folder import finish_run, start_run, write_documents
from reports.run_records import RunInfo
from reports.store import Decision, Store, store_url


def finished(out: Path, store: Path | None = None, **texts: str) -> Path:
    """The folder of a finished run over documents by name, without the machinery around it."""
    policy = Policy()
    start_run(out)
    summaries = write_documents(
        [audit(f"{name}.txt", text.encode(), policy) for name, text in texts.items()], out, "0", policy
    )
    info = RunInfo("night-1", "2026-01-01T02:00:00+08:00", "2026-01-01T02:00:09+08:00", {}, policy)
    with Store(store_url(store or out)) as opened:
        finish_run(out, info, summaries, store=opened)
    return out


def dismiss(out: Path, store: Path) -> None:
    """Decide, as a reviewer does, that what stands against each document is no fault."""
    gate = json.loads((out / "gate.json").read_bytes())
    with Store(store_url(store)) as opened:
        for document in gate["documents"]:
            for finding in document["blocking"]:
                opened.decide(
                    Decision(
                        document["doc_id"],
                        finding["fingerprint"],
                        "dismissed",
                        "口径不同",
                        "reviewer",
                        "2026-01-01T09:00:00+08:00",
                    )
                )


def test_a_run_that_passed(tmp_path: Path) -> None:
    ended = heshu("gate", finished(tmp_path / "out", a=CLEAN))
    assert ended.code == 0
    assert ended.out == "通过：1 个文件，0 个不通过（运行 night-1）\n"


def test_a_run_that_failed_says_which_document_and_why(tmp_path: Path) -> None:
    ended = heshu("gate", finished(tmp_path / "out", a=CLEAN, b=WRONG))
    assert ended.code == 1
    assert "不通过：b.txt\n  · A06 " in ended.out
    assert "a.txt" not in ended.out
    assert ended.out.endswith("不通过：2 个文件，1 个不通过（运行 night-1）\n")


def test_one_document_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    out = finished(tmp_path / "out", a=CLEAN, b=WRONG)
    renamed, changed = put(tmp_path / "renamed.txt", CLEAN), put(tmp_path / "a.txt", CLEAN + " ")
    wrong = put(tmp_path / "b.txt", WRONG)
    assert heshu("gate", out, "--document", renamed).code == 0
    unknown = heshu("gate", out, "--document", changed)
    assert unknown.code == 1
    assert "没有审过" in unknown.out
    failed = heshu("gate", out, "--document", wrong)
    assert failed.code == 1
    assert "A06" in failed.out


def test_decisions_count_as_they_stand_now(tmp_path: Path) -> None:
    out = finished(tmp_path / "out", b=WRONG)
    wrong = put(tmp_path / "b.txt", WRONG)
    assert heshu("gate", out).code == 1
    dismiss(out, out)
    assert heshu("gate", out).code == 0
    assert heshu("gate", out, "--document", wrong).code == 0


def test_the_latest_night_is_asked_with_the_store_of_all_nights(tmp_path: Path) -> None:
    top = tmp_path / "nights"
    (top / "runs/1").mkdir(parents=True)
    (top / "runs/2").mkdir()
    finished(top / "runs/1", store=top, a=CLEAN)
    point_latest(top, "1")
    assert heshu("gate", top).code == 0
    finished(top / "runs/2", store=top, a=WRONG)
    point_latest(top, "2")
    assert heshu("gate", top).code == 1
    dismiss(top / "runs/2", top)
    for folder in (top, top / "latest", top / "runs/2"):
        assert heshu("gate", folder).code == 0, folder


def test_a_file_leads_to_the_latest_night_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    finished(tmp_path / "runs/1", store=tmp_path, a=CLEAN)
    point_latest(tmp_path, "1")
    assert (tmp_path / "latest").is_file()
    assert heshu("gate", tmp_path).code == 0


def test_a_night_that_broke_off_does_not_pass_by_an_earlier_verdict(tmp_path: Path) -> None:
    finished(tmp_path / "runs/1", store=tmp_path, a=CLEAN)
    point_latest(tmp_path, "1")
    start_run(tmp_path / "runs/2")
    point_latest(tmp_path, "2")
    assert heshu("gate", tmp_path).code == 2


def test_what_is_no_finished_run_is_an_error(tmp_path: Path) -> None:
    started = tmp_path / "started"
    start_run(started)
    torn = finished(tmp_path / "torn", a=CLEAN)
    put(torn / "gate.json", (torn / "gate.json").read_bytes()[:-9])
    for folder in (tmp_path / "missing", tmp_path, started, torn):
        ended = heshu("gate", folder)
        assert ended.code == 2, folder
        assert ended.err.startswith("heshu: ")


def test_questions_that_cannot_be_answered(tmp_path: Path) -> None:
    out = finished(tmp_path / "out", a=CLEAN)
    missing = heshu("gate", out, "--document", tmp_path / "missing.txt")
    assert missing.code == 2
    assert "文件不存在" in missing.err
    for store in ("nonsense", "mysql://host/base", "sqlite:////proc/no/heshu.db"):
        assert heshu("gate", out, "--store", store).code == 2, store
