"""Files made to harm, and files that broke on the way: each gives a document or a reason, soon and without a crash."""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_files import WORD, make_docx, make_pdf, make_zip, p

from extract import ReadingError, read_document
from extract.formats import limits, zip_package

DOCX = make_docx(p("全年完成投资12.5亿元。") * 5)
PDF = make_pdf([["投资12.5亿元", "增长3%"], ["第二页"]])
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def reason(name: str, data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        read_document(name, data)
    assert caught.value.stage in {"decode", "read"}
    assert re.search("[\u4e00-\u9fff]", caught.value.reason)
    return caught.value.reason


def survives(name: str, data: bytes) -> None:
    """Reading ends with a document or a reason; anything else fails the test."""
    try:
        document = read_document(name, data)
    except ReadingError as problem:
        told = problem.reason
    else:
        told = document.text
    assert told


# --- nothing, and other kinds of file -------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".docx", ".pdf", ""])
@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff".encode(), "\ufeff　\n".encode("utf-16")])
def test_an_empty_file_says_so(ending: str, data: bytes) -> None:
    told = reason("文" + ending, data)
    assert "空文件" in told or (ending in {".docx", ".pdf"} and "内容却不是" in told)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("文.doc", OLE2 + "WordDocument".encode("utf-16-le"), "旧版 Word"),
        ("文.docx", OLE2 + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("文.xls", OLE2 + "Workbook".encode("utf-16-le"), "Excel"),
        ("文.doc", OLE2, "旧版 Office"),
        ("文.xlsx", make_zip({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "Excel"),
        ("文.docx", make_zip({"[Content_Types].xml": "", "word/styles.xml": ""}), "没有正文"),
        ("文.ofd", make_zip({"OFD.xml": ""}), "OFD"),
        ("文.zip", make_zip({"a.txt": "增长"}), "压缩包"),
        ("图.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "OCR"),
        ("图.txt", b"\xff\xd8\xff\xe0" + bytes(range(256)), "OCR"),
        ("文.doc", b"{\\rtf1\\ansi 12}", "RTF"),
        ("文.txt", bytes(range(256)) * 4, "不是文本文件"),
        ("文.pdf", "未找到页面".encode(), "内容却不是"),
        ("文.docx", "未找到页面".encode(), "内容却不是"),
        ("文.html", b"<html><body><script>12</script></body></html>", "没有可见的文字"),
        ("文.docx", make_docx("<w:p/>"), "没有文字"),
        (
            "文.mht",
            b"From: <Saved>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related",
            "MHTML",
        ),
        ("文.xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>', "XML"),
    ],
)
def test_what_cannot_be_read_is_named_with_advice(name: str, data: bytes, words: str) -> None:
    assert words in reason(name, data)


# --- zip and Word ---------------------------------------------------------------------------------------------------


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack(*_: object) -> None:
        raise AssertionError("unpacked")

    size = zip_package.MAX_PART_BYTES + 1
    bomb = make_zip({"[Content_Types].xml": "", "word/document.xml": b" " * size})
    many = make_zip({"word/document.xml": "", **{f"{number}.bin": b"\0" * (50 << 20) for number in range(5)}})
    monkeypatch.setattr(zipfile.ZipFile, "open", unpack)
    assert "64MB" in reason("文.docx", bomb)
    assert "200MB" in reason("文.docx", many)


def test_a_part_that_shrinks_beyond_belief_is_refused() -> None:
    bomb = make_zip({"word/document.xml": b" " * (20 << 20)})
    assert "压缩炸弹" in reason("文.docx", bomb)


def test_a_part_larger_than_it_says_is_refused() -> None:
    data = bytearray(make_zip({"word/document.xml": b"<a>" + b" " * 100_000 + b"</a>"}))
    size = (100_007).to_bytes(4, "little")
    assert data.count(size) == 2
    told = reason("文.docx", bytes(data).replace(size, (50).to_bytes(4, "little")))
    assert "已损坏" in told


def test_too_many_parts_are_refused() -> None:
    many = make_zip({f"{number}": b"" for number in range(zip_package.MAX_ENTRIES + 1)})
    assert "部件" in reason("文.docx", many)


def test_two_parts_of_one_name_are_refused() -> None:
    file = BytesIO(DOCX)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as package:
        package.writestr("word/document.xml", "<a/>")
    assert "重名" in reason("文.docx", file.getvalue())


def test_encrypted_parts_are_refused() -> None:
    file = bytearray(DOCX)
    place = file.rindex(b"PK\x01\x02")
    while place >= 0:
        file[place + 8] |= 1
        place = file.rfind(b"PK\x01\x02", 0, place)
    assert "密码" in reason("文.docx", bytes(file))


LAUGHS = "<!DOCTYPE a [<!ENTITY a '哈哈'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_entities_are_refused(part: str, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    xml = f'{head}{LAUGHS}]><w:document xmlns:w="{WORD}"><w:body>&i;</w:body></w:document>'
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{p("12")}</w:body></w:document>'.encode()
    }
    assert "DTD" in reason("文.docx", make_zip({**parts, part: xml.encode(encoding)}))


def test_external_entities_are_refused() -> None:
    xml = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{WORD}"><w:body>&x;</w:body></w:document>'
    assert "DTD" in reason("文.docx", make_zip({"word/document.xml": xml}))


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt><w:sdtContent>" * 5_000 + p("12") + "</w:sdtContent></w:sdt>" * 5_000,
        "<w:tbl><w:tr><w:tc>" * 5_000 + p("12") + "</w:tc></w:tr></w:tbl>" * 5_000,
        "<w:p>" + "<w:ins>" * 5_000 + "<w:r><w:t>12</w:t></w:r>" + "</w:ins>" * 5_000 + "</w:p>",
        "<w:tbl>" + "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000 + "</w:tbl>",
    ],
)
def test_deep_nesting_in_word_is_refused(body: str) -> None:
    assert "嵌套过深" in reason("文.docx", make_docx(body))


def test_contents_of_other_files_are_not_passed_over() -> None:
    assert "altChunk" in reason("文.docx", make_docx(p("12") + "<w:altChunk/>"))


def test_endless_styles_and_wild_numbers() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="99"/><w:lvl w:ilvl="x"/><w:lvl w:ilvl="0"><w:start w:val="99999999"/>'
        '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1%2%9%0%"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    levels = "".join(
        p(
            "甲",
            f'<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
        )
        for level in ("0", "8", "99", "-1", "x", "99999999999")
        for number in ("1", "2", "x")
    )
    table = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    document = read_document("文.docx", make_docx(levels + table, styles=styles, numbering=numbering))
    assert document.text.count("甲") == 18
    assert document.text.startswith("99999999")


