"""Differences told in the text of what a table shows: 分账额比五年前多出近1亿元, over a column from 2.77亿 to 3.76亿."""

from __future__ import annotations

from collections.abc import Iterator

from checks.rules.arithmetic.formulas import minus
from checks.rules.arithmetic.operands import forgiving, operand, operands
from checks.rules.arithmetic.sketch import Sketch
from checks.rules.arithmetic.trial import Trial
from checks.rules.tables.grid import grids_of
from extract import Reading
from extract.claim import Claim

_SPAN = 30
_LEAST_SHARED = 2
_MOST = 60


def told_differences(reading: Reading, sketch: Sketch) -> Iterator[Trial]:
    """Trials of differences that meet the first and the last row of a column whose heading shares their words.

    One that meets none may be of other rows, so that nothing follows from it.

    Args:
        reading: The document.
        sketch: Its sketch.

    Yields:
        The trials, which all hold.
    """
    told = [claim for claim in reading.claims if claim.kind == "change" and claim.value and claim.base][
        :_MOST
    ]
    if not told:
        return
    for grid in grids_of(reading):
        for column in grid.columns():
            rows = [row for row in grid.rows() if (row, column) in grid.cells]
            first, last = grid.cells[rows[0], column], grid.cells[rows[-1], column]
            pair = operands(first, last)
            if pair is None or first is last or first.kind != "level" or first.unit != last.unit:
                continue
            if pair[0].interval.below(pair[1].interval):
                first, last, pair = last, first, pair[::-1]
            computed = minus([one.interval for one in pair])
            head = _pairs(grid.heads.get(column, ""))
            for claim in told:
                stated = operand(claim) if claim.unit == first.unit else None
                if stated is None or computed is None or not forgiving(stated).meets(computed):
                    continue
                if len(head & _pairs(_before(sketch, claim))) >= _LEAST_SHARED:
                    left = f"{sketch.quote(first)}-{sketch.quote(last)}"
                    message = "表中两数相差{computed}，文中为“{stated}”"
                    yield Trial("difference", stated, pair, minus, left, message, strength="weak")


def _before(sketch: Sketch, claim: Claim) -> str:
    return sketch.prose[max(0, claim.start - _SPAN) : claim.start].rsplit("。", 1)[-1].rsplit("；", 1)[-1]


def _pairs(words: str) -> frozenset[str]:
    runs = (words[place : place + 2] for place in range(len(words) - 1))
    return frozenset(run for run in runs if all("一" <= one <= "龥" for one in run))
