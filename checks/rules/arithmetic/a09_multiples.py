"""A09: a multiple or a doubling is not what two printed levels make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks.finding import Severity
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.changes import changes
from checks.rules.arithmetic.formulas import grown_times, quotient
from checks.rules.arithmetic.growth import gated, price_class
from checks.rules.arithmetic.operands import Operand, operand_or_mask, operands_or_masks
from checks.rules.arithmetic.sketch import DOUBLINGS, LETTERS, LEVEL, TIMES, Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_NUMERAL = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3}
_DOUBLED = late(
    rf"[，、（]?(?P<words>{gap(10)})翻(?P<near>[了近超逾约]{{0,2}})(?:(?P<claim>{DOUBLINGS})|(?P<numeral>[一两二三四123]?)(?:个)?番)(?P<more>多|以上)?"
)
_WHOLE_WORD = late(rf"[，、（]?{gap(8)}(?P<claim>{TIMES})")
_MULTIPLE = late(
    rf"[，、（]?(?P<words>{gap(14)}(?:增长|增加|提高|扩大|上升|增|是|为|达到?|相当于|到)(?:了)?{gap(12, '，')})(?P<times>{TIMES})"
)
_OF_NUMBER = late(
    rf"(?P<new>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，?(?P<words>(?:是|为|相当于|达到?)){gap(18, '，')}(?P<old>{LEVEL})(?:{gap(4, '，')})的(?P<times>{TIMES})"
)
_AGAINST = late(
    rf"(?P<new>{LEVEL})，?[比较]{gap(16, '，')}(?P<old>{LEVEL})(?:{gap(4, '，')})(?P<words>(?:增长|增加|提高|扩大)了?)(?P<times>{TIMES})"
)
_OF_YEAR = late(
    rf"(?P<new>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，?(?P<words>(?:是|为|相当于|达到?))(?P<base>(?:19|20)\d\d年|上年|去年|前年|[一二三四五六七八九十]年前)的(?P<times>{TIMES})[，；（](?P=base)(?:为|是|只有|仅为?|只)?(?P<old>{LEVEL})"
)
_GROWN = late(r"(?:增长|增加|提高|上升|增|多|[增升涨]幅)(?:了|达|为)?(?:近|约|超过?|逾)?$")
_UNCLEAR = late(r"扩大了?$|年均|平均")
_NEAR = Fraction(3, 100)
_FAR = Fraction(1, 4)


def relate(reading: Reading) -> Iterator[Relation]:
    """The multiples and doublings of a document whose two levels are printed."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for change in changes(sketch):
        if change.new.unit in ("%", "‰", "名", "百分点"):
            continue
        doubled = _DOUBLED.match(sketch.text, change.end) or _word_for_double(sketch, change.end)
        if doubled is not None:
            trial = _doubling(sketch, doubled, change.new, change.old, change.subject)
        else:
            match = _MULTIPLE.match(sketch.text, change.end)
            named = sketch.named(match, "times") if match is not None else None
            if match is None or named is None:
                continue
            trial = _times(sketch, named[0], match.group("words"), change.new, change.old, change.subject)
        if trial is not None:
            yield trial
    for pattern in (_OF_NUMBER, _AGAINST, _OF_YEAR):
        for match in pattern.finditer(sketch.text):
            found = sketch.named(match, "times", "new", "old")
            if found is None or found[1].unit != found[2].unit:
                continue
            subject = sketch.lead(sketch.index(match.start("new")))
            trial = _times(sketch, found[0], match.group("words"), found[1], found[2], subject)
            if trial is not None:
                yield trial


def _word_for_double(sketch: Sketch, start: int) -> re.Match[str] | None:
    """翻番 as one claim without a number of its own."""
    match = _WHOLE_WORD.match(sketch.text, start)
    named = sketch.named(match, "claim") if match is not None else None
    return match if named is not None and named[0].numeral.startswith("翻") else None


