"""``heshu nightly``: serves the batch job on a schedule, with a Prefect server of its own that fires it."""

from __future__ import annotations

from argparse import Namespace
from hashlib import blake2b

from flows.exits import Exit, JobError
from flows.facts_file import chosen_facts
from flows.inputs import as_parameter, find_inputs, whole_path
from flows.policies import chosen_policy
from flows.prefect_server import PrefectServer
from reports.files import make_writable_folder


def execute(arguments: Namespace) -> Exit:
    """Serve until somebody stops it.

    Args:
        arguments: ``paths``, ``out``, ``cron``, ``policy``, ``facts``, ``workers``, ``csv`` and ``store``.

    Returns:
        That it was interrupted: it does not end otherwise.

    Raises:
        JobError: If there is nothing to audit, the official figures cannot be relied on, or the schedule is none.
        OutputError: If the output folder cannot be written.
    """
    _, policy_file = chosen_policy(arguments.policy)
    chosen_facts(arguments.facts)
    out = whole_path(arguments.out)
    make_writable_folder(out)
    find_inputs(arguments.paths, out)
    with PrefectServer(out / ".prefect", scheduling=True) as server:
        from prefect.schedules import Cron
        from prefect.types.entrypoint import EntrypointType
        from tzlocal import get_localzone_name

        from flows.nightly_flow import audit_tonight

        zone = get_localzone_name()
        try:
            schedule = Cron(arguments.cron, timezone=zone)
        except ValueError as problem:
            raise JobError(f'时间表“{arguments.cron}”不对，应形如 "0 2 * * *"') from problem
        server.wait()
        # One name for each folder: jobs that share a server must not take over each other's schedule.
        name = f"nightly-{blake2b(as_parameter(out).encode(), digest_size=4).hexdigest()}"
        _forget_missed(name)
        print(f"已就绪：按“{arguments.cron}”（{zone}）核数，写入 {out}；Prefect：{server.page}", flush=True)
        audit_tonight.serve(
            name=name,
            description=as_parameter(out),
            schedule=schedule,
            parameters={
                "paths": [as_parameter(path) for path in arguments.paths],
                "root": as_parameter(out),
                "policy_file": as_parameter(policy_file) if policy_file else "",
                "workers": arguments.workers,
                "csv": arguments.csv,
                "store": arguments.store,
                "facts_file": as_parameter(arguments.facts) if arguments.facts else "",
            },
            limit=1,
            print_starting_message=False,
            # The runs of the nights are children that import the flow by its module's name.
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    return Exit.INTERRUPTED


def _forget_missed(name: str) -> None:
    """Drop the runs that were due while nobody served: after a crash every missed night would be made up for at once."""
    from prefect import get_client
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterName,
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
    )
    from prefect.client.schemas.objects import StateType

    waiting = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
    with get_client(sync_client=True) as client:
        missed = client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=waiting),
            deployment_filter=DeploymentFilter(name=DeploymentFilterName(any_=[name])),
        )
        for run in missed:
            client.delete_flow_run(run.id)
