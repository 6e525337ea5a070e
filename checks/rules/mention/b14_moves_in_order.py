"""B14: a new high or low, a further move, or the leader of a fall is not what its numbers say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.equation import shown
from checks.rules.arithmetic.operands import Operand, operand, scale_of
from checks.rules.arithmetic.sketch import BARE, LETTERS, LEVEL, MILLE, PERCENT, Sketch, member, sketch_of
from checks.rules.arithmetic.wording import way
from extract import Reading
from extract.claim import Claim
from extract.late import late

_VALUE = f"{PERCENT}{MILLE}{LEVEL}{BARE}"
_GOES = "大涨|大跌|上涨|下跌|上升|下降|上调|下调|提高|降低|回落|增加|减少|增长|攀升|升|跌|涨|降|增|减|加"
# CPI同比升1%，创2019年5月以来新低，前值升2.6%
_EXTREME = late(
    rf"(?P<lead>[^{LETTERS}。；，\n\f]{{0,12}})(?P<new>[{_VALUE}])，[^{LETTERS}。；，\n\f]{{0,6}}创[^{LETTERS}。；，\n\f]{{0,18}}新(?P<end>低|高)，"
    rf"(?P<when>前值|上月|上期|前月|上季度?|此前|上年|去年|上年同期|去年同期)(?P<then>[^{LETTERS}。；，\n\f]{{0,8}})(?P<old>[{_VALUE}])"
)
# 2021年跌至94%，2022年再进一步跌至88.7%
_FURTHER = late(
    rf"(?P<first>{_GOES})[至到](?P<old>[{_VALUE}])[^{LETTERS}。；，\n\f]{{0,8}}，[^{LETTERS}。；，\n\f]{{0,12}}?(?:再|又|继续|进一步|更)[^{LETTERS}。；，\n\f]{{0,5}}?(?P<verb>{_GOES})[至到](?P<new>[{_VALUE}])"
)
# 青川指数跌1.2%……一股跌4.6%，另一股跌3.9%，领跌青川指数
_LED = late(rf"领(?P<way>涨|跌)(?P<index>[^{LETTERS}，。；、\n\f]{{2,8}})[，。；]")
# 跌60元报2410元，续创新低，近5日累计跌180元
_RUN = late(
    rf"(?P<way>[跌涨降升])(?P<day>{LEVEL})[^。；\n\f]{{0,40}}?(?:[续再]创[^，。；\n\f]{{0,12}}新[低高]|连[跌涨降升]\d)[^。；\n\f{LETTERS}]{{0,14}}，近\d{{1,2}}[日天周][^，。；\n\f{LETTERS}]{{0,6}}累计(?P=way)(?P<days>{LEVEL})"
)
# A loss or a pace that shrinks goes the other way than its number.
_TURNED = late(r"幅|亏|逆差|收窄|净流出|缺口")
_MOST_LEADERS = 6
_REACH = 20


def relate(reading: Reading) -> Iterator[Relation]:
    """The moves of a document that are told one after the other, or one above the others."""
    sketch = sketch_of(reading)
    for match in _EXTREME.finditer(sketch.text):
        pair = sketch.named(match, "old", "new")
        turned = _TURNED.search(match.group("lead") + match.group("then"))
        if pair is not None and pair[0].unit == pair[1].unit and not turned:
            old = operand(pair[0], way(match.group("then")) == "down")
            new = operand(pair[1], way(match.group("lead")) == "down")
            yield from _judged(sketch, old, new, match.group("end") == "高", f"新{match.group('end')}")
    for match in _FURTHER.finditer(sketch.text):
        pair = sketch.named(match, "old", "new")
        up = way(match.group("verb")) == "up"
        if pair is None or pair[0].unit != pair[1].unit or (way(match.group("first")) == "up") != up:
            continue
        yield from _judged(sketch, operand(pair[0]), operand(pair[1]), up, f"再{match.group('verb')}")
    for match in _RUN.finditer(sketch.text):
        pair = sketch.named(match, "day", "days")
        if pair is not None and pair[0].unit == pair[1].unit:
            yield from _judged(sketch, operand(pair[0]), operand(pair[1]), True, f"连续{match.group('way')}")
    for match in _LED.finditer(sketch.text):
        yield from _leaders(sketch, match)


def _leaders(sketch: Sketch, match: re.Match[str]) -> Iterator[Relation]:
    """The shares that lead a market's fall, each against the market's own fall told shortly before."""
    verb, index = match.group("way"), match.group("index")
    line = sketch.line_at(match.start())
    before = [place for place in range(line.first, line.last) if sketch.letters[place] < match.start()]
    leaders = []
    for place in before[-_MOST_LEADERS:][::-1]:
        if not sketch.lead(place).endswith(verb) or sketch.claims[place].unit != "%":
            break
        leaders.append(sketch.claims[place])
    if not leaders:
        return
    first = line.first + before.index(before[-len(leaders)])
    for place in range(first - 1, max(-1, first - _REACH), -1):
        if re.search(rf"{re.escape(index)}(?:指数)?(?:收盘)?(?:收|大|下|上)?{verb}$", sketch.lead(place)):
            market = operand(sketch.claims[place])
            for leader in leaders:
                yield from _judged(sketch, market, operand(leader), True, f"领{verb}")
            return


def _judged(
    sketch: Sketch, old: Operand | None, new: Operand | None, above: bool, words: str
) -> Iterator[Relation]:
    if old is None or new is None or old.claim is None or new.claim is None:
        return
    if old.interval.low is None or new.interval.low is None:
        return
    fits = old.interval.below(new.interval) if above else new.interval.below(old.interval)
    against = new.interval.below(old.interval) if above else old.interval.below(new.interval)
    if not fits and not against:
        return
    equation = (
        f"“{words}”：{_said(sketch, new.claim, new)} 应{'大' if above else '小'}于 "
        f"{_said(sketch, old.claim, old)}：{'成立' if fits else '不成立'}"
    )
    members = (member(new.claim), member(old.claim))
    if fits:
        yield Relation("order", "weak", "holds", equation, members)
        return
    yield Relation(
        "order",
        "weak",
        "broken",
        equation,
        members,
        severity="warning",
        message=f"“{words}”与“{sketch.quote(old.claim)}”“{sketch.quote(new.claim)}”的大小不符",
    )


def _said(sketch: Sketch, claim: Claim, one: Operand) -> str:
    return f"{sketch.quote(claim)} {shown(one.interval, scale_of(claim))}"


RULE = Rule(
    code="B14",
    name="moves-out-of-order",
    title="“新高”“新低”“再降至”“领跌”与数字不符",
    category="conflict",
    severity="warning",
    what="“创……新低，前值……”“跌至甲，再跌至乙”“个股跌……，领跌指数”“续创新低，近5日累计跌……”里先后或高下的数，应合乎这些词的方向。",
    why="说创新低而高于前值、说再跌而升高，不是用词就是数字有误。",
    silent="前值、指数涨跌没有写出，或两数之差在舍入之内的不判；亏损、逆差、跌幅的新高新低说法不一，不判。",
    bad=(
        Example("7月，云溪县居民消费价格同比上涨2.9%，创2019年5月以来新低，前值上涨2.6%。", "2.9%"),
        Example("云溪粮库小麦报价跌60元报2410元，续创逾3年新低，近5日累计跌30元。", "30元"),
        Example("按时回复率2021年跌至94%，2022年进一步跌至95.7%。", "95.7%"),
    ),
    good=(
        "7月，云溪县居民消费价格同比上涨2.1%，创2019年5月以来新低，前值上涨2.6%。",
        "按时回复率2021年跌至94%，2022年进一步跌至88.7%。",
    ),
    near=(
        "云溪机床净亏损3.2亿元，创上市以来新低，上年亏损2.1亿元。",
        "云溪粮库小麦报价跌60元报2410元，近5日累计跌30元。",
        "按时回复率2021年跌至94%，2022年回升至95.7%。",
    ),
    relate=relate,
)
