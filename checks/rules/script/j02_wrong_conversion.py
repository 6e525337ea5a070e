"""J02: a character that a conversion between the scripts got wrong, because one simplified form stands for several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.conversions import DRY, OVERCONVERTED, PLAIN_STEM, UNCONVERTED, wanted
from checks.rules.script.mojibake import garbled_spans
from checks.rules.script.places import covered, gather, listed
from extract import Reading
from extract.script import script_shares

_LEAST = 8
_MOSTLY = 4

# In simplified text: what a conversion from traditional text makes of 著 and 乾.
_IN_SIMPLIFIED = re.compile(
    "显着(?![陆落装手眼])|卓着|昭着|[专原名]着(?=[《，。、])|着名(?=[的企专学品景商作科教])|着作权|着称于|干隆|干坤(?=[大已朗])"
)
_RIGHT_IN_SIMPLIFIED = {"着": "著", "干": "乾"}

_CANDIDATES = re.compile("[" + "".join(UNCONVERTED) + "]")
_OVERCONVERTED = re.compile("[" + "".join(OVERCONVERTED) + "]")
_INSIDE = re.compile("(?<=[省市縣区區村城屋心家手夜嘴鎮乡鄉班會])里(?![程長长弄昂約斯])")
_QUEENS = re.compile("后(?:(?<=[皇太王天影歌贵貴]后)|(?=[妃土冠羿宮宫]))")
_VERBS_WITH_YU = re.compile(
    "(?<=[位处處用低高大小等属屬由关關对對至终終源基限善勇易利忠归歸急便致])于(?=[㐀-鿿0-9])"
)
_DO = re.compile(
    "(?<=[要能想敢真實苦大多埋加油])乾(?=[的事好出成完到着著起工活。，])|乾(?=[部群勁线線]|事[業业創创]|工作)|(?<=[實骨才敢苦真])乾"
)
_SURNAME = re.compile("(?<=[導長記員任席、：:])於(?=[㐀-鿿]{1,2}[、，][㐀-鿿]{2,4}[、，等出])")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the characters, one hit for each pair of printed and wanted form."""
    traditional, simplified = script_shares(reading.document.text)
    if simplified > _MOSTLY * traditional:
        for match in _IN_SIMPLIFIED.finditer(reading.prose.text):
            word = match[0]
            right = word
            for wrong, form in _RIGHT_IN_SIMPLIFIED.items():
                right = right.replace(wrong, form)
            yield Hit(*match.span(), f"“{word}”应为“{right}”", "繁简转换的错误", right)
    elif traditional >= _LEAST and traditional > _MOSTLY * simplified:
        yield from _in_traditional(reading)


def _in_traditional(reading: Reading) -> Iterator[Hit]:
    prose = reading.prose
    raw = reading.document.text
    printed = raw if prose.offsets is None else "".join(map(raw.__getitem__, prose.offsets))
    garbled = covered(garbled_spans(raw))
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for at, right in sorted(
        {**_unconverted(printed, prose.text), **_overconverted(printed, prose.text)}.items()
    ):
        if not garbled(prose.raw(at, at + 1)[0]):
            found[printed[at], right].append((at, at + 1))
    for (wrong, right), spans in found.items():
        words = [printed[max(0, start - 1) : end + 1].strip("，。、；：“”！？\n ") for start, end in spans]
        places = f"{len(spans)}处" if len(spans) > 1 else ""
        yield gather(
            spans,
            f"繁体文中“{wrong}”应为“{right}”{places}：{listed(words, 6)}",
            "一个简化字对应多个繁体字，转换时未按词语选择",
            f"{wrong}→{right}",
        )


def _unconverted(printed: str, folded: str) -> dict[int, str]:
    """Places of characters that should have been converted, with what they should be."""
    found: dict[int, str] = {}
    for match in _CANDIDATES.finditer(printed):
        at, character = match.start(), match[0]
        if character == "干":
            if not _in_words(folded, at, PLAIN_STEM):
                found[at] = "乾" if _in_words(folded, at, DRY) else "幹"
            continue
        if character == "后":
            if not _QUEENS.match(printed, at):
                found[at] = "後"
            continue
        if character == "么":
            found[at] = "麼"
            continue
        answer = wanted(folded, at, character)
        if answer is not None:
            found[at] = answer[0]
    for pattern, right in ((_INSIDE, "裏"), (_VERBS_WITH_YU, "於")):
        for match in pattern.finditer(printed):
            found.setdefault(match.start(), right)
    return found


def _overconverted(printed: str, folded: str) -> dict[int, str]:
    """Places of characters that should not have been converted, or not so, with what they should be."""
    found: dict[int, str] = {}
    for match in _OVERCONVERTED.finditer(printed):
        right, words = OVERCONVERTED[match[0]]
        if _in_words(folded, match.start(), tuple(words.split(" "))):
            found[match.start()] = right
    if "乾" in printed:
        for match in _DO.finditer(printed):
            if not _in_words(folded, match.start(), DRY):
                found[match.start()] = "幹"
    for match in _SURNAME.finditer(printed):
        found[match.start()] = "于"
    return found


def _in_words(folded: str, at: int, words: tuple[str, ...]) -> bool:
    around = folded[max(0, at - 4) : at + 5]
    if not any(word in around for word in words):
        return False
    return any(
        folded.startswith(word, at - step)
        for word in words
        for step in range(min(len(word), at + 1))
        if word[step] == folded[at]
    )


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
