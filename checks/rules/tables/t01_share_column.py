"""T01: the shares in a table are not what its amounts make them, or do not make a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import added, share_of
from checks.rules.arithmetic.operands import constant, forgiving, operands
from checks.rules.arithmetic.sketch import Sketch, member, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.tables.grid import Grid, grids_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_SHARE = late(r"占比|比重|构成|份额|占[^增]{0,10}[%％]|所占")
_OF_OTHERS = late(r"百分点|增减|变化|提高|上年|全省|全国|GDP|生产总值")
_TOTAL = late(r"(?:合计|总计|小计|共计|总数|总和|全[市县省区国])(?:数|额)?(?:[（(].*)?")
_INSIDE = late(r"^(?:其中|#|＃|\*|－|—|·|[（(]\d)")
_MOST_COLUMNS = 12
_MOST_ROWS = 200
_LEAST_ROWS = 3
_SURE = 3, 4
_HUNDRED = Fraction(100)


def relate(reading: Reading) -> Iterator[Relation]:
    """The columns of shares in a document's tables."""
    sketch = sketch_of(reading)
    for grid in grids_of(reading):
        for column in grid.columns()[:_MOST_COLUMNS]:
            head = grid.heads.get(column, "")
            if _SHARE.search(head) and not _OF_OTHERS.search(head):
                yield from judge(sketch, _trials(sketch, grid, column))


def _trials(sketch: Sketch, grid: Grid, column: int) -> Iterator[Trial]:
    rows = [row for row in grid.rows() if (row, column) in grid.cells][:_MOST_ROWS]
    totals = [row for row in rows if _TOTAL.fullmatch(grid.labels.get(row, ""))]
    parts = [row for row in rows if row not in totals and not _INSIDE.match(grid.labels.get(row, ""))]
    if len(totals) > 1 or len(parts) < _LEAST_ROWS:
        return
    if totals:
        yield from _of_total(sketch, grid, column, totals[0], parts)
        whole = grid.cells[totals[0], column]
        if whole.value == _HUNDRED:
            yield from _hundred(sketch, grid, column, parts)


def _of_total(sketch: Sketch, grid: Grid, column: int, total: int, parts: list[int]) -> Iterator[Trial]:
    """Each share against the amount of its row and the total, in the column that most shares are made from."""
    best: tuple[int, list[Trial]] = (0, [])
    for other in grid.columns()[:_MOST_COLUMNS]:
        whole = grid.cells.get((total, other))
        if other == column or whole is None or whole.unit in ("%", "‰", "百分点", "名"):
            continue
        trials = [
            trial
            for row in parts
            if (part := grid.cells.get((row, other))) is not None
            and (trial := _share(sketch, grid, row, grid.cells[row, column], part, whole)) is not None
        ]
        fitting = sum(_fits(trial) for trial in trials)
        if len(trials) >= _LEAST_ROWS and fitting > best[0]:
            best = fitting, trials
    fitting, trials = best
    if fitting * _SURE[1] >= len(trials) * _SURE[0] and trials:
        yield from trials


def _share(sketch: Sketch, grid: Grid, row: int, share: Claim, part: Claim, whole: Claim) -> Trial | None:
    found = operands(share, part, whole)
    if found is None or part.unit != whole.unit or share.unit != "%":
        return None
    label = grid.labels.get(row, "")
    return Trial(
        "share",
        found[0],
        found[1:],
        share_of,
        f"{sketch.quote(part)}÷{sketch.quote(whole)}×100",
        f"表中“{label}”占合计的{{computed}}，表中为“{{stated}}”",
        worst="warning",
    )


def _fits(trial: Trial) -> bool:
    computed = trial.formula([one.interval for one in trial.given])
    return computed is not None and forgiving(trial.stated).meets(computed)


def _hundred(sketch: Sketch, grid: Grid, column: int, parts: list[int]) -> Iterator[Trial]:
    """The shares of the parts, of which the row of totals says that they make a hundred."""
    claims = [grid.cells[row, column] for row in parts]
    found = operands(*claims)
    if found is None or any(claim.unit != "%" for claim in claims):
        return
    computed = added([one.interval for one in found])
    if computed is not None and computed.high is not None and computed.high < _HUNDRED * Fraction(9, 10):
        return  # not all parts are listed
    yield Trial(
        "share",
        constant(_HUNDRED),
        found,
        added,
        "+".join(one.numeral() for one in found),
        f"表中“{grid.heads.get(column, '')}”一列各项之和为{{computed}}，应为{{stated}}",
        worst="warning",
        strength="strong",
        point=member(claims[0]),
    )


RULE = Rule(
    code="T01",
    name="table-share-mismatch",
    title="表内占比与数额不符或不合百分之百",
    category="arithmetic",
    severity="warning",
    what="表格里的占比（比重、构成）列，逐行用本行数额除以合计行核对；合计行写明100%的，各项占比相加应为100%。",
    why="占比由数额算出，多数行相合而个别行不合，就是这一行有数写错。",
    silent="没有合计行、少于三行、不到四分之三的行相合（占比另有分母）、“其中”行、各项未列全时不判。",
    bad=(
        Example(
            "各类支出如下。\n| 项目 | 金额（万元） | 占比（%） |\n| --- | --- | --- |\n| 教育 | 320 | 32.0 |\n| 卫生 | 250 | 25.0 |\n"
            "| 交通 | 180 | 18.0 |\n| 文化 | 150 | 10.5 |\n| 其他 | 100 | 10.0 |\n| 合计 | 1000 | 100 |\n",
            "10.5",
        ),
        Example(
            "人口构成如下。\n| 年龄 | 人口（人） | 比重（%） |\n| --- | --- | --- |\n| 总计 | 8000 | 100.00 |\n| 少年 | 1600 | 20.00 |\n"
            "| 青年 | 2400 | 30.00 |\n| 中年 | 2400 | 30.00 |\n| 老年 | 1600 | 22.00 |\n",
            "22.00",
        ),
    ),
    good=(
        "各类支出如下。\n| 项目 | 金额（万元） | 占比（%） |\n| --- | --- | --- |\n| 教育 | 320 | 32.0 |\n| 卫生 | 250 | 25.0 |\n"
        "| 交通 | 180 | 18.0 |\n| 文化 | 150 | 15.0 |\n| 其他 | 100 | 10.0 |\n| 合计 | 1000 | 100 |\n",
        "人口构成如下。\n| 年龄 | 人口（人） | 比重（%） |\n| --- | --- | --- |\n| 总计 | 8000 | 100.00 |\n| 少年 | 1600 | 20.00 |\n"
        "| 青年 | 2400 | 30.00 |\n| 中年 | 2400 | 30.00 |\n| 老年 | 1600 | 20.00 |\n",
    ),
    near=(
        "各镇情况如下。\n| 镇 | 税收（万元） | 占生产总值比重（%） |\n| --- | --- | --- |\n| 云溪镇 | 320 | 6.1 |\n| 石桥镇 | 250 | 5.4 |\n"
        "| 白沙镇 | 180 | 7.2 |\n| 合计 | 750 | 6.1 |\n",
    ),
    relate=relate,
)
