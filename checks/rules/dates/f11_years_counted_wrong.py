"""F11: a range of years and the number of years that it is said to be."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.enumerators import han_number
from extract.late import late

_COUNTED = late(
    r"(?P<first>(?:19|20)[0-9]{2})年?(?P<to>[-—~至到]{1,2})(?P<last>(?:19|20)[0-9]{2})年[，,]?(?:这|的|共)?"
    r"(?P<count>[一二两三四五六七八九十]{1,3}|[0-9]{1,2})年(?:来|间|时间|期间|里|中(?!期)|累计|共)"
)
_SPAN = frozenset("至到")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield ranges whose number of years is another one."""
    for match in _COUNTED.finditer(reading.prose.text):
        years = int(match["last"]) - int(match["first"])
        said = han_number(match["count"].replace("两", "二"))
        allowed = (years, years + 1) if match["to"][0] in _SPAN else (years + 1,)
        if years > 0 and said not in allowed:
            yield Hit(
                match.start(),
                match.end(),
                f"{match['first']}—{match['last']}年不是{match['count']}年",
                f"首尾都算是{years + 1}年，相减是{years}年",
                f"{years + 1}年",
            )


RULE = Rule(
    code="F11",
    name="years-counted-wrong",
    title="年份区间与年数不符",
    category="dates",
    severity="warning",
    what="“2016—2020年四年来”这类年份区间后面紧跟的年数。用“—”连接的首尾都算；用“至”“到”的，首尾都算或相减都接受。",
    why="年数决定了年均增速怎么算，多一年少一年结果不同。",
    silent="年数与区间隔开的句子。",
    bad=(
        Example("2016—2020年四年来，云溪县累计造林6.3万亩。", "2016—2020年四年来"),
        Example("2021年至2025年三年间，全市新增停车位2.4万个。", "2021年至2025年三年间"),
    ),
    good=(
        "2016—2020年五年来，云溪县累计造林6.3万亩。",
        "2021年至2025年五年间，全市新增停车位2.4万个。",
    ),
    near=("2020年到2024年四年间，全市新增停车位2.4万个。",),
    find=find,
)
