"""Script and width: one character for one, so that every document is matched in simplified, half-width form.

The tables come from the character dictionaries of OpenCC (package ``opencc-python-reimplemented``). Folding serves
matching alone: it errs on names (乾安, 於潛), which is why people are shown the text as read.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from extract.document import Script
from extract.late import late

_FOLDED_WIDTH = {
    chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "！，：；？"
} | {
    "￥": "¥",
    "￡": "£",
    "￠": "¢",
    "﹪": "%",
    "﹣": "-",
    "﹢": "+",
    "∶": ":",
    "︰": ":",
    "﹕": "：",
    "〜": "~",
}
# Radicals that carry no compatibility mapping in Unicode, yet stand for characters where PDF text is extracted.
_RADICALS = dict(
    zip(
        "⺁⺈⺊⺌⺎⺕⺗⺝⺟⺠⺩⺪⺬⺮⺶⺷⺸⺼⺾⻁⻃⻄⻅⻆⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂刀卜小兀彐心月母民王疋示竹羊羊羊肉艹虎西西见角贝车辶辶辶钅长长长门阜青韦页风飞食食马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟",
        strict=True,
    )
)
# Traditional characters that the dictionary of characters leaves out.
_LEFT_OUT = dict(zip("擡簷痺伕牠暱揹", "抬檐痹夫它昵背", strict=True))
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"

# Characters that both scripts write: what they become depends on the word.
_BY_WORD = late(
    "乾(?![隆坤嘉元县卦清陵道安旦宅造])(?<!康乾)"
    "|瞭(?:(?=[解然如若])|(?<=明瞭))"
    "|覆(?:(?<=[答回函批反申重]覆)|(?=[信函核]))"
    "|藉(?:(?<=[凭慰]藉)|(?=[以此助口由机着著故词]))"
    "|徵(?<![角变流商]徵)"
    "|祇(?<!神祇)|夥(?<!甚夥)|彷(?=[佛彿])|[衹於鉅鍾餘麼麽牴]"
    "|鍊(?:(?<=[金资锁项拉铰铁]鍊)|(?=条))|俱(?<=家俱)"
    "|畫(?<=[计企谋策规]畫)"
    "|著(?<![显卓昭原名专编论巨土译拙合遗较所新旧撰]著)(?![名作称者述书录])"
)
_WORD_FORM = {
    "乾": "干", "瞭": "了", "覆": "复", "藉": "借", "徵": "征", "祇": "只", "衹": "只", "夥": "伙", "彷": "仿",
    "於": "于", "鉅": "巨", "鍾": "钟", "餘": "余", "麼": "么", "麽": "么", "牴": "抵", "畫": "划", "著": "着",
    "鍊": "链", "俱": "具",
}  # fmt: skip
_THOUSANDS = late("(?<=[０-９0-9])，(?=[０-９]{3}(?![０-９0-9]))")


def dictionary(name: str) -> dict[str, list[str]]:
    """One of OpenCC's dictionaries.

    Args:
        name: Its file name without ``.txt``.

    Returns:
        The conversions of each entry, the usual one first.

    Raises:
        ModuleNotFoundError: If the package is not installed.
    """
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the package opencc-python-reimplemented is needed")
    path = Path(spec.submodule_search_locations[0]) / "dictionary" / f"{name}.txt"
    entries = (line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {entry: forms.split(" ") for entry, _, forms in entries if forms}


def _compatibility_forms() -> dict[str, str]:
    forms = dict(_RADICALS)
    for first, last in ((0x2E80, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D)):
        for code in range(first, last + 1):
            form = unicodedata.normalize("NFKC", chr(code))
            if len(form) == 1 and form != chr(code):
                forms[chr(code)] = form
    return forms


COMPATIBILITY = _compatibility_forms()
"""Kangxi radicals and compatibility ideographs, and the characters that they stand for."""

_TO_SIMPLIFIED = dictionary("TSCharacters")
_TO_TRADITIONAL = dictionary("STCharacters")
_REGIONAL = {
    variant: usual
    for region in ("HKVariants", "TWVariants")
    for usual, variants in dictionary(region).items()
    for variant in variants
}


def _fold_table() -> dict[int, str]:
    simple = {old: forms[0] for old, forms in _TO_SIMPLIFIED.items() if old not in forms} | _LEFT_OUT
    for variant, usual in _REGIONAL.items():
        if variant not in _TO_SIMPLIFIED and variant not in _TO_TRADITIONAL and usual in simple:
            simple.setdefault(variant, simple[usual])
    for old in _WORD_FORM:
        simple.pop(old, None)
    for old, form in COMPATIBILITY.items():
        simple[old] = simple.get(form, form)
    table = simple | _FOLDED_WIDTH | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_LINE_ENDS, "\n")
    return {ord(old): new for old, new in table.items() if len(new) == 1}


FOLD = _fold_table()
"""The table for ``str.translate``: simplified, half-width, one character for one."""

_FOLDED = frozenset(map(chr, FOLD))
_CHAINED = frozenset(chr(code) for code, new in FOLD.items() if ord(new) in FOLD)
_FEW = 30
"""Up to so many different characters, replacing one after the other is faster than the table."""

ONLY_TRADITIONAL = frozenset(
    {old for old, forms in _TO_SIMPLIFIED.items() if old not in forms and old not in "乾著"} | {"於", "餘"}
)
"""Characters that simplified text does not write, names and quotations apart."""

ONLY_SIMPLIFIED = frozenset(
    {
        old
        for old, forms in _TO_TRADITIONAL.items()
        if old not in forms and old not in _TO_SIMPLIFIED and old not in _REGIONAL
    }
    - set("恒")
)
"""Characters that traditional text does not write, names and quotations apart."""


def fold_characters(text: str) -> str:
    """Write a text in simplified characters and half width, but for the characters that depend on their word.

    Digits, letters, % . and brackets become half width; the Chinese marks 。，、；：！？“”《》 stay.

    Args:
        text: Any text.

    Returns:
        A text of the same length.
    """
    if "，" in text:
        text = _THOUSANDS.sub(",", text)
    folded = _FOLDED.intersection(text)
    if len(folded) > _FEW or not _CHAINED.isdisjoint(folded):
        return text.translate(FOLD)
    for character in folded:
        text = text.replace(character, FOLD[ord(character)])
    return text


def fold_words(text: str) -> str:
    """Write the characters that depend on their word as simplified text does (乾燥 → 干燥, but 乾隆).

    Args:
        text: A text whose other characters are folded.

    Returns:
        A text of the same length.
    """
    return _BY_WORD.sub(lambda match: _WORD_FORM[match[0]], text).replace("畫", "画").replace("鍊", "炼")


def fold(text: str) -> str:
    """Write a text in simplified characters and half width, one character for one."""
    return fold_words(fold_characters(text))


def to_traditional(text: str) -> str:
    """Write the characters that only simplified text has in their usual traditional form, one for one."""
    return "".join(
        _TO_TRADITIONAL[character][0] if character in ONLY_SIMPLIFIED else character for character in text
    )


@lru_cache(maxsize=1)
def telling_characters(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """The characters that only traditional text writes, and those that only simplified text writes, with counts."""
    counts = Counter(text)
    return (
        {character: count for character, count in counts.items() if character in ONLY_TRADITIONAL},
        {character: count for character, count in counts.items() if character in ONLY_SIMPLIFIED},
    )


def script_shares(text: str) -> tuple[int, int]:
    """How many characters of the text only traditional and only simplified text writes."""
    traditional, simplified = telling_characters(text)
    return sum(traditional.values()), sum(simplified.values())


def is_everyday_traditional(character: str) -> bool:
    """Whether a traditional character is the usual form of one of the 3,755 commonest simplified ones (GB/T 2312 level 1).

    Forms that live on in names (昇, 濛, 吒, 禕) are not.
    """
    simplified = FOLD.get(ord(character), _WORD_FORM.get(character, character))
    usual = _TO_TRADITIONAL.get(simplified, [""])[0]
    return usual in (character, _REGIONAL.get(character)) and is_everyday(simplified)


def is_everyday(character: str) -> bool:
    """Whether a simplified character is one of the 3,755 commonest (GB/T 2312 level 1)."""
    try:
        return b"\xb0" <= character.encode("gb2312")[:1] < b"\xd8"
    except UnicodeEncodeError:
        return False


def script_of(text: str) -> Script:
    """The script of a text.

    Args:
        text: Any text.

    Returns:
        ``mixed`` where the rarer script has at least a twentieth of the characters that tell the two apart.
    """
    traditional, simplified = script_shares(text)
    if min(traditional, simplified) * 20 >= traditional + simplified > 0:
        return "mixed"
    return "traditional" if traditional > simplified else "simplified"
