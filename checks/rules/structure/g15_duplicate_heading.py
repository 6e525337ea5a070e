"""G15: two headings of one level with the same words."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.structure.lists import lists_of
from extract import Reading
from extract.late import late

_PUNCTUATION = late(r"[\W_]+")
_FEWEST_LETTERS = 4
_CONTENTS = 3


def find(reading: Reading) -> Iterator[Hit]:
    """Find headings that say again what a sister said; a table of contents repeats them all and is none."""
    outline, text = reading.outline, reading.prose.text
    first: dict[tuple[int, str], int] = {}
    repeated: list[tuple[int, int]] = []
    for number, marked in enumerate(lists_of(text, outline)):
        for mark in marked.marks:
            paragraph = outline.paragraphs[mark.paragraph]
            if not mark.opens or paragraph.kind != "heading":
                continue
            words = _PUNCTUATION.sub("", text[mark.end : paragraph.end])
            if len(words) < _FEWEST_LETTERS:
                continue
            earlier = first.setdefault((number, words), mark.paragraph)
            if earlier != mark.paragraph:
                repeated.append((earlier, mark.paragraph))
    if len(repeated) >= _CONTENTS and len(repeated) * 2 >= len(first):
        return
    for earlier, later in repeated:
        one, two = outline.paragraphs[earlier], outline.paragraphs[later]
        words = text[two.start : two.end]
        yield Hit(
            two.start, two.end, f"标题“{words[:30]}”与前面的同级标题文字相同", "", "", ((one.start, one.end),)
        )


RULE = Rule(
    code="G15",
    name="duplicate-heading",
    title="同级标题重复",
    category="structure",
    severity="warning",
    what="同一上级之下两个编号标题去掉序号后文字相同。",
    why="多半是复制后忘记改标题，或整段重复粘贴。",
    silent="目录与正文各出现一次；不同上级之下的同名标题（“主要目标”等）；不足四个字的标题。",
    bad=(
        Example(
            "一、加快工业转型\n抓好技改。\n二、繁荣商贸流通\n办好展会。\n三、加快工业转型\n建设园区。",
            "三、加快工业转型",
        ),
        Example(
            "（一）强化要素保障\n保用地。\n（二）优化营商环境\n减时限。\n（三）强化要素保障\n保用能。",
            "（三）强化要素保障",
        ),
    ),
    good=(
        "一、加快工业转型\n抓好技改。\n二、繁荣商贸流通\n办好展会。",
        "一、青川市\n（一）主要目标\n增长。\n二、云溪县\n（一）主要目标\n稳定。",
    ),
    near=(
        "目录\n一、工作回顾情况\n二、今年工作安排\n三、政府自身建设\n一、工作回顾情况\n平稳。\n二、今年工作安排\n抓好。\n三、政府自身建设\n从严。",
    ),
    find=find,
)
