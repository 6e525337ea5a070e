"""Shares: a part, its whole, and the percentage that the one is of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.sketch import LETTERS, LEVEL, NEXT, PERCENT, Sketch, once
from checks.rules.arithmetic.wording import gap
from extract.claim import Claim
from extract.late import late

_OF_NUMBER = late(
    rf"(?P<part>{LEVEL})[^{LETTERS}。；，\n\f]{{0,10}}[，、]?占(?P<words>{gap(24, '，')})(?P<whole>{LEVEL})(?:{gap(6, '，')})的?(?:比重|比例)?(?:为|达到?)?(?P<share>{PERCENT})"
)
_SHARE = late(rf"(?P<verb>占|比重|所占)(?P<words>{gap(30, '，')})(?P<share>{PERCENT})")
_BETWEEN = late(r"[^，）。；\n]{0,10}[，、（]?(?:约|仅|只|就|也)?(?P<subject>[^，、（）。；\n]{0,8})")
_AMONG = late(
    rf"(?P<whole>{LEVEL})[^{LETTERS}。；，\n\f]{{0,14}}中，?(?:已)?有(?P<part>{LEVEL})[^。；\n\f]{{0,40}}?，占(?:比|总数的)?(?:为|达)?(?P<share>{PERCENT})"
)
_SHARE_FIRST = late(
    rf"(?P<whole>{LEVEL})[^{LETTERS}。；，\n\f]{{0,16}}中，[^{LETTERS}。；，\n\f]{{1,12}}占(?:比)?(?:达到?|了)?(?P<share>{PERCENT})，(?:达到?|为|有|计|共|即|合)?(?P<part>{LEVEL})"
)
_RATE = late(
    rf"(?P<whole>{LEVEL})(?P<between>{gap(24)})(?P<part>{LEVEL})(?P<behind>{gap(6)}[，、；]|[，、]|{gap(16, '，')}，)(?P<name>[^{LETTERS}。；，\n\f]{{1,10}}?)(?P<rate>率|面)(?:为|达到?|是|约)?(?P<share>{PERCENT})"
)
_DUE = late(r"应([^，。；]{1,2})$")
_GROWN = late(
    r"[，、（]?(?:同比|比上年|较上年|比上年末|比年初)?(?:实际|名义)?(?:增长|下降|增加|减少|提高|上升)(?:了)?"
)
_URBAN = late(
    rf"(?:(?<!户籍)(?<!户籍人口))(?:城镇化率|城镇化水平|(?<=，占)(?=比?(?:为|达|到|重为?)?{PERCENT}))[^{LETTERS}。；\n\f]{{0,12}}(?P<share>{PERCENT})"
)
_TOWN = late(r"居住在城镇的(?:人口)?$|城镇(?:常住)?(?:的)?(?:居民)?人口[^，]{0,4}$|其中城镇$")
_ALL = late(r"(?<!城镇)(?<!农村)(?<!乡村)(?:常住总|常住|总)人口[^，]{0,4}$")
_FILLING = late(
    r"[（(].*$|总[户人家个件项]?数|[户人家个件项]数|总量|总额|总计|全部|总共|所有|比重|比例|份额|的|达到?|为|约|近|已|超过|总(?!值)|同期|比"
)
_ALIKE = {
    "外贸总值": "进出口总额",
    "外贸": "进出口",
    "外贸进出口总值": "进出口总额",
    "GDP": "生产总值",
    "地区生产总值": "生产总值",
    "财政预算收入": "一般公共预算收入",
}
_OTHER_BASE = late(r"增量|增幅|新增|目标|计划|任务|年度|预算数|^预算的|上年|去年")
_SIBLING = late(r"[，；。、：]|中，")
_WHICH = late(r"[，；][^，；。]{3,}[^目]的(?:有|为|达)?$")
_SUMS_UP = late(r"总[量额数计]|全社会|合计|(?<!城镇)(?<!乡村)(?<!农村)(?:总|常住)人口|一共|总共")
_AREA = late(r"^(?:其中)?(?:20\d\d年)?(?:我国|全[国省市县区球])")
_MEASURE = late(r"(?:面积|数量|规模)$")
_PER_HEAD = late(r"人均|户均|平均|增速")
_AGAINST = late(r"[比较与和同](?![重例])[^，。；、比较]{0,14}$")
_CHANGE = late(r"(?:增加|减少|增长|下降|新增|净增|[多少增减][招收支产]?)了?$")
_ASIDE = 3
"""Claims between a part and its share that only compare the part with an earlier one."""
_REACH = 8


@dataclass(frozen=True, slots=True)
class Share:
    """A part, a whole and the printed share.

    Attributes:
        part: The part.
        whole: The whole.
        share: The share in percent.
        near: Whether all three stand in one sentence.
    """

    part: Claim
    whole: Claim
    share: Claim
    near: bool


def _of_number(sketch: Sketch) -> Iterator[Share]:
    for pattern in (_OF_NUMBER, _AMONG, _SHARE_FIRST):
        for match in pattern.finditer(sketch.text):
            found = sketch.named(match, "part", "whole", "share")
            words = match.group("words") if pattern is _OF_NUMBER else ""
            if found and found[0].unit == found[1].unit and not _OTHER_BASE.search(words):
                yield Share(found[0], found[1], found[2], True)


def _behind_part(sketch: Sketch) -> Iterator[Share]:
    for match in _SHARE.finditer(sketch.text):
        share = sketch.index(match.start("share"))
        words = match.group("words")
        if share < 1 or _OTHER_BASE.search(words) or sketch.claims[share].kind == "growth":
            continue
        place = share - 1
        between = sketch.text[sketch.letters[place] + 1 : match.start("verb")]
        while place > 0 and share - place <= _ASIDE:
            grown = sketch.claims[place].kind in ("growth", "change") and _GROWN.fullmatch(sketch.lead(place))
            if not grown and not _AGAINST.search(sketch.lead(place)):
                break
            place -= 1
        part = sketch.claims[place]
        joint = _BETWEEN.fullmatch(between)
        if joint is None or not _amount(part):
            continue
        subject = joint.group("subject")
        if subject and subject[:2] not in sketch.lead(place):
            continue
        found = _whole_of(sketch, place, _core(words), between.startswith("，"))
        if found is not None:
            whole, near = found
            yield Share(part, whole, sketch.claims[share], near)


def _amount(claim: Claim) -> bool:
    unit = claim.quantity.unit
    return (
        claim.kind in ("level", "other")
        and unit is not None
        and unit.dimension not in ("share", "multiple", "points")
    )


def _core(words: str) -> str:
    core = _FILLING.sub("", words)
    return _ALIKE.get(core, core)


def _whole_of(sketch: Sketch, place: int, core: str, bare: bool) -> tuple[Claim, bool] | None:
    """The whole that a part is measured against.

    It is the one that 占 names again, the one that the part was introduced from (其中, …中), or a sum total right
    before it when 占比 stands in a clause of its own, or what was told of a whole area right before it.
    """
    part = sketch.claims[place]
    line = sketch.line_at(sketch.letters[place])
    floor = line.first
    if line.start and sketch.text[line.start - 1] == NEXT:
        floor = sketch.line_at(line.start - 2).first
    introduced = False
    opened = max(sketch.text.rfind(word, line.start, sketch.letters[place]) for word in ("其中", "当中"))
    for before in range(place - 1, max(floor, place - _REACH) - 1, -1):
        claim = sketch.claims[before]
        between = sketch.text[sketch.letters[before] + 1 : sketch.letters[before + 1]]
        introduced = (
            introduced
            or "其中" in between
            or "当中" in between
            or between[:10].partition("，")[0].endswith("中")
        )
        if claim.unit != part.unit or not _amount(claim) or _compared_with(sketch, before):
            continue
        lead = _SIBLING.split(sketch.lead(before))[-1] + between.partition("，")[0]
        if (opened >= 0 and sketch.letters[before] > opened) or "扣除" in lead or "不含" in lead:
            continue
        if not core and bare and _wider(sketch, place, before):
            return claim, False
        if _named(core, lead) or (not core and (introduced or (bare and _sums_up(sketch, place, lead)))):
            return claim, before >= line.first
        if introduced and "其中" in between and not core:
            return None
    for after in range(place + 2, min(line.last, place + _REACH)):
        claim = sketch.claims[after]
        if (
            claim.unit == part.unit
            and _amount(claim)
            and not _compared_with(sketch, after)
            and not _continues(sketch, after)
            and _named(core, _SIBLING.split(sketch.lead(after))[-1])
        ):
            return claim, True
    return None


def _sums_up(sketch: Sketch, place: int, lead: str) -> bool:
    """Whether a number names all there is, or the part beside it tells which of them it counts: 认为好转的160家."""
    return _SUMS_UP.search(lead) is not None or _WHICH.search(sketch.lead(place)) is not None


def _wider(sketch: Sketch, place: int, before: int) -> bool:
    """Whether a number tells of a whole area what the next one tells of a place in it: 全国票房60亿元，我市票房2亿元."""
    wide, own = (_SIBLING.split(sketch.lead(at).lstrip("，；"))[-1] for at in (before, place))
    if before != place - 1 or not _AREA.search(wide) or _AREA.search(own):
        return False
    return len(own) > 2 and wide[-2:] == own[-2:]


def _continues(sketch: Sketch, place: int) -> bool:
    """Whether the words before a claim go on from the claim before it: in 15至59岁人口 the age is a part of the name."""
    return sketch.claims[place - 1].unit == "岁" and sketch.lead(place)[:1] not in "，；、：。（"


def _compared_with(sketch: Sketch, place: int) -> bool:
    """Whether a claim is what another one is compared with (较上年的150宗) or a change: no whole of anything here."""
    lead = sketch.lead(place)
    return _AGAINST.search(lead) is not None or _CHANGE.search(lead) is not None


def _named(core: str, lead: str) -> bool:
    bare = _MEASURE.sub("", core)
    lead = lead.replace("GDP", "生产总值")
    plain = lead.replace("总", "")
    return len(bare) >= 2 and (core in lead or bare in lead or core in plain) and not _PER_HEAD.search(lead)


def _rates(sketch: Sketch) -> Iterator[Share]:
    """Rates that name what the part did: 项目90个，已开工45个，开工率50%."""
    for match in _RATE.finditer(sketch.text):
        found = sketch.named(match, "whole", "part", "share")
        if not found or found[0].unit != found[1].unit:
            continue
        stem = match.group("name")[-2:]
        between = match.group("between")
        deed = between.rpartition("，")[2] + match.group("behind")
        due = _DUE.search(sketch.lead_of(found[0]))
        same = due is not None and re.search(f"[已实]{due.group(1)}", deed) is not None
        told = len(stem) == 2 and (stem in deed or stem[::-1] in deed)
        if (told or same) and found[0].kind == "level":
            yield Share(found[1], found[0], found[2], True)


def _urban(sketch: Sketch) -> Iterator[Share]:
    """The share of town dwellers among the resident population."""
    for match in _URBAN.finditer(sketch.text):
        place = sketch.index(match.start("share"))
        line = sketch.line_at(match.start())
        floor = line.first
        if line.start and sketch.text[line.start - 1] == NEXT:
            floor = sketch.line_at(line.start - 2).first
        town = whole = None
        for other in range(max(floor, place - _REACH), min(line.last, place + _REACH)):
            claim = sketch.claims[other]
            if claim.unit != "人" or not _amount(claim):
                continue
            lead = sketch.lead(other)
            if "分别" in lead or not lead.strip("、和，"):
                lead = claim.indicator or ""
            if _TOWN.search(lead):
                town = claim
            elif _ALL.search(lead):
                whole = claim
        if place >= 0 and town is not None and whole is not None:
            yield Share(town, whole, sketch.claims[place], True)


@once
def shares(sketch: Sketch) -> tuple[Share, ...]:
    """The shares of a document whose part and whole are printed, each once."""
    found: dict[int, Share] = {}
    for finder in (_of_number, _behind_part, _rates, _urban):
        for share in finder(sketch):
            found.setdefault(share.share.number, share)
    return tuple(found.values())
