"""Batches, and worker processes that die."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from deadly_work import failed, work
from hypothesis import given
from hypothesis import strategies as st

from flows.batches import MOST_BYTES, MOST_DOCUMENTS, Batch, halves, make_batches
from flows.inputs import InputFile
from flows.workers import run_batches, worker_count
from reports.files import OutputError


def document(source: str, size: int = 10) -> InputFile:
    return InputFile(f"/in/{source}", source, size)


@given(st.lists(st.integers(0, MOST_BYTES * 2), min_size=1, max_size=600), st.integers(1, 8))
def test_batches_hold_every_document_once_within_their_limits(sizes: list[int], workers: int) -> None:
    files = [document(f"{number}", size) for number, size in enumerate(sizes)]
    batches = make_batches(files, workers)
    assert [file for batch in batches for file in batch.files] == files
    assert len({batch.part for batch in batches}) == len(batches)
    for batch in batches:
        assert 1 <= len(batch.files) <= MOST_DOCUMENTS
        assert len(batch.files) == 1 or sum(file.size for file in batch.files) <= MOST_BYTES


def test_parts_of_a_split_batch_sort_after_it_and_before_the_next() -> None:
    one, two = make_batches([document(str(number)) for number in range(8)], 1)[:2]
    first, second = halves(Batch(one.part, tuple(document(str(number)) for number in range(3))))
    assert one.part < first.part < second.part < two.part
    assert [len(first.files), len(second.files)] == [1, 2]


def test_workers_are_as_many_as_the_work_pays_for() -> None:
    assert worker_count(0, [document("a")]) == 1
    assert worker_count(8, [document("a")]) == 1
    assert worker_count(3, [document(str(number)) for number in range(5)]) == 3
    assert worker_count(0, [document(str(number), 10**9) for number in range(1000)]) <= (os.cpu_count() or 1)


def test_a_document_that_kills_its_worker_is_found_and_the_others_are_done() -> None:
    names = [f"{number:02}" for number in range(24)]
    names[5] = "05-kills"
    names[17] = "17-breaks"
    moved: list[int] = []
    batches = make_batches([document(name) for name in names], 2)
    summaries = run_batches(batches, work, failed, 2, moved.append)
    expected = {name for name in names if "-" not in name} | {"05-kills: died", "17-breaks: ValueError"}
    assert sorted(summaries) == sorted(expected)
    assert sum(moved) >= len(names) - 2


def test_output_that_cannot_be_written_stops_the_job() -> None:
    batches = [Batch("0", (document("a"),)), Batch("1", (document("disk-full"),))]
    with pytest.raises(OutputError, match="磁盘已满"):
        run_batches(batches, work, failed, 1, lambda done: None)


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    run_batches([Batch("0", (document("a"),))], work, failed, 1, lambda done: None)
    assert list(tmp_path.iterdir()) == []
