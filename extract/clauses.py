"""The clauses of one sentence: what stands around its quantities, and which periods and bases it names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extract.late import late
from extract.leading_periods import announces, tells_how_long
from extract.naming import named_in_clause
from extract.periods import PeriodMention
from extract.phrases import is_measure
from extract.quantity import Quantity

# A colon between figures tells the time of day.
_MARK = late(r"[，,；;。！？!?\n【】]|(?<![0-9])[：:]|[：:](?![0-9])")
# In a headline without a mark a blank parts the clauses.
_BLANK = late(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f]{2})")
_AGO = r"[一二两三四五六七八九十几半\d]{1,3}个?(?:年|月|周|星期|天|季度)(?:多|半)?(?:以)?前"
_BASE = late(
    r"同比|环比|按[年月季]|[比较](?:上年|去年|前年|上一?年度?)(?:同期|同月|末|底)?|[比较]年初|"
    r"[比较](?:(?:19|20)\d{2}|[一二][一二三四五六七八九〇○零]{3})年(?:同期|末|底)?|"
    r"[比较]“?[一二三四五六七八九十]{1,3}五”?(?:末|时期|期末)?|[比较]第.{1,2}个五年(?:计划|规划)(?:期间|期末|末)?|"
    r"[比较]上(?:月|季度|季|周|届|次|个月|半年)|[比较](?:同期|前[一二三四五]年|往年|以往|过去|往常|原来|[建解]放?[国省]?[初前])|"
    rf"[比较]{_AGO}|年均|平均每年|每年平均"
)
_COMPARED = ("比", "较", "同", "与", "按")
_RATHER = frozenset({"高于", "低于", "快于", "慢于", "多于", "少于", "好于", "优于", "强于"})
_ADJACENT = 2
# Behind a year these name it again: 2024年全年, 1955年本年.
_SAME_YEAR = ("本年", "当年", "全年", "该年", "年内", "当月")
# 16所高校、48个学科入选名单: the predicate behind the last count belongs to every one.
_SHARED_PREDICATE = late(r"(?:入选|获评|获批|通过|纳入|上榜|跻身|列入|荣获|创成|参加|参与)[^，。；、]{0,14}")
_PARENTHESIS = late(r"[（(][^（）()]{0,120}[）)]")
_SHORT = 20
_ALSO = late(r"^(?:以及|至于|而|及|和)")
_SAYS_MORE = late(
    r"[是为了着把被让将要已均全更较最很不未]|达|增|降|升|提高|提升|推进|推动|做[强大优]|加快|力争|实现|完成|取得|突破|保持|坚持|深化|强化|落实|实施|组织|开展|成立|成为|获|创"
)


class Clauses:
    """What one sentence says around its quantities.

    Args:
        text: The analysis text.
        start: Offset of the sentence.
        end: Offset after it.
        mentions: The periods that the text names, in order.
    """

    def __init__(self, text: str, start: int, end: int, mentions: Sequence[PeriodMention]) -> None:
        self.start, self.end = start, end
        self._text = text
        low = bisect_right(mentions, start - 1, key=lambda mention: mention.start)
        high = bisect_right(mentions, end - 1, key=lambda mention: mention.start)
        here = mentions[low:high]
        self._bases = [match.span() for match in _BASE.finditer(text, start, end)]
        self._skips = sorted([*self._bases, *((mention.start, mention.end) for mention in here)])
        self._mentions = here
        self._own_mentions = [mention for mention in here if self._is_own(mention)]
        self._marks = [start, *(mark.end() for mark in _MARK.finditer(text, start, end))]
        if len(self._marks) == 1 and " " in text[start:end]:
            self._marks += [blank.end() for blank in _BLANK.finditer(text, start, end)]
        if self._marks[-1] != end:
            self._marks.append(end)

    def clause_at(self, position: int) -> int:
        """Offset of the clause that holds a position."""
        return self._marks[bisect_right(self._marks, position) - 1]

    def rest(self, end: int) -> str:
        """The words behind a quantity up to the next mark, other quantities included."""
        marks = self._marks
        stop = marks[min(bisect_right(marks, end), len(marks) - 1)]
        return self._text[end : stop - 1 if stop > end and _MARK.match(self._text, stop - 1) else stop]

    def right(self, group: Sequence[Quantity], index: int) -> str:
        """The words behind a quantity up to the next mark, list mark or quantity."""
        text = self._text
        end = group[index].span[1]
        stop = end + len(self.rest(end))
        if index + 1 < len(group) and group[index + 1].span[0] <= stop:
            following = group[index + 1].span[0]
            last = max(index, bisect_right(group, stop - 1, key=lambda other: other.span[0]) - 1)
            behind = group[last].span[1]
            words = _first_member(self.plain(end, following))
            if following == end:
                return _first_member(self.plain(behind, stop))
            shared = _SHARED_PREDICATE.search(text, behind, stop) if words else None
            return words + shared.group() if shared else words
        return _first_member(self.plain(end, stop))

    def plain(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` without periods, a comparison with an earlier time cut down to 比."""
        pieces, at = [], start
        for first, last in self._skips:
            if start <= first < end:
                pieces.append(self._text[at:first])
                if self._text[first] in "比较" and first >= at:
                    pieces.append("比")
                at = max(at, last)
        pieces.append(self._text[at:end] if at < end else "")
        return "".join(pieces)

    def base(self, start: int, end: int) -> str | None:
        """The last base of comparison between two offsets (比上年, 同比)."""
        found = None
        for first, last in self._bases:
            if start <= first and last <= end:
                found = self._text[first:last]
        return found

    def period(self, start: int, end: int) -> PeriodMention | None:
        """The last period between two offsets that dates what is said there."""
        own: PeriodMention | None = None
        for mention in self._own_mentions:
            if start <= mention.start < end:
                near = own is not None and mention.start - own.end < _ADJACENT
                if near and own is not None and self._repeats(own, mention):
                    continue
                own = mention
        return own

    def _repeats(self, own: PeriodMention, mention: PeriodMention) -> bool:
        """Whether a period right behind another only says it again or explains it: 2024年全年, 假期（5月1日至3日）."""
        year = mention.kind == "year" and own.kind != "year"
        return (
            mention.text.startswith(_SAME_YEAR)
            or year
            or (mention.kind == own.kind == "span" and self._text[own.end] == "的")
            or (own.kind != "now" and self._text[own.end] in "（(")
        )

    def compared(self, start: int, end: int) -> PeriodMention | None:
        """The period between two offsets that a comparison names: 较去年修订预算."""
        for mention in self._mentions:
            if start < mention.start < end and self._text[mention.start - 1] in "比较与":
                return mention
        return None

    def before(self, mention: PeriodMention) -> str:
        """The character before a period in this sentence, empty at its start."""
        return self._text[max(self.start, mention.start - 1) : mention.start]

    def named_before(self, clause: int, behind: int, counted: bool) -> str | None:
        """What the nearest clauses before one without a subject name: 上市企业数量不多，全市5家.

        Args:
            clause: Offset of the clause without a subject.
            behind: Offset behind the quantity before it; only clauses after that one are looked at.
            counted: Whether things are counted, so that any noun will do; else it has to be a measure.

        Returns:
            The noun phrase, ``None`` where no clause names one.
        """
        first = self._marks[min(bisect_right(self._marks, behind - 1), len(self._marks) - 1)]
        if first >= clause:
            return None
        nearest: str | None = None
        for words in reversed(_MARK.split(_PARENTHESIS.sub("", self.plain(first, clause - 1)))):
            phrase = named_in_clause(words)
            if phrase is not None and (counted or is_measure(phrase)):
                return phrase
            if phrase is not None and nearest is None and len(phrase) <= _SHORT:
                nearest = phrase
        return nearest

    def bare_before(self, clause: int, behind: int) -> str | None:
        """The clause right before one without a subject, where it is a noun phrase and nothing more: 电力工业建设，五年投资….

        Args:
            clause: Offset of the clause without a subject.
            behind: Offset behind the quantity before it; the clause has to stand after that.

        Returns:
            The noun phrase, ``None`` where the clause says more, or none stands there.
        """
        index = bisect_right(self._marks, clause) - 2
        if index < 0 or self._marks[index] < behind:
            return None
        words = _ALSO.sub("", self.plain(self._marks[index], clause - 1).strip())
        if not 3 <= len(words) <= _SHORT or _SAYS_MORE.search(words):
            return None
        return words if named_in_clause(words) == words else None

    def _is_own(self, mention: PeriodMention) -> bool:
        """Whether a mention dates what is said, not what it is compared with or the day of its announcement."""
        text = self._text
        before = text[max(self.start, mention.start - 2) : mention.start]
        if before[-1:] in _COMPARED or before in _RATHER:
            return False
        if tells_how_long(text, mention):
            return False
        if mention.text in ("这一年", "当年", "本年") and self._text[mention.start - 1] == "的":
            return False
        return not announces(text, mention)


def _first_member(words: str) -> str:
    """The words before the first list mark that stands in no brackets."""
    if "（" in words or "(" in words:
        words = _PARENTHESIS.sub("", words)
    return words.split("、")[0]


def base_in(words: str) -> str | None:
    """The base of comparison that some words name (比上年, 同比), ``None`` for none."""
    found = _BASE.search(words)
    return found.group() if found else None
