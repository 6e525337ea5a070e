"""A43: rows of a table that divide the row above them do not make it, or grow out of its range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import Formula, added, itself
from checks.rules.arithmetic.operands import operands
from checks.rules.arithmetic.sketch import Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, once_each
from checks.rules.tables.grid import Grid, grids_of
from extract import Reading
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

_INSIDE = late(r"^(?:[#＃]|其中)")
_GROWN = late(r"增长|增速|增幅|同比|±%")
_DIVIDED = (
    (
        late(r"(?:地区|国内)?生产总值|GDP"),
        tuple(late(f"第?{one}(?:次)?产业?") for one in "一二三"),
    ),
    (late(r"第?二(?:次)?产业?"), (late(r"(?:全部)?工业"), late(r"建筑业"))),
    (
        late(r"(?:货物)?(?:贸易)?进出口(?:总[值额])?"),
        (
            late(r"(?:其中[:：]?|[#＃])?出口(?:总[值额])?"),
            late(r"(?:其中[:：]?|[#＃])?进口(?:总[值额])?"),
        ),
    ),
)
_LEAST_FOUND = 3
_MOST_FOUND = 14
_ABOVE = 6
_MOST_ROWS = 120
_TELLING = 3
_SPARE = Fraction(1, 20)


def relate(reading: Reading) -> Iterator[Relation]:
    """The rows of a document's tables that other rows divide."""
    sketch = sketch_of(reading)
    for grid in grids_of(reading):
        yield from judge(sketch, once_each(_trials(sketch, grid)))


def _trials(sketch: Sketch, grid: Grid) -> Iterator[Trial]:
    rows = [row for row in grid.labels if grid.labels[row]][:_MOST_ROWS]
    divided = list(_divided(grid, rows))
    growing = [column for column in grid.columns() if _GROWN.search(grid.heads.get(column, ""))]
    for column in grid.columns():
        if column in growing:
            continue
        yield from _inside(sketch, grid, rows, column)
        for row, parts in _found(grid, rows, column):
            yield from _made(sketch, grid, row, parts, column, False)
            divided.append((row, parts))
        for row, parts in _divided(grid, rows):
            yield from _made(sketch, grid, row, parts, column, False)
    for column in growing:
        for row, parts in divided:
            yield from _made(sketch, grid, row, parts, column, True)


def _inside(sketch: Sketch, grid: Grid, rows: Sequence[int], column: int) -> Iterator[Trial]:
    """Rows marked as a part of the one above them."""
    for at, row in enumerate(rows):
        part = grid.cells.get((row, column))
        if part is None or part.kind != "level" or not _INSIDE.match(grid.labels[row]):
            continue
        above = [grid.cells.get((one, column)) for one in rows[max(0, at - _ABOVE) : at]]
        whole = _roomiest(part, above[::-1])
        found = operands(part, whole) if whole is not None else None
        if whole is None or found is None:
            continue
        yield Trial(
            "part",
            found[0],
            found[1:],
            itself,
            f"总体 {sketch.quote(whole)}",
            f"表中“{grid.labels[row]}”的“{{stated}}”大于它所属的“{sketch.quote(whole)}”",
            test="<=",
            strength="weak",
        )


def _roomiest(part: Claim, above: Sequence[Claim | None]) -> Claim | None:
    """The nearest row above that holds the part; the nearest of all when none does: a second 其中 may divide an earlier row."""
    nearest: Claim | None = None
    for one in above:
        if one is None or one.unit != part.unit:
            break
        nearest = nearest or one
        if one.value is None or part.value is None or part.value <= one.value:
            return one
    return nearest


