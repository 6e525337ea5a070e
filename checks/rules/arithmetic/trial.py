"""Trials: a relation between printed numbers is put to the test, and the outcome is said with its computation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from checks.finding import Severity
from checks.identity import Identity, Number, Term, solve
from checks.relation import Member, Relation, RelationKind, Repair, Strength
from checks.rules.arithmetic.equation import about, shown
from checks.rules.arithmetic.formulas import Formula
from checks.rules.arithmetic.operands import Operand, Scale, forgiving, scale_of
from checks.rules.arithmetic.repair import repairs
from checks.rules.arithmetic.sketch import Sketch, member
from extract.claim import Claim
from extract.interval import Interval

_MOST_REPAIRS = 40
"""Broken relations of one rule in one document for which a repair is sought; a text made of slips has no repair."""
_SLACK = 5
"""A relation is an equation that a slip would break when what it leaves open is at most one part in five."""

_MILDER: dict[Severity, Severity] = {"error": "warning", "warning": "warning", "info": "info"}
_WORDS = {"=": "应与{stated}相合", "<=": "{stated}应不超过它", ">=": "{stated}应不低于它"}
_SIGNS = {"<=": "≤", ">=": "≥"}
_OPEN = {"<=": Interval(Fraction(0), None), ">=": Interval(None, Fraction(0))}
HIDDEN = "数值被遮盖"
"""Why a relation with a mask among its members cannot be assessed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A relation to be tested: what is stated against what follows from other numbers.

    Attributes:
        kind: What sort of relation it is.
        stated: The number that is tested.
        given: The numbers that it follows from.
        formula: Computes it from their intervals; ``None`` where it cannot be computed.
        left: The computation as written, such as ``40+30+25``.
        message: What to say when it is broken; ``{computed}`` and ``{stated}`` stand for the two sides.
        test: How the stated number must lie to the computed one.
        worst: The gravest that a broken one can be.
        strength: ``strong`` or ``weak`` by the nature of the relation; ``None`` lets the intervals decide.
        words: Members that are no claims.
        point: The place that a finding points at, the stated one if not given.
        named: How a constant that stands in the stated number's place is called, and its unit.
    """

    kind: RelationKind
    stated: Operand
    given: tuple[Operand, ...]
    formula: Formula
    left: str
    message: str
    test: Literal["=", "<=", ">="] = "="
    worst: Severity = "error"
    strength: Strength | None = None
    words: tuple[Member, ...] = ()
    point: Member | None = None
    named: tuple[str, str] = ("100%", "%")


def judge(sketch: Sketch, trials: Iterable[Trial | Relation]) -> Iterator[Relation]:
    """Test relations one after the other.

    Args:
        sketch: The document's sketch, for the words of the operands.
        trials: What to test; relations among them pass as they are.

    Yields:
        A relation for each, with the edits that would mend it where it is broken.
    """
    left = _MOST_REPAIRS
    for trial in trials:
        if isinstance(trial, Relation):
            yield trial
            continue
        relation = weigh(sketch, trial)
        if relation.state == "broken" and left:
            left -= 1
            relation = replace(relation, repairs=_mended(sketch, trial))
        yield relation


def once_each(trials: Iterable[Trial | Relation]) -> Iterator[Trial | Relation]:
    """Leave out a trial of numbers that were tried before: two patterns may find one relation."""
    seen: set[tuple[int, ...]] = set()
    for trial in trials:
        if isinstance(trial, Trial):
            operands = (trial.stated, *trial.given)
            numbers = tuple(one.claim.number for one in operands if one.claim is not None)
            if numbers in seen:
                continue
            seen.add(numbers)
        yield trial


def weigh(sketch: Sketch, trial: Trial) -> Relation:
    """Test one relation, without looking for a repair."""
    members, identity = _members(trial), identity_of(sketch, trial)
    if any(one.hidden() for one in (trial.stated, *trial.given)):
        left = _whole_equation(sketch, trial)
        return Relation(trial.kind, "weak", "not_assessable", left, members, HIDDEN, identity=identity)
    computed = trial.formula([one.interval for one in trial.given])
    if computed is None:
        return Relation(trial.kind, "weak", "not_assessable", trial.left, members, "除数可能为零，无法计算")
    stated = forgiving(trial.stated)
    holds = _fits(stated, computed, trial.test)
    claim = trial.stated.claim
    scale = scale_of(claim) if claim is not None else Scale(Fraction(1), trial.named[1])
    name = sketch.quote(claim) if claim is not None else trial.named[0]
    printed = f"{name} {shown(trial.stated.interval, scale)}"
    words = _WORDS[trial.test].format(stated=f" {printed} ")
    outcome = "成立" if holds else "不成立"
    equation = f"{trial.left}={shown(computed, scale)} {scale.suffix}，{words.strip()}：{outcome}"
    if holds:
        strength = trial.strength or _strength(computed, trial)
        return Relation(trial.kind, strength, "holds", equation, members, identity=identity)
    severity = trial.worst
    widely = trial.formula([one.wide() for one in trial.given])
    if widely is None or _fits(trial.stated.wide(), widely, trial.test):
        severity = _MILDER[severity]
    message = trial.message.format(computed=about(computed, trial.stated, scale), stated=name)
    return Relation(
        trial.kind,
        trial.strength or "strong",
        "broken",
        equation,
        members,
        severity=severity,
        message=message,
        identity=identity,
    )


def unweighed(kind: RelationKind, claims: Sequence[Claim], equation: str, reason: str) -> Relation:
    """A relation that is there but cannot be tested, with the reason in Chinese."""
    return Relation(kind, "weak", "not_assessable", equation, tuple(map(member, claims)), reason)


def _fits(stated: Interval, computed: Interval, test: str) -> bool:
    if test == "<=":
        return not computed.below(stated)
    if test == ">=":
        return not stated.below(computed)
    return stated.meets(computed)


def _strength(computed: Interval, trial: Trial) -> Strength:
    if trial.test != "=":
        return "weak"
    slack = _width(computed), _width(trial.stated.interval)
    if slack[0] is None or slack[1] is None:
        return "weak"
    low, high = trial.stated.interval.low, trial.stated.interval.high
    size = abs((low or Fraction(0)) + (high or Fraction(0))) / 2
    return "strong" if (slack[0] + slack[1]) * _SLACK <= size else "weak"


def _width(interval: Interval) -> Fraction | None:
    return None if interval.low is None or interval.high is None else interval.high - interval.low


def _members(trial: Trial) -> tuple[Member, ...]:
    """The claims of a trial, each once, the one that a finding points at first."""
    found: dict[tuple[int, int], Member] = {}
    places = [member(one.claim) for one in (trial.stated, *trial.given) if one.claim is not None]
    for place in ((trial.point,) if trial.point else ()) + (*places, *trial.words):
        found.setdefault((place.start, place.end), place)
    return tuple(found.values())


def _mended(sketch: Sketch, trial: Trial) -> tuple[Repair, ...]:
    def holds(operands: Sequence[Operand]) -> bool:
        computed = trial.formula([one.interval for one in operands[1:]])
        return computed is not None and _fits(operands[0].interval, computed, trial.test)

    def quote(one: Operand) -> str:
        return sketch.quote(one.claim) if one.claim is not None else ""

    operands = (trial.stated, *trial.given)
    terms = trial.formula.terms(len(trial.given)) if trial.formula.terms is not None else None

    def needed(place: int) -> Interval | None:
        if terms is None or trial.test != "=":
            return None
        return solve(terms, [one.interval for one in operands], place)

    return repairs(operands, holds, quote, needed)


def _whole_equation(sketch: Sketch, trial: Trial) -> str:
    claim = trial.stated.claim
    stated = sketch.quote(claim) if claim is not None else trial.named[0]
    return f"{trial.left}={stated}" if trial.test == "=" else f"{stated}{_SIGNS[trial.test]}{trial.left}"


def identity_of(sketch: Sketch, trial: Trial) -> Identity | None:
    """A trial as an equation between the numbers as printed: signs and constants go into the factors.

    Args:
        sketch: The document's sketch, for the words of the operands.
        trial: The trial.

    Returns:
        The equation, ``None`` where the formula is no sum of products, a number stands in it twice, or the relation
        is one that only its holding makes likely (an equation that proves nothing): it ties no numbers together.
    """
    if trial.strength == "weak" and trial.test == "=":
        return None
    operands = (trial.stated, *trial.given)
    known = {Number(one.claim.number, one.part): one for one in operands if one.claim is not None}
    if trial.formula.terms is None or len(known) < sum(one.claim is not None for one in operands):
        return None
    places = {number: place for place, number in enumerate(known)}
    terms = []
    for factor, numbers in trial.formula.terms(len(trial.given)):
        found = []
        for one in map(operands.__getitem__, numbers):
            if one.claim is None:
                factor = factor.times(one.interval)
            else:
                factor = -factor if one.negative else factor
                found.append(places[Number(one.claim.number, one.part)])
        terms.append(Term(factor, tuple(sorted(found))))
    if trial.test != "=":
        terms.append(Term(_OPEN[trial.test]))
    return Identity(
        tuple(known),
        tuple(_printed(one, forgiving(one)) for one in known.values()),
        tuple(_printed(one, _widest(one)) for one in known.values()),
        tuple(terms),
        frozenset(number for number, one in known.items() if one.hidden()),
        trial.worst,
        _whole_equation(sketch, trial),
    )


def _widest(one: Operand) -> Interval:
    wide = one.wide()
    return forgiving(one) if wide == one.interval else wide


def _printed(one: Operand, interval: Interval) -> Interval:
    return -interval if one.negative else interval
