"""A16: a mean is not the mean of the numbers listed, or lies outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import Formula, mean_of
from checks.rules.arithmetic.mean_changes import mean_changes
from checks.rules.arithmetic.operands import operands, operands_or_masks
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_MEANS = rf"(?:[一二两三四五六七八九十\d]{{1,2}}[年月季次项个]{{0,2}})?(?:平均(?:每[^{LETTERS}。；，\n\f]{{1,4}}|[产得]?[量分])?|均值|平均[值数]|[季月年日]均|每[年月季]平均)"
_MEAN = late(
    rf"(?P<first>{LEVEL})(?:[、，和]{gap(8, '，、')}{LEVEL}){{2,20}}[^{LETTERS}。；，\n\f]{{0,6}}，(?:{_MEANS})(?:为|达|是|约)?(?P<mean>{LEVEL})"
)
_HOUSEHOLDS = late(r"居民人均可支配收入|居民人均生活?消费支出|居民人均消费支出")


def relate(reading: Reading) -> Iterator[Relation]:
    """The means of a document with what they are the mean of."""
    sketch = sketch_of(reading)
    return judge(sketch, (*_lists(sketch), *_incomes(sketch), *mean_changes(sketch)))


def _lists(sketch: Sketch) -> Iterator[Trial]:
    for match in _MEAN.finditer(sketch.text):
        claims = sketch.within(match.start("first"), match.end())
        items, mean = claims[:-1], claims[-1]
        if len({claim.unit for claim in claims}) != 1 or any(
            claim.kind not in ("level", "other") for claim in claims
        ):
            continue
        found = operands_or_masks(mean, *items)
        if found is None:
            continue
        yield Trial(
            "bounded",
            found[0],
            found[1:],
            mean_of,
            f"({'+'.join(one.numeral() for one in found[1:])})÷{len(items)}",
            "各项的平均数为{computed}，文中为“{stated}”",
            worst="warning",
        )


def _incomes(sketch: Sketch) -> Iterator[Trial]:
    """Income of all residents lies between that of the country and that of the town."""
    done: set[int] = set()
    for match in _HOUSEHOLDS.finditer(sketch.text):
        number = sketch.line_number(match.start())
        line = sketch.lines[number]
        if line.paragraph in done:
            continue
        measure = match.group()
        found: dict[str, Claim] = {}
        for other in sketch.lines[max(0, number - 1) : number + 3]:
            if other.paragraph != line.paragraph:
                continue
            for place in range(other.first, other.last):
                for name, claim in _named(sketch, place, measure):
                    if claim.unit == "元" and claim.kind in ("level", "other"):
                        found.setdefault(name, claim)
        if len(found) == 3:
            done.add(line.paragraph)
            yield from _between(sketch, found)


def _named(sketch: Sketch, place: int, measure: str) -> Iterator[tuple[str, Claim]]:
    lead, claims = sketch.lead(place), sketch.claims
    if re.search(rf"城[镇市][^，]{{0,4}}(?:农村|乡村)(?:常住)?{measure}分别[^，]{{0,4}}$", lead):
        yield from zip(("town", "country"), claims[place : place + 2], strict=False)
    elif name := _whose(lead, measure):
        yield name, claims[place]


def _whose(lead: str, measure: str) -> str:
    match = re.search(
        rf"(城镇|城市|农村|乡村|全体|全市|全县|全省|全国|全区|，|。|^)?(?:常住)?{measure}(?:分别)?(?:已)?(?:为|达到?|约|是|突破|超过?)?$",
        lead,
    )
    if match is None:
        return ""
    return {"城镇": "town", "城市": "town", "农村": "country", "乡村": "country"}.get(
        match.group(1) or "", "all"
    )


def _between(sketch: Sketch, found: dict[str, Claim]) -> Iterator[Trial]:
    known = operands(found["all"], found["town"], found["country"])
    if known is None or found["all"].value is None:
        return
    stated = known[0]
    words = f"农村 {sketch.quote(found['country'])} 与城镇 {sketch.quote(found['town'])} 之间"
    yield Trial(
        "bounded",
        stated,
        known[1:],
        Formula(_spanned),
        words,
        f"全体居民的“{{stated}}”不在{words}",
        worst="warning",
        strength="weak",
    )


def _spanned(intervals: Sequence[Interval]) -> Interval:
    lows = [interval.low for interval in intervals]
    highs = [interval.high for interval in intervals]
    low = None if None in lows else min(end for end in lows if end is not None)
    high = None if None in highs else max(end for end in highs if end is not None)
    return Interval(low, high)


RULE = Rule(
    code="A16",
    name="mean-mismatch",
    title="平均数与各项不符",
    category="arithmetic",
    severity="warning",
    what="逐项列出后写平均数的，核对平均数是否为各项之和除以项数；全体居民收入应在城镇与农村居民收入之间；由某年的B到某年的A再写年均增加多少的，用两数之差除以年数核对。",
    why="平均数不可能在各项的范围之外。",
    silent="加权平均或只列出部分项时，至多提示；“年均新增”只计进、不计出，不由两数之差推算。",
    bad=(
        Example("五个乡镇分别建成3个、4个、5个、6个、7个，平均8个。", "8个"),
        Example(
            "居民人均可支配收入52300元，其中城镇居民人均可支配收入51200元，农村居民人均可支配收入27800元。",
            "52300元",
        ),
        Example("经营主体由2019年的35.2万户增加到2024年的60.7万户，年均增加8.1万户。", "8.1万户"),
    ),
    good=(
        "五个乡镇分别建成3个、4个、5个、6个、7个，平均5个。",
        "经营主体由2019年的35.2万户增加到2024年的60.7万户，年均增加5.1万户。",
        "居民人均可支配收入42300元，其中城镇居民人均可支配收入51200元，农村居民人均可支配收入27800元。",
    ),
    near=(
        "五个乡镇分别建成3个、4个、5个、6个、7个，平均投资8亿元。",
        "经营主体由2019年的35.2万户增加到2024年的60.7万户，年均新增登记9.3万户。",
    ),
    relate=relate,
)
