"""What a command prints on: a terminal of some width, or a file."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

UNKNOWN_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Screen:
    """What a command prints on.

    Attributes:
        width: Columns of the terminal, or what ``COLUMNS`` says.
        colour: Whether to colour: on a terminal, unless ``NO_COLOR`` is set.
    """

    width: int
    colour: bool


def screen() -> Screen:
    """The standard output of this process."""
    return Screen(_width(), sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def _width() -> int:
    """As :func:`shutil.get_terminal_size` has it, without the archive formats that its module imports."""
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or UNKNOWN_WIDTH
    except OSError:  # no terminal, or no file at all
        return UNKNOWN_WIDTH
