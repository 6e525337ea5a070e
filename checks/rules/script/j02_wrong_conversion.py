"""J02: a character that a conversion between the scripts got wrong, because one simplified form stands for several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.conversions import (
    DRY,
    OVERCONVERTED,
    PLAIN_STEM,
    UNCONVERTED,
    Wanted,
    begins_phrase,
    wanted,
    word_at,
)
from checks.rules.script.mojibake import garbled_spans
from checks.rules.script.places import Span, covered, gather, listed
from extract import Reading
from extract.han import HAN
from extract.late import late
from extract.script import script_shares

_LEAST = 8
_HAN = late(f"{HAN}")
_MOSTLY = 4

# In simplified text: what a conversion from traditional text makes of 著 and 乾.
_IN_SIMPLIFIED = late(
    "显着(?![陆落装手眼])|卓着|昭着|[专原名]着(?=[《，。、])|着名(?=[的企专学品景商作科教])|着作权|着称于|干隆|干坤(?=[大已朗])"
)

# Hong Kong writes 盡快 beside 儘快; in a text that a machine converted it is what the machine left.
_SOON = late("盡(?:快|早|量|可能)")
_CONVERTED = 5

_RIGHT = frozenset("著乾")

_CANDIDATES = late("[" + "".join(UNCONVERTED) + "]")
_OVERCONVERTED = late("[" + "".join(OVERCONVERTED) + "]")
_INSIDE = late("(?<=[省市縣区區村城屋心家手夜嘴鎮乡鄉班會])里(?![程長长弄昂約斯])")
_QUEENS = late("后(?:(?<=[皇太王天影歌贵貴封艷艳網网球武呂吕蕭萧稱称立]后)|(?=[里妃土冠羿宮宫稷]))")
_VERBS_WITH_YU = late(
    f"(?<=[位处處用低高大小等属屬由关關对對至终終源基限善勇易利忠归歸急便致])于(?=(?:{HAN}|[0-9]))"
)
_MORE_THAN = late("(?<=[0-9十百千萬億Xx×*]) ?余 ?(?=[萬億元個人名戶畝家公噸項次年])")
_DO = late(
    "(?<=[要能想敢真實苦大多埋加油])乾(?=[的事好出成完到着著起工活。，])|乾(?=[部群勁线線]|事[業业創创]|工作)|(?<=[實骨才敢苦真])乾"
)
_SURNAME = late(f"(?<=[導長記員任席、：:])於(?={HAN}{{1,2}}[、，]{HAN}{{2,4}}[、，等出])")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the characters, one hit for each pair of printed and wanted form."""
    traditional, simplified = script_shares(reading.document.text)
    if simplified > _MOSTLY * traditional:
        yield from _in_simplified(reading)
    elif traditional >= _LEAST and traditional > _MOSTLY * simplified:
        yield from _in_traditional(reading)


def _in_simplified(reading: Reading) -> Iterator[Hit]:
    found: dict[str, list[Span]] = defaultdict(list)
    for match in _IN_SIMPLIFIED.finditer(reading.prose.text):
        if _RIGHT.isdisjoint(reading.prose.printed[match.start() : match.end()]):
            found[match[0]].append(match.span())
    for word, spans in found.items():
        right = word.replace("着", "著").replace("干", "乾")
        count = f"，共{len(spans)}处" if len(spans) > 1 else ""
        yield gather(spans, f"“{word}”应为“{right}”{count}", "由繁体转换而来的错误", right)


def _in_traditional(reading: Reading) -> Iterator[Hit]:
    prose = reading.prose
    printed = prose.printed
    garbled = covered(garbled_spans(reading.document.text))
    found: dict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
    changes = {**_unconverted(printed, prose.text), **_overconverted(printed, prose.text)}
    if len(changes) >= _CONVERTED:
        for match in _SOON.finditer(printed):
            changes.setdefault(match.start(), Wanted("儘", match.start(), match.end()))
    for at, (right, start, end) in sorted(changes.items()):
        if not garbled(prose.raw(at, at + 1)[0]):
            found[printed[at], right].append(((at, at + 1), printed[start:end]))
    for (wrong, right), places in found.items():
        spans, words = [span for span, _ in places], listed([word for _, word in places], 6)
        count = f"，共{len(spans)}处" if len(spans) > 1 else ""
        message = f"繁体文中“{wrong}”应为“{right}”{count}：{words}"
        yield gather(
            spans, message, "一个简化字对应多个繁体字，转换时未按词语选择", words.replace(wrong, right)
        )


