"""Claims: what each quantity is about, when, where and how sure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extract.claim import Claim, Direction, Kind, Period, Status
from extract.indicators import canonical, scope_of
from extract.kinds import direction_of, kind_of
from extract.outline import Outline, Sentence
from extract.periods import PeriodMention, find_periods
from extract.phrases import cut_phrase, distribute, is_generic, noun_after, without_growth
from extract.prose import Prose
from extract.quantity import Quantity
from extract.regions import regions_in
from extract.status import aims_by_section, status_of

_MARK = re.compile(r"[，,；;：:。！？!?\n【】]")
_LIST_MARK = re.compile(r"^[、，,和与及至到以（(\s]*(?:以及)?$")
_BASE = re.compile(
    r"同比|环比|[比较](?:上年|去年|前年|上一?年度?)(?:同期|同月|末|底)?|[比较]年初|[比较](?:19|20)\d{2}年(?:同期|末|底)?|"
    r"[比较]“?[一二三四五六七八九十]{1,3}五”?(?:末|时期|期末)?|[比较]上(?:月|季度|季|周|届|次)|[比较](?:同期|前[一二三四五]年|五年前|十年前)|年均|平均每年"
)
_EACH = re.compile(r"分别|依次")
_NUMERAL_SCALE = re.compile(r"(?:[十百千万亿]+|%|‰)$")
_NO_BASE = re.compile(r"[比较同与]$")


@dataclass(slots=True)
class _Said:
    """What the sentence has said so far, for the claims that leave it out."""

    topic: str | None = None
    status: Status | None = None
    period: PeriodMention | None = None
    region: str | None = None
    kind: Kind | None = None
    direction: Direction | None = None
    unit: str = ""
    indicator: str | None = None
    base: str | None = None


def find_claims(prose: Prose, outline: Outline, quantities: Sequence[Quantity]) -> tuple[Claim, ...]:
    """Find the claims of a text.

    Args:
        prose: The analysis text.
        outline: Its structure.
        quantities: Its numerals with their roles, in order.

    Returns:
        One claim for each quantity whose role is ``claim``, in order.
    """
    text = prose.text
    mentions = find_periods(text, outline.dated)
    aims = aims_by_section(outline, text)
    leads = _LeadingPeriods(outline, text, mentions)
    claims: list[Claim] = []
    said = _Said()
    paragraph, closed = -1, True
    for number, sentence, group in _by_sentence(outline, quantities):
        if sentence.paragraph != paragraph:
            said, paragraph = _Said(), sentence.paragraph
        elif closed:
            said = replace(said, status=None, kind=None)
        closed = text[sentence.end - 1] not in "；;"
        writer = _SentenceWriter(text, sentence.start, sentence.end, number, mentions, said)
        lead = leads.before(paragraph, sentence.start)
        for claim in writer.write(group, aims[paragraph], lead):
            claims.append(replace(claim, number=len(claims)))
    return tuple(claims)


def _by_sentence(
    outline: Outline, quantities: Sequence[Quantity]
) -> Iterator[tuple[int, Sentence, list[Quantity]]]:
    sentences = outline.sentences
    starts = [sentence.start for sentence in sentences]
    group: list[Quantity] = []
    current = -1
    for quantity in quantities:
        if quantity.role != "claim":
            continue
        index = max(0, bisect_right(starts, quantity.start) - 1)
        if index != current and group:
            yield current, sentences[current], group
            group = []
        current = index
        group.append(quantity)
    if group:
        yield current, sentences[current], group


class _LeadingPeriods:
    """The period that a paragraph, or the heading above it, puts before everything in it."""

    def __init__(self, outline: Outline, text: str, mentions: Sequence[PeriodMention]) -> None:
        self.outline = outline
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.text = text
        self.carried: dict[int, PeriodMention | None] = {}
        last: PeriodMention | None = None
        section = -1
        for number, paragraph in enumerate(outline.paragraphs):
            if paragraph.section != section:
                last, section = None, paragraph.section
            own = self._first(paragraph.start, min(paragraph.end, paragraph.start + 12))
            dashed = text.startswith(("——", "—", "--"), paragraph.start)
            self.carried[number] = own if own is not None else last if dashed else None
            if own is not None or not dashed:
                last = own

    def _first(self, start: int, end: int) -> PeriodMention | None:
        index = bisect_right(self.starts, start - 1)
        if index < len(self.mentions) and self.mentions[index].start < end:
            return self.mentions[index]
        return None

    def before(self, paragraph: int, offset: int) -> PeriodMention | None:
        """The leading period in force at an offset of a paragraph."""
        here = self.outline.paragraphs[paragraph]
        index = bisect_right(self.starts, offset - 1) - 1
        while index >= 0 and self.mentions[index].start >= here.start:
            mention = self.mentions[index]
            before = self.text[max(here.start, mention.start - 1) : mention.start]
            if mention.start == here.start or before in "。，；：！？”是":
                return mention
            index -= 1
        if self.carried[paragraph] is not None:
            return self.carried[paragraph]
        section = here.section
        while section >= 0:
            heading = self.outline.paragraphs[section]
            mention = self._first(heading.start, heading.end)
            if mention is not None:
                return mention
            section = heading.section if heading.section < section else -1
        return None


class _SentenceWriter:
    """Writes the claims of one sentence from left to right."""

    def __init__(
        self, text: str, start: int, end: int, number: int, mentions: Sequence[PeriodMention], said: _Said
    ) -> None:
        self.text, self.start, self.end, self.number, self.said = text, start, end, number, said
        low = bisect_right(mentions, start - 1, key=lambda mention: mention.start)
        high = bisect_right(mentions, end - 1, key=lambda mention: mention.start)
        self.mentions = mentions[low:high]
        self.marks = [start, *(mark.end() for mark in _MARK.finditer(text, start, end)), end]

    def write(self, group: Sequence[Quantity], aims: bool, lead: PeriodMention | None) -> Iterator[Claim]:
        """The claims of the sentence's quantities, numbered later."""
        text, said = self.text, self.said
        behind = self.start
        shared: dict[int, str] = {}
        threshold_left: int | None = None
        self.own_period: PeriodMention | None = None
        for index, quantity in enumerate(group):
            span_start, span_end = quantity.span
            clause = self.marks[bisect_right(self.marks, span_start) - 1]
            left_start = max(clause, behind)
            following = group[index + 1].span[0] if index + 1 < len(group) else self.end
            clause_end = self.marks[
                min(bisect_right(self.marks, max(span_end - 1, span_start)), len(self.marks) - 1)
            ]
            if clause_end < self.end or text[self.end - 1] in "。；！？;!?\n":
                right_end = min(following, max(clause_end - 1, span_end))
            else:
                right_end = min(following, clause_end)
            raw_left, right = text[left_start:span_start], text[span_end:right_end]
            right = right.split("、")[0] if following > span_end else right
            gap = text[behind:span_start] if behind <= span_start else ""
            listed = index > 0 and bool(_LIST_MARK.match(gap)) and said.unit == _unit(quantity)
            self._note_period(behind, span_start)
            for _, region in regions_in(text, left_start, span_start):
                said.region = region
            status, said.status = status_of(
                gap if index else text[self.start : span_start], right, said.status, aims
            )
            kind = kind_of(quantity, raw_left, right, said.kind if listed else None)
            base = self._base(left_start, span_start) or (said.base if listed else None)
            left = self._without_periods(left_start, span_start)
            if threshold_left is not None and left_start == behind:
                left = self._without_periods(threshold_left, span_start)
            if index not in shared and (each := _EACH.search(raw_left)):
                run = self._run_of_values(group, index)
                parts = distribute(
                    cut_phrase(self._without_periods(left_start, left_start + each.start())), run
                )
                if parts is not None:
                    shared.update({index + offset: part for offset, part in enumerate(parts)})
            indicator = (
                shared[index]
                if index in shared
                else self._indicator(kind, left, right, listed, quantity, index)
            )
            direction = direction_of(kind, raw_left, said.direction if listed else None)
            if kind in ("growth", "change") and indicator is not None:
                indicator = without_growth(indicator) or indicator
            if kind == "threshold":
                if threshold_left is None or left_start != behind:
                    threshold_left = left_start
            else:
                threshold_left = None
                if indicator and kind != "duration":
                    said.topic = indicator
            said.kind, said.direction, said.unit, said.base = kind, direction, _unit(quantity), base
            said.indicator = indicator
            mention = self.own_period or said.period or lead
            behind = quantity.span[1]
            yield _claim(
                quantity, text, kind, direction, status, indicator, mention, said.region, base, self.number
            )

    def _run_of_values(self, group: Sequence[Quantity], index: int) -> int:
        count = 1
        while index + count < len(group):
            between = self.text[group[index + count - 1].span[1] : group[index + count].span[0]]
            bare = cut_phrase(between)
            if bare and not _LIST_MARK.match(between):
                break
            if len(between) > 6:
                break
            count += 1
        return count

    def _note_period(self, start: int, end: int) -> None:
        for mention in self.mentions:
            if start <= mention.start < end and not _NO_BASE.search(
                self.text[max(0, mention.start - 1) : mention.start]
            ):
                self.own_period = mention
                self.said.period = mention

    def _without_periods(self, start: int, end: int) -> str:
        pieces, at = [], start
        for mention in self.mentions:
            if start <= mention.start < end:
                pieces.append(self.text[at : mention.start])
                at = max(at, mention.end)
        pieces.append(self.text[at:end] if at < end else "")
        return "".join(pieces)

    def _base(self, start: int, end: int) -> str | None:
        found = None
        for match in _BASE.finditer(self.text, start, end):
            found = match.group()
        return found

    def _indicator(
        self, kind: Kind, left: str, right: str, listed: bool, quantity: Quantity, index: int
    ) -> str | None:
        said = self.said
        phrase = cut_phrase(_BASE.sub("", left))
        if kind == "threshold":
            noun = noun_after(right)
            measure = "年龄" if _unit(quantity) == "岁" else "规模"
            return f"{noun}{measure}（门槛）" if noun else phrase or said.topic
        if phrase and is_generic(phrase) and said.topic and phrase not in said.topic:
            return said.topic + phrase
        if phrase and not _EMPTY.fullmatch(phrase):
            if phrase in _VERBS and (noun := noun_after(right)):
                return phrase + noun
            return phrase
        noun = noun_after(right)
        if kind in ("level", "share", "other") and not listed and len(noun) >= 2 and _unit(quantity) != "%":
            return (said.topic + noun) if left == "" and said.topic and index > 0 else noun
        if kind == "share" and right.startswith("的") and noun:
            return noun
        return said.topic or (noun or None)


