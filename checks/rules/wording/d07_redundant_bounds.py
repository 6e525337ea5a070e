"""D07: two bound words that say the same around one number: 超过100亿元以上."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.bound_words import doubly_bounded
from extract import Reading

_SAME = frozenset({("floor", "floor"), ("ceiling", "ceiling"), ("floor", "over")})
# These never compare with a class of things (超过500人以上企业), so a noun may follow.
_PLAIN = frozenset({"至少", "最少", "起码", "不少于", "不低于", "至多", "最多", "不超过", "不多于", "不高于"})
_LEVELS = frozenset({"站上", "站稳", "迈上", "跨过", "跨越", "上", "过", "突破"})


def find(reading: Reading) -> Iterator[Hit]:
    """Yield numbers that are bounded twice to the same side."""
    text = reading.prose.text
    for bounded in doubly_bounded(reading):
        if (bounded.before_side, bounded.after_side) not in _SAME or bounded.before in _LEVELS:
            continue
        if not bounded.closes and bounded.before not in _PLAIN and bounded.after_side != "over":
            continue
        words = text[bounded.start : bounded.end]
        yield Hit(
            bounded.start,
            bounded.end,
            f"“{words}”里的“{bounded.before}”与“{bounded.after}”重复",
            "两个词说的是同一个方向的界限",
            f"去掉“{bounded.before}”或“{bounded.after}”",
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
