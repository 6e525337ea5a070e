"""F13: checkpoints whose later share is due earlier."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_DUE = late(
    r"月(?:底|末|[0-9]{1,2}日)?之?前(?P<words>[^，。；、\n%0-9]{0,12})(?P<share>[0-9]{1,3}(?:\.[0-9]{1,2})?)%"
)
_MONTH = late(r"(?<![0-9.])(?P<month>1[0-2]|[1-9])$")
_BREAK = late("[。；！？\n]|[明次翌]年|[0-9]{4}年")
_FARTHEST = 40


def find(reading: Reading) -> Iterator[Hit]:
    """Yield checkpoints that come before the one named first and yet ask for more."""
    text = reading.prose.text
    earlier: tuple[int, int, int, Decimal] | None = None
    for due in _DUE.finditer(text):
        head = _MONTH.search(text, max(0, due.start() - 3), due.start())
        if head is None:
            continue
        month, share = int(head["month"]), Decimal(due["share"])
        if earlier is not None:
            start, end, before, least = earlier
            near = head.start() - end <= _FARTHEST and not _BREAK.search(text, end, head.start())
            if near and month < before and share > least:
                yield Hit(
                    head.start(),
                    due.end(),
                    "时间更早，进度却更高",
                    f"{before}月前{least}%，{month}月前{share}%",
                    related=((start, end),),
                )
        earlier = (head.start(), due.end(), month, share)


RULE = Rule(
    code="F13",
    name="checkpoints-out-of-order",
    title="进度节点颠倒",
    category="dates",
    severity="warning",
    what="一句话中先后列出的几个“某月底前完成百分之几”，后写的时间更早、比例却更高。",
    why="时间或比例必有一处写错，任务无法照此考核。",
    silent="跨年的节点；由大到小倒着列、时间与比例一致的节点。",
    bad=(
        Example("重点项目6月底前开工80%、3月底前开工100%。", "3月底前开工100%"),
        Example("老旧小区改造9月底前完成60%，6月底前完成90%。", "6月底前完成90%"),
    ),
    good=(
        "重点项目3月底前开工80%、6月底前开工100%。",
        "老旧小区改造6月底前完成60%，9月底前完成90%。",
    ),
    near=("老旧小区改造9月底前完成60%，明年3月底前完成100%；道路提升12月底前完成90%，6月底前完成50%。",),
    find=find,
)
