"""Claims: what each quantity is about, when, where and how sure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extract.claim import Claim, Direction, Kind, Period, Status
from extract.document import Document
from extract.indicators import canonical, scope_of
from extract.kinds import direction_of, kind_of
from extract.outline import Outline, Sentence
from extract.periods import PeriodMention, find_periods
from extract.phrases import cut_phrase, distribute, is_generic, noun_after, without_growth
from extract.prose import Prose
from extract.quantity import Quantity
from extract.regions import regions_in
from extract.status import aims_by_section, status_of
from extract.table_claims import table_claims

_MARK = re.compile(r"[，,；;：:。！？!?\n【】]")
_LIST_MARK = re.compile(r"^[、，,和与及至到以（(\s]*(?:以及)?$")
_BASE = re.compile(
    r"同比|环比|[比较](?:上年|去年|前年|上一?年度?)(?:同期|同月|末|底)?|[比较]年初|[比较](?:19|20)\d{2}年(?:同期|末|底)?|"
    r"[比较]“?[一二三四五六七八九十]{1,3}五”?(?:末|时期|期末)?|[比较]上(?:月|季度|季|周|届|次)|[比较](?:同期|前[一二三四五]年|五年前|十年前)|年均|平均每年"
)
_EACH = re.compile(r"分别|依次")
_NUMERAL_SCALE = re.compile(r"(?:[十百千万亿]+|%|‰)$")
# These name the year in question again, so they hold for their own sentence only.
_THE_YEAR = ("全年", "年内", "当年", "目前", "全年度")
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
    base: str | None = None
    ends: tuple[PeriodMention, PeriodMention] | None = None


def find_claims(
    document: Document, prose: Prose, outline: Outline, quantities: Sequence[Quantity]
) -> tuple[Claim, ...]:
    """Find the claims of a document.

    Args:
        document: The document; its blocks say what is a table's cell.
        prose: The analysis text.
        outline: Its structure.
        quantities: Its numerals with their roles, in order.

    Returns:
        One claim for each quantity whose role is ``claim`` and for each data cell of a table, in order. A cell's
        quantity carries the unit that its heading declares.
    """
    text = prose.text
    mentions = find_periods(text, outline.dated)
    aims = aims_by_section(outline, text)
    leads = _LeadingPeriods(outline, text, mentions)
    over = outline.dated[0] - (outline.dated[1] not in (11, 12)) if outline.dated is not None else None
    cells = {
        quantity.start: claim
        for quantity, claim in table_claims(document, prose, outline, quantities, mentions)
    }
    claims: list[Claim] = [claim for claim in cells.values() if claim is not None]
    running = [
        quantity for quantity in quantities if quantity.role == "claim" and quantity.start not in cells
    ]
    said = _Said()
    paragraph, closed = -1, True
    for number, sentence, group in _by_sentence(outline, running):
        if sentence.paragraph != paragraph:
            section = outline.paragraphs[sentence.paragraph].section
            same = paragraph >= 0 and outline.paragraphs[paragraph].section == section
            said, paragraph = _Said(ends=said.ends if same else None), sentence.paragraph
        elif closed:
            said = replace(said, topic=None, status=None, kind=None, period=None, region=None)
        closed = text[sentence.end - 1] not in "；;"
        writer = _SentenceWriter(text, sentence.start, sentence.end, number, mentions, said, over)
        lead = leads.before(paragraph, sentence.start)
        claims += writer.write(group, aims[paragraph], lead, len(claims))
    if cells:
        claims.sort(key=lambda claim: claim.start)
        claims = [replace(claim, number=number) for number, claim in enumerate(claims)]
    if prose.printed == text:
        return tuple(claims)
    return tuple(_in_own_script(claims, prose))


def _by_sentence(
    outline: Outline, quantities: Sequence[Quantity]
) -> Iterator[tuple[int, Sentence, list[Quantity]]]:
    sentences = outline.sentences
    starts = [sentence.start for sentence in sentences]
    group: list[Quantity] = []
    current = -1
    for quantity in quantities:
        index = max(0, bisect_right(starts, quantity.start) - 1)
        if index != current and group:
            yield current, sentences[current], group
            group = []
        current = index
        group.append(quantity)
    if group:
        yield current, sentences[current], group


def _in_own_script(claims: Sequence[Claim], prose: Prose) -> Iterator[Claim]:
    """Give indicators, regions and periods back in the characters that the document prints.

    Words that stand in the text as one piece are copied from their place; of words that were put together each
    character is taken as it was last printed before the claim.
    """
    text, printed = prose.text, prose.printed
    characters: dict[str, str] = {}
    learnt = 0

    def own(words: str, end: int) -> str:
        at = text.rfind(words, max(0, end - 400), end)
        if at >= 0:
            return printed[at : at + len(words)]
        return "".join([characters.get(character, character) for character in words])

    for claim in claims:
        reach = min(len(text), claim.end + 40)
        characters.update(zip(text[learnt:reach], printed[learnt:reach], strict=True))
        learnt = max(learnt, reach)
        yield replace(
            claim,
            indicator=claim.indicator and own(claim.indicator, reach),
            region=claim.region and own(claim.region, reach),
            period=claim.period and replace(claim.period, text=own(claim.period.text, reach)),
        )


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
            leading = mention.start == here.start or before in "。，；：！？”是"
            if leading and mention.text not in _THE_YEAR:
                return mention
            index -= 1
        if self.carried[paragraph] is not None:
            return self.carried[paragraph]
        section = here.section
        while section >= 0:
            heading = self.outline.paragraphs[section]
            named = self._first(heading.start, heading.end)
            if named is not None:
                return named
            section = heading.section if heading.section < section else -1
        return None


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a quantity.

    Attributes:
        left: The words before it in its clause, without periods.
        right: The words behind it, up to the next mark or quantity.
        outer: The words before the bracket that it opens, if it does.
        clause: Offset of its clause.
        inside: Whether it stands in a bracket.
        listed: Whether only a list mark separates it from the quantity before.
        follows: Whether its words begin right behind the quantity before.
        noun_claimed: Whether those words already named what the quantity before counts.
    """

    left: str
    right: str
    outer: str
    clause: int
    inside: bool
    listed: bool
    follows: bool
    noun_claimed: bool


