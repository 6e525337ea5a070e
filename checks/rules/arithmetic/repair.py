"""The single edits that would mend a broken relation.

A slip of the pen or of the scanner is one digit wrong, missing, doubled or exchanged with its neighbour, a point that
moved, 万 for 亿, a rise for a fall, or two numbers that changed places (the typing errors of statistical data editing:
Damerau's edits, and the balance edits of the R package deducorrect). Which of the edits that make one relation hold is
offered is decided when all relations are known (``checks.joint``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checks.identity import Number
from checks.relation import Repair
from checks.rules.arithmetic.operands import Operand, scale_of, with_sign
from extract.interval import Interval
from extract.late import late

_PLAIN = late(r"\d+(?:\.\d+)?")
_MOST = 12
"""Most values that are tried: what leaves more open says nothing about a slip."""
_MOST_OPERANDS = 8
_SCALES = {4: {"": "万", "万": "亿", "亿": "万亿"}, -4: {"万": "", "亿": "万", "万亿": "亿"}}
_TURNED = {
    "增长": "下降",
    "增加": "减少",
    "提高": "下降",
    "上升": "下降",
    "下降": "增长",
    "减少": "增加",
    "降低": "提高",
}


@dataclass(frozen=True, slots=True)
class _Edit:
    operands: tuple[Operand, ...]
    words: str


def repairs(
    operands: Sequence[Operand],
    holds: Callable[[Sequence[Operand]], bool],
    quote: Callable[[Operand], str],
    needed: Callable[[int], Interval | None],
) -> tuple[Repair, ...]:
    """The single edits that make a relation hold.

    Args:
        operands: The operands as printed; the relation is broken with them.
        holds: Whether the relation holds with other operands in their places.
        quote: The words of an operand as printed.
        needed: What the operand at a place would have to be, ``None`` where nothing tells it.

    Returns:
        The edits, each once; none where there are too many operands or too many edits to mean anything.
    """
    if len(operands) > _MOST_OPERANDS:
        return ()
    found: dict[str, Repair] = {}
    for edit in _all_edits(tuple(operands), quote, needed):
        if edit.words not in found and holds(edit.operands):
            found[edit.words] = _repair(edit, operands)
            if len(found) > _MOST:
                return ()
    return tuple(found.values())


def _repair(edit: _Edit, operands: Sequence[Operand]) -> Repair:
    changed = []
    for old, new in zip(operands, edit.operands, strict=True):
        if new.claim is not None and new is not old:
            printed = -new.interval if old.negative else new.interval
            changed.append((Number(new.claim.number, new.part), printed))
    return Repair(edit.words, tuple(changed))


def _all_edits(
    operands: tuple[Operand, ...],
    quote: Callable[[Operand], str],
    needed: Callable[[int], Interval | None],
) -> Iterator[_Edit]:
    for place, one in enumerate(operands):
        if one.claim is None:
            continue
        numeral = one.numeral()
        words = _ungrouped(quote(one), numeral)
        for edited in _within_reach(one, set(edits(numeral)), needed(place)):
            interval = one.reread(edited)
            if interval is not None:
                changed = replace(one, interval=interval)
                yield _Edit(
                    _with(operands, place, changed), f"“{words}”疑为“{words.replace(numeral, edited, 1)}”"
                )
        yield from _scale_edits(operands, place, words, numeral)
        if one.negative or one.claim.kind in ("growth", "change"):
            yield _Edit(_with(operands, place, with_sign(one)), f"“{words}”的升降疑写反")
    for first in range(len(operands)):
        for second in range(first + 1, len(operands)):
            yield from _swap(operands, first, second, quote)


def _ungrouped(words: str, numeral: str) -> str:
    """An operand's words with its numeral as it is edited: without the marks that group its digits."""
    return words if numeral in words else words.replace(",", "").replace("，", "")


def _within_reach(one: Operand, numerals: set[str], needed: Interval | None) -> Iterator[str]:
    """Those of some numerals that come near what is needed: a cheap look before the whole relation is tried."""
    if one.claim is None or needed is None:
        yield from sorted(numerals)
        return
    meant = -needed if one.negative else needed
    factor = scale_of(one.claim).factor
    low = None if meant.low is None else meant.low / factor
    high = None if meant.high is None else meant.high / factor
    for numeral in sorted(numerals):
        places = len(numeral.partition(".")[2])
        value, half = Fraction(numeral), Fraction(1, 10**places)
        if (low is None or value + half >= low) and (high is None or value - half <= high):
            yield numeral


