"""The claims of one sentence, written from left to right with what each leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claim import Claim, Kind
from extract.claim_of import Meaning, claim_of, unit_name
from extract.clauses import Clauses
from extract.dating import period_of
from extract.distribution import distribute
from extract.han import HAN
from extract.kinds import direction_of, kind_of
from extract.late import late
from extract.naming import Around, indicator_of
from extract.owners import RESTATED, is_owned, owned_by_the_same, with_owner
from extract.periods import PeriodMention
from extract.phrases import cut_phrase, is_measure, place_alone
from extract.quantity import Quantity
from extract.regions import regions_in
from extract.said import Said, Setting
from extract.status import AIM_BEHIND
from extract.status_in_context import status_in_context

_LIST_MARK = late(r"^[、，,和与及至到以（(\s]*(?:以及)?$")
# The thing that a paragraph of a list is about: 钢：五年内增加的年产能力为….
_LABEL = late(
    rf"\s*(?:——|[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.])?(?P<name>{HAN}{{1,8}}(?<![说出示求下是为息讯注附布言道称面标任务点位语源者局部委院闻定行署会司项办涨降减少升长]))[：:](?!\n)"
)
_CHANCE = late(r"的(?:可能性|[概几]率)")
# 主要产品的产量都有增长：原煤增长17%: what grows in the list is the output of each product.
_OUTPUTS_GROW = late(r"产量[^，。；0-9]{0,12}(?:增长|增加|提高|减少|下降|增减|变化)[^，。；0-9]{0,4}[：:]")
_LONGEST_RUN = 24
_LONGEST_NAME = 80
_LONGEST_PLACE = 12
_LONGEST_PRODUCT = 4
_LISTED = frozenset("；，、;,")
_OUTPUTS = ("mass", "energy", "volume", "length")
_MACHINES = ("辆", "台", "箱")
_SPREAD = late(r"[增升涨加降跌减]幅")
_EACH = late(r"分别|依次")
_JOINT = late(r"、|以及|和(?!美|谐|平)")
_RATES = ("%", "‰", "百分点", "倍")
_CLOSING = late(r"[）)]")
_FROM_TO = late(r"的?[^，。；、0-9]{0,6}[到至为](?:[^，。；、]{2,8}的)?")
# What something is compared with is not what the sentence is about: 较去年的预算10亿元减少1亿元.
_COMPARAND = late(r"[，、]?(?:则|又|亦|也)?(?:分别)?[比较](?![重例率值赛特亚较如价分方照大小])")
_MORE_OR_LESS = late(r"(?:[约近超逾]|还)?(?:多|少|高|低|快|慢)出?[支收报付计]?[约近超逾]?")
_VERB = late(
    r"(?:新增|新建|新设|新入选|新培育|新认定|新登记|新签约|新引进|净增|争取|办理|开工改造|新开工改造|改造|更新改造|累计新增|淘汰|关停|取消|下放|筹集建设|新拓展)"
)
_OTHER_VERB = late(
    r"释放|惠及|支持|带动|完成|实施|引进|培育|建成|建设|创建|总|累计|解决|帮助|保障|安排|发放|实现|涉及|覆盖|服务|投入|投资"
)
# 增长8%，力争达到9%: an aim for the growth just stated.
_AIM_FOR_SAME = late(
    r"[，；、]?(?:在执行中)?(?:力争|争取|确保|努力)(?:(?:今年|明年|全年)?(?:达到?|实现|超过?|突破|为)|$)[约近]?"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a quantity stands.

    Attributes:
        clause: Offset of its clause.
        left: Offset of its own words in the clause, behind the quantity before it.
        opened: Offset of the bracket that it stands in, -1 for none.
        words: Its own words up to it, or the whole clause where they only say more or less.
        gap: The words since the quantity before it, or since the sentence's start.
        right: The words behind it up to the next mark, list mark or quantity.
        rest: The words behind it up to the next mark, other quantities included.
        listed: Whether only a list mark separates it from the quantity before.
        from_to: Whether it is the second end of 从…到….
        compared: Whether its own words only say more or less (比10户多2户).
    """

    clause: int
    left: int
    opened: int
    words: str
    gap: str
    right: str
    rest: str
    listed: bool
    from_to: bool
    compared: bool


