"""A27: a ratio of two levels, such as town to country income, is not their quotient."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import quotient_times
from checks.rules.arithmetic.operands import Operand, operand_or_mask, operands_or_masks
from checks.rules.arithmetic.sketch import BARE, LETTERS, NEXT, PERCENT, RATIO, TIMES, Line, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_NUMBER = f"{RATIO}{BARE}{TIMES}{PERCENT}"
_INCOMES = late(
    rf"(?:收入(?:之)?比|收入比值|收入倍差|(?<=城乡)收入差距|(?<=城乡居民)收入差距|倍差|之比|比值)(?:值)?(?P<words>[^{LETTERS}。；，\n\f]{{0,14}})(?P<first>[{_NUMBER}])(?:(?P<to>[^{LETTERS}。；，\n\f]{{0,8}}(?:至|到|为))(?P<second>[{_NUMBER}]))?"
)
_INCOME_TIMES = late(
    rf"城[镇市](?:常住)?居民(?:人均)?(?:可支配)?收入(?:是|为|相当于)(?:农村|乡村)(?:常住)?居民(?:人均)?(?:可支配)?(?:收入)?的(?P<first>{TIMES})"
)
_SEXES = late(
    rf"性别比(?:[^{LETTERS}。；，\n\f]{{0,12}})(?:(?<=[为是以性＝=])[{BARE}{PERCENT}][^{LETTERS}。；\n\f]{{0,12}}）[^{LETTERS}。；，\n\f]{{0,6}})?(?P<ratio>[{BARE}{RATIO}{PERCENT}])"
)
_TOWN = late(r"(?:城镇|城市)(?:常住)?居民[^，]{0,16}$|城镇[^，]{0,6}$")
_COUNTRY = late(r"(?:农村|乡村)(?:常住)?居民[^，]{0,16}$|农村[^，]{0,6}$|农民[^，]{0,12}$")
_BOTH = late(r"城[镇乡市]?(?:、|和|与|居民和|居民、)?(?:农村|乡村|居民)?[^，]{0,24}分别[^，]{0,10}$")
_RATES = (
    (
        late(r"[存贷]{2}比"),
        late(r"贷款(?:余额)?[^，]{0,4}$"),
        late(r"存款(?:余额)?[^，]{0,4}$"),
    ),
    (
        late(r"财政自给率"),
        late(r"收入[^，]{0,4}$"),
        late(r"支出[^，]{0,4}$"),
    ),
    (
        late(r"资产负债率"),
        late(r"负债(?:总额)?[^，]{0,4}$"),
        late(r"资产(?:总额)?[^，]{0,4}$"),
    ),
    (
        late(r"产销率"),
        late(r"销售(?:产值|量|额)?[^，]{0,4}$"),
        late(r"(?<!销售)(?:总产值|产值|产量|生产量)[^，]{0,4}$"),
    ),
)
_RATE = late(rf"(?P<name>[存贷]{{2}}比|财政自给率|资产负债率|产销率)(?:为|达到?|是)?(?P<ratio>{PERCENT})")
_MEN, _WOMEN = (
    late(r"男性?(?:人口)?(?:为|有|达)?$"),
    late(r"女性?(?:人口)?(?:为|有|达)?$"),
)
_REACH = 10


def relate(reading: Reading) -> Iterator[Relation]:
    """The ratios of a document with the two levels that they are the quotient of."""
    sketch = sketch_of(reading)
    return judge(sketch, (*_incomes(sketch), *_sexes(sketch), *_rates(sketch)))


def _incomes(sketch: Sketch) -> Iterator[Trial]:
    for match in _INCOME_TIMES.finditer(sketch.text):
        times, levels = sketch.named(match, "first"), _pair(sketch, match.start(), _TOWN, _COUNTRY, "元")
        one = operand_or_mask(times[0]) if times is not None else None
        if one is not None and levels is not None:
            yield from _trial(sketch, one, levels, 1)
    for match in _INCOMES.finditer(sketch.text):
        now = "second" if match.group("second") else "first"
        changed = match.group("second") is None and re.search(
            "缩小|扩大|下降|减少|降低", match.group("words")
        )
        named = sketch.named(match, now)
        if named is None or (changed and not re.search("[至到为]$", match.group("words"))):
            continue
        stated = _as_quotient(named[0])
        pair = _pair(sketch, match.start(), _TOWN, _COUNTRY, "元")
        if stated is None or pair is None:
            continue
        yield from _trial(sketch, stated, pair, 1)


def _sexes(sketch: Sketch) -> Iterator[Trial]:
    for match in _SEXES.finditer(sketch.text):
        named = sketch.named(match, "ratio")
        if named is None or "出生" in sketch.text[max(0, match.start() - 6) : match.start()]:
            continue
        stated = operand_or_mask(named[0])
        pair = _pair(sketch, match.start(), _MEN, _WOMEN, "人")
        if stated is not None and pair is not None:
            yield from _trial(sketch, stated, pair, 100)


def _rates(sketch: Sketch) -> Iterator[Trial]:
    """Rates that are by definition the quotient of two printed amounts (存贷比, 财政自给率)."""
    for match in _RATE.finditer(sketch.text):
        named = sketch.named(match, "ratio")
        stated = operand_or_mask(named[0]) if named is not None else None
        for name, upper, lower in _RATES:
            if stated is not None and name.search(match.group("name")):
                pair = _pair(sketch, match.start(), upper, lower, "元")
                if pair is not None:
                    yield from _trial(sketch, stated, pair, 100)


def _as_quotient(claim: Claim) -> Operand | None:
    """A ratio printed as 1.80, 1.80倍 or 1.80∶1."""
    if claim.values:
        if len(claim.values) != 2 or claim.values[1] != 1:
            return None
        places = len(re.split(r"[:：∶比]", claim.numeral)[0].partition(".")[2])
        return Operand(claim, Interval.rounded(claim.values[0], Fraction(1, 10**places)), part=0)
    return operand_or_mask(claim)


def _pair(
    sketch: Sketch, start: int, one: re.Pattern[str], other: re.Pattern[str], unit: str
) -> tuple[Claim, Claim] | None:
    """The last two levels before a place that carry the two labels, in this sentence or the one before."""
    number = sketch.line_number(start)
    lines: list[Line] = [sketch.lines[number]]
    if lines[0].start and sketch.text[lines[0].start - 1] == NEXT:
        lines.insert(0, sketch.lines[number - 1])
    last = lines[-1].last
    at = bisect_left(sketch.letters, start)
    behind = range(at + 1, min(last, at + 4))
    return _labelled(
        sketch, range(max(lines[0].first, at - _REACH), at), last, one, other, unit
    ) or _labelled(sketch, behind, last, one, other, unit)


def _labelled(
    sketch: Sketch, places: range, last: int, one: re.Pattern[str], other: re.Pattern[str], unit: str
) -> tuple[Claim, Claim] | None:
    """The last two levels among some places that carry the two labels."""
    found: dict[str, Claim] = {}
    for place in places:
        claim = sketch.claims[place]
        if claim.unit != unit or claim.kind not in ("level", "other", "threshold"):
            continue
        lead = sketch.lead(place)
        if _BOTH.search(lead) and place + 1 < last and sketch.claims[place + 1].unit == unit:
            found = {"one": claim, "other": sketch.claims[place + 1]}
        elif one.search(lead):
            found["one"] = claim
        elif other.search(lead):
            found["other"] = claim
    return (found["one"], found["other"]) if len(found) == 2 else None


def _trial(sketch: Sketch, stated: Operand, pair: tuple[Claim, Claim], times: int) -> Iterator[Trial]:
    found = operands_or_masks(*pair)
    if found is None or pair[0].number == pair[1].number:
        return

    words = f"{sketch.quote(pair[0])}÷{sketch.quote(pair[1])}" + (f"×{times}" if times != 1 else "")
    yield Trial(
        "ratio",
        stated,
        found,
        quotient_times(times),
        words,
        f"{words}应为{{computed}}，文中为“{{stated}}”",
    )


RULE = Rule(
    code="A27",
    name="level-ratio-mismatch",
    title="两项水平之比与所写比值不符",
    category="arithmetic",
    severity="error",
    what="城乡居民收入比（倍差）用城镇收入除以农村收入核对，人口性别比用男性除以女性乘100核对。",
    why="比值由两个水平直接相除得出。",
    silent="两个水平只写了上下限（超过8万元）、比值是过去的或出生性别比时不判。",
    bad=(
        Example(
            "城镇居民人均可支配收入46213元，农村居民人均可支配收入25882元，城乡居民收入比为1.69。", "1.69"
        ),
        Example("城镇、农村居民人均可支配收入分别为52100元、31400元，收入倍差由1.71缩小至1.56。", "1.56"),
    ),
    good=(
        "城镇居民人均可支配收入46213元，农村居民人均可支配收入25882元，城乡居民收入比为1.79。",
        "城镇、农村居民人均可支配收入分别为52100元、31400元，收入倍差由1.71缩小至1.66。",
    ),
    near=("城镇、农村居民人均可支配收入分别超过8万元、4.5万元，收入倍差由1.96缩小至1.81。",),
    relate=relate,
)
