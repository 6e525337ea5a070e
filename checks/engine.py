"""Runs the rules on a reading and turns what they report into findings with an identity."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from checks.finding import Finding, Hit, Place, Severity
from checks.fingerprint import fingerprint, normal
from checks.joint import settled
from checks.policy import Policy
from checks.relation import Relation
from checks.rule import Rule, all_rules
from extract import Block, Document, Reading, ReadingError

log = logging.getLogger("heshu")

# Characters of its sentence before and behind a place that make its identity.
_REACH = 400

_READING_STAGES = {"open": "打开", "decode": "解码", "read": "读取"}

ClaimState = Literal["verified", "contradicted", "masked", "unchecked"]


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """What the relations say about one claim.

    Attributes:
        state: ``verified`` by a strong relation that holds, ``contradicted`` by a broken one, ``masked`` or
            ``unchecked``.
        reason: The rule and the equation behind it, or why nothing was tested.
    """

    state: ClaimState
    reason: str


@dataclass(frozen=True, slots=True)
class PlacedRelation:
    """A relation with its members in offsets of the text as read.

    Attributes:
        relation_id: Name within the document.
        relation: The relation as the rule gave it.
        places: The members' places, parallel to ``relation.members``.
        start: Offset of the first member's first character, of all members in order.
        end: Offset after the last member's last character.
    """

    relation_id: str
    relation: Relation
    places: tuple[Place, ...]
    start: int
    end: int


def failed_reading(source: str, problem: ReadingError) -> tuple[Finding, ...]:
    """The finding for a document that could not be read."""
    mark = fingerprint("R01", problem.reason, "", (), 0)
    stage = _READING_STAGES.get(problem.stage, problem.stage)
    return (_unfinished("R01-1", "R01", source, problem.reason, stage, mark),)


def failed_stage(source: str, stage: str, problem: Exception) -> Finding:
    """The finding for an unexpected fault inside a document; the details go to the log.

    Args:
        source: Name of the document in its run.
        stage: What was being done: a stage's name in Chinese, or a rule's code.
        problem: What was raised.

    Returns:
        A finding of category ``reading``, which never passes the gate.
    """
    log.error("%s: %s failed", source, stage, exc_info=problem)
    message = (
        f"处理到“{stage}”时出现内部错误（{type(problem).__name__}），本文件未查完；"
        "详情在 run.log 里，或用 heshu check --debug 再查"
    )
    mark = fingerprint("R02", stage, type(problem).__name__, (), 0)
    return _unfinished(f"R02-{stage}", "R02", source, message, stage, mark)


def _unfinished(finding_id: str, rule: str, source: str, message: str, stage: str, mark: str) -> Finding:
    return Finding(
        finding_id=finding_id,
        rule=rule,
        scope="document",
        category="reading",
        severity="error",
        place=Place(source, 0, 0, ""),
        message=message,
        evidence=f"阶段：{stage}",
        suggestion="",
        related=(),
        fingerprint=mark,
        locator="",
    )


def check(
    reading: Reading, policy: Policy, rules: Iterable[Rule] | None = None
) -> tuple[tuple[CheckedClaim, ...], tuple[PlacedRelation, ...], tuple[Finding, ...]]:
    """Run the rules on one document.

    Args:
        reading: What was read.
        policy: Which rules run and how grave they are.
        rules: The rules; all of the package if not given.

    Returns:
        The state of each claim, the relations and the findings in order of their place. A rule that raises gives a
        finding that names it; the others go on.
    """
    running = [
        rule
        for rule in (all_rules() if rules is None else rules)
        if policy.runs(rule.code, reading.document.source)
    ]
    relations: list[Relation] = []
    hits: list[tuple[Rule, Hit]] = []
    failures: list[Finding] = []

    def report(rule: Rule, run: Callable[[], Iterable[Relation | Hit]]) -> None:
        try:
            for one in run():
                if isinstance(one, Hit):
                    hits.append((rule, one))
                else:
                    relations.append(replace(one, rule=rule.code))
        except Exception as problem:  # noqa: BLE001  one rule's fault must not hide what the others found
            failures.append(failed_stage(reading.document.source, rule.code, problem))

    for rule in running:
        if rule.join is None:
            report(rule, partial(rule.find or rule.relate or _nothing, reading))
    prose = reading.prose.text
    relations = settled(relations, lambda member: prose[member.start : member.end])
    for rule in running:
        if rule.join is not None:
            report(rule, partial(rule.join, reading, tuple(relations)))
    by_code = {rule.code: rule for rule in running}
    hits += [(by_code[one.rule], _broken(one)) for one in _told_once(relations)]
    placed = _place_relations(reading, relations)
    findings = _make_findings(reading, policy, hits)
    return _judge_claims(reading, placed), placed, (*failures, *findings)


def _nothing(_: Reading) -> Iterable[Hit]:
    return ()


def _told_once(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The broken relations; of two equations between the same numbers the first one tells the fault."""
    told: set[frozenset[int | None]] = set()
    for relation in relations:
        if relation.state != "broken":
            continue
        if relation.identity is not None:
            numbers = frozenset(member.claim for member in relation.members)
            if numbers in told:
                continue
            told.add(numbers)
        yield relation


