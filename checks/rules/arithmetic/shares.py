"""Shares: a part, its whole, and the percentage that the one is of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.sketch import LETTERS, LEVEL, NEXT, PERCENT, Sketch, once
from checks.rules.arithmetic.wording import gap
from extract.claim import Claim

_OF_NUMBER = re.compile(
    rf"(?P<part>{LEVEL})[^{LETTERS}。；，\n\f]{{0,10}}[，、]?占(?P<words>{gap(24, '，')})(?P<whole>{LEVEL})(?:{gap(6, '，')})的?(?:比重|比例)?(?:为|达到?)?(?P<share>{PERCENT})"
)
_BEHIND_PART = re.compile(
    rf"(?P<part>{LEVEL})[^{LETTERS}。；，）\n\f]{{0,10}}[，、（]?(?:约|仅|只|就|也)?(?P<verb>占|比重|所占)(?P<words>{gap(30, '，')})(?P<share>{PERCENT})"
)
_RATE = re.compile(
    rf"(?P<whole>{LEVEL})(?P<between>{gap(24)})(?P<part>{LEVEL})(?:{gap(6)}[，、；]|[，、])(?P<name>[^{LETTERS}。；，\n\f]{{1,10}}?)(?P<rate>率)(?:为|达到?|是|约)?(?P<share>{PERCENT})"
)
_URBAN = re.compile(rf"(?:(?<!户籍)(?<!户籍人口))城镇化率[^{LETTERS}。；\n\f]{{0,12}}(?P<share>{PERCENT})")
_FILLING = re.compile(
    r"[（(].*$|总数|总量|总额|总计|全部|总共|所有|比重|比例|的|达到?|为|约|近|已|超过|总|同期|比"
)
_ALIKE = {"GDP": "生产总值", "地区生产总值": "生产总值"}
_OTHER_BASE = re.compile(r"增量|增幅|新增|目标|计划|任务|年度")
_WHOLES_BACK = 5


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
    for match in _OF_NUMBER.finditer(sketch.text):
        found = sketch.named(match, "part", "whole", "share")
        if found and found[0].unit == found[1].unit and not _OTHER_BASE.search(match.group("words")):
            yield Share(found[0], found[1], found[2], True)


def _behind_part(sketch: Sketch) -> Iterator[Share]:
    for match in _BEHIND_PART.finditer(sketch.text):
        place = sketch.index(match.start("part"))
        share = sketch.index(match.start("share"))
        words = match.group("words")
        if place < 0 or share < 0 or _OTHER_BASE.search(words) or sketch.claims[share].kind == "growth":
            continue
        found = _whole_of(sketch, place, _core(words))
        if found is not None:
            whole, near = found
            yield Share(sketch.claims[place], whole, sketch.claims[share], near)


def _core(words: str) -> str:
    core = _FILLING.sub("", words)
    return _ALIKE.get(core, core)


def _whole_of(sketch: Sketch, place: int, core: str) -> tuple[Claim, bool] | None:
    """The whole that a part is measured against.

    It is the one that 占 names again, or the one that the part was introduced from (其中, …中).
    """
    part = sketch.claims[place]
    line = sketch.line_at(sketch.letters[place])
    floor = line.first
    if line.start and sketch.text[line.start - 1] == NEXT:
        floor = sketch.line_at(line.start - 2).first
    introduced = False
    opened = sketch.text.rfind("其中", line.start, sketch.letters[place])
    for before in range(place - 1, max(floor, place - _WHOLES_BACK) - 1, -1):
        claim = sketch.claims[before]
        between = sketch.text[sketch.letters[before] + 1 : sketch.letters[before + 1]]
        introduced = introduced or "其中" in between or between[:10].partition("，")[0].endswith("中")
        if claim.unit != part.unit or claim.kind not in ("level", "other"):
            continue
        lead = re.split(r"[，；。、：]|中，", sketch.lead(before))[-1] + between.partition("，")[0]
        if (opened >= 0 and sketch.letters[before] > opened) or "扣除" in lead or "不含" in lead:
            continue
        named = len(core) >= 2 and core in lead.replace("GDP", "生产总值")
        if named or (introduced and not core):
            return claim, before >= line.first
        if introduced and "其中" in between:
            return None
    return None


def _rates(sketch: Sketch) -> Iterator[Share]:
    """Rates that name what the part did: 项目90个，已开工45个，开工率50%."""
    for match in _RATE.finditer(sketch.text):
        found = sketch.named(match, "whole", "part", "share")
        if not found or found[0].unit != found[1].unit:
            continue
        stem = match.group("name")[-2:]
        between = match.group("between")
        if stem in between.rpartition("，")[2] and len(stem) == 2 and found[0].kind == "level":
            yield Share(found[1], found[0], found[2], True)


def _urban(sketch: Sketch) -> Iterator[Share]:
    """The share of town dwellers among the resident population."""
    for match in _URBAN.finditer(sketch.text):
        place = sketch.index(match.start("share"))
        line = sketch.line_at(match.start())
        town = whole = None
        for before in range(place - 1, max(line.first, place - _WHOLES_BACK) - 1, -1):
            claim = sketch.claims[before]
            lead = sketch.lead(before)
            if claim.unit != "人" or claim.kind not in ("level", "other"):
                continue
            if town is None and re.search(r"城镇(?:常住)?人口[^，]{0,4}$", lead):
                town = claim
            elif whole is None and re.search(r"(?<!城镇)(?<!农村)(?<!乡村)(?:常住|总)人口[^，]{0,4}$", lead):
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
