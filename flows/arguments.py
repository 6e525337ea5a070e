"""A parser of arguments that speaks Chinese and never ends the process by itself."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from flows.exits import JobError

# What argparse says, in its own words of 3.11 to 3.13, and what a user reads instead.
_SAYINGS = (
    (re.compile(r"the following arguments are required: "), "缺少参数："),
    (re.compile(r"unrecognized arguments: "), "不认识的参数："),
    (re.compile(r"\bargument ([^:]+): "), r"\1 "),
    (re.compile(r"expected at least one argument"), "后面至少要有一个值"),
    (re.compile(r"expected one argument"), "后面要有一个值"),
    (re.compile(r"ignored explicit argument (.+)"), r"不能带值 \1"),
    (re.compile(r"not allowed with argument (.+)"), r"不能与 \1 同时用"),
    (re.compile(r"ambiguous option: (.+) could match (.+)"), r"\1 可以是 \2，请写全"),
    (re.compile(r"invalid (?:\w+) value: (.+)"), r"的值 \1 不对"),
)
_CHOICE = re.compile(r"invalid choice: '(.*)' \(choose from (.*)\)")


class ArgumentsError(JobError):
    """Arguments that cannot be followed; the message says which and how to get help."""


class _Layout(argparse.RawTextHelpFormatter):
    """Keeps line breaks as written: the wrapping of argparse counts Chinese characters as one column."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")


class Parser(argparse.ArgumentParser):
    """A parser of one command.

    Args:
        prog: What the user types.
        about: What the command does; the first line is shown in the list of commands too.
    """

    def __init__(self, prog: str, about: str) -> None:
        super().__init__(
            prog=prog, description=about, formatter_class=_Layout, add_help=False, allow_abbrev=False
        )
        self.inputs = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Raise instead of ending the process.

        Raises:
            ArgumentsError: Always.
        """
        choice = _CHOICE.search(message)
        if choice:
            known = re.findall(r"[\w-]+", choice[2])
            import difflib  # needed for a mistake only

            near = difflib.get_close_matches(choice[1], known, n=1, cutoff=0.5)
            hint = f"是不是 {near[0]}？" if near else f"可用：{'、'.join(known)}"
            message = message[: choice.start()] + f"没有“{choice[1]}”，{hint}"
        for english, chinese in _SAYINGS:
            message = english.sub(chinese, message)
        raise ArgumentsError(f"{message}\n用 {self.prog} --help 看用法")
