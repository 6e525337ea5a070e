"""D15: 分别 with one start and one end: 酬金分别由6520元增至9140元."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_AMOUNT = rf"(?:约|近|超过?)?[0-9][0-9,.]{{0,14}}(?:%|‰|{HAN}{{1,6}}?)?"
_LONE = late(
    rf"分别[由从](?:{HAN}{{0,8}}?)(?P<first>{_AMOUNT})(?:{HAN}{{0,4}}?)[到至为](?P<second>{_AMOUNT})"
    r"(?=[，。；！,;\n])(?P<mark>.)"
)
_GOES_ON = late(r"(?:和|及|以及|与|、)?(?:[由从]|[0-9])|(?:后者|前者|其次|再)")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield lone pairs of numbers behind 分别."""
    text = reading.prose.text
    at = text.find("分别")
    while at >= 0:
        match = _LONE.match(text, at)
        if match is not None and not (match["mark"] in "，," and _GOES_ON.match(text, match.end())):
            yield Hit(
                at,
                match.end("second"),
                "“分别”后面只有一组数",
                f"只写了由{match['first']}到{match['second']}，没有第二组与它相对",
                "删去“分别”，或补上另一组数",
            )
        at = text.find("分别", at + 2)


RULE = Rule(
    code="D15",
    name="separately-alone",
    title="“分别”后面只有一组数",
    category="wording",
    severity="warning",
    what="“分别由A增至B”后面再没有第二组起止数。",
    why="“分别”要求两个以上的主体与两组以上的数一一相对；只有一组，不是多了“分别”，就是漏了数。",
    silent="后面接着写第二组“由……至……”；不写起止、只写一个数的“分别奖励3万元”（每个都是）。",
    bad=(
        Example("社区网格员月补贴分别由2600元提高到3100元，今年夏天起执行。", "分别由2600元提高到3100元"),
        Example("城镇化率分别从58.2%提高到61.5%。", "分别从58.2%提高到61.5%"),
    ),
    good=(
        "社区网格员月补贴由2600元提高到3100元，今年夏天起执行。",
        "城镇化率、入学率分别从58.2%提高到61.5%、从97.1%提高到98.6%。",
    ),
    near=("甲、乙两县分别由12亿元增至15亿元，由8亿元增至11亿元，对两名先进个人分别奖励3万元。",),
    find=find,
)
