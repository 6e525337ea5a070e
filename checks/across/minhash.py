"""MinHash signatures of texts and the groups of documents that they show to be nearly the same.

A. Broder, On the resemblance and containment of documents (1997); banding after J. Leskovec, A. Rajaraman and
J. Ullman, Mining of Massive Datasets, section 3.4: 16 bands of 4 rows bring two texts together that share 80 % of their
shingles with a probability of 0.9998.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

PERMUTATIONS = 64
BANDS = 16
SHINGLE = 5
ALIKE = 0.8
"""Share of the shingles that two documents have in common from which they are nearly the same."""

Signatures = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.int64]

_Words = npt.NDArray[np.uint64]
_CHUNK = 65_536
_MOST_MODELS = 8


def _mixed(words: _Words) -> _Words:
    """The finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): each bit of the result depends on all."""
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))


_SEEDS = _mixed(np.arange(1, 2 * PERMUTATIONS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
_FACTORS = _SEEDS[:PERMUTATIONS] | np.uint64(1)
_SUMMANDS = _SEEDS[PERMUTATIONS:]


def signature(words: str) -> Signatures:
    """The MinHash signature of a text's shingles of 5 characters.

    Args:
        words: The text, of at least 5 characters.

    Returns:
        64 numbers; two texts agree in the share of them that they share of their shingles, give or take 0.05.
    """
    points = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    least = np.full(PERMUTATIONS, np.iinfo(np.uint32).max, dtype=np.uint64)
    for start in range(0, len(points) - SHINGLE + 1, _CHUNK):
        shingles = _shingles(points[start : start + _CHUNK + SHINGLE - 1].astype(np.uint64))
        for number in range(PERMUTATIONS):
            images = (shingles * _FACTORS[number] + _SUMMANDS[number]) >> np.uint64(32)
            least[number] = min(least[number], images.min())
    return least.astype(np.uint32)


def _shingles(points: _Words) -> _Words:
    """A number for each different shingle of a stretch of a text."""
    count = len(points) - SHINGLE + 1
    rolled = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        rolled = rolled * np.uint64(0x100000001B3) + points[place : place + count]
    return np.unique(_mixed(rolled))


def similarity(one: Signatures, others: Signatures) -> npt.NDArray[np.float64]:
    """The share of shingles that a document has in common with each of others, from their signatures."""
    shares: npt.NDArray[np.float64] = np.mean(others == one, axis=1)
    return shares


def clusters(signatures: Signatures) -> Numbers:
    """The groups of nearly equal documents.

    Documents that agree in a band are held against the first of them, those unlike it against the first that is left, and
    so on a few times: the work is linear in the documents however many of them agree.

    Args:
        signatures: One row a document, in an order that does not change from run to run.

    Returns:
        For each document the number of the first one of its group; its own number where it has none.
    """
    roots = list(range(len(signatures)))
    for band in range(BANDS):
        width = PERMUTATIONS // BANDS
        rows = np.ascontiguousarray(signatures[:, band * width : (band + 1) * width])
        for bucket in _buckets(rows):
            left = bucket
            for _ in range(_MOST_MODELS):
                if len(left) < 2:
                    break
                alike = similarity(signatures[left[0]], signatures[left]) >= ALIKE
                for other in left[alike][1:].tolist():
                    _unite(roots, int(left[0]), other)
                left = left[~alike]
    return np.array([_root(roots, number) for number in range(len(roots))], dtype=np.int64)


def _buckets(rows: npt.NDArray[Any]) -> Iterator[Numbers]:
    """The numbers of equal rows, in order, where there are two or more."""
    keys = rows.view(np.uint64)
    order = np.lexsort((keys[:, 1], keys[:, 0]))
    ordered = keys[order]
    new = np.ones(len(order) + 1, dtype=bool)
    new[1:-1] = np.any(ordered[1:] != ordered[:-1], axis=1)
    bounds = np.flatnonzero(new)
    for number in np.flatnonzero(np.diff(bounds) > 1).tolist():
        yield order[bounds[number] : bounds[number + 1]]


def _root(roots: list[int], number: int) -> int:
    while roots[number] != number:
        roots[number] = roots[roots[number]]
        number = roots[number]
    return number


def _unite(roots: list[int], one: int, two: int) -> None:
    first, second = sorted((_root(roots, one), _root(roots, two)))
    roots[second] = first
