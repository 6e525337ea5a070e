"""A42: an amount is larger than one that contains it by the words around: what is left, what is new, a shorter period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.containing import contained
from checks.rules.arithmetic.formulas import itself
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, once_each, unweighed
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.han import HAN
from extract.late import late

# 售出门票4120张，环比减少6.5%，剔除赠票后，散客票3350张
_WITHOUT = late(
    rf"(?P<whole>{LEVEL})[^{LETTERS}。；\n\f]{{0,12}}(?:{PERCENT}[^{LETTERS}。；\n\f]{{0,6}})?，(?:若|如)?(?:剔除|扣除|除去|除开|去掉|不含|不计|不包括)"
    rf"(?![^，。]{{0,12}}(?:因素|影响|损益|损失|亏损|费用|支出|效应))[^{LETTERS}。；，（）\n\f]{{1,12}}[后，]，?[^{LETTERS}。；，\n\f]{{0,14}}(?P<part>{LEVEL})"
)
# 三季度新开书店18家，截至9月底，书店总数为274家
_NEW = late(
    rf"新(?:增|开业?|设立?|建|注册|登记|认定|引进|加入|发展|上市)(?P<noun>[^{LETTERS}。；，\n\f]{{0,10}})(?P<part>{LEVEL})(?P<noun_>[^{LETTERS}。；，\n\f]{{0,8}})，"
    rf"(?P<words>{gap(36)})(?P<whole>{LEVEL})"
)
# 各粮库共收购38.4万吨，云溪粮库收购7.2万吨居首
_LEADING = late(
    rf"(?P<verb>{HAN}{{2,3}})(?P<whole>{LEVEL})，[^{LETTERS}。；，\n\f]{{2,14}}?(?P=verb)(?P<part>{LEVEL})[^{LETTERS}。；，\n\f]{{0,6}}(?:居首|最多|最高|第一|居前|领先|占比最)"
)
# 合计推荐了223只股票，54只个股被两家以上推荐
_SOME = late(
    rf"(?:合计|共|总共|一共|总计)[^{LETTERS}。；，\n\f]{{0,8}}(?P<whole>{LEVEL})(?P<noun>[^{LETTERS}。；，\n\f]{{1,8}})，(?:已?有)?(?P<part>{LEVEL})(?P<again>[^{LETTERS}。；，\n\f]{{1,6}}?)(?:被|获|为|属|来自|位于|入选|通过|实现|完成|已)"
)
# 96个地标产品中，茶叶就有21个; 共有88家饭店入选，包括4家老字号
_AMONG = late(
    rf"(?P<whole>{LEVEL})[^{LETTERS}。；，、\n\f]{{1,14}}中，[^{LETTERS}。；，、\n\f]{{0,14}}(?:有|占)(?P<part>{LEVEL})(?P<again>[^{LETTERS}。；，\n\f]{{0,3}})"
)
_INCLUDING = late(
    rf"(?P<whole>{LEVEL})[^{LETTERS}。；，、\n\f]{{0,12}}[，（](?:其中)?(?:包括|包含|内含|含)(?P<part>{LEVEL})"
)
# 8.4亿元。当中道路养护的预算，比去年减少6.1%，占约3.3亿
_OF_IT = late(
    rf"(?:其中|当中)[^{LETTERS}。；\n\f]{{2,26}}(?:增长?|增加|上升|升|减少?|下降|下跌|跌|降)[^{LETTERS}。；，\n\f]{{0,3}}{PERCENT}，(?:占|为|达到?|至|到|共)[^{LETTERS}。；，\n\f]{{0,3}}(?P<part>{LEVEL})"
)
# 42个乡镇中，有65个村: what is counted stands inside what is counted before
_ANOTHER_THING = late("[乡镇村县区市城社街园院校店厂分子项点站所班户产商品企公行家人岗单集](?![部都均已被])")
_IN_ALL = late(r"截[至止]|累计|目前|至此|总[数量计]|共有|已有|存量|在册")
_TIED = (
    (_WITHOUT, True),
    (_AMONG, True),
    (_INCLUDING, False),
    (_NEW, False),
    (_LEADING, False),
    (_SOME, False),
)
_PROFIT = late(r"净?利润(?:总额)?[^，。；]{0,6}$")
_REVENUE = late(r"(?:营业?总?收入?|总营收|营收|销售(?:收入|额))[^，。；]{0,6}$")
_OUTPUT = late(
    rf"(?P<industry>{HAN}{{1,9}}业)(?:实现|完成)?(?:(?P<output>总?产值)|增加值)(?:为|达到?|实现|完成)?$"
)
_LED_IN = late(r"^.*(?:实现|完成|全年|全[市县省国区])")
_CHANGED = late(r"(?:增长|增加|提高|上升|减少|下降|降低|下跌|亏损|多|少)(?:了|约|近|超)*$")
_COMPARED = late(r"[比较与](?!重)[^，。；]{0,14}$")
_UNSURE = "后者是不是前者的一部分，文中没有写明"
_REACH = 8


def relate(reading: Reading) -> Iterator[Relation]:
    """The amounts of a document that another one contains by the words around them."""
    sketch = sketch_of(reading)
    for relation in judge(sketch, once_each(_trials(sketch))):
        yield replace(
            relation, identity=None
        )  # what contains what is read from common words: no ground for more


def _trials(sketch: Sketch) -> Iterator[Trial | Relation]:
    for pattern, proven in _TIED:
        for match in pattern.finditer(sketch.text):
            pair = sketch.named(match, "part", "whole")
            if pair is None or not _named_alike(pattern, match):
                continue
            if all(not _CHANGED.search(sketch.lead_of(claim)) for claim in pair):
                yield from _fits(sketch, pair[0], pair[1], proven)
    for match in _OF_IT.finditer(sketch.text):
        named = sketch.named(match, "part")
        whole = _before(sketch, named[0], match.start()) if named is not None else None
        if named is not None and whole is not None:
            yield from _fits(sketch, named[0], whole, True)
    yield from _profits(sketch)
    yield from _added_values(sketch)
    for part, whole, proven in contained(sketch):
        yield from _fits(sketch, part, whole, proven)


def _named_alike(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether the two amounts are of things with a common name where the words alone do not tie them together."""
    if pattern is _NEW:
        nouns = match.group("noun") + match.group("noun_")
        words = match.group("words")
        return bool(_IN_ALL.search(words)) and any(
            nouns[at : at + 2] in words for at in range(len(nouns) - 1)
        )
    if pattern is _AMONG:
        return _ANOTHER_THING.match(match.group("again")) is None
    if pattern is _SOME:
        return match.group("noun")[-1] in match.group("again")
    return True


