"""Two drafts of one document: which numbers changed, and what depends on them and did not follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checks.alignment import align
from checks.audit import Audit
from checks.engine import PlacedRelation
from checks.finding import Place
from checks.subject import same_period, subject_key
from extract import Reading
from extract.claim import Claim
from extract.late import late

_DIGITS = late(r"\d+")
_BLANKS = late(r"\s+")
_LEAD = 40
"""Characters before a claim that tell it from the others of its sentence."""

Sort = Literal["changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class DraftNumber:
    """One number of a draft.

    Attributes:
        claim: What it says.
        place: Where it stands in the text as read.
    """

    claim: Claim
    place: Place


@dataclass(frozen=True, slots=True)
class ChangedNumber:
    """A number that differs between two drafts, with what depends on it and did not follow.

    Attributes:
        sort: Whether it was changed, added or removed.
        old: The number in the old draft, ``None`` for an added one.
        new: The number in the new draft, ``None`` for a removed one.
        broken: Relations of the new draft that it is part of (or was, before it was removed), that are broken now and
            were not before.
        stale: Other mentions of the same thing in the new draft that still fit the old value and not the new one.
    """

    sort: Sort
    old: DraftNumber | None
    new: DraftNumber | None
    broken: tuple[PlacedRelation, ...] = ()
    stale: tuple[DraftNumber, ...] = ()

    @property
    def followed(self) -> bool:
        """Whether everything that depends on it agrees with it."""
        return not self.broken and not self.stale

    def shown(self) -> DraftNumber:
        """The number as it stands now, or as it stood for a removed one.

        Raises:
            ValueError: If it stands in neither draft.
        """
        number = self.new or self.old
        if number is None:
            raise ValueError("a number that stands in neither draft")
        return number


def compare(old: Audit, new: Audit) -> tuple[ChangedNumber, ...]:
    """Compare two drafts.

    Args:
        old: The audit of the earlier draft.
        new: The audit of the later one.

    Returns:
        The numbers that differ in how they are printed, in their order in the new draft; a removed one stands where
        the old draft had it between those that stayed.

    Raises:
        ValueError: If one of the drafts could not be read.
    """
    if old.reading is None or new.reading is None:
        raise ValueError("both drafts must be readable")
    pairs = _pair_claims(old.reading, new.reading)
    taken = set(pairs.values())
    broken = _newly_broken(old, new, pairs, set(range(len(new.reading.claims))) - taken)
    mentions = _by_subject(new.reading.claims)
    found: list[tuple[tuple[int, int], ChangedNumber]] = []
    before = -1
    for claim in old.reading.claims:
        number = pairs.get(claim.number)
        was = _placed(old.reading, claim)
        if number is None:
            relations = tuple(broken.of_removed.get(claim.number, ()))
            found.append(((before, 1), ChangedNumber("removed", was, None, relations)))
            continue
        before = number
        now = new.reading.claims[number]
        if _printed(old.reading, claim) == _printed(new.reading, now):
            continue
        others = tuple(_stale(claim, now, mentions))
        told = {number, *(other.number for other in others)}
        relations = tuple(
            placed for placed in broken.of_standing.get(number, ()) if not _tells_the_same(placed, told)
        )
        stale = tuple(_placed(new.reading, other) for other in others)
        changed = ChangedNumber("changed", was, _placed(new.reading, now), relations, stale)
        found.append(((number, 0), changed))
    for claim in new.reading.claims:
        if claim.number not in taken:
            relations = tuple(broken.of_standing.get(claim.number, ()))
            added = ChangedNumber("added", None, _placed(new.reading, claim), relations)
            found.append(((claim.number, 0), added))
    return tuple(change for _, change in sorted(found, key=lambda item: item[0]))


def _placed(reading: Reading, claim: Claim) -> DraftNumber:
    document = reading.document
    start, end = reading.prose.raw(claim.start, claim.end)
    return DraftNumber(claim, Place(document.source, start, end, document.text[start:end]))


def _printed(reading: Reading, claim: Claim) -> tuple[object, ...]:
    """What two drafts must share for a number to count as unchanged: its words, and which way it goes."""
    return _BLANKS.sub("", reading.prose.text[claim.start : claim.end]), claim.direction


def _pair_claims(old: Reading, new: Reading) -> dict[int, int]:
    """The claims of the old draft with their counterparts in the new one."""
    ours, theirs = _Sentences(old), _Sentences(new)
    pairs: dict[int, int] = {}
    for a, b in align(ours.words, theirs.words, ours.masked, theirs.masked).items():
        one, other = ours.claims.get(a), theirs.claims.get(b)
        if not one or not other:
            continue
        if ours.masked[a] == theirs.masked[b]:
            pairs.update(zip(one, other, strict=False))
            continue
        keys = _claim_keys(old, one), _claim_keys(new, other)
        inside = align(keys[0][0], keys[1][0], keys[0][1], keys[1][1])
        pairs.update((one[i], other[j]) for i, j in inside.items())
    for key in (_said_with_number, _named_with_number, _said):
        _pair_by_subject(old, new, pairs, key)
    return pairs


class _Sentences:
    """The sentences of a draft, as printed and with their numbers masked, and the claims that each holds."""

    def __init__(self, reading: Reading) -> None:
        text = reading.prose.text
        self.claims: dict[int, list[int]] = defaultdict(list)
        for claim in reading.claims:
            self.claims[claim.sentence].append(claim.number)
        self.words: list[str] = []
        self.masked: list[str] = []
        for number, sentence in enumerate(reading.outline.sentences):
            parts = []
            cursor = sentence.start
            for index in self.claims.get(number, ()):
                claim = reading.claims[index]
                parts += [text[cursor : max(cursor, claim.start)], "#"]
                cursor = max(cursor, claim.end)
            parts.append(text[cursor : max(cursor, sentence.end)])
            self.words.append(_BLANKS.sub("", text[sentence.start : sentence.end]))
            self.masked.append(_BLANKS.sub("", _DIGITS.sub("0", "".join(parts))))


def _claim_keys(reading: Reading, numbers: Sequence[int]) -> tuple[list[str], list[str]]:
    """For each claim of a sentence the words that lead to it, with its own words and with its unit alone."""
    text = reading.prose.text
    cursor = reading.outline.sentences[reading.claims[numbers[0]].sentence].start
    exact, masked = [], []
    for number in numbers:
        claim = reading.claims[number]
        lead = text[max(cursor, claim.start - _LEAD) : max(cursor, claim.start)]
        exact.append(_BLANKS.sub("", lead + text[claim.start : claim.end]))
        masked.append(_BLANKS.sub("", _DIGITS.sub("0", lead)) + f"#{claim.unit}")
        cursor = claim.end
    return exact, masked


def _said(reading: Reading, claim: Claim) -> Hashable | None:
    key = subject_key(claim)
    if key is None:
        return None
    period = claim.period
    return (*key, (period.start, period.end) if period and period.start else period and period.text)


def _said_with_number(reading: Reading, claim: Claim) -> Hashable | None:
    said = _said(reading, claim)
    return None if said is None else (said, _printed(reading, claim))


def _named_with_number(reading: Reading, claim: Claim) -> Hashable | None:
    """Without the period, which other words around the number may have told."""
    key = subject_key(claim)
    return None if key is None else (key, _printed(reading, claim))


def _pair_by_subject(
    old: Reading, new: Reading, pairs: dict[int, int], key: Callable[[Reading, Claim], Hashable | None]
) -> None:
    """Pair what is left where both drafts say one thing once: a sentence that was rewritten, split or joined."""
    taken = set(pairs.values())
    left: dict[Hashable, list[int]] = defaultdict(list)
    right: dict[Hashable, list[int]] = defaultdict(list)
    for reading, kept, book in ((old, pairs, left), (new, taken, right)):
        for claim in reading.claims:
            said = key(reading, claim) if claim.number not in kept else None
            if said is not None:
                book[said].append(claim.number)
    for said, numbers in left.items():
        if len(numbers) == 1 == len(right.get(said, ())):
            pairs[numbers[0]] = right[said][0]


def _by_subject(claims: Sequence[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    book: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = subject_key(claim)
        if key is not None:
            book[key].append(claim)
    return book


def _stale(was: Claim, now: Claim, mentions: dict[tuple[str, ...], list[Claim]]) -> Iterator[Claim]:
    """The other mentions of a changed number that say what it said before."""
    key = subject_key(now)
    for other in mentions.get(key, ()) if key is not None else ():
        if other.number == now.number or not same_period(other.period, now.period):
            continue
        if _agree(other, was) and not _agree(other, now):
            yield other


def _tells_the_same(placed: PlacedRelation, told: set[int]) -> bool:
    """Whether a broken relation only says that a mention is stale which is told already."""
    relation = placed.relation
    return relation.kind == "mention" and all(member.claim in told for member in relation.members)


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two claims of one unit can state one value."""
    if one.masked or other.masked:
        return one.masked and other.masked
    if (one.direction == "down") != (other.direction == "down"):
        return False
    if one.interval is None or other.interval is None:
        return one.values == other.values
    return one.interval.meets(other.interval)


