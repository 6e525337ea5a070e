"""The official figures of a data desk: the rows of its sheet, read and checked before anything is audited with them."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from extract.indicators import MARKS, canonical, scope_of
from extract.late import late
from extract.periods import find_periods
from extract.plain_numerals import scale_at
from extract.quantity import Unit
from extract.script import fold
from extract.units import PERCENT, divided, symbol_at, unit_at

_COLUMNS = {
    "region": ("region", "地区", "区域", "行政区"),
    "indicator": ("indicator", "指标", "指标名称"),
    "period": ("period", "时期", "时间", "期别"),
    "value": ("value", "数值", "绝对量"),
    "unit": ("unit", "单位", "计量单位"),
    "growth": ("growth", "增速", "同比增速", "增长"),
    "source": ("source", "来源", "数据来源"),
}
_BY_HEADING = {heading: column for column, headings in _COLUMNS.items() for heading in headings}
_HEADING_NOTE = late(r"\(([^()]{0,10})\)$")
_LEVELS = "国省市县区州盟旗镇乡"
_OWN = late(rf"[全我本][{_LEVELS}]")
_NUMBER = late(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)")
_YEAR = late(r"[12]\d{3}")
_LONGEST_NUMBER = 40
_MOST_ROWS = 100_000
_MOST_NAMES = 8
"""Rows kept of one thing, under different names, to hold the following ones against."""
_EMPTY = frozenset({"", "-", "—", "--", "——"})

Key = tuple[str, str, str]
"""Indicator, period and region, as :func:`fact_keys` and the rule that looks facts up write them."""


class FactsError(Exception):
    """A sheet that cannot be relied on; the message names the row and the column."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the sheet.

    Attributes:
        value: Exact value in canonical units.
        resolution: What its last digit counts, in canonical units.
        printed: Number and unit as the sheet has them.
    """

    value: Fraction
    resolution: Fraction
    printed: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the sheet.

    Attributes:
        row: Number of the row, from 1, the headings counted.
        region: The region's words, empty for any.
        indicator: The indicator's words.
        scope: The statistical scope that they name, ``None`` for none.
        period: The period's words, empty for any.
        unit: The value's unit, ``None`` for a plain number.
        level: The value, ``None`` where only the growth is given.
        growth: The growth over the year before in %, ``None`` where only the value is given.
        source: Where the figure comes from, empty where the sheet does not say.
    """

    row: int
    region: str
    indicator: str
    scope: str | None
    period: str
    unit: Unit | None
    level: Figure | None
    growth: Figure | None
    source: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A sheet of official figures.

    Attributes:
        sheet: Its name, for people.
        book: The facts by what they are about.
        only_region: The one region that the sheet is about, empty where it names none or several.
        own_regions: The region that 全市, 全县 … can only mean: the sheet's one region of that level.
        sha256: Hash of the file's bytes, in hexadecimal; empty for one that is no file.
    """

    sheet: str
    book: dict[Key, tuple[Fact, ...]]
    only_region: str
    own_regions: dict[str, str]
    sha256: str = ""

    def __len__(self) -> int:
        return len({fact.row for facts in self.book.values() for fact in facts})


def parse_facts(sheet: str, rows: Iterable[Sequence[str]]) -> Facts:
    """Read a sheet's rows.

    Args:
        sheet: The sheet's name, for messages and evidence.
        rows: The cells of each row as text; the first row that is not blank has the headings.

    Returns:
        The facts.

    Raises:
        FactsError: If a column is missing or unknown twice, a cell cannot be understood, or two rows give different
            values for one indicator, period and region.
    """
    columns: dict[str, int] | None = None
    unit = ""
    facts: list[Fact] = []
    for number, cells in enumerate(rows, 1):
        clean = [unicodedata.normalize("NFKC", cell).strip() for cell in cells]
        if not any(clean):
            continue
        if columns is None:
            columns, unit = _headings(sheet, number, clean)
            continue
        if len(facts) == _MOST_ROWS:
            raise FactsError(f"{sheet}：超过 {_MOST_ROWS} 行，请拆分")
        facts.append(_Row(sheet, number, clean, columns, unit).fact())
    if columns is None or not facts:
        raise FactsError(f"{sheet}：没有一行数据")
    _refuse_contradictions(sheet, facts)
    regions = {folded(fact.region) for fact in facts if fact.region}
    only = next(iter(regions)) if len(regions) == 1 else ""
    book: dict[Key, list[Fact]] = {}
    for fact in facts:
        for key in fact_keys(fact):
            book.setdefault(key, []).append(fact)
    return Facts(
        sheet,
        {key: tuple(found) for key, found in book.items()},
        only,
        _own_regions(regions, only),
    )


def _refuse_contradictions(sheet: str, facts: Iterable[Fact]) -> None:
    """Refuse a sheet with two values for one thing: a claim would be held against whichever of them agrees.

    A value and a rounder one of the same thing (521.34 and 521.3) do not contradict each other.
    """
    seen: dict[tuple[str, str, str | None, str, str], list[Fact]] = {}
    for fact in facts:
        about = indicator_of(fact.indicator), period_of(fact.period), fact.scope
        region = folded(fact.region)
        unit = fact.unit.name if fact.unit is not None else ""
        for other in seen.get((*about, region, unit), ()):
            column = _contradicted(fact, other)
            if column and _one_name(fact.indicator, other.indicator):
                values = (other.level, fact.level) if column == "value" else (other.growth, fact.growth)
                printed = "、".join(f"“{value.printed}”" for value in values if value is not None)
                raise FactsError(
                    f"{sheet}：第 {other.row} 行与第 {fact.row} 行的“{_COLUMNS[column][1]}”互相矛盾："
                    f"“{fact.indicator}”同一地区、同一时期有{printed}两个数，请留一行"
                )
        kept = seen.setdefault((*about, region, unit), [])
        if len(kept) < _MOST_NAMES:
            kept.append(fact)


def _contradicted(one: Fact, other: Fact) -> str:
    """The column in which two facts contradict each other, empty where they do not."""
    for column, pair in (("value", (one.level, other.level)), ("growth", (one.growth, other.growth))):
        first, second = pair
        if first is None or second is None:
            continue
        if abs(first.value - second.value) * 2 > max(first.resolution, second.resolution):
            return column
    return ""


def _one_name(one: str, other: str) -> bool:
    """Whether one indicator's words are the other's, or hold them: 地区生产总值 and 生产总值."""
    first, second = (folded(words).translate(MARKS) for words in (one, other))
    return first in second or second in first


def fact_keys(fact: Fact) -> tuple[Key, ...]:
    """What a fact is looked up by: canonical indicator, period's days, and the region with and without its suffix."""
    about = indicator_of(fact.indicator), period_of(fact.period)
    region = folded(fact.region)
    core = core_of(region)
    names = (region,) if core == region else (region, f"{core}*")
    return tuple((*about, name) for name in names)


