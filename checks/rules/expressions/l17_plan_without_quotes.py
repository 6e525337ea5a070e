"""L17: the short name of a five-year plan without its quotation marks: 十四五规划."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_BARE = late(
    "(?<![十“\"'‘「『《一二三四五六七八九第零〇0-9年、])(?:十[一二三四五六]?|[五六七八九])五(?=计划|规划|期间|时期)"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield the first bare name, with the others as related places."""
    text = reading.prose.text
    found = [(match.start(), match.end()) for match in _BARE.finditer(text)]
    if found:
        start, end = found[0]
        yield Hit(
            start,
            end,
            f"“{text[start:end]}”没有加引号",
            f"五年规划的简称加引号，全文有{len(found)}处没有加",
            f"“{text[start:end]}”",
            tuple(found[1:]),
        )


RULE = Rule(
    code="L17",
    name="plan-without-quotes",
    title="五年规划简称缺引号",
    category="wording",
    severity="info",
    what="“十四五”“十五五”等规划简称没有加引号：十四五规划、十五五期间。一份文件只报一次，其余各处附在后面。",
    why="GB/T 15834—2011：具有特殊含义的简称用引号；不加引号，数字会被读成十四、五。",
    silent="已加引号的；“第十四个五年规划”这类全称。",
    bad=(
        Example("十四五规划实施以来，云溪县综合实力稳步提升。", "十四五"),
        Example("为十五五时期开好局打下基础。", "十五五"),
    ),
    good=(
        "“十四五”规划实施以来，云溪县综合实力稳步提升。",
        "为“十五五”时期开好局打下基础。",
    ),
    near=("第十四个五年规划期间，三个十五五年龄组的孩子都已入学。",),
    find=find,
)
