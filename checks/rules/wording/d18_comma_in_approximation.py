"""D18: the mark 、 inside an approximate number: 三、四个月."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.standard import before_the_standard
from extract import Reading
from extract.late import late

_DIGITS = "一二三四五六七八九"
_PAIR = late(
    r"、(?P<high>[二三四五六七八九])"
    r"(?P<measure>个(?:多?月|小时|星期|季度|人)|年(?:时间|内|间|来|前|后|以|就|，|。)|天|十(?!五|[一二三四六七八九]?、)|百(?=[个人名家公元户万多])|千(?=[个人名家公元户万多])|万(?=[人元户吨亩])|倍|岁|公里|里路|小时|分钟|人(?![民均才大社类事]))"
)
_NO_APPROXIMATION = frozenset("0123456789一二三四五六七八九十、第百千万年月")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield approximate numbers with 、 between their digits."""
    text = reading.prose.text
    found = [match for match in _PAIR.finditer(text) if _follows(text, match.start(), match["high"])]
    if not found or before_the_standard(reading):
        return
    for match in found:
        low = text[match.start() - 1]
        yield Hit(
            match.start() - 1,
            match.end("high"),
            "相邻两个数字表示概数，中间不加顿号",
            f"“{low}、{match['high']}”读作并列的两个数，概数应连写",
            low + match["high"],
        )


def _follows(text: str, comma: int, high: str) -> bool:
    """Whether the digit in front of the mark is the one below, and no part of a longer numeral or list."""
    low = text[comma - 1 : comma]
    if not low or low not in _DIGITS or _DIGITS.index(high) - _DIGITS.index(low) != 1:
        return False
    return text[max(0, comma - 2) : comma - 1] not in _NO_APPROXIMATION


RULE = Rule(
    code="D18",
    name="comma-in-approximation",
    title="概数中间加了顿号",
    category="wording",
    severity="info",
    what="“三、四个月”“七、八十人”这类相邻数字连用表示概数时的顿号。",
    why="GB/T 15835—2011：两数连用表示概数时，两数之间不用顿号隔开。",
    silent="二、三产业，一、二级，七、八月份等真正的并列；1996年以前的文件。",
    bad=(
        Example("改造工程预计三、四个月完工，惠及周边居民。", "三、四"),
        Example("每个网格配备七、八十名志愿者，轮流值守。", "七、八"),
    ),
    good=(
        "改造工程预计三四个月完工，惠及周边居民。",
        "每个网格配备七八十名志愿者，轮流值守。",
    ),
    near=("第二、三产业融合发展，一、二级响应分别由市、县启动，七、八月份雨水集中。",),
    find=find,
)