def _with(operands: tuple[Operand, ...], place: int, one: Operand) -> tuple[Operand, ...]:
    return (*operands[:place], one, *operands[place + 1 :])


def _scale_edits(operands: tuple[Operand, ...], place: int, words: str, numeral: str) -> Iterator[_Edit]:
    one = operands[place]
    if one.claim is None or one.part >= 0 or one.claim.unit in ("%", "‰", "百分点", "倍"):
        return
    suffix = scale_of(one.claim).suffix
    scale = next((word for word in ("万亿", "亿", "万") if suffix.startswith(word)), "")
    for shift, moved in _SCALES.items():
        if scale not in moved:
            continue
        interval = one.reread(numeral, shift)
        if interval is not None:
            printed = words.replace(numeral + scale, numeral + moved[scale], 1)
            yield _Edit(_with(operands, place, replace(one, interval=interval)), f"“{words}”疑为“{printed}”")


def _swap(
    operands: tuple[Operand, ...], first: int, second: int, quote: Callable[[Operand], str]
) -> Iterator[_Edit]:
    one, other = operands[first], operands[second]
    if one.claim is None or other.claim is None or one.claim.unit != other.claim.unit:
        return
    swapped = list(operands)
    swapped[first] = replace(one, interval=other.interval)
    swapped[second] = replace(other, interval=one.interval)
    yield _Edit(tuple(swapped), f"“{quote(one)}”与“{quote(other)}”疑互换")


def edits(numeral: str) -> Iterator[str]:
    """The numerals one slip away: a digit replaced, dropped, added or exchanged with its neighbour, a point moved.

    Args:
        numeral: Arabic digits with at most one point; anything else has no edits.

    Yields:
        Numerals in a good form, each other than the given one; some may come twice.
    """
    digits = numeral.replace(".", "", 1)
    if not digits.isdecimal() or not digits.isascii():
        return
    for place, old in enumerate(numeral):
        if old == ".":
            continue
        for new in "0123456789":
            if new != old:
                yield from _well_formed(numeral[:place] + new + numeral[place + 1 :])
        yield from _well_formed(numeral[:place] + numeral[place + 1 :])
        following = numeral[place + 1 : place + 2]
        if following and following not in (".", old):
            yield from _well_formed(numeral[:place] + following + old + numeral[place + 2 :])
    for place in range(len(numeral) + 1):
        for new in "0123456789":
            yield from _well_formed(numeral[:place] + new + numeral[place:])
    yield from _moved_points(numeral, digits)


def _moved_points(numeral: str, digits: str) -> Iterator[str]:
    point = numeral.find(".") if "." in numeral else len(digits)
    for place in range(1, len(digits) + 1):
        if place != point and abs(place - point) <= 3:
            head, tail = digits[:place], digits[place:]
            yield from _well_formed(f"{head}.{tail}" if tail else head)


def slip_into(one: Operand, needed: Interval) -> bool:
    """Whether one slip in an operand's digits would bring it into an interval.

    Args:
        one: The operand as printed.
        needed: The values that it should have had.

    Returns:
        Whether a numeral of as many decimals, one edit away, rounds to one of those values.
    """
    numeral, claim = one.numeral(), one.claim
    if claim is None or needed.low is None or needed.high is None or not _PLAIN.fullmatch(numeral):
        return False
    places = len(numeral.partition(".")[2])
    last = scale_of(claim).factor / 10**places
    first, final = round(needed.low / last), round(needed.high / last)
    return any(
        one_edit_apart(numeral, _decimal(count, places))
        for count in range(max(0, first), min(final, first + _MOST) + 1)
    )


def _decimal(count: int, places: int) -> str:
    digits = str(count).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def one_edit_apart(one: str, other: str) -> bool:
    """Whether two texts differ by one character replaced, dropped or added, or by two neighbours exchanged."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    head = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return longer[head + 1 :] == shorter[head:]
    swapped = one[head : head + 2] == other[head : head + 2][::-1]
    return one[head + 1 :] == other[head + 1 :] or (swapped and one[head + 2 :] == other[head + 2 :])


def _well_formed(numeral: str) -> Iterator[str]:
    whole, point, rest = numeral.partition(".")
    if whole and (whole == "0" or whole[0] != "0") and (not point or rest):
        yield numeral
