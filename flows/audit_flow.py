"""The batch job as a Prefect flow: find the documents, audit them, finish the run, publish what it came to."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from checks.facts import Facts
from checks.policy import Policy
from flows.across import compare
from flows.batch_work import audit_batch, tell_failed
from flows.batches import make_batches
from flows.facts_file import chosen_facts
from flows.inputs import InputFile, find_inputs, from_parameter, skipped_files
from flows.policies import read_policy
from flows.progress import progress
from flows.run_log import end_log, start_log
from flows.workers import run_batches, worker_count
from reports.rows import Decisions
from reports.run_folder import finish_run, start_run
from reports.run_records import DocumentSummary, RunInfo, RunResult
from reports.store import Store, store_url
from reports.words import VERDICTS

MOST_ROWS = 500
"""Documents in the table that Prefect shows, those that fail first; the run's folder has them all."""

_VERSIONED = ("heshu", "prefect", "distributed", "pandas", "pandera", "pyarrow", "regex")


@flow(name="heshu", description="核对一批公文里的数字，写出报告、数据表和结论", persist_result=False)
def audit_documents(
    paths: list[str],
    out: str,
    policy_file: str = "",
    workers: int = 0,
    csv: bool = False,
    store: str = "",
    run_id: str = "",
    facts_file: str = "",
    reveal: bool = False,
) -> State[Any]:
    """Audit documents and write a run's folder.

    Args:
        paths: Files and folders, as :func:`flows.inputs.as_parameter` writes them.
        out: The run's folder, likewise.
        policy_file: The policy, likewise; empty for the default policy.
        workers: Worker processes, 0 for a number that fits.
        csv: Whether to add CSV copies of the tables.
        store: URL of the store of decisions and history, empty for ``heshu.db`` in the run's folder.
        run_id: Name of the run, made from the time if not given.
        facts_file: The official figures, as a path like the others; empty for none.
        reveal: Whether to print the values that arithmetic leaves to masks.

    Returns:
        A completed state when every document passes, a failed one with the reasons when the gate says no. Both come
        after everything is written.

    Raises:
        InputError: If there is nothing to audit.
        JobError: If the official figures cannot be read.
        PolicyError: If the policy cannot be followed.
        OutputError: If the folder cannot be written.
        StoreError: If the store cannot be used.
    """
    started = now()
    folder = Path(from_parameter(out))
    policy_path = from_parameter(policy_file)
    policy = replace(read_policy(Path(policy_path)) if policy_path else Policy(), reveal=reveal)
    facts_path = from_parameter(facts_file)
    facts = chosen_facts(facts_path)
    inputs = find_inputs([from_parameter(path) for path in paths], folder)
    count = worker_count(workers, inputs.files)
    with Store(store_url(folder, store)) as opened:
        start_run(folder)
        start_log(folder)
        decisions = opened.decisions()
        summaries = audit_all(inputs.files, policy, decisions, folder, count, facts)
        if len(inputs.files) > 1:
            summaries = compare_all(summaries, folder, policy, decisions)
        notes: dict[str, object] = {"workers": count, "skipped": dict(inputs.skipped)}
        if facts is not None:
            notes["facts"] = {"file": facts_path, "sha256": facts.sha256, "rows": len(facts)}
        run = RunInfo(
            run_id=run_id or name_of(started),
            started=started.isoformat(timespec="seconds"),
            finished=now().isoformat(timespec="seconds"),
            versions={"python": python_version()} | {name: version(name) for name in _VERSIONED},
            policy=policy,
            policy_file=policy_path,
            notes=notes,
        )
        result = finish(summaries, run, folder, csv, opened)
        end_log(folder)
    publish(summaries, result, folder, skipped_files(inputs.skipped))
    message = f"{VERDICTS[result.verdict]}：{result.documents} 个文件，{len(result.failed)} 个不通过"
    return Completed(message=message) if result.verdict == "pass" else Failed(message=message)


@task(name="audit", cache_policy=NO_CACHE)
def audit_all(
    files: Sequence[InputFile],
    policy: Policy,
    decisions: Decisions,
    out: Path,
    workers: int,
    facts: Facts | None = None,
) -> list[DocumentSummary]:
    """Audit all documents on worker processes, in batches."""
    with progress(len(files)) as moved:
        return run_batches(
            make_batches(files, workers),
            partial(
                audit_batch,
                out=out,
                policy=policy,
                decisions=decisions,
                compared=len(files) > 1,
                facts=facts,
            ),
            partial(tell_failed, out=out, policy=policy, decisions=decisions),
            workers,
            moved,
        )


@task(name="compare", cache_policy=NO_CACHE)
def compare_all(
    summaries: Sequence[DocumentSummary], out: Path, policy: Policy, decisions: Decisions
) -> list[DocumentSummary]:
    """Hold the documents against each other; see :func:`flows.across.compare`."""
    return compare(summaries, out, policy, decisions)


@task(name="finish", cache_policy=NO_CACHE)
def finish(
    summaries: Sequence[DocumentSummary], run: RunInfo, out: Path, csv: bool, store: Store
) -> RunResult:
    """Join what the workers wrote; see :func:`reports.run_folder.finish_run`."""
    return finish_run(out, run, summaries, csv=csv, store=store)


@task(name="publish", cache_policy=NO_CACHE)
def publish(summaries: Sequence[DocumentSummary], result: RunResult, out: Path, skipped: str) -> None:
    """Show the result where Prefect's users look: as artifacts of the run."""
    counts = "\n".join(f"| {name} | {number} |" for name, number in result.counts.items())
    create_markdown_artifact(
        key="heshu-summary",
        description="核数结论",
        markdown=(
            f"# {VERDICTS[result.verdict]}\n\n"
            f"{result.documents} 个文件，{len(result.failed)} 个不通过。总报告：`{out / 'index.html'}`\n\n"
            + (f"没有审的文件：{skipped}\n\n" if skipped else "")
            + f"| 项 | 数 |\n|---|---:|\n{counts}\n"
        ),
    )
    ordered = sorted(summaries, key=lambda document: (document.verdict == "pass", document.source))
    create_table_artifact(
        key="heshu-documents",
        description="各文件的结论" + (f"（前 {MOST_ROWS} 个）" if len(ordered) > MOST_ROWS else ""),
        table=[
            {
                "文件": document.source,
                "结论": VERDICTS[document.verdict],
                "错误": document.errors,
                "警告": document.warnings,
                "数据": document.claims,
                "已证实": document.verified,
                "理由": "；".join(document.reasons),
            }
            for document in ordered[:MOST_ROWS]
        ],
    )


def now() -> datetime:
    """The local time with its offset from UTC."""
    return datetime.now().astimezone()


def name_of(started: datetime) -> str:
    """Name of a run that began at a time: sorts by time, and no two runs share one."""
    return f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
