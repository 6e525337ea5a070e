"""A02: the shares of a declared partition do not make a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.age_groups import age_groups
from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import constant, operands_or_masks
from checks.rules.arithmetic.partitions import closed
from checks.rules.arithmetic.shares_adding_up import adding_up
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, once_each
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.late import late

_RUN = late(rf"(?P<first>{PERCENT})(?:{gap(16)}{PERCENT}){{1,7}}(?P<behind>[^{LETTERS}]?)")
_BEFORE = late(rf"[^{LETTERS}。；\n\f]{{1,60}}$")
_AMOUNT_AND_SHARE = rf"{LEVEL}[，（]?占(?:比|全部的?|总数的?|(?:总|常住)人口的?(?:比重)?)?(?:为|达)?"
_WITH_AMOUNTS = late(
    rf"{_AMOUNT_AND_SHARE}(?P<first>{PERCENT})(?:）?[；，、和][^{LETTERS}。；，\n\f]{{1,16}}{_AMOUNT_AND_SHARE}{PERCENT}){{1,5}}"
)
_SHARE = late(r"占|比重|占比|构成|结构|比例|份额")
_THREE = late(
    r"三次产业|三产业|三产(?=比重|占比|结构)|一、二、三产业|第?一、?第?二、?第?三(?:次)?产业|三大产业|一二三产"
)
_SPLIT = late(r"、|以及|和|及|与")
_PULLED = late(r"三次产业对[^，]{0,12}贡献率分别")
_NO_SHARE = late(r"增长|增速|增幅|下降|提高|上升|回落|贡献|拉动|完成率|满意|覆盖|合格|率")


def relate(reading: Reading) -> Iterator[Relation]:
    """The partitions of a document whose shares must make a hundred."""
    sketch = sketch_of(reading)
    return judge(sketch, once_each((*_trials(sketch), *age_groups(sketch), *adding_up(sketch, _hundred))))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    yield from _beside_amounts(sketch)
    for match in _RUN.finditer(sketch.text):
        found = _BEFORE.search(sketch.text, max(0, match.start() - 60), match.start())
        before = found.group() if found is not None else ""
        whole_run = before + match.group()
        pulled = _PULLED.search(whole_run) is not None
        if not (_SHARE.search(whole_run) or pulled) or (_NO_SHARE.search(whole_run) and not pulled):
            continue
        claims = sketch.within(match.start("first"), match.end())
        labels = _labels(sketch, match, before, len(claims))
        if not labels or len(labels) != len(claims):
            continue
        behind = sketch.text[match.start("behind") : match.start("behind") + 3]
        if not closed(labels, behind) and not (_THREE.search(whole_run) and len(claims) == 3):
            continue
        trial = _hundred(claims)
        if trial is not None:
            yield replace(trial, worst="warning") if pulled else trial


def _beside_amounts(sketch: Sketch) -> Iterator[Trial]:
    """Partitions that print each amount with its share: 男性34.8万人，占50.9%；女性33.6万人，占49.1%."""
    for match in _WITH_AMOUNTS.finditer(sketch.text):
        claims = sketch.within(match.start(), match.end())[1::2]
        first = sketch.index(match.start("first"))
        labels = [sketch.lead(first + 2 * place - 1).strip("，；、和（）") for place in range(len(claims))]
        labels[0] = re.split(r"[，：；]|中(?=[^，：；]{2})", labels[0])[-1]
        if closed(labels) and (trial := _hundred(claims)) is not None:
            yield trial


def _labels(sketch: Sketch, match: re.Match[str], before: str, count: int) -> list[str]:
    """What each share is of: the list before 分别, or the words before each number."""
    if "分别" in before or "依次" in before or _THREE.search(before):
        if _THREE.search(before) and count == 3:
            return ["一产", "二产", "三产"]
        subject = re.split(r"[，：]", re.split("分别|依次", before)[0].rstrip("，"))[-1]
        return [part for part in _SPLIT.split(re.sub(r"占.*$|比重.*$", "", subject)) if part]
    text = sketch.text
    labels = [re.split(r"[，：；]|中(?=[^，：；]{2})", before.rstrip("，："))[-1]]
    for place in range(match.start("first") + 1, match.end()):
        if text[place] == PERCENT:
            previous = max(text.rfind(PERCENT, match.start("first"), place), match.start("first"))
            labels.append(text[previous + 1 : place])
    return labels


def _hundred(claims: tuple[Claim, ...]) -> Trial | None:
    found = operands_or_masks(*claims)
    if found is None or any(claim.kind not in ("share", "level", "other") for claim in claims):
        return None
    left = "+".join(one.numeral() for one in found)
    message = "各部分占比之和为{computed}，应为{stated}"
    return Trial(
        "share",
        constant(Fraction(100)),
        found,
        added,
        left,
        message,
        strength="strong",
        point=member(claims[0]),
    )


RULE = Rule(
    code="A02",
    name="shares-not-hundred",
    title="构成占比之和不为100%",
    category="arithmetic",
    severity="error",
    what="三次产业、城乡、男女、进出口等完整划分的各部分占比相加，应在舍入误差内等于100%。",
    why="完整划分的占比加起来只能是100%，误差超过各数舍入之和就有一个数写错。",
    silent="只列出主要部分、可以多选的调查、分母各不相同的比重（如几类资金各自的支持比重）不判。",
    bad=(
        Example("青川市三次产业占比分别为6.8%、45.2%和50%。", "6.8%"),
        Example("青川市客运量中，城镇居民占61.5%、农村居民占48.5%。", "61.5%"),
    ),
    good=(
        "青川市三次产业占比分别为6.8%、45.2%和48%。",
        "青川市游客中，境内游客占96.4%、境外游客占3.6%。",
    ),
    near=("专项基金、新增用能、新增用地支持民间项目比重分别为98.3%、92.8%、83.6%。",),
    relate=relate,
)
