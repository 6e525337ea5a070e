"""L05: a fixed expression with one wrong character: 轻重缓解."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.expressions.lexicon import Lexicon, NearMiss, lexicon_with
from checks.rules.expressions.own_list import OwnExpressions
from extract import Reading

_MEANT = 3
"""A string that a document prints this often is its own coinage."""


def find(reading: Reading) -> Iterator[Hit]:
    """Yield expressions that are one character off."""
    yield from _misses(lexicon_with(OwnExpressions()), reading)


def with_own(own: OwnExpressions) -> Rule:
    """The rule with a desk's own expressions besides those that come with heshu."""
    return replace(RULE, find=partial(_misses, lexicon_with(own)))


def _misses(lexicon: Lexicon, reading: Reading) -> Iterator[Hit]:
    text = reading.prose.text
    for miss in lexicon.near_misses(text):
        words = text[miss.start : miss.end]
        if text.count(words) >= _MEANT:
            continue
        yield Hit(
            miss.start,
            miss.end,
            f"“{words}”疑为“{miss.expression}”之误",
            _difference(words, miss),
            miss.expression,
        )


def _difference(words: str, miss: NearMiss) -> str:
    if len(words) == len(miss.expression):
        place = miss.at - miss.start
        return f"固定表达只差一个字：“{words[place]}”应为“{miss.expression[place]}”"
    return "与固定表达相比多字或缺字"


RULE = Rule(
    code="L05",
    name="fixed-expression",
    title="固定表达错一个字",
    category="typo",
    severity="warning",
    what="成语和公文固定提法中只有一个字不同的字串；十个字以上的提法，中间缺一个词也报。词表在 checks/rules/expressions：expressions.txt 收不能改换一字的表达，misspellings.txt 收其余表达的常见错写，都是一行一条。本单位的用语写在自己的文本文件里，在策略中以 expressions = '文件名' 指明：一行一条固定表达，或“错写 正写”，或“!”加不报的字串，“#”之后是说明。",
    why="固定表达改动一个字多半是同音、形近或联想造成的录入错误。",
    silent="variants.txt 收录的正当变体；同一文件中出现三次以上的自造语；差异处是“的、了、与、和”等虚字，词语在此断开。",
    bad=(
        Example("项目安排要分清轻重缓解，把有限的资金用在刀刃上。", "轻重缓解"),
        Example("各部门要再接再励，确保全年任务完成。", "再接再励"),
    ),
    good=(
        "项目安排要分清轻重缓急，把有限的资金用在刀刃上。",
        "各部门要再接再厉，确保全年任务完成。",
    ),
    near=("坚持稳中有进、因村制宜，前仆后继，破除形式主义，饮水水源地得到保护。",),
    find=find,
)
