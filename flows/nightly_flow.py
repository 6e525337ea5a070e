"""The batch job of one night: a folder of its own for each run, one store for all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from flows.audit_flow import audit_documents, name_of, now
from flows.inputs import as_parameter, from_parameter
from flows.nights import RUNS, point_latest
from reports.store import store_url
from reports.visible import visible


@flow(name="heshu-nightly", description="按时间表核数，每次运行一个文件夹", persist_result=False)
def audit_tonight(
    paths: list[str],
    root: str,
    policy_file: str = "",
    workers: int = 0,
    csv: bool = False,
    store: str = "",
    facts_file: str = "",
) -> State[Any]:
    """Audit documents into ``runs/ID`` below a folder, and let ``latest`` lead there.

    Args:
        paths: Files and folders, as :func:`flows.inputs.as_parameter` writes them.
        root: The folder of all nights, likewise.
        policy_file: The policy, likewise; empty for the default policy.
        workers: Worker processes, 0 for a number that fits.
        csv: Whether to add CSV copies of the tables.
        store: URL of the store, empty for ``heshu.db`` in the folder of all nights.
        facts_file: The official figures, as a path like the others, read anew each night; empty for none.

    Returns:
        The state of :func:`flows.audit_flow.audit_documents`.
    """
    started = now()
    run_id = name_of(started)
    top = Path(from_parameter(root))
    folder = top / RUNS / run_id
    state = audit_documents(
        paths=paths,
        out=as_parameter(folder),
        policy_file=policy_file,
        workers=workers,
        csv=csv,
        store=store_url(top, store),
        run_id=run_id,
        facts_file=facts_file,
        return_state=True,
    )
    # A run that broke off is the latest as well: the gate must not answer with the verdict of an earlier night.
    folder.mkdir(parents=True, exist_ok=True)
    point_latest(top, run_id)
    print(f"{started:%Y-%m-%d %H:%M} {visible(_outcome(state))}（{visible(str(folder))}）", flush=True)
    return state


def _outcome(state: State[Any]) -> str:
    problem = state.result(raise_on_failure=False)
    if isinstance(problem, Exception):
        return f"没能完成：{problem}"
    return state.message or str(state.name)
