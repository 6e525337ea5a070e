"""What a document leaves to be compared by: a signature, its numbers, and hashes of its sentences and paragraphs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from checks.across.masking import Value, compact, hashed, masked
from checks.across.minhash import signature
from checks.rules.repetition.sentences import spoken_sentences
from extract import Reading
from extract.claim import Claim

SHORTEST_DOCUMENT = 60
"""Letters and digits that a document must have to be held against others as a whole."""

SHORTEST_SENTENCE = 20
SHORTEST_PARAGRAPH = 50

# Not on the path of the linter, whose start could not pay for a second engine; here the script property says what is meant.
_PLACE = regex.compile(r"\p{Han}{2,6}?(?:自治[区州县旗]|[省市县区州旗盟镇乡])")
_OWN = regex.compile(r"[全我本各][省市县区州镇乡]")


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """A sentence with numbers, in offsets of the text as read.

    Attributes:
        key: Hash of its words with the numbers masked.
        exact: Hash of its numbers.
        start: Offset of its first character.
        end: Offset after its last character.
        values: Its numbers as printed, a JSON list.
        subjects: What each number is about, a JSON list of lists (see :func:`subject`) and nulls.
    """

    key: int
    exact: int
    start: int
    end: int
    values: str
    subjects: str


@dataclass(frozen=True, slots=True)
class ParagraphMark:
    """A paragraph of body text, in offsets of the text as read.

    Attributes:
        key: Hash of its words.
        start: Offset of its first character.
        end: Offset after its last character.
    """

    key: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentMarks:
    """What a document is compared by, in offsets of the text as read.

    Attributes:
        signature: 64 numbers of 32 bits, little-endian; empty for a document that is too short.
        skeleton: Hash of its words with the numbers masked.
        content: Hash of its words.
        opening: Where its first words stand.
        numbers: All numbers that were masked, in order.
        sentences: Its sentences with numbers.
        paragraphs: Its paragraphs.
    """

    signature: bytes
    skeleton: int
    content: int
    opening: tuple[int, int]
    numbers: tuple[Value, ...]
    sentences: tuple[SentenceMark, ...]
    paragraphs: tuple[ParagraphMark, ...]


NO_MARKS = DocumentMarks(b"", 0, 0, (0, 0), (), (), ())
"""What is left by a document that cannot be read."""


def mark_document(reading: Reading) -> DocumentMarks:
    """Make the marks of a document; furniture of its page does not count.

    Args:
        reading: What was read.

    Returns:
        The marks; the same words give the same marks, whatever the file is called.
    """
    text, raw = reading.prose.text, reading.prose.raw
    keys: list[str] = []
    contents: list[str] = []
    numbers: list[Value] = []
    opening = (0, 0)
    for paragraph in reading.outline.paragraphs:
        if paragraph.kind == "chrome":
            continue
        key, values = masked(text, paragraph.start, paragraph.end)
        if not key:
            continue
        if not keys:
            opening = raw(paragraph.start, paragraph.end)
        keys.append(key)
        contents.append(compact(text[paragraph.start : paragraph.end]))
        numbers += [Value(*raw(value.start, value.end), value.digits) for value in values]
    skeleton = "".join(keys)
    long_enough = len(skeleton) >= SHORTEST_DOCUMENT
    return DocumentMarks(
        signature(skeleton).astype("<u4").tobytes() if long_enough else b"",
        hashed(skeleton),
        hashed("".join(contents)),
        opening,
        tuple(numbers),
        tuple(_sentences(reading)),
        tuple(_paragraphs(reading)),
    )


def subject(claim: Claim, place: str) -> tuple[str | None, ...]:
    """What a claim is about: indicator, first and last day of the period, region, and what else must agree.

    Args:
        claim: The claim.
        place: The place that the document's title names, which 全市 and a sentence without a region mean.

    Returns:
        Indicator, first day, last day and region, ``None`` where unknown; then scope, kind, base, status, unit and
        direction.
    """
    period = claim.period
    region = claim.region
    if region is None or _OWN.fullmatch(region):
        region = place or None
    return (
        claim.indicator_key or claim.indicator,
        period.start if period is not None else None,
        period.end if period is not None else None,
        region,
        claim.scope or "",
        claim.kind,
        claim.base or "",
        claim.status,
        claim.unit,
        claim.direction or "",
    )


def _sentences(reading: Reading) -> Iterator[SentenceMark]:
    text = reading.prose.text
    named = _PLACE.search(reading.outline.title)
    place = named.group() if named is not None else ""
    claims = {claim.quantity.numeral.start: claim for claim in reading.claims}
    for sentence in spoken_sentences(text, reading.outline):
        if sentence.key.isalpha():
            continue
        key, values = masked(text, sentence.start, sentence.end)
        if not values or len(key) - len(values) < SHORTEST_SENTENCE:
            continue
        digits = [value.digits for value in values]
        about = [claims.get(value.start) for value in values]
        yield SentenceMark(
            hashed(key),
            hashed(" ".join(digits)),
            *reading.prose.raw(sentence.start, sentence.end),
            json.dumps(digits),
            json.dumps([None if claim is None else subject(claim, place) for claim in about]),
        )


def _paragraphs(reading: Reading) -> Iterator[ParagraphMark]:
    text = reading.prose.text
    for paragraph in reading.outline.paragraphs:
        if paragraph.kind != "body" or paragraph.end - paragraph.start < SHORTEST_PARAGRAPH:
            continue
        words = compact(text[paragraph.start : paragraph.end])
        if len(words) >= SHORTEST_PARAGRAPH:
            yield ParagraphMark(hashed(words), *reading.prose.raw(paragraph.start, paragraph.end))
