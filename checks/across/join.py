"""Which passages stand in several documents: one sort of their hashes, no pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]

_LARGEST = 50
_LEAST = 5
_SHARE = 5


def most_documents(documents: int) -> int:
    """In how many documents of a run a passage may stand before it is boilerplate.

    More than 50, or more than one in five, is boilerplate; up to five documents are never.
    """
    return min(_LARGEST, max(_LEAST, documents // _SHARE))


@dataclass(frozen=True, slots=True)
class Passages:
    """Sentences or paragraphs of many documents, as columns of equal length.

    Attributes:
        document: Number of the document.
        key: Hash of what must be equal.
        exact: Hash of what may differ.
        start: Offset of the first character in the text as read.
        end: Offset after the last character.
        row: Where the rest about the passage is found.
    """

    document: Numbers
    key: Numbers
    exact: Numbers
    start: Numbers
    end: Numbers
    row: Numbers

    def take(self, which: npt.NDArray[np.int64] | npt.NDArray[np.bool_]) -> Passages:
        """Some of the passages, by number or by choice."""
        return Passages(*(getattr(self, field.name)[which] for field in fields(self)))

    def rows(self) -> Numbers:
        """The passages as rows of whole numbers, columns in the order of the attributes."""
        return np.stack([getattr(self, field.name) for field in fields(self)], axis=1)


def joined(parts: list[Passages]) -> Passages:
    """Passages one after the other; of no parts, none."""
    if not parts:
        return Passages(*(np.zeros(0, dtype=np.int64) for _ in fields(Passages)))
    return Passages(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Passages))
    )


def repeated(passages: Passages, most: int, told: Numbers, differing: bool) -> Passages:
    """The passages whose key stands in several documents.

    Args:
        passages: Passages in any order, all of a key among them.
        most: In how many documents a key may stand.
        told: A number for each document; a key is left out where all its documents carry one number, because what is to
            be told of them has been told.
        differing: Whether a key counts only where ``exact`` differs.

    Returns:
        The passages, by key, document and place.
    """
    ordered = passages.take(np.lexsort((passages.start, passages.document, passages.key)))
    if not len(ordered.key):
        return ordered
    starts = _starts(ordered.key)
    firsts = _firsts(ordered)
    documents = np.add.reduceat(firsts.astype(np.int64), starts)
    labels = told[ordered.document]
    chosen = (documents > 1) & (documents <= most) & _varied(labels, starts)
    if differing:
        chosen &= _varied(ordered.exact, starts)
    sizes = np.diff(np.append(starts, len(ordered.key)))
    return ordered.take(np.repeat(chosen, sizes))


def groups(ordered: Passages) -> Iterator[Passages]:
    """The passages of each key, one key after the other."""
    starts = [*_starts(ordered.key).tolist(), len(ordered.key)]
    for start, end in pairwise(starts):
        yield ordered.take(np.arange(start, end))


def blocks(ordered: Passages) -> Iterator[list[Passages]]:
    """Keys that stand in the same documents, together.

    Args:
        ordered: Passages as :func:`repeated` gives them.

    Yields:
        The passages of each key, one a document, the documents in order; the keys of a block by their place in the
        first document, the blocks by their first document.
    """
    if not len(ordered.key):
        return
    once = ordered.take(_firsts(ordered))
    starts = _starts(once.key)
    ends = np.append(starts[1:], len(once.key))
    members = np.add.reduceat(_scattered(once.document), starts)
    home, place = once.document[starts], once.start[starts]
    block: list[Passages] = []
    last = (-1, 0)
    for number in np.lexsort((place, members, home)).tolist():
        now = (int(home[number]), int(members[number]))
        if block and now != last:
            yield block
            block = []
        last = now
        block.append(once.take(np.arange(starts[number], ends[number])))
    yield block


def _starts(keys: Numbers) -> Numbers:
    """Where each run of equal keys begins."""
    if not len(keys):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))


def _firsts(ordered: Passages) -> npt.NDArray[np.bool_]:
    """Which passages are the first of their key in their document."""
    changed = (ordered.key[1:] != ordered.key[:-1]) | (ordered.document[1:] != ordered.document[:-1])
    return np.append(True, changed)


def _varied(values: Numbers, starts: Numbers) -> npt.NDArray[np.bool_]:
    """Which runs hold different values."""
    return np.asarray(np.minimum.reduceat(values, starts) != np.maximum.reduceat(values, starts))


def _scattered(documents: Numbers) -> npt.NDArray[np.uint64]:
    """Numbers whose sums tell sets of documents apart."""
    words = (documents.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    return words ^ (words >> np.uint64(27))
