"""K08: two marks where one is meant."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_DOUBLED = late(
    "[，、；：。,;][，、；：。][，、；：。]{0,6}"
    f"|[,;:！？?!，、；：。](?<=(?:{HAN}|[%”》)]).)(?:(?<=[,;:])[,;:]|(?<=[！？?!])[。，、；,;]|(?<=[，、；：])[.](?![0-9.])|(?<=。)[.](?![0-9.]))"
)
_ELLIPSIS = late("。{3,8}")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the doubled marks."""
    for match in _DOUBLED.finditer(reading.prose.text):
        marks = match[0]
        if _ELLIPSIS.fullmatch(marks):
            yield Hit(*match.span(), f"省略号误作“{marks}”", "GB/T 15834—2011 4.11：省略号为六连点", "……")
        else:
            strongest = next((mark for mark in "。！？!?；;：:，,、" if mark in marks), marks[0])
            yield Hit(*match.span(), f"标点连用“{marks}”", "", f"保留一个，如“{strongest}”")


RULE = Rule(
    code="K08",
    name="doubled-punctuation",
    title="标点重复或连用",
    category="typo",
    severity="warning",
    what="查找连用的逗号、顿号、分号、句号等点号，如“。。”“，，”“、，”“；。”。",
    why="GB/T 15834—2011：句中、句末点号不连用；多为修改时删字未删标点。",
    silent="省略号、破折号、连用的问号叹号、点号与引号括号相接，不报。",
    bad=(
        Example("今年财政收入增长5.2%，，支出增长4.1%。", "，，"),
        Example("实施技术改造、，推动工业提质增效。", "、，"),
        Example("各项工作取得新成效；。下一步要再接再厉。", "；。"),
    ),
    good=("今年财政收入增长5.2%，支出增长4.1%。", "会议听取了农业、工业、服务业……等方面的汇报——内容很实。"),
    near=("他问：“任务完成了吗？”“完成了！”难道还能再快吗？！比例为1:2，价格为3.5。",),
    find=find,
)
