"""Width and colour follow the terminal and the user's wishes."""

from __future__ import annotations

import os
import pty
import sys

import pytest

from flows.screen import UNKNOWN_WIDTH, Screen, screen


@pytest.mark.parametrize(
    ("told", "width"), [("63", 63), ("", UNKNOWN_WIDTH), ("0", UNKNOWN_WIDTH), ("x", UNKNOWN_WIDTH)]
)
def test_a_file_has_the_width_that_is_told(monkeypatch: pytest.MonkeyPatch, told: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", told)
    with open(os.devnull, "w") as file:  # noqa: PTH123  a stream, not a path
        monkeypatch.setattr(sys, "stdout", file)
        assert screen() == Screen(width, colour=False)


def test_a_terminal_is_coloured_unless_the_user_minds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    reader, writer = pty.openpty()
    with os.fdopen(reader, "rb"), os.fdopen(writer, "w") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        assert screen().colour
        monkeypatch.setenv("NO_COLOR", "1")
        assert not screen().colour
