"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_HINTS = {
    errno.ENOSPC: "磁盘已满，请清出空间后重试",
    errno.EDQUOT: "磁盘配额已用完，请清出空间后重试",
    errno.EROFS: "所在文件系统只读，请换一个可写的文件夹",
    errno.EACCES: "没有写入权限，请检查文件夹权限或换一个文件夹",
    errno.EPERM: "没有写入权限，请检查文件夹权限或换一个文件夹",
    errno.ENOTDIR: "路径中有一级不是文件夹，请换一个文件夹",
    errno.EEXIST: "同名的文件挡住了文件夹，请移走它或换一个文件夹",
    errno.EISDIR: "同名的文件夹挡住了文件，请移走它或换一个文件夹",
    errno.ENAMETOOLONG: "路径太长，请换一个短一些的文件夹",
    errno.ENOENT: "文件夹不见了，请确认它没有被移走",
}


class OutputError(Exception):
    """Output that cannot be written, with the file and what to do about it.

    Args:
        path: The file or folder.
        reason: What is wrong and what to do, in Chinese.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}：{reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[OutputError], tuple[str, str]]:
        """Pickle both arguments, so that the error crosses a process border whole."""
        return type(self), (self.path, self.reason)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the system's errors about a path into an :class:`OutputError`."""
    try:
        yield
    except OSError as problem:
        hint = _HINTS.get(problem.errno or 0, problem.strerror or "写入失败")
        raise OutputError(os.fspath(path), hint) from problem


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are missing.

    Raises:
        OutputError: If that is not possible.
    """
    with told(path):
        path.mkdir(parents=True, exist_ok=True)


def make_writable_folder(path: Path) -> None:
    """Make a folder, and see whether files can be made in it before there is work to lose.

    Raises:
        OutputError: If that is not possible.
    """
    make_folder(path)
    probe = path / f".{os.getpid()}.tmp"
    with told(path):
        probe.touch()
        probe.unlink()


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that appears under its name only when the block ends without an error.

    The temporary name lies in the same folder, so that the renaming is one step; it begins with a dot and carries the
    process's id, so that two processes never share one.

    Raises:
        OutputError: If the file cannot be written; nothing is left behind.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with told(path):
        try:
            with draft.open("wb") as file:
                yield file
            draft.replace(path)
        except BaseException:
            with suppress(OSError):
                draft.unlink()
            raise


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        OutputError: If it cannot be written.
    """
    with written(path) as file:
        file.write(data)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 with its own line ends.

    Raises:
        OutputError: If it cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def remove(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        OutputError: If it is there and cannot be removed.
    """
    with told(path):
        path.unlink(missing_ok=True)
