"""Quantities: every numeral of a text with its unit, bound words and role."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from extract.bounds import BoundWord, bound_after, bound_before
from extract.chinese_numerals import SCALES, is_bare_scale
from extract.digit_patterns import Pattern, find_patterns
from extract.masks import find_masks
from extract.numerals import RUN, START, read_numeral
from extract.outline import Outline
from extract.prose import Prose
from extract.quantity import Bound, Numeral, Quantity, Role, Unit
from extract.roles import PLANS, Draft, clause_ends, judge, ranked_before
from extract.units import PERCENT, PERMILLE, PERSON, RANK, YUAN, divided, latin_unit_at, unit_at

_DIGITS = re.compile(r"[0-9]++(?:\.[0-9]++)?+")
_CIRCLED = re.compile(r"[①-⑳⑴-⒇㈠-㈩]")
_QUOTED = re.compile(r"“[^“”\n]{1,24}”|《[^《》\n]{1,80}》|\"[^\"\n]{1,24}\"")
_MONEY_BEFORE = re.compile(
    r"产值|总值|收入|投资|规模|资金|营收|GDP|增加值|经济总量|贷款|存款|余额|出口|进口|进出口|支出|税收|利润|销售额|零售额|产业|市值|成交"
)
_PEOPLE_AFTER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}?)(?:居民|群众|人口|农民|职工|学生|老人|儿童|劳动力|人员|青年|干部|党员|人民)"
)
_SHARE_BEFORE = re.compile(r"占比|比重|比例|份额|率")
_CURRENCY = {"￥": YUAN, "¥": YUAN}
_NOT_IN_SPAN = frozenset({"突破", "突破了", "站上", "站稳", "迈上", "跨过", "迈过", "跨越"})


def find_quantities(prose: Prose, outline: Outline) -> tuple[Quantity, ...]:
    """Find every numeral of a text.

    Args:
        prose: The analysis text.
        outline: Its structure; numerals of list marks become enumerators.

    Returns:
        The quantities in order, not overlapping. Every Arabic digit lies in one; Chinese numerals are there where they
        count, date, order, enumerate or name.
    """
    return _Finder(prose.text, outline).run()


class _Finder:
    """One pass over a text, with the patterns, quotations and list marks that surround a numeral."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.patterns = find_patterns(text)
        self.pattern_starts = [pattern.start for pattern in self.patterns]
        self.marks = [(mark.start, mark.end) for mark in outline.enumerators]
        self.mark_starts = [start for start, _ in self.marks]
        self.chrome = [(p.start, p.end) for p in outline.paragraphs if p.kind == "chrome"]
        self.chrome_starts = [start for start, _ in self.chrome]
        self.quotes = [match.span() for match in _QUOTED.finditer(text)]
        self.quote_starts = [start for start, _ in self.quotes]
        self.plans = {match.start(): match.end() for match in PLANS.finditer(text)}
        self.found: list[Quantity] = []
        self.done = 0

    def run(self) -> tuple[Quantity, ...]:
        text = self.text
        masks = find_masks(text)
        next_mask = 0
        for match in START.finditer(text):
            start = match.start()
            while next_mask < len(masks) and masks[next_mask].start < start:
                self._masked(masks[next_mask])
                next_mask += 1
            if start >= self.done:
                self._numeral(start)
        for mask in masks[next_mask:]:
            self._masked(mask)
        return tuple(self.found)

    def _masked(self, numeral: Numeral) -> None:
        if numeral.start >= self.done:
            self._complete(numeral, None)

    def _numeral(self, start: int) -> None:
        text = self.text
        index = bisect_right(self.pattern_starts, start) - 1
        if index >= 0 and start < self.patterns[index].end:
            self._in_pattern(start, self.patterns[index])
            return
        wall = self.pattern_starts[index + 1] if index + 1 < len(self.patterns) else len(text)
        plan_end = self.plans.get(start)
        if plan_end is not None:
            self._plan(start, plan_end)
            return
        char = text[start]
        if char == "一" and text[start + 1 : start + 2] not in SCALES and self._is_lexical_one(start):
            return
        mark = self._inside(self.marks, self.mark_starts, start)
        if mark is not None:
            wall = min(wall, mark[1])
        numeral = read_numeral(text, start, wall)
        if numeral is None:
            if char.isascii():
                digits = _DIGITS.match(text, start)
                assert digits is not None
                self._plain(start, digits.end(), "unexplained", "digits that form no numeral")
            else:
                run = RUN.match(text, start)
                self.done = run.end() if run is not None else start + 1
            return
        if mark is not None:
            self._plain(start, numeral.end, "enumerator", "list mark", numeral)
            return
        if len(text[numeral.start : numeral.end]) > 30:
            self._plain(start, numeral.end, "code", "too long for a number", numeral)
            return
        self._complete(numeral, wall)

    def _is_lexical_one(self, start: int) -> bool:
        """Whether 一 is part of a word such as 一般 or 统一: no unit behind it, no 第 or bracket before it."""
        text = self.text
        if text[start - 1 : start] in ("第", "前", "（", "(", "翻") or text.startswith("分之", start + 1):
            return False
        following = text[start + 1 : start + 2]
        if following in (
            "点",
            "成",
            "两",
            "二",
            "九",
            "四",
            "又",
            "零",
            "〇",
            "三",
            "五",
            "八",
            "六",
            "七",
            "几",
        ):
            return False
        return unit_at(text, start + 1) is None and (following.isalpha() or text[start - 1 : start].isalpha())

    def _inside(
        self, spans: list[tuple[int, int]], starts: list[int], position: int
    ) -> tuple[int, int] | None:
        index = bisect_right(starts, position) - 1
        if index >= 0 and position < spans[index][1]:
            return spans[index]
        return None

    def _in_pattern(self, start: int, pattern: Pattern) -> None:
        text = self.text
        if not text[start].isascii():
            return
        digits = _DIGITS.match(text, start, pattern.end)
        assert digits is not None
        end = digits.end()
        if pattern.role in ("date", "code", "phone", "document_number") and "." in digits.group():
            end = start + digits.group().index(".")
        self._plain(start, end, pattern.role, pattern.reason)

    def _plan(self, start: int, end: int) -> None:
        numeral = Numeral(start, end, "single", (Decimal(0),), (Decimal(1),), False)
        names = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
        printed = self.text[start : end - 1]
        value = 10 + names.get(printed[-1], 0) if printed[0] == "十" else names.get(printed[0], 0)
        numeral = Numeral(start, end, "single", (Decimal(value),), (Decimal(1),), False)
        self._add(numeral, None, end, "", None, (start, end), "plan", "five-year plan")

    def _plain(self, start: int, end: int, role: Role, reason: str, numeral: Numeral | None = None) -> None:
        if numeral is None:
            value = Decimal(self.text[start:end])
            point = self.text.find(".", start, end)
            places = 0 if point < 0 else end - point - 1
            numeral = Numeral(start, end, "single", (value,), (Decimal(1).scaleb(-places),), True)
        self._add(numeral, None, numeral.end, "", None, (numeral.start, numeral.end), role, reason)

    def _add(
        self,
        numeral: Numeral,
        unit: Unit | None,
        end: int,
        printed: str,
        bound: BoundWord | None,
        span: tuple[int, int],
        role: Role,
        reason: str,
    ) -> None:
        said: Bound = bound.bound if bound else "="
        word = bound.word if bound else ""
        self.found.append(
            Quantity(numeral.start, end, numeral, unit, printed, said, span, role, reason, word)
        )
        self.done = max(self.done, end)

    def _complete(self, numeral: Numeral, wall: int | None) -> None:
        """Add unit, bound words and role to a numeral."""
        text = self.text
        start, position = numeral.start, numeral.end
        inner = (
            bound_after(text, position) if text[position : position + 1] in ("多", "余", "来", "+") else None
        )
        unit_start = inner.end if inner else position
        if text[unit_start : unit_start + 1] == " ":
            unit_start += 1
        found = self._unit(numeral, unit_start)
        unit: Unit | None
        if found is None:
            unit, end = None, position
            letter = text[position : position + 1]
            if numeral.arabic and letter.isascii() and letter.isalpha():
                self._plain(start, numeral.end, "name", "figures and letters", numeral)
                return
        else:
            unit, end = found
        unit_printed = text[unit_start:end] if found else ""
        ordinal = text[start - 1 : start] == "第" or numeral.ordinal
        front = start - 1 if text[start - 1 : start] == "第" else start
        outer = bound_after(text, end) if found or not inner else None
        if outer is not None and outer.word == "起" and (unit is None or unit.dimension != "money"):
            outer = None
        round_scale = not numeral.arabic and is_bare_scale(text[start:position])
        prior = bound_before(text, front, round_scale)
        bound = outer or inner or prior
        if prior is not None and bound is not prior and prior.bound != "~":
            bound = prior if bound is inner else bound
        over = text[start:position]
        if bound is None and any(char in over for char in "多余来"):
            word = next(char for char in over if char in "多余来")
            bound = BoundWord(word, ">", start, position)
        if ordinal and not numeral.ordinal:
            numeral = _as_ordinal(numeral)
        span_start, span_end = front, end
        before = text[max(0, front - 8) : front]
        top = False
        if (
            before.endswith("前")
            and not before.endswith(("目前", "此前", "之前", "以前", "提前", "年前", "日前", "先前", "当前"))
            and (
                (unit is None and clause_ends(text, end))
                or (unit is not None and unit.name in ("人", "强", "名"))
            )
        ):
            top = True
            unit = RANK
            bound = BoundWord("前", "<=", front - 1, front)
            span_start = front - 1
        if not top:
            unit = self._ranked(numeral, unit, end, before)
        if prior is not None and prior.word not in _NOT_IN_SPAN:
            span_start = prior.start
        if outer is not None:
            span_end = outer.end
        elif inner is not None and found is None:
            span_end = inner.end
        if unit is None:
            unit = self._implied(numeral, position, before)
        if bound is None and self.found and not numeral.ordinal:
            bound = self._inherited(numeral, unit)
        if round_scale and not self._is_round(numeral, unit, prior, outer, end):
            self.done = max(self.done, position)
            return
        quote = self._inside(self.quotes, self.quote_starts, start)
        quoted = quote[1] - quote[0] - 2 if quote and text[quote[0]] != "《" else 0
        titled = quote is not None and text[quote[0]] == "《"
        draft = Draft(numeral, unit, end, bound is not None, quoted, titled)
        verdict = judge(text, draft)
        if verdict is None:
            self.done = max(self.done, position)
            return
        role, reason = verdict
        if self._inside(self.chrome, self.chrome_starts, start) is not None and role in (
            "claim",
            "unexplained",
        ):
            role, reason = "code", "furniture of the page"
        if unit is not None and unit.dimension == "rank":
            unit_printed = unit_printed or ""
        self._add(numeral, unit, end, unit_printed, bound, (span_start, span_end), role, reason)

    def _unit(self, numeral: Numeral, position: int) -> tuple[Unit, int] | None:
        text = self.text
        if numeral.percent:
            return (PERCENT if numeral.percent == "%" else PERMILLE), numeral.end
        found = unit_at(text, position)
        if found is None:
            if numeral.arabic:
                found = latin_unit_at(text, position)
            if found is None:
                return None
        unit, end = found
        if text[end : end + 1] == "/":
            below = unit_at(text, end + 1) or latin_unit_at(text, end + 1)
            if below is not None:
                return divided(unit, below[0]), below[1]
        if (
            text[end : end + 1] == "级"
            and unit.dimension in ("mass", "money")
            and text[end + 1 : end + 2] != "别"
        ):
            return unit, end + 1
        if text[end : end + 1] in ("（", "(") and unit.dimension == "count":
            closing = text[end + 2 : end + 3]
            if closing in ("）", ")") and unit_at(text, end + 1) is not None:
                return unit, end + 3
        return unit, end

    def _ranked(self, numeral: Numeral, unit: Unit | None, end: int, before: str) -> Unit | None:
        """名 and 位 count ranks behind 第, 位列 and their kin."""
        text = self.text
        printed = text[numeral.end : end]
        if numeral.ordinal:
            if printed in ("位", "名") or (unit is not None and unit.name == "大"):
                return RANK
            if text[numeral.start : numeral.end] == "首位":
                return RANK if ranked_before(before) else unit
            if unit is None and clause_ends(text, end) and ranked_before(before):
                return RANK
            if unit is None and numeral.shape == "masked":
                return RANK
        elif printed in ("位", "名") and ranked_before(before) and not before.endswith("为"):
            return RANK
        return unit

    def _inherited(self, numeral: Numeral, unit: Unit | None) -> BoundWord | None:
        """The bound of the number before in a list: 突破7万亿、8万亿, 分别超过8万元、4.5万元."""
        last = self.found[-1]
        between = self.text[last.span[1] : numeral.start]
        if between not in ("、", "和") or last.unit != unit or last.bound == "=" or last.role != "claim":
            return None
        if last.bound_word not in ("超过", "突破", "跨越", "超", "不低于", "不少于"):
            return None
        return BoundWord(last.bound_word, last.bound, numeral.start, numeral.start)

    def _implied(self, numeral: Numeral, position: int, before: str) -> Unit | None:
        """The unit that is left out: 产值228亿, 242万居民, 占比突破40."""
        text = self.text
        if numeral.shape == "masked" or not numeral.values or numeral.ordinal:
            return None
        if numeral.shape == "ratio":
            return PERCENT if 99 <= sum(numeral.values) <= 101 else None
        wide = text[max(0, numeral.start - 24) : numeral.start]
        clause = re.split("[。；\n]", wide)[-1]
        last = text[position - 1]
        if last == "万" and _PEOPLE_AFTER.match(text, position):
            return PERSON
        if last in "亿千" and (_MONEY_BEFORE.search(clause) or text.startswith("级", position)):
            return YUAN
        if (
            numeral.arabic
            and last.isdigit()
            and numeral.values[0] <= 100
            and re.search(r"(?:占比|比重)(?:突破|达到?|为|超过?)$", clause)
        ):
            return PERCENT
        return None

    def _is_round(
        self, numeral: Numeral, unit: Unit | None, prior: BoundWord | None, outer: BoundWord | None, end: int
    ) -> bool:
        """Whether a bare scale word is a number: 亿元以上, 突破千亿, 上万人, 百亿级."""
        text = self.text
        if prior is not None:
            return True
        if outer is not None and unit is not None:
            return True
        if unit is not None and unit.dimension in ("money", "mass") and text[end - 1] == "级":
            return True
        return text.startswith("级", end) and unit is not None


def _as_ordinal(numeral: Numeral) -> Numeral:
    return Numeral(
        numeral.start,
        numeral.end,
        numeral.shape,
        numeral.values,
        numeral.resolutions,
        numeral.arabic,
        numeral.percent,
        numeral.vague,
        True,
    )
