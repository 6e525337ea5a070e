"""Statements as different writers put them: reports, communiqués, news, speeches, each right and with a slip in it.

``statement_voices.tsv`` holds one statement a line, twice: its numbers fit together in the first text and cannot in the
second, and the rule that is about it: of several that find the same slip one may speak for all. The sentences and
their figures are made up.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checks import Policy, audit

with (Path(__file__).parent / "statement_voices.tsv").open(encoding="utf-8", newline="") as _stream:
    VOICES = [
        pytest.param(row["rule"], row["right"], row["wrong"], id=f"{row['rule']}-{number}")
        for number, row in enumerate(csv.DictReader(_stream, delimiter="\t", quoting=csv.QUOTE_NONE), 1)
    ]


def told(text: str) -> set[str]:
    """The rules that say something worth a look about a text."""
    found = audit("文.txt", text.encode(), Policy()).findings
    return {finding.rule for finding in found if finding.severity != "info"}


@pytest.mark.parametrize(("rule", "right", "wrong"), VOICES)
def test_a_statement_is_silent_when_right_and_found_when_wrong(rule: str, right: str, wrong: str) -> None:
    assert told(right) == set()
    assert any(code[0] in "ABFG" for code in told(wrong)), rule


def test_every_voice_is_there() -> None:
    assert len(VOICES) > 600
