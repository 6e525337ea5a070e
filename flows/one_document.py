"""One document audited, whatever it holds: nothing that goes wrong in it is raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.audit import Audit, audit
from checks.engine import failed_reading, failed_stage
from checks.policy import Policy
from checks.verdict import decide
from extract import ReadingError
from flows.inputs import InputFile, read_input

if TYPE_CHECKING:
    from checks.facts import Facts


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
        The audit; one with a finding that says why, where the document cannot be read or the audit breaks down.
    """
    try:
        return audit(file.source, read_input(file), policy, facts)
    except ReadingError as problem:
        findings = failed_reading(file.source, problem)
        return Audit(file.source, None, None, (), (), findings, decide(findings, None, policy), "", file.size)
    except (Exception, RecursionError) as problem:  # noqa: BLE001  one document's fault must not stop the others
        return broken_off(file, "核数", problem, policy)


def broken_off(file: InputFile, stage: str, problem: Exception, policy: Policy) -> Audit:
    """The audit of a document that could not be finished: it says so and fails.

    Args:
        file: The document.
        stage: What was being done, in Chinese.
        problem: What happened.
        policy: What blocks.
    """
    if isinstance(problem, WorkerDied):
        hung = problem.seconds >= patience(file)
        why = f"超过 {patience(file):.0f} 秒没有结束" if hung else "可能是文件损坏，或占用内存过多"
        told = ReadingError(f"处理这个文件的进程中断了（{why}），没有审完", stage)
        findings = failed_reading(file.source, told)
    else:
        findings = (failed_stage(file.source, stage, problem),)
    return Audit(file.source, None, None, (), (), findings, decide(findings, None, policy), "", file.size)


def patience(file: InputFile) -> float:
    """Seconds after which a document counts as hung: a hundred times what an honest one of its size was seen to need."""
    return 120.0 + file.size / 20_000
