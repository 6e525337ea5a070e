"""The claims of a text of our own, by the words that are quoted."""

from __future__ import annotations

from extract import Reading, extract, read_document
from extract.claim import Claim


def read(text: str) -> Reading:
    """The reading of a plain text."""
    return extract(read_document("样例.txt", text.encode()))


def claims(text: str) -> dict[str, Claim]:
    """The claims by quote; a quote that stands twice keeps its last claim."""
    reading = read(text)
    return {reading.prose.text[claim.start : claim.end]: claim for claim in reading.claims}
