"""Claims of table cells: the row heading is the indicator, the column heading the period, the unit stands above."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.claim import Claim, Direction, Kind
from extract.claim_of import Meaning, claim_of
from extract.clauses import base_in
from extract.document import Block, Document
from extract.late import late
from extract.outline import Outline
from extract.periods import PeriodMention
from extract.phrases import is_generic, is_measure
from extract.pipe_tables import Cell, pipe_tables
from extract.plain_numerals import scale_at
from extract.prose import Prose
from extract.quantity import Numeral, Quantity, Unit
from extract.units import PERSON, unit_at

_DECLARED = late(r"单\s?位\s?[:：]\s?([^\s，,。；;）)|]{1,12})")
_BRACKETED = late(r"[（(]([^（）()]{1,14})[）)]")
_GROWTH = late(r"增长|增速|增幅|涨幅|升幅|加幅|跌幅|[±%]|比上年|同比|环比")
_CHANGE = late(r"增减额|增加额|增量|增减(?!率|幅|[（(]?[%％])")
_SHARE = late(r"比重|占比|构成|占.{1,8}[%％]")
_SUBITEM = late(
    r"^(?:[#＃*·\-—\s]|其中[:：]?|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、])+"
)
# What a column heading says beside a quantity of its own: period, growth, how the figures were made up.
_NO_QUANTITY = late(
    r"比上年(?:同期|末)?|比?同期|同比|环比|按[年月季]|比年初|增长率?|增速|增幅|增加额|增减额?|涨幅|升幅|加幅|绝对[数量]|总量|数值|指标值?|实绩|完成[数额]?|累计|本[月年期季]|全年|年末数?|"
    r"占比|比重|构成|单位|[±%*\s]|[12]\d{3}年?|\d{1,2}[-—至]?\d{0,2}月[份末]?(?:公布的?)?|[一二三四上下前]季?度?半?年?(?=$)|[\d.,]"
)
# A year or a financial year as the heading of a row: 2015, 2016-17.
_YEARS = late(r"[12]\d{3}(?:[-/–—]\d{2,4})?(?:年度?)?")
# 4月份公布的酬金 tells of April's, 4月公布 when it was told.
_ANNOUNCED = late(r"(?:公布|发布)(?!的)")
_BARE_YEAR = late(r"[ *]{0,4}((?:19|20)[0-9]{2})(?![0-9年])")
_UNITS_BELOW = late(r"[*\s]*(?:计量)?单\s*位[*\s]*")
_ABOVE = 60
# The row below is part of this one, so it counts in the same unit; the rows that go on with it do too.
_PART = late(r"\s*(?:[#＃]|其中)")
# A heading over several rows that says what is measured, not which things: 期末存栏, 主要产品产量.
_MEASURED_ABOVE = late(r"(?:存栏|出栏|产量|销量|产值|收入|支出|余额|面积|数量?|额|量)$")
_LONGEST_ABOVE = 16
_KINDS_OF = late(r"按[^，]{1,10}[分划]|分(?:类|行业|地区|品种)|指标|情况")
# A column named for the things that it counts: 就诊人次, 病床使用日次.
_COUNTED = late(r"(人次|日次|人日|车次|航次|户次|人数|户数|家数|件数|宗数|班次|架次|场次)[*※\s]*$")
_COUNTED_AS = {"人数": "人", "户数": "户", "家数": "家", "件数": "件", "宗数": "宗"}


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit with the scale words before it, as a heading declares it for its cells (万吨, 亿元)."""

    factor: int
    unit: Unit


def declared_scale(words: str) -> Scale | None:
    """The unit that a heading declares, ``None`` where the words are no unit."""
    factor, end = scale_at(words, 0)
    found = unit_at(words, end)
    if found is None or found[1] != len(words):
        return None
    return Scale(factor, found[0])


def table_claims(
    document: Document,
    prose: Prose,
    outline: Outline,
    quantities: Sequence[Quantity],
    mentions: Sequence[PeriodMention],
) -> Iterator[tuple[Quantity, Claim | None]]:
    """The claims of the cells of a document's tables.

    Args:
        document: The document; its blocks say what is a cell.
        prose: The analysis text.
        outline: Its sentences.
        quantities: Its quantities, in order.
        mentions: The periods that it names, in order.

    Yields:
        Each quantity that stands in a cell, with its claim, or with ``None`` where it is part of a heading.
    """
    grids: dict[int, list[Cell]] = defaultdict(list)
    for block in document.blocks:
        if block.kind == "cell":
            grids[block.table].append((prose.at(block.start), prose.at(block.end), block))
    drawn = pipe_tables(prose.text, max(grids, default=0) + 1)
    tables = [*grids.values(), *drawn]
    if not tables:
        return
    starts = [quantity.start for quantity in quantities]
    sentences = [sentence.start for sentence in outline.sentences]
    for cells in tables:
        grid = _Grid(prose.text, cells, mentions)
        for start, end, block in cells:
            index = bisect_right(starts, start - 1)
            while index < len(quantities) and quantities[index].start < end:
                quantity = quantities[index]
                sentence = max(0, bisect_right(sentences, quantity.start) - 1)
                yield quantity, grid.claim(quantity, start, end, block, sentence)
                index += 1


