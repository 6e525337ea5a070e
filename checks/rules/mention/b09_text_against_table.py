"""B09: the text states another value than the cell of a table about the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.sketch import Sketch, sketch_of
from checks.rules.mention.b01_same_indicator import compared
from checks.rules.tables.grid import grids_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_KINDS = frozenset({"level", "growth", "share"})
_LAST_YEAR = late(r"(?:[比较与同]?(?:上年|去年)(?:同期|末|同月)?(?:末)?|同比|同期)?")
_OWN = late(r"[全我本][国省市县区州盟旗镇乡]")
_OF_A_PART = late(r"其中|本级|市区|城区|累计|平均|最|以上|以下|对[^，。]{1,8}$|中的")
_LEAST_NAME = 4
_TITLE = 60
_MOST_CELLS = 20_000

_Key = tuple[str, str | None, str, str, str, str, str]


def relate(reading: Reading) -> Iterator[Relation]:
    """The numbers of a document's text that a table of the document states as well."""
    cells = _cells(reading)
    if not cells:
        return
    sketch = sketch_of(reading)
    title = reading.prose.text[:_TITLE].partition("\n")[0]
    title = "" if "。" in title else title
    own = {claim.number for found in cells.values() for claim in found} | _in_tables(reading)
    for place, claim in enumerate(sketch.claims):
        key = _key(claim)
        found = cells.get(key) if key is not None and claim.number not in own else None
        if found is None or not _told_here(sketch, place, claim):
            continue
        values = {cell.value for cell in found}
        if len(values) > 1 or not _one_place(claim.region, found[0].region, title):
            continue
        same = found[0].indicator == claim.indicator
        relation = compared(sketch, found[0], claim, same)
        if relation is not None and relation.state == "broken":
            one, other = sketch.quote(found[0]), sketch.quote(claim)
            message = f"“{claim.indicator or found[0].indicator}”表中为“{one}”，正文为“{other}”"
            relation = replace(relation, message=message)
        if relation is not None:
            yield relation


def _cells(reading: Reading) -> dict[_Key, list[Claim]]:
    """The claims of data cells by what they are about."""
    cells: dict[_Key, list[Claim]] = {}
    count = 0
    for grid in grids_of(reading):
        for claim in grid.cells.values():
            key = _key(claim)
            count += 1
            if key is not None and count <= _MOST_CELLS:
                cells.setdefault(key, []).append(claim)
    return cells


def _in_tables(reading: Reading) -> set[int]:
    return {claim.number for grid in grids_of(reading) for claim in grid.cells.values()}


def _key(claim: Claim) -> _Key | None:
    """What a claim is about, ``None`` where indicator or period are not known well enough."""
    name = claim.indicator_key or claim.indicator
    period = claim.period
    if claim.kind not in _KINDS or claim.masked or claim.value is None or claim.bound not in ("=", "~"):
        return None
    if not name or len(name) < (2 if claim.indicator_key else _LEAST_NAME) or claim.status != "actual":
        return None
    if period is None or not period.start or not period.end:
        return None
    if claim.kind == "growth" and not _LAST_YEAR.fullmatch(claim.base or ""):
        return None
    day = period.end if claim.price_class == "stock" else f"{period.start}/{period.end}"
    return name, claim.scope, claim.unit, claim.kind, day, claim.direction or "", ""


def _one_place(told: str | None, tabled: str | None, title: str) -> bool:
    """Whether the text tells of the place that the table is about: the document's own, or one named by both."""
    if told is None or tabled is None or told == tabled:
        return told is None or told == tabled or _OWN.fullmatch(told) is not None or told in title
    return bool(_OWN.fullmatch(told) or _OWN.fullmatch(tabled))


def _told_here(sketch: Sketch, place: int, claim: Claim) -> bool:
    """Whether the sentence itself prints the indicator right before the number, of a whole region, and the period."""
    lead = sketch.lead(place)
    line = sketch.line_at(sketch.letters[place])
    before = sketch.text[line.start : sketch.letters[place]]
    if claim.period is None or claim.period.text not in before or _OF_A_PART.search(lead[-20:]):
        return False
    if claim.kind == "growth":
        return (claim.indicator or "") in before
    return claim.indicator is not None and claim.indicator in lead


RULE = Rule(
    code="B09",
    name="text-against-table",
    title="正文与表格中的同一指标不一致",
    category="conflict",
    severity="error",
    what="正文里写明指标和时期的数，与本文表格里指标、时期、单位、口径相同的一格比较；写法精度不同而能相合的算一致。",
    why="正文的数通常抄自表格，两处不同必有一处写错。",
    silent="表中同一指标同一时期有几个不同的数、正文没有写明时期或只说其中一部分、地区不同、目标和预计数不判。",
    bad=(
        Example(
            "2025年，全市一般公共预算收入45.8亿元。\n\n| 指标 | 单位 | 2025年 | 2024年 |\n| --- | --- | --- | --- |\n"
            "| 一般公共预算收入 | 亿元 | 45.6 | 42.9 |\n| 粮食产量 | 万吨 | 86.4 | 84.6 |\n",
            "45.8亿元",
        ),
        Example(
            "2024年，全县粮食产量达到36.9万吨。\n\n| 指标 | 2023年 | 2024年 |\n| --- | --- | --- |\n"
            "| 粮食产量（万吨） | 38.2 | 39.6 |\n| 油料产量（万吨） | 2.1 | 2.3 |\n",
            "36.9万吨",
        ),
    ),
    good=(
        "2025年，全市一般公共预算收入45.6亿元。\n\n| 指标 | 单位 | 2025年 | 2024年 |\n| --- | --- | --- | --- |\n"
        "| 一般公共预算收入 | 亿元 | 45.6 | 42.9 |\n| 粮食产量 | 万吨 | 86.4 | 84.6 |\n",
        "2024年，全县粮食产量约40万吨。\n\n| 指标 | 2023年 | 2024年 |\n| --- | --- | --- |\n"
        "| 粮食产量（万吨） | 38.2 | 39.6 |\n| 油料产量（万吨） | 2.1 | 2.3 |\n",
    ),
    near=(
        "2025年，云溪县一般公共预算收入12.3亿元。\n\n全市情况如下。\n| 指标 | 单位 | 2025年 | 2024年 |\n"
        "| --- | --- | --- | --- |\n| 一般公共预算收入 | 亿元 | 45.6 | 42.9 |\n| 粮食产量 | 万吨 | 86.4 | 84.6 |\n",
    ),
    relate=relate,
)
