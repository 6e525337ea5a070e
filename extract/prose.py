"""The analysis text of a document and the way back to the text as read."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the raw text that the analysis text leaves out.

    Attributes:
        start: Raw offset of its first character.
        end: Raw offset after its last character.
        reason: ``gloss`` (pinyin after a character), ``break`` (a line or page break inside a sentence),
            ``space`` (a blank inside a word) or ``invisible``.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Text folded for analysis: one script, one width, no glosses, no breaks inside sentences.

    Every stage after normalisation counts offsets in ``text``; :meth:`raw` leads back.

    Attributes:
        text: The folded text.
        offsets: Raw offset of each character of ``text``; ``None`` when nothing was cut, so that both agree.
        cuts: What was left out, in order.
        printed: The characters of ``text`` as the document prints them, before folding.
    """

    text: str
    offsets: array[int] | None
    cuts: tuple[Cut, ...]
    printed: str

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of the analysis span ``start`` to ``end`` (half-open, not empty)."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, raw: int) -> int:
        """The first analysis offset at or after a raw offset."""
        if self.offsets is None:
            return min(raw, len(self.text))
        return bisect_left(self.offsets, raw)


def cut_out(folded: str, cuts: Iterable[Cut], original: str) -> Prose:
    """Leave the cuts out of a text that has already been folded character by character.

    Args:
        folded: The raw text with characters replaced one for one.
        cuts: Stretches to leave out, in any order; overlapping ones count once.
        original: The raw text before folding, of the same length.

    Returns:
        The analysis text with its map.
    """
    ordered = tuple(sorted(cuts, key=lambda cut: (cut.start, cut.end)))
    if not ordered:
        return Prose(folded, None, (), original)
    kept: list[slice] = []
    offsets: array[int] = array("l")
    position = 0
    for cut in ordered:
        if cut.start > position:
            kept.append(slice(position, cut.start))
            offsets.extend(range(position, cut.start))
        position = max(position, cut.end)
    kept.append(slice(position, len(folded)))
    offsets.extend(range(position, len(folded)))
    text = "".join([folded[part] for part in kept])
    printed = text if original == folded else "".join([original[part] for part in kept])
    return Prose(text, offsets, ordered, printed)
