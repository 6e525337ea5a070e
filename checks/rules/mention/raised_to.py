"""Levels that a later sentence raises or lowers: 目前上限为5000元。…建议把上限调高至8000元."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.sketch import Sketch
from extract.claim import Claim
from extract.late import late

_TO = late(
    r"(?:(?P<up>[调提]高|提升|上升|上调|增加|增长|升|增|加)|(?P<down>[调降]低|下降|下调|减少|回落|降|减))(?:到|至|为)$"
)
_LINES = 4
"""Full sentences back to which the earlier level is looked for."""
_LEAST_NAME = 3
_TAIL = 6
"""Characters at the end of a name that tell an indicator: what stands before them may be who raises it."""


def raised_to(sketch: Sketch) -> Iterator[tuple[Claim, Claim, Literal["up", "down"]]]:
    """Pairs of a level and the one that it was or is to be changed to, of one indicator in the same words.

    Nothing says that the earlier one is where the change began, so that one that goes the other way proves nothing.

    Args:
        sketch: The document's sketch.

    Yields:
        The earlier level, the later one, and which way the words say it went.
    """
    told = {change.new.number for change in changes(sketch)}
    known: dict[tuple[str, str], tuple[Claim, int]] = {}
    for number, line in enumerate(sketch.lines):
        for place in range(line.first, line.last):
            claim = sketch.claims[place]
            name = claim.indicator
            if claim.kind not in ("level", "share") or not name or len(name) < _LEAST_NAME:
                continue
            key = name[-_TAIL:], claim.unit
            match = _TO.search(sketch.lead(place)) if key in known and claim.number not in told else None
            if match is not None and number - known[key][1] <= _LINES:
                yield known[key][0], claim, "up" if match.group("up") else "down"
            known[key] = claim, number
