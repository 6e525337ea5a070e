"""Indicators: the noun phrase that a number measures, and its canonical name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from extract.late import late

# What a growth of an indicator may be recomputed from follows from its class; the classes are explained in
# indicators.tsv. An indicator that the lexicon lacks gets a class from its last words, the most telling first.
_CLASS_BY_ENDING = (
    ("增加值", "real"),
    ("生产总值", "real"),
    ("劳动生产率", "real"),
    ("总产值", "comparable"),
    ("产值", "comparable"),
    ("营业收入", "comparable"),
    ("营收", "comparable"),
    ("投资", "comparable"),
    ("利润", "comparable"),
    ("余额", "stock"),
    ("保有量", "stock"),
    ("产量", "physical"),
    ("吞吐量", "physical"),
    ("用电量", "physical"),
    ("进出口", "nominal_weak"),
    ("出口", "nominal_weak"),
    ("零售额", "nominal_weak"),
    ("率", "rate"),
    ("比重", "rate"),
    ("占比", "rate"),
    ("比例", "rate"),
)

_SCOPES = (
    ("规模以上", "规上"),
    ("规上", "规上"),
    ("限额以上", "限上"),
    ("限上", "限上"),
    ("市本级", "市本级"),
    ("县本级", "县本级"),
    ("省本级", "省本级"),
    ("本级", "本级"),
    ("市区", "市区"),
    ("全社会", "全社会"),
    ("全口径", "全口径"),
    ("户籍", "户籍"),
    ("常住", "常住"),
)

_QUALIFIERS = late(
    r"^(?:全[国省市县区州镇]|我[国省市县区]|本[省市县区]|实现|完成|累计|全年|预计|新增|的|其中|年末|期末|人均(?=全体))+"
)
_VERBS = late("累计|实现|完成|共计")
MARKS = str.maketrans("", "", "“”\"'‘’（）() 　的")


class Indicator(NamedTuple):
    """One entry of the lexicon.

    Attributes:
        key: Canonical name.
        price_class: How its growth is computed: real, comparable, nominal_weak, nominal, stock, physical or rate.
    """

    key: str
    price_class: str


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Indicator]:
    """The known indicators by name and alias, without marks and blanks."""
    table: dict[str, Indicator] = {}
    text = Path(__file__).with_name("indicators.tsv").read_text(encoding="utf-8")
    for line, bare in zip(text.splitlines(), text.translate(MARKS).splitlines(), strict=True):
        if line.startswith("#"):
            continue
        key, price_class = line.split("\t", 2)[:2]
        name, _, *aliases = bare.split("\t")
        indicator = table[name] = Indicator(key, price_class)
        if aliases:
            table.update(dict.fromkeys(aliases[0].split("|"), indicator))
    return table


def canonical(words: str) -> tuple[str | None, str | None]:
    """The canonical name and the class of an indicator.

    Args:
        words: The document's own words, cut to the noun phrase.

    Returns:
        The name, ``None`` where the lexicon does not know it, and the class, ``None`` where nothing tells it. A name is
        known only as a whole: 重点产业增加值 is not 增加值, and 新增贷款 is no balance.
    """
    table = lexicon()
    bare = words.translate(MARKS)
    for candidate in (bare, _VERBS.sub("", _QUALIFIERS.sub("", bare))):
        found = table.get(candidate)
        if found is None and candidate.endswith(("增速", "增幅", "涨幅", "降幅", "总量", "规模")):
            found = table.get(candidate[:-2])
        if found is not None and not (found.price_class == "stock" and bare.startswith("新")):
            return found.key, found.price_class
    for ending, price_class in _CLASS_BY_ENDING:
        if bare.endswith(ending):
            return None, price_class
    return None, None


def scope_of(words: str) -> str | None:
    """The statistical scope that an indicator's words name (规上, 限上, 市本级 …)."""
    for printed, scope in _SCOPES:
        if printed in words:
            return scope
    return None
