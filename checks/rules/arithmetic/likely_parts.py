"""Amounts that lie within others as things are, though no word says so: what fits is told, what does not proves nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from checks.rules.arithmetic.sketch import BARE, LETTERS, LEVEL, Sketch
from extract.claim import Claim
from extract.late import late

_WITHIN = {
    "财政总收入": ("生产总值",),
    "一般公共预算收入": ("生产总值",),
    "税收收入": ("生产总值",),
    "社会消费品零售总额": ("生产总值",),
}
"""Flows that stay below the product of their region nearly everywhere; a port or a shopping town may differ."""
_OVER_YEARS = late(r"累计|[三四五]年[来间]?共|“十.五”(?:时期|期间)?(?:累计|共)")
_IN_ALL = late(
    rf"(?:累计|先后)[^{LETTERS}。；\n\f]{{1,30}}?(?P<whole>{LEVEL})[^{LETTERS}。；\n\f]{{0,50}}，(?:目前|现|现在|当前)(?:仍|尚)?(?:有)?"
    rf"(?:在岗|在职|在任|在用|在库|在册|在营|在建|存活|保有|有效|运行|存续)[^{LETTERS}。；，\n\f]{{0,6}}(?P<part>[{LEVEL}{BARE}])"
)
_SECTORS = late(
    rf"(?<=[。；，\n\f])[^{LETTERS}。；，\n\f]{{0,12}}(?:重点|主要|支柱|优势|传统|骨干)(?:行业|产业|企业|领域)中[，：]"
)
_ONE_FIELD = late(r"(?:领域|方面|行业|板块|赛道|榜单|组别)[^。；]{0,20}$")
_MEASURE = late(r"(?:增加值|总?产值|营业收入|主营业务收入|销售收入|利润总?额?|税收|投资额?|进出口|出口)$")
_SEVERAL = late(r"[二三四五六七八九十]大|\d大|各类|全部")
_BRANCH = late(
    r"(?:产业|行业|集群|企业|园区)(?:规上|规模以上)?(?:总?产值|增加值|营收|营业收入|投资额?|税收|利润)$"
)
_LEAST_BRANCH = 6
_THING = late(rf"[^，。；、（{LETTERS}\n\f]{{3,5}}")
_MOST_SECTORS = 12
_MOST_WHOLES = 12


def likely_parts(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of an amount and a larger one that it most likely is within.

    Args:
        sketch: The document's sketch.

    Yields:
        The part, then the whole.
    """
    yield from _flows(sketch)
    yield from _years(sketch)
    yield from _still_there(sketch)
    yield from _sectors(sketch)
    yield from _one_field(sketch)
    yield from _one_of_several(sketch)


def _flows(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Flows of a region's economy and its product, both of one period and region."""
    products: dict[tuple[object, str | None, str], Claim] = {}
    for claim in sketch.claims:
        key = claim.indicator_key
        if key is None or claim.kind != "level" or claim.unit != "元" or claim.period is None:
            continue
        when = (claim.period.start, claim.period.end) if claim.period.start else claim.period.text
        if key == "生产总值":
            products[when, claim.region, claim.status] = claim
        elif key in _WITHIN:
            whole = products.get((when, claim.region, claim.status))
            if whole is not None:
                yield claim, whole


def _years(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """A year's amount and that of several years together: 实际使用外资12亿美元, 五年累计使用外资84亿美元."""
    single: dict[tuple[str | None, ...], Claim] = {}
    together: list[tuple[tuple[str | None, ...], Claim]] = []
    for claim in sketch.claims:
        key, period = claim.indicator_key, claim.period
        if key is None or claim.kind != "level" or period is None:
            continue
        name: tuple[str | None, ...] = (key, claim.unit, claim.region, claim.status)
        if _OVER_YEARS.search(period.text):
            together.append((name, claim))
        elif period.start and period.end and period.start[:4] == period.end[:4]:
            single.setdefault(name, claim)
    for name, whole in together:
        part = single.get(name)
        if part is not None:
            yield part, whole


def _still_there(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """What was sent or built in all, and what is there today: 累计选派2.9万名干部，目前在岗0.9万名."""
    for match in _IN_ALL.finditer(sketch.text):
        pair = sketch.named(match, "part", "whole")
        if pair is not None and (pair[0].unit == pair[1].unit or not pair[0].unit):
            yield pair[0], pair[1]


def _sectors(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """Branches of what was told right before: 规上工业增加值257亿元。重点行业中，石化行业实现增加值37亿元."""
    for match in _SECTORS.finditer(sketch.text):
        number = sketch.line_number(match.start())
        line = sketch.lines[number]
        floor = sketch.lines[number - 1].first if number else line.first
        begin = match.end()
        parts = [
            claim
            for claim in sketch.within(begin, line.end)[: 2 * _MOST_SECTORS]
            if claim.kind == "level" and _MEASURE.search(sketch.lead_of(claim))
        ]
        if not parts:
            continue
        first = bisect_right(sketch.letters, begin)
        wholes = [
            claim
            for claim in sketch.claims[max(floor, first - _MOST_WHOLES) : first]
            if claim.kind == "level" and claim.unit == parts[0].unit
        ]
        for part in parts:
            measure = _MEASURE.search(sketch.lead_of(part))
            whole = next(
                (
                    claim
                    for claim in reversed(wholes)
                    if measure is not None and sketch.lead_of(claim).endswith(measure.group())
                ),
                None,
            )
            if whole is not None:
                yield part, whole


def _one_field(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """The same thing counted in all and in one field: 共有133家企业上榜。…在汽车领域，共有10家企业上榜."""
    known: dict[tuple[str, str], tuple[Claim, int]] = {}
    for number, line in enumerate(sketch.lines):
        for place in range(line.first, line.last):
            claim, offset = sketch.claims[place], sketch.letters[place]
            if claim.kind != "level" or claim.unit in ("", "元", "%"):
                continue
            match = _THING.match(sketch.text, offset + 1)
            if match is None:
                continue
            behind = match.group()
            whole = known.get((claim.unit, behind))
            if whole is not None and number - whole[1] <= 2 and _ONE_FIELD.search(sketch.lead(place)):
                yield claim, whole[0]
            else:
                known[claim.unit, behind] = (claim, number)


def _one_of_several(sketch: Sketch) -> Iterator[tuple[Claim, Claim]]:
    """One branch and all of them together by name: 五大主导产业规上产值20亿元…半导体产业规上产值2亿元."""
    known: dict[tuple[str, ...], Claim] = {}
    for line in sketch.lines:
        for claim in sketch.claims[line.first : line.last]:
            name = claim.indicator or ""
            if claim.kind != "level" or claim.value is None or len(name) < _LEAST_BRANCH:
                continue
            branch = _BRANCH.search(name)
            if branch is None:
                continue
            key = (branch.group(), claim.unit, claim.status, str(line.paragraph))
            if _SEVERAL.search(name):
                known[key] = claim
            elif key in known:
                yield claim, known[key]
