"""A22: a range whose lower end is the larger one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.arithmetic.sketch import LETTERS, Sketch, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_RANGE = late(
    rf"(?:(?P<first>[{LETTERS}])|(?<![\d.．第/:：\-—~～])(?P<bare>\d{{1,9}}(?:\.\d{{1,4}})?))(?:~|～|—{{1,2}}|–|-|－)(?P<last>[{LETTERS}])"
)
_IN_WORDS = late(
    rf"(?P<first>[{LETTERS}])[至到](?P<last>[{LETTERS}])(?P<behind>[^{LETTERS}。；，\n\f]{{0,6}})"
)
_SPAN = late(r"之间|不等|区间|范围")
_ABOUT = late(r"(?:预计|目标|稳定在|保持在|控制在|介于|区间|一般在|大约|约|增长)$")
_BY_DESIGN = late(
    r"[由从自]|[至到为]$|推进|调[至整]|降[到至]|回落|下降|放宽|收窄|缩短|压缩|倒|零下|负|减|比分|以"
)
_ONE_SCALE = 10
"""Beyond this quotient the first end leaves out another scale than the second (500-1万元), which is no inversion."""


def find(reading: Reading) -> Iterator[Hit]:
    """The ranges of a document that run downwards."""
    sketch = sketch_of(reading)
    yield from _in_words(sketch)
    for match in _RANGE.finditer(sketch.text):
        named = sketch.named(match, "last")
        before = re.split("[，。；]", sketch.text[max(0, match.start() - 12) : match.start()])[-1]
        if named is None or _BY_DESIGN.search(before):
            continue
        last = named[0]
        unit = last.quantity.unit
        if last.value is None or last.value < 0 or unit is None or unit.dimension in ("time", "rank"):
            continue
        if match.group("first"):
            firsts = sketch.named(match, "first")
            if firsts is None or firsts[0].unit != last.unit or firsts[0].value is None:
                continue
            start, inverted = firsts[0].start, firsts[0].value > last.value
        else:
            start = sketch.words(match.start("bare"), match.end("bare")).start
            inverted = _bare_above(match.group("bare"), last)
        if inverted:
            printed = reading.prose.text[start : last.end]
            yield Hit(start, last.end, f"范围“{printed}”前大后小，请核对两端")


def _in_words(sketch: Sketch) -> Iterator[Hit]:
    """Ranges told with 至 or 到, where the words around say that a range is meant and no change."""
    for match in _IN_WORDS.finditer(sketch.text):
        claims = sketch.named(match, "first", "last")
        before = re.split("[，。；]", sketch.text[max(0, match.start() - 16) : match.start()])[-1]
        if claims is None or claims[0].unit != claims[1].unit or _BY_DESIGN.search(before):
            continue
        first, last = claims
        meant = _SPAN.match(match.group("behind")) or (first.unit == "%" and _ABOUT.search(before))
        unit = last.quantity.unit
        if not meant or unit is None or unit.dimension in ("time", "rank") or first.bound != "=":
            continue
        if first.value is not None and last.value is not None and 0 <= last.value < first.value:
            printed = sketch.prose[first.start : last.end]
            message = f"范围“{printed}”前大后小，请核对两端"
            yield Hit(first.start, last.end, message, severity="warning")


def _bare_above(bare: str, last: Claim) -> bool:
    """Whether a first end without a unit is above the second in the scale that the second prints."""
    if not re.fullmatch(r"\d+(?:\.\d+)?", last.numeral):
        return False
    first, second = Fraction(bare), Fraction(last.numeral)
    return bool(second) and second < first <= second * _ONE_SCALE


RULE = Rule(
    code="A22",
    name="range-inverted",
    title="范围前大后小",
    category="arithmetic",
    severity="error",
    what="“甲～乙”“甲—乙”形式的数值范围，前一个数应不大于后一个数。",
    why="前大后小的范围要么颠倒，要么有一个数写错。",
    silent="由高到低调整、降至某一范围、零下温度等有意倒写的不判。",
    bad=(
        Example("预计全年规上工业增加值增长8%～6%。", "8%～6%"),
        Example("每亩补贴300—200元。", "300—200元"),
    ),
    good=(
        "预计全年规上工业增加值增长6%～8%。",
        "每亩补贴200—300元。",
    ),
    near=("增长目标由8%～6%调至5%左右。",),
    find=find,
)
