"""Wholes and their parts: 总T，其中A x、B y; A x、B y，合计T; 共T：A x、B y."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.partitions import closed, composed
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, NEXT, THRESHOLD, Line, Sketch, once
from extract.claim import Claim
from extract.late import late

_INTRODUCER = late(
    rf"(?:其中|(?<=[，。；（\n\f])当中|当中(?={LEVEL}))(?:包括|含)?(?P<apart>[：，]?)|(?:按[^，。；]{{1,8}}分(?:组|看|类)?|从[^，。；{LETTERS}]{{2,8}}看|(?<=[，。；\n])分[^，。；分{LETTERS}]{{1,5}}看)(?P<sorted>[，：])|(?P<named>包括|包含|分别是|分别为|内含|(?<=[，（])含|(?<=[，（])内有|(?<=[，（：])计(?![划算入提有分]))(?P<colon>：?)|(?<=[，（])由(?=.{{1,40}}(?:组成|构成))"
)
_GROWN_TO = late(r"，?(?:增|升|减|降)?(?:至|到|达)")
_DIVIDED = late(
    r"其中|(?:按[^，。；]{1,8}分(?:组|看|类)?|从[^，。；]{2,8}看|(?<=[，。；\n])分[^，。；分]{1,5}看)[，：]"
)
_TOTALLED = late(
    rf"(?P<word>合计|共计|总计|总共|累计共|两项合计|三项合计|[二两三四五六]者(?:相加|之和)|[二两三四五六]项(?:相加|之和)|相加|(?<=[，、])(?:{LEVEL}[^{LETTERS}。；，、\n\f]{{1,6}})?共|(?<={LEVEL})共(?={LEVEL}))(?P<after>[^{LETTERS}。；\n\f，、]{{0,6}})(?P<total>{LEVEL})"
)
_SUMMED = late(
    rf"(?P<word>(?<![公一])共(?!同|享|建|富|识|产)|一共|总|合计|共计)[^{LETTERS}。；，、\n\f]{{0,16}}(?P<total>{LEVEL})[^{LETTERS}。；，、\n\f]{{0,10}}[，：（](?!其中|包括|包含|含)"
)
_SET = late(
    rf"(?<=[，（])(?:男|女|城镇|城市|农村|乡村|一产|第一产业)[^{LETTERS}。；，、\n\f]{{0,10}}(?P<first>{LEVEL})"
)
_BESIDE = late(r"[^，；。]{0,8}[，（]")
_A_TOTAL = late(r"合计|共计|总计|总共|(?:^|[，、；])共")
_SEPARATED = late(r"^[，、；和及与]|^以及|^（|^：")
_NEW_THOUGHT = late(
    r"(?:竣工|完成|新增|实现|引进|签约|开工|投入|总投资|投资额|计划|同比|[比较](?!重)|增[加长]|减少|下降|占|共|合计|总计|累计|"
    r"全年|今年|预计|力争|带动|争取|已|达到|惠及|覆盖|分别|平均|人均|户均|拉动|贡献|补助|发放|筹措|落实|吸引|建成|解决|帮助|安置|培训|超额|年度|同时|并|还|另)"
)
NOT_ADDED = late(
    r"人均|户均|平均|亩均|[日月年季周]均|均价|单价|价格|最[高低大小长短多少]|[均都]$|指数|浓度|寿命|年龄|得分|工资|[单亩]产|强度|时长|每"
)
_NOT_ADDED_UNITS = (
    "time",
    "age",
    "score",
    "temperature",
    "rank",
    "share",
    "points",
    "multiple",
    "sound",
    "voltage",
    "",
)
_CHANGED = late(
    r"(?:增长|增加|提高|上升|净增|多|减少|下降|降低|少|降|减|[多少][支收]|超[支收]|短收|[增减][收支])了?$"
)
_COMPARED = late(r"[比较](?!重)[^，。；]{0,12}$")
_NET = late(r"差额|净[增流]|顺差|逆差|结余|相抵")
SIGNED = late(r"流出|流入|减少|下降|亏|负")
_JOINTS = late(r"、|以及|和|与|及")
_LIST_ITEM = 14
_MOST_PARTS = 40
_MOST_WHOLES = 8
_LEVELS = ("level", "other")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole with the parts that a sentence names.

    Attributes:
        whole: The whole.
        parts: Its parts, each surely one.
        labels: The words before each part.
        declared: Whether the sentence says that the parts make the whole (合计, 共…：, a closed set of labels).
        closed: Whether the labels divide their whole without rest.
        opened: Whether the list stays open (等).
        nested: Wholes that stand nearer to the beginning of the sentence.
        close: Whether the introducing word follows the whole at once.
        start: Offset in the sketch at which the whole's letter stands, or the first part's.
        end: Offset after the last letter.
    """

    whole: Claim
    parts: tuple[Claim, ...]
    labels: tuple[str, ...]
    declared: bool
    closed: bool
    opened: bool
    nested: tuple[Claim, ...]
    start: int
    end: int
    close: bool = False


