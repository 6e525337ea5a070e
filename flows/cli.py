"""The command line: what can be typed, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from argparse import Action, ArgumentTypeError
from collections.abc import Sequence
from errno import EDQUOT, ENOSPC
from pathlib import Path

from flows.arguments import Parser
from flows.exits import Exit, JobError

_ABOUT = """\
核数：公文发布前核对文中的数字。

命令：
  check     查几个文件，结果打印在屏幕上
  run       批量审一批文件，写出报告、数据表和结论
  gate      再问一次某次运行的结论，供发布脚本用
  diff      比较两稿：哪些数字改了，哪些没有跟着改
  rules     规则清单，或一条规则的说明和正反例
  nightly   按时间表每夜审一次

每个命令都有说明：heshu check --help
退出码：0 通过，1 不予通过，2 没能完成，130 被中断"""

_FULL = (ENOSPC, EDQUOT)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: What stands after ``heshu``; taken from the process if not given.

    Returns:
        The exit code. Nothing is raised and no traceback is printed, unless ``--debug`` or ``HESHU_DEBUG=1`` asks for it.
    """
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that has no Chinese still shows something
            stream.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words or os.environ.get("HESHU_DEBUG", "") not in ("", "0")
    if debug:
        logging.basicConfig(level=logging.WARNING)
    else:
        logging.getLogger("heshu").addHandler(logging.NullHandler())
    try:
        try:
            return _command(words)
        finally:
            sys.stdout.flush()  # what the system refuses to take is told here, not by the interpreter's end
    except KeyboardInterrupt:
        return _end(Exit.INTERRUPTED, "已中断", debug)
    except BrokenPipeError:
        _discard_output()  # who read it has gone
        return Exit.FAILED
    except Exception as problem:  # noqa: BLE001  a user is never shown a traceback
        if isinstance(problem, OSError) and problem.errno in _FULL:
            _discard_output()
        return _end(Exit.FAILED, _told(problem), debug)


def _open_streams() -> None:
    """A process may be started without output; what it prints is then lost, and nothing else."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115  open as long as the process
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115


def _discard_output() -> None:
    """Drop what has not been written: a second fault at the closing of the stream would be told as a traceback."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(problem: Exception) -> str:
    # Imported when something went wrong: the help must not wait for the rules, which the policy brings with it.
    from checks.policy import PolicyError
    from reports.files import OutputError
    from reports.visible import visible

    if isinstance(problem, JobError | OutputError | PolicyError):
        return str(problem)
    if isinstance(problem, OSError) and problem.errno in _FULL:
        return "磁盘已满，写不下去，请清出空间后重试"
    return visible(f"内部错误（{type(problem).__name__}：{problem}）；加 --debug 可以看到细节")


def _end(code: Exit, message: str, debug: bool) -> Exit:
    if debug and code is Exit.FAILED:
        logging.getLogger("heshu").error("%s", message, exc_info=True)
    print(f"heshu: {message}", file=sys.stderr)
    return code


def _command(words: list[str]) -> int:
    parsers = _parsers()
    if words and words[0] in parsers:
        name = words[0]
        arguments = parsers[name].parse_args(words[1:])
        # Each command's code is imported when it is called: the linter must not wait for the batch job's libraries.
        return int(importlib.import_module(f"flows.commands.{name}").execute(arguments))
    top = Parser("heshu", _ABOUT)
    top.usage = "heshu 命令 …"
    top.options.add_argument("--version", action=_Version, nargs=0, help="版本")
    top.inputs.add_argument("command", metavar="命令", choices=tuple(parsers), help="上面的一个命令")
    top.parse_args(words)
    raise AssertionError(words)


class _Version(Action):
    def __call__(self, *_: object) -> None:
        from importlib.metadata import version

        print(f"heshu {version('heshu')}")
        raise SystemExit(Exit.PASSED)


def _parsers() -> dict[str, Parser]:
    return {
        "check": _check(),
        "run": _run(),
        "gate": _gate(),
        "diff": _diff(),
        "rules": _rules(),
        "nightly": _nightly(),
    }


def _check() -> Parser:
    parser = Parser(
        "heshu check",
        "查几个文件，像代码检查器一样把问题打印在屏幕上：行号、原文、理由。\n"
        "不起服务，不写文件。只报单个文件自身能看出的问题。",
    )
    _paths(parser)
    parser.options.add_argument(
        "--format",
        choices=("text", "json", "sarif", "github"),
        default="text",
        help="text 给人看（默认），json、sarif 给程序，github 给流水线",
    )
    parser.options.add_argument(
        "--write-baseline",
        metavar="FILE",
        help="把现在的问题都记进一个文件；策略里写 baseline 指它，就只报新的",
    )
    _facts(parser)
    _reveal(parser)
    _common(parser)
    return parser


