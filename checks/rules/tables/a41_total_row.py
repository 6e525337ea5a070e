"""A41: the row of totals of a table is not the sum of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Severity
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import added
from checks.rules.arithmetic.operands import forgiving, operands
from checks.rules.arithmetic.sketch import Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge, unweighed
from checks.rules.tables.grid import Grid, grids_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_TOTAL = late(r"(?:合计|总计|小计|共计|总数|总和|总体)(?:数|额)?(?:[（(](?!.*(?:去重|重复|剔除|扣除|抵)).*)?")
_NOT_ADDED = late(
    r"率|比|均|指数|最[大小高低多少长短]|[密浓强深高厚温湿]度|系数|单产|标准|[^位/]/|每|价格?(?:$|[（(])|增长|增幅|增速|涨幅|跌幅|降幅|名次|排名|位次|年龄|得分|评分|[%％‰]"
)
_INSIDE = late(r"^(?:其中|#|＃|\*|－|—|·|[（(]\d)")
_MOST_ROWS = 200
_LEAST_ROWS = 2


def relate(reading: Reading) -> Iterator[Relation]:
    """The rows of totals of a document's tables."""
    sketch = sketch_of(reading)
    for grid in grids_of(reading):
        for row, label in grid.labels.items():
            if _TOTAL.fullmatch(label):
                yield from judge(sketch, _trials(sketch, grid, row))


def _parts(grid: Grid, row: int) -> list[int]:
    """The rows that a row of totals adds up: those above it up to another total, or all below where it stands first."""
    rows = grid.rows()[:_MOST_ROWS]
    above = []
    for other in reversed([one for one in rows if one < row]):
        if _TOTAL.fullmatch(grid.labels.get(other, "")):
            break
        above.append(other)
    if above:
        return above[::-1]
    below = [other for other in rows if other > row]
    return [] if any(_TOTAL.fullmatch(grid.labels.get(other, "")) for other in below) else below


def _trials(sketch: Sketch, grid: Grid, row: int) -> Iterator[Trial | Relation]:
    parts = [one for one in _parts(grid, row) if not _INSIDE.match(grid.labels.get(one, ""))]
    if len(parts) < _LEAST_ROWS:
        return
    trials: list[tuple[Trial, bool]] = []
    for column in grid.columns():
        total = grid.cells.get((row, column))
        found = [grid.cells[one, column] for one in parts if (one, column) in grid.cells]
        if total is None or len(found) < _LEAST_ROWS or _NOT_ADDED.search(grid.heads.get(column, "")):
            continue
        trial = _trial(sketch, total, found, grid.heads.get(column, ""))
        if trial is not None:
            computed = added([one.interval for one in trial.given])
            trials.append((trial, computed is not None and forgiving(trial.stated).meets(computed)))
    fitting = sum(fits for _, fits in trials)
    for trial, fits in trials:
        if fits or fitting * 2 >= len(trials):
            yield trial
        else:
            claims = [one.claim for one in (trial.stated, *trial.given) if one.claim is not None]
            yield unweighed("sum", claims, trial.left, "多数列的合计都不等于各行之和，各行可能未列全")


def _trial(sketch: Sketch, total: Claim, parts: list[Claim], head: str) -> Trial | None:
    claims = (total, *parts)
    known = operands(*claims)
    if known is None or len({claim.unit for claim in claims}) > 1 or total.unit in ("%", "‰", "名"):
        return None
    # A mean or a peak lies among its rows; so does a sum that lost a digit.
    worst: Severity = (
        "error" if all(one.interval.below(known[0].interval) for one in known[1:]) else "warning"
    )
    return Trial(
        "sum",
        known[0],
        known[1:],
        added,
        "+".join(sketch.quote(part) for part in parts),
        f"表中“{head}”一列各行之和为{{computed}}，合计为“{{stated}}”",
        worst=worst,
    )


RULE = Rule(
    code="A41",
    name="table-total-mismatch",
    title="表内合计行与各行之和不符",
    category="arithmetic",
    severity="error",
    what="表格中“合计”“小计”“总计”一行，各列应等于所辖各行之和。",
    why="合计行由各行相加得出，一列不合而其他列相合，就是这一列有数写错。",
    silent="多数列都不合（各行未列全）、比率、平均数、密度、最大值的列、“其中”行不参加相加。",
    bad=(
        Example(
            "各镇造林如下。\n| 镇 | 面积（亩） | 户数（户） |\n| --- | --- | --- |\n"
            "| 云溪镇 | 210 | 35 |\n| 石桥镇 | 345 | 41 |\n| 白沙镇 | 128 | 27 |\n| 合计 | 693 | 103 |\n",
            "693",
        ),
        Example(
            "经费如下。\n| 项目 | 2023年（万元） | 2024年（万元） |\n| --- | --- | --- |\n"
            "| 总计 | 96.5 | 121.2 |\n| 培训 | 31.5 | 42.0 |\n| 设备 | 40.0 | 52.7 |\n| 宣传 | 25.0 | 25.5 |\n",
            "121.2",
        ),
    ),
    good=(
        "各镇造林如下。\n| 镇 | 面积（亩） | 户数（户） |\n| --- | --- | --- |\n"
        "| 云溪镇 | 210 | 35 |\n| 石桥镇 | 345 | 41 |\n| 白沙镇 | 128 | 27 |\n| 合计 | 683 | 103 |\n",
        "经费如下。\n| 项目 | 2023年（万元） | 2024年（万元） |\n| --- | --- | --- |\n"
        "| 总计 | 96.5 | 120.2 |\n| 培训 | 31.5 | 42.0 |\n| 设备 | 40.0 | 52.7 |\n| 宣传 | 25.0 | 25.5 |\n",
    ),
    near=(
        "各镇情况如下。\n| 镇 | 户数（户） | 密度（人/平方公里） | 最大雨量（毫米） |\n| --- | --- | --- | --- |\n"
        "| 云溪镇 | 210 | 320 | 35 |\n| 石桥镇 | 345 | 400 | 41 |\n| 合计 | 555 | 347 | 41 |\n",
        "主要镇造林如下。\n| 镇 | 面积（亩） | 户数（户） |\n| --- | --- | --- |\n"
        "| 云溪镇 | 210 | 35 |\n| 石桥镇 | 345 | 41 |\n| 合计 | 983 | 143 |\n",
    ),
    relate=relate,
)