def region_names(words: str, facts: Facts) -> tuple[str, ...]:
    """The names under which the facts about a claim's region stand; those for any region come last.

    Args:
        words: The region that the claim names, empty for none.
        facts: The sheet: 全市 is its one city, and no words at all its one region.
    """
    region = folded(words)
    if not region:
        return (facts.only_region, "") if facts.only_region else ("",)
    if _OWN.fullmatch(region):
        own = facts.own_regions.get(region[-1])
        return (region, "") if own is None else (region, own, "")
    core = core_of(region)
    return (region, f"{region}*", "") if core == region else (region, core, "")


def core_of(region: str) -> str:
    """A region's name without its level (青川市 → 青川); 全市 and names of one character stay."""
    if len(region) < 3 or region[-1] not in _LEVELS:
        return region
    return region[:-3] if region.endswith("自治区") and len(region) > 4 else region[:-1]


def _own_regions(regions: set[str], only: str) -> dict[str, str]:
    by_level: dict[str, list[str]] = {}
    for region in sorted(regions):
        by_level.setdefault(region[-1], []).append(region)
    if only and only[-1] not in _LEVELS:
        return dict.fromkeys(_LEVELS.replace("国", ""), only)
    return {level: found[0] for level, found in by_level.items() if level in _LEVELS and len(found) == 1}


def indicator_of(words: str) -> str:
    """An indicator's canonical name, else its folded words."""
    plain = folded(words)
    return canonical(plain)[0] or plain.translate(MARKS)


def period_of(words: str) -> str:
    """A period's days, ``first/last``, else its folded words; empty for none."""
    plain = folded(words)
    if _YEAR.fullmatch(plain):
        plain += "年"
    mentions = find_periods(plain, None)
    if len(mentions) == 1 and (mentions[0].start, mentions[0].end) == (0, len(plain)) and mentions[0].first:
        return f"{mentions[0].first}/{mentions[0].last}"
    return plain


def folded(words: str) -> str:
    """Words in one script and width, without blanks."""
    return fold("".join(unicodedata.normalize("NFKC", words).split()))