class _Grid:
    """One table: its cells by place, its headings and the unit that it declares."""

    def __init__(self, text: str, cells: Sequence[Cell], mentions: Sequence[PeriodMention]) -> None:
        self.text = text
        words = {(block.row, block.column): text[start:end].strip() for start, end, block in cells}
        self.first_column = min(block.column for _, _, block in cells)
        headers = {block.row for _, _, block in cells if block.header and block.column > self.first_column}
        self.header_rows = headers or {min(block.row for _, _, block in cells)}
        self.columns: dict[int, str] = defaultdict(str)
        self.rows: dict[int, str] = {}
        filled: dict[int, int] = defaultdict(int)
        for (row, column), said in sorted(words.items()):
            if row in self.header_rows:
                self.columns[column] += said
                continue
            filled[row] += bool(said)
            if column == self.first_column or (row not in self.rows and not any(map(str.isdigit, said))):
                self.rows.setdefault(row, said)
        self.above, self.inherited = _ladder(self.rows, filled)
        unit_columns = [column for column, said in self.columns.items() if _UNITS_BELOW.fullmatch(said)]
        self.units = {
            row: declared_scale(said)
            for (row, column), said in words.items()
            if column in unit_columns and row not in self.header_rows
        }
        top = cells[0][0]
        self.caption = text[max(0, top - _ABOVE) : top] + "".join(self.columns.values())
        declared = _DECLARED.search(self.caption)
        self.scale = declared_scale(declared[1]) if declared else None
        at = bisect_right(mentions, top - 1, key=lambda mention: mention.start)
        self.mentions = mentions[at : bisect_right(mentions, cells[-1][1], key=lambda mention: mention.start)]
        above = [
            mention
            for mention in mentions[max(0, at - 2) : at]
            if top - mention.end < _ABOVE and mention.kind != "span"
        ]
        self.period = above[-1] if above else None
        self.spans = {(block.row, block.column): (start, end) for start, end, block in cells}

    def claim(self, quantity: Quantity, start: int, end: int, block: Block, sentence: int) -> Claim | None:
        """The claim of a data cell, ``None`` for a heading or a cell of words."""
        if block.header or block.row in self.header_rows or block.column == self.first_column:
            return None
        rest = self.text[start : quantity.span[0]] + self.text[quantity.span[1] : end]
        if quantity.numeral.shape not in ("single", "masked") or len(rest.strip(" *+")) > 2:
            return None
        column, row = self.columns[block.column], self.rows.get(block.row, "")
        scale = self._scale(quantity, column, row, block.row)
        quantity = _in_unit_of(scale, quantity)
        kind = self._kind(quantity, column)
        direction: Direction | None = None
        if kind in ("growth", "change"):
            negative = bool(quantity.numeral.values) and quantity.numeral.values[0] < 0
            direction = "down" if negative else "up"
        own = self._row_period(block)
        indicator = self._indicator(column, row, self.above.get(block.row, ""), own is not None)
        period = own or self._period(block, kind)
        meaning = Meaning(kind, direction, "actual", indicator, period, None, base_in(column))
        return claim_of(0, sentence, self.text, quantity, meaning)

    def _kind(self, quantity: Quantity, column: str) -> Kind:
        unit = quantity.unit
        percent = unit is not None and unit.name in ("%", "‰")
        if _SHARE.search(column):
            return "share"
        if _CHANGE.search(column):
            return "change"
        if _GROWTH.search(column) and (unit is None or percent):
            return "growth"
        return "share" if percent else "level"

    def _indicator(self, column: str, row: str, above: str, dated: bool) -> str | None:
        """What a cell measures: its row, with the quantity that its column names or the heading over some rows."""
        thing = _BRACKETED.sub(_unless_unit, _SUBITEM.sub("", row)).strip(" *")
        measured = _NO_QUANTITY.sub("", _BRACKETED.sub("", column)).strip(" *：:")
        if dated or not thing:
            return measured or thing or None
        if above and is_generic(thing):
            return above + thing
        if above and not is_measure(thing) and _MEASURED_ABOVE.search(above):
            return thing + above
        return thing if len(measured) < 2 or is_measure(thing) else thing + measured

    def _scale(self, quantity: Quantity, column: str, row: str, number: int) -> Scale | None:
        if quantity.unit is not None:
            return None
        for words in (column, row):
            for match in _BRACKETED.finditer(words):
                inside = match[1].lstrip("±+")
                if (scale := declared_scale(inside)) is not None:
                    return scale
        if _GROWTH.search(column) and not _CHANGE.search(column):
            return declared_scale("%")
        declared = self.units.get(number) or self.scale or self.inherited.get(number)
        if declared is None and (counted := _COUNTED.search(column) or _COUNTED.search(row)):
            name = _COUNTED_AS.get(counted[1], counted[1])
            declared = declared_scale(name) or Scale(1, Unit(name, PERSON.factor, "count"))
        return declared

    def _row_period(self, block: Block) -> PeriodMention | None:
        """The period that the row's heading is (a table of years), ``None`` where it names a thing."""
        start, end = self.spans.get((block.row, self.first_column), (0, 0))
        for mention in self.mentions:
            if start <= mention.start < end and end - start - len(mention.text) <= 2:
                return mention
        if _YEARS.fullmatch(self.text, start, end):
            return PeriodMention(start, end, self.text[start:end], None, None, "year")
        return None

    def _period(self, block: Block, kind: Kind) -> PeriodMention | None:
        if kind in ("growth", "change") and (latest := self._latest_before(block.column)) is not None:
            return latest
        columns = [block.column]
        if block.column - 1 > self.first_column and kind != "level":
            columns.append(block.column - 1)
        for row in sorted(self.header_rows, reverse=True):
            for column in columns:
                start, end = self.spans.get((row, column), (0, 0))
                for mention in self.mentions:
                    announced = _ANNOUNCED.match(self.text, mention.end) is not None
                    compared = self.text[mention.start - 1] in "比较同与"
                    if start <= mention.start < end and not compared and not announced:
                        return mention
                bare = _BARE_YEAR.match(self.text, start, end) if column == block.column else None
                if bare is not None:
                    return PeriodMention(bare.start(1), bare.end(1), bare[1], None, None, "year")
        return self.period

    def _latest_before(self, growth: int) -> PeriodMention | None:
        """The later of the two periods whose columns stand right before a growth: that is what has grown."""
        if any(self._headed(growth)):
            return None
        dated = [found[0] for column in (growth - 2, growth - 1) if (found := self._headed(column))]
        if len(dated) < 2 or any(mention.first is None for mention in dated):
            return None
        return max(dated, key=lambda mention: mention.first or "")

    def _headed(self, column: int) -> list[PeriodMention]:
        """The periods that a column's headings name."""
        spans = [self.spans.get((row, column), (0, 0)) for row in self.header_rows]
        return [
            mention
            for mention in self.mentions
            if any(a <= mention.start < b for a, b in spans) and self.text[mention.start - 1] not in "比较同"
        ]