def _like(one: Claim, other: Claim) -> bool:
    """Whether two claims measure in one unit and both are levels: a part of a net change may exceed it."""
    unit = one.quantity.unit
    if one.unit != other.unit or unit is None or unit.dimension in _NOT_ADDED_UNITS:
        return False
    return one.kind in _LEVELS and other.kind in _LEVELS


def _label(text: str) -> str:
    return text.strip("，、；：（） 和及与").removeprefix("以及")


def _collect(sketch: Sketch, first: int, last: int, whole: Claim, apart: bool) -> tuple[list[int], list[str]]:
    """The parts from a claim on that surely belong to the list that it opens.

    Args:
        sketch: The document's sketch.
        first: Place of the first part.
        last: Place after the last claim of the sentence.
        whole: What they are parts of.
        apart: Whether the introducing word stands by itself (其中，): only then the list goes on behind a semicolon.
    """
    places: list[int] = []
    labels: list[str] = []
    text = sketch.text
    nested = False
    for place in range(first, min(last, first + _MOST_PARTS)):
        claim = sketch.claims[place]
        offset = sketch.letters[place]
        if claim.kind == "threshold":
            continue
        from_threshold = place > first and sketch.claims[place - 1].kind == "threshold"
        before = sketch.letters[place - 1 - from_threshold] + 1 if place else 0
        lead = text[max(before, offset - 60) : offset]
        if not _like(claim, whole):
            if places and _is_side(lead) and (apart or "；" not in lead):
                continue
            if not places:
                return places, labels
            continue
        if places:
            if nested and "；" not in lead:
                continue
            # A part of a part goes as far as the semicolon before the next part.
            nested = apart and "其中" in lead and "；" in text[offset : sketch.letters[last - 1]]
            if nested:
                continue
            if _INTRODUCER.search(lead):
                break
            stripped = _label(lead)
            if not _SEPARATED.match(lead.lstrip()) or _NEW_THOUGHT.match(stripped):
                break
            if not apart and "；" in lead and not closed([*labels, stripped]):
                break
            dealt = not stripped and "分别" in labels[0]
            if len(stripped) > _LIST_ITEM or not (stripped or dealt) or _CHANGED.search(stripped):
                break
            if NOT_ADDED.search(stripped):
                break
            labels.append(stripped)
        else:
            labels.append(_label(lead))
        places.append(place)
    return places, labels


def _is_side(lead: str) -> bool:
    """Whether a claim of another unit merely accompanies a part (增长3%, 占20%)."""
    return len(lead) <= _LIST_ITEM


