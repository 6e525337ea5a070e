"""H05: a headline that a page repeats as caption of its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit, Severity
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_BLANKS = late(r"\s+")
_SHORTEST = 7
_OFTEN = 3
_HEADLINE = 12
_BRACKETS = ("(", "（", "【", "[")


def find(reading: Reading) -> Iterator[Hit]:
    """Find lines that stand again as furniture, one finding for each wording."""
    text = reading.prose.text
    places: dict[str, list[tuple[int, int]]] = {}
    captions: set[str] = set()
    for paragraph in reading.outline.paragraphs:
        if paragraph.kind in ("caption", "body", "heading") and paragraph.end - paragraph.start <= 120:
            words = _BLANKS.sub("", text[paragraph.start : paragraph.end])
            places.setdefault(words, []).append((paragraph.start, paragraph.end))
            if paragraph.kind == "caption":
                captions.add(words)
    for words in places:
        spans = places[words]
        if words in captions and len(spans) > 1 and len(words) >= _SHORTEST:
            start, end = spans[1]
            others = (spans[0], *spans[2:])
            yield Hit(
                start,
                end,
                f"同一行文字出现{len(spans)}次，像是标题被当作图注重复",
                "",
                "",
                others,
                _severity(words, len(spans)),
            )


def _severity(words: str, times: int) -> Severity | None:
    """A headline of some length that stands again and again stops the reader; a short line may belong there."""
    return (
        "warning" if times >= _OFTEN and len(words) >= _HEADLINE and not words.startswith(_BRACKETS) else None
    )


RULE = Rule(
    code="H05",
    name="repeated-caption",
    title="标题、图注在页面中反复出现",
    category="repetition",
    severity="info",
    what="标题、图注一类的短行在页面中单独成段再次出现，只报一处，其余位置列为相关；十二个字以上、三次以上的是警告。",
    why="网页抓取时标题常被当作每张图片的说明，应在发布前清除，也以免干扰其他核对。",
    silent="只出现一次的；带序号的标题；成句的文字和以冒号结尾的引导行。",
    bad=(
        Example(
            "青川市部署四季度经济工作\n会议今天召开。\n青川市部署四季度经济工作\n会议强调要抓项目。\n青川市部署四季度经济工作\n会议还研究了其他事项。",
            "青川市部署四季度经济工作",
        ),
        Example(
            "云溪春茶开采忙\n茶农上山了。\n云溪春茶开采忙\n新茶上市了。\n云溪春茶开采忙\n客商来了。\n云溪春茶开采忙",
            "云溪春茶开采忙",
        ),
    ),
    good=(
        "青川市部署四季度经济工作\n会议今天召开。",
        "一、云溪春茶\n茶农上山了。\n二、青川夏粮\n新麦上市了。",
    ),
    near=("青川市：\n增长。\n青川市：\n下降。\n青川市：\n持平。",),
    find=find,
)
