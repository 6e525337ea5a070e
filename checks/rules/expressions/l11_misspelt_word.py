"""L11: a word with one wrong character: 竟争, 撤底, 项日."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.expressions.misspelt import standard_misspellings
from extract import Reading

_MEANT = 4
"""A string that a document prints this often is a name of its own."""


def find(reading: Reading) -> Iterator[Hit]:
    """Yield misspelt words."""
    text = reading.prose.text
    for place in standard_misspellings().places(text):
        words = text[place.start : place.end]
        if text.count(words) >= _MEANT:
            continue
        wrong, right = next((a, b) for a, b in zip(words, place.right, strict=True) if a != b)
        yield Hit(
            place.start,
            place.end,
            f"“{words}”疑为“{place.right}”之误",
            f"“{wrong}”应为“{right}”，音近或形近致误",
            place.right,
        )


RULE = Rule(
    code="L11",
    name="misspelt-word",
    title="词语里的错别字",
    category="typo",
    severity="warning",
    what="常用词语里音近、形近的错字。词表在 checks/rules/expressions：misspelt_words.txt 收音近义混的错写，lookalikes.txt 收扫描识别和输入时的形近误认，一行一个词，可以增补。",
    why="拼音输入和扫描识别留下的错字读音、字形都与正字相近，通读时最容易滑过去。",
    silent="两个字分属前后两个词的（各自已经、科研究竟）；同一文件中出现四次以上的字串，多半是专名。",
    bad=(
        Example("各部门要撤底排查风险隐患，确保不留死角。", "撤底"),
        Example("全县新开工重点项日26个，完成投资18亿元。", "项日"),
        Example("机关干部要以服务群众为自已的责任。", "自已"),
    ),
    good=(
        "各部门要彻底排查风险隐患，确保不留死角。",
        "全县新开工重点项目26个，完成投资18亿元。",
        "机关干部要以服务群众为自己的责任。",
    ),
    near=("三个县各自已经建成一座净水厂，公交化改造惠及沿线村民，居民问题件件有回音。",),
    find=find,
)
