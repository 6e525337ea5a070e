"""A fault that nobody expected is told with the stage it happened in, and takes no other document along."""

from __future__ import annotations

import hashlib
import importlib
import logging
from pathlib import Path
from typing import NoReturn

import pytest

from checks.audit import Audit, audit
from checks.policy import Policy
from extract import ReadingError
from flows.inputs import InputFile
from flows.one_document import WorkerDied, audit_file, broken_off, patience
from reports.rows import document_rows

stages = importlib.import_module("checks.audit")  # the package gives its function this name

TEXT = "全县实施项目86个，其中产业项目41个、民生项目45个。"


def _break(*_: object) -> NoReturn:
    raise RecursionError("boom")


@pytest.mark.parametrize(
    ("function", "stage", "text_is_kept"),
    [("read_document", "读取", False), ("extract", "识别数字", True), ("check", "核对", True)],
)
def test_the_stage_is_named_and_the_details_are_logged(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    function: str,
    stage: str,
    text_is_kept: bool,
) -> None:
    monkeypatch.setattr(stages, function, _break)
    with caplog.at_level(logging.ERROR, "heshu"):
        broken = audit("a.txt", TEXT.encode())
    (finding,) = broken.findings
    assert (finding.rule, finding.category, finding.evidence) == ("R02", "reading", f"阶段：{stage}")
    assert "RecursionError" in finding.message
    assert broken.verdict.verdict == "fail"
    assert broken.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    (record,) = caplog.records
    assert record.exc_info is not None
    rows = document_rows(broken, Policy())
    assert rows.document["verdict"] == "fail"
    assert rows.text == (TEXT if text_is_kept else "")


@pytest.mark.parametrize(("stage", "told"), [("open", "打开"), ("decode", "解码"), ("read", "读取")])
def test_stages_of_reading_are_told_in_chinese(
    monkeypatch: pytest.MonkeyPatch, stage: str, told: str
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise ReadingError("读不了", stage)

    monkeypatch.setattr(stages, "read_document", refuse)
    assert [finding.evidence for finding in audit("a.txt", b"x").findings] == [f"阶段：{told}"]


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    gone = audit_file(InputFile(str(tmp_path / "a.txt"), "a.txt", 3), Policy())
    assert _told(gone) == ("R01", "fail", "文件打不开：文件不存在")


def test_a_process_that_ended_is_told_with_what_is_known_of_it() -> None:
    file = InputFile("/a.txt", "a.txt", 3)
    for seconds, words in ((patience(file), "没有结束"), (1.0, "占用内存过多")):
        rule, verdict, message = _told(broken_off(file, WorkerDied(seconds), Policy()))
        assert (rule, verdict) == ("R01", "fail")
        assert words in message
    assert _told(broken_off(file, ValueError("x"), Policy()))[0] == "R02"


def _told(outcome: Audit) -> tuple[str, str, str]:
    (finding,) = outcome.findings
    return finding.rule, outcome.verdict.verdict, finding.message
