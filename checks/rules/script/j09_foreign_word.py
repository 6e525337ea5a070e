"""J09: an English function word between Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_MEANINGS = {
    "and": "和", "or": "或", "of": "的", "the": "", "in": "在", "to": "到", "with": "与", "for": "为", "from": "从",
    "by": "由", "on": "在", "at": "在", "as": "作为", "is": "是", "are": "是", "but": "但", "not": "不", "will": "将",
    "that": "", "which": "", "than": "比", "into": "到", "about": "关于", "between": "之间",
}  # fmt: skip
_WORD = late("[A-Za-z]+")
_BEFORE = late(f"(?:{HAN}|[”》）)%。，；、])")
_BLANKS = (" ", "\u3000", "\u00a0")
_AFTER = late(f"(?:{HAN}|[“《（])")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the words."""
    text = reading.document.text
    for match in _WORD.finditer(text):
        word = match[0]
        chinese = _MEANINGS.get(word.lower())
        if chinese is None or word.isupper():
            continue
        start, end = match.span()
        left = start - 1 if text[start - 1 : start] not in _BLANKS else start - 2
        right = end if text[end : end + 1] not in _BLANKS else end + 1
        if left >= 0 and _BEFORE.match(text, left) and _AFTER.match(text, right):
            suggestion = f"改为“{chinese}”" if chinese else "删去"
            yield Hit(start, end, f"中文句中夹有英文虚词“{word}”", "两侧均为汉字", suggestion)


RULE = Rule(
    code="J09",
    name="foreign-function-word",
    title="中文句中夹英文虚词",
    category="stray",
    severity="warning",
    what="查找两侧均为汉字的英文虚词，如 and、of、the。",
    why="公文使用规范汉字（国家通用语言文字法第九条）；虚词夹在中文之间多为机器翻译或录入残留。",
    silent="品牌、单位、缩略语、型号、英文书名和整句英文引文，不报。",
    bad=(
        Example("深入学习贯彻省委十五届六次全会 and 市委经济工作会议精神。", "and"),
        Example("全面提升the城市功能品质，加快补齐短板。", "the"),
    ),
    good=("深入学习贯彻省委十五届六次全会和市委经济工作会议精神。", "R&D经费支出占GDP比重达到2.8%。"),
    near=("引进Research and Development中心2家，打造IP、IN品牌，AT产业园开工。", "举办“Made in 青川”展会。"),
    reads="text",
    find=find,
)
