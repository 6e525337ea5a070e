"""A07: level, increment and growth of one thing do not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.formulas import growth_by_increment, itself, minus
from checks.rules.arithmetic.growth import gated, gravest
from checks.rules.arithmetic.operands import Operand, operand_or_mask, operands
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, once_each, unweighed
from checks.rules.arithmetic.wording import bases, gap, way
from extract import Reading
from extract.claim import Claim
from extract.late import late

_MORE = (
    r"(?:(?<!新)(?:净增加?|增加|增长|增收|增产|多[产招收种栽销支发售放]|增|提高|上升|多|减少|下降|降低|少|减收|减产|减|降)(?:了|近)?|"
    r"(?<=[比较]上年)新增|(?<=[比较]去年)新增|(?<=[比较]年初)新增|(?<=上年)扩大|(?<=去年)扩大|(?<=同比)扩大|(?<=同比)新增)"
)
_GROWN = r"(?:增长|增加|提高|上升|下降|减少|降低|增|降|增幅|增速|降幅)(?:率|幅)?(?:了|为|达到?|约)?"
_LEVEL_MORE_GROWN = late(
    rf"(?P<level>{LEVEL})(?P<one>[^{LETTERS}。；，\n\f]{{0,8}}[，、（]{gap(12, '，')}{_MORE})(?P<more>{LEVEL})"
    rf"(?P<two>[，、]?{gap(12, '，')}{_GROWN})(?P<growth>{PERCENT})"
)
_LEVEL_GROWN_MORE = late(
    rf"(?P<level>{LEVEL})(?P<two>[^{LETTERS}。；，\n\f]{{0,8}}[，、（]{gap(12, '，')}{_GROWN})(?P<growth>{PERCENT})"
    rf"(?P<one>[，、]?{gap(12, '，')}{_MORE})(?P<more>{LEVEL})"
)
_AGAINST_MORE = late(
    rf"(?P<new>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，[比较](?P<when>{gap(12, '，')})(?P<old>{LEVEL})(?P<one>(?:增收|增加|增长|净增|增产|减少|减收|减产|下降|提高)了?)(?P<more>{LEVEL})"
)
_LEVEL_MORE = late(
    rf"(?P<level>{LEVEL})(?P<one>[^{LETTERS}。；，\n\f]{{0,8}}[，、（](?:[比较][^{LETTERS}。；，、]{{1,10}}?|环比[^{LETTERS}。；，、]{{0,6}}?|同比)(?:增加|新增|净增|增长|增|多)了?|[^{LETTERS}。；，\n\f]{{0,8}}，(?:净增|增产|增收|增加)了?)(?P<more>{LEVEL})"
)
# 指数大跌4451点报31458点，跌幅为12.4%
_MOVED = late(
    rf"(?P<one>[涨跌升降增减](?:了)?)(?P<more>{LEVEL})，?[报至到](?P<level>{LEVEL})(?P<two>[，（][^{LETTERS}。；\n\f]{{0,16}}?[涨跌升降]幅?(?:为|达到?)?)(?P<growth>{PERCENT})"
)
_NET = late(r"利润|赤字|贫困|净|差额|顺差|逆差|亏|结余|收益|盈|融资|增量|增加额|新增贷款")
_OLD_NEW_MORE = late(rf"[，、]?(?P<one>{gap(12, '，')}(?:{_MORE}|新增))(?P<more>{LEVEL})")


def relate(reading: Reading) -> Iterator[Relation]:
    """The increments of a document with the level and the growth, or the two levels, that they belong to."""
    sketch = sketch_of(reading)
    return judge(sketch, once_each(_trials(sketch)))


def _trials(sketch: Sketch) -> Iterator[Trial | Relation]:
    earlier = {change.old.number for change in changes(sketch)}
    for pattern in (_LEVEL_MORE_GROWN, _LEVEL_GROWN_MORE, _MOVED):
        for match in pattern.finditer(sketch.text):
            found = sketch.named(match, "level", "more", "growth")
            if found is None or found[0].unit != found[1].unit or found[0].number in earlier:
                continue
            one, two = match.group("one"), match.group("two")
            if re.search("年均|平均|累计增|环比|每年", one + two):
                continue
            begin = sketch.letters[sketch.index(match.start("level"))]
            yield _by_increment(sketch, found, one, two, begin)
    for match in _LEVEL_MORE.finditer(sketch.text):
        found = sketch.named(match, "more", "level")
        if found is None or found[0].unit != found[1].unit or found[1].number in earlier:
            continue
        whole = operands(*found)
        lead = sketch.lead(sketch.index(match.start("level")))
        if whole is not None and not _NET.search(lead + match.group("one")):
            yield _within(sketch, whole, found)
    for match in _AGAINST_MORE.finditer(sketch.text):
        found = sketch.named(match, "more", "new", "old")
        if found is not None and len({claim.unit for claim in found}) == 1:
            trial = _difference(sketch, found[0], match.group("one"), found[1], found[2])
            if trial is not None:
                yield trial
    for change in changes(sketch):
        then = _OLD_NEW_MORE.match(sketch.text, change.end)
        named = sketch.named(then, "more") if then is not None else None
        if (
            then is None
            or named is None
            or named[0].unit != change.new.unit
            or re.search("均|每年", then.group("one"))
        ):
            continue
        trial = _difference(sketch, named[0], then.group("one"), change.new, change.old)
        if trial is not None:
            yield trial


def _by_increment(
    sketch: Sketch, claims: tuple[Claim, ...], one: str, two: str, begin: int
) -> Trial | Relation:
    level, more, growth = claims
    left = f"{sketch.quote(more)}÷({sketch.quote(level)}-{sketch.quote(more)})×100"
    lead = sketch.lead(sketch.index(begin))
    different = bases(one) and bases(two) and bases(one) != bases(two)
    severity, reason = gravest((level,), lead, "")
    if reason.endswith("可比口径计算，不能由水平数推算"):
        severity = "warning"  # level, increment and growth share one base, comparable or not
    if severity is None:
        severity = "warning"
    stated = operand_or_mask(growth, way(two) == "down")
    one_, more_ = operand_or_mask(level), operand_or_mask(more, way(one) == "down")
    if different or gated(one + two) or stated is None or one_ is None or more_ is None:
        reason = "增量与增速的基期或口径不同" if different or gated(one + two) else "数值被遮盖"
        return unweighed("increment", claims, left, reason)
    return Trial(
        "increment",
        stated,
        (one_, more_),
        growth_by_increment,
        left,
        f"“{sketch.quote(level)}”比基期变化“{sketch.quote(more)}”，应为{{computed}}，文中为“{{stated}}”",
        worst=severity,
    )


def _within(sketch: Sketch, found: tuple[Operand, ...], claims: tuple[Claim, ...]) -> Trial:
    """An increase is not larger than the level that it led to: the base would have been below zero."""
    more, level = map(sketch.quote, claims)
    return Trial(
        "increment",
        found[0],
        found[1:],
        itself,
        level,
        f"增加的“{more}”大于增加后的“{level}”，基期成了负数",
        test="<=",
        worst="warning",
        strength="weak",
    )


def _difference(sketch: Sketch, more: Claim, words: str, new: Claim, old: Claim) -> Trial | None:
    stated = operand_or_mask(more, way(words) == "down")
    one, other = operand_or_mask(new), operand_or_mask(old)
    if stated is None or one is None or other is None:
        return None
    aim = any(claim.status != "actual" for claim in (more, new, old))
    return Trial(
        "increment",
        stated,
        (one, other),
        minus,
        f"{sketch.quote(new)}-{sketch.quote(old)}",
        f"由“{sketch.quote(old)}”到“{sketch.quote(new)}”相差{{computed}}，文中为“{{stated}}”",
        worst="warning" if aim else "error",
    )


RULE = Rule(
    code="A07",
    name="increment-mismatch",
    title="增量、水平与增速不符",
    category="arithmetic",
    severity="error",
    what="水平、增量、增速写在一起时，用“增量÷(水平-增量)”推算增速；由B到A再写增加多少时，用A减B核对增量；只写水平和增量时，增量不应大于水平。",
    why="三者共用同一基期，可比口径下也成立。",
    silent="增量与增速的基期不同（比年初增加、同比增长）、单位不同或有口径用语时不判；生产总值等指标至多提示。",
    bad=(
        Example("全市宽带用户达120万户，比上年增加20万户，增长25%。", "25%"),
        Example("云溪县学位由3.2万个增加到4.0万个，增加0.6万个。", "0.6万个"),
    ),
    good=(
        "全市宽带用户达120万户，比上年增加20万户，增长20%。",
        "云溪县学位由3.2万个增加到4.0万个，增加0.8万个。",
    ),
    near=("各项存款余额1200亿元，比年初增加100亿元，同比增长12.5%。",),
    relate=relate,
)
