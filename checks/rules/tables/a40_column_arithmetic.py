"""A40: a cell of a growth, change or net column is not what the row's other columns make it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from checks.relation import Relation, RelationKind
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import Formula, added, growth_between, minus
from checks.rules.arithmetic.growth import gravest
from checks.rules.arithmetic.operands import Operand, forgiving, operand
from checks.rules.arithmetic.sketch import Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, unweighed
from checks.rules.tables.grid import Grid, grids_of
from checks.rules.tables.told_differences import told_differences
from extract import Reading
from extract.claim import Claim
from extract.late import late

_GROWN = late(r"增长|增幅|增速|增加率|加幅|升幅|涨幅|跌幅|降幅|减幅|变动率|增减率|增减幅|同比|环比|±%")
_FALLEN = late(r"跌幅|降幅|减幅")
_CHANGED = late(r"增减额|增加额|增减量|增减$|变化|变动|差额|差距|相差|净值|净额|净增|顺差|逆差|余额变动")
_TOTALLED = late(r"^(?:合计|总计|小计|总数|共计|总额|总量)")
_MOST_COLUMNS = 9
_MOST_ROWS = 400
_TRIED_ROWS = 24
"""Rows by which the columns are chosen that a column follows from; all are tested against the chosen ones."""
_LEAST_ROWS = 3
_SURE = 3, 4
"""A column is taken for the result of two others when at least three rows in four say so."""


def relate(reading: Reading) -> Iterator[Relation]:
    """The columns of a document's tables that follow from its other columns."""
    sketch = sketch_of(reading)
    for grid in grids_of(reading):
        yield from judge(sketch, _trials(sketch, grid))
    for relation in judge(sketch, told_differences(reading, sketch)):
        yield replace(relation, identity=None)  # tied by common words: no ground for contradicting others


def _trials(sketch: Sketch, grid: Grid) -> Iterator[Trial | Relation]:
    columns = grid.columns()[:_MOST_COLUMNS]
    for column in columns:
        head = grid.heads.get(column, "")
        others = [other for other in columns if other != column]
        if _GROWN.search(head) and not _CHANGED.search(head):
            pairs = list(permutations(others, 2))
            yield from _followed(sketch, grid, column, pairs, growth_between, "growth")
        elif _CHANGED.search(head):
            yield from _followed(sketch, grid, column, list(permutations(others, 2)), minus, "difference")
        elif _TOTALLED.search(head):
            sets: list[tuple[int, ...]] = [tuple(others), *combinations(others, 2)]
            yield from _followed(sketch, grid, column, sets, added, "sum")


def _followed(
    sketch: Sketch,
    grid: Grid,
    column: int,
    choices: Sequence[tuple[int, ...]],
    formula: Formula,
    kind: RelationKind,
) -> Iterator[Trial | Relation]:
    """The rows of a column, tested against the columns that it follows from in most of them."""
    falls = _FALLEN.search(grid.heads[column]) is not None
    best: tuple[int, tuple[int, ...]] = (0, ())
    for choice in choices:
        rows = _rows(grid, (column, *choice), kind)[:_TRIED_ROWS]
        fitting = sum(_fits(found, formula, falls) for found in rows) if len(rows) >= _LEAST_ROWS else 0
        if fitting > best[0]:
            best = fitting, choice
    rows = _rows(grid, (column, *best[1]), kind) if best[1] else []
    fitting = sum(_fits(found, formula, falls) for found in rows)
    if fitting < _LEAST_ROWS or fitting * _SURE[1] < len(rows) * _SURE[0]:
        return
    for found in rows:
        yield _trial(sketch, grid, found, formula, kind, falls)


def _rows(grid: Grid, columns: tuple[int, ...], kind: str) -> list[tuple[Claim, ...]]:
    """The claims of the rows that have all of some columns."""
    found = (_row(grid, row, columns, kind) for row in grid.rows()[:_MOST_ROWS])
    return [claims for claims in found if claims is not None]


