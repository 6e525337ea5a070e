"""Two sequences of texts aligned: equal ones first, then those that differ in their numbers, then similar ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

_MOST_CELLS = 30_000_000
"""Pairs in a gap up to which its longest common subsequence is searched: 4 MB of memory, a tenth of a second."""
_WINDOW = 12
"""How far from its expected place a similar text is looked for."""
_ALIKE = 55.0
"""Least similarity, of 100, of two wordings of one sentence."""
_COMPARED = 400
"""Characters of a text that its similarity is judged by."""

Pairs = dict[int, int]


def align(
    old: Sequence[str], new: Sequence[str], old_masked: Sequence[str], new_masked: Sequence[str]
) -> Pairs:
    """Align two sequences.

    Texts that stand once on both sides are anchors; between them the longest common sequence of texts without their
    numbers counts, then similarity near the expected place, then equality anywhere (a paragraph that was moved). The
    cost is linear but for gaps of a bounded size, so that no text can make it slow.

    Args:
        old: The texts of the old sequence.
        new: The texts of the new one.
        old_masked: The old texts with their numbers masked, parallel to ``old``.
        new_masked: The new texts likewise.

    Returns:
        The index of each old text that has a counterpart, with the counterpart's index.
    """
    pairs: Pairs = {}
    gaps: list[tuple[int, int, int, int]] = []
    for gap in _gaps(_anchors(old, new), len(old), len(new)):
        gaps += _inside(old_masked, new_masked, pairs, gap)
    for gap in gaps:
        _pair_similar(old_masked, new_masked, pairs, gap)
    taken = set(pairs.values())
    for one, other in ((old, new), (old_masked, new_masked)):
        _pair_moved(one, other, pairs, taken)
    return pairs


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Texts that stand once on both sides, as many as keep their order."""
    often_old, often_new = Counter(old), Counter(new)
    places = {text: place for place, text in enumerate(new) if often_new[text] == 1}
    candidates = [(i, places[text]) for i, text in enumerate(old) if often_old[text] == 1 and text in places]
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, (_, j) in enumerate(candidates):
        rank = bisect_left(tails, j)
        previous.append(ends[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(j)
            ends.append(place)
        else:
            tails[rank], ends[rank] = j, place
    chain: list[tuple[int, int]] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(candidates[place])
        place = previous[place]
    return chain[::-1]


def _gaps(
    anchors: Sequence[tuple[int, int]], old_end: int, new_end: int
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that anchors close, each with the anchor that closes it."""
    i = j = 0
    for a, b in anchors:
        yield i, a + 1, j, b + 1
        i, j = a + 1, b + 1
    yield i, old_end, j, new_end


def _inside(
    old: Sequence[str], new: Sequence[str], pairs: Pairs, gap: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Pair what is equal without its numbers, from both ends and then in between; yields what stays open."""
    i, k, j, m = gap
    while i < k and j < m and old[k - 1] == new[m - 1]:
        k, m = k - 1, m - 1
        pairs[k] = m
    while i < k and j < m and old[i] == new[j]:
        pairs[i] = j
        i, j = i + 1, j + 1
    if i == k or j == m:
        return
    if (k - i) * (m - j) > _MOST_CELLS:
        yield i, k, j, m
        return
    last_i, last_j = i, j
    for run in LCSseq.opcodes(old[i:k], new[j:m]):
        if run.tag == "equal":
            a, c, size = i + run.src_start, j + run.dest_start, run.src_end - run.src_start
            pairs.update((a + step, c + step) for step in range(size))
            yield last_i, a, last_j, c
            last_i, last_j = a + size, c + size
    yield last_i, k, last_j, m


def _pair_similar(
    old: Sequence[str], new: Sequence[str], pairs: Pairs, gap: tuple[int, int, int, int]
) -> None:
    i, k, j, m = gap
    if i == k or j == m:
        return
    found: list[tuple[float, int, int, int]] = []
    for a in range(i, k):
        expected = j + (a - i) * (m - j) // (k - i)
        for b in range(max(j, expected - _WINDOW), min(m, expected + _WINDOW + 1)):
            score = ratio(old[a][:_COMPARED], new[b][:_COMPARED], score_cutoff=_ALIKE)
            if score:
                found.append((-score, abs(b - expected), a, b))
    taken: set[int] = set()
    for _, _, a, b in sorted(found):
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)


def _pair_moved(old: Sequence[str], new: Sequence[str], pairs: Pairs, taken: set[int]) -> None:
    spare: dict[str, deque[int]] = defaultdict(deque)
    for place, text in enumerate(new):
        if place not in taken:
            spare[text].append(place)
    for place, text in enumerate(old):
        if place not in pairs and spare.get(text):
            pairs[place] = spare[text].popleft()
            taken.add(pairs[place])