def _broken(relation: Relation) -> Hit:
    first, *others = relation.members
    return Hit(
        first.start,
        first.end,
        relation.message,
        relation.equation,
        relation.suggestion,
        tuple((other.start, other.end) for other in others),
        relation.severity,
    )


def _place(reading: Reading, start: int, end: int, folded: bool) -> Place:
    document = reading.document
    if folded:
        start, end = reading.prose.raw(start, end)
    return Place(document.source, start, end, document.text[start:end])


def _place_relations(reading: Reading, relations: list[Relation]) -> tuple[PlacedRelation, ...]:
    placed = []
    for number, relation in enumerate(relations, 1):
        places = tuple(_place(reading, member.start, member.end, True) for member in relation.members)
        start, end = min(place.start for place in places), max(place.end for place in places)
        placed.append(PlacedRelation(f"r{number}", relation, places, start, end))
    return tuple(placed)


def _make_findings(reading: Reading, policy: Policy, hits: list[tuple[Rule, Hit]]) -> list[Finding]:
    document = reading.document
    drafts: list[tuple[Place, Rule, Hit, tuple[Place, ...]]] = []
    for rule, hit in hits:
        folded = rule.reads == "prose"
        place = _place(reading, hit.start, hit.end, folded)
        others = tuple(_place(reading, start, end, folded) for start, end in hit.related)
        drafts.append((place, rule, hit, others))
    drafts.sort(key=lambda draft: (draft[0].start, draft[0].end, draft[1].code, draft[2].message))
    sentences = _SentenceWords(reading)
    seen: Counter[tuple[str, ...]] = Counter()
    running: Counter[str] = Counter()
    findings = []
    for place, rule, hit, others in drafts:
        around = sentences.around(place)
        words = [other.quote for other in others]
        identity = (rule.code, normal(place.quote), normal(around), *sorted(map(normal, words)))
        ordinal = seen[identity]
        seen[identity] += 1
        running[rule.code] += 1
        severity: Severity = policy.severity_of(rule.code, hit.severity or rule.severity)
        mark = fingerprint(rule.code, place.quote, around, words, ordinal)
        findings.append(
            Finding(
                finding_id=f"{rule.code}-{running[rule.code]}",
                rule=rule.code,
                scope="document",
                category=rule.category,
                severity="info" if rule.code == "I01" and policy.allow_masks else severity,
                place=place,
                message=hit.message,
                evidence=hit.evidence + (hit.secret if policy.reveal else ""),
                suggestion=hit.suggestion,
                related=others,
                fingerprint=mark,
                locator=_locator(document, place.start),
                state=policy.state_of(mark),
            )
        )
    return findings


class _SentenceWords:
    """The words of the sentence around a place, found by a cursor as the places come in order.

    Of a sentence longer than any that people write only the near part counts, so that many findings in one cost linear
    time.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cursor = 0

    def around(self, place: Place) -> str:
        sentences, prose = self.reading.outline.sentences, self.reading.prose
        at = prose.at(place.start)
        while self.cursor < len(sentences) and sentences[self.cursor].end <= at:
            self.cursor += 1
        if self.cursor == len(sentences) or sentences[self.cursor].start > at:
            return ""
        sentence = sentences[self.cursor]
        return prose.text[max(sentence.start, at - _REACH) : min(sentence.end, at + _REACH)]


def _locator(document: Document, offset: int) -> str:
    block = _block_at(document.blocks, offset)
    return block.locator if block is not None else ""


def _block_at(blocks: tuple[Block, ...], offset: int) -> Block | None:
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        if blocks[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return blocks[low] if low < len(blocks) and blocks[low].start <= offset else None


def _judge_claims(reading: Reading, relations: tuple[PlacedRelation, ...]) -> tuple[CheckedClaim, ...]:
    broken: dict[int, str] = {}
    held: dict[int, str] = {}
    weak: dict[int, str] = {}
    open_: dict[int, str] = {}
    for placed in relations:
        relation = placed.relation
        if relation.state == "broken":
            book, words = broken, f"{relation.rule} {relation.equation}"
        elif relation.state == "holds" and relation.strength == "strong":
            book, words = held, f"{relation.rule} {relation.equation}"
        elif relation.state == "holds":
            book, words = weak, f"仅有弱关系成立：{relation.rule} {relation.equation}"
        else:
            book, words = open_, f"{relation.rule} {relation.reason}"
        for member in relation.members:
            if member.claim is not None:
                book.setdefault(member.claim, words)
    judged = []
    for claim in reading.claims:
        number = claim.number
        if claim.masked:
            judged.append(CheckedClaim("masked", "数值被遮盖"))
        elif number in broken:
            judged.append(CheckedClaim("contradicted", broken[number]))
        elif number in held:
            judged.append(CheckedClaim("verified", held[number]))
        else:
            judged.append(
                CheckedClaim("unchecked", weak.get(number) or open_.get(number) or "文中没有可与之核对的数字")
            )
    return tuple(judged)
