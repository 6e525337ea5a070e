"""Totals whose parts follow without 其中: after a colon, named behind their numbers, or done and left over."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import operands
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, Sketch
from checks.rules.arithmetic.trial import Trial, weigh
from extract.claim import Claim
from extract.late import late

_WORDS = rf"[^{LETTERS}。；，、：（\n\f]"
_AFTER_COLON = late(
    rf"(?P<total>{LEVEL}){_WORDS}{{0,8}}[：（](?P<list>(?:{_WORDS}{{1,14}}{LEVEL}{_WORDS}{{0,4}}(?:[，、；]|和|以及|及)*){{2,12}})(?=[。；）\n\f]|$)"
)
_NAMED_BEHIND = late(
    rf"(?:一共|总共|共|合计|全部|总计)(?![同和])[^{LETTERS}。；，、\n\f]{{0,12}}(?P<total>{LEVEL}){_WORDS}{{0,12}}"
    rf"(?:[，；](?:其中)?{LEVEL}{_WORDS}{{1,14}}){{2,8}}(?=[。；]|$)"
)
_NUMBERS_FIRST = late(
    rf"(?P<total>{LEVEL}){_WORDS}{{0,10}}，(?:当中|其中)?(?:包括|分别为|分别是|即|计有|有|为)(?:{LEVEL}{_WORDS}{{1,12}}、){{0,8}}{LEVEL}{_WORDS}{{1,12}}(?:和|及|以及|与){LEVEL}(?!{_WORDS}{{0,12}}等)"
)
_THEN_TOTAL = late(
    rf"(?<=[，。；\n\f])(?:{LEVEL}{_WORDS}{{2,14}}[、，；]){{1,6}}{LEVEL}{_WORDS}{{2,16}}，(?:一共|总共|共计|合计|共)(?P<total>{LEVEL})(?=[。；，\n\f]|$)"
)
_PARALLEL = late(
    rf"(?P<total>{LEVEL}){_WORDS}{{0,8}}，(?P<list>(?:{_WORDS}{{2,8}}{LEVEL}(?:[，、]|和|以及|及)){{2,10}}{_WORDS}{{2,8}}{LEVEL})(?=[。；\n\f]|$)"
)
# 常住人口45.2万人，男女人口分别为23.1万人和22.1万人
_BOTH = late(
    rf"(?P<total>{LEVEL}){_WORDS}{{0,4}}，(?:其中)?，?(?:男女|城乡|城镇和[农乡]村|城市和农村)(?:常住)?(?:人口|职工|党员|学生|居民|用户)?分别(?:为|有|是|达到?)?{LEVEL}(?:、|和|与){LEVEL}(?=[。；，\n\f]|$)"
)
# 排查隐患420处，已整改360处，正在整改60处
_UNDER_WAY = late(
    rf"(?P<total>{LEVEL}){_WORDS}{{0,6}}，(?:目前|现)?已(?:完成|经)?(?P<deed>{_WORDS}{{2,6}}?)(?:了)?{LEVEL}{_WORDS}{{0,4}}，(?:尚有)?正(?:在)?(?P=deed)(?:中)?(?:的)?{LEVEL}(?=[。；，\n\f]|$)"
)
_REST = late(
    rf"(?P<word>其余|剩余|余下|剩下|还剩|尚余|尚剩|在建|在办|待办|无效|不予|不合格|不达标|(?:尚有|还有|仍有|另有)(?=[^{LETTERS}。，；\n\f]{{0,6}}{LEVEL}[^。，；\n\f]{{0,10}}"
    rf"(?:没有|未|待|正在|在办|在建))|未(?P<deed>[^{LETTERS}。；，、\n\f]{{2,3}}?)|因[^{LETTERS}。；，\n\f]{{0,8}}(?:请假|缺席)|请假|缺席)"
    rf"(?:的|了)?{_WORDS}{{0,8}}(?P<rest>{LEVEL})"
)
_OTHER_THINGS = late(r"均|每|增|减|比|占|超|额|平均|上年|去年|计划|目标|至少|力争")
_MOVED = late(r"均|每|增|减|[比较](?!重)|超|上年|去年")
_SHORT = 4
_FEWEST = Fraction(17, 20)
_MOST = Fraction(6, 5)
_MOST_PARTS = 3
_REACH = 90


def loose_lists(sketch: Sketch) -> Iterator[Trial]:
    """The sums of a document that no 其中 introduces.

    Args:
        sketch: The document's sketch.

    Yields:
        A trial for each: the total against its parts, the parts against the total where some are left over.
    """
    for pattern in (_AFTER_COLON, _NAMED_BEHIND):
        for match in pattern.finditer(sketch.text):
            claims = sketch.within(match.start("total"), match.end())
            if _OTHER_THINGS.search(match.group()) or not _counted_alike(claims):
                continue
            trial = _sum(claims[0], claims[1:])
            if trial is not None:
                yield trial
    for pattern in (_NUMBERS_FIRST, _PARALLEL):
        for match in pattern.finditer(sketch.text):
            claims = sketch.within(match.start("total"), match.end())
            if _OTHER_THINGS.search(match.group()) or not _counted_alike(claims):
                continue
            told_alike = pattern is _NUMBERS_FIRST or _alike(match.group("list"))
            trial = _sum(claims[0], claims[1:]) if told_alike else None
            if trial is not None and _about_all(claims):
                yield trial
    for match in _THEN_TOTAL.finditer(sketch.text):
        *parts, total = sketch.within(match.start(), match.end())
        if not _OTHER_THINGS.search(match.group()) and _counted_alike((total, *parts)):
            trial = _sum(total, tuple(parts))
            if trial is not None:
                yield trial
    for pattern in (_BOTH, _UNDER_WAY):
        for match in pattern.finditer(sketch.text):
            claims = sketch.within(match.start("total"), match.end())
            trial = _sum(claims[0], claims[1:]) if _counted_alike(claims) else None
            if trial is not None and (pattern is _BOTH or weigh(sketch, trial).state == "holds"):
                yield trial  # what was not begun yet may be left out behind 正在
    yield from _left_over(sketch)


def _alike(words: str) -> bool:
    """Whether the names of a list are of one length and one kind: 教育方面, 卫生方面, 交通方面."""
    names = [name.lstrip("，、和及以") for name in words.split(LEVEL)[:-1]]
    if len({name[-2:] for name in names}) == 1 and all(len(name) > 2 for name in names):
        return True
    if len({name[-1:] for name in names}) == 1:
        return True
    return len({len(name) for name in names}) == 1 and len(names[0]) <= _SHORT


def _about_all(claims: tuple[Claim, ...]) -> bool:
    """Whether numbers that nothing declares to be all parts come near enough to their total to be meant as such."""
    total = claims[0].value or 0
    parts = sum((claim.value or 0) for claim in claims[1:])
    return _FEWEST * total <= parts <= _MOST * total


def _counted_alike(claims: tuple[Claim, ...]) -> bool:
    return (
        len({claim.unit for claim in claims}) == 1
        and bool(claims[0].unit)
        and all(claim.kind in ("level", "other") and claim.value is not None for claim in claims)
        and max(claim.value or 0 for claim in claims[1:]) < (claims[0].value or 0)
    )


def _sum(total: Claim, parts: tuple[Claim, ...]) -> Trial | None:
    found = operands(total, *parts)
    if found is None:
        return None
    left = "+".join(one.numeral() for one in found[1:])
    message = "各分项之和为{computed}，与总数“{stated}”不符"
    return Trial("sum", found[0], found[1:], added, left, message, worst="warning")


def _left_over(sketch: Sketch) -> Iterator[Trial]:
    """What was done and what is left: 受理300件，已办结262件，其余38件正在办理."""
    for match in _REST.finditer(sketch.text):
        place = sketch.index(match.start("rest"))
        line = sketch.line_at(match.start())
        if place < 2:
            continue
        floor = max(line.start, sketch.letters[place] - _REACH)
        before = sketch.text[floor : match.start()]
        semicolon = before.rfind("；")
        claims = [
            claim
            for claim in sketch.within(floor + semicolon + 1, match.start())
            if claim.unit == sketch.claims[place].unit
        ]
        if not 2 <= len(claims) <= 1 + _MOST_PARTS or _MOVED.search(before[semicolon + 1 :]):
            continue
        deed = match.group("deed")
        if deed is not None and deed[:2] not in before[-_REACH:]:
            continue
        whole = (*claims, sketch.claims[place])
        if not _counted_alike(whole) or any(claim.bound != "=" for claim in whole):
            continue
        trial = _sum(whole[0], whole[1:])
        if trial is not None:
            yield trial
