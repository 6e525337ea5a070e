"""``heshu rules``: the rules, or one explained with its examples."""

from __future__ import annotations

import difflib
from argparse import Namespace

from checks.rule import Rule
from flows.arguments import ArgumentsError
from flows.exits import Exit
from reports.told_rules import told_rules
from reports.words import SEVERITIES


def execute(arguments: Namespace) -> Exit:
    """Print the list of the rules, or everything about one.

    Args:
        arguments: ``code``, a rule's code or name, or nothing.

    Returns:
        That it went well.

    Raises:
        ArgumentsError: If there is no such rule.
    """
    rules = told_rules()
    if not arguments.code:
        for rule in rules.values():
            print(f"{rule.code}  {SEVERITIES[rule.severity]}  {rule.title}（{rule.name}）")
        return Exit.PASSED
    names = {rule.name: rule for rule in rules.values()}
    rule_ = rules.get(arguments.code.upper()) or names.get(arguments.code.lower())
    if rule_ is None:
        near = difflib.get_close_matches(arguments.code.upper(), rules, n=1) or difflib.get_close_matches(
            arguments.code.lower(), names, n=1
        )
        hint = f"，是不是 {near[0]}？" if near else "，用 heshu rules 看清单"
        raise ArgumentsError(f"没有规则“{arguments.code}”{hint}")
    print("\n".join(_explained(rule_)))
    return Exit.PASSED


def _explained(rule: Rule) -> list[str]:
    lines = [f"{rule.code} {rule.title}（{rule.name}，{SEVERITIES[rule.severity]}）", ""]
    for label, words in (("查什么", rule.what), ("为什么", rule.why), ("不报的情形", rule.silent)):
        if words:
            lines += [f"{label}：{words}", ""]
    marks = (
        ("会报", [example.text for example in rule.bad]),
        ("不报", list(rule.good)),
        ("看着像，其实没有错", list(rule.near)),
    )
    for label, texts in marks:
        if texts:
            lines += [f"{label}：", *(f"  · {_indented(text)}" for text in texts), ""]
    return lines[:-1]


def _indented(text: str) -> str:
    return text.strip().replace("\n", "\n    ")
