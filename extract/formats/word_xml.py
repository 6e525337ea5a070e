"""The XML of word-processing documents: names, parsing without entities, small look-ups."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, XMLParser

from extract.document import ReadingError

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

VAL = W + "val"

# Expat alone knows UTF-8, UTF-16 and single-byte encodings that spell ASCII as ASCII.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_OFF = frozenset({"0", "false", "off", "none"})


def parse(content: bytes, part: str) -> Element:
    """Parse one part of the package.

    Args:
        content: The part's bytes.
        part: Its name, for the reason.

    Returns:
        The root element, in the names of transitional OOXML.

    Raises:
        ReadingError: The part is no well-formed XML, or declares a document type (the only way to entities, which
            office documents never have).
    """
    if any(doctype in content for doctype in _DOCTYPES):
        raise ReadingError(
            f"文件内的 {part} 带有 DTD 声明，正常的文档没有，可能是攻击文件；请用 Word、WPS 打开后另存为 docx"
        )
    parser = XMLParser()
    try:
        parser.feed(content.replace(_STRICT, _TRANSITIONAL))
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as problem:
        raise ReadingError(
            f"文件内的 {part} 已损坏；请取得完整的原件，或用 Word、WPS 打开后另存为 docx"
        ) from problem
    return root


def value(element: Element | None, default: str = "") -> str:
    """The ``w:val`` of an element, the default where either is missing."""
    return default if element is None else element.get(VAL, default)


def number(element: Element | None, default: int = 0) -> int:
    """The ``w:val`` of an element as an integer, the default where it is missing or none."""
    text = value(element)
    return int(text) if len(text) < 9 and text.lstrip("-").isdecimal() and text.isascii() else default


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not turned off."""
    return element is not None and element.get(VAL, "1") not in _OFF
