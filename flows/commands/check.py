"""``heshu check``: a linter for people. Imports neither Prefect nor pandas."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checks.audit import Audit
from checks.baseline import acceptable, baseline_text
from checks.finding import Finding
from checks.policy import Policy
from flows.exits import Exit
from flows.inputs import Inputs, find_inputs, skipped_files
from flows.one_document import audit_file
from flows.policies import chosen_policy
from flows.screen import screen
from reports.check_output import check_output
from reports.files import write_text
from reports.visible import visible

if TYPE_CHECKING:
    from checks.facts import Facts


def execute(arguments: Namespace) -> Exit:
    """Audit the files one by one and print what was found.

    Args:
        arguments: ``paths``, ``format``, ``write_baseline``, ``policy``, ``facts`` and ``reveal``.

    Returns:
        Whether all of them pass; where a baseline is written instead, whether all of them could be checked.

    Raises:
        OutputError: If the baseline cannot be written.
    """
    policy = replace(chosen_policy(arguments.policy)[0], reveal=arguments.reveal)
    facts = _facts(arguments.facts)
    inputs = find_inputs(arguments.paths)
    if arguments.write_baseline:
        return _write_baseline(Path(arguments.write_baseline), inputs, policy, facts)
    passed = True

    def audits() -> Iterator[tuple[str, Audit]]:
        nonlocal passed
        for file in inputs.files:
            audit = audit_file(file, policy, facts)
            passed = passed and audit.verdict.verdict == "pass"
            yield _as_named(file.path), audit

    shown = screen()
    for line in check_output(arguments.format, audits(), policy, width=shown.width, colour=shown.colour):
        print(line)
    _tell_skipped(inputs)
    return Exit.PASSED if passed else Exit.REFUSED


def _write_baseline(path: Path, inputs: Inputs, policy: Policy, facts: Facts | None) -> Exit:
    findings: list[Finding] = []
    unchecked = []
    for file in inputs.files:
        audit = audit_file(file, policy, facts)
        findings += filter(acceptable, audit.findings)
        if not all(map(acceptable, audit.findings)):
            unchecked.append(visible(_as_named(file.path)))
    write_text(path, baseline_text(findings))
    print(f'{len(findings)} 处问题记进了 {path}；在策略文件里写 baseline = "{path.name}"，就只报新的')
    if unchecked:
        print(f"没有查成、不能记的文件：{'、'.join(unchecked)}", file=sys.stderr)
    return Exit.REFUSED if unchecked else Exit.PASSED


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