class SentenceWriter:
    """Writes the claims of one sentence.

    Args:
        text: The analysis text.
        start: Offset of the sentence.
        end: Offset after it.
        number: Its index.
        mentions: The periods that the text names, in order.
        said: What the paragraph has said so far; it is brought up to date.
        setting: What holds for the whole sentence.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        number: int,
        mentions: Sequence[PeriodMention],
        said: Said,
        setting: Setting,
    ) -> None:
        self._text, self._number = text, number
        self._mentions = mentions
        self._clauses = Clauses(text, start, end, mentions)
        self._said, self._setting = said, setting
        self._behind = start
        label = _LABEL.match(text, start, end)
        self._label = label["name"] if label and text[start - 1 : start] in ("", "\n") else ""
        self._shared: dict[int, str] = {}
        outputs = text.find("产量", start, end) >= 0 and _OUTPUTS_GROW.search(text, start, end)
        self._outputs = outputs.end() if outputs else end
        self._topics: list[str | None] = []
        self._threshold: int | None = None
        self._noun_claimed = False
        self._verb = ""
        self._limit = ""
        self._counted: tuple[str, str] | None = None
        self._field: str | None = None
        self._alone: str | None = None

    def write(self, group: Sequence[Quantity], number: int) -> Iterator[Claim]:
        """The claims of the sentence's quantities, numbered from ``number``."""
        for index in range(len(group)):
            yield self._write(group, index, number + index)

    def _write(self, group: Sequence[Quantity], index: int, number: int) -> Claim:
        text, said, setting, quantity = self._text, self._said, self._setting, group[index]
        place = self._place(group, index)
        start, end = quantity.span
        self._note_regions(place.left, start, quantity)
        aimed = index > 0 and self._is_aim_for_same(place, unit_name(quantity))
        inherited = said.kind if place.listed or place.from_to or aimed or place.words == "即" else None
        words = place.words
        if (
            inherited is None
            and unit_name(quantity) == "%"
            and _SPREAD.search(place.gap)
            and not cut_phrase(words)
        ):
            words = place.gap
        kind = kind_of(quantity, words, place.rest, text[quantity.end : end], inherited)
        base = self._clauses.base(place.clause if place.compared else place.left, start)
        base = base or (said.base if place.listed else None)
        self._distribute(group, index, place)
        indicator, from_noun = (said.topic, False) if aimed else self._name(group, index, place, kind)
        indicator = indicator[:_LONGEST_NAME] if indicator else indicator
        direction = direction_of(
            kind, words, text[start:end], said.direction if place.listed or aimed else None
        )
        own = self._clauses.period(self._behind, start)
        spans = (
            group[index - 1].span if index else None,
            quantity.span,
            group[index + 1].span if index + 1 < len(group) else None,
        )
        mention = period_of(text, self._clauses, said, setting, kind, base, spans, place.left, place.from_to)
        if mention is not None and mention != own and kind in ("level", "share") and base:
            base = None if mention.text in base else base
        status = status_in_context(
            text,
            self._clauses.start,
            self._mentions,
            said,
            setting,
            place.gap,
            place.rest,
            own,
            mention,
            indicator,
        )
        if kind == "threshold":
            if self._threshold is None or place.left != self._behind:
                self._threshold = place.left
            self._limit = text[start:end]
        else:
            if self._threshold is not None and indicator and self._limit in indicator:
                self._counted = (indicator, self._limit)
            self._threshold = None
            restated = indicator is not None and indicator.endswith(RESTATED)
            if said.topic is None or not (restated or _COMPARAND.match(text, place.left)):
                said.topic = indicator or said.topic
        self._noun_claimed = from_noun
        self._topics.append(indicator if kind in ("level", "share") else None)
        said.kind, said.direction, said.unit, said.base = kind, direction, unit_name(quantity), base
        self._behind = end
        region = self._field or said.region
        meaning = Meaning(kind, direction, status, indicator, mention, region, base)
        return claim_of(number, self._number, text, quantity, meaning)

    def _place(self, group: Sequence[Quantity], index: int) -> _Place:
        text, said, behind = self._text, self._said, self._behind
        start, end = group[index].span
        clause = self._clauses.clause_at(start)
        left = max(clause, behind)
        opened = max(text.rfind("（", left, start), text.rfind("(", left, start))
        inside = opened >= 0 and not _CLOSING.search(text, opened, start)
        words = text[opened + 1 : start] if inside else text[left:start]
        gap = text[behind:start]
        same_unit = index > 0 and said.unit == unit_name(group[index])
        aside = inside and not text[behind:opened].strip() and not cut_phrase(words)
        compared = index > 0 and _MORE_OR_LESS.fullmatch(words) is not None
        return _Place(
            clause,
            left,
            opened if inside else -1,
            text[clause:start] if compared else words,
            gap,
            self._clauses.right(group, index),
            self._clauses.rest(end),
            same_unit and (bool(_LIST_MARK.match(gap)) or aside),
            same_unit and bool(_FROM_TO.fullmatch(gap)),
            compared,
        )

    def _is_aim_for_same(self, place: _Place, unit: str) -> bool:
        """Whether a number is the aim for the growth just stated: 增长8%，力争达到9%; 增长7.8%，略低于8%的预定目标."""
        if self._said.kind != "growth" or self._said.unit != unit:
            return False
        if _AIM_FOR_SAME.fullmatch(place.words):
            return True
        return AIM_BEHIND.match(place.rest) is not None and not cut_phrase(place.words)

    def _name(
        self, group: Sequence[Quantity], index: int, place: _Place, kind: Kind
    ) -> tuple[str | None, bool]:
        """What a quantity measures, and whether the words behind it say so."""
        text, said, quantity = self._text, self._said, group[index]
        start = quantity.span[0]
        begin = place.opened + 1 if place.opened >= 0 else place.left
        follows = place.left == self._behind
        if self._threshold is not None and follows:
            begin = self._threshold
        left = "" if place.compared else self._clauses.plain(begin, start)
        self._place_alone(text[place.left : place.opened] if not left and place.opened > 0 else left, kind)
        indicator = self._shared.get(index) or self._elided(group, index, left)
        if indicator is not None:
            return indicator, False
        bracketed = place.left < place.opened and self._behind < place.opened
        counted = quantity.unit is None or quantity.unit.dimension in ("count", "people", "")
        around = Around(
            left,
            place.right,
            self._clauses.plain(place.left, place.opened) if bracketed else "",
            place.listed and not place.gap.startswith(("，", ",")),
            place.from_to,
            index > 0 and follows,
            self._noun_claimed,
            said.unit == unit_name(quantity),
            counted,
            unit_name(quantity),
            lambda: self._clauses.named_before(place.clause, self._behind, counted),
            lambda: self._clauses.bare_before(place.clause, self._behind),
        )
        indicator, from_noun = indicator_of(kind, around, said.topic)
        if index and kind == "share" and _CHANCE.match(text, self._behind):
            indicator = cut_phrase(self._clauses.plain(place.clause, start))
        if indicator is None and kind in ("growth", "change", "difference"):
            indicator = said.before
        if indicator is not None and is_owned(indicator):
            topic = said.topic or (said.before if left.lstrip("，、").startswith("其") else None)
            thing = around.earlier() if topic is None and index == 0 else None
            if thing is not None:
                indicator = with_owner(thing, indicator)
            elif topic is not None:
                indicator = owned_by_the_same(topic, indicator) or indicator
        if kind == "growth" and start > self._outputs and indicator and not is_measure(indicator):
            indicator += "产量" if len(indicator) <= _LONGEST_PRODUCT else ""
        if kind == "level":
            indicator = self._of_output(self._with_verb(indicator, place.gap, index), place, quantity)
        if indicator and self._label and self._label not in indicator and indicator != said.topic:
            indicator = self._label + indicator
        return indicator, from_noun

    def _place_alone(self, words: str, kind: Kind) -> None:
        """Note the place that is all a list's member names (北京3宗、天津2宗), for it and for what says how that changed."""
        alone = place_alone(words) if 2 <= len(words) <= _LONGEST_PLACE else None
        if alone is None and kind in ("growth", "change", "difference", "multiple"):
            alone = self._alone if not cut_phrase(words) else None
        self._alone = alone
        if alone is not None:
            self._field = alone

    def _elided(self, group: Sequence[Quantity], index: int, left: str) -> str | None:
        """What 其中50亿元以上3个 counts: the things of the limit before (5亿元以上项目26个), by the new limit."""
        if index == 0 or self._counted is None or self._threshold is None:
            return None
        limit = self._text[slice(*group[index - 1].span)]
        before, _, behind = left.partition(limit)
        counted, earlier = self._counted
        return None if behind or cut_phrase(before) else counted.replace(earlier, limit)

    def _with_verb(self, indicator: str | None, gap: str, index: int) -> str | None:
        """The indicator of a list's member with the verb that the first member prints: 新增企业5家、项目3个."""
        if indicator is None:
            return None
        own = _VERB.match(indicator)
        if own is not None:
            self._verb = own.group()
        elif (
            index == 0
            or _OTHER_VERB.match(indicator)
            or not (gap.startswith("、") or (gap.startswith("，其中") and self._verb[:1] == "新"))
        ):
            self._verb = ""
        elif self._verb and len(indicator) > 1 and indicator != self._said.topic:
            return self._verb + indicator
        return indicator

    def _of_output(self, indicator: str | None, place: _Place, quantity: Quantity) -> str | None:
        """What a list of products measures behind its first: 粮食产量3亿吨；棉花360万吨."""
        if indicator is None or quantity.unit is None:
            return indicator
        if indicator.endswith("产量"):
            self._said.products = True
        elif (
            self._said.products
            and len(indicator) <= _LONGEST_PRODUCT
            and (place.gap[:1] in _LISTED or self._text[self._behind - 1] in _LISTED)
            and (quantity.unit.dimension in _OUTPUTS or quantity.unit.name in _MACHINES)
            and not is_measure(indicator)
        ):
            return indicator + "产量"
        return indicator

    def _distribute(self, group: Sequence[Quantity], index: int, place: _Place) -> None:
        """Give each value of 分别增长4%和5% its own subject: members named before it, or the claims before it."""
        if index in self._shared:
            return
        left, start = place.left, group[index].span[0]
        each = _EACH.search(self._text, left, start)
        fresh = self._said.unit != unit_name(group[index]) or (
            not place.listed and _JOINT.search(place.words)
        )
        run = self._run_of_values(group, index) if each or fresh else 1
        if run < 2:
            return
        subject = cut_phrase(self._clauses.plain(left, each.start() if each else start))
        together = each or (run == len(_JOINT.split(subject)) and unit_name(group[index]) in ("%", "‰", "倍"))
        parts: Sequence[str | None] | None = distribute(subject, run) if together else None
        if parts and _unmeasured(parts):
            clause = self._clauses.clause_at(start)
            whole = (self._clauses.named_before(clause, self._behind, False) or "").rpartition("的")[2]
            parts = [f"{part}{whole}" for part in parts] if whole and is_measure(whole) else parts
        if parts is None and not subject:
            named = self._topics[-run:]
            if len(named) == run == len(set(named)) and None not in named:
                parts = named
            elif each:
                clause = self._clauses.clause_at(start)
                parts = distribute(self._clauses.named_before(clause, self._behind, True) or "", run)
        for offset, part in enumerate(parts or ()):
            if part:
                self._shared[index + offset] = part

    def _run_of_values(self, group: Sequence[Quantity], index: int) -> int:
        count, rates, joined = 1, unit_name(group[index]) in _RATES, False
        while index + count < len(group) and count < _LONGEST_RUN:
            between = self._text[group[index + count - 1].span[1] : group[index + count].span[0]]
            alike = (unit_name(group[index + count]) in _RATES) == rates or group[
                index + count - 1
            ].unit is None
            if len(between) > 6 or not alike or (not _LIST_MARK.match(between) and cut_phrase(between)):
                break
            # 分别达到6家、9家，13人…: a comma behind list marks opens the next clause.
            if joined and between[:1] in ("，", ","):
                break
            joined = joined or between[:1] in ("、", "和", "与", "及")
            count += 1
        return count

    def _note_regions(self, start: int, end: int, quantity: Quantity) -> None:
        """Remember the region that the clause is about; a region that touches the quantity is its own: 全国第一."""
        self._field = None
        rank = quantity.numeral.ordinal or unit_name(quantity) == "名"
        for behind, region in regions_in(self._text, start, end, rank):
            if behind == end or self._text[behind] in "（(":
                self._field = region
            else:
                self._said.region = region


def _unmeasured(parts: Sequence[str | None]) -> bool:
    """Whether no member of a list names a measure, so that the clause before it does: 合格率，小学、中学分别达到…."""
    return not any(part and is_measure(part) for part in parts)
