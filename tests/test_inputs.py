"""Which documents a job finds, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extract import ReadingError
from flows import inputs
from flows.inputs import InputError, as_parameter, find_inputs, from_parameter, read_input


def put(path: Path, text: str = "全年完成投资12亿元。") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def sources(*paths: str | Path, out: Path | None = None) -> list[str]:
    return [file.source for file in find_inputs(paths, out).files]


def test_a_folder_gives_known_endings_at_any_depth_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/x.MD", "a/b/c/y.html", "z.docx", "n.pdf", "m.htm", "no.xlsx", "Makefile"):
        put(tmp_path / name)
    found = find_inputs([tmp_path])
    assert [file.source for file in found.files] == [
        "a/b/c/y.html",
        "a/x.MD",
        "b.txt",
        "m.htm",
        "n.pdf",
        "z.docx",
    ]
    assert found.skipped == {".xlsx": 1, "（无后缀）": 1}


def test_hidden_and_lock_files_are_left_out(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "~$report.docx", "seen.txt"):
        put(tmp_path / name)
    assert sources(tmp_path) == ["seen.txt"]


def test_a_named_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    assert sources(put(tmp_path / ".draft.wps")) == [".draft.wps"]


def test_several_paths_are_named_from_their_common_parent(tmp_path: Path) -> None:
    one, two = put(tmp_path / "2024/report.txt"), put(tmp_path / "2025/report.txt")
    assert sources(one, two) == ["2024/report.txt", "2025/report.txt"]
    assert sources(tmp_path / "2024", two) == ["2024/report.txt", "2025/report.txt"]
    assert sources(one, one, tmp_path / "2024") == ["report.txt"]


def test_names_are_relative_wherever_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "in/a.txt")
    put(tmp_path / "in/sub/a.txt")
    monkeypatch.chdir(tmp_path / "in/sub")
    assert sources("..") == ["a.txt", "sub/a.txt"]
    assert sources(".") == ["a.txt"]
    assert sources("a.txt") == ["a.txt"]


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    put(tmp_path / "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/self").symlink_to("self")
    (tmp_path / "in/self.txt").symlink_to("self.txt")
    found = find_inputs([tmp_path / "in"]).files
    assert [file.source for file in found] == ["a.txt", "self.txt"]
    assert found[1].problem


def test_a_linked_folder_is_read_once_under_its_real_name(tmp_path: Path) -> None:
    put(tmp_path / "in/real/a.txt")
    (tmp_path / "in/also").symlink_to("real")
    put(tmp_path / "elsewhere/b.txt")
    (tmp_path / "in/far").symlink_to(tmp_path / "elsewhere")
    assert sources(tmp_path / "in") == ["far/b.txt", "real/a.txt"]


def test_the_output_folder_and_earlier_runs_are_left_out(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "out/documents/1/text.txt")
    for name in ("run.json", "gate.json", "documents/1/text.txt"):
        put(tmp_path / "last-week" / name)
    put(tmp_path / "nights/heshu.db")
    put(tmp_path / "nights/runs/1/text.txt")
    assert sources(tmp_path, out=tmp_path / "out") == ["a.txt"]


def test_the_output_folder_is_no_input(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    with pytest.raises(InputError, match="--out"):
        find_inputs([tmp_path], tmp_path / "x" / "..")


def test_names_that_are_no_utf8_get_unique_readable_sources(tmp_path: Path) -> None:
    for name in (b"\xb1\xa8.txt", b"\\xb1\\xa8.txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    names = sources(tmp_path)
    assert len(set(names)) == 2
    assert all(name.encode().decode() == name for name in names)
    assert {read_input(file) for file in find_inputs([tmp_path]).files} == {b"x"}


@pytest.mark.parametrize("name", ["a\nb.txt", "a\"b'.txt", "名" * 83 + ".txt", " .txt", "a:b,c%.txt"])
def test_odd_names_are_kept(tmp_path: Path, name: str) -> None:
    put(tmp_path / name)
    assert sources(tmp_path) == [name]


@pytest.mark.parametrize("given", ["nothing", "a\0b"])
def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path, given: str) -> None:
    with pytest.raises(InputError, match="读不到"):
        find_inputs([tmp_path / given])


def test_a_folder_without_documents_says_what_it_skipped(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match=r"没有可以审的文件.*\.xlsx 1 个"):
        find_inputs([tmp_path])


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LARGEST", 10)
    path = put(tmp_path / "a.txt", "12345678901")
    (file,) = find_inputs([path]).files
    with pytest.raises(ReadingError, match="超过"):
        read_input(file)


def test_what_is_no_file_is_told_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (file,) = find_inputs([tmp_path]).files
    with pytest.raises(ReadingError, match="不是普通文件"):
        read_input(file)


def test_a_file_that_vanishes_is_a_reading_error(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt")
    (file,) = find_inputs([path]).files
    path.unlink()
    with pytest.raises(ReadingError, match="文件不存在"):
        read_input(file)


@pytest.mark.parametrize("name", [b"plain.txt", "报告.txt".encode(), b"\xb1\xa8.txt", b"%41.txt"])
def test_a_path_survives_as_a_parameter(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    text = as_parameter(path)
    assert text.encode()
    assert from_parameter(text) == str(path)
