"""Reading is linear in the length of a text: twice the text costs twice the calls, and no pattern repeats a repetition."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from numbers_of import numbers

import extract
from extract.reading import extract as read
from extract.reading import read_document

HOSTILE = (
    "1,", "一", "百分之", "（", "**", "X", "1亿", "3小时", "2公斤", "三、", "1.2、", "5和", "二、三百", "1 234 ", "一比", "9个、", "参拾",
    "八折", "1/2 ", "12元3角", "六   个 百 ", "1-", "1:", "(一)", "97年", "某", "“1", "第1", "RMB1", "半个", "零下", "又", "、十",
)  # fmt: skip
SIZE = 3_000
MOST = 2.3
"""How many times the calls of a text a text twice as long may cost: twice, and what the beginning costs."""

REPEATS = {"MAX_REPEAT", "MIN_REPEAT"}


def calls(text: str) -> int:
    """How many functions, those of the interpreter included, reading a text calls."""
    count, document = 0, read_document("text.txt", text.encode())

    def counted(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        read(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_costs_twice_the_calls(piece: str) -> None:
    short, long = (calls(piece * (size // len(piece))) for size in (SIZE, 2 * SIZE))
    assert long <= short * MOST + 200


@pytest.mark.parametrize("piece", HOSTILE[::6])
def test_a_hundred_thousand_characters_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    found = numbers(text)
    assert all(quantity.end <= len(text) for quantity in found)


def nested(tree: Any, repeated: bool = False) -> bool:
    """Whether an unbounded repetition that can give characters back holds another one."""
    for operation, argument in tree:
        name = str(operation)
        if name in REPEATS:
            low, high, inner = argument
            unbounded = int(high) >= int(_parser.MAXREPEAT) and low != high
            if unbounded and repeated:
                return True
            if nested(inner, repeated or unbounded):
                return True
        elif name == "BRANCH":
            if any(nested(branch, repeated) for branch in argument[1]):
                return True
        elif name == "SUBPATTERN":
            if nested(argument[3], repeated):
                return True
        elif name in ("ASSERT", "ASSERT_NOT"):
            if nested(argument[1], False):
                return True
        elif name == "GROUPREF_EXISTS" and any(nested(branch, repeated) for branch in argument[1:] if branch):
            return True
    return False


def patterns() -> list[tuple[str, str]]:
    """The patterns that stand in the modules of extraction, by module and name."""
    found = []
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found.append((f"{module.name}.{name}", value.pattern))
    return found


def test_the_search_for_nested_repetitions_finds_one() -> None:
    assert nested(_parser.parse("(?:a+b?)+"))
    assert not nested(_parser.parse("(?:a++b?)++"))
    assert not nested(_parser.parse("(?:a{1,3}b)+"))


@pytest.mark.parametrize(
    ("name", "pattern"), patterns(), ids=lambda value: "" if " " in value else value[:60]
)
def test_no_pattern_repeats_a_repetition(name: str, pattern: str) -> None:
    assert not nested(_parser.parse(pattern)), name
