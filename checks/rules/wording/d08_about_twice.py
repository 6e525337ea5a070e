"""D08: 约 in front of a number and 左右 behind it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.bound_words import doubly_bounded
from extract import Reading


def find(reading: Reading) -> Iterator[Hit]:
    """Yield numbers that are called approximate twice."""
    text = reading.prose.text
    for bounded in doubly_bounded(reading):
        if (bounded.before_side, bounded.after_side) in (
            ("about", "about"),
            ("near", "about"),
            ("about", "over"),
        ):
            words = text[bounded.start : bounded.end]
            yield Hit(
                bounded.start,
                bounded.end,
                f"“{words}”里的“{bounded.before}”与“{bounded.after}”都表示约数",
                "一个词就够了；有的辞书认可两词并用，故只作提示",
                f"去掉“{bounded.before}”或“{bounded.after}”",
            )


RULE = Rule(
    code="D08",
    name="about-twice",
    title="约数词叠用",
    category="wording",
    severity="info",
    what="“约300人左右”“大约30余家”这类两个约数词夹着一个数的写法。",
    why="语义重复。辞书和编校界对此有争议，所以只作提示。",
    silent="只有一个约数词；预约、签约等词中的“约”。",
    bad=(
        Example("培训班预计约300人左右参加。", "约300人左右"),
        Example("沿线分布着大约30余家农家乐。", "大约30余家"),
    ),
    good=(
        "培训班预计约300人参加。",
        "沿线分布着30余家农家乐。",
    ),
    near=("景区每天接受预约300人左右。",),
    find=find,
)
