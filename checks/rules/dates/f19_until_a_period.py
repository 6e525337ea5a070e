"""F19: 至 or 到 in front of a whole period: 至“十四五”期间."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_UNTIL = late(
    r"[至到](?P<period>[“\"]?(?:十[一二三四五六]?|[六七八九])五[”\"]?|20[0-9]{2}年)(?:规划)?(?P<span>期间|时期)(?![末初内]|结束|前|的|以|中)"
)
_FROM = late("[从自由][^，。；！？\n]{0,16}$")
_VERB_BEFORE = (
    "得",
    "达",
    "直",
    "遇",
    "来",
    "回",
    "等",
    "做",
    "关系",
    "影响",
    "贯穿",
    "用",
    "涉",
    "谈",
    "提",
    "想",
    "看",
    "乃",
    "甚",
    "以",
    "推迟",
    "延续",
    "延长",
    "持续",
    "延伸",
    "顺延",
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield periods that stand where a point of time is needed."""
    text = reading.prose.text
    for match in _UNTIL.finditer(text):
        before = text[max(0, match.start() - 18) : match.start()]
        if _FROM.search(before) or before.endswith(_VERB_BEFORE):
            continue
        yield Hit(
            match.start(),
            match.end(),
            f"“{text[match.start()]}”后面应是时点，不是“{match['span']}”",
            "“期间”有头有尾，“到期间”说不清是期初还是期末",
            f"{text[match.start()]}{match['period']}末，或“{match['period']}{match['span']}”",
        )


RULE = Rule(
    code="F19",
    name="until-a-period",
    title="“至……期间”",
    category="wording",
    severity="info",
    what="“至‘十四五’期间”“到2025年期间”：后面跟的是一段时期，而不是时点。",
    why="读者不知道目标在期内哪一天兑现，考核也无从落笔。",
    silent="“从‘十三五’到‘十四五’期间”有起有止的；“到‘十四五’时期末”。",
    bad=(
        Example("至“十四五”期间，云溪县将建成高速公路三条。", "至“十四五”期间"),
        Example("到“十五五”时期，全市绿电占比达到60%。", "到“十五五”时期"),
    ),
    good=(
        "到“十四五”末，云溪县将建成高速公路三条。",
        "“十五五”时期，全市绿电占比达到60%。",
    ),
    near=("从“十三五”到“十四五”期间投资翻番，到“十五五”时期末建成，推迟到“十五五”期间实施。",),
    find=find,
)
