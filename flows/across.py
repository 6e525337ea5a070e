"""The documents of a run held against each other, after each has been audited by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import groupby
from pathlib import Path

import numpy as np

from checks.across.conflicts import conflict
from checks.across.draft import SHOWN, Draft, Spot, findings_of
from checks.across.join import blocks, joined, most_documents, repeated
from checks.across.minhash import Numbers, clusters, similarity
from checks.across.paragraphs import copied
from checks.across.rules import NEAR_DUPLICATE, OTHER_NUMBERS, SAME_PARAGRAPH
from checks.across.twins import template, twins
from checks.finding import Finding, Place
from checks.policy import Policy
from flows.batches import MOST_BYTES, MOST_DOCUMENTS
from reports.marks import RunMarks
from reports.rows import Decisions, document_id
from reports.run_folder import add_findings, read_text
from reports.run_records import DocumentSummary

_TEXTS = 16
"""Texts of documents that stay in memory while their words are quoted."""


def compare(
    summaries: Sequence[DocumentSummary], out: Path, policy: Policy, decisions: Decisions
) -> list[DocumentSummary]:
    """Find what is repeated across the documents of a run, and tell it in their reports.

    Args:
        summaries: The documents, whose parts were written with their marks.
        out: The run's folder.
        policy: Which rules run and how grave they are.
        decisions: What reviewers decided so far.

    Returns:
        A summary of each document, new ones for those that a finding concerns. Order of the documents, parts and
        workers does not change the findings.

    Raises:
        OutputError: If a part is missing or broken, or the folder cannot be written.
    """
    documents = {summary.source: summary for summary in summaries}
    if len(documents) < 2:
        return list(documents.values())
    marks = RunMarks(out, documents)
    sizes = [documents[source].size for source in marks.sources]
    told = _told(find_across(marks, policy), marks.sources, sizes, out, policy)
    for number, found in enumerate(told):
        for summary in add_findings(found, out, f"run.{number:06}", policy, decisions):
            documents[summary.source] = summary
    return list(documents.values())


def find_across(marks: RunMarks, policy: Policy) -> Iterator[Draft]:
    """Hold the documents of a run against each other; the time grows with their number, not with its square.

    Args:
        marks: What the documents are compared by.
        policy: Which rules run on which document.

    Yields:
        Findings by the number of their document.
    """
    most = most_documents(len(marks.sources))
    roots = _roots(marks)
    near = sorted(_near(marks, roots, most, policy), key=lambda draft: draft.spot)
    other = sorted(_other_numbers(marks, most, policy), key=lambda draft: draft.spot)
    same = _same_paragraphs(marks, roots, most, policy)
    return merge(near, other, same, key=lambda draft: draft.spot.document)


def _roots(marks: RunMarks) -> Numbers:
    """For each document the number of the first one of its group."""
    roots = np.arange(len(marks.sources))
    signed = np.flatnonzero(marks.signed)
    roots[signed] = signed[clusters(marks.signatures[signed])]
    return roots


def _near(marks: RunMarks, roots: Numbers, most: int, policy: Policy) -> Iterator[Draft]:
    order = np.argsort(roots, kind="stable")
    bounds = np.flatnonzero(np.diff(roots[order])) + 1
    allowed = _allowed(NEAR_DUPLICATE, marks, policy)
    for group in np.split(order, bounds):
        numbers = [number for number in group.tolist() if allowed[number]] if len(group) > 1 else []
        if len(numbers) > most:
            openings = [Spot(number, *marks.member(number).opening) for number in numbers[: SHOWN + 1]]
            yield template(openings, len(numbers))
        elif len(numbers) > 1:
            first, second = numbers[:2]
            alike = similarity(marks.signatures[first], marks.signatures[second : second + 1])
            yield twins([marks.member(number) for number in numbers], float(alike[0]), marks.sources)


def _other_numbers(marks: RunMarks, most: int, policy: Policy) -> Iterator[Draft]:
    allowed = _allowed(OTHER_NUMBERS, marks, policy)
    for passages in marks.passes("sentences"):
        mine = passages.take(allowed[passages.document])
        for sentences in marks.sentence_groups(repeated(mine, most, marks.skeletons, differing=True)):
            draft = conflict(sentences, marks.sources)
            if draft is not None:
                yield draft


def _same_paragraphs(marks: RunMarks, roots: Numbers, most: int, policy: Policy) -> Iterator[Draft]:
    allowed = _allowed(SAME_PARAGRAPH, marks, policy)
    chosen = joined(
        [
            repeated(passages.take(allowed[passages.document]), most, roots, differing=False)
            for passages in marks.passes("paragraphs")
        ]
    )
    return (copied(block, marks.sources) for block in blocks(chosen))


def _allowed(code: str, marks: RunMarks, policy: Policy) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """On which documents a rule runs."""
    return np.array([policy.runs(code, source) for source in marks.sources], dtype=bool)


def _told(
    drafts: Iterable[Draft], sources: Sequence[str], sizes: Sequence[int], out: Path, policy: Policy
) -> Iterator[dict[str, tuple[Finding, ...]]]:
    """The findings by document, for as many documents at a time as a batch has, so that few are in memory."""
    text = lru_cache(_TEXTS)(lambda number: read_text(out, document_id(sources[number])))

    def place(spot: Spot) -> Place:
        quote = text(spot.document)[spot.start : spot.end]
        return Place(sources[spot.document], spot.start, spot.end, quote)

    found: dict[str, tuple[Finding, ...]] = {}
    size = 0
    for number, own in groupby(drafts, key=lambda draft: draft.spot.document):
        placed = [(draft, place(draft.spot), tuple(map(place, draft.related))) for draft in own]
        found[sources[number]] = findings_of(placed, policy)
        size += sizes[number]
        if len(found) == MOST_DOCUMENTS or size >= MOST_BYTES:
            yield found
            found, size = {}, 0
    if found:
        yield found
