"""Claims of table cells: the row heading is the indicator, the column heading the period, the unit stands above."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from extract.claim import Claim, Kind, Period
from extract.document import Block, Document
from extract.indicators import canonical, scope_of
from extract.numerals import scale_at
from extract.outline import Outline
from extract.periods import PeriodMention
from extract.prose import Prose
from extract.quantity import Numeral, Quantity, Unit
from extract.units import unit_at

_DECLARED = re.compile(r"单\s?位\s?[:：]\s?([^\s，,。；;）)|]{1,12})")
_BRACKETED = re.compile(r"[（(]([^（）()]{1,14})[）)]")
_GROWTH = re.compile(r"增长|增速|增幅|涨幅|[±%]|比上年|同比|环比")
_CHANGE = re.compile(r"增减额|增加额|增量|增减(?!率|幅|[（(]?[%％])")
_SHARE = re.compile(r"比重|占比|构成|占.{1,8}[%％]")
_SUBITEM = re.compile(
    r"^(?:[#＃*·\-—\s]|其中[:：]?|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、])+"
)
_ABOVE = 60


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
    grids: dict[int, list[tuple[int, int, Block]]] = defaultdict(list)
    for block in document.blocks:
        if block.kind == "cell":
            grids[block.table].append((prose.at(block.start), prose.at(block.end), block))
    if not grids:
        return
    starts = [quantity.start for quantity in quantities]
    sentences = [sentence.start for sentence in outline.sentences]
    for cells in grids.values():
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

    def __init__(
        self, text: str, cells: Sequence[tuple[int, int, Block]], mentions: Sequence[PeriodMention]
    ) -> None:
        self.text = text
        words = {(block.row, block.column): text[start:end].strip() for start, end, block in cells}
        self.first_column = min(block.column for _, _, block in cells)
        headers = {block.row for _, _, block in cells if block.header and block.column > self.first_column}
        self.header_rows = headers or {min(block.row for _, _, block in cells)}
        self.columns: dict[int, str] = defaultdict(str)
        self.rows: dict[int, str] = {}
        for (row, column), said in sorted(words.items()):
            if row in self.header_rows:
                self.columns[column] += said
            elif column == self.first_column or (row not in self.rows and not any(map(str.isdigit, said))):
                self.rows.setdefault(row, said)
        top = cells[0][0]
        self.caption = text[max(0, top - _ABOVE) : top] + "".join(self.columns.values())
        declared = _DECLARED.search(self.caption)
        self.scale = declared_scale(declared[1]) if declared else None
        at = bisect_right(mentions, top - 1, key=lambda mention: mention.start)
        self.mentions = mentions[at : bisect_right(mentions, cells[-1][1], key=lambda mention: mention.start)]
        above = [mention for mention in mentions[max(0, at - 2) : at] if top - mention.end < _ABOVE]
        self.period = above[-1] if above else None
        self.spans = {(block.row, block.column): (start, end) for start, end, block in cells}

    def claim(self, quantity: Quantity, start: int, end: int, block: Block, sentence: int) -> Claim | None:
        """The claim of a data cell, ``None`` for a heading or a cell of words."""
        if block.header or block.row in self.header_rows or block.column == self.first_column:
            return None
        rest = self.text[start : quantity.span[0]] + self.text[quantity.span[1] : end]
        if quantity.numeral.shape not in ("single", "masked") or len(rest.strip()) > 2:
            return None
        column, row = self.columns[block.column], self.rows.get(block.row, "")
        scale = self._scale(quantity, column, row)
        kind: Kind = "level"
        if _SHARE.search(column):
            kind = "share"
        elif _CHANGE.search(column):
            kind = "change"
        elif _GROWTH.search(column) and (scale is None or scale.unit.name in ("%", "‰")):
            kind = "growth"
        indicator = _BRACKETED.sub("", _SUBITEM.sub("", row)).strip() or None
        return _cell_claim(quantity, self.text, kind, scale, indicator, self._period(block), sentence)

    def _scale(self, quantity: Quantity, column: str, row: str) -> Scale | None:
        if quantity.unit is not None:
            return None
        for words in (column, row):
            for match in _BRACKETED.finditer(words):
                inside = match[1].lstrip("±+")
                if (scale := declared_scale(inside)) is not None:
                    return scale
        if _GROWTH.search(column) and not _CHANGE.search(column):
            return declared_scale("%")
        return self.scale

    def _period(self, block: Block) -> Period | None:
        for row in sorted(self.header_rows, reverse=True):
            for column in (
                block.column,
                *([block.column - 1] if block.column - 1 > self.first_column else []),
            ):
                start, end = self.spans.get((row, column), (0, 0))
                for mention in self.mentions:
                    if start <= mention.start < end and self.text[mention.start - 1] not in "比较同":
                        return Period(mention.text, mention.first, mention.last)
        if self.period is None:
            return None
        return Period(self.period.text, self.period.first, self.period.last)


def _cell_claim(
    quantity: Quantity,
    text: str,
    kind: Kind,
    scale: Scale | None,
    indicator: str | None,
    period: Period | None,
    sentence: int,
) -> Claim:
    if scale is not None:
        numeral: Numeral = replace(
            quantity.numeral,
            values=tuple(value * scale.factor for value in quantity.numeral.values),
            resolutions=tuple(resolution * scale.factor for resolution in quantity.numeral.resolutions),
        )
        quantity = replace(quantity, numeral=numeral, unit=scale.unit)
    quantity = replace(quantity, role="claim", reason="data cell")
    numeral = quantity.numeral
    factor = quantity.unit.factor if quantity.unit is not None else Fraction(1)
    masked = numeral.shape == "masked"
    key, price_class = canonical(indicator) if indicator else (None, None)
    return Claim(
        number=0,
        start=quantity.span[0],
        end=quantity.span[1],
        quantity=quantity,
        numeral=text[numeral.start : numeral.end],
        value=None if masked else Fraction(numeral.values[0]) * factor,
        values=(),
        resolution=None if masked else Fraction(numeral.resolutions[0]) * factor,
        interval=None if masked else quantity.interval(),
        unit=quantity.unit.name if quantity.unit is not None else "",
        bound=quantity.bound,
        kind=kind,
        direction="up" if kind in ("growth", "change") else None,
        status="actual",
        masked=masked,
        indicator=indicator,
        indicator_key=key,
        price_class=price_class,
        scope=scope_of(indicator) if indicator else None,
        region=None,
        period=period,
        base=None,
        sentence=sentence,
    )