class _SentenceWriter:
    """Writes the claims of one sentence from left to right."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        number: int,
        mentions: Sequence[PeriodMention],
        said: _Said,
        over: int | None,
    ) -> None:
        self.text, self.start, self.end, self.number, self.said, self.over = (
            text,
            start,
            end,
            number,
            said,
            over,
        )
        low = bisect_right(mentions, start - 1, key=lambda mention: mention.start)
        high = bisect_right(mentions, end - 1, key=lambda mention: mention.start)
        self.mentions = mentions[low:high]
        self.marks = [start, *(mark.end() for mark in _MARK.finditer(text, start, end))]
        if self.marks[-1] != end:
            self.marks.append(end)

    def write(
        self, group: Sequence[Quantity], aims: bool, lead: PeriodMention | None, number: int
    ) -> Iterator[Claim]:
        """The claims of the sentence's quantities, numbered from ``number``."""
        text, said = self.text, self.said
        behind = self.start
        shared: dict[int, str] = {}
        threshold_left: int | None = None
        noun_claimed = False
        for index, quantity in enumerate(group):
            start, end = quantity.span
            clause = self.marks[bisect_right(self.marks, start) - 1]
            left_start = max(clause, behind)
            opened = max(text.rfind("（", left_start, start), text.rfind("(", left_start, start))
            inside = opened >= 0 and not _CLOSING.search(text, opened, start)
            words = text[opened + 1 : start] if inside else text[left_start:start]
            gap = text[behind:start]
            right = self._right(group, index)
            unit = _unit(quantity)
            same_unit = index > 0 and said.unit == unit
            aside = inside and not text[behind:opened].strip() and not cut_phrase(words)
            listed = same_unit and (bool(_LIST_MARK.match(gap)) or aside)
            from_to = same_unit and bool(_FROM_TO.fullmatch(gap))
            field = self._note_regions(left_start, start)
            own = self._own_period(behind, start)
            status, said.status = status_of(gap, right, said.status, aims, self.over)
            if own is not None and own.last is not None and self.over and own.last[:4].isdigit():
                status = "actual" if status == "target" and int(own.last[:4]) < self.over else status
            inherited = said.kind if listed or from_to or words == "即" else None
            kind = kind_of(quantity, words, self._rest(end), text[quantity.end : end], inherited)
            base = self._base(left_start, start) or (said.base if listed else None)
            if threshold_left is not None and left_start == behind:
                left = self._without_periods(threshold_left, start)
            else:
                left = self._without_periods(opened + 1 if inside else left_start, start)
            if index not in shared and (each := _EACH.search(text, left_start, start)):
                subject = cut_phrase(self._without_periods(left_start, each.start()))
                parts = distribute(subject, self._run_of_values(group, index))
                for offset, part in enumerate(parts or ()):
                    shared[index + offset] = part
            indicator: str | None = shared.get(index)
            from_noun = False
            if indicator is None:
                outer = text[left_start:opened] if inside and left_start < opened and behind < opened else ""
                follows = index > 0 and left_start == behind
                around = _Around(left, right, outer, clause, inside, listed, follows, noun_claimed)
                indicator, from_noun = self._indicator(kind, quantity, around)
            direction = direction_of(kind, words, said.direction if listed else None)
            if kind in ("growth", "change") and indicator is not None:
                indicator = without_growth(indicator) or indicator
            noun_claimed = from_noun
            if kind == "threshold":
                if threshold_left is None or left_start != behind:
                    threshold_left = left_start
            else:
                threshold_left = None
                if indicator:
                    said.topic = indicator
            said.kind, said.direction, said.unit, said.base = kind, direction, unit, base
            mention = self._period(own, lead, gap, from_to, group, index)
            behind = end
            yield _claim(
                number + index,
                quantity,
                text,
                kind,
                direction,
                status,
                indicator,
                mention,
                field or said.region,
                base,
                self.number,
            )

    def _rest(self, end: int) -> str:
        """The words behind a quantity up to the next mark, other quantities included."""
        stop = self.marks[min(bisect_right(self.marks, end), len(self.marks) - 1)]
        return self.text[end : stop - 1 if stop > end and _MARK.match(self.text, stop - 1) else stop]

    def _right(self, group: Sequence[Quantity], index: int) -> str:
        """The words behind a quantity up to the next mark, list mark or quantity."""
        end = group[index].span[1]
        stop = end + len(self._rest(end))
        if index + 1 < len(group) and group[index + 1].span[0] <= stop:
            following = group[index + 1].span[0]
            last = index + 1
            while last + 1 < len(group) and group[last + 1].span[0] < stop:
                last += 1
            behind = group[last].span[1]
            words = self.text[end:following].split("、")[0]
            if following == end:
                return self.text[behind:stop].split("、")[0]
            shared = _SHARED_PREDICATE.search(self.text, behind, stop) if words else None
            return words + shared.group() if shared else words
        return self.text[end:stop].split("、")[0]

    def _run_of_values(self, group: Sequence[Quantity], index: int) -> int:
        count = 1
        while index + count < len(group):
            between = self.text[group[index + count - 1].span[1] : group[index + count].span[0]]
            if len(between) > 6 or (cut_phrase(between) and not _LIST_MARK.match(between)):
                break
            count += 1
        return count

    def _note_regions(self, start: int, end: int) -> str | None:
        """Remember the region that the clause is about; a region that touches the quantity is its own: 全国第一."""
        field = None
        for behind, region in regions_in(self.text, start, end):
            if behind == end:
                field = region
            else:
                self.said.region = region
        return field

    def _own_period(self, start: int, end: int) -> PeriodMention | None:
        own = None
        for mention in self.mentions:
            before = self.text[max(self.start, mention.start - 1) : mention.start]
            if start <= mention.start < end and not _NO_BASE.search(before):
                own = mention
        return own

    def _period(
        self,
        own: PeriodMention | None,
        lead: PeriodMention | None,
        gap: str,
        to: bool,
        group: Sequence[Quantity],
        index: int,
    ) -> PeriodMention | None:
        """The period of a claim; both ends of 从2020年的…提高到2025年的… serve what follows in the same form."""
        said = self.said
        start = group[index].span[0]
        if own is not None and "从" in self.text[max(self.start, own.start - 1) : own.start]:
            following = group[index + 1].span if index + 1 < len(group) else (start, start)
            other = self._own_period(group[index].span[1], following[0])
            if other is not None:
                said.ends = (own, other)
            return own
        if own is not None and said.ends is not None and own == said.ends[1]:
            return own
        if own is not None:
            said.period = own
            return own
        if said.ends is not None:
            if _FROM.search(gap):
                return said.ends[0]
            if to and _FROM.search(
                self.text[max(self.start, group[index - 1].span[0] - 4) : group[index - 1].span[0]]
            ):
                return said.ends[1]
        return said.period or lead

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

    def _indicator(self, kind: Kind, quantity: Quantity, around: _Around) -> tuple[str | None, bool]:
        """The words for what is measured, and whether they stand behind the quantity."""
        topic = self.said.topic
        noun = noun_after(around.right)
        counted = quantity.unit is None or quantity.unit.dimension in ("count", "people", "")
        if kind == "threshold":
            measure = "年龄" if _unit(quantity) == "岁" else "规模"
            return (f"{noun}{measure}（门槛）" if noun else cut_phrase(around.left) or topic), False
        left = _BASE.sub("", around.left)
        cut_off = "、" in left[1:] and (around.follows or _PREDICATE.search(left))
        phrase = cut_phrase(left.rpartition("、")[2] if cut_off else left)
        if kind == "difference" and topic and re.search("[与同比较高低]", left):
            return topic, False
        if phrase and not _EMPTY.fullmatch(phrase):
            open_list = _OPEN_LIST.search(left)
            if noun and counted and not _COUNTS_TO.search(left) and not _PREDICATE_BEHIND.match(noun):
                return (noun if open_list or len(phrase) + len(noun) > 20 else phrase + noun), True
            if noun and counted and (around.noun_claimed or open_list or phrase.count("、") >= 2):
                return noun, True
            if noun and _ACTION.fullmatch(phrase):
                return phrase + noun, True
            if is_generic(phrase) and around.right.startswith("的") and noun:
                return noun + phrase, False
            if is_generic(phrase) and topic and phrase not in topic:
                return topic + phrase, False
            return phrase, False
        if (
            around.outer
            and (phrase := cut_phrase(_PREDICATED.split(around.outer, maxsplit=1)[0]))
            and len(phrase) >= 2
        ):
            return (topic + phrase if is_generic(phrase) and topic else phrase), False
        if kind == "share" and around.right.startswith("的") and noun:
            return noun, True
        if kind in ("level", "other") and not around.listed and len(noun) >= 2:
            return noun, True
        if left.strip() and kind in ("level", "share") and self.said.unit != _unit(quantity):
            return self._named_before(around.clause) or topic or noun or None, False
        return topic or noun or None, False

    def _named_before(self, clause: int) -> str | None:
        """The noun that the clause before names when this one has only a region: 上市企业数量不多，全市5家."""
        index = bisect_right(self.marks, clause - 1) - 1
        if index < 0 or clause == self.start:
            return None
        words = self.text[self.marks[index] : clause - 1]
        if any(character.isdigit() for character in words):
            return None
        phrase = cut_phrase(_PREDICATED.split(words, maxsplit=1)[0])
        return phrase if 2 <= len(phrase) <= 14 else None


