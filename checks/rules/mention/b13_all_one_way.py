"""B13: a list of rises and falls does not go the one way that the words before it say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Severity
from checks.relation import Member, Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.sketch import LETTERS, Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_RISING = r"上涨|收涨|走高|飘红|上扬|上升|收升|增长|走强|大涨|涨"
_FALLING = r"下跌|收跌|走低|飘绿|下挫|下降|收低|回落|走弱|大跌|暴跌|跌"
_SAID = late(
    rf"(?P<all>全线|悉数|全数|无一例外地?|集体|双双|齐齐|普遍|多数|大多)(?:[大小]幅|收盘|震荡|尾盘|明显|同比){{0,2}}(?P<way>(?P<up>{_RISING})|(?:{_FALLING}))"
    rf"(?P<list>[^。\n\f]{{0,600}})"
)
# 产量比上年有所减少：棉纱减少14%，棉布减少16%
_SOMEWHAT = late(
    r"(?P<all>有所|均有|都有|不同程度地?)(?P<way>(?P<up>增加|上升|提高|增长|上涨|扩大)|(?:减少|下降|降低|下跌|回落|缩小))(?:的有)?[：:](?P<list>[^。；\n\f]{0,400})"
)
_ITEM = late(
    rf"(?P<way>(?P<up>涨|升|增长|增加|提高|增)|跌|降|下挫|减少|下降|降低|回落|减)(?:了|幅为?|(?P<to>至))?(?P<value>[{LETTERS}])"
)
# Told beside prices and outputs, and free to go the other way.
_ANOTHER_MEASURE = late(
    r"[率比量额]$|成交|换手|持仓|库存|存货|供应|供给|能耗|单耗|排放|浓度|成本|费用|失业|事故|隐患|亏损|负债|较[^，；]{0,6}$"
)
_OF_PRICES = frozenset("涨跌")
_OF_AMOUNTS = frozenset("增减")
_TURN = late(r"；?(?:[跌涨升降]幅方面|但|不过|仅|只有|唯独?|除|此外|另外|相比之下|与此同时|反观|逆势|其余)")
_OTHER_TIME = late(
    r"(?:[周月年]|本周|年内|盘中|一度|此前|前值|上[周月年]|累计|[近过]\S{1,3}[日月周年]|开盘|盘前)\s*$"
)
_PAIRS = late(r"[兑对][^，；]{1,4}$")
_CERTAIN = frozenset({"全线", "悉数", "全数", "无一例外", "无一例外地"})
_MOSTLY = frozenset({"普遍", "多数", "大多"})
_LEAST = 3
_PAIR = "双双"
_NAME = 16


def relate(reading: Reading) -> Iterator[Relation]:
    """The lists of a document of which the words before them say that all, or most, go one way."""
    sketch = sketch_of(reading)
    for pattern in (_SAID, _SOMEWHAT):
        for said in pattern.finditer(sketch.text):
            relation = _judged(sketch, said)
            if relation is not None:
                yield relation


def _judged(sketch: Sketch, said: re.Match[str]) -> Relation | None:
    begin, word = said.start("list"), said.group("all")
    turn = _TURN.search(sketch.text, begin, said.end())
    end = turn.start() if turn is not None else said.end()
    with_it: list[Claim] = []
    against: list[Claim] = []
    for item in _ITEM.finditer(sketch.text, begin, end):
        named = sketch.named(item, "value")
        before = sketch.text[max(begin, item.start() - 8) : item.start()]
        if named is None or _OTHER_TIME.search(before) or not (named[0].value or 0) > 0:
            continue
        if _PAIRS.search(before):
            return None  # a pair of currencies tells the other one's way round
        if (item.group("up") is None) == (said.group("up") is None):
            with_it.append(named[0])
        elif _of_one_kind(sketch, said, item, named[0], with_it):
            against.append(named[0])
        if word == _PAIR and len(with_it) + len(against) == len(_PAIR):
            break
    mostly = word in _MOSTLY
    if (not with_it and not against) or (mostly and len(with_it) + len(against) < _LEAST):
        return None
    holds = len(with_it) >= len(against) if mostly else not against
    place = sketch.words(said.start("all"), said.end("way"))
    listed = "、".join(sketch.quote(claim) for claim in against)
    count = f"同向{len(with_it)}个、反向{len(against)}个"
    equation = f"“{word}{said.group('way')}”，所列{count}：{'成立' if holds else '不成立'}"
    if holds:
        members = (place, *map(member, with_it))
        return Relation("direction", "weak", "holds", equation, members)
    severity: Severity = "error" if word in _CERTAIN and len(with_it) > len(against) else "warning"
    return _broken(place, against, with_it, equation, listed, sketch.prose[place.start : place.end], severity)


def _of_one_kind(
    sketch: Sketch, said: re.Match[str], item: re.Match[str], claim: Claim, with_it: list[Claim]
) -> bool:
    """Whether an item that goes the other way tells of what the list is about: not of the trade beside prices."""
    name = re.split("[，；、：。\n]", sketch.text[max(said.end("way"), item.start() - _NAME) : item.start()])[
        -1
    ]
    if item.group("to") or _ANOTHER_MEASURE.search(name):
        return False
    if _OF_PRICES & set(said.group("way")) and _OF_AMOUNTS & set(item.group("way")):
        return False
    return all(claim.unit == other.unit for other in with_it)


def _broken(
    place: Member,
    against: list[Claim],
    with_it: list[Claim],
    equation: str,
    listed: str,
    words: str,
    severity: Severity,
) -> Relation:
    return Relation(
        "direction",
        "weak",
        "broken",
        equation,
        (place, *map(member, against), *map(member, with_it)),
        severity=severity,
        message=f"“{words}”，所列却有反向的“{listed}”",
    )


RULE = Rule(
    code="B13",
    name="list-against-its-direction",
    title="“全线”“集体”与所列升跌不符",
    category="conflict",
    severity="error",
    what="“全线下跌”“集体收涨”“多数上涨”之后在同一句里逐项列出的涨跌，应都（或多数）是这个方向。",
    why="说全线下跌而列出上涨的，不是概括写错，就是涨跌写反。",
    silent="另起“跌幅方面”“但”“仅”之后的项目、周涨跌和盘中涨跌、货币兑换的涨跌不计；成交量、库存、失业率一类另一种量，以及单位不同的数不计；“普遍”“多数”所列不足三项时不判。",
    bad=(
        Example("青川交易所三大指数全线下跌，综合指数跌0.8%，成长指数跌1.1%，红利指数涨0.4%。", "全线下跌"),
        Example("本市蔬菜批发价集体上涨，黄瓜涨3.2%，白菜涨1.5%，番茄跌2.6%。", "集体上涨"),
    ),
    good=(
        "青川交易所三大指数全线下跌，综合指数跌0.8%，成长指数跌1.1%，红利指数跌0.4%。",
        "纱、布、纸张的产量比上年有所减少：纱减少14%，布减少6%，纸张减少4%。",
        "有色金属多数收涨，期铜涨1.2%，期锌涨0.4%，期镍跌0.3%。",
    ),
    near=(
        "有色金属全线下跌，期铜跌1.2%，期镍跌2.1%，成交量增加12%，较上日多320手。",
        "事故起数和死亡人数双双下降，分别下降12%和9%，整改率提高3个百分点。",
        "青川交易所三大指数全线下跌，综合指数跌0.8%，成长指数跌1.1%；仅红利板块涨0.4%。",
        "粮价普遍上涨，小麦涨2.1%，玉米涨1.8%；跌幅方面，大豆跌0.6%。",
    ),
    relate=relate,
)
