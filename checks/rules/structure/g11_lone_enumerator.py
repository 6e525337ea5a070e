"""G11: a first point without a second one (一是 without 二是)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.structure.lists import lists_of
from extract import Reading
from extract.late import late

_SECOND = late(r"[二再](?:[是要个来则]|者|方面)|第二|其[二次]|另一|再[次就]|还有|[。；，、]二")
_FAMILIES = ("is", "must", "ordinal", "one_of")


def find(reading: Reading) -> Iterator[Hit]:
    """Find lists of one item."""
    text, outline = reading.prose.text, reading.outline
    lists = lists_of(text, outline)
    lone = [
        marked
        for marked in lists
        if marked.family in _FAMILIES and len(marked.marks) == 1 and marked.marks[0].number == 1
    ]
    companions = Counter((marked.family, marked.marks[0].paragraph) for marked in lone)
    for marked in lone:
        mark = marked.marks[0]
        paragraph = outline.paragraphs[mark.paragraph]
        rest = text[mark.end : paragraph.end]
        if companions[marked.family, mark.paragraph] > 1 or _SECOND.search(rest):
            continue
        words = text[mark.start : mark.end].strip()
        yield Hit(mark.start, mark.end, f"有“{words}”而没有第2项")


RULE = Rule(
    code="G11",
    name="lone-enumerator",
    title="只有第一项",
    category="structure",
    severity="info",
    what="“一是”“一要”“第一，”“其一”之后没有第二项。",
    why="后面的项可能被删去或漏排；只有一项时不必用序号。",
    silent="同段再次用“一是”并列（一是…，一是…）；后面的项以别的写法出现；“首先”单用。",
    bad=(
        Example("青川市工业有两点不足。一是链条不长，配套不够，要尽快补上。", "一是"),
        Example("云溪县要把握关键。第一，抓紧项目前期。\n会议还研究了其他事项。", "第一，"),
    ),
    good=("青川市工业有两点不足。一是链条不长；二是配套不够。", "首先要抓好项目前期。"),
    near=("基本点是两条，一是坚持改革，一是坚持开放。",),
    find=find,
)
