"""D06: two bound words that contradict each other around one number: 最多50人以上, 不到30个左右."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.bound_words import PLAIN, Bounded, doubly_bounded
from extract import Reading

_SAID = {
    "floor": "说不少于这个数",
    "ceiling": "说不超过这个数",
    "near": "说还不到这个数",
    "about": "说上下都可以",
    "over": "说比这个数多",
}
_OPPOSITE = frozenset({("ceiling", "floor"), ("ceiling", "over"), ("floor", "ceiling")})
_UNCLEAR = frozenset(
    {
        ("near", "over"),
        ("near", "floor"),
        ("ceiling", "about"),
        ("floor", "about"),
        ("about", "floor"),
        ("about", "ceiling"),
        ("near", "ceiling"),
    }
)
_COMPARING = frozenset({"低于", "高于", "超过", "少于", "多于", "大于", "小于", "超", "接近"})
_TIME = frozenset({"time", "age"})


def find(reading: Reading) -> Iterator[Hit]:
    """Yield numbers whose two bound words cannot both hold."""
    text = reading.prose.text
    for bounded in doubly_bounded(reading):
        sides = (bounded.before_side, bounded.after_side)
        if sides in _OPPOSITE:
            if not bounded.closes and (
                bounded.before in _COMPARING or (bounded.after_side != "over" and bounded.before not in PLAIN)
            ):
                continue
            severity = None
        elif sides in _UNCLEAR and not _recent(bounded):
            loose = bounded.after_side in ("about", "over") and text[bounded.end : bounded.end + 1] != "的"
            if not bounded.closes and (
                (bounded.before in _COMPARING and not loose) or bounded.after_side in ("floor", "ceiling")
            ):
                continue
            severity = "warning"
        else:
            continue
        words = text[bounded.start : bounded.end]
        yield Hit(
            bounded.start,
            bounded.end,
            f"“{words}”里的“{bounded.before}”与“{bounded.after}”矛盾",
            f"“{bounded.before}”{_SAID[bounded.before_side]}，“{bounded.after}”{_SAID[bounded.after_side]}",
            "两个界限词只留一个",
            severity="warning" if severity else None,
        )


def _recent(bounded: Bounded) -> bool:
    """近十余年 speaks of the years until now, not of a number nearly reached."""
    unit = bounded.quantity.unit
    return bounded.before == "近" and unit is not None and unit.dimension in _TIME


RULE = Rule(
    code="D06",
    name="contradictory-bounds",
    title="界限词互相矛盾",
    category="wording",
    severity="error",
    what="同一个数前后两个界限词方向相反（最多……以上，错误），或一个说有界、一个说大约（近……余，不到……左右，警告）。",
    why="前后两个词一真一假，读者无法知道究竟是多于还是少于（《现代汉语词典》、新闻出版编校规范）。",
    silent="界限词分属两个数的，如“亿元以上项目180个以上”；“近十余年”说的是时间远近；签约、节约、附近等词中的字。",
    bad=(
        Example("临江区培育专精特新企业近400余家。", "近400余家"),
        Example("每个教学班最多50人以上，确保教学质量。", "最多50人以上"),
    ),
    good=(
        "临江区培育专精特新企业近400家。",
        "每个教学班最多50人，确保教学质量。",
    ),
    near=("全年签约5亿元以上项目26个，近十余年来引进亿元以上项目180个以上，涨幅低于3%左右的预期目标。",),
    find=find,
)
