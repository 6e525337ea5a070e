"""Line ends between two lines of running text where the words show that the sentence goes on.

A line that ends without a stop may be a heading. It is none where the break splits a word (面⏎临, 现代⏎化), where the
next line begins with what cannot begin a sentence (性, 们, the particle 的), or where the line ends with what cannot
end one (把, 和).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checks.rules.repetition.words import word_pairs
from extract.han import HAN
from extract.late import late

_LINE_END = late(f"(?<={HAN})\\n+(?={HAN})")
_CLAUSE = late("[，。；,]")
_STOP = late("[。；！]")
_NUMBERED = late(
    "(?:[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十百]{1,3}[章节節条條编部，]|[首其再]先?次?，|附[件表录]|各位|同志们)"
)
_NO_BEGINNING = frozenset("的了着们性化之及等和与而")
_NO_END = frozenset("的和与及在把将对为是从向以被由并或其该")
_LEAST = 8
_LONG = 22
_REACH = 400


class Break(NamedTuple):
    """A line end inside a sentence.

    Attributes:
        start: Offset of the first line end in the analysis text.
        end: Offset after the last one.
        splits: Whether it splits a word.
        told: Whether the words at the break tell; else only the length of the line does.
    """

    start: int
    end: int
    splits: bool
    told: bool = True


def splits_word(text: str, left: int, right: int) -> bool:
    """Whether the characters that end before ``left`` and begin at ``right`` are two halves of one word.

    Args:
        text: The analysis text.
        left: Offset after the first half.
        right: Offset of the second half.
    """
    pairs = word_pairs()
    return (
        text[left - 1] + text[right] in pairs.known
        and text[left - 2 : left] not in pairs.ending
        and text[right : right + 2] not in pairs.beginning
    )


def line_breaks(text: str) -> Iterator[Break]:
    """Find the line ends that are left in the analysis text and stand inside a sentence.

    Args:
        text: The analysis text.
    """
    pairs = word_pairs()
    loose: list[Break] = []
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        first = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH)
        if start - first < _LEAST or _NUMBERED.match(text, end):
            continue
        last = text.find("\n", end, end + _REACH)
        last = last if last >= 0 else min(len(text), end + _REACH)
        if splits_word(text, start, end):
            yield Break(start, end, True)
            continue
        if not (_CLAUSE.search(text, first, start) and _CLAUSE.search(text, end, last)):
            continue
        ends = text[start - 2 : start] in pairs.ending
        begins = text[end : end + 2] in pairs.beginning
        if (
            (text[start - 1] + text[end] in pairs.known and not (ends and begins))
            or (text[end] in _NO_BEGINNING and not begins)
            or (text[start - 1] in _NO_END and not ends)
        ):
            yield Break(start, end, False)
        elif start - first >= _LONG and _STOP.search(text, end, last):
            loose.append(Break(start, end, False, told=False))
    if len(loose) == 1:
        yield loose[0]