@given(st.integers(0, len(DOCX) - 1))
def test_a_cut_word_document_is_refused(length: int) -> None:
    assert reason("文.docx", DOCX[:length])


@given(st.integers(0, len(PDF) - len("%%EOF\n")))
def test_a_cut_pdf_is_refused(length: int) -> None:
    assert reason("文.pdf", PDF[:length])


@pytest.mark.parametrize(("name", "data"), [("文.docx", DOCX), ("文.pdf", PDF)])
def test_flipped_bytes_never_crash(name: str, data: bytes) -> None:
    dice = random.Random(20)
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(dice.randrange(1, 6)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        survives(name, bytes(broken))


# --- PDF ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (make_pdf([["12"]], encrypted=True), "密码"),
        (make_pdf([[], []], pictures=[0, 1]), "只有图像，没有文字层"),
        (make_pdf([[]]), "没有文字层"),
        (make_pdf([["投资12亿元"], []], pictures=[1]), "第2页只有图像"),
        (make_pdf([["投资12亿元"]], mapped=False), "编码表"),
        (make_pdf([["12"]] * (limits.MAX_PAGES + 1)), "2001页"),
        (b"%PDF-1.7\n%%EOF", "损坏"),
    ],
)
def test_pdfs_that_cannot_be_read_say_why(data: bytes, words: str) -> None:
    assert words in reason("文.pdf", data)


def test_a_picture_beside_text_is_no_hindrance() -> None:
    assert read_document("文.pdf", make_pdf([["投资12亿元"]], pictures=[0])).text == "投资12亿元"


# --- markup ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + "12",
        "<ul><li>" * 50_000 + "12",
        "<b>" * 100_000 + "12",
        "<table><tr><td>" * 20_000 + "12",
        "<" * 1_000_000,
        "<a " * 300_000,
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">12",
        "<!--" * 200_000,
        "<script>" * 100_000,
        "<span>" * 50_000 + "</x>" * 50_000,
        "<table><tr>" + "<td rowspan=65534 colspan=1000>1<td>2" * 5_000,
        "<table>" + "<tr>" + "<td rowspan=65534>1" * 1_000 + "<tr><td>1" * 50_000,
        "12" + " \n" * 500_000 + "12",
        "<br>" * 200_000,
        "&amp;" * 200_000,
        "<![CDATA[" * 100_000,
    ],
)
@pytest.mark.parametrize("ending", [".html", ".xhtml"])
def test_hostile_markup_ends_soon(body: str, ending: str) -> None:
    survives("页" + ending, f"<html><body>{body}".encode())


HOSTILE_TEXTS = [
    *(sign * 100_000 for sign in ("[", "`", "|", "\t", "*", "#", "<", "X", "，")),
    *(mark * 50_000 for mark in ("> ", "- ", "1. ", "<!--\n", "a\t1\n", "甲\t乙\n\n", "1\t")),
    "# a" + " " * 100_000 + "b",
    "|a|b|\n|-|-|\n|" + "\\" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_hostile_text_ends_soon(text: str, ending: str) -> None:
    survives("文" + ending, f"甲\n{text}\n".encode())


# --- size -----------------------------------------------------------------------------------------------------------


def test_twenty_megabytes_of_text_are_read() -> None:
    line = "全年实现工业增加值318.6亿元，同比增长7.4%，快于上年同期1.2个百分点。\n"
    text = line * (20_000_000 // len(line.encode()) + 1)
    document = read_document("长.txt", text.encode())
    assert len(document.blocks) == text.count("\n")
    assert document.text == text


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_too_long_a_text_names_the_limit(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 20_000)
    assert "2万字" in reason("长" + ending, "增长".encode() * 10_001)
    assert read_document("长" + ending, "增长".encode() * 9_999).text.count("增长") == 9_999


def test_too_many_lines_name_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BLOCKS", 10_000)
    assert "1万个" in reason("长.txt", b"1\n" * 10_001)
    assert "1万个" in reason("长.html", b"<p>1" * 10_001)


def test_long_documents_of_other_formats_name_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 20_000)
    assert "2万字" in reason("长.docx", make_docx(p("增长" * 1_000) * 11))
    lines = [[f"{page}{line}增长{page * line}" + "字" * 20 for line in range(30)] for page in range(40)]
    assert "2万字" in reason("长.pdf", make_pdf(lines))
