"""What the relations of a document say together: joint contradictions, solved masks, blame and repairs.

Numbers that stand in several relations tie these together. Each relation narrows the values that its numbers may have,
and what it leaves goes on to the next one (interval propagation, exact); where nothing is left for a number, the
relations cannot all hold, although each of them does alone. The relations fall into components that share no number,
and each component is small, so that the work stays linear in the length of the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checks.identity import Identity, Number, solve, within
from checks.relation import Member, Relation
from extract.interval import Interval

_ROUNDS = 6
"""Rounds of narrowing: a chain of more relations than this is nothing that an editor could follow."""
_MOST = 40
"""Relations of one component that are looked at together; a longer chain is made by a machine, or to tire one."""

_MOST_TOLD = 40
"""Contradictions that are told of one document: a text made of them has no editor to read them."""

Domains = dict[Number, Interval]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Relations that hold each alone and cannot hold together.

    Attributes:
        relations: The fewest of them that contradict each other, in order.
        suspects: The numbers of which a change would satisfy all relations of the component, each with the values
            that it would then have to have.
        views: For each number that several of the relations share, what each of these alone makes it.
        surely: Whether they contradict each other when large integers are read as round ones, too.
    """

    relations: tuple[Relation, ...]
    suspects: tuple[tuple[Number, Interval], ...]
    views: tuple[tuple[Number, tuple[Interval, ...]], ...]
    surely: bool


@dataclass(frozen=True, slots=True)
class Solved:
    """A mask and the values that the relations leave it.

    Attributes:
        number: The mask.
        values: What it may stand for; both ends are finite.
        relations: The relations that say so.
    """

    number: Number
    values: Interval
    relations: tuple[Relation, ...]


def _identities(relations: Iterable[Relation]) -> list[tuple[Relation, Identity]]:
    """The relations that are equations and not known to be broken."""
    return [
        (relation, relation.identity)
        for relation in relations
        if relation.identity is not None and relation.state != "broken"
    ]


def _components(
    found: Sequence[tuple[Relation, Identity]],
) -> list[list[tuple[Relation, Identity]]]:
    """The relations in groups that share numbers, each group in order (union and find)."""
    above: dict[Number, Number] = {}

    def top(number: Number) -> Number:
        while above.setdefault(number, number) != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for _, identity in found:
        first = top(identity.numbers[0])
        for number in identity.numbers[1:]:
            above[top(number)] = first
    groups: dict[Number, list[tuple[Relation, Identity]]] = defaultdict(list)
    for relation, identity in found:
        groups[top(identity.numbers[0])].append((relation, identity))
    return list(groups.values())


def _meant(group: Sequence[tuple[Relation, Identity]], wide: bool = False) -> Domains:
    """What each number may stand for as printed; where two relations read it differently, everything between."""
    domains: Domains = {}
    for _, identity in group:
        for number, meant in zip(identity.numbers, identity.wide if wide else identity.meant, strict=True):
            known = domains.get(number)
            domains[number] = meant if known is None or known == meant else _hull(known, meant)
    return domains


def _hull(one: Interval, other: Interval) -> Interval:
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Interval(low, high)


def _narrowed(
    group: Sequence[tuple[Relation, Identity]], printed: Mapping[Number, Interval], rounds: int = _ROUNDS
) -> Domains | None:
    """What the relations leave each number, ``None`` where they contradict each other."""
    domains = dict(printed)
    for _ in range(rounds):
        changed = False
        for _, identity in group:
            for place, number in enumerate(identity.numbers):
                values = [domains[other] for other in identity.numbers]
                left = solve(identity.terms, values, place)
                if left is None:
                    continue
                both = within(domains[number], left)
                if both is None:
                    return None
                if both != domains[number]:
                    domains[number], changed = both, True
        if not changed:
            break
    return domains


def contradictions(relations: Sequence[Relation]) -> Iterator[Contradiction]:
    """Find the relations that cannot all hold together.

    Args:
        relations: The relations of a document.

    Yields:
        One contradiction for each component that has one, in order, as many as a person would read.
    """
    left = _MOST_TOLD
    for group in _components(_identities(relations)):
        if not 2 <= len(group) <= _MOST or not left:
            continue
        printed = _meant(group)
        if _narrowed(group, printed) is not None:
            continue
        chain = _fewest(group, printed)
        if len(chain) < 2:
            continue
        left -= 1
        yield Contradiction(
            tuple(relation for relation, _ in chain),
            tuple(_suspects(group, chain, printed)),
            tuple(_views(chain, printed)),
            _narrowed(chain, _meant(chain, wide=True)) is None,
        )


def _fewest(
    group: list[tuple[Relation, Identity]], printed: Mapping[Number, Interval]
) -> list[tuple[Relation, Identity]]:
    """A chain of relations of which none can be left out without the contradiction going away."""
    chain = list(group)
    for one in group:
        shorter = [other for other in chain if other is not one]
        if _narrowed(shorter, printed) is None:
            chain = shorter
    return chain


