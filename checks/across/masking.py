"""Words with their numbers masked, so that texts which differ in numbers alone look alike."""

from __future__ import annotations

import hashlib
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from extract.late import late

# Dates stay: figures of another period are no contradiction. Each match takes its digits whole, so the pass is linear.
_NUMBER = late(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
    r"|(?:\d{1,4}[-—–~～至到]|\d{1,2}、){0,3}+\d{1,4}[年月日号时点]"
    r"|(\d[\d,]*+(?:\.\d++)?+)"
)
_NO_WORD = late(r"[\W_]+")
_BLANKS = late(r"\s+")
_MASK = "0"
_LONGEST = 40
_EXACT = Context(prec=2 * _LONGEST)


class Value(NamedTuple):
    """A number that was masked.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        digits: The number as printed, without commas.
    """

    start: int
    end: int
    digits: str


def masked(text: str, start: int, end: int) -> tuple[str, tuple[Value, ...]]:
    """Mask the numbers of a stretch of the analysis text.

    Args:
        text: The analysis text.
        start: Offset of the first character.
        end: Offset after the last character.

    Returns:
        Its letters, digits of dates and a mask for each number, without blanks and punctuation; and the numbers.
    """
    values = []
    kept = []
    position = start
    for match in _NUMBER.finditer(text, start, end):
        if match[1] is None:
            continue
        kept.append(text[position : match.start()])
        position = match.end()
        values.append(Value(match.start(), match.end(), match[1].replace(",", "")))
    kept.append(text[position:end])
    return _MASK.join([_NO_WORD.sub("", words) for words in kept]), tuple(values)


def compact(words: str) -> str:
    """Words without blanks and line ends, which a change of layout moves."""
    return _BLANKS.sub("", words)


def hashed(words: str) -> int:
    """A hash that is the same in every process, as a signed integer of 64 bits."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def agree(one: str, two: str) -> bool:
    """Whether two printed numbers may be one, printed with more and with fewer digits after the point."""
    if one == two:
        return True
    if max(len(one), len(two)) > _LONGEST:
        return False
    fewer, more = sorted(map(Decimal, (one, two)), key=lambda value: -int(value.as_tuple().exponent))
    return any(
        more.quantize(fewer, rounding=rounding, context=_EXACT) == fewer
        for rounding in (ROUND_HALF_UP, ROUND_DOWN)
    )
