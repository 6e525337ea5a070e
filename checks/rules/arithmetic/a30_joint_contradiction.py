"""A30: relations that hold each alone and cannot hold together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.finding import Severity
from checks.identity import Number
from checks.joint import Contradiction, contradictions
from checks.relation import Member, Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.operands import operand, scale_beside, scale_of
from checks.rules.arithmetic.repair import slip_into
from checks.rules.arithmetic.sketch import member
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval

_NAMED = 4


def join(reading: Reading, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The contradictions between the relations of a document."""
    for contradiction in contradictions(relations):
        yield _told(reading, contradiction)


def _told(reading: Reading, found: Contradiction) -> Relation:
    suspect = _suspect(reading, found)
    members: dict[Member, None] = {}
    if suspect is not None:
        members[member(reading.claims[suspect[0].claim])] = None
    for number, _ in found.suspects:
        members.setdefault(member(reading.claims[number.claim]))
    for relation in found.relations:
        for one in relation.members:
            members.setdefault(one)
    chain = "；".join(f"{relation.rule} {relation.equation}" for relation in found.relations)
    claims = [reading.claims[one.claim] for one in members if one.claim is not None]
    chain += "".join(_seen(reading, claims, number, views) for number, views in found.views)
    first = next(iter(members))
    printed = reading.prose.text[first.start : first.end]
    if suspect is not None:
        message = f"“{printed}”所在的几个关系单独看都成立，合起来却矛盾，疑误在它"
        claim = reading.claims[suspect[0].claim]
        chain += f"；其余各数都对时，“{printed}”应在 {shown(suspect[1], scale_of(claim))} 之内"
    else:
        names = [reading.claims[number.claim] for number, _ in found.suspects] or [
            reading.claims[first.claim or 0]
        ]
        words = "".join(f"“{reading.prose.text[claim.start : claim.end]}”" for claim in names[:_NAMED])
        message = f"{words}的{len(found.relations)}个关系单独看都成立，合起来却不能同时成立"
    return Relation(
        found.relations[0].kind,
        "strong",
        "broken",
        f"{chain}：合起来不成立",
        tuple(members),
        severity=_gravest(reading, found),
        message=message,
    )


def _seen(reading: Reading, claims: Sequence[Claim], number: Number, views: Sequence[Interval]) -> str:
    """What the relations that share a number make it, each by itself."""
    claim = reading.claims[number.claim]
    scale = scale_beside(claim, claims)
    words = reading.prose.text[claim.start : claim.end]
    return f"；“{words}”按各式依次为 {'、'.join(shown(view, scale) for view in views)} {scale.suffix}"


def _suspect(reading: Reading, found: Contradiction) -> tuple[Number, Interval] | None:
    """The only number whose change would satisfy all, or the only one among them that one slip would bring there."""
    if len(found.suspects) == 1:
        return found.suspects[0]
    slipped = []
    for number, needed in found.suspects:
        one = operand(reading.claims[number.claim])
        if one is not None and number.part < 0 and slip_into(one, needed):
            slipped.append((number, needed))
    return slipped[0] if len(slipped) == 1 else None


def _gravest(reading: Reading, found: Contradiction) -> Severity:
    """An error only if each relation proves one, and no number is said to be about so much."""
    identities = [relation.identity for relation in found.relations if relation.identity is not None]
    proven = len(identities) == len(found.relations) and all(one.worst == "error" for one in identities)
    about = any(reading.claims[number.claim].bound == "~" for one in identities for number in one.numbers)
    return "error" if proven and found.surely and not about else "warning"


RULE = Rule(
    code="A30",
    name="joint-contradiction",
    title="几个关系合起来不能同时成立",
    category="arithmetic",
    severity="warning",
    what="同一个数出现在几个关系里时（部分与总体、占比、前后两次提到、遮盖的数等），把这些关系联立，看有没有一组数能使它们同时成立。",
    why="每个式子单独看都在舍入误差之内，联立起来却可能矛盾；被遮盖的数由两个式子推出两个不同的值，也是矛盾。",
    silent="只有一个关系、或各关系没有共同的数时不判；放宽任何一个整数的舍入就能成立的，至多提示。",
    bad=(
        Example(
            "全区完成投资X亿元，其中工业投资30亿元，占全部投资的20%，民间投资50亿元，占全部投资的50%。",
            "30亿元",
        ),
        Example(
            "2025年，青川市一般公共预算收入100亿元，其中税收收入80亿元，占一般公共预算收入的80.8%。财力稳步增强。"
            "2025年，青川市一般公共预算收入100.4亿元，比上年增加4.0亿元，增长4.2%。",
            "80.8%",
        ),
    ),
    good=(
        "全区完成投资X亿元，其中工业投资30亿元，占全部投资的20%，民间投资75亿元，占全部投资的50%。",
        "2025年，青川市一般公共预算收入100亿元，其中税收收入80亿元，占一般公共预算收入的79.7%。财力稳步增强。"
        "2025年，青川市一般公共预算收入100.4亿元，比上年增加4.0亿元，增长4.2%。",
    ),
    near=("全区完成投资X亿元，其中工业投资30亿元，占全部投资的20%；全市民间投资50亿元，占全市投资的50%。",),
    join=join,
)
