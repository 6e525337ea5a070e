"""A26: a printed difference is not what lies between two printed numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.formulas import Formula, itself, minus
from checks.rules.arithmetic.operands import Operand, operand_or_mask, operands, operands_or_masks, scale_of
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, MILLE, PERCENT, POINTS, Sketch, member, sketch_of
from checks.rules.arithmetic.told_again import told_again
from checks.rules.arithmetic.trial import Trial, judge, weigh
from checks.rules.arithmetic.wording import gap, way
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_VALUE = f"{PERCENT}{MILLE}{LEVEL}"
_THAN_FIRST = late(
    rf"(?P<one>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,4}}[，、（]?[^{LETTERS}。；，\n\f]{{0,5}}?(?P<verb>高于|低于|快于|慢于|高出|低出|多于|少于|好于|领先|落后于?|超过|超出)(?P<words>{gap(18, '，')})"
    rf"(?P<other>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,8}}(?P<gap>[{POINTS}{LEVEL}])"
)
_BY_NAME = late(
    rf"[，、](?P<me>[^{LETTERS}。；，、\n\f]{{0,8}}?)(?P<verb>高于|低于|快于|慢于|高出|低出|领先|落后于?|超出?|超过)(?P<who>[^{LETTERS}。；，、\n\f]{{2,8}}?)(?:平均)?(?:水平|增速)?(?P<gap>{POINTS})"
)
_THAN_LAST = late(
    rf"(?P<one>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,4}}[，、]?(?:增速|增幅|涨幅|平均|人均)?[比较](?P<words>{gap(18, '，')})(?P<other>[{_VALUE}])）?[^{LETTERS}。；，\n\f]{{0,6}}?(?P<verb>高|低|快|慢|多|少|超|节[约省])[^{LETTERS}。；，、\n\f]{{0,2}}(?P<gap>[{POINTS}{LEVEL}])"
)
_THAN_NAME = late(
    rf"[，、](?P<me>[^{LETTERS}。；，、\n\f]{{0,8}}?)[比较](?P<who>[^{LETTERS}。；，、\n\f]{{2,8}}?)(?:平均)?(?:水平|增速)?(?P<verb>高|低|快|慢)出?了?(?P<gap>{POINTS})"
)
_THAN_BASE = late(
    rf"，(?:同比|比上年|比去年|比预算)?(?P<verb>多|少|超|短)[^{LETTERS}。；，、\n\f]{{0,3}}(?P<gap>{LEVEL})"
)
_UNKNOWN_OTHER = late(
    rf"(?P<one>{PERCENT})[^{LETTERS}。；，\n\f]{{0,4}}，(?P<words>(?:[增涨降][幅速]|占比|比重|同比)?(?:[比与较同低高提上下]|低于|高于){gap(22, '，')})(?P<gap>{POINTS})"
)
# 综合指数达到612.4点，同比下降27.3点，比全省平均高出315.7点
_UNKNOWN_LEVEL = late(
    rf"(?P<one>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，(?:[^{LETTERS}。；，\n\f]{{0,8}}[{LEVEL}{PERCENT}]，)?(?:比全[国省市]{gap(8, '，')}(?:高|多)出?|(?:高|多)于全[国省市]{gap(6, '，')}|高出全[国省市]{gap(6, '，')})(?P<gap>{LEVEL})(?=[，。；）])"
)
_WHEN = late(r"[年月期末初季]")
_TWICE = late(
    rf"(?P<one>[{PERCENT}{MILLE}])[^{LETTERS}。；，\n\f]{{0,4}}，[比较]{gap(12, '，')}[{PERCENT}{MILLE}][高低快慢]出?{POINTS}[，、]"
    rf"[比较]{gap(12, '，')}(?P<other>[{PERCENT}{MILLE}])(?P<verb>[高低快慢])出?(?P<gap>{POINTS})"
)
_APART = late(
    rf"(?P<one>[{PERCENT}{LEVEL}])[，、；]{gap(14, '，')}(?P<other>[{PERCENT}{LEVEL}])[，；](?:两者|二者|之间|前后)?相差(?P<gap>[{POINTS}{LEVEL}])"
)
_REACH = 4
_LESS = (
    "低于",
    "慢于",
    "低出",
    "少于",
    "落后",
    "落后于",
    "低",
    "慢",
    "少",
    "短",
    "差",
    "不及",
    "节约",
    "节省",
)
_BELOW = late(r"低|少|差|落后|不及|慢")
_GROWS = late(r"增|提高|上升|下降|回落|上年|去年|同期|年初|提升|减|降|收窄|扩大")


def relate(reading: Reading) -> Iterator[Relation]:
    """The differences of a document between two places or two things."""
    sketch = sketch_of(reading)
    yield from judge(sketch, _trials(sketch))
    for relation in judge(sketch, told_again(sketch)):
        yield replace(relation, identity=None)  # tied by common words: no ground for contradicting others


def _trials(sketch: Sketch) -> Iterator[Trial | Relation]:
    seen: set[int] = set()
    for pattern in (_THAN_FIRST, _THAN_LAST):
        for match in pattern.finditer(sketch.text):
            claims = sketch.named(match, "gap", "one", "other")
            if claims is None or claims[1].unit != claims[2].unit or claims[0].number in seen:
                continue
            points = claims[0].unit == "百分点"
            rates = claims[1].unit in ("%", "‰")
            if points != rates or (not points and claims[0].unit != claims[1].unit):
                continue
            if _WHEN.search(match.group("words")) and points:
                continue  # a comparison with another time is a change of the rate, which A08 tests
            seen.add(claims[0].number)
            trial = _trial(sketch, claims, match.group("verb") in _LESS)
            if trial is not None:
                yield trial
    yield from _compared_again(sketch)
    for match in _APART.finditer(sketch.text):
        claims = sketch.named(match, "gap", "one", "other")
        if claims is None or claims[1].unit != claims[2].unit or claims[0].number in seen:
            continue
        if claims[0].unit == (claims[1].unit if claims[1].unit != "%" else "百分点"):
            seen.add(claims[0].number)
            less = (claims[1].value or 0) < (claims[2].value or 0)
            trial = _trial(sketch, (claims[0], claims[2], claims[1]) if less else claims, False)
            if trial is not None:
                yield trial
    for pattern in (_BY_NAME, _THAN_NAME):
        for match in pattern.finditer(sketch.text):
            claims = _by_name(sketch, match)
            if claims is not None and claims[0].number not in seen:
                seen.add(claims[0].number)
                trial = _trial(sketch, claims, match.group("verb") in _LESS)
                if trial is not None:
                    yield trial
    for change in changes(sketch):
        found = _THAN_BASE.match(sketch.text, change.end)
        named = sketch.named(found, "gap") if found is not None and not change.verb else None
        if found is None or named is None or named[0].unit != change.new.unit or named[0].number in seen:
            continue
        seen.add(named[0].number)
        trial = _trial(sketch, (named[0], change.new, change.old), found.group("verb") in _LESS)
        if trial is not None:
            yield trial
    for match in _UNKNOWN_OTHER.finditer(sketch.text):
        claims = sketch.named(match, "gap", "one")
        if claims is None or claims[0].number in seen:
            continue
        words = match.group("words")
        moved = _GROWS.search(words) is not None
        below = way(words) == "down" if moved else _BELOW.search(words) is not None
        other = _other_rate(sketch, claims[0], claims[1], below)
        if moved and isinstance(other, Trial) and weigh(sketch, other).state != "holds":
            continue  # rates of profit start below zero, those of sale and completion fall from above a hundred
        if other is not None:
            yield other
    for match in _UNKNOWN_LEVEL.finditer(sketch.text):
        claims = sketch.named(match, "gap", "one")
        levels = operands(*claims) if claims is not None else None
        if claims is None or levels is None or claims[0].number in seen:
            continue
        if claims[0].unit == claims[1].unit and claims[1].kind == "level":
            seen.add(claims[0].number)
            yield _other_level(sketch, levels)


def _compared_again(sketch: Sketch) -> Iterator[Trial]:
    """One value compared twice: 增长8.6%，比全国的5.8%高2.8个百分点，比全省的6.5%高2.1个百分点."""
    for match in _TWICE.finditer(sketch.text):
        claims = sketch.named(match, "gap", "one", "other")
        if claims is None or claims[1].unit != claims[2].unit or claims[1].unit not in ("%", "‰"):
            continue
        trial = _trial(sketch, claims, match.group("verb") in _LESS)
        if trial is not None:
            yield trial


def _by_name(sketch: Sketch, match: re.Match[str]) -> tuple[Claim, ...] | None:
    """The two rates of which a difference names the other, or both: 全省增长6.0%，我市增长7.2%，高于全省1.2个百分点."""
    place = sketch.index(match.start("gap"))
    line = sketch.line_at(match.start("gap"))
    me, who = match.group("me"), match.group("who")
    one = other = None
    for before in range(place - 1, max(line.first, place - _REACH) - 1, -1):
        claim = sketch.claims[before]
        lead = re.split("[，；。]", sketch.lead(before).rstrip("，"))[-1]
        if claim.unit not in ("%", "‰") or "；" in sketch.text[sketch.letters[before] : match.start()]:
            break
        if other is None and who in lead:
            other = claim
        elif one is None and (me in lead if me else before >= place - 1 - (other is not None)):
            one = claim
    if one is not None and other is None and place + 1 < line.last:
        claim = sketch.claims[place + 1]
        other = claim if who in sketch.lead(place + 1) and claim.unit == one.unit else None
    if one is None or other is None:
        return None
    return sketch.claims[place], one, other


def _trial(sketch: Sketch, claims: tuple[Claim, ...], less: bool) -> Trial | None:
    stated = operand_or_mask(claims[0], less)
    pair = operands_or_masks(*claims[1:])
    if stated is None or pair is None:
        return None
    words = [sketch.quote(claim) for claim in claims]
    return Trial(
        "difference",
        stated,
        pair,
        minus,
        f"{words[1]}-{words[2]}",
        f"“{words[1]}”与“{words[2]}”相差{{computed}}，文中为“{{stated}}”",
        worst="error" if all(claim.status == "actual" for claim in claims) else "warning",
    )


def _other_level(sketch: Sketch, found: tuple[Operand, ...]) -> Trial:
    """A level that lies above an unprinted one by so much: not more than all of it."""
    gap_, level = (sketch.quote(one.claim) if one.claim is not None else "" for one in found)
    return Trial(
        "difference",
        found[0],
        found[1:],
        itself,
        level,
        f"“{level}”不可能高出别处“{gap_}”",
        test="<=",
        worst="warning",
        strength="weak",
    )


def _other_rate(sketch: Sketch, points: Claim, rate: Claim, below: bool) -> Trial | Relation | None:
    """A rate whose distance from an unprinted one is told: the other must be a rate as well."""
    found = operands(points, rate)
    if found is None or rate.value is None:
        return None
    if rate.kind == "growth" and rate.direction != "down":
        return _other_growth(sketch, found, below)
    if rate.kind != "share" or not 0 <= rate.value <= 100:
        return None

    def room(intervals: Sequence[Interval]) -> Interval | None:
        left = Interval.exactly(Fraction(100)) - intervals[0] if below else intervals[0]
        return Interval(None, left.high, False, left.high_open)

    left = f"{'100%-' if below else ''}{sketch.quote(rate)}"
    return Trial(
        "difference",
        found[0],
        found[1:],
        Formula(room),
        left,
        "差“{stated}”时，被比较的比率不在0到100%之间",
        test="<=",
        worst="warning",
        strength="weak",
    )


def _other_growth(sketch: Sketch, found: tuple[Operand, ...], below: bool) -> Relation | None:
    """A growth whose distance from an unprinted one is told: the other follows, and nothing else contradicts it."""
    points, rate = found
    if points.claim is None or rate.claim is None:
        return None
    other = rate.interval + points.interval if below else rate.interval - points.interval
    if other.high is None or other.high <= -100:
        return None
    sign = "+" if below else "-"
    scale = scale_of(rate.claim)
    left = f"{sketch.quote(rate.claim)}{sign}{sketch.quote(points.claim)}"
    equation = f"被比较的增速={left}={shown(other, scale)} {scale.suffix}：成立"
    return Relation("difference", "weak", "holds", equation, (member(points.claim), member(rate.claim)))


RULE = Rule(
    code="A26",
    name="difference-mismatch",
    title="高于、低于的差额与两数不符",
    category="arithmetic",
    severity="error",
    what="“高于全省6.0%共1.2个百分点”“比乙县的40亿元多5亿元”这类句子，用两数之差核对所写差额。",
    why="差额由两个数直接相减得出。",
    silent="被比较的数未写明时，只检验它是否可能（比率在0到100%之间，高出的部分不大于本身）。",
    bad=(
        Example("我市服务业增长7.2%，高于全省6.0%近2个百分点。", "近2个百分点"),
        Example("云溪县实现税收45.0亿元，比临江区的40.2亿元多5.8亿元。", "5.8亿元"),
    ),
    good=(
        "我市服务业增长7.2%，高于全省6.0%共1.2个百分点。",
        "云溪县实现税收45.0亿元，比临江区的40.2亿元多4.8亿元。",
    ),
    near=("我市常住人口城镇化率只有55.2%，与全省平均水平差了近15个百分点。",),
    relate=relate,
)
