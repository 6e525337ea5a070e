"""Bytes to text: UTF-8, UTF-16, GB18030 and Big5, strictly, with the choice between them by what Chinese looks like."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from functools import cache

from extract.document import ReadingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_DECLARED = {
    "utf8": "utf-8",
    "unicode11utf8": "utf-8",
    "gb2312": "gb18030",
    "gb231280": "gb18030",
    "gbk": "gb18030",
    "xgbk": "gb18030",
    "gb18030": "gb18030",
    "cp936": "gb18030",
    "windows936": "gb18030",
    "euccn": "gb18030",
    "big5": "cp950",
    "cp950": "cp950",
    "windows950": "cp950",
    "xxbig5": "cp950",
    "big5hkscs": "big5hkscs",
}
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": "GB18030（GBK）",
    "cp950": "Big5",
    "big5hkscs": "Big5",
}
_RIVALS = {"cp950": "big5hkscs", "big5hkscs": "cp950"}

# How much of a text is enough to know its encoding.
_SAMPLE_BYTES = 60_000
_ASCII = bytes(range(128))
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")

# Control characters that no text editor writes; \x1a closed a file under DOS.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
# A stray control character is a blemish of a text, one in fifty is no text.
_CONTROL_SHARE = 0.02

# The most frequent characters of Chinese public documents: seven in ten of a running text, but by chance one in
# thirty of a text decoded with the wrong table.
_FREQUENT = frozenset(
    "的国和业一发大中人年产工展在建进全新有要民加经化是会政地实作力设不行生增主制高了动我为个上成资重济能家以务改长社对强提出同农持"
    "合推体现开等们用理保方企分市定各到区平部基面技革这法度本机公多入关量好万数义点来时水级于学元系施代品利三步计规十性文过创事项科五"
    "比收服治造金续支场就自下前外总共目育亿通领管术党快日深期电内质月投坚活应省得第完结心城决安信世策导程教正效位向统更调与种可立放村"
    "積國業發產這個們說為時會來對學經長進過動實現點與體種從後還問開關無當將務總區應觀選報變給題處號邊設東爭書記統眾議價員戰運萬"
    "義農園場機構數據億貨質資錢際險難電領類標樣歲師隊華陸灣港廣請讓該認證識讀響權檢樓職業聯環縣況專間聞門風飛馬魚鳥麗黨齊"
    "他她它你那之其而但也都很被把所因由此些沒没去又或及並并已最只再着著起看想道天小子女老少多年月日元市縣县省区鎮镇人員员家戶户増増長长"
)
_PUNCTUATION = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉【】—…％·　０１２３４５６７８９")

_WEIGHT_FREQUENT = 1.0
_WEIGHT_COMMON = 0.25
_WEIGHT_OTHER = -0.5
_WEIGHT_WRONG = -2.0
# Running Chinese scores 0.6 to 0.8, the same bytes under a wrong table below 0.1, Korean as GB18030 0.2.
_PLAUSIBLE = 0.3
# A few characters may all be less frequent ones.
_FEW_BYTES = 40
_PLAUSIBLE_FEW = 0.15
# Headroom for what a page says of itself: outweighed only when the other reading is plainly the better one.
_DECLARATION_BONUS = 0.3
# Below this a guess at a language is a guess.
_COHERENT = 0.4


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """Decode a text strictly.

    Args:
        data: The file's bytes, not empty.
        declared: The encoding that the text itself declares (a page's ``meta charset``), empty for none. It decides
            where several encodings fit, and is not believed against the bytes.

    Returns:
        The text with its own line ends, without a byte-order mark, and the name of the encoding: ``utf-8``,
        ``utf-16-le``, ``utf-16-be``, ``gb18030``, ``cp950`` or ``big5hkscs``.

    Raises:
        ReadingError: The bytes are no text, of no encoding known here, or broken somewhere (the reason names the
            place).
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data, encoding, len(bom)), encoding)
    if b"\0" in data:
        return _decode_with_nulls(data)
    wanted = _DECLARED.get(re.sub(r"[^a-z0-9]", "", declared.lower()), "")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_multibyte(data, wanted)
    return _checked(text, "utf-8")


def _decode_multibyte(data: bytes, wanted: str) -> tuple[str, str]:
    best = _ranking(data, wanted)[0]
    sample = _sample(data)
    least = _PLAUSIBLE if len(sample.translate(None, _ASCII)) > _FEW_BYTES else _PLAUSIBLE_FEW
    believed = best == wanted and _fits(data, wanted)
    if not believed and _plausibility(sample.decode(best, "replace")) < least:
        raise ReadingError(_unknown_encoding(data), "decode")
    rival = _RIVALS.get(best)
    if rival is not None and not _fits(data, best) and _fits(data, rival):
        best = rival
    return _checked(_strict(data, best, 0), best)