_ONE = Fraction(1)
_CLOSING = re.compile(r"[）)]")
_FROM = re.compile(r"[从由](?:[全各]?[国省市球县])?$")
_FROM_TO = re.compile(r"的?[^，。；、0-9]{0,6}[到至为]")
_OPEN_LIST = re.compile(r"等(?:方面|领域|地)?$")
_PREDICATE = re.compile(r"实现|集中|获批|建成|形成|推进|名[一-龥]|增长$")
_COUNTS_TO = re.compile(r"(?:[达为至到]|达到|突破|跨越|超过?|共|总数|数量|数|新增至|增至|扩至)$")
_PREDICATE_BEHIND = re.compile(
    r"赴|到|在|参加|支持|用于|实现|完成|落地|建成|开工|投产|获|入选|进入|位居|居|均|全部|以上|以下|左右|，|并|及|和|被|已|纳入|通过|达|为|成为|占|增|"
    r"分别|惠及|覆盖|带动|服务|上榜|跻身|签约|实施|投入|推广|创建|列|下降|提高|加快"
)
# 16所高校、48个学科入选名单: the predicate behind the last count belongs to every one.
_SHARED_PREDICATE = re.compile(
    r"(?:入选|获评|获批|通过|纳入|上榜|跻身|列入|荣获|创成|参加|参与)[^，。；、]{0,14}"
)
_PREDICATED = re.compile(r"也|比较|较|很|偏|有待|还|不|，")
_ACTION = re.compile(
    r"(?:新增|新建|引进|实施|办理|出台|安排|建成|组织|举办|开展|培育|支持|改造|完成|争取|搬迁|开通|建设|打造|推进|推出|落地|签约|开工|投产|制定|修订|"
    r"发布|选派|启动|研究|新|重点|全面|滚动|谋划|储备|招引|创建|认定|评选|新培育|表彰|整治|查处|办结|化解|解决|关闭|压缩|再|共)+"
)
_EMPTY = re.compile(r"[（(）)“”、和与及的在对以前后内]*")


def _unit(quantity: Quantity) -> str:
    return quantity.unit.name if quantity.unit is not None else ""


def _claim(
    number: int,
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
    factor = quantity.unit.factor if quantity.unit is not None else _ONE
    values = tuple([Fraction(value) for value in numeral.values])
    if factor != 1:
        values = tuple(value * factor for value in values)
    single = numeral.shape == "single" and not numeral.vague and len(values) == 1
    masked = numeral.shape == "masked"
    key, price_class = canonical(indicator) if indicator else (None, None)
    start, end = quantity.span
    return Claim(
        number=number,
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
