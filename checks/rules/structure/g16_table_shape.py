"""G16: rows of a table with more or fewer cells than the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_ROW = late(r"^[ \t]*\|[^\n]*$", re.MULTILINE)
_FEWEST = 4
_SHOWN = 50


def find(reading: Reading) -> Iterator[Hit]:
    """Find the rows of pipe tables whose cells do not fit, where four rows out of five agree."""
    text = reading.document.text
    if "|" not in text:
        return
    table: list[tuple[int, int]] = []
    after = -1
    for match in _ROW.finditer(text):
        if match.start() > after + 2:
            yield from _misfits(text, table)
            table = []
        table.append(match.span())
        after = match.end()
    yield from _misfits(text, table)


def _misfits(text: str, rows: list[tuple[int, int]]) -> Iterator[Hit]:
    if len(rows) < _FEWEST:
        return
    widths = [text.count("|", start, end) - text.count("\\|", start, end) for start, end in rows]
    usual, times = Counter(widths).most_common(1)[0]
    if times * 5 < len(rows) * 4 or times == len(rows):
        return
    for (start, end), width in zip(rows, widths, strict=True):
        if width != usual:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            yield Hit(
                start,
                min(end, start + _SHOWN),
                f"这一行有{width - 1}格，表中其他行有{usual - 1}格",
                f"全表{len(rows)}行，{times}行为{usual - 1}格",
            )


RULE = Rule(
    code="G16",
    name="table-shape",
    title="表格各行格数不一",
    category="structure",
    severity="warning",
    what="用竖线画的表格里，个别行的格数与其余各行不同（其余各行占五分之四以上）。",
    why="缺格或多格使后面的数错列，读者会把数看到别的栏目下。",
    silent="行数不足四行；各行格数本来参差（合并单元格多的表）。",
    bad=(
        Example(
            "| 县区 | 产值 | 增速 |\n| --- | --- | --- |\n| 青川 | 86.3 | 5.2 |\n| 云溪 | 4.1 |\n| 临江 | 33.0 | 6.0 |\n| 北岭 | 21.7 | 4.4 |\n",
            "| 云溪 | 4.1 |",
        ),
        Example(
            "| 年份 | 户数 |\n| --- | --- |\n| 2021 | 310 |\n| 2022 | 325 | 340 |\n| 2023 | 352 |\n| 2024 | 368 |\n",
            "| 2022 |",
        ),
    ),
    good=(
        "| 县区 | 产值 |\n| --- | --- |\n| 青川 | 86.3 |\n| 云溪 | 21.4 |\n",
        "全市工业产值86.3亿元，增长5.2%。\n",
    ),
    near=("| 项目 | 甲 | 乙 |\n| --- | --- | --- |\n| 合计 |\n| 其中 | 1 |\n| 其他 | 2 | 3 |\n",),
    reads="text",
    find=find,
)
