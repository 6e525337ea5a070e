"""C12: a sentence that stands in several documents with other numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from checks.across.draft import SHOWN, Draft, Spot, named
from checks.across.masking import agree
from checks.across.rules import OTHER_NUMBERS

_NAMES = 4
"""Of a subject's parts the first four must be known: indicator, first day, last day, region."""

_SHOWN_NUMBERS = 5

Proof = Literal["same", "unknown", "other"]


class Said(NamedTuple):
    """A sentence as one document has it.

    Attributes:
        spot: Where it stands.
        values: Its numbers.
        subjects: What each of them is about, ``None`` where unknown.
    """

    spot: Spot
    values: tuple[str, ...]
    subjects: tuple[tuple[str | None, ...] | None, ...]


def conflict(sentences: Sequence[Said], sources: Sequence[str]) -> Draft | None:
    """Judge a sentence that stands in several documents with other numbers.

    Args:
        sentences: The sentence wherever it stands, documents in order.
        sources: The names of all documents.

    Returns:
        One finding at the first document that departs from most of the others, or nothing where the numbers may be
        another year's or another place's.
    """
    single = _once(sentences)
    if len(single) < 2:
        return None
    counts = Counter(said.values for said in single)
    usual = max(single, key=lambda said: (counts[said.values], -said.spot.document))
    departing = []
    for said in single:
        judged = _judge(usual, said)
        if judged is not None:
            departing.append((judged[0] != "same", said, *judged))
    if not departing:
        return None
    _, here, proof, pairs = min(departing, key=lambda one: (one[0], one[1].spot))
    others = [said for said in single if said.values == usual.values]
    others += [said for _, said, _, _ in departing if said is not here]
    agreeing = [sources[said.spot.document] for said in single if said.values == usual.values]
    shown = "、".join(f"{own}（该处{other}）" for other, own in pairs[:_SHOWN_NUMBERS])
    proven = proof == "same"
    return Draft(
        OTHER_NUMBERS,
        "conflict" if proven else "repetition",
        "warning" if proven else "info",
        here.spot,
        f"{named(agreeing)}中也有这句话，数字不同：{shown}",
        f"去掉数字后一字不差，共{len(single)}份文件"
        + ("；指标、时期、地区相同" if proven else "；时期或地区未能全部认定"),
        tuple(said.spot for said in others[:SHOWN]),
    )


def _once(sentences: Sequence[Said]) -> list[Said]:
    """Leave out documents that have the sentence with several numbers: there it is a parallel structure."""
    known: dict[int, list[Said]] = {}
    for said in sentences:
        known.setdefault(said.spot.document, []).append(said)
    return [own[0] for own in known.values() if len({said.values for said in own}) == 1]


def _judge(usual: Said, said: Said) -> tuple[Proof, list[tuple[str, str]]] | None:
    """Whether numbers that differ speak of one thing; nothing where they need not, or where they agree."""
    if len(usual.values) != len(said.values):
        return None
    places = [
        number
        for number, (one, two) in enumerate(zip(usual.values, said.values, strict=True))
        if not agree(one, two)
    ]
    proofs = {_compared(usual.subjects[number], said.subjects[number]) for number in places}
    pairs = [(usual.values[number], said.values[number]) for number in places]
    if not proofs or "other" in proofs:
        return None
    if "same" in proofs:
        return "same", pairs
    slip = len(said.values) > 1 and 2 * len(places) <= len(said.values)
    return ("unknown", pairs) if slip else None


def _compared(one: tuple[str | None, ...] | None, two: tuple[str | None, ...] | None) -> Proof:
    if one is None or two is None:
        return "unknown"
    if one[_NAMES:] != two[_NAMES:]:
        return "other"
    names = list(zip(one[:_NAMES], two[:_NAMES], strict=True))
    if any(a is not None and b is not None and a != b for a, b in names):
        return "other"
    return "same" if all(a is not None and a == b for a, b in names) else "unknown"
