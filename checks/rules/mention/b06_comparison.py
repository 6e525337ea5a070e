"""B06: a word of comparison says the opposite of its two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.finding import Severity
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.operands import operand, scale_of
from checks.rules.arithmetic.sketch import BARE, LETTERS, LEVEL, MILLE, PERCENT, Sketch, member, sketch_of
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_VALUE = f"{PERCENT}{MILLE}{LEVEL}{BARE}"
_COMPARED = late(
    rf"(?P<one>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,4}}[，、（]?(?P<verb>(?:明显|均|都|也|仍|略|远|大幅|小幅)?(?:高于|低于|快于|慢于|多于|少于|超过|超出|不及|好于|大于|小于))(?P<words>{gap(18, '，')})(?P<other>[{_VALUE}])"
)
# 订单量96万件，同比增长7%，超过去年全年总量的94.2万件
_BEHIND_GROWTH = late(
    rf"(?P<one>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，[^{LETTERS}。；，\n\f]{{0,8}}{PERCENT}，(?:已|还|仍|均|大幅|明显|也)?(?P<verb>超过|超出|高于|低于|多于|少于|超)(?P<words>(?:了)?(?:去年|上年|前年|同期|20\d\d年)[^{LETTERS}。；，\n\f]{{0,14}})(?P<other>{LEVEL})"
)
_ONLY = late(
    rf"(?P<verb>仅为|仅有|仅占|只有|仅|只占)[^{LETTERS}。；，\n\f]{{0,14}}(?P<one>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,6}}(?:（|，)(?P<words>[^{LETTERS}。；，\n\f]{{1,12}}?)(?P<reach>达到?|为|都达|高达|均达|是)?(?P<other>[{_VALUE}])(?P<close>）?)"
)
_ASIDE = late(
    rf"(?:偏小|偏低|偏少|较低|较少|不高|滞后|落后|不多|不足)[^。；\n\f]{{0,30}}?(?P<one>[{_VALUE}])（(?P<words>[^{LETTERS}。；，（）\n\f]{{1,8}})(?P<other>[{_VALUE}])[），、]"
)
# 增长7.8%，虽然略低于8%的预定目标: the comparing word is read with the number as its bound.
_AGAINST_MARK = late(
    rf"(?P<one>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,6}}，[^{LETTERS}。；，\n\f]{{0,6}}(?P<other>[{_VALUE}])的?[^{LETTERS}。；，\n\f]{{0,6}}(?P<mark>目标|水平|平均|预期|均值|预测|标准)"
)
# 中位数为1951元，较其他类型相对为高，如西医为300元，中医为245元
_OTHERS = late(
    rf"(?P<one>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,4}}，[^{LETTERS}。；，\n\f]{{0,4}}(?:[比较]|(?P<verb>[高低多少快慢]于))(?:其他|其它|别的|同类|周边|邻近)[^{LETTERS}。；，\n\f]{{1,12}}?"
    rf"(?P<word>高|低|多|少|快|慢)?[^{LETTERS}。；，\n\f高低多少快慢]{{0,3}}，(?:如|例如|比如|譬如)"
)
_NEXT_OTHER = late(r"(?:[，、][^，、。；]{1,18}|[^，、。；]{1,18})")
_MOVES = late(r"[增升涨降跌占]")
_MOST_OTHERS = 8
_SET = frozenset({"目标", "预期", "标准"})
_UP = ("高于", "快于", "多于", "超过", "超出", "大于")
_DOWN = ("低于", "慢于", "少于", "不及", "小于")


def relate(reading: Reading) -> Iterator[Relation]:
    """The comparisons of a document whose two numbers are printed."""
    sketch = sketch_of(reading)
    seen: set[tuple[int, int]] = set()
    for match in _COMPARED.finditer(sketch.text):
        verb = next((word for word in (*_UP, *_DOWN) if word in match.group("verb")), "")
        claims = sketch.named(match, "one", "other")
        if not verb or claims is None:
            continue
        one, other = claims
        above = verb in _UP
        if _may_be_gap(one, other, above) or _compares_another(sketch, match, one):
            continue
        relation = _judged(sketch, one, other, verb, above, "error")
        if relation is not None:
            seen.add((one.number, other.number))
            yield relation
    for match in _BEHIND_GROWTH.finditer(sketch.text):
        claims = sketch.named(match, "one", "other")
        if claims is None or (claims[0].number, claims[1].number) in seen:
            continue
        above = match.group("verb") in (*_UP, "超")
        relation = _judged(sketch, claims[0], claims[1], match.group("verb"), above, "warning")
        if relation is not None:
            seen.add((claims[0].number, claims[1].number))
            yield relation
    for match in _AGAINST_MARK.finditer(sketch.text):
        claims = sketch.named(match, "one", "other")
        verb = claims[1].quantity.bound_word if claims is not None else ""
        if (
            claims is None
            or verb not in (*_UP, *_DOWN)
            or claims[1].value is None
            or claims[1].resolution is None
        ):
            continue
        # A mark that was set is exact: nothing was rounded when 8% was aimed at.
        set_exactly = match.group("mark") in _SET
        meant = Interval.rounded(claims[1].value, 0 if set_exactly else claims[1].resolution)
        mark = replace(claims[1], bound="=", interval=meant)
        relation = _judged(sketch, claims[0], mark, verb, verb in _UP, "warning")
        if relation is not None and (claims[0].number, mark.number) not in seen:
            seen.add((claims[0].number, mark.number))
            yield relation
    for match in _ASIDE.finditer(sketch.text):
        claims = sketch.named(match, "one", "other")
        if claims is not None and claims[0].kind == claims[1].kind:
            relation = _judged(sketch, claims[0], claims[1], "低于", False, "warning")
            if relation is not None and relation.state == "holds":
                yield relation
    for one, other, verb in _against_others(sketch):
        relation = _judged(sketch, one, other, verb, verb[0] in "高多快", "warning")
        if relation is not None:
            yield relation
    for match in _ONLY.finditer(sketch.text):
        claims = sketch.named(match, "one", "other")
        if claims is None or (claims[0].number, claims[1].number) in seen:
            continue
        told = match.group("close") or match.group("reach")
        if told and claims[0].kind == claims[1].kind:
            relation = _judged(sketch, claims[0], claims[1], match.group("verb"), False, "warning")
            if relation is not None:
                yield relation


def _against_others(sketch: Sketch) -> Iterator[tuple[Claim, Claim, str]]:
    """Numbers that are called higher or lower than those of others, with the others named as examples behind."""
    for match in _OTHERS.finditer(sketch.text):
        place = sketch.index(match.start("one"))
        word = match.group("verb") or match.group("word")
        if place < 0 or word is None or _MOVES.search(match.group()):
            continue
        last = min(sketch.line_at(match.start()).last, place + 1 + _MOST_OTHERS)
        for other in range(place + 1, last):
            lead = (
                sketch.text[match.end() : sketch.letters[other]] if other == place + 1 else sketch.lead(other)
            )
            alike = sketch.claims[other].unit == sketch.claims[place].unit
            if (
                not alike
                or not _NEXT_OTHER.fullmatch(lead)
                or sketch.claims[other].kind != sketch.claims[place].kind
            ):
                break
            yield sketch.claims[place], sketch.claims[other], word.removesuffix("于") + "于"


def _may_be_gap(one: Claim, other: Claim, above: bool) -> bool:
    """Whether the second number may be the difference itself: 收入3.2万元，高于全省0.5万元.

    A difference leaves something for the other side; 32.9家，高于全省44.9家 leaves less than nothing and is none.
    """
    if one.unit in ("%", "‰"):
        return False
    if one.value is None or other.value is None:
        return True
    return other.value < one.value if above else other.value * 2 < one.value


def _compares_another(sketch: Sketch, match: re.Match[str], one: Claim) -> bool:
    """Whether a rate before the growth is what is compared: 上网率50%，比三年前增加35%，高于全国的43%."""
    place = sketch.index(match.start("one"))
    line = sketch.line_at(match.start("one"))
    return place > line.first and one.kind == "growth" and sketch.claims[place - 1].kind == "share"


def _judged(
    sketch: Sketch, one: Claim, other: Claim, verb: str, above: bool, worst: Severity
) -> Relation | None:
    first, second = operand(one), operand(other)
    if first is None or second is None or one.unit != other.unit or one.values or other.values:
        return None
    over, under = second.interval.below(first.interval), first.interval.below(second.interval)
    if not over and not under:
        return None
    holds = over if above else under
    equation = (
        f"{sketch.quote(one)} {shown(first.interval, scale_of(one))} {verb} "
        f"{sketch.quote(other)} {shown(second.interval, scale_of(other))}：{'成立' if holds else '不成立'}"
    )
    members = (member(one), member(other))
    if holds:
        return Relation("direction", "weak", "holds", equation, members)
    return Relation(
        "direction",
        "weak",
        "broken",
        equation,
        members,
        severity=worst,
        message=f"“{sketch.quote(one)}”并不“{verb}”“{sketch.quote(other)}”",
    )


RULE = Rule(
    code="B06",
    name="comparison-contradicted",
    title="比较用词与数字相反",
    category="conflict",
    severity="error",
    what="“高于”“低于”“仅为（对比数）”“较其他偏高，如……”等比较词与前后两个数的大小比较。",
    why="说高于却更低，不是用错词就是写错数。",
    silent="比较词后面的数是差额（高于全省1.2个百分点）时不在此判。",
    bad=(
        Example("每千家企业中科技型企业32.9家，高于全省44.9家。", "32.9家"),
        Example("全区研发投入强度仅为3.5%（临江区2.4%）。", "3.5%"),
        Example("亩均税收32万元，高于周边县区，如云溪县为38万元，临江区为30万元。", "32万元"),
        Example("全年服务业增长8.6%，略低于8%的预定目标。", "8.6%"),
        Example("今年前10个月订单量91万件，同比增长7%，超过去年全年总量的94.2万件。", "91万件"),
    ),
    good=(
        "每千家企业中科技型企业32.9家，低于全省44.9家。",
        "全区研发投入强度仅为3.5%（临江区4.4%）。",
        "今年前10个月订单量96万件，同比增长7%，超过去年全年总量的94.2万件。",
        "全年服务业增长7.6%，虽然略低于8%的预定目标，但来之不易。",
    ),
    near=("全区生产总值增长7.2%，高于全省1.2个百分点。",),
    relate=relate,
)
