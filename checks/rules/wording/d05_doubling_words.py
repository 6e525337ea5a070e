"""D05: 番, 翻 and 倍 mixed up: 翻了3倍, 翻一翻, 增长两番."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_COUNT = "[0-9]{1,3}(?:\\.[0-9]{1,2})?|[一二两三四五六七八九十几]{1,2}"
_TIMES = late(rf"翻(?:了|上|了近|了约|近|约)?(?P<number>{_COUNT})倍")
_TURNS = late(r"翻(?:了|上)?(?P<number>[一二两三四]|[0-9])翻(?=[，。；、！的,;]|以上|$)")
_GROWTH = late(r"(?:增长|增加|提高)了?(?P<number>[0-9]|[一二两三四])番(?![^，。；]{0,4}[努苦心])")
_SINGLE = frozenset({"1", "一"})


def find(reading: Reading) -> Iterator[Hit]:
    """Yield doublings in the wrong word."""
    text = reading.prose.text
    if "翻" in text:
        for match in _TIMES.finditer(text):
            if match["number"] not in _SINGLE or text.startswith("半", match.end()):
                yield Hit(
                    match.start(),
                    match.end(),
                    "“翻”与“倍”不能连用",
                    f"翻一番是原来的2倍，翻两番是4倍；“翻{match['number']}倍”说不清是几倍",
                )
        for match in _TURNS.finditer(text):
            number = match["number"]
            yield Hit(match.start(), match.end(), "量词应为“番”", "翻几番的“番”写成了“翻”", f"翻{number}番")
    if "番" in text:
        for match in _GROWTH.finditer(text):
            number = match["number"]
            yield Hit(
                match.start(),
                match.end(),
                "“番”只与“翻”搭配",
                "翻一番是原来的2倍，翻两番是4倍",
                f"翻{number}番",
            )


RULE = Rule(
    code="D05",
    name="doubling-words",
    title="“翻”“番”“倍”相混",
    category="wording",
    severity="warning",
    what="“翻了3倍”“翻一翻”“增长两番”这类把翻番与倍数混用的写法。",
    why="翻n番是2的n次方倍，与“增长n倍”是两回事，混用后读者无从知道实数（国家统计局指标解释）。",
    silent="翻一番、翻两番、翻倍，以及口语中的“翻了一倍”。",
    bad=(
        Example("五年来，云溪县茶叶产值翻了3倍。", "翻了3倍"),
        Example("到2027年，全市专利授权量要翻一翻，力争居全省前列。", "翻一翻"),
    ),
    good=(
        "五年来，云溪县茶叶产值增长了3倍。",
        "到2027年，全市专利授权量要翻一番，力争居全省前列。",
    ),
    near=("展览馆的旧相册值得翻一翻看一看，旅客量翻倍增长。",),
    find=find,
)
