"""Which documents the present standards of numerals and punctuation can be held against."""

from __future__ import annotations

from extract import Reading
from extract.late import late

_YEAR = late(
    r"(?<![0-9.,])(?:1[89]|20)[0-9]{2}(?=年)|一[八九][一二三四五六七八九〇○零]{2}(?=年)|二[〇○零][一二三四五六七八九〇○零]{2}(?=年)"
)
_DIGITS = str.maketrans("一二三四五六七八九〇○零", "123456789000")

FIRST_YEAR = 1996
"""The year in which GB/T 15834 and GB/T 15835 (first editions of 1995) came into force."""


def before_the_standard(reading: Reading) -> bool:
    """Whether a document is older than the standards on numerals and punctuation.

    Its own date decides; without one, the latest year that it names.
    """
    dated = reading.outline.dated
    if dated is not None:
        return dated[0] < FIRST_YEAR
    years = [int(match[0].translate(_DIGITS)) for match in _YEAR.finditer(reading.prose.text)]
    return bool(years) and max(years) < FIRST_YEAR