@dataclass(frozen=True, slots=True)
class _Broken:
    """Relations that the changes broke, by the number of a claim of the new draft and of the old one."""

    of_standing: dict[int, list[PlacedRelation]]
    of_removed: dict[int, list[PlacedRelation]]


def _newly_broken(old: Audit, new: Audit, pairs: dict[int, int], added: set[int]) -> _Broken:
    """The broken relations of the new draft that were not broken between the same numbers before."""
    # Numbers of both drafts are told apart by their sign where they have no counterpart.
    book: dict[tuple[str, int], list[tuple[frozenset[int], PlacedRelation]]] = defaultdict(list)
    for placed in old.relations:
        members = frozenset(
            pairs.get(member.claim, -1 - member.claim)
            for member in placed.relation.members
            if member.claim is not None
        )
        for member in members:
            book[placed.relation.rule, member].append((members, placed))
    standing: dict[int, list[PlacedRelation]] = defaultdict(list)
    removed: dict[int, list[PlacedRelation]] = defaultdict(list)
    for placed in new.relations:
        if placed.relation.state != "broken":
            continue
        members = frozenset(member.claim for member in placed.relation.members if member.claim is not None)
        kept = members - added
        before = [
            entry
            for member in sorted(kept)[:1]
            for entry in book.get((placed.relation.rule, member), ())
            if len(entry[0] & kept) >= min(2, len(kept))
        ]
        if any(entry[0] == members and entry[1].relation.state == "broken" for entry in before):
            continue
        for member in members:
            standing[member].append(placed)
        for others, relation in before:
            if relation.relation.state == "holds" and kept <= others:
                for member in others:
                    if member < 0:
                        removed[-1 - member].append(placed)
    return _Broken(standing, removed)