def _row(grid: Grid, row: int, columns: tuple[int, ...], kind: str) -> tuple[Claim, ...] | None:
    """The claims of a row in some columns, ``None`` if one is missing or they do not go together."""
    found = [grid.cells.get((row, column)) for column in columns]
    claims = tuple(claim for claim in found if claim is not None and not claim.masked)
    if len(claims) < len(columns) or len({claim.unit for claim in claims[1:]}) > 1:
        return None
    rate = claims[1].unit in ("%", "‰", "")
    if kind == "growth":
        return claims if claims[0].unit == "%" and not rate else None
    same = claims[0].unit == claims[1].unit or (claims[0].unit == "百分点" and claims[1].unit == "%")
    return claims if same else None


def _operands(claims: Sequence[Claim], falls: bool) -> list[Operand] | None:
    found = [operand(claim, falls and not place) for place, claim in enumerate(claims)]
    known = [one for one in found if one is not None]
    return known if len(known) == len(claims) else None


def _fits(claims: Sequence[Claim], formula: Formula, falls: bool) -> bool:
    known = _operands(claims, falls)
    computed = formula([one.interval for one in known[1:]]) if known is not None else None
    return known is not None and computed is not None and forgiving(known[0]).meets(computed)


_LEFT: dict[str, Callable[[list[str]], str]] = {
    "growth": lambda quotes: f"{quotes[0]}÷{quotes[1]}×100-100",
    "difference": "-".join,
    "sum": "+".join,
}


def _trial(
    sketch: Sketch, grid: Grid, claims: tuple[Claim, ...], formula: Formula, kind: RelationKind, falls: bool
) -> Trial | Relation:
    known = _operands(claims, falls)
    quotes = [sketch.quote(claim) for claim in claims]
    left = _LEFT[kind](quotes[1:])
    label = grid.label_of(claims[0])
    severity, reason = gravest(claims[1:], label, label) if kind == "growth" else ("error", "")
    if known is None or severity is None:
        return unweighed(kind, claims, left, reason or "数值未读出")
    return Trial(
        kind,
        known[0],
        tuple(known[1:]),
        formula,
        left,
        f"表中“{label}”一行由其他各列应为{{computed}}，表中为“{{stated}}”",
        worst="warning",
    )


RULE = Rule(
    code="A40",
    name="table-column-mismatch",
    title="表内增幅、差额、合计列与其他列不符",
    category="arithmetic",
    severity="warning",
    what="表格里的增幅、增减额、净值、合计列，多数行都等于另外两列（或各列）推算的结果时，逐行核对。",
    why="同一列按同一公式算出，个别行不合就是该行有数写错。",
    silent="少于三行、或不到四分之三的行相合时，看不出该列由哪两列算出，不判；按不变价格、可比口径计算的增速不推算。",
    bad=(
        Example(
            "各镇新增绿地如下。\n| 镇 | 2023年（亩） | 2024年（亩） | 增幅 |\n| --- | --- | --- | --- |\n"
            "| 云溪镇 | 200 | 260 | 30% |\n| 石桥镇 | 410 | 451 | 10% |\n| 白沙镇 | 320 | 400 | 25% |\n| 河口镇 | 150 | 180 | 22% |\n",
            "22%",
        ),
        Example(
            "评议结果如下。\n| 部门 | 满意 | 不满意 | 净值 |\n| --- | --- | --- | --- |\n"
            "| 教育 | 62% | 12% | 50% |\n| 交通 | 55% | 21% | 34% |\n| 水务 | 71% | 8% | 63% |\n| 民政 | 66% | 10% | 65% |\n",
            "65%",
        ),
    ),
    good=(
        "各镇新增绿地如下。\n| 镇 | 2023年（亩） | 2024年（亩） | 增幅 |\n| --- | --- | --- | --- |\n"
        "| 云溪镇 | 200 | 260 | 30% |\n| 石桥镇 | 410 | 451 | 10% |\n| 白沙镇 | 320 | 400 | 25% |\n",
        "评议结果如下。\n| 部门 | 满意 | 不满意 | 净值 |\n| --- | --- | --- | --- |\n"
        "| 教育 | 62% | 12% | 50% |\n| 交通 | 55% | 21% | 33% |\n| 水务 | 71% | 8% | 63% |\n",
    ),
    near=(
        "主要产品如下。\n| 产品 | 4月（吨） | 1—4月（吨） | 增长 |\n| --- | --- | --- | --- |\n"
        "| 水泥 | 200 | 760 | 3% |\n| 钢材 | 410 | 1651 | -4% |\n| 纸板 | 320 | 1400 | 12% |\n",
    ),
    relate=relate,
)
