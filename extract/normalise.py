"""Normalisation: one script, one width, no glosses, no breaks inside sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.blanks import needless_blanks
from extract.breaks import broken_sentences
from extract.document import Document
from extract.glosses import pinyin_glosses
from extract.late import late
from extract.prose import Cut, Prose, cut_out
from extract.script import fold_characters, fold_words

INVISIBLE = late(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]+"
)
"""Characters that nobody sees: controls, zero-width and bidirectional marks, soft hyphens, variation selectors."""

_NO_LINE_END = "\x1f"
_CARRIAGE_RETURN = late("\r(?=\n)")


def normalise(document: Document) -> Prose:
    """Fold a document's text for analysis.

    Characters are replaced one for one (script and width); then glosses, invisible characters, blanks inside
    sentences and breaks inside sentences are left out, each with its place.

    Args:
        document: The document as read.

    Returns:
        The analysis text with the way back to the text as read.
    """
    folded = fold_characters(document.text)
    cuts: list[Cut] = []
    if "\r" in folded:
        cuts += _cuts(_CARRIAGE_RETURN, folded)
        folded = folded.replace("\r\n", " \n").replace("\r", "\n")
    hidden = _cuts(INVISIBLE, folded)
    if hidden:
        cuts += hidden
        folded = INVISIBLE.sub(lambda match: " " * len(match[0]), folded)
    cuts += pinyin_glosses(folded)
    breaks = broken_sentences(folded, document.blocks)
    cuts += breaks
    cuts += needless_blanks(_on_one_line(folded, breaks))
    prose = cut_out(folded, cuts, document.text)
    return replace(prose, text=fold_words(prose.text))  # a word may have been broken before


def _on_one_line(text: str, breaks: Sequence[Cut]) -> str:
    """The text with every rejoined sentence on one line, all offsets as they were."""
    pieces, position = [], 0
    for cut in breaks:
        pieces += [text[position : cut.start], _NO_LINE_END * (cut.end - cut.start)]
        position = cut.end
    return "".join([*pieces, text[position:]]) if pieces else text


def _cuts(pattern: re.Pattern[str], text: str) -> list[Cut]:
    return [Cut(match.start(), match.end(), "invisible") for match in pattern.finditer(text)]


def spans(cuts: Iterable[Cut], reason: str) -> list[tuple[int, int]]:
    """The places that were left out for one reason, in offsets of the text as read."""
    return [(cut.start, cut.end) for cut in cuts if cut.reason == reason]
