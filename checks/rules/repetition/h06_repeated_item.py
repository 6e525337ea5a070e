"""H06: an item that an enumeration names twice (甲、乙、乙; 甲和甲)."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_ITEM = late(
    rf"、([^、，。；：！？…\n“”‘’()（）《》【】,;:!?\d]{{2,14}}?)(?=[、，。；！\n,;)）]|等(?:{HAN}|[、，。；\n,;]))"
)
_AND = late(r"以及|[和与及]")
_NOT_ALIKE = frozenset("不非无未—–-、")
_LONGEST = 12
_SHORTEST = 3


def find(reading: Reading) -> Iterator[Hit]:
    """Find repeated items."""
    text = reading.prose.text
    yield from _in_lists(text)
    for match in _AND.finditer(text):
        start, end = match.span()
        if text[start - _SHORTEST : start] not in text[end : end + _LONGEST]:
            continue
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            words = text[start - length : start]
            if text.startswith(words, end) and words.isalpha():
                if _stands_alone(text, start - length, end + length):
                    yield Hit(end, end + length, f"“{words}”与自身并列", "", "", ((start - length, start),))
                break


def _in_lists(text: str) -> Iterator[Hit]:
    items: dict[str, tuple[int, int]] = {}
    until = -1
    for match in _ITEM.finditer(text):
        words = match[1]
        if match.start() != until:
            items = {}
            # What stands before the first 、 has the beginning of the sentence in front of it.
            if len(words) >= _SHORTEST and text.endswith(words, 0, match.start()):
                items[words] = (match.start() - len(words), match.start())
        until = match.end()
        if words in items:
            yield Hit(match.start(1), match.end(1), f"并列项“{words}”重复", "", "", (items[words],))
        items[words] = match.span(1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before not in _NOT_ALIKE and after not in _NOT_ALIKE and not after.isalpha()


RULE = Rule(
    code="H06",
    name="repeated-item",
    title="并列项重复",
    category="repetition",
    severity="warning",
    what="顿号并列的项中有两项完全相同，或“甲和甲”式的自身并列（三字以上）。",
    why="多是改写并列项时漏删，或把另一项误写成了同一项。",
    silent="“不信教群众与信教群众”“国与国之间”等正反、相互关系；项内有括号、引号的不比。",
    bad=(
        Example("完善灵活就业人员、新业态骑手、新业态骑手，家政工的参保政策。", "新业态骑手"),
        Example("青川市要实现企业设备投入和设备投入“双增长”。", "设备投入"),
    ),
    good=(
        "完善灵活就业人员、新业态骑手、家政工等群体的参保政策。",
        "青川市要实现企业研发投入和设备投入“双增长”。",
    ),
    near=(
        "引导不识字群众与识字群众结对互助。",
        "加强城市与城市之间、部门与部门之间的协作。",
    ),
    find=find,
)
