"""D09: a direction word in front of a negative number: 下降-3%, 增长-3%."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_NEGATIVE = late(
    r"(?P<verb>下降|减少|降低|回落|下跌|下滑|收窄|增长|增加|上升|提高)了?(?:近|约)?[-−](?P<number>[0-9]{1,4}(?:\.[0-9]{1,4})?)"
    r"(?P<unit>%|‰|个?百分点|[千万亿]{0,2}(?:元|美元|吨|人次?|户|家|件|起|辆|台|亩))(?![-—~～至到])"
)
_RISE = frozenset({"增长", "增加", "上升", "提高"})


def find(reading: Reading) -> Iterator[Hit]:
    """Yield direction words with a negative number; a fall by a negative number says the opposite of itself."""
    text = reading.prose.text
    for match in _NEGATIVE.finditer(text):
        change = match["number"] + match["unit"]
        if match["verb"] in _RISE:
            yield Hit(
                match.start(),
                match.end(),
                "“增长”后面是负数",
                "负增长在行文中写“下降”，负号只用于表格和“增速为”之后",
                f"下降{change}",
            )
        else:
            yield Hit(
                match.start(),
                match.end(),
                f"“{match['verb']}”后面又是负数，等于说上升",
                f"{match['verb']}-{change}按字面是上升{change}",
                f"{match['verb']}{change}",
                severity="error",
            )


RULE = Rule(
    code="D09",
    name="negative-change",
    title="升降词后面跟负数",
    category="wording",
    severity="warning",
    what="“下降-3%”（错误）和“增长-3%”（警告）。",
    why="方向已由升降词说明，再加负号就相互抵消，读者无法判断真实方向。",
    silent="“增速为-3%”、表格中的负数和“-3%至5%”这样的区间。",
    bad=(
        Example("前三季度，青川市进口总额同比下降-3.2%。", "下降-3.2%"),
        Example("云溪县房地产开发投资增长-6.5%，降幅收窄。", "增长-6.5%"),
    ),
    good=(
        "前三季度，青川市进口总额同比下降3.2%。",
        "云溪县房地产开发投资增速为-6.5%。",
    ),
    near=("预计全年物价涨幅回落，增长-1%~2%都在正常范围内。",),
    find=find,
)
