"""Placeholders that stand for names: LL市, **县, @@镇, ××公司, 某某同志."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.emphasis import bold_marks
from extract.late import late

_SYMBOL = late(r"([@*×＊□○△●＿某])\1{1,5}")
_LETTERS = late(r"([A-Z])(?:\1{1,2}(?![A-Za-z+&])|(?![A-Za-z0-9+&]))")
_LATIN = late(r"[A-Za-z0-9&]")
_PLACE = late(r"\s?(?:省|市(?!场|值|面|盈|净)|县|(?:区|镇|乡|村|州|街道|籍)(?!块|间|域|段))")
_REAL_DOUBLES = frozenset(
    [
        "AA",
        "AAA",
        "BB",
        "BBB",
        "CC",
        "II",
        "III",
        "QQ",
        "PP",
        "MM",
        "KK",
        "VV",
        "OO",
        "SS",
        "DD",
        "YY",
        "FF",
        "GG",
    ]
)
_REAL_AFTER_X = late(r"\s?(?:光|射线|线|轴|波段|荧光|染色体|形|型|档|级)")
_REAL_BEFORE_X = late(r"(?:图|附件|表|方案|模式|型|层|类|项目|产品|基因|Model|iPhone|Windows)\s?$")
_NUMERALS = frozenset("一二三四五六七八九十百千零〇0123456789")
_KINDS = late(
    r"\s?(省|市|县|区|镇|乡|村|州|湾|街道|公司|企业|集团|研究院|大学|学院|医院|学校|局|港|经济开发区|开发区|中心镇|同志|项目)"
)
_FEWEST = 2
_PLAIN = 5


def placeholders(text: str, masked: Iterable[tuple[int, int]]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Find the placeholders for names.

    Args:
        text: The analysis text.
        masked: Spans of masked numbers, which are not names; in order.

    Yields:
        Each distinct placeholder with all its places.
    """
    bold = bold_marks(text)
    numbers = [span for span in masked if span[0] not in bold]
    taken = {at for start, end in numbers for at in range(start, end)}
    signs = {text[start] for start, _ in numbers}
    found: dict[str, list[tuple[int, int]]] = {}
    for pattern in (_SYMBOL, _LETTERS):
        for match in pattern.finditer(text):
            at = match.start()
            if pattern is _LETTERS and at and _LATIN.match(text, at - 1):
                continue
            if at not in taken and at not in bold:
                found.setdefault(match[0], []).append(match.span())
    for words in found:
        spans = _names(text, words, found[words], words[0] in signs)
        if spans:
            yield words, spans


def kinds_of(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The sorts of things that a placeholder is said to be (市, 镇, 公司), in the order of the text."""
    kinds: dict[str, None] = {}
    for _, end in spans:
        match = _KINDS.match(text, end)
        if match is not None:
            kinds[match[1]] = None
    return list(kinds)


def _names(text: str, words: str, spans: list[tuple[int, int]], is_sign: bool) -> list[tuple[int, int]]:
    placed = [span for span in spans if _PLACE.match(text, span[1])]
    if words[0] == "*":
        return spans if is_sign or placed else []
    if words[0] in "○●":
        return [span for span in spans if not _beside_numeral(text, span)] if placed else []
    if not words[0].isascii() or words[0] == "@":
        return spans
    if words[0] == "X" and (is_sign or placed or len(words) > 1):
        return [
            span
            for span in spans
            if not _REAL_AFTER_X.match(text, span[1])
            and not _REAL_BEFORE_X.search(text, max(0, span[0] - 8), span[0])
        ]
    if len(words) == 1:
        return [span for span in placed if text[span[1] : span[1] + 1] in "省市县"]
    if words in _REAL_DOUBLES:
        return placed
    return spans if len(spans) >= _FEWEST and (placed or len(spans) >= _PLAIN) else []


def _beside_numeral(text: str, span: tuple[int, int]) -> bool:
    return text[span[0] - 1 : span[0]] in _NUMERALS or text[span[1] : span[1] + 1] in _NUMERALS | {"年"}