def _before(sketch: Sketch, part: Claim, start: int) -> Claim | None:
    """The whole that 其中 divides: the nearest level before it in its paragraph that is no change and nothing compared."""
    line = sketch.line_number(start)
    place = next(
        (at for at in range(sketch.lines[line].first, sketch.lines[line].last) if sketch.claims[at] is part),
        -1,
    )
    for at in range(place - 1, max(-1, place - _REACH), -1):
        claim, lead = sketch.claims[at], sketch.lead(at)
        if "\f" in sketch.text[sketch.letters[at] : start]:
            return None
        if (
            claim.kind == "level"
            and claim.unit == part.unit
            and not _CHANGED.search(lead)
            and not _COMPARED.search(lead)
        ):
            return claim
    return None


def _profits(sketch: Sketch) -> Iterator[Trial | Relation]:
    """Profits behind the revenue of the same sentence."""
    for line in sketch.lines:
        revenue: Claim | None = None
        for place in range(line.first, line.last):
            claim = sketch.claims[place]
            if claim.kind != "level" or claim.unit != "元":
                continue
            lead = sketch.lead(place)
            if _REVENUE.search(lead):
                revenue = claim
            elif revenue is not None and _PROFIT.search(lead):
                yield from _fits(sketch, claim, revenue, False)
                revenue = None


def _added_values(sketch: Sketch) -> Iterator[Trial | Relation]:
    """The value added of an industry behind its output in the same sentence: 林业产值38.2亿元，实现林业增加值21.4亿元."""
    for line in sketch.lines:
        outputs: dict[str, Claim] = {}
        for place in range(line.first, line.last):
            claim = sketch.claims[place]
            if claim.kind != "level" or claim.unit != "元":
                continue
            named = _OUTPUT.search(sketch.lead(place))
            if named is None:
                continue
            industry = _LED_IN.sub("", named.group("industry"))
            if named.group("output"):
                outputs[industry] = claim
            elif industry in outputs:
                yield from _fits(sketch, claim, outputs[industry], True)


def _fits(sketch: Sketch, part: Claim, whole: Claim, proven: bool) -> Iterator[Trial | Relation]:
    """The trial of a part, or why it cannot be one where it does not fit and the words prove nothing."""
    found = operands_or_masks(part, whole)
    levels = part.kind in ("level", "other") and whole.kind in ("level", "other")
    if found is None or not levels or part.unit != whole.unit or part.unit in ("%", "‰", "倍", "名", ""):
        return
    if part.status != whole.status:
        return
    left = f"总体 {sketch.quote(whole)}"
    if not proven and found[1].interval.below(found[0].interval):
        yield unweighed("part", (part, whole), left, _UNSURE)
        return
    yield Trial(
        "part",
        found[0],
        found[1:],
        itself,
        left,
        f"“{{stated}}”大于包含它的“{sketch.quote(whole)}”",
        test="<=",
        worst="warning",
        strength="weak",
    )


RULE = Rule(
    code="A42",
    name="larger-than-containing",
    title="剔除后、其中一段时间的数大于全部",
    category="arithmetic",
    severity="warning",
    what="剔除一部分之后的数不应大于剔除之前；同一指标较短时期的数不应大于包含它的较长时期的数；新增数、居首一家的数、利润与总数、合计数、营业收入比较。",
    why="部分不会超过包含它的全部，这类数分散在几个分句里，容易写错位数。",
    silent="存量、均值、比率、净值不按时期比较；是否属于总数写得不明的，不合时只记为无法判定。",
    bad=(
        Example("9月，全市售出门票3120张，剔除赠票后，散客票售出4350张。", "4350张"),
        Example(
            "2024年上半年，云溪县接待国内游客210.5万人次。2024年二季度，云溪县接待国内游客341.2万人次。",
            "341.2万人次",
        ),
    ),
    good=(
        "9月，全市售出门票4350张，剔除赠票后，散客票售出3120张。",
        "三季度新开书店18家，截至9月底，书店总数为274家。",
    ),
    near=(
        "三季度新开书店18家，截至9月底，关闭的书店数为6家。",
        "全市利润320亿元，扣除一次性因素后，利润350亿元。",
        "全市42个乡镇中，有65个村完成电网改造。",
    ),
    relate=relate,
)