def _suspects(
    group: Sequence[tuple[Relation, Identity]],
    chain: Sequence[tuple[Relation, Identity]],
    printed: Mapping[Number, Interval],
) -> Iterator[tuple[Number, Interval]]:
    """The numbers of a chain of which another value would satisfy the whole component."""
    anything = Interval(None, None)
    for number in dict.fromkeys(number for _, identity in chain for number in identity.numbers):
        if any(number in identity.masked for _, identity in chain):
            continue
        left = _narrowed(group, {**printed, number: anything})
        if left is not None:
            yield number, left[number]


def _views(
    chain: Sequence[tuple[Relation, Identity]], printed: Mapping[Number, Interval]
) -> Iterator[tuple[Number, tuple[Interval, ...]]]:
    for number in dict.fromkeys(number for _, identity in chain for number in identity.numbers):
        found = [_alone(identity, printed, number) for _, identity in chain]
        views = tuple(view for view in found if view is not None)
        if len(views) > 1:
            yield number, views


def solved(relations: Sequence[Relation]) -> Iterator[Solved]:
    """Solve for the masks of a document.

    Args:
        relations: The relations of a document.

    Yields:
        Each mask that the relations leave a bounded set of values.
    """
    for group in _components(_identities(relations)):
        masks = dict.fromkeys(number for _, identity in group for number in sorted(identity.masked))
        if not masks or len(group) > _MOST:
            continue
        left = _narrowed(group, _meant(group))
        if left is None:
            continue
        for number in masks:
            values = left[number]
            if values.low is not None and values.high is not None:
                yield Solved(number, values, tuple(_deciding(group, left, number)))


def _deciding(
    group: Sequence[tuple[Relation, Identity]], left: Domains, number: Number
) -> Iterator[Relation]:
    """The relations that set an end of what a number may be."""
    for relation, identity in group:
        own = _alone(identity, left, number)
        if own is not None and (own.low == left[number].low or own.high == left[number].high):
            yield relation


def _alone(identity: Identity, domains: Mapping[Number, Interval], number: Number) -> Interval | None:
    """What one relation alone leaves a number, ``None`` where it says nothing about it."""
    if number not in identity.numbers:
        return None
    values = [domains[other] for other in identity.numbers]
    return solve(identity.terms, values, identity.numbers.index(number))


def settled(relations: Sequence[Relation], quote: Callable[[Member], str]) -> list[Relation]:
    """Choose repairs and blame for the broken relations in the light of those that hold.

    Args:
        relations: The relations of a document.
        quote: The words of a member.

    Returns:
        The relations in the same order. A broken one carries the only repair that leaves the others whole, and points
        at the only member that no other relation vouches for.
    """
    holding: dict[int, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.state == "holds" and relation.strength == "strong":
            for member in relation.members:
                if member.claim is not None:
                    holding[member.claim].append(relation)
    return [
        _blamed(_mended(relation, holding), holding, quote) if relation.state == "broken" else relation
        for relation in relations
    ]


def _mended(relation: Relation, holding: Mapping[int, Sequence[Relation]]) -> Relation:
    fitting = [repair for repair in relation.repairs if _leaves_whole(repair.changed, holding)]
    if len(fitting) != 1:
        return relation
    return replace(relation, suggestion=fitting[0].words)


def _leaves_whole(
    changed: Sequence[tuple[Number, Interval]], holding: Mapping[int, Sequence[Relation]]
) -> bool:
    """Whether the relations that hold would still hold if some numbers were others."""
    others = dict(changed)
    for number, _ in changed:
        for relation in holding.get(number.claim, ()):
            identity = relation.identity
            if identity is None or number not in identity.numbers:
                continue
            domains = dict(zip(identity.numbers, identity.meant, strict=True))
            domains.update((one, values) for one, values in others.items() if one in domains)
            if _narrowed([(relation, identity)], domains, 1) is None:
                return False
    return True


def _blamed(
    relation: Relation, holding: Mapping[int, Sequence[Relation]], quote: Callable[[Member], str]
) -> Relation:
    members = [member for member in relation.members if member.claim is not None]
    sure = [member for member in members if _vouched(member, members, holding)]
    doubtful = [member for member in members if member not in sure]
    if relation.strength != "strong" or len(members) < 2 or not sure or not doubtful:
        return relation
    if len(doubtful) == 1:
        others = [member for member in relation.members if member != doubtful[0]]
        words = f"{relation.message}；其余各数另有关系核实，疑误在“{quote(doubtful[0])}”"
        return replace(relation, message=words, members=(doubtful[0], *others))
    if len(sure) == 1:
        words = f"{relation.message}；“{quote(sure[0])}”另有关系核实，疑误在其余的数"
        return replace(relation, message=words)
    return relation


def _vouched(member: Member, members: Sequence[Member], holding: Mapping[int, Sequence[Relation]]) -> bool:
    """Whether a relation that holds speaks for a number, other than one of the same numbers again."""
    own = {other.claim for other in members}
    return any(
        not own >= {other.claim for other in relation.members if other.claim is not None}
        for relation in holding.get(member.claim if member.claim is not None else -1, ())
    )