def _where_wholes_stand(sketch: Sketch, match: re.Match[str], line: Line) -> tuple[int, int]:
    """From which claim on, and up to which offset, the whole may stand that an introducing word divides.

    A word at the beginning of its sentence divides a whole of the sentence before; 按行业分 behind 按地域分, or behind
    其中, divides the same whole again.
    """
    text = sketch.text
    opens = not text[line.start : match.start()].strip(" ，：“")
    if not opens or not line.start or text[line.start - 1] != NEXT:
        return line.first, match.start()
    before = sketch.line_at(line.start - 2)
    if not match.group("sorted"):
        return before.first, match.start()
    if before.start and text[before.start - 1] == NEXT:
        before = sketch.line_at(before.start - 2)
    earlier = _DIVIDED.search(text, before.start, match.start())
    return before.first, earlier.start() if earlier is not None else match.start()


def _opens_list(match: re.Match[str], words: str) -> bool:
    """Whether the words between an introducing word and the first number belong to that number."""
    words = words.replace(THRESHOLD, "")
    if len(words) > 40 or "；" in words or ("）" in words and "（" not in words):
        return False
    if match.group("named") is None:
        return "，" not in words
    return "，" not in words and "等" not in words and bool(words.strip("："))


def _dealt_out(labels: list[str]) -> list[str]:
    """The labels of a list whose names stand together before its numbers: 一、二、三产业分别为x、y和z."""
    names, dealt, _ = labels[0].partition("分别")
    if not dealt or any(labels[1:]):
        return labels
    members = [name for name in _JOINTS.split(names) if name]
    return members if len(members) == len(labels) else labels


def _same_thought(between: str) -> bool:
    """Whether what stands between a whole and an introducing word begins nothing new: a semicolon only right before it."""
    return "；" not in between.rstrip(" ，：").rstrip("；")


def _letter_of(sketch: Sketch, claim: Claim) -> int:
    return sketch.letters[bisect_left(sketch.claims, claim.number, key=lambda one: one.number)]


def _introduced(sketch: Sketch) -> Iterator[Whole]:
    text, letters, claims = sketch.text, sketch.letters, sketch.claims
    for match in _INTRODUCER.finditer(text):
        first = bisect_left(letters, match.end())
        while first < len(letters) and claims[first].kind == "threshold":
            first += 1
        if first == len(letters):
            continue
        line = sketch.line_at(match.start())
        words = text[match.end() : letters[first]]
        if (
            claims[first].kind == "growth"
            and first + 1 < line.last
            and _GROWN_TO.fullmatch(sketch.lead(first + 1))
        ):
            first += 1
        if letters[first] >= line.end or not _opens_list(match, words):
            continue
        floor, roof = _where_wholes_stand(sketch, match, line)
        wholes = [
            claims[place]
            for place in range(first - 1, max(floor, first - _MOST_WHOLES) - 1, -1)
            if letters[place] < roof
            and (floor < line.first or _same_thought(text[letters[place] + 1 : match.start()]))
            and _like(claims[place], claims[first])
            and not _CHANGED.search(sketch.lead(place))
            and not _COMPARED.search(sketch.lead(place))
        ]
        if not wholes:
            continue
        apart = any(match.group(name) for name in ("apart", "colon", "sorted")) or floor < line.first
        places, labels = _collect(sketch, first, line.last, wholes[0], apart)
        if not places:
            continue
        whole_lead = sketch.lead_of(wholes[0])
        if not composed(labels) and (NOT_ADDED.search(sketch.lead(first)) or NOT_ADDED.search(whole_lead)):
            continue
        if _NET.search(whole_lead[-16:]):
            continue
        labels[0] = _label(text[match.end() : letters[places[0]]])
        labels = _dealt_out(labels)
        end = letters[places[-1]] + 1
        behind = text[end : end + 4]
        shut = closed(labels, behind) and not any(map(SIGNED.search, labels))
        yield Whole(
            wholes[0],
            tuple(claims[place] for place in places),
            tuple(labels),
            shut,
            shut,
            behind.lstrip("以上").startswith("等"),
            tuple(wholes[1:]),
            letters[places[0]],
            end,
            re.fullmatch(r"[^，；。、]{0,10}[，（]", text[_letter_of(sketch, wholes[0]) + 1 : match.start()])
            is not None,
        )


