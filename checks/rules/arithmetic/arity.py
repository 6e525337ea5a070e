"""分别 and its like: a list of subjects before it, as many values behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.sketch import LETTERS, Sketch, once
from extract.claim import Claim
from extract.late import late

_EACH = late(rf"(?:分别|依次)(?P<verb>[^{LETTERS}。；，、：\n\f]{{0,18}})(?P<value>[{LETTERS}])")
_JOINED = late(r"，|(?:[、和与及]|以及)(?:同比)?(?:增长|下降|提高|减少|上升|回落|增加|降低|居|列|第|为)?了?")
_TURNED = late(r"(?:的)?(?:[^，。；、]{0,6})(?:到|至|为)")
_CONJUNCTION = late(
    r"以及|(?<![饱总中温缓柔平祥共])和(?![谐平睦美气解县])|(?<![参赠给])与(?!会)|(?<![普涉危波以])及(?![格时其])"
)
# 两局预算为25亿元及12亿元，分别增加29.4%及35.7%: the numbers before are what the numbers behind are dealt out to.
_LISTED = late(rf"(?P<list>[{LETTERS}](?:(?:、|和|及|与|以及)[{LETTERS}]){{1,8}})，$")
_NO_NEWS = late(r"，(?:扣除价格因素(?:影响)?，|按可比价格?计?算?，)?(?:同比|比上年)?分别[^，。；]{0,8}")
_NEXT_THING = late(r"[，、；][^，。；、]{2,20}")
_BRACKETS = late(r"（[^（）]{0,60}）")
_COUNTED = late(
    r"(?P<count>[两二三四五六七八九十]|[2-9])(?:次产业|大产业|个|项|大|类|家|省|县|区|市|镇|地|者|种|项指标|条|院|方面|年|月|季度|期)[^、]{0,12}$"
)
_NUMERALS = dict(
    zip("两二三四五六七八九十23456789", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_CLAUSE = late(rf"[。；，：{LETTERS}\n\f]")
_LEVELS = late(
    r"国家级?、省级?(?:、市级?)?(?:、县级?)?|省级?、市级?(?:、县级?)?|市级?、县级?(?:、[乡镇]级?)?|一、二、三[等级类]|[一二]、[二三][等级类]"
)
_OPEN = late(r"等[^、]{0,12}$")
_MOST_VALUES = 30
_COUNTERS = frozenset("个家项类种座所条县市区镇乡名位")


@dataclass(frozen=True, slots=True)
class Distribution:
    """Subjects and the values that are dealt out to them.

    Attributes:
        subject: The words that name the subjects.
        start: Offset of the subject in the sketch.
        end: Offset after it.
        counts: How many subjects there may be.
        sure: Whether the subjects can be told apart for certain.
        values: The values.
        listed: The numbers in the subjects' place, where the subjects are named by them.
        names: Where the words stand that name the things told with those numbers.
    """

    subject: str
    start: int
    end: int
    counts: frozenset[int]
    sure: bool
    values: tuple[Claim, ...]
    listed: tuple[Claim, ...] = ()
    names: tuple[tuple[int, int], ...] = ()


def _distributions(sketch: Sketch) -> Iterator[Distribution]:
    text = sketch.text
    for match in _EACH.finditer(text):
        place = sketch.index(match.start("value"))
        if place < 0:
            continue
        values, paired = _values(sketch, place)
        span = _subject(text, sketch.line_at(match.start()).start, match.start())
        if not paired and span is None and len(values) > 1:
            listed = _LISTED.search(text, sketch.line_at(match.start()).start, match.start())
            if listed is not None:
                before = sketch.within(listed.start("list"), listed.end("list"))
                names = "、".join(map(sketch.quote, before))
                count = frozenset({len(before)})
                yield Distribution(names, *listed.span("list"), count, False, values, before)
        levels = () if paired else _levelled(sketch, place, len(values))
        if levels:
            names = "、".join(map(sketch.quote, levels))
            count = frozenset({len(levels)})
            spans = tuple(_name_before(sketch, at) for at in range(place - len(levels), place))
            yield Distribution(names, 0, 0, count, False, values, levels, spans)
            continue
        if paired or span is None or len(values) < 2:
            continue
        subject = text[span[0] : span[1]]
        counts, sure = members(subject)
        if not counts and (summed := _counted_list(sketch, span[0])) is not None:
            start, number = summed
            yield Distribution(text[start : span[1]], start, span[1], frozenset({number}), True, values)
            continue
        if counts:
            yield Distribution(subject, span[0], span[1], counts, sure, values)


def _levelled(sketch: Sketch, place: int, count: int) -> tuple[Claim, ...]:
    """Things told with their levels one by one before: 城镇居民人均收入x元，农村居民人均收入y元，分别实际增长a%和b%.

    Fewer levels than values prove nothing, as a thing may stand there without one; so they count only when they match.
    """
    first, line = place - count, sketch.line_at(sketch.letters[place])
    if count < 2 or first < line.first or not _NO_NEWS.fullmatch(sketch.lead(place)):
        return ()
    levels = sketch.claims[first:place]
    leads = [sketch.lead(at) for at in range(first + 1, place)]
    told_alike = all(_NEXT_THING.fullmatch(lead) for lead in leads)
    if len({claim.unit for claim in levels}) > 1 or not told_alike or levels[0].kind != "level":
        return ()
    return levels


def _name_before(sketch: Sketch, place: int) -> tuple[int, int]:
    end = sketch.letters[place]
    lead = re.split("[，；、。]", sketch.lead(place))[-1]
    return end - len(lead), end


def _counted_list(sketch: Sketch, start: int) -> tuple[int, int] | None:
    """A list whose number of members is told behind it, right before an offset: 甲、乙、丙三个(园区).

    Returns:
        Where the list begins, and its number; ``None`` where the number is not that of the names listed.
    """
    place = sketch.index(start - 1)
    if place < 0:
        return None
    claim = sketch.claims[place]
    if claim.unit not in _COUNTERS or claim.value is None or claim.bound != "=":
        return None
    begin = _clause_start(sketch.text, sketch.line_at(start).start, start - 1)
    listed = _BRACKETS.sub("", sketch.text[begin : start - 1])
    number = listed.count("、") + 1 + len(_CONJUNCTION.findall(listed))
    return (begin, number) if "、" in listed and number == claim.value else None


def _values(sketch: Sketch, place: int) -> tuple[tuple[Claim, ...], bool]:
    """The run of values from a claim on, and whether labels stand between them."""
    claims, letters, text = sketch.claims, sketch.letters, sketch.text
    found = [claims[place]]
    while place + 1 < len(claims) and len(found) < _MOST_VALUES:
        between = text[letters[place] + 1 : letters[place + 1]]
        following = claims[place + 1]
        alike = (
            following.unit == found[-1].unit
            or not found[-1].unit
            or {following.unit, found[-1].unit} <= {"", "名"}
        )
        if not alike and len(between) <= 8 and _JOINED.fullmatch(between):
            return tuple(found), True
        if len(between) > 8 or not _JOINED.fullmatch(between):
            labelled = len(between) <= 12 and between[:1] in "、和" and between != "" and alike
            return tuple(found), labelled
        found.append(following)
        place += 1
    return tuple(found), False


def _subject(text: str, floor: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that name the subjects of 分别: its own clause, or the one before when that is empty."""
    start = _clause_start(text, floor, end)
    if not _BRACKETS.sub("", text[start:end]).strip():
        if start <= floor or text[start - 1] != "，":
            return None
        end = start - 1
        start = _clause_start(text, floor, end)
    while start < end and text[start] in " 、和与":
        start += 1
    return (start, end) if end - start >= 2 else None


