"""D07: two bound words that say the same around one number: 超过100亿元以上."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.bound_words import PLAIN, doubly_bounded
from extract import Reading
from extract.han import HAN
from extract.late import late

_SAME = frozenset({("floor", "floor"), ("ceiling", "ceiling"), ("floor", "over")})
_OVER_AND_FLOOR = late(f"[0-9百千万亿](?P<over>[余多])(?:{HAN}){{0,3}}?(?P<floor>以上)(?=[，。；、！,;)]|$)")
_AT_LEAST = late(
    rf"(?P<over>至少|最少|起码)(?:要|应|需)?(?:达到?|有|完成|实现|安排|保证|覆盖|投入|投资|增加|新增|配备|建设|培育|引进)[0-9][0-9,.]{{0,12}}(?:%|{HAN}{{1,4}}?)?(?P<floor>以上)"
)
_LEVELS = frozenset({"站上", "站稳", "迈上", "跨过", "跨越", "上", "过", "突破"})


def find(reading: Reading) -> Iterator[Hit]:
    """Yield numbers that are bounded twice to the same side."""
    text = reading.prose.text
    for bounded in doubly_bounded(reading):
        if (bounded.before_side, bounded.after_side) not in _SAME or bounded.before in _LEVELS:
            continue
        loose = bounded.before not in PLAIN and text[bounded.end : bounded.end + 1] != "的"
        if not bounded.closes and loose and bounded.after_side != "over":
            continue
        words = text[bounded.start : bounded.end]
        yield Hit(
            bounded.start,
            bounded.end,
            f"“{words}”里的“{bounded.before}”与“{bounded.after}”重复",
            "两个词说的是同一个方向的界限",
            f"去掉“{bounded.before}”或“{bounded.after}”",
        )
    for pattern in (_OVER_AND_FLOOR, _AT_LEAST):
        for match in pattern.finditer(text):
            start = match.start() if pattern is _AT_LEAST else match.start("over") - 1
            yield Hit(
                start,
                match.end("floor"),
                f"“{match['over']}”与“以上”重复",
                "两个词说的是同一个方向的界限",
                f"去掉“{match['over']}”或“以上”",
            )


RULE = Rule(
    code="D07",
    name="redundant-bounds",
    title="界限词重复",
    category="wording",
    severity="warning",
    what="同一个数前后两个界限词方向相同：超过……以上、至少……以上、不超过……以内。",
    why="两个词只需要一个；重复往往是改稿时留下的，原来的数可能也改过。",
    silent="“达到……以上”；界限词属于名词的，如“超过500人以上企业的平均水平”；签约、节约等词中的字。",
    bad=(
        Example("全年完成技术改造投资超过100亿元以上。", "超过100亿元以上"),
        Example("每个乡镇至少建成5家以上助餐点，每点不少于20张以上床位。", "不少于20张以上"),
    ),
    good=(
        "全年完成技术改造投资超过100亿元。",
        "每个乡镇至少建成5家助餐点，每点床位20张以上。",
    ),
    near=("全市签约5亿元以上，完成投资达到100亿元以上，户均收入超过500人以上企业的平均水平。",),
    find=find,
)