def _unconverted(printed: str, folded: str) -> dict[int, Wanted]:
    """Places of characters that should have been converted, with what they should be."""
    found: dict[int, Wanted] = {}
    for match in _CANDIDATES.finditer(printed):
        at, character = match.start(), match[0]
        near = _with_neighbours(printed, at)
        if character == "干":
            if not word_at(folded, at, PLAIN_STEM):
                found[at] = Wanted("乾" if word_at(folded, at, DRY) else "幹", *near)
        elif character == "后":
            if not _QUEENS.match(printed, at):
                found[at] = Wanted("後", *near)
        elif character == "么":
            found[at] = Wanted("麼", *near)
        elif answer := wanted(folded, at, character):
            found[at] = answer
    for pattern, right in ((_INSIDE, "裏"), (_VERBS_WITH_YU, "於"), (_MORE_THAN, "餘")):
        for match in pattern.finditer(printed):
            at = match.end() - len(match[0].lstrip())
            found.setdefault(at, Wanted(right, at - 1, at + 1))
    return found


def _overconverted(printed: str, folded: str) -> dict[int, Wanted]:
    """Places of characters that should not have been converted, or not so, with what they should be."""
    found: dict[int, Wanted] = {}
    for match in _OVERCONVERTED.finditer(printed):
        right, words = OVERCONVERTED[match[0]]
        at = match.start()
        span = word_at(folded, at, words)
        if span and (span[0] == at or not begins_phrase(folded, at, match[0])):
            found[at] = Wanted(right, *span)
    if "乾" in printed:
        for match in _DO.finditer(printed):
            if not word_at(folded, match.start(), DRY):
                found[match.start()] = Wanted("幹", *_with_neighbours(printed, match.start()))
    for match in _SURNAME.finditer(printed):
        found[match.start()] = Wanted("于", match.start(), match.end() + 2)
    return found


def _with_neighbours(printed: str, at: int) -> Span:
    start = at - 1 if at and _HAN.match(printed, at - 1) else at
    return start, at + 2 if _HAN.match(printed, at + 1) else at + 1


RULE = Rule(
    code="J02",
    name="wrong-conversion",
    title="繁简转换错误",
    category="script",
    severity="warning",
    what="在繁体文中，按词语核对一个简化字对应多个繁体字的字（干/幹/乾、后/後、里/裏、于/於、制/製等）；在简体文中查“显着”一类的误转。",
    why="逐字转换不看词语，会把“幹部”转成“干部”“乾部”，把“公里”转成“公裏”，意思随之改变。",
    silent="港台并用的写法（台/臺、周/週、占/佔、布/佈、裡/裏），皇后、公里、干擾等本来如此的词，人名地名，不报。",
    bad=(
        Example("會議強調，廣大干部群眾要鼓足干勁，為全縣經濟發展貢獻力量。", "干"),
        Example("對這項工作要列出時間表，明確要乾的事情，責任單位應逐項落實推進。", "乾"),
        Example("新建農村公路21公裡，總投資達到3億元，惠及沿線12個鄉鎮群眾。", "裡"),
        Example("全市经济结构显着优化，民生福祉持续改善，各项指标保持增长。", "显着"),
    ),
    good=(
        "會議強調，廣大幹部群眾要鼓足幹勁，為全縣經濟發展貢獻力量。",
        "新建農村公路21公里，總投資達到3億元，惠及沿線12個鄉鎮群眾。",
        "全市经济结构显著优化，民生福祉持续改善，各项指标保持增长。",
    ),
    near=(
        "皇后大道沿線若干項目開工，相關部門對台灣遊客每週開放，不得干擾市場經濟運行。",
        "他看着名单，随着作业面展开，专着工装的工人陆续进场，工程进展顺利。",
    ),
    find=find,
)
