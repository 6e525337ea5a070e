"""D16: Chinese and Arabic numerals in one series of like things: 新建3所、改建五所."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.standard import before_the_standard
from extract import Reading
from extract.han import HAN
from extract.late import late
from extract.quantity import Quantity

_BETWEEN = late(f"{HAN}{{0,8}}[、，]{HAN}{{0,8}}")
_TENS = late("[二三四五六七八九]?十[一二三四五六七八九]")
_VAGUE = frozenset("几十百千万亿半余多来")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield the Chinese numeral of a series whose neighbours with the same unit are Arabic."""
    text = reading.prose.text
    found: list[tuple[Quantity, Quantity]] = []
    before: Quantity | None = None
    for quantity in reading.quantities:
        if quantity.role != "claim" or not quantity.unit_printed or quantity.numeral.shape != "single":
            before = None
            continue
        if (
            before is not None
            and before.numeral.arabic != quantity.numeral.arabic
            and before.unit_printed == quantity.unit_printed
            and quantity.start - before.end <= 18
            and _BETWEEN.fullmatch(text, before.end, quantity.start)
        ):
            chinese = before if quantity.numeral.arabic else quantity
            if _plain(text[chinese.start : chinese.numeral.end]):
                found.append((chinese, quantity if chinese is before else before))
        before = quantity
    if found and not before_the_standard(reading):
        for chinese, arabic in found:
            value = chinese.numeral.values[0]
            yield Hit(
                chinese.start,
                chinese.end,
                "同一列举里汉字数字与阿拉伯数字混用",
                f"相邻的“{text[arabic.start : arabic.end]}”用了阿拉伯数字",
                f"{value}{chinese.unit_printed}",
                ((arabic.start, arabic.end),),
            )


def _plain(numeral: str) -> bool:
    """Whether a Chinese numeral counts like 五 or 十二; 一 and 两 are the usual words for their numbers."""
    return (
        numeral not in ("一", "两", "半")
        and (not _VAGUE.intersection(numeral[:-1]) or _TENS.fullmatch(numeral) is not None)
        and numeral[-1] not in "几半余多来百千万亿"
    )


RULE = Rule(
    code="D16",
    name="mixed-numerals",
    title="数字体例混用",
    category="wording",
    severity="info",
    what="并列的几个数量，单位相同而有的用汉字数字、有的用阿拉伯数字。",
    why="GB/T 15835—2011：同一场合出现的数字，形式应当一致。",
    silent="一、两、半等习惯用汉字的数；几十、十几等概数；1996年以前的文件。",
    bad=(
        Example("全年新建幼儿园3所、改建五所、扩建12所。", "五所"),
        Example("配备教练4名，新增裁判六名。", "六名"),
    ),
    good=(
        "全年新建幼儿园3所、改建5所、扩建12所。",
        "配备教练四名，新增裁判六名。",
    ),
    near=("全年新建幼儿园3所、改建两所，另有几十所完成修缮。",),
    find=find,
)