_VERBS = frozenset(
    [
        "新增",
        "引进",
        "实施",
        "办理",
        "出台",
        "安排",
        "建成",
        "组织",
        "举办",
        "开展",
        "培育",
        "支持",
        "新建",
        "改造",
        "完成",
        "争取",
        "搬迁",
        "开通",
        "建设",
        "打造",
        "推进",
        "推出",
        "落地",
        "签约",
        "开工",
        "投产",
        "制定",
        "修订",
        "发布",
        "选派",
    ]
)
_EMPTY = re.compile(r"[（(）)“”、和与及的在对以]*")


def _unit(quantity: Quantity) -> str:
    return quantity.unit.name if quantity.unit is not None else ""


def _claim(
    quantity: Quantity,
    text: str,
    kind: Kind,
    direction: Direction | None,
    status: Status,
    indicator: str | None,
    mention: PeriodMention | None,
    region: str | None,
    base: str | None,
    sentence: int,
) -> Claim:
    numeral = quantity.numeral
    factor = quantity.unit.factor if quantity.unit is not None else Fraction(1)
    values = tuple(Fraction(value) * factor for value in numeral.values)
    single = numeral.shape == "single" and not numeral.vague and len(values) == 1
    masked = numeral.shape == "masked"
    key, price_class = canonical(indicator) if indicator else (None, None)
    start, end = quantity.span
    return Claim(
        number=0,
        start=start,
        end=end,
        quantity=quantity,
        numeral=_NUMERAL_SCALE.sub("", text[numeral.start : numeral.end])
        or text[numeral.start : numeral.end],
        value=values[0] if single else None,
        values=() if single or masked else values,
        resolution=None if masked or not numeral.resolutions else Fraction(numeral.resolutions[-1]) * factor,
        interval=None if masked or numeral.shape == "ratio" else quantity.interval(),
        unit=_unit(quantity),
        bound=quantity.bound,
        kind=kind,
        direction=direction,
        status=status,
        masked=masked,
        indicator=indicator,
        indicator_key=key,
        price_class=price_class,
        scope=scope_of(indicator) if indicator else None,
        region=region,
        period=None if mention is None else Period(mention.text, mention.first, mention.last),
        base=base,
        sentence=sentence,
    )
