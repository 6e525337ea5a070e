"""One document audited, whatever it holds: nothing that goes wrong in it is raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.audit import Audit, audit
from checks.engine import failed_reading, failed_stage
from checks.finding import Finding
from checks.policy import Policy
from checks.verdict import decide
from extract import ReadingError
from flows.inputs import InputFile, read_input

if TYPE_CHECKING:
    from checks.facts import Facts

_STAGE = "核数"
"""What a process was doing that cannot say how far it came."""


class WorkerDied(Exception):
    """The process that worked on a document has ended.

    Args:
        seconds: How long it had worked on it.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def audit_file(file: InputFile, policy: Policy, facts: Facts | None = None) -> Audit:
    """Read and audit one document, whatever it holds.

    Args:
        file: The document.
        policy: Which rules run and what blocks.
        facts: Official figures, if there are any.

    Returns:
        The audit; one with a finding that says why, where the document cannot be read or a stage breaks down.
    """
    try:
        data = read_input(file)
    except ReadingError as problem:
        return _unread(file, failed_reading(file.source, problem), policy)
    return audit(file.source, data, policy, facts)


def broken_off(file: InputFile, problem: Exception, policy: Policy) -> Audit:
    """The audit of a document that no process could finish: it says so and fails.

    Args:
        file: The document.
        problem: What happened.
        policy: What blocks.
    """
    if not isinstance(problem, WorkerDied):
        return _unread(file, (failed_stage(file.source, _STAGE, problem),), policy)
    hung = problem.seconds >= patience(file)
    why = f"超过 {patience(file):.0f} 秒没有结束" if hung else "可能是文件损坏，或占用内存过多"
    told = ReadingError(f"处理这个文件的进程中断了（{why}），没有审完", _STAGE)
    return _unread(file, failed_reading(file.source, told), policy)


def _unread(file: InputFile, findings: tuple[Finding, ...], policy: Policy) -> Audit:
    return Audit(file.source, None, None, (), (), findings, decide(findings, None, policy), "", file.size)


def patience(file: InputFile) -> float:
    """Seconds after which a document counts as hung: a hundred times what an honest one of its size was seen to need."""
    return 120.0 + file.size / 20_000
