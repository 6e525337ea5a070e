"""Age groups that follow each other without a gap: 0—14岁, 15—59岁, 60岁及以上."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import constant, operands
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, THRESHOLD, Sketch, member
from checks.rules.arithmetic.trial import Trial
from extract.claim import Claim
from extract.late import late

_ENDS = late(r"(\d{1,2})周?岁?(?:[-—~～－–至到]{1,2}(\d{1,2})周?岁|(?:及|\(含\)|（含）)?(?P<open>以[上下]))")
_DEALT = late(
    rf"(?P<ages>(?:[{LEVEL}{THRESHOLD}][^{LETTERS}。；，\n\f]{{0,4}}[、和]){{2,5}}[{LEVEL}{THRESHOLD}])[^{LETTERS}。；\n\f]{{0,20}}分别[^{LETTERS}。；，\n\f]{{0,4}}(?P<first>{PERCENT})(?:[、和]{PERCENT}){{2,5}}"
)
_TOTAL = late(r"总人口|常住人口|人口总[数量]|总数|合计|共计|总计")
_OLDEST = 60
_REACH = 4


@dataclass(frozen=True, slots=True)
class Group:
    """One age group with what is said of it.

    Attributes:
        first: Youngest age.
        last: Oldest age, ``None`` for an open group.
        share: Its share of all.
        count: How many people it has.
        place: Place of the age among the sketch's claims.
    """

    first: int
    last: int | None
    share: Claim | None
    count: Claim | None
    place: int


def age_groups(sketch: Sketch) -> Iterator[Trial]:
    """The shares of a full set of age groups, which make a hundred, and their numbers, which make the population."""
    yield from _dealt_out(sketch)
    for line in sketch.lines:
        groups = [
            group
            for place in range(line.first, line.last)
            if sketch.claims[place].unit == "岁" and (group := _group(sketch, place, line.last)) is not None
        ]
        if len(groups) < 3:
            continue
        for run in _partitions(groups):
            yield from _trials(sketch, run, line.first, line.last)


def _dealt_out(sketch: Sketch) -> Iterator[Trial]:
    """Ages named one after the other, and their shares behind 分别."""
    for match in _DEALT.finditer(sketch.text):
        ages = sketch.within(match.start("ages"), match.end("ages"))
        shares = sketch.within(match.start("first"), match.end())
        ends = [_ENDS.match(sketch.quote(age)) for age in ages]
        if len(ages) != len(shares) or any(age.unit != "岁" for age in ages):
            continue
        groups = [
            Group(int(end.group(1)), int(end.group(2)) if end.group(2) else None, share, None, place)
            for place, (end, share) in enumerate(zip(ends, shares, strict=True))
            if end is not None
        ]
        for run in _partitions(groups):
            yield from _hundred(run)


def _group(sketch: Sketch, place: int, last: int) -> Group | None:
    match = _ENDS.match(sketch.quote(sketch.claims[place]))
    if match is None:
        return None
    share = count = None
    for other in range(place + 1, min(last, place + 1 + _REACH)):
        claim = sketch.claims[other]
        if claim.unit == "岁":
            if "不" in sketch.lead(other)[-3:]:
                continue
            break
        if claim.unit == "%" and claim.kind == "share" and share is None:
            share = claim
        elif claim.unit == "人" and claim.kind in ("level", "other") and count is None:
            count = claim
    if share is None and count is None:
        return None
    first, older = int(match.group(1)), match.group(2)
    if match.group("open") == "以下":
        return Group(0, first if "及" in match.group() else first - 1, share, count, place)
    return Group(first, int(older) if older else None, share, count, place)


def _partitions(groups: list[Group]) -> Iterator[list[Group]]:
    """Runs of groups that begin with the newly born, follow each other and end in an open group.

    64岁 may end a group and 65岁以上 or 64岁以上 begin the next one.
    """
    for at, group in enumerate(groups):
        if group.first != 0:
            continue
        run = [group]
        for following in groups[at + 1 :]:
            if run[-1].last is None or following.first - run[-1].last not in (0, 1):
                break
            run.append(following)
        if len(run) >= 3 and run[-1].last is None and run[-1].first >= _OLDEST:
            yield run


def _hundred(run: list[Group]) -> Iterator[Trial]:
    """The shares of a full set, which make a hundred."""
    shares = [group.share for group in run if group.share is not None]
    found = operands(*shares)
    if len(shares) == len(run) and found is not None:
        yield Trial(
            "share",
            constant(Fraction(100)),
            found,
            added,
            "+".join(one.numeral() for one in found),
            "各年龄段占比之和为{computed}，应为{stated}",
            strength="strong",
            point=member(shares[0]),
        )


def _trials(sketch: Sketch, run: list[Group], first: int, last: int) -> Iterator[Trial]:
    yield from _hundred(run)
    counts = [group.count for group in run if group.count is not None]
    totals = [
        claim
        for place in (*range(max(first, run[0].place - 3), run[0].place), *range(run[-1].place + 1, last))
        if (claim := sketch.claims[place]).unit == "人"
        and claim.kind == "level"
        and claim not in counts
        and _TOTAL.search(sketch.lead(place))
    ]
    if len(counts) == len(run) and len(totals) == 1:
        parts = operands(totals[0], *counts)
        if parts is not None:
            left = "+".join(one.numeral() for one in parts[1:])
            message = "各年龄段人口之和为{computed}，与总人口“{stated}”不符"
            yield Trial("sum", parts[0], parts[1:], added, left, message)
