"""Bytes to text: every encoding gives its text back, and what is no text is refused with its place."""

from __future__ import annotations

import codecs
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract import ReadingError
from extract.decoding import decode

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

SIMPLIFIED = (
    "前三季度，青川市完成固定资产投资318.6亿元，同比增长7.4%；城镇新增就业2.15万人，比上年同期多0.3万人。\n"
)
TRADITIONAL = (
    "前三季度，青川市完成固定資產投資318.6億元，同比增長7.4%；城鎮新增就業2.15萬人，比上年同期多0.3萬人。\n"
)

# No control characters, no lone surrogates.
any_text = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60)


# Characters that a table of Big5 encodes for good measure and decodes to another one.
ONE_WAY = "¢£¥•‾∼☉♁､\xa8\xaf\xb4¸¬¦‐\xad"


def encodable(encoding: str) -> st.SearchStrategy[str]:
    letters = st.characters(codec=encoding, exclude_categories=["Cc", "Cs"], exclude_characters=ONE_WAY)
    return st.text(letters, max_size=20)


@given(any_text.filter(lambda text: not text.startswith("\ufeff")))
@example("２０２４年\u2028增长\U00020bb7")
def test_utf8_gives_any_text_back_with_and_without_mark(text: str) -> None:
    assert decode(text.encode("utf-8")) == (text, "utf-8")
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8")) == (text, "utf-8")


@given(any_text)
@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_utf16_with_mark_gives_any_text_back(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding)) == (text, encoding)


@given(encodable("gb18030"), encodable("gb18030"))
@example("一", "㐀\U00020000€\xa0")
def test_gb18030_gives_chinese_back_whatever_stands_in_it(before: str, after: str) -> None:
    text = before + SIMPLIFIED * 3 + after
    assert decode(text.encode("gb18030")) == (text.removeprefix("\ufeff"), "gb18030")


@given(encodable("cp950"))
def test_big5_gives_chinese_back_whatever_stands_in_it(more: str) -> None:
    text = TRADITIONAL * 3 + more
    decoded, encoding = decode(text.encode("cp950"))
    assert encoding in {"cp950", "big5hkscs"}
    assert decoded.startswith(TRADITIONAL)
    assert decoded == text or encoding == "big5hkscs"


@given(encodable("big5hkscs"))
@example("深水埗、鰂魚涌、嘅")
def test_characters_of_hong_kong_are_read(more: str) -> None:
    text = TRADITIONAL * 3 + more
    decoded, encoding = decode(text.encode("big5hkscs"))
    assert encoding in {"cp950", "big5hkscs"}
    assert decoded == text or encoding == "cp950"


