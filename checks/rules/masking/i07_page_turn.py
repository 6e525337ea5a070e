"""I07: a newspaper's note that the text goes on or comes from another page."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.masking.notices import page_turns
from extract import Reading
from extract.enumerators import LEVELS

_OPENING = 600


def find(reading: Reading) -> Iterator[Hit]:
    """Find （紧接第一版） and （下转第二版）."""
    text = reading.prose.text
    for start, end in page_turns(text):
        words = text[start:end]
        late = _late_beginning(reading, end) if "接" in words and start < _OPENING else ()
        cause = "，序号从中间开始" if late else ""
        yield Hit(start, end, f"转版标记“{words}”：这份文字可能只是全文的一部分{cause}", "", "", late)


def _late_beginning(reading: Reading, after: int) -> tuple[tuple[int, int], ...]:
    """The first heading behind the note, where its number shows that others stand on the page before."""
    for mark in reading.outline.enumerators:
        if mark.start >= after and mark.opens and mark.family in LEVELS:
            return ((mark.start, mark.end),) if mark.number > 1 else ()
    return ()


RULE = Rule(
    code="I07",
    name="page-turn",
    title="转版标记",
    category="missing",
    severity="warning",
    what="报纸的转版、接版标记：（紧接第一版）（上接第三版）（下转第二版）。",
    why="有转版标记的文字只是一部分，序号、合计与前后文的核对都不完整。",
    silent="没有括号的“转第几版”叙述。",
    bad=(
        Example("（紧接第一版）压实各方责任，确保青川市空气质量稳定达标。", "紧接第一版"),
        Example("全市经济运行总体平稳。（下转第三版）", "下转第三版"),
    ),
    good=("压实各方责任，确保青川市空气质量稳定达标。", "该书已出到第三版。"),
    near=("上接云溪县、下转青川市的公路今年通车。",),
    find=find,
)