def _divided(grid: Grid, rows: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Rows that are divided by definition, with the rows behind them that divide them."""
    for at, row in enumerate(rows):
        for whole, names in _DIVIDED:
            if not whole.fullmatch(grid.labels[row]):
                continue
            behind = rows[at + 1 : at + 1 + _MOST_FOUND]
            parts = [next((one for one in behind if name.fullmatch(grid.labels[one])), -1) for name in names]
            if -1 not in parts and parts == sorted(parts):
                yield row, tuple(parts)


def _made(
    sketch: Sketch, grid: Grid, row: int, parts: tuple[int, ...], column: int, grows: bool
) -> Iterator[Trial]:
    total = grid.cells.get((row, column))
    found = [grid.cells[one, column] for one in parts if (one, column) in grid.cells]
    if total is None or len(found) < len(parts) or len({claim.unit for claim in (total, *found)}) > 1:
        return
    known = operands(total, *found)
    if known is None or (grows and total.unit != "%") or (not grows and total.kind != "level"):
        return
    words = [sketch.quote(claim) for claim in found]
    if grows:
        left = f"各行增速 {'、'.join(words)} 的范围"
        message = f"“{grid.labels[row]}”的增速“{{stated}}”不在所属各行增速（{'、'.join(words)}）的范围内"
        yield Trial(
            "bounded", known[0], known[1:], Formula(_spanned), left, message, worst="warning", strength="weak"
        )
        return
    message = f"表中“{grid.labels[row]}”所属各行之和为{{computed}}，此行为“{{stated}}”"
    yield Trial("sum", known[0], known[1:], added, "+".join(words), message)


def _spanned(intervals: Sequence[Interval]) -> Interval | None:
    lows = [one.low for one in intervals if one.low is not None]
    highs = [one.high for one in intervals if one.high is not None]
    if len(lows) < len(intervals) or len(highs) < len(intervals):
        return None
    return Interval(min(lows) - _SPARE, max(highs) + _SPARE)


def _found(grid: Grid, rows: Sequence[int], column: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Rows that are exactly the sum of the rows behind them, whatever these are called."""
    claims: list[Claim | None] = [grid.cells.get((row, column)) for row in rows]
    for at, total in enumerate(claims):
        if total is None or total.kind != "level" or not _telling(total) or total.value is None:
            continue
        summed, slack, count = Fraction(0), (total.resolution or 0) / 2, 0
        for one in claims[at + 1 : at + 1 + _MOST_FOUND]:
            if one is None or one.unit != total.unit or one.value is None or one.value <= 0:
                break
            summed, slack, count = summed + one.value, slack + (one.resolution or 0) / 2, count + 1
            if summed > total.value + slack:
                break
            if count >= _LEAST_FOUND and summed >= total.value - slack:
                yield rows[at], tuple(rows[at + 1 : at + 1 + count])
                break


def _telling(claim: Claim) -> bool:
    """Whether a numeral has enough digits that a sum hits it by no accident."""
    return len(claim.numeral.replace(".", "").replace(",", "")) > _TELLING and bool(claim.value)


RULE = Rule(
    code="A43",
    name="table-rows-mismatch",
    title="表内分项与所属行不符",
    category="arithmetic",
    severity="error",
    what="表格里“其中”“#”标出的分项不得大于上一行；生产总值与三次产业、第二产业与工业和建筑业、进出口与出口和进口应能相加，总体增速应在各分项增速之间。",
    why="分项按定义构成总体，相加不合或大于总体必有一数写错。",
    silent="分项没有列全、单位不同的不判。",
    bad=(
        Example(
            "产量如下。\n| 产品 | 产量（万吨） | 增长（%） |\n| --- | --- | --- |\n| 粮食 | 65.0 | 3.1 |\n| #水稻 | 79.4 | 2.5 |\n| 油料 | 3.7 | 1.9 |\n",
            "79.4",
        ),
        Example(
            "增加值如下。\n| 行业 | 增加值（亿元） | 增长（%） |\n| --- | --- | --- |\n| 第二产业 | 325.9 | 6.8 |\n| 工业 | 237.4 | 6.9 |\n| 建筑业 | 78.5 | 6.3 |\n",
            "325.9",
        ),
    ),
    good=(
        "产量如下。\n| 产品 | 产量（万吨） | 增长（%） |\n| --- | --- | --- |\n| 粮食 | 650.0 | 3.1 |\n| #水稻 | 79.4 | 2.5 |\n| 油料 | 3.7 | 1.9 |\n",
        "增加值如下。\n| 行业 | 增加值（亿元） | 增长（%） |\n| --- | --- | --- |\n| 第二产业 | 315.9 | 6.8 |\n| 工业 | 237.4 | 6.9 |\n| 建筑业 | 78.5 | 6.3 |\n",
    ),
    near=(
        "产量如下。\n| 产品 | 产量（万吨） | 增长（%） |\n| --- | --- | --- |\n| 粮食 | 65.0 | 3.1 |\n| 水果 | 79.4 | 2.5 |\n| 油料 | 3.7 | 1.9 |\n",
    ),
    relate=relate,
)
