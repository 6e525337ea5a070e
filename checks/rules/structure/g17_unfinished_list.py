"""G17: a list whose items end with semicolons, and the last of them too (一是…；二是…；)."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.structure.lists import MarkedList, lists_of
from extract import Reading
from extract.late import late

_STOP = late(r"[。；！？]")
_BLANKS = " \n\t\u3000#*"
_GOES_ON = late(
    r"[\s*#]*(?:以及|并且?|同时|最后|此外|另外|再|还|其[一二三四五六七八九他余]|第|[一二三四五六七八九十①-⑳（(]|[-—•·])"
)
_SHOWN = 12


def find(reading: Reading) -> Iterator[Hit]:
    """Find the lists that end as if another item were to follow."""
    text, outline = reading.prose.text, reading.outline
    for marked in lists_of(text, outline):
        if len(marked.marks) < 2 or marked.torn or not _joined_by_semicolons(text, marked):
            continue
        last = marked.last
        paragraph = outline.paragraphs[last.paragraph]
        stop = _STOP.search(text, last.end, paragraph.end)
        if stop is None or stop[0] != "；" or _GOES_ON.match(text, stop.end()):
            continue
        if last.opens and stop.end() < paragraph.end:
            continue  # an item of several clauses
        shown = text[max(last.end, stop.start() - _SHOWN) : stop.end()]
        yield Hit(
            stop.end() - len(shown),
            stop.end(),
            f"第{last.number}项以分号结束，后面没有下一项，可能缺文",
            f"本列共{len(marked.marks)}项，各项之间用分号",
        )


def _joined_by_semicolons(text: str, marked: MarkedList) -> bool:
    ends = [text[max(0, mark.start - 12) : mark.start].rstrip(_BLANKS)[-1:] for mark in marked.marks[1:]]
    return all(end == "；" for end in ends)


RULE = Rule(
    code="G17",
    name="unfinished-list",
    title="列举以分号结束",
    category="structure",
    severity="warning",
    what="各项之间用分号的列举（一是…；二是…；三是…），最后一项也以分号结束，后面没有下一项。",
    why="多是末项被删去或漏排；末项应以句号收住（GB/T 15834—2011 第4.6条）。",
    silent="分号之后还有并列的话（以及、同时、其他）；各项之间用句号；末项自身含分号的分段条目。",
    bad=(
        Example("今年抓三件事。一是修好青川大道；二是建成云溪水厂；\n会议还研究了其他事项。", "云溪水厂；"),
        Example(
            "青川市要做到：\n一是扩大投资，项目要多；\n二是促进消费，市场要旺；\n各县要抓好落实。",
            "市场要旺；",
        ),
    ),
    good=(
        "今年抓两件事。一是修好青川大道；二是建成云溪水厂。\n会议还研究了其他事项。",
        "一是扩大投资。二是促进消费。各县要抓好落实。",
    ),
    near=(
        "任务有三。一是修好大道；二是建成水厂；以及办好书展。",
        "一是项目要多；二是市场要旺；第三，订单要足。",
    ),
    find=find,
)