@given(any_text, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_without_mark_is_known_by_its_nulls(more: str, encoding: str) -> None:
    text = SIMPLIFIED * 3 + more
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("text", ["粮食12.5", "一季度\r\n", "1,234.5", "一"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_short_utf16_without_mark(text: str, encoding: str) -> None:
    if b"\0" not in text.encode(encoding):
        pytest.skip("nothing tells it from other bytes")
    assert decode(text.encode(encoding)) == (text, encoding)


def test_a_table_drawn_with_lines_is_a_text() -> None:
    text = "┌──────┬──────┐\n│指标　│数值　│\n├──────┼──────┤\n│产量　│12.5　│\n└──────┴──────┘\n"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize(
    ("text", "encoding", "family"),
    [
        ("全年粮食产量增长", "gb18030", {"gb18030"}),
        ("临江区财政局", "gb18030", {"gb18030"}),
        ("我们要全面贯彻", "gb18030", {"gb18030"}),
        ("（一）总体要求。", "gb18030", {"gb18030"}),
        ("全年糧食產量增長", "cp950", {"cp950", "big5hkscs"}),
        ("臨江區財政局", "cp950", {"cp950", "big5hkscs"}),
        ("（一）總體要求。", "cp950", {"cp950", "big5hkscs"}),
        ("全市生產總值增長6%", "gb18030", {"gb18030"}),
    ],
)
def test_a_few_words_tell_gb18030_from_big5(text: str, encoding: str, family: set[str]) -> None:
    decoded, found = decode(text.encode(encoding))
    assert (decoded, found in family) == (text, True)


@given(st.lists(st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\f", "\t", "增长"]), min_size=1))
def test_line_ends_stay(parts: list[str]) -> None:
    text = "".join(parts)
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "cp950"])
@pytest.mark.parametrize("lines_before", [0, 3])
def test_a_broken_byte_is_named_with_its_place(encoding: str, lines_before: int) -> None:
    line = (TRADITIONAL if encoding == "cp950" else SIMPLIFIED).encode(encoding)
    offset = lines_before * len(line) + line.index(b"%")
    data = bytearray(line * 8)
    data[offset] = 0xFF
    with pytest.raises(ReadingError) as caught:
        decode(bytes(data))
    assert f"字节偏移 {offset} 处" in caught.value.reason
    assert f"第{lines_before + 1}行" in caught.value.reason
    assert caught.value.stage == "decode"


@given(st.integers(1, len((SIMPLIFIED * 3).encode()) - 1))
def test_a_utf8_text_cut_inside_a_character_is_refused(length: int) -> None:
    whole = (SIMPLIFIED * 3).encode()
    data = whole[:length]
    if whole[length] & 0xC0 == 0x80:
        with pytest.raises(ReadingError):
            decode(data)
    else:
        assert (SIMPLIFIED * 3).startswith(decode(data)[0])


@given(st.integers(40, 300), st.binary(min_size=1, max_size=3))
def test_damage_in_utf8_never_passes_for_another_encoding(offset: int, damage: bytes) -> None:
    whole = (SIMPLIFIED * 3).encode()
    data = whole[:offset] + damage + whole[offset:]
    try:
        text, encoding = decode(data)
    except ReadingError:
        return
    assert encoding == "utf-8"
    assert text.encode() == data


def test_utf16_that_ends_inside_a_character_is_refused() -> None:
    with pytest.raises(ReadingError, match="UTF-16"):
        decode(codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le")[:-1])
    with pytest.raises(ReadingError, match="UTF-16"):
        decode(SIMPLIFIED.encode("utf-16-be")[:-1])


@pytest.mark.parametrize(
    "data", [b"abc\0def", b"\0" * 50, "增长\0".encode(), b"\x01\x02\x03" * 9, b"MZ\0\1\2\3"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="不是文本文件"):
        decode(data)


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    text = SIMPLIFIED * 5 + "\x07" + SIMPLIFIED
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    "data",
    [
        "Вчера в городе открыли новый мост через реку, сообщила администрация.".encode("cp1251"),
        "これは日本語の文章です。今年の売上は前年より増えました。".encode("shift_jis"),
        "Café à la carte, déjà prévu à Genève".encode("cp1252"),
        bytes(range(128, 256)) * 4,
    ],
)
def test_other_encodings_are_refused_not_guessed(data: bytes) -> None:
    with pytest.raises(ReadingError, match="认不出文字编码"):
        decode(data)


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "utf-8", "big5", "x-unknown", ""])
def test_a_declaration_is_not_believed_against_the_bytes(declared: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        assert decode((SIMPLIFIED * 2).encode(encoding), declared) == (SIMPLIFIED * 2, encoding)
    assert decode((TRADITIONAL * 2).encode("cp950"), declared)[0] == TRADITIONAL * 2


def test_a_declaration_decides_where_both_fit() -> None:
    data = "楓癆".encode("cp950")
    found = [decode(data, declared)[1] for declared in ("gb2312", "big5")]
    assert found == ["gb18030", "cp950"]


def test_the_usual_way_imports_no_detector_and_no_reader_of_other_formats() -> None:
    program = (
        "import sys; from extract.formats import read_document;"
        f"read_document('甲.txt', {SIMPLIFIED!r}.encode());"
        f"read_document('甲.txt', {SIMPLIFIED!r}.encode('gb18030'));"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", program]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert "extract.formats.plain_text" in loaded
    assert not loaded & {"charset_normalizer", "selectolax", "markdown_it", "pypdfium2", "docx", "lxml"}
    assert not loaded & {f"extract.formats.{name}" for name in ("markdown", "webpage", "word", "pdf")}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside the repository")
def test_the_shared_corpus_reads_as_chinese() -> None:
    usual = re.compile("[的一是在不了有和人中大为為国國年发發展经經会會]")
    folders = {"gb18030": {"gb18030"}, "big5": {"cp950", "big5hkscs"}}
    paths = sorted(CORPUS.rglob("*.txt"))
    assert paths
    for path in paths:
        text, encoding = decode(path.read_bytes())
        assert encoding in folders.get(path.parent.name, {"utf-8"}), path
        hanzi = len(re.findall("[\u4e00-\u9fff]", text))
        assert "\ufffd" not in text, path
        assert len(usual.findall(text)) > hanzi / 25 - 5, path
