"""``heshu check``: a linter for people. Imports neither Prefect nor pandas."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checks.audit import Audit
from flows.exits import Exit
from flows.inputs import Inputs, find_inputs, skipped_files
from flows.one_document import audit_file
from flows.policies import chosen_policy
from reports.check_output import check_output

if TYPE_CHECKING:
    from checks.facts import Facts


def execute(arguments: Namespace) -> Exit:
    """Audit the files one by one and print what was found.

    Args:
        arguments: ``paths``, ``format``, ``policy`` and ``facts``.

    Returns:
        Whether all of them pass.
    """
    policy, _ = chosen_policy(arguments.policy)
    facts = _facts(arguments.facts)
    inputs = find_inputs(arguments.paths)
    passed = True

    def audits() -> Iterator[tuple[str, Audit]]:
        nonlocal passed
        for file in inputs.files:
            audit = audit_file(file, policy, facts)
            passed = passed and audit.verdict.verdict == "pass"
            yield _as_named(file.path), audit

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((100, 24)).columns
    for line in check_output(arguments.format, audits(), policy, width=width, colour=colour):
        print(line)
    _tell_skipped(inputs)
    return Exit.PASSED if passed else Exit.REFUSED


def _facts(named: str | None) -> Facts | None:
    if not named:
        return None
    from flows.facts_file import chosen_facts

    return chosen_facts(named)


def _as_named(path: str) -> str:
    """A path relative to the working folder, where it lies below it, as editors and pipelines expect it."""
    try:
        shown = Path(path).relative_to(Path.cwd()).as_posix()
    except ValueError:
        shown = path
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


def _tell_skipped(inputs: Inputs) -> None:
    if inputs.skipped:
        print(f"另有不认识的文件没有查：{skipped_files(inputs.skipped)}", file=sys.stderr)