def _times(sketch: Sketch, times: Claim, words: str, new: Claim, old: Claim, subject: str) -> Trial | None:
    stated, levels = operand_or_mask(times), operands_or_masks(new, old)
    grown = _GROWN.search(words) is not None
    if stated is None or levels is None or _UNCLEAR.search(words):
        return None
    if grown and (gated(words) or price_class((new, old), subject) in ("real", "comparable")):
        return None
    formula = grown_times if grown else quotient
    left = f"{sketch.quote(new)}÷{sketch.quote(old)}" + ("-1" if grown else "")
    said = "应增长" if grown else "应为"
    return Trial(
        "multiple",
        stated,
        levels,
        formula,
        left,
        f"由“{sketch.quote(old)}”到“{sketch.quote(new)}”{said}{{computed}}，文中为“{{stated}}”",
        worst=_aim(times, new, old),
    )


def _doubling(sketch: Sketch, match: re.Match[str], new: Claim, old: Claim, subject: str) -> Trial | None:
    levels = operands_or_masks(new, old)
    if levels is None or price_class((new, old), subject) == "real" or gated(match.group()):
        return None
    claims = sketch.named(match, "claim") if match.group("claim") else ()
    if claims is None:
        return None
    printed = match.groupdict()
    doublings = _doublings(claims[0]) if claims else Fraction(_NUMERAL[printed["numeral"] or ""])
    if doublings is None or doublings.denominator != 1 or not 0 < doublings <= 6:
        return None
    exact = Fraction(2) ** int(doublings)
    loose = "".join(printed.get(name) or "" for name in ("near", "more", "words"))
    bound = claims[0].bound if claims else "="
    above = bound in (">", ">=") or re.search("多|以上|超|逾", loose)
    high = exact * 2 * (1 - _NEAR) if above else exact * (1 + _NEAR)
    low = exact * (1 - (_FAR if bound == "~" or re.search("近|约", loose) else _NEAR))
    begin = match.start("claim") if claims else match.start() + match.group().index("翻")
    named = sketch.quote(claims[0]) if claims else sketch.text[begin : match.end()]
    named = named if named.startswith("翻") else f"翻{named}"
    words = tuple(map(member, claims)) if claims else (sketch.words(begin, match.end()),)
    computed = levels[0].interval.over(levels[1].interval)
    far = computed is not None and (computed.below(_apart(low, -1)) or _apart(high, 1).below(computed))
    worst: Severity = "error" if far and _aim(new, old) == "error" else "warning"
    return Trial(
        "multiple",
        Operand(None, Interval(low, high)),
        levels,
        quotient,
        f"{sketch.quote(new)}÷{sketch.quote(old)}",
        f"由“{sketch.quote(old)}”到“{sketch.quote(new)}”不是“{named}”（应为原来的{int(exact)}倍）",
        worst=worst,
        words=words,
        point=words[0],
        named=(named, "倍"),
    )


def _doublings(claim: Claim) -> Fraction | None:
    """How often a claim says that something doubles; its value is the multiple that comes of it."""
    if claim.value is None or claim.value.denominator != 1 or claim.unit != "倍":
        return None
    return Fraction(claim.value.numerator.bit_length() - 1)


def _apart(end: Fraction, side: int) -> Interval:
    return Interval.exactly(end * (1 + side * _FAR))


def _aim(*claims: Claim) -> Severity:
    return "error" if all(claim.status == "actual" for claim in claims) else "warning"


RULE = Rule(
    code="A09",
    name="multiple-mismatch",
    title="倍数、翻番与前后水平不符",
    category="arithmetic",
    severity="error",
    what="前后两个水平写明时，核对“增长K倍”（增量是原来的K倍）、“是…的K倍”和“翻N番”（原来的2的N次方倍）。",
    why="翻两番是四倍不是三倍，增长两倍是原来的三倍；这类倍数最容易算错。",
    silent="“扩大K倍”两种读法都通行，不判；按不变价格计算的翻番不由现价水平推算。",
    bad=(
        Example("园区产量由100万吨增至400万吨，翻一番。", "翻一番"),
        Example("全县用户由300户增加到600户，增长2倍。", "2倍"),
    ),
    good=(
        "园区产量由100万吨增至400万吨，翻两番。",
        "全县用户由300户增加到600户，增长1倍。",
    ),
    near=("园区产量达到400万吨，力争五年再翻一番。",),
    relate=relate,
)