def _totalled(sketch: Sketch) -> Iterator[Whole]:
    """Lists that end in their total: A x、B y，合计T."""
    text, letters, claims = sketch.text, sketch.letters, sketch.claims
    for match in _TOTALLED.finditer(text):
        place = sketch.index(match.start("total"))
        line = sketch.line_at(match.start())
        if place < 0:
            continue
        whole = claims[place]
        if NOT_ADDED.search(sketch.lead(place)):
            continue
        parts: list[int] = []
        labels: list[str] = []
        last = bisect_left(letters, match.start()) - 1
        for before in range(last, max(line.first, place - _MOST_PARTS) - 1, -1):
            lead = sketch.lead(before)
            if not _like(claims[before], whole) or NOT_ADDED.search(lead):
                break
            label = _label(lead)
            if _A_TOTAL.search(lead):
                break
            parts.append(before)
            labels.append(label)
            joined = _SEPARATED.match(lead.lstrip())
            if not joined or len(label) > _LIST_ITEM or "其中" in lead or lead.lstrip().startswith("；"):
                break
        if len(parts) < 2:
            continue
        parts.reverse()
        labels.reverse()
        yield Whole(
            whole,
            tuple(claims[part] for part in parts),
            tuple(labels),
            True,
            closed(labels),
            False,
            (),
            letters[parts[0]],
            match.end(),
        )


def _summed(sketch: Sketch) -> Iterator[Whole]:
    """Totals followed at once by the list of what they are made of: 共T，A x、B y、C z."""
    letters, claims = sketch.letters, sketch.claims
    for match in _SUMMED.finditer(sketch.text):
        place = sketch.index(match.start("total"))
        if place < 0 or place + 2 >= len(claims):
            continue
        line = sketch.line_at(match.start())
        places, labels = _collect(sketch, place + 1, line.last, claims[place], True)
        if len(places) < 2 or places[0] != place + 1 or _NEW_THOUGHT.match(labels[0]) or not labels[0]:
            continue
        if len(labels[0]) > _LIST_ITEM or not all("、" in sketch.lead(part) for part in places[1:]):
            continue
        end = letters[places[-1]] + 1
        behind = sketch.text[end : end + 4]
        yield Whole(
            claims[place],
            tuple(claims[part] for part in places),
            tuple(labels),
            not behind.startswith("等"),
            closed(labels, behind),
            behind.startswith("等"),
            (),
            match.start("total"),
            end,
        )


def _beside(sketch: Sketch) -> Iterator[Whole]:
    """Totals followed by a set of parts that divides them by its names alone: 职工1260人，男845人，女415人."""
    claims, letters = sketch.claims, sketch.letters
    for match in _SET.finditer(sketch.text):
        first = sketch.index(match.start("first"))
        if first < 1:
            continue
        whole, line = claims[first - 1], sketch.line_at(match.start())
        before = sketch.text[letters[first - 1] + 1 : match.start()]
        if first - 1 < line.first or not _like(whole, claims[first]) or not _BESIDE.fullmatch(before):
            continue
        if NOT_ADDED.search(sketch.lead(first - 1)) or _NET.search(sketch.lead(first - 1)):
            continue
        places, labels = _collect(sketch, first, line.last, whole, True)
        parts = tuple(claims[place] for place in places[: len(labels)])
        count = next(
            (size for size in (2, 3, 4) if len(parts) >= size and closed(labels[:size], rest=False)), 0
        )
        if count:
            end = letters[places[count - 1]] + 1
            yield Whole(
                whole, parts[:count], tuple(labels[:count]), False, True, False, (), letters[first], end
            )


@once
def wholes(sketch: Sketch) -> tuple[Whole, ...]:
    """The wholes introduced by words such as 其中, each with the parts that surely belong to it."""
    return tuple(_introduced(sketch))


@once
def totals(sketch: Sketch) -> tuple[Whole, ...]:
    """The totals that a sentence declares for a list before or behind them."""
    return (*_totalled(sketch), *_summed(sketch), *_beside(sketch))
