"""Sets of shares that make a hundred without being called a set: 甲占75%，乙占25%; 甲的比重由59%升到63%，乙的由41%降到37%."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from checks.rules.arithmetic.changes import Change, changes
from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import operands
from checks.rules.arithmetic.sketch import LETTERS, PERCENT, Sketch
from checks.rules.arithmetic.trial import Trial
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_TOLD = late(
    rf"[^{LETTERS}，。；、：\n\f]{{1,12}}占(?:比)?{PERCENT}(?:[，、；和][^{LETTERS}，。；、：\n\f]{{1,12}}占(?:比)?{PERCENT}){{1,7}}"
)
_SHARE = late(r"比重|占比|比例|份额|占")
_LEAST_CHANGES = 3
_WHOLE = Interval.exactly(100)

Hundred = Callable[[tuple[Claim, ...]], Trial | None]


def adding_up(sketch: Sketch, hundred: Hundred) -> Iterator[Trial]:
    """Trials of shares that surely are a set.

    Two shares told one after the other are one when they make a hundred: no other pair of things would. Of shares that
    are each told at two times, the one time proves for the other that they are a set.

    Args:
        sketch: The document's sketch.
        hundred: Makes the trial of a set against a hundred.

    Yields:
        The trials; those of sets that are only known by their sum always hold.
    """
    for match in _TOLD.finditer(sketch.text):
        claims = sketch.within(match.start(), match.end())
        trial = hundred(claims) if _make_hundred(claims) else None
        if trial is not None:
            yield replace(trial, strength="weak")
    for series in _series(sketch):
        old, new = tuple(one.old for one in series), tuple(one.new for one in series)
        if _make_hundred(old) or _make_hundred(new):
            for claims in (old, new):
                trial = hundred(claims)
                if trial is not None:
                    yield replace(trial, worst="warning")


def _series(sketch: Sketch) -> Iterator[list[Change]]:
    """Runs of changes of shares in one full sentence."""
    found: list[Change] = []
    line = -1
    for change in changes(sketch):
        if change.old.unit != "%" or not _SHARE.search(change.subject[-12:]):
            continue
        number = sketch.line_number(change.start)
        if number != line and len(found) >= _LEAST_CHANGES:
            yield found
        if number != line:
            found, line = [], number
        found.append(change)
    if len(found) >= _LEAST_CHANGES:
        yield found


def _make_hundred(claims: Sequence[Claim]) -> bool:
    known = operands(*claims)
    if known is None or any(claim.bound != "=" for claim in claims):
        return False
    total = added([one.interval for one in known])
    return total is not None and total.meets(_WHOLE)
