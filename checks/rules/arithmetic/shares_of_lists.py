"""Shares told behind a list of parts, by the name of one of them: 医院45家，其中公立28家、民营17家，公立占62.2%."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from checks.rules.arithmetic.parts import Whole, totals, wholes
from checks.rules.arithmetic.shares import Share
from checks.rules.arithmetic.sketch import LETTERS, Sketch
from extract.claim import Claim
from extract.late import late

_NAMED = late(
    rf"^[^{LETTERS}，。；]{{0,4}}[，、；]?(?P<name>[^{LETTERS}，。；、占]{{2,10}}?)(?:所)?占(?:比|总数|全部)?的?(?:比重|比例)?(?:为|达到?|约)?$"
)
_REACH = 4
_LEAST = 2


def listed_shares(sketch: Sketch) -> Iterator[Share]:
    """The shares that follow a list whose parts they name."""
    for whole in (*totals(sketch), *wholes(sketch)):
        start = bisect_left(sketch.letters, whole.end)
        last = sketch.line_at(whole.end - 1).last
        for place in range(start, min(last, start + _REACH)):
            share = sketch.claims[place]
            match = _NAMED.match(sketch.lead(place)) if share.unit == "%" and share.kind == "share" else None
            part = _part_named(whole, match.group("name")) if match is not None else None
            if part is not None:
                yield Share(part, whole.whole, share, True)


def _part_named(whole: Whole, name: str) -> Claim | None:
    """The only part whose label and the name are one, or one of which holds the other."""
    found = [
        part
        for part, label in zip(whole.parts, whole.labels, strict=False)
        if len(label) >= _LEAST and (name in label or label in name)
    ]
    return found[0] if len(found) == 1 else None