def _decode_with_nulls(data: bytes) -> tuple[str, str]:
    head = data[:_SAMPLE_BYTES]
    scores = {
        encoding: _plausibility(head.decode(encoding, "ignore"), utf16=True)
        for encoding in ("utf-16-le", "utf-16-be")
        if "\0" not in head.decode(encoding, "ignore")
    }
    best = max(scores, key=lambda encoding: scores[encoding], default="")
    if best and scores[best] >= _PLAUSIBLE_FEW:
        return _checked(_strict(data, best, 0), best)
    offset = data.index(b"\0")
    raise ReadingError(
        f"不是文本文件：字节偏移 {offset} 处有空字符（NUL）；请确认选对了文件，或用原软件另存为 docx、PDF 或 UTF-8 文本",
        "decode",
    )


def _ranking(data: bytes, wanted: str) -> list[str]:
    """The encodings in the order of how much they make of the bytes, best first."""
    sample = _sample(data)
    scores = {}
    for encoding in ("utf-8", "gb18030", "cp950", "big5hkscs"):
        scores[encoding] = _plausibility(sample.decode(encoding, "replace"))
        if encoding == wanted and _fits(data, encoding):
            scores[encoding] += _DECLARATION_BONUS
    return sorted(scores, key=lambda encoding: -scores[encoding])


def _sample(data: bytes) -> bytes:
    first = _HIGH_BYTE.search(data)
    start = first.start() if first else 0
    return data[start : start + _SAMPLE_BYTES]


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _strict(data: bytes, encoding: str, start: int) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as problem:
        offset = start + problem.start
        name = _NAMES[encoding]
        before = data[start:offset].decode(encoding, "ignore")
        line = max(before.count("\n"), before.count("\r")) + 1
        context = "".join(char for char in before[-12:] if char.isprintable() and not char.isspace())
        after = f"“{context}”之后" if context else "开头"
        raise ReadingError(
            f"文件是 {name} 编码，但字节偏移 {offset} 处（第{line}行{after}）有无法解码的字节，文件可能损坏或被截断；"
            "请取得完整的原件，或用原软件重新另存为 UTF-8",
            "decode",
        ) from problem


def _checked(text: str, encoding: str) -> tuple[str, str]:
    first = _CONTROL.search(text)
    if first is not None:
        controls = sum(1 for _ in _CONTROL.finditer(text))
        if first.group() == "\0" or "\0" in text or controls > len(text) * _CONTROL_SHARE:
            raise ReadingError(
                f"不是文本文件：第{first.start() + 1}个字符是控制字符（U+{ord(first.group()):04X}），全文共{controls}个；"
                "请确认选对了文件，或用原软件另存为 docx、PDF 或 UTF-8 文本",
                "decode",
            )
    return text, encoding


def _plausibility(text: str, *, utf16: bool = False) -> float:
    """How much a decoded text looks like Chinese: about 0.5 for Chinese, 0 or less for what it is mistaken for.

    Args:
        text: The decoded text, undecodable bytes replaced by U+FFFD.
        utf16: Whether the choice is between byte orders: ASCII then counts as good and symbols as bad, which are left
            out of account between encodings that share them.
    """
    total = 0
    score = 0.0
    for char, count in Counter(text).items():
        weight = _weight(char, utf16)
        if weight:
            total += count
            score += count * weight
    return score / total if total else 0.0


def _weight(char: str, utf16: bool) -> float:
    if char < "\x80":
        good = char.isprintable() or char.isspace()
        return (_WEIGHT_COMMON if good else _WEIGHT_WRONG) if utf16 else 0.0
    if char in _FREQUENT or char in _PUNCTUATION:
        return _WEIGHT_FREQUENT
    if char in _common_characters():
        return _WEIGHT_COMMON
    category = unicodedata.category(char)
    if char == "\ufffd" or category in {"Cc", "Cn", "Co", "Cs"}:
        return _WEIGHT_WRONG
    # Symbols tell nothing about a table of double bytes: tables are drawn with them.
    return _WEIGHT_OTHER if utf16 or category[0] in "LM" else 0.0


@cache
def _common_characters() -> frozenset[str]:
    """The 3,755 hanzi of level 1 of GB 2312 and the 5,401 of level 1 of Big5."""
    trails = range(0xA1, 0xFF)
    simplified = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in trails)
    low_trails = range(0x40, 0x7F)
    traditional = (bytes((lead, t)) for lead in range(0xA4, 0xC7) for t in (*low_trails, *trails))
    return frozenset(
        "".join(pair.decode("gb2312", "ignore") for pair in simplified)
        + "".join(pair.decode("big5", "ignore") for pair in traditional)
    )


def _unknown_encoding(data: bytes) -> str:
    # It is slow to import and wrong too often to be believed with a document's figures: it gives a hint, no text.
    from charset_normalizer import from_bytes

    guess = from_bytes(_sample(data)[:10_000]).best()
    hint = f"（像是 {guess.encoding}）" if guess is not None and guess.coherence > _COHERENT else ""
    first = _HIGH_BYTE.search(data)
    offset = first.start() if first else 0
    return f"认不出文字编码{hint}：从字节偏移 {offset} 起，不像 UTF-8、UTF-16、GB18030 或 Big5 的中文；请用原软件另存为 UTF-8 后重试"
