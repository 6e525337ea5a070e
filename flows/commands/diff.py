"""``heshu diff``: what changed between two drafts. Imports neither Prefect nor pandas."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from checks.audit import audit
from checks.drafts import compare
from checks.policy import Policy
from extract import ReadingError
from flows.exits import Exit, JobError
from flows.inputs import InputFile, read_input, whole_path
from flows.policies import chosen_policy
from flows.screen import screen
from reports.draft_changes import Draft, change_lines, changes_json
from reports.visible import visible


def execute(arguments: Namespace) -> Exit:
    """Compare two drafts and print what changed.

    Args:
        arguments: ``old``, ``new``, ``format`` and ``policy``.

    Returns:
        Whether everything that depends on a changed number followed it.

    Raises:
        JobError: If a draft cannot be read or not be checked to its end: nothing can then be said about it.
    """
    policy, _ = chosen_policy(arguments.policy)
    old, new = (_draft(path, policy) for path in (arguments.old, arguments.new))
    changes = compare(old.audit, new.audit)
    if arguments.format == "json":
        print(changes_json(old, new, changes))
    else:
        shown = screen()
        for line in change_lines(old, new, changes, width=shown.width, colour=shown.colour):
            print(line)
    return Exit.PASSED if all(change.followed for change in changes) else Exit.REFUSED


def _draft(path: str, policy: Policy) -> Draft:
    named = os.fsencode(path).decode("utf-8", "backslashreplace")
    try:
        result = audit(Path(named).name, read_input(InputFile(str(whole_path(path)), named, 0)), policy)
    except ReadingError as problem:
        raise _unreadable(named, problem.reason) from problem
    for finding in result.findings:
        if finding.category == "reading":
            raise _unreadable(named, finding.message)
    return Draft(named, result)


def _unreadable(path: str, reason: str) -> JobError:
    return JobError(f"{visible(path)} 没法比较：{reason}")
