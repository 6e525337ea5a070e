"""Which documents a job is about: files and folders to sorted, uniquely named inputs."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from urllib.parse import unquote_to_bytes

from checks.refusal import refusal
from extract import ReadingError
from flows.exits import JobError
from reports.visible import visible

ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""Endings that are taken from folders; a file that is named explicitly is always taken."""

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest document that is read: some hundred times a long report, little enough for any machine."""


class InputError(JobError):
    """Nothing can be audited as asked: a path that does not exist, a folder without documents."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """One document of a job.

    Attributes:
        path: Where it is; bytes of a name that are no UTF-8 are kept as surrogates, as ``os.fsdecode`` does.
        source: Its name in the run: relative, with forward slashes, unique, always valid Unicode.
        size: Bytes as the file system reports them, 0 where it does not.
        problem: Why it cannot be read, in Chinese, if that is known already; empty otherwise.
    """

    path: str
    source: str
    size: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents of a job.

    Attributes:
        files: The documents by source.
        skipped: How many files of the folders were left out, by ending, because heshu does not read such files.
    """

    files: tuple[InputFile, ...]
    skipped: Mapping[str, int]


def find_inputs(paths: Sequence[str | Path], out: Path | None = None) -> Inputs:
    """Find the documents that paths name.

    Folders are searched to any depth. Hidden files, owner files of a word processor (``~$…``), the folders of earlier
    runs and the output folder are left out. Links are followed; a folder that several links lead to is read once.

    Args:
        paths: Files and folders.
        out: The folder that the job writes to.

    Returns:
        The documents, sorted by source.

    Raises:
        InputError: If a path does not exist, the output folder is one of the inputs, or there is no document.
    """
    roots = list(dict.fromkeys(str(whole_path(path)) for path in paths))
    walk = _Walk(_mark(whole_path(out)) if out is not None else None)
    found: dict[str, InputFile] = {}
    parents = []
    for root in roots:
        folder, documents = walk.documents(root)
        parents.append(folder)
        for path, size, problem in documents:
            found.setdefault(path, InputFile(path, "", size, problem))
    if not found:
        raise InputError(_nothing_found(paths, walk.skipped))
    return Inputs(tuple(_named(found.values(), os.path.commonpath(parents))), dict(walk.skipped))


def read_input(file: InputFile) -> bytes:
    """Read a document's bytes.

    Args:
        file: The document.

    Returns:
        Its bytes.

    Raises:
        ReadingError: If it cannot be opened, is no file or is larger than :data:`LARGEST`.
    """
    if file.problem:
        raise ReadingError(file.problem, "open")
    try:
        with Path(file.path).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as problem:
        raise ReadingError(f"文件打不开：{refusal(problem)}", "open") from problem
    if len(data) > LARGEST:
        raise ReadingError(_TOO_LARGE, "open")
    return data


def whole_path(path: str | Path) -> Path:
    """A path from the root, without ``..``."""
    return Path(os.path.normpath(Path(path).absolute()))


def as_parameter(path: str | Path) -> str:
    """A path as a text that can travel as JSON: absolute, and as a ``file:`` URL where its bytes are no UTF-8."""
    whole = whole_path(path)
    try:
        str(whole).encode()
    except UnicodeEncodeError:
        return whole.as_uri()
    return str(whole)


def from_parameter(text: str) -> str:
    """The path that :func:`as_parameter` wrote."""
    return os.fsdecode(unquote_to_bytes(text.removeprefix("file://"))) if text.startswith("file://") else text


_TOO_LARGE = f"文件超过 {LARGEST >> 20} MB，不像一份公文，没有读"

Mark = tuple[int, int]
Met = tuple[str, int, str]


def _mark(folder: str | Path) -> Mark | None:
    try:
        status = Path(folder).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


@dataclass(slots=True)
class _Walk:
    """A walk over files and folders that reads each real folder once and never the output folder."""

    out: Mark | None
    seen: set[Mark] = field(default_factory=set)
    skipped: Counter[str] = field(default_factory=Counter)

    def documents(self, root: str) -> tuple[str, Iterable[Met]]:
        """The folder that names are relative to, and what is met at a path: file, size, what is wrong with it."""
        try:
            status = Path(root).stat()
            if not stat.S_ISDIR(status.st_mode):
                return str(PurePath(root).parent), [(root, status.st_size, _problem(status, named=True))]
            os.scandir(root).close()
        except (OSError, ValueError) as problem:
            words = refusal(problem) if isinstance(problem, OSError) else "路径里有空字符"
            raise InputError(f"读不到 {visible(root)}：{words}") from problem
        if (status.st_dev, status.st_ino) == self.out:
            raise InputError(f"输出文件夹不能就是输入文件夹 {visible(root)}，请另给一个 --out")
        return root, self._folders(root)

    def _folders(self, root: str) -> Iterator[Met]:
        # Real folders come before linked ones, so that a document keeps its real path whatever links lead to it.
        real, linked = [root], list[str]()
        while real or linked:
            folder = real.pop() if real else linked.pop()
            mark = _mark(folder)
            if mark is not None and (mark in self.seen or mark == self.out):
                continue
            if mark is not None:
                self.seen.add(mark)
            try:
                with os.scandir(folder) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
            except OSError as problem:
                yield folder, 0, f"文件夹打不开，里面的文件都没有审：{refusal(problem)}"
                continue
            names = {entry.name for entry in entries}
            if folder != root and ("heshu.db" in names or {"run.json", "gate.json"} <= names):
                continue
            for entry in entries:
                if entry.name.startswith((".", "~$")):
                    continue
                if _is_folder(entry):
                    (linked if entry.is_symlink() else real).append(entry.path)
                else:
                    yield from self._file(entry)

    def _file(self, entry: os.DirEntry[str]) -> Iterator[Met]:
        ending = PurePath(entry.name).suffix.lower()
        if ending not in ENDINGS:
            self.skipped[ending or "（无后缀）"] += 1
            return
        try:
            status = entry.stat()
        except OSError as problem:
            yield entry.path, 0, f"文件打不开：{refusal(problem)}"
        else:
            yield entry.path, status.st_size, _problem(status, named=False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _problem(status: os.stat_result, named: bool) -> str:
    if not named and not stat.S_ISREG(status.st_mode):
        return "不是普通文件，没有读"
    return _TOO_LARGE if status.st_size > LARGEST else ""


def _named(files: Iterable[InputFile], base: str) -> Iterator[InputFile]:
    """Give each file its source; names that differ only in bytes that are no text are told apart by a number."""
    taken: set[str] = set()
    drafts = ((PurePath(os.path.relpath(file.path, base)).as_posix(), file) for file in files)
    for name, file in sorted(drafts, key=lambda draft: draft[0]):
        clean = source = os.fsencode(name).decode("utf-8", "backslashreplace")
        number = 2
        while source in taken:
            source = f"{clean} ({number})"
            number += 1
        taken.add(source)
        yield InputFile(file.path, source, file.size, file.problem)


def _nothing_found(paths: Sequence[str | Path], skipped: Mapping[str, int]) -> str:
    where = "、".join(visible(str(path)) for path in paths)
    message = f"{where} 里没有可以审的文件（{' '.join(ENDINGS)}）"
    if skipped:
        message += f"；跳过了{skipped_files(skipped)}"
    return message


def skipped_files(skipped: Mapping[str, int]) -> str:
    """The files that were left out, by ending: ``.xlsx 3 个、.doc 1 个``."""
    most = sorted(skipped.items(), key=lambda item: (-item[1], item[0]))
    return "、".join(f"{visible(ending)} {number} 个" for ending, number in most)