def unit_of(words: str) -> tuple[Unit, int] | None:
    """Read a unit's words (亿元, 万人, 元/吨, kWh).

    Returns:
        The unit and its scale, ``None`` where they are no unit as a whole.
    """
    scale, start = scale_at(words, 0)
    found = unit_at(words, start) or symbol_at(words, start)
    if found is None and start:
        scale, start = 1, 0
        found = unit_at(words, 0) or symbol_at(words, 0)
    if found is None:
        return None
    unit, end = found
    if words[end : end + 1] == "/":
        below = unit_at(words, end + 1) or symbol_at(words, end + 1)
        if below is None:
            return None
        unit, end = divided(unit, below[0]), below[1]
    return (unit, scale) if end == len(words) else None


def _headings(sheet: str, number: int, cells: Sequence[str]) -> tuple[dict[str, int], str]:
    """The columns, and the unit that the heading of the values declares: 数值（亿元）."""
    columns: dict[str, int] = {}
    unit = ""
    for place, cell in enumerate(cells):
        heading = folded(cell).lower()
        note = _HEADING_NOTE.search(heading)
        name = heading[: note.start()] if note else heading
        column = _BY_HEADING.get(name)
        if column in columns:
            raise FactsError(f"{sheet}：第 {number} 行有两列都是“{cell}”")
        if column is not None:
            columns[column] = place
        if column == "value" and note:
            unit = note[1]
    if "indicator" not in columns:
        near = difflib.get_close_matches("indicator", cells, n=1, cutoff=0.6)
        hint = f"，是不是“{near[0]}”？" if near else ""
        raise FactsError(f"{sheet}：第 {number} 行应是列名，没有“指标”（indicator）列{hint}")
    if "value" not in columns and "growth" not in columns:
        raise FactsError(f"{sheet}：第 {number} 行应是列名，“数值”（value）和“增速”（growth）至少要有一列")
    return columns, unit


class _Row:
    """One row below the headings; every refusal names the row and the column."""

    def __init__(
        self, sheet: str, number: int, cells: Sequence[str], columns: dict[str, int], unit: str
    ) -> None:
        self.sheet, self.number, self.cells, self.columns = sheet, number, cells, columns
        self.unit_words = self.words("unit") or unit

    def fact(self) -> Fact:
        """The fact that the row states."""
        indicator = self.words("indicator")
        if not indicator:
            raise self.refused("indicator", "是空的")
        unit, scale = self.unit()
        value, growth = self.words("value"), self.words("growth")
        if value in _EMPTY and growth in _EMPTY:
            column = "value" if "value" in self.columns else "growth"
            raise self.refused(column, "是空的：数值和增速至少要有一个")
        if value.endswith("%") and unit is None:
            unit = PERCENT
        return Fact(
            row=self.number,
            region=self.words("region"),
            indicator=indicator,
            scope=scope_of(folded(indicator)),
            period=self.words("period"),
            unit=unit,
            level=None if value in _EMPTY else self.figure("value", unit, scale),
            growth=None if growth in _EMPTY else self.figure("growth", PERCENT, 1),
            source=self.words("source"),
        )

    def words(self, column: str) -> str:
        """A cell's words, empty where the sheet has no such column."""
        place = self.columns.get(column, len(self.cells))
        return self.cells[place] if place < len(self.cells) else ""

    def unit(self) -> tuple[Unit | None, int]:
        """The value's unit and its scale."""
        words = folded(self.unit_words)
        if words in _EMPTY:
            return None, 1
        scale, end = scale_at(words, 0)
        if end == len(words):
            return None, scale
        found = unit_of(words)
        if found is None:
            raise self.refused("unit", "不是认识的单位")
        return found

    def figure(self, column: str, unit: Unit | None, scale: int) -> Figure:
        """A cell's number in canonical units."""
        words = self.words(column).replace(" ", "").replace("−", "-")
        match = _NUMBER.fullmatch(words) if len(words) <= _LONGEST_NUMBER else None
        if match is None or (match[4] and (unit is None or unit.name != "%")):
            raise self.refused(column, "不是数")
        number = Decimal(words.replace(",", "").rstrip("%"))
        factor = scale * (unit.factor if unit is not None else Fraction(1))
        resolution = Fraction(10) ** int(number.as_tuple().exponent)
        suffix = "%" if unit is PERCENT or match[4] else self.unit_words
        return Figure(Fraction(number) * factor, resolution * factor, words.rstrip("%") + suffix)

    def refused(self, column: str, why: str) -> FactsError:
        """The error for one cell."""
        words = self.unit_words if column == "unit" else self.words(column)
        heading = _COLUMNS[column][1]
        shown = f"“{words[:40]}”" if words else ""
        return FactsError(f"{self.sheet}：第 {self.number} 行“{heading}”列{shown}{why}")
