"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from extract.late import late


def test_a_late_pattern_answers_as_the_pattern_itself() -> None:
    number = late(r"(?P<whole>[0-9]+)亿", re.ASCII)
    compiled = re.compile(r"(?P<whole>[0-9]+)亿", re.ASCII)
    text = "收入12亿元，支出9亿元"
    assert [match.span() for match in number.finditer(text)] == [(2, 5), (9, 11)]
    assert number.findall(text) == compiled.findall(text) == ["12", "9"]
    assert number.sub("X亿", text) == "收入X亿元，支出X亿元"
    found = number.search(text, 4)
    assert found is not None
    assert found["whole"] == "9"
    assert (number.pattern, number.flags, number.groups) == (compiled.pattern, compiled.flags, 1)
    assert number.match(text) is None
    assert number.fullmatch("7亿") is not None


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("文")
