"""E08: a unit printed twice or cut short: 4万吨吨标煤, 35亿元元, 2个百分."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_DOUBLED = late(
    "元元|吨吨(?!位|公里)|亿亿(?!斤)|%%|‰‰|亩亩(?!均)|公里公里|公顷公顷|平方米平方米|立方米立方米|千瓦千瓦|千瓦时千瓦时|户户(?![均有主籍])"
    "|家家(?![户都有庭园居长具电政教])|台台(?![数式])|套套(?![均餐装])|座座|所所(?![有得属])|辆辆|名名(?![师医企牌校家人录中老])|项项(?!目)|个个(?![体人性都]|百分|案)"
    "|人人(?![均才民大口员都有数享参]|次)|岁岁|倍倍|美元美元|万元万元|亿元亿元|万人万人|个百分点点|个个百分点|百分点百分点"
)
_CLIPPED = late(
    "个百分(?![点之比制数位率号])|个百点|个分点|百分占(?=[，。；、])|[0-9][万亿][无园原量顿](?=[，。；、！,;)）])"
)
_MEANT = {"无": "元", "园": "元", "原": "元", "量": "辆", "顿": "吨"}
_NUMERAL = frozenset("0123456789十百千万亿几半余多数")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield units that stand twice or lack their end, right behind a numeral."""
    text = reading.prose.text
    for match in _DOUBLED.finditer(text):
        if text[max(0, match.start() - 1) : match.start()] not in _NUMERAL or match.start() == 0:
            continue
        words = match[0]
        half = words[: len(words) // 2]
        single = half if half * 2 == words else "个百分点"
        yield Hit(match.start(), match.end(), f"“{words}”重复", "单位写了两遍", single)
    for match in _CLIPPED.finditer(text):
        words = match[0]
        if words.startswith("个") and text[max(0, match.start() - 1) : match.start()] not in _NUMERAL:
            continue
        meant = _MEANT.get(words[-1])
        right = words[:-1] + meant if meant else "个百分点" if words[0] == "个" else "百分点"
        yield Hit(match.start(), match.end(), f"“{words}”不是完整的单位", "掉字或错字", right)


RULE = Rule(
    code="E08",
    name="doubled-unit",
    title="单位重复或残缺",
    category="units",
    severity="warning",
    what="数字后面的单位写了两遍（吨吨、元元、亿亿、%%），或掉字错字（个百分、亿无、万量）。",
    why="改动单位时最常留下的痕迹，有时连数量级也随之出错。",
    silent="个个、家家、人人等叠词，吨位、户均、个体等词。",
    bad=(
        Example("全年节约能源4万吨吨标煤。", "吨吨"),
        Example("城镇化率提高1.2个百分，达到65%。", "个百分"),
        Example("全县新能源汽车保有量达到2.4万量，充电桩同步增加。", "2.4万量"),
    ),
    good=(
        "全年节约能源4万吨标煤。",
        "城镇化率提高1.2个百分点，达到65%。",
    ),
    near=("全县3万户户均增收2000元，120家家庭农场、5个个体户受到表彰。",),
    find=find,
)
