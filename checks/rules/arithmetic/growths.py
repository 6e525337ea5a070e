"""Growths that two printed levels determine, wherever the sentence puts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.changes import Change, changes
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, once
from checks.rules.arithmetic.wording import FALL, RISE, gap, way
from extract.claim import Claim
from extract.han import HAN
from extract.late import late

_THEN = late(
    rf"(?:[，、（]?(?:共|净)?(?:增加|增长|减少|下降|增收|减收|多|少)了?{LEVEL})?"
    rf"[，、（]?(?P<verb>{gap(12)}(?:{RISE}|{FALL})(?:率|速|幅度?)?(?:均|都|也)?(?:了|为|达到?)?)(?P<growth>{PERCENT})"
)
_AGAINST = late(
    rf"(?P<new>{LEVEL})(?P<between>[^{LETTERS}。；，\n\f]{{0,6}}，?)(?:同?比|较)(?P<words>{gap(16, '，')})(?P<old>{LEVEL})"
    rf"(?:(?:增收|增加|减少|减收|多|少|净增)了?{LEVEL}[，、])?(?P<verb>{gap(6)}(?:{RISE}|{FALL})(?:率|速|幅度?)?(?:了|为|达到?)?)(?P<growth>{PERCENT})"
)
_BETWEEN = late(
    rf"(?P<new>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，(?P<verb>(?:同比|比上年|比去年|较上年|较去年)(?:{RISE}|{FALL})了?)(?P<growth>{PERCENT})[，（](?:上年同期|去年同期|上年|去年)(?:为|是|完成|实现)?(?P<old>{LEVEL})"
)
_SAID_FIRST = late(rf"(?P<what>{HAN}{{2}})(?:同比|总体)?(?P<verb>(?:{RISE}|{FALL})了?)$")
_NAMED = 4
_MEAN = late(r"年均|平均|贡献|占比|比重")


@dataclass(frozen=True, slots=True)
class Grown:
    """A growth with the two levels that it lies between.

    Attributes:
        growth: The growth.
        verb: The words that say which way it goes.
        new: The later level.
        old: The earlier level.
        start: Offset in the sketch at which the levels begin to be told.
        subject: The words before them in their clause.
    """

    growth: Claim
    verb: str
    new: Claim
    old: Claim
    start: int
    subject: str


def _grown(sketch: Sketch) -> Iterator[Grown]:
    text = sketch.text
    for change in changes(sketch):
        if change.old.unit in ("%", "‰", "百分点", "名") or not change.old.unit:
            continue
        before = _told_before(sketch, change)
        if before is not None:
            yield before
        match = _THEN.match(text, change.end)
        if match is None or _MEAN.search(match.group("verb")):
            continue
        named = sketch.named(match, "growth")
        if named is not None:
            yield Grown(named[0], match.group("verb"), change.new, change.old, change.start, change.subject)
    for match in _BETWEEN.finditer(text):
        told = sketch.named(match, "new", "old", "growth")
        if told is not None and told[0].unit == told[1].unit:
            subject = sketch.lead(sketch.index(match.start("new")))
            yield Grown(told[2], match.group("verb"), told[0], told[1], match.start(), subject)
    for match in _AGAINST.finditer(text):
        found = sketch.named(match, "new", "old", "growth")
        if found is None or found[0].unit != found[1].unit or _MEAN.search(match.group("verb")):
            continue
        if found[1].kind in ("change", "difference") or way(match.group("words")):
            continue
        subject = sketch.lead(sketch.index(match.start("new")))
        yield Grown(found[2], match.group("verb"), found[0], found[1], match.start(), subject)


def _told_before(sketch: Sketch, change: Change) -> Grown | None:
    """A growth that ends the sentence before the one that tells its levels: 园区用电下降3%。园区用电为97，上年100."""
    place = sketch.index(change.start)
    if place < 1 or change.years or sketch.claims[place] is not change.new:
        return None
    growth = sketch.claims[place - 1]
    lead, between = sketch.lead(place - 1), sketch.text[sketch.letters[place - 1] + 1 : change.start]
    match = _SAID_FIRST.search(lead)
    head, _, words = between.partition("。")
    if growth.kind != "growth" or head or match is None or not words.startswith("\n"):
        return None
    words = words.strip()
    if len(words) < _NAMED or words[:_NAMED] not in lead or match.group("what") not in words[_NAMED:]:
        return None
    return Grown(growth, match.group("verb"), change.new, change.old, change.start, change.subject)


@once
def growths(sketch: Sketch) -> tuple[Grown, ...]:
    """The growths of a document whose two levels are printed, each once."""
    found = {(one.growth.number, one.new.number, one.old.number): one for one in _grown(sketch)}
    return tuple(found.values())
