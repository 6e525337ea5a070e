"""Readers for each file format, and the choice between them."""

from __future__ import annotations

import hashlib

from extract.decoding import decode
from extract.document import Block, Document, ReadingError
from extract.formats.limits import MAX_TEXT_BYTES, require_size
from extract.formats.plain_text import read_plain_text
from extract.formats.recognise import MEDIA_TYPES, recognise

_EMPTY = "空文件：没有任何文字；请确认选对了文件"
_NO_TEXT = {
    "docx": "文档里没有文字（可能只有图片）；请先 OCR（文字识别）后重试",
    "html": "网页里没有可见的文字（正文可能由脚本生成）；请在浏览器中打开后另存，或复制成文本",
}
# What is blank on paper: white space, byte-order marks and zero-width characters.
_BLANK = " \t\r\n\v\f\u3000\xa0\ufeff\u200b\u200c\u200d\u2060"


def read_document(source: str, data: bytes) -> Document:
    """Decode and read one document.

    Args:
        source: The document's name in its run, with forward slashes; its ending helps to tell the format.
        data: The file's bytes.

    Returns:
        The text as read with its blocks; the same arguments give the same document.

    Raises:
        ReadingError: The document cannot be read; the reason says why and what to do.
    """
    if not data.strip():
        raise ReadingError(_EMPTY)
    found = recognise(source, data)
    encoding: str | None = None
    if found == "pdf":
        from extract.formats.pdf import read_pdf

        text, blocks = read_pdf(data)
    elif found == "docx":
        from extract.formats.word import read_word

        text, blocks = read_word(data)
    else:
        text, encoding, blocks = _read_text(data, found)
    if not text.strip(_BLANK):
        raise ReadingError(_NO_TEXT.get(found.replace("xhtml", "html"), _EMPTY))
    digest = hashlib.sha256(data).hexdigest()
    return Document(source, digest, len(data), MEDIA_TYPES[found], encoding, text, blocks)


def _read_text(data: bytes, found: str) -> tuple[str, str, tuple[Block, ...]]:
    if len(data) > MAX_TEXT_BYTES:
        require_size(len(data))
    if found in {"html", "xhtml"}:
        from extract.formats.webpage import declared_encoding, read_webpage

        markup, encoding = decode(data, declared_encoding(data))
        require_size(len(markup))
        text, blocks = read_webpage(markup, xml=found == "xhtml")
        return text, encoding, blocks
    text, encoding = decode(data)
    require_size(len(text))
    if found == "markdown":
        from extract.formats.markdown import read_markdown

        return text, encoding, read_markdown(text)
    return text, encoding, read_plain_text(text)
