"""Sums that hold by definition, although no word such as 其中 says so: industries of an output, quarters of a year."""

from __future__ import annotations

from collections.abc import Iterator

from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.parts import NOT_ADDED
from checks.rules.arithmetic.sketch import BREAK, LEVEL, Sketch
from checks.rules.arithmetic.trial import Trial
from checks.rules.arithmetic.wording import gap
from extract.late import late

_VALUE_ADDED = r"(?:实现|完成)?增加值(?:实现|完成|为|达到?)?"
_OTHER = rf"[^。{LEVEL}\n\f]{{0,24}}[，；]"
_INDUSTRIES = late(
    rf"(?:第一产业|一产){_VALUE_ADDED}(?P<one>{LEVEL}){_OTHER}(?:第二产业|二产){_VALUE_ADDED}(?P<two>{LEVEL}){_OTHER}(?:第三产业|三产){_VALUE_ADDED}(?P<three>{LEVEL})"
)
_OUTPUT = late(rf"(?<!人均)(?:地区|国内)?生产总值(?:（GDP）)?(?:实现|完成|为|达到?)?(?P<total>{LEVEL})")
_ALL_THREE = late(
    rf"第?一、?第?二、?第?三(?:次)?产业增加值(?:分别)?(?:完成|实现|为|达到?)(?P<one>{LEVEL})、(?P<two>{LEVEL})[、和](?P<three>{LEVEL})[，；](?:合计|全[年市县省区])?(?:实现|完成)?(?:地区|国内)?生产总值(?:为|达到?|合计|完成|实现)?(?P<total>{LEVEL})"
)
_OUTPUT_BEHIND = late(
    rf"[^。；\n\f{LEVEL}]{{0,16}}[，；](?:合计|全[年市县省区])?(?:地区|国内)?生产总值(?:为|达到?|合计)?(?P<total>{LEVEL})"
)
_INDUSTRIES_SUM = "三次产业增加值之和为{computed}，与生产总值“{stated}”不符"
_REACH = 90
_HARVESTS = late(
    rf"夏粮(?:总?产量)?(?:为|达到?)?(?P<one>{LEVEL})[，、；](?:早稻(?:总?产量)?(?:为|达到?)?(?P<two>{LEVEL})[，、；])?秋粮(?:总?产量)?(?:为|达到?)?(?P<three>{LEVEL})[，；](?:全年)?粮食总?产量?(?:合计|为|达到?)?(?P<total>{LEVEL})"
)
_SEASONS = late(
    rf"(?:一季度|上半年){gap(12)}(?P<one>{LEVEL})[，；、](?:二季度|下半年){gap(12)}(?P<two>{LEVEL})[，；](?:上半年|全年){gap(12)}(?P<total>{LEVEL})"
)


def industries(sketch: Sketch) -> Iterator[Trial]:
    """Output and the three industries that a paragraph tells one after the other."""
    for match in _ALL_THREE.finditer(sketch.text):
        all_four = sketch.named(match, "total", "one", "two", "three")
        sums = operands_or_masks(*all_four) if all_four is not None else None
        if all_four is not None and sums is not None and len({claim.unit for claim in all_four}) == 1:
            plus = "+".join(part.numeral() for part in sums[1:])
            yield Trial("sum", sums[0], sums[1:], added, plus, _INDUSTRIES_SUM)
    for match in _INDUSTRIES.finditer(sketch.text):
        outputs = list(_OUTPUT.finditer(sketch.text, max(0, match.start() - _REACH), match.start()))
        claims = sketch.named(match, "one", "two", "three")
        if not outputs and (behind := _OUTPUT_BEHIND.match(sketch.text, match.end())) is not None:
            outputs = [behind]
        if not outputs or claims is None or BREAK in sketch.text[outputs[-1].start() : match.end()]:
            continue
        named = sketch.named(outputs[-1], "total")
        found = operands_or_masks(*named, *claims) if named is not None else None
        if named is None or found is None or len({claim.unit for claim in (*named, *claims)}) != 1:
            continue
        left = "+".join(part.numeral() for part in found[1:])
        yield Trial("sum", found[0], found[1:], added, left, _INDUSTRIES_SUM)


def seasons(sketch: Sketch) -> Iterator[Trial]:
    """Quarters that make a half-year, halves that make a year, and harvests that make the year's grain."""
    for match in _HARVESTS.finditer(sketch.text):
        names = [name for name in ("total", "one", "two", "three") if match.group(name)]
        claims = sketch.named(match, *names)
        found = operands_or_masks(*claims) if claims is not None else None
        if claims is not None and found is not None and len({claim.unit for claim in claims}) == 1:
            left = "+".join(part.numeral() for part in found[1:])
            message = "各季粮食之和为{computed}，与全年“{stated}”不符"
            yield Trial("sum", found[0], found[1:], added, left, message)
    for match in _SEASONS.finditer(sketch.text):
        claims = sketch.named(match, "total", "one", "two")
        if claims is None or len({claim.unit for claim in claims}) != 1 or NOT_ADDED.search(match.group()):
            continue
        found = operands_or_masks(*claims)
        if found is None or any(claim.kind not in ("level", "other") for claim in claims):
            continue
        left = "+".join(part.numeral() for part in found[1:])
        message = "各时段之和为{computed}，与全期“{stated}”不符"
        yield Trial("sum", found[0], found[1:], added, left, message, worst="warning")
