"""Quantities: every numeral of a text with its unit, bound words and role."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal

from extract.bounds import BoundWord, bound_after, bound_before, over_at
from extract.chinese_numerals import LARGE_SCALES, SCALES, is_bare_scale
from extract.compound_amounts import HALF_BEFORE_UNIT, with_small_parts
from extract.han import HAN
from extract.implied_units import as_rank, currency_before, implied_unit, is_top
from extract.joined_numerals import over_word, read_numeral
from extract.late import late
from extract.listed_numbers import bound_of_list, with_shared_units
from extract.masks import find_masks
from extract.outline import Outline
from extract.plain_numerals import RUN, starting
from extract.prose import Prose
from extract.quantity import Numeral, Quantity, Role, Unit
from extract.roles import Draft, Verdict, judge_figures, judge_ordinal
from extract.roles_in_time import judge_time
from extract.roles_in_words import judge_words
from extract.surroundings import Surroundings
from extract.units import (
    CENT,
    KILOWATT_HOUR,
    MINUTE,
    MULTIPLE,
    PERCENT,
    PERMILLE,
    POINTS,
    RANK,
    YUAN,
    divided,
    symbol_at,
    unit_at,
)

_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇❶❷❸❹❺❻❼❽❾❿")
_SMALL = frozenset("₀₁₂₃₄₅₆₇₈₉²³")
_CANDIDATE = starting("".join(sorted(_CIRCLED | _SMALL)))
_DIGITS = late(r"[0-9]++(?:\.[0-9]++)?+")
_PLAN = late(
    r"[十一二三五六七八九](?:(?<=十)(?:[一二三四五六]五(?![%年个天岁人万亿元千百家项])|五(?=”|计划|规划|期间|时期|末))"
    rf"|(?<!十)五(?:(?<!{HAN}[一二三五六七八九]五)(?=”|计划|规划|期间|时期|末)|(?<=“[一二三五六七八九]五)(?=”|计划)))"
)
_PLAN_DIGITS = {mark: value for value, mark in enumerate("零一二三四五六七八九")}
_SPACED_POINTS = late(r" {0,3}(?:个 {0,3})?百 {0,3}分 {0,3}点")
_COLLECTIVE_OVER = late(r"个([多余])(?=月|小时|星期|百分点|世纪|季度|学期|钟头|工作日)")
_LONGEST = 24
# The bound words that a quotation of the number leaves out.
_OUTSIDE = frozenset({"突破", "突破了", "站上", "站稳", "迈上", "跨过", "迈过", "跨越", "越过"})
# Verbs of steps, not of limits, before a count: 跨越3个千亿元台阶.
_STEPS = frozenset({"跨越", "跨过", "迈过", "迈上", "越过"})
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
# 以三分之差 tells points of a score; any other 分之 without a number behind it is a torn fraction.
_BEHIND_POINTS = frozenset("差优多")
_LEXICAL_ONE = frozenset("第前（(翻负零百千万亿十")


def find_quantities(prose: Prose, outline: Outline) -> tuple[Quantity, ...]:
    """Find every numeral of a text.

    Args:
        prose: The analysis text.
        outline: Its structure; numerals of list marks become enumerators, those of page furniture codes.

    Returns:
        The quantities in order, not overlapping. Every Arabic digit lies in one; Chinese numerals are there where they
        count, date, order, enumerate or name.
    """
    finder = _Finder(prose.text, outline)
    masks = find_masks(prose.text)
    pending = 0
    for match in _CANDIDATE.finditer(prose.text):
        start = match.start()
        while pending < len(masks) and masks[pending].start <= start:
            finder.add_mask(masks[pending])
            pending += 1
        if start >= finder.done:
            finder.add_numeral(start)
    for mask in masks[pending:]:
        finder.add_mask(mask)
    return with_shared_units(finder.found, prose.text)


class _Finder:
    """One pass over a text that collects its quantities.

    Attributes:
        found: The quantities so far.
        done: Offset after the last character that has been dealt with.
    """

    def __init__(self, text: str, outline: Outline) -> None:
        self.found: list[Quantity] = []
        self.done = 0
        self._text = text
        self._around = Surroundings(text, outline)
        self._plans = {match.start(): match.end() for match in _PLAN.finditer(text)}

    def add_mask(self, numeral: Numeral) -> None:
        """Add a placeholder that stands for a number."""
        if numeral.start >= self.done:
            self._complete(numeral)

    def add_numeral(self, start: int) -> None:
        """Add the numeral that begins at an offset, if one does."""
        text = self._text
        char = text[start]
        pattern = self._around.pattern_at(start)
        if pattern is not None:
            if char.isascii():
                digits = _DIGITS.match(text, start, pattern.end)
                assert digits is not None
                whole = pattern.role in ("name", "version", "ordinal")
                end = digits.end() if whole else start + len(digits.group().partition(".")[0])
                self._plain(_figures(text, start, end), pattern.role, pattern.reason)
            return
        if not char.isascii():
            if self._around.marks.at(start) is None and self._is_in_word(start):
                return
            if start in self._plans:
                self._plan(start, self._plans[start])
                return
            if char in _CIRCLED or char in _SMALL:
                self._symbol(start)
                return
        self._read(start)

    def _read(self, start: int) -> None:
        text = self._text
        mark = self._around.marks.at(start)
        wall = self._around.wall_after(start) if mark is None else mark[1]
        numeral = read_numeral(text, start, wall)
        if numeral is None:
            if text[start].isascii():
                digits = _DIGITS.match(text, start)
                assert digits is not None
                self._plain(_figures(text, start, digits.end()), "unexplained", "digits that form no numeral")
            else:
                run = RUN.match(text, start)
                self.done = run.end() if run is not None else start + 1
        elif mark is not None:
            self._plain(numeral, "enumerator", "list mark")
        elif numeral.end - numeral.start > _LONGEST and numeral.arabic:
            self._plain(numeral, "code", "too long for a number")
        else:
            self._complete(numeral)

    def _is_in_word(self, start: int) -> bool:
        """Whether 一 or 十 stands in a word such as 一般 or 十分: no numeral, unit, ordinal or bracket beside it."""
        text = self._text
        char, following = text[start], text[start + 1 : start + 2]
        if char in _FORMAL:
            return self._is_formal_in_word(start)
        if char not in "一十":
            return False
        if char == "十":
            return (
                following == "分"
                and text[start + 2 : start + 3] not in ("钟", "之")
                and text[start - 1 : start] not in ("第", "满", "得", "打", "百", "几")
            )
        if text[start - 1 : start] in _LEXICAL_ONE or following in SCALES or following in _PLAN_DIGITS:
            return False
        if not following.isalpha() and not text[start - 1 : start].isalpha():
            return False
        if following in ("分", "又", "两", "〇", "点", "成", "半", "中", " ") or not following:
            return False
        return unit_at(text, start + 1, counted=False) is None and following.isalpha()

    def _is_formal_in_word(self, start: int) -> bool:
        """Whether a formal digit stands alone in a word: 队伍, 大陆, 收拾."""
        text = self._text
        following = text[start + 1 : start + 2]
        if following in _FORMAL or following in SCALES or text[start - 1 : start] in SCALES:
            return False
        if following in ("元", "圆") and text[start + 2 : start + 3] not in ("旦", "宝"):
            return False
        previous = text[start - 1 : start]
        if previous.isalpha() and previous not in ("负", "是", "为"):
            return True
        return following.isalpha() and following not in "元圆角分成折个点又"

    def _plan(self, start: int, end: int) -> None:
        printed = self._text[start : end - 1]
        value = 10 if printed[0] == "十" else 0
        value += _PLAN_DIGITS.get(printed[-1], 0)
        self._plain(
            Numeral(start, end, "single", (Decimal(value),), (Decimal(1),), False), "plan", "five-year plan"
        )

    def _symbol(self, start: int) -> None:
        """① and its kin enumerate; small figures belong to a formula."""
        char = self._text[start]
        value = Decimal(int(unicodedata.numeric(char)))
        numeral = Numeral(start, start + 1, "single", (value,), (Decimal(1),), True)
        if char in _SMALL:
            self._plain(numeral, "name", "small figure")
        else:
            self._plain(numeral, "enumerator", "figure in a circle")

    def _plain(self, numeral: Numeral, role: Role, reason: str) -> None:
        span = (numeral.start, numeral.end)
        self.found.append(Quantity(numeral.start, numeral.end, numeral, None, "", "=", span, role, reason))
        self.done = numeral.end

    def _complete(self, numeral: Numeral) -> None:
        """Add a numeral with its unit, bound words and role."""
        text = self._text
        begin, over = numeral.start, over_at(text, numeral.end)
        position = over.end if over else numeral.end
        if text[position : position + 1] == " " and numeral.shape != "ratio":
            position += 1
        found = self._unit_of(numeral, position)
        if found is None:
            unit, end, printed = None, numeral.end, ""
            letter = text[end : end + 1]
            if numeral.arabic and letter.isascii() and letter.isalpha():
                self._plain(numeral, "name", "figures and letters")
                return
            if over is not None and over.word in "来+":
                over = None
        else:
            unit, end, inner = found
            over = over or inner
            printed = text[position:end] if end > position else ""
            numeral, unit, end = with_small_parts(text, numeral, unit, end)
            if unit is not found[0]:
                printed = unit.name
        if numeral.ordinal and text[begin - 1 : begin] == " ":
            begin -= 1
        front = begin - 1 if text[begin - 1 : begin] == "第" else begin
        if front < begin and not numeral.ordinal:
            numeral = replace(numeral, ordinal=True)
        behind = bound_after(text, end) if found is not None or over is None else None
        if behind is not None and behind.word == "起" and (unit is None or unit.dimension != "money"):
            behind = None
        bare = not numeral.arabic and is_bare_scale(text[numeral.start : numeral.end])
        prior = bound_before(text, front, bare)
        if prior is not None and prior.word in _STEPS and unit is not None and unit.dimension == "count":
            prior = None
        bound = _strongest(prior, over, behind) or _over_inside(text, numeral)
        before = text[max(0, front - 14) : front]
        start, stop = front, end
        if is_top(text, numeral, unit, end, before):
            unit, bound, start = RANK, BoundWord("前", "<=", front - 1, front), front - 1
        else:
            unit = currency_before(as_rank(text, numeral, unit, end, before), before)
        if prior is not None and prior.word not in _OUTSIDE:
            start = prior.start
        if behind is not None:
            stop = behind.end
        elif over is not None and found is None:
            stop = over.end
        if bare and unit is not None and unit.name == "级" and text[numeral.end - 1] == "亿":
            unit, printed, bound = YUAN, "", BoundWord("级", ">=", end - 1, end)
        if unit is None:
            unit = implied_unit(text, numeral)
        elif _counts_no_part(text, numeral, unit):
            unit, printed, end, stop = None, "", numeral.end, numeral.end
        if bound is None and self.found and not numeral.ordinal:
            bound = bound_of_list(text, self.found[-1], numeral, unit)
        if bare and not _is_round(text, unit, end, prior or over, behind):
            self.done = max(self.done, numeral.end)
            return
        quotation = self._around.quotations.at(begin)
        quoted = quotation[1] - quotation[0] - 2 if quotation else 0
        verdict = self._judge(Draft(text, numeral, unit, printed, end, before, bound is not None, quoted))
        if verdict is None:
            self.done = max(self.done, numeral.end)
            return
        role, reason = verdict
        if unit is not None and unit.name == "番" and _are_doublings(numeral):
            multiples = tuple([Decimal(2 ** int(value)) for value in numeral.values])
            numeral, unit = replace(numeral, values=multiples), MULTIPLE
        said, word = (bound.bound, bound.word) if bound else ("=", "")
        self.found.append(
            Quantity(numeral.start, end, numeral, unit, printed, said, (start, stop), role, reason, word)
        )
        self.done = end

    def _judge(self, draft: Draft) -> Verdict | None:
        numeral = draft.numeral
        verdict: Verdict | None = None
        if numeral.ordinal:
            verdict = judge_ordinal(draft)
        else:
            if draft.dimension == "time":
                verdict = judge_time(draft)
            if verdict is None and (numeral.arabic or numeral.shape == "masked"):
                verdict = judge_figures(draft)
            elif verdict is None:
                verdict = judge_words(draft)
        if verdict is not None and verdict[0] in ("claim", "unexplained", "structural_count", "article"):
            if self._around.titles.at(numeral.start) is not None:
                return "name", "in a title"
            if self._around.furniture.at(numeral.start) is not None:
                return "code", "furniture of the page"
        return verdict

    def _unit_of(self, numeral: Numeral, position: int) -> tuple[Unit, int, BoundWord | None] | None:
        """The unit at an offset, the offset after it, and 多 or 余 inside it (3个多月)."""
        text = self._text
        if numeral.percent:
            return (PERCENT if numeral.percent == "%" else PERMILLE), numeral.end, None
        inner = None
        if text[position : position + 1] == "个":
            match = _COLLECTIVE_OVER.match(text, position)
            if match is not None:
                inner = BoundWord(match.group(1), ">", match.start(1), match.end())
                position = match.end()
            elif HALF_BEFORE_UNIT.match(text, position):
                position += 2
        found = unit_at(text, position, counted=numeral.arabic)
        if found is None and numeral.arabic:
            found = symbol_at(text, position)
        if found is None or (found[0].name == "个" and text[found[1] : found[1] + 1] in ("百", " ")):
            spaced = _SPACED_POINTS.match(text, position)
            if spaced is not None:
                return POINTS, spaced.end(), inner
        if found is None:
            return None
        unit, end = found
        following = text[end : end + 1]
        if following == "/" or (following == "每" and unit.dimension not in ("time", "count")):
            below = unit_at(text, end + 1) or symbol_at(text, end + 1)
            if below is not None:
                return divided(unit, below[0]), below[1], inner
        elif (
            following == "级"
            and unit.dimension in ("mass", "money", "power")
            and text[end + 1 : end + 2] != "别"
        ):
            end += 1
        elif (
            following in ("（", "(") and unit.dimension == "count" and text[end + 2 : end + 3] in ("）", ")")
        ) and unit_at(text, end + 1) is not None:
            end += 3
        if unit.name == "分" and following == "之" and text[end + 1 : end + 2] not in _BEHIND_POINTS:
            return None
        if unit.name == "分" and text[numeral.start] in _FORMAL:
            unit = CENT
        elif unit.name == "分" and text[numeral.start - 1 : numeral.start] in ("时", "点"):
            unit = MINUTE
        elif unit.name == "度" and text[numeral.end - 1 : numeral.end] in ("万", "亿"):
            unit = KILOWATT_HOUR
        return unit, end, inner


def _figures(text: str, start: int, end: int) -> Numeral:
    """A numeral of plain digits."""
    printed = text[start:end]
    places = len(printed.partition(".")[2])
    return Numeral(start, end, "single", (Decimal(printed),), (Decimal(1).scaleb(-places),), True)


def _strongest(prior: BoundWord | None, over: BoundWord | None, behind: BoundWord | None) -> BoundWord | None:
    """The bound word that decides where several stand: a limit beats 近, 约 and 多."""
    if behind is not None and (prior is None or prior.bound == "~" or behind.bound != "~"):
        return behind
    if prior is not None and (over is None or prior.bound != "~"):
        return prior
    return over


def _are_doublings(numeral: Numeral) -> bool:
    """Whether something doubles a whole number of times: 翻两番 is four times; 一番半 is left as it is."""
    return all(value == int(value) and 0 < value <= 20 for value in numeral.values)


def _counts_no_part(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Whether a word behind a share or a large number is no unit of it: 三分之二强, 超半数支持, 3亿大增."""
    if 0 in numeral.resolutions:
        return unit.dimension in ("count", "people", "place")
    return (unit.name == "强" and bool(numeral.percent)) or (
        unit.name == "大" and text[numeral.end - 1] in LARGE_SCALES
    )


def _over_inside(text: str, numeral: Numeral) -> BoundWord | None:
    word = over_word(text, numeral)
    return BoundWord(word, ">", numeral.start, numeral.end) if word else None


def _is_round(
    text: str, unit: Unit | None, end: int, before: BoundWord | None, behind: BoundWord | None
) -> bool:
    """Whether a bare scale word is a number: 亿元以上, 突破千亿, 上万人, 百亿级; not in 每万人, 单位：万元."""
    if before is not None:
        return before.word != "上" or text[before.start - 1 : before.start] != "千"
    if unit is None:
        return False
    if behind is not None:
        return True
    return text[end - 1] == "级" or text.startswith("级", end)
