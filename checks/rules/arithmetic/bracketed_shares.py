"""Shares with their amount in brackets or behind 即: 在2494宗投诉中，私营机构占66%（1655宗）; 74万平方米的六成、即44万平方米."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.rules.arithmetic.named_shares import NamedShare
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch
from extract.claim import Claim
from extract.late import late

_IN_BRACKETS = late(
    rf"(?P<verb>占|剩下|其余|余下)(?P<words>[^{LETTERS}。；，、（\n\f]{{0,6}}?)(?P<share>{PERCENT})（(?P<part>{LEVEL})）"
)
_THAT_IS = late(
    rf"(?P<whole>{LEVEL})[^{LETTERS}。；，\n\f]{{0,6}}的(?P<share>{PERCENT})[，、（]?(?:即是?|也就是|约为|相当于)(?P<part>{LEVEL})"
)
_SET = late(r"^[^，。；]{0,16}中，|^[^，。；]{0,16}中(?:有|的)?[^，。；]{0,4}，")
_WITHIN = late(r"当中|其中")
_LEAST_LISTED = 2


def bracketed_shares(sketch: Sketch) -> Iterator[NamedShare]:
    """The shares of a document whose amount stands in brackets behind them, or behind 即.

    The whole of a list of them is the amount that the list is said to be of (在…中，), or of what the share right before
    it was (当中约三成).

    Yields:
        The shares with their amounts.
    """
    for match in _THAT_IS.finditer(sketch.text):
        found = sketch.named(match, "part", "whole", "share")
        if found is not None and found[0].unit == found[1].unit:
            yield NamedShare(found[0], found[1], found[2], True)
    lists: dict[int, list[re.Match[str]]] = {}
    for match in _IN_BRACKETS.finditer(sketch.text):
        lists.setdefault(sketch.line_number(match.start()), []).append(match)
    for line, matches in lists.items():
        whole = _set_of(sketch, line, matches[0])
        last: Claim | None = None
        begin = sketch.lines[line].start
        for match in matches:
            told, begin = sketch.text[begin : match.end("words")], match.end()
            found = sketch.named(match, "part", "share")
            if found is None:
                continue
            part, share = found
            inside = _WITHIN.search(told) is not None
            of = last if inside else whole
            if of is not None and of.unit == part.unit and of is not part:
                yield NamedShare(part, of, share, inside or len(matches) >= _LEAST_LISTED)
            if not inside:
                last = part


def _set_of(sketch: Sketch, line: int, match: re.Match[str]) -> Claim | None:
    """The amount of the set that a sentence begins with: 在接获的2494宗投诉中，."""
    first = sketch.lines[line].first
    place = first
    if sketch.letters[place] >= match.start():
        return None
    behind = sketch.text[sketch.letters[place] + 1 : sketch.letters[place] + 24]
    return sketch.claims[place] if _SET.match(behind) else None
