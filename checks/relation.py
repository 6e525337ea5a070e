"""Relations: what the numbers of a document have to do with each other, held or broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checks.finding import Severity
from checks.identity import Identity, Number
from extract.interval import Interval

RelationKind = Literal[
    "sum",
    "part",
    "share",
    "growth",
    "increment",
    "points",
    "difference",
    "multiple",
    "ratio",
    "per_capita",
    "balance",
    "rank",
    "threshold",
    "bounded",
    "granularity",
    "conversion",
    "order",
    "direction",
    "verdict",
    "arity",
    "mention",
    "count",
]
Strength = Literal["strong", "weak"]
State = Literal["holds", "broken", "not_assessable"]


@dataclass(frozen=True, slots=True)
class Member:
    """One operand of a relation, in offsets of the analysis text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        claim: Number of the claim that it is, ``None`` for words that are no claim (a list of subjects, a heading).
    """

    start: int
    end: int
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A single edit that mends a broken relation.

    Attributes:
        words: The edit in Chinese.
        changed: The numbers that would change, with what they would then stand for.
    """

    words: str
    changed: tuple[tuple[Number, Interval], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between printed numbers that was tested, or could not be.

    Attributes:
        kind: What sort of relation it is.
        strength: ``strong`` for an equation that a slip in any member would break; ``weak`` for an inequality or a
            mention. Only strong relations that hold make their members verified.
        state: ``holds``, ``broken`` or ``not_assessable``.
        equation: The computation in Chinese, with the intervals of both sides.
        members: The operands; the first one is the place that a finding points at.
        reason: Why it could not be assessed; empty otherwise.
        severity: For a broken one, how grave it is by proof; ``None`` takes the rule's default.
        message: For a broken one, the finding's message in Chinese.
        suggestion: For a broken one, the only single edit that repairs it, or nothing; ``checks.joint`` chooses it.
        rule: Code of the rule; the engine fills it in.
        identity: The relation as an equation that can be solved for its numbers, ``None`` where it is none.
        repairs: For a broken one, the single edits that mend it.
    """

    kind: RelationKind
    strength: Strength
    state: State
    equation: str
    members: tuple[Member, ...]
    reason: str = ""
    severity: Severity | None = None
    message: str = ""
    suggestion: str = ""
    rule: str = ""
    identity: Identity | None = None
    repairs: tuple[Repair, ...] = ()