def _ladder(rows: Mapping[int, str], filled: Mapping[int, int]) -> tuple[dict[int, str], dict[int, Scale]]:
    """What the rows of a table take from rows above them.

    Args:
        rows: The heading of each row.
        filled: How many cells of each row hold words or figures.

    Returns:
        The heading that stands alone in a row over others, and the unit of the row whose parts others are (大牲畜（万头）,
        #黄牛, 奶牛), by row.
    """
    above: dict[int, str] = {}
    inherited: dict[int, Scale] = {}
    heading, scale, parts = "", None, False
    for row, said in sorted(rows.items()):
        if filled[row] == 1:
            name = _SUBITEM.sub("", _BRACKETED.sub("", said)).strip(" *：:")
            heading = "" if len(name) > _LONGEST_ABOVE or _KINDS_OF.search(name) else name
            scale, parts = None, False
            continue
        if heading:
            above[row] = heading
        own = next(filter(None, (declared_scale(found[1]) for found in _BRACKETED.finditer(said))), None)
        if own is not None:
            scale, parts = own, False
            continue
        parts = parts or _PART.match(said) is not None
        if parts and scale is not None:
            inherited[row] = scale
    return above, inherited


def _unless_unit(match: re.Match[str]) -> str:
    """A bracket of a row's heading that says which of several it is; one that declares the unit is left out."""
    inside = match[1].lstrip("±+")
    named = declared_scale(inside) is None and len(inside) > 1 and not inside.isascii()
    return match.group() if named else ""


def _in_unit_of(scale: Scale | None, quantity: Quantity) -> Quantity:
    """The quantity of a data cell in the unit that its headings declare."""
    if scale is not None:
        numeral: Numeral = replace(
            quantity.numeral,
            values=tuple(value * scale.factor for value in quantity.numeral.values),
            resolutions=tuple(resolution * scale.factor for resolution in quantity.numeral.resolutions),
        )
        quantity = replace(quantity, numeral=numeral, unit=scale.unit)
    return replace(quantity, role="claim", reason="data cell")