def _run() -> Parser:
    parser = Parser(
        "heshu run",
        "批量审一批文件：总报告、每个文件的报告、数据表、SARIF、JUnit 和结论都写进一个文件夹。",
    )
    _paths(parser)
    parser.options.add_argument("--out", metavar="DIR", required=True, help="输出文件夹，没有就新建")
    _batch_options(parser)
    _facts(parser)
    _reveal(parser)
    _common(parser)
    return parser


def _gate() -> Parser:
    parser = Parser(
        "heshu gate",
        "再问一次某次运行的结论，供发布脚本用：0 可以发布，1 不可以。\n审阅人后来的处理意见算在内，不重新核对。",
    )
    parser.inputs.add_argument("folder", metavar="DIR", help="heshu run 或 heshu nightly 的输出文件夹")
    parser.options.add_argument(
        "--document", metavar="FILE", help="只问一个文件：是不是正好审过这份内容，通过没有"
    )
    _store(parser)
    _common(parser, policy=False)
    return parser


def _diff() -> Parser:
    parser = Parser(
        "heshu diff",
        "比较同一文件的两稿：哪些数字改了，依赖它们的合计、占比、增速和别处的同一数字有没有跟着改。\n"
        "0 都跟上了，1 有没有跟上的。",
    )
    parser.inputs.add_argument("old", metavar="OLD", help="旧稿")
    parser.inputs.add_argument("new", metavar="NEW", help="新稿，格式可以不同")
    parser.options.add_argument(
        "--format", choices=("text", "json"), default="text", help="text 给人看（默认），json 给程序"
    )
    _common(parser)
    return parser


def _rules() -> Parser:
    parser = Parser(
        "heshu rules", "列出全部规则；给出编号，就说明一条规则：查什么、为什么、不报什么、正反例。"
    )
    parser.inputs.add_argument("code", metavar="CODE", nargs="?", help="规则编号，如 A01")
    _common(parser, policy=False)
    return parser


def _nightly() -> Parser:
    parser = Parser(
        "heshu nightly",
        "按时间表审：一直运行，到点把文件审一遍，写进 DIR/runs/，DIR/latest 指向最近一次。按 Ctrl-C 结束。\n"
        "环境变量 PREFECT_API_URL 指向已有的 Prefect 服务时就用它，否则自己在本机起一个。",
    )
    _paths(parser)
    parser.options.add_argument("--out", metavar="DIR", required=True, help="输出文件夹，没有就新建")
    parser.options.add_argument(
        "--cron", metavar="CRON", default="0 2 * * *", help='时间表，本地时间，默认 "0 2 * * *"（每天两点）'
    )
    _batch_options(parser)
    _facts(parser)
    _common(parser)
    return parser


def _paths(parser: Parser) -> None:
    parser.inputs.add_argument(
        "paths", metavar="PATH", nargs="+", help="文件或文件夹（连同下级，取 txt md html docx pdf）"
    )


def _batch_options(parser: Parser) -> None:
    parser.options.add_argument(
        "--workers", metavar="N", type=_count, default=0, help="工作进程数，默认按文件多少和处理器定"
    )
    parser.options.add_argument("--csv", action="store_true", help="另写一份可以用表格软件打开的 CSV")
    _store(parser)


def _facts(parser: Parser) -> None:
    parser.options.add_argument(
        "--facts",
        metavar="FILE",
        help="官方数据表（.csv 或 .xlsx），列：地区 指标 时期 数值 单位 增速 来源；\n文中的数与它不符就报 C11",
    )


def _reveal(parser: Parser) -> None:
    parser.options.add_argument(
        "--reveal",
        action="store_true",
        help="遮盖的数能由其余数字算出时（I09）写出结果；这样的报告不要发布",
    )


def _store(parser: Parser) -> None:
    parser.options.add_argument(
        "--store",
        metavar="URL",
        default="",
        help="存放处理意见和历史的数据库，默认 DIR/heshu.db，可以是 postgresql://…",
    )


def _common(parser: Parser, *, policy: bool = True) -> None:
    if policy:
        parser.options.add_argument(
            "--policy",
            metavar="FILE",
            help="策略文件；默认取当前或上级文件夹的 heshu.toml，\n或 pyproject.toml 里的 [tool.heshu]",
        )
    parser.options.add_argument("--debug", action="store_true", help="出内部错误时打印细节")


def _count(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words) <= 256:
        raise ArgumentTypeError(f"应为 1 到 256 的整数，现为 {words!r}")
    return int(words)
