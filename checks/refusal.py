"""What the operating system answers when a file cannot be read, in Chinese."""

from __future__ import annotations

from errno import ELOOP, ENAMETOOLONG

_BY_NUMBER = {ENAMETOOLONG: "文件名太长", ELOOP: "链接绕成了圈"}
_BY_KIND: dict[type[OSError], str] = {
    PermissionError: "没有权限",
    FileNotFoundError: "文件不存在",
    IsADirectoryError: "这是文件夹，不是文件",
    NotADirectoryError: "上级路径不是文件夹",
}


def refusal(problem: OSError) -> str:
    """What the operating system refused; in its own words where that is rare."""
    known = _BY_NUMBER.get(problem.errno or 0) or _BY_KIND.get(type(problem))
    return known or problem.strerror or str(problem)
