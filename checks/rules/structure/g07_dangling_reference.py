"""G07: a reference to an attachment or a table that the document does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.enumerators import han_number
from extract.late import late

_NUMBER = r"(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})"
_THING = r"(?P<thing>附件|附表|附图|附录|表|图)"
_REFERRED = late(rf"{_THING}\s?{_NUMBER}(?![\d.\-—]|年|月|日|格|决|示范)(?:所[示列])?")
_LABEL = late(rf"^[\s*#【(（]*{_THING}\s?(?:{_NUMBER}(?![\d.]))?(?P<after>[：:\s、.．】)）]|$)", re.MULTILINE)
_POINTING = frozenset("见如由据按照(（")
_LISTED = late(r"(?:^|[\s：:])(\d{1,2})[.．、]")


def find(reading: Reading) -> Iterator[Hit]:
    """Find references beyond the last label, where the document labels things of that kind at all."""
    text = reading.prose.text
    labels: dict[str, set[int]] = {}
    for match in _LABEL.finditer(text):
        numbers = labels.setdefault(match["thing"], set())
        if match["number"]:
            numbers.add(han_number(match["number"]))
        elif match["thing"] == "附件":
            numbers |= _list_below(text, match.end())
    if not labels:
        return
    for match in _REFERRED.finditer(text):
        if text[match.start() - 1 : match.start()] not in _POINTING:
            continue
        known = labels.get(match["thing"])
        number = han_number(match["number"])
        if known and number > max(known) and 0 < number <= 20:
            thing = match["thing"]
            yield Hit(
                match.start("thing"),
                match.end("number"),
                f"提到“{thing}{match['number']}”，而文中只有{thing}{'、'.join(map(str, sorted(known)[:9]))}",
            )


def _list_below(text: str, start: int) -> set[int]:
    """The numbers of an attachment list: 附件：1.… 2.…, one to a line."""
    numbers: set[int] = set()
    for line in text[start : start + 1000].split("\n")[:20]:
        for match in _LISTED.finditer(line):
            if int(match[1]) == len(numbers) + 1:
                numbers.add(int(match[1]))
    return numbers or {1}


RULE = Rule(
    code="G07",
    name="dangling-reference",
    title="引用的附件、附表或图表不存在",
    category="structure",
    severity="warning",
    what="“见附件3”“如表5所示”等引用的序号，大于文中同类标签（附件1、表2…）的最大序号。",
    why="附件增删后引用没有跟着改，读者找不到所指。",
    silent="文中没有任何同类标签（附件另发）；引用没有序号。",
    bad=(
        Example("任务分工见附件3。\n附件：1.青川市重点项目表\n2.云溪县任务清单", "附件3"),
        Example("各县增速如表4所示。\n表1 青川市主要指标\n表2 云溪县主要指标", "表4"),
    ),
    good=(
        "任务分工见附件2。\n附件：1.青川市重点项目表\n2.云溪县任务清单",
        "各县增速如表2所示。\n表1 青川市主要指标\n表2 云溪县主要指标",
    ),
    near=(
        "任务分工见附件3，另行印发。",
        "详见图3。\n表1 青川市主要指标",
    ),
    find=find,
)
