"""G05: a numbered heading with nothing below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.outline import Enumerator

_FAMILIES = ("chapter", "section", "han_comma", "han_bracket")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the headings that the next heading of their level follows at once, where their sisters have text."""
    paragraphs, text = reading.outline.paragraphs, reading.prose.text
    opening = {mark.paragraph: mark for mark in reading.outline.enumerators if mark.opens}
    followers: dict[tuple[str, int], list[tuple[int, bool]]] = {}
    lines = [
        number for number, paragraph in enumerate(paragraphs) if paragraph.kind in ("body", "heading", "cell")
    ]
    for number, following in pairwise(lines):
        mark = opening.get(number)
        if mark is None or mark.family not in _FAMILIES or paragraphs[number].kind != "heading":
            continue
        followed = _is_next(mark, opening.get(following)) and paragraphs[following].kind == "heading"
        followers.setdefault((mark.family, paragraphs[number].section), []).append((number, followed))
    for rows in followers.values():
        empty = [number for number, followed in rows if followed]
        if len(empty) * 3 > len(rows):
            continue  # a table of contents, or a list of short items
        for number in empty:
            paragraph = paragraphs[number]
            words = text[paragraph.start : paragraph.end]
            yield Hit(
                paragraph.start, paragraph.end, f"标题“{words[:30]}”之下没有内容，直接到了下一个同级标题"
            )


def _is_next(mark: Enumerator, following: Enumerator | None) -> bool:
    return following is not None and following.family == mark.family and following.number == mark.number + 1


RULE = Rule(
    code="G05",
    name="empty-heading",
    title="标题下没有内容",
    category="structure",
    severity="warning",
    what="编号的章、节、一、（一）标题之后紧接下一个同级标题，而同级的其他标题之下都有正文。",
    why="多半是正文漏排或误删，也可能是标题写了而内容未补。",
    silent="目录、议程等各标题都没有正文的；标题之下是下一级标题的。",
    bad=(
        Example(
            "一、工业运行\n青川市工业平稳。\n二、农业生产\n三、商贸流通\n市场活跃。\n四、财政金融\n收支平衡。",
            "二、农业生产",
        ),
        Example(
            "（一）扩大投资\n抓项目开工。\n（二）促进消费\n办购物节。\n（三）稳定外贸\n（四）招商引资\n引来大项目。",
            "（三）稳定外贸",
        ),
    ),
    good=(
        "一、工业运行\n青川市工业平稳。\n二、农业生产\n粮食丰收。\n三、商贸流通\n市场活跃。",
        "一、工作回顾\n（一）经济运行\n总体平稳。\n二、工作安排\n抓好落实。",
    ),
    near=("会议议程\n一、通过议程\n二、听取报告\n三、分组审议\n四、表决决议",),
    find=find,
)
