"""J03: pinyin in brackets behind characters, left by a reading aid of a web page."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.places import gather, listed
from extract import Reading
from extract.late import late
from extract.normalise import spans

_STOP = late("[。！？；\n]")
_SHOWN = 60


def find(reading: Reading) -> Iterator[Hit]:
    """Find the glosses that normalisation cut out, all of them in one hit."""
    text = reading.document.text
    glosses = spans(reading.prose.cuts, "gloss")
    if not glosses:
        return
    places = [(start - 1, end) for start, end in glosses]
    words = listed([text[start:end] for start, end in places], 5)
    yield gather(
        places,
        f"全文有{len(places)}处汉字后夹有拼音注音：{words}",
        "常用字后成批出现带声调的单音节，系网页注音插件的残留",
        f"删去全部注音，例如“{_cleaned(text, glosses)}”",
    )


def _cleaned(text: str, glosses: list[tuple[int, int]]) -> str:
    """The words around the first gloss without any gloss."""
    first = glosses[0][0]
    begin = max((match.end() for match in _STOP.finditer(text, max(0, first - _SHOWN), first)), default=0)
    begin = max(begin, first - _SHOWN)
    pieces, position = [], begin
    for start, end in glosses:
        if start > first + 2 * _SHOWN:
            break
        pieces.append(text[position:start])
        position = end
    pieces.append(text[position : position + _SHOWN])
    return _STOP.split("".join(pieces))[0][:_SHOWN]


RULE = Rule(
    code="J03",
    name="pinyin-gloss",
    title="汉字后夹有拼音",
    category="script",
    severity="warning",
    what="查找汉字后括号内带声调的单个拼音音节，全文五处以上时合并报一条，列出全部位置并给出删去后的文字。",
    why="注音打断词语，检索、核对和朗读都会出错；系网页转换插件所留，不是正文。",
    silent="全文不足五处时视为作者给冷僻字加的注音，不报。",
    bad=(
        Example("會(huì)議強(qiáng)調(diào)，要穩(wěn)住經(jīng)濟(jì)大盤。", "會(huì)"),
        Example("质(zhì)量、数(shù)量、总(zǒng)量、产(chǎn)量、销(xiāo)量均有增长。", "产(chǎn)"),
    ),
    good=("會議強調，要穩住經濟大盤。", "质量、数量、总量、产量、销量均有增长。"),
    near=("坐落在旮(gā)旯(lá)里的小村，今年也通了公路。",),
    reads="text",
    find=find,
)
