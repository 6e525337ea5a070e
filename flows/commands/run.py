"""``heshu run``: the batch job, with a Prefect server of its own for as long as it lasts."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.commands.gate import judged, verdict_lines
from flows.exits import Exit, JobError
from flows.facts_file import chosen_facts
from flows.inputs import as_parameter, find_inputs, skipped_files, whole_path
from flows.policies import chosen_policy
from flows.prefect_server import PrefectServer
from reports.files import OutputError, make_writable_folder
from reports.store import Store, StoreError, store_url

_FULL = 4 * 1024 * 1024
"""Free bytes below which a disk counts as full: the database of the job's Prefect server alone needs as much."""


def execute(arguments: Namespace) -> Exit:
    """Audit files and folders and write a run's folder.

    Args:
        arguments: ``paths``, ``out``, ``policy``, ``facts``, ``reveal``, ``workers``, ``csv`` and ``store``.

    Returns:
        Whether the gate lets all documents pass.

    Raises:
        JobError: If there is nothing to audit, or the store cannot be used.
        OutputError: If the output folder cannot be written.
    """
    # What is wrong with the arguments is told before anything is started.
    _, policy_file = chosen_policy(arguments.policy)
    chosen_facts(arguments.facts)
    out = whole_path(arguments.out)
    make_writable_folder(out)
    inputs = find_inputs(arguments.paths, out)
    with _told_in_full(out):
        Store(store_url(out, arguments.store)).close()
        _run(arguments, out, policy_file)
    gate = judged(out, arguments.store)
    print("\n".join(verdict_lines(gate)))
    if inputs.skipped:
        print(f"另有不认识的文件没有审：{skipped_files(inputs.skipped)}", file=sys.stderr)
    print(f"报告：{out / 'index.html'}")
    return Exit.PASSED if gate.verdict == "pass" else Exit.REFUSED


def _run(arguments: Namespace, out: Path, policy_file: str) -> None:
    with PrefectServer(out / ".prefect") as server:
        from flows.audit_flow import audit_documents

        server.wait()
        state = audit_documents(
            paths=[as_parameter(path) for path in arguments.paths],
            out=as_parameter(out),
            policy_file=as_parameter(policy_file) if policy_file else "",
            workers=arguments.workers,
            csv=arguments.csv,
            store=arguments.store,
            facts_file=as_parameter(arguments.facts) if arguments.facts else "",
            reveal=arguments.reveal,
            return_state=True,
        )
        problem = state.result(raise_on_failure=False)
    if isinstance(problem, Exception):
        raise problem


@contextmanager
def _told_in_full(out: Path) -> Iterator[None]:
    """Name the cause of errors that only name their effect: Prefect, too, keeps its data in the output folder."""
    try:
        yield
    except OutputError:
        raise
    except Exception as problem:
        if shutil.disk_usage(out).free < _FULL:
            raise OutputError(str(out), "磁盘已满，请清出空间后重试") from problem
        if isinstance(problem, StoreError):
            raise JobError(str(problem)) from problem
        raise
