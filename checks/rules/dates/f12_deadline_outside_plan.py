"""F12: a deadline after the end of the plan whose period the clause speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.enumerators import han_number
from extract.late import late
from extract.periods import plan_years

_DEADLINE = late(
    r"[“\"](?P<plan>十[一二三四五六]?)五[”\"](?:期间|时期)(?P<between>[^。；！？\n“”\"]{0,30}?)(?:到|至|力争|确保|计划)(?P<year>20[0-9]{2})年(?:底|末)?前?(?P<done>[^，。；\n]{0,8}?(?:建成|完成|达到|实现|投产|通车|建成投用))"
)
_BEGUN = late("启动|开工|谋划|规划建设|前期|开建|动工|远景|展望|更长|延续|接续|跨|以后|再")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield deadlines that lie beyond the plan named in front of them."""
    for match in _DEADLINE.finditer(reading.prose.text):
        first, last = plan_years(han_number(match["plan"]))
        year = int(match["year"])
        if first <= year <= last or _BEGUN.search(match["between"] + match["done"]):
            continue
        yield Hit(
            match.start(),
            match.end(),
            f"{year}年不在“{match['plan']}五”期内",
            f"“{match['plan']}五”是{first}—{last}年",
            "核对年份，或写明分期实施",
        )


RULE = Rule(
    code="F12",
    name="deadline-outside-plan",
    title="完成时间在规划期之外",
    category="dates",
    severity="info",
    what="“‘十四五’期间……到2027年建成”：说的是规划期内的事，完成年份却在期外。",
    why="规划期内的目标应在期内完成，否则考核时无从计入。",
    silent="期内启动、开工、谋划而跨期建成的项目；远景目标。",
    bad=(
        Example("“十四五”期间，全县养老床位要有大的增加，到2028年达到3200张。", "2028年"),
        Example("“十三五”时期我市加快补齐水利短板，确保2023年底前建成两座水库。", "2023年"),
    ),
    good=(
        "“十四五”期间，全县养老床位要有大的增加，到2025年达到3200张。",
        "“十三五”时期我市加快补齐水利短板，确保2020年底前建成两座水库。",
    ),
    near=("“十四五”期间开工建设环湖快速路，到2027年建成通车；“十五五”期间，到2030年实现碳达峰。",),
    find=find,
)