def _clause_start(text: str, floor: int, end: int) -> int:
    depth = 0
    for place in range(end - 1, max(floor, end - 90) - 1, -1):
        character = text[place]
        if character == "）":
            depth += 1
        elif character == "（":
            if not depth:
                return place + 1
            depth -= 1
        elif not depth and _CLAUSE.match(character):
            return place + 1
    return max(floor, end - 90)


def members(subject: str) -> tuple[frozenset[int], bool]:
    """How many things a list of subjects may name.

    Args:
        subject: The words before 分别.

    Returns:
        The possible numbers, empty where the words do not tell, and whether they tell for certain: 和 may join two
        subjects or stand inside the name of one.
    """
    bare = _BRACKETS.sub("", subject)
    if re.search(rf"[{LETTERS}]", bare):
        return frozenset(), False
    counted = _COUNTED.search(bare)
    if counted is not None:
        listed = bare[: counted.start()]
        declared = _NUMERALS[counted.group("count")]
        if "、" not in listed:
            return frozenset({declared}), False
        named = listed.count("、") + 1
        return frozenset({declared, named, bare.count("、") + 1}), declared == named
    if _OPEN.search(bare):
        return frozenset(), False
    stops, joints = bare.count("、"), len(_CONJUNCTION.findall(bare))
    if not stops and not joints:
        return frozenset(), False
    counts = set(range(stops + 1, stops + joints + 2)) | {(stops + 1) * (joints + 1)}
    counts |= {levels.group().count("、") + 1 for levels in _LEVELS.finditer(bare)}
    if stops and joints == 1 and _closes_list(bare):
        counts = {stops + 2}
    return frozenset(counts), joints == 0 or len(counts) == 1


def _closes_list(subject: str) -> bool:
    """Whether 和 stands between the last two members, which end alike: 工业、农业和服务业, not 电气机械和器材制造业."""
    *_, before, tail = subject.split("、")
    one, joint, other = tail.partition("和")
    if not joint or len(one) < 2 or len(other) < 2:
        return False
    return one[-1] in other[: len(one) + 2] and (one[-1] == before[-1] or one[-2:] in other)


@once
def distributions(sketch: Sketch) -> tuple[Distribution, ...]:
    """The distributions of a document whose subjects are named in words and whose values stand in one run."""
    return tuple(_distributions(sketch))
