"""Garbled text: bytes that were read in another encoding, and what they were meant to say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extract.han import HAN
from extract.late import late
from extract.script import is_everyday

_KNOWN = late("\ufffd+|(?:锟斤拷?|斤拷){1,99}|烫{3,99}|屯{3,99}|ï»¿|锘")
# UTF-8 read as Windows-1252 or Latin-1: the lead bytes of Latin letters, marks and Chinese, and what follows them.
_WESTERN = late(
    "(?:[ÂÃâãäåæçèéïð][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3})+"
)
# GBK read as Latin-1: at least two characters of two high bytes each.
_HIGH_PAIRS = late("(?:[\u00b0-\u00f7][\u00a1-\u00fe]){2,200}")
# UTF-8 read as GBK: the characters that frequent Chinese marks and words turn into.
_UTF8_AS_GBK = late(f"(?:锛|銆|鈥|鏄|鐨|涓|浜|鍦|绗|浠|鎴)(?:{HAN}|[\ue000-\uf8ff€]){{2,200}}")
# A pinyin note that lost its bracket to a lead byte, or a private character inside a word.
_LOST_NOTE = late(
    f"[?？][a-zü]{{0,4}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{{0,4}}[)）](?:{HAN}|[ァ-ヿ\ue000-\uf8ff]){{1,20}}[?？]?\\*?"
)
_PRIVATE = late("[\ue000-\uf8ff]")
_BEFORE_PRIVATE = late(f"{HAN}{{2,12}}$")


# Every kind of garbled text has one of these characters; most documents have none.
_SEED = late(
    "[\ufffd锟烫屯ïÂÃâãäåæçèéð锘锛銆鈥鏄鐨涓浜鍦绗浠鎴\ue000-\uf8ff]|[\u00b0-\u00f7][\u00a1-\u00fe]|[?？][a-zāáǎàēéěèōóǒòǖǘǚǜ]"
)
_STEP = "国标编码错位一个字节"


@dataclass(frozen=True, slots=True)
class Garble:
    """A garbled place.

    Attributes:
        start: Offset of its first character in the text as read.
        end: Offset after its last character.
        cause: What went wrong, in Chinese.
        meant: What it was meant to say, as far as the bytes tell; empty where they do not.
    """

    start: int
    end: int
    cause: str
    meant: str


def garbled_spans(text: str) -> list[tuple[int, int]]:
    """The places of garbled text, in order."""
    return [(garble.start, garble.end) for garble in find_garbles(text)]


@lru_cache(maxsize=1)
def find_garbles(text: str) -> tuple[Garble, ...]:
    """The garbled places of a text, in order, none inside another.

    Args:
        text: The text as read.
    """
    if _SEED.search(text) is None:
        return ()
    found = [Garble(*match.span(), "字符已损坏，原字节无法还原", "") for match in _KNOWN.finditer(text)]
    for match in _WESTERN.finditer(text):
        meant = _decoded(match[0], ("cp1252", "latin-1"), "utf-8")
        if meant:
            found.append(Garble(*match.span(), "UTF-8文本被当作西文编码读入", meant))
    for match in _HIGH_PAIRS.finditer(text):
        meant = _decoded(match[0], ("latin-1",), "gb18030")
        if meant and all(is_everyday(character) for character in meant):
            found.append(Garble(*match.span(), "国标编码文本被当作西文编码读入", meant))
    for match in _UTF8_AS_GBK.finditer(text):
        size, meant = _readable_start(match[0])
        if meant:
            start = match.start()
            found.append(Garble(start, start + size, "UTF-8文本被当作国标编码读入", meant))
    for match in _LOST_NOTE.finditer(text):
        note_end = text.index(")" if ")" in match[0] else "）", match.start()) + 1
        words = text[note_end : match.end()]
        meant = _shifted(words)
        if len(meant) >= 3 or not all(is_everyday(character) for character in words):
            found.append(Garble(*match.span(), _STEP, meant if len(meant) >= 3 else ""))
    for match in _PRIVATE.finditer(text):
        before = _BEFORE_PRIVATE.search(text, max(0, match.start() - 12), match.start())
        if before is not None:
            start, meant = _best_shift(text, before.start(), match.end())
            if meant:
                found.append(Garble(start, match.end(), _STEP, meant))
    found.sort(key=lambda garble: (garble.start, -garble.end))
    kept: list[Garble] = []
    for garble in found:
        if not kept or garble.start >= kept[-1].end:
            kept.append(garble)
    return tuple(kept)


def _decoded(words: str, written: tuple[str, ...], meant: str) -> str:
    for encoding in written:
        try:
            return words.encode(encoding).decode(meant)
        except UnicodeError:
            continue
    return ""


def _readable_start(words: str) -> tuple[int, str]:
    """How many characters of a run are UTF-8 in disguise, and what they say."""
    raw = words.replace("€", "\x80").encode("gb18030", "ignore")
    meant = raw.decode("utf-8", "replace").split("\ufffd")[0]
    if len(meant) < 2 or any(ord(character) < 0x2000 for character in meant):
        return 0, ""
    wanted, size = len(meant.encode("utf-8")), 0
    while wanted > 0:
        wanted -= len(words[size].encode("gb18030", "ignore"))
        size += 1
    return size, meant


def _best_shift(text: str, first: int, end: int) -> tuple[int, str]:
    """Where shifting by one byte makes sense of characters, as far back as it does."""
    for start in range(first, end - 3):
        meant = _shifted(text[start:end])
        rare = not all(is_everyday(character) for character in text[start : end - 1])
        if rare and len(meant) >= end - start - 1:
            return start, meant
    return end, ""


def _shifted(words: str) -> str:
    raw = words.encode("gb18030", "ignore")[1:]
    meant = []
    for at in range(0, len(raw) - 1, 2):
        try:
            character = raw[at : at + 2].decode("gb2312")
        except UnicodeError:
            break
        if not is_everyday(character):
            break
        meant.append(character)
    return "".join(meant)
