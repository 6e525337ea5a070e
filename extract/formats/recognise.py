"""What a file is, by its content first and by its name's ending where the content is text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from extract.document import ReadingError

Format = Literal["text", "markdown", "html", "xhtml", "docx", "pdf"]

MEDIA_TYPES: dict[Format, str] = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "xhtml": "application/xhtml+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# ISO 32000-1, annex H.3: the head of a PDF may stand anywhere in the first 1,024 bytes.
_PDF_HEAD_BYTES = 1_024
_AS_DOCX = "请用 Word、WPS 打开后另存为 docx"

_BINARIES = (
    (b"\x89PNG", "图片（PNG）"),
    (b"\xff\xd8\xff", "图片（JPEG）"),
    (b"GIF87a", "图片（GIF）"),
    (b"GIF89a", "图片（GIF）"),
    (b"II*\0", "图片（TIFF）"),
    (b"MM\0*", "图片（TIFF）"),
    (b"Rar!\x1a\x07", "压缩包（RAR）"),
    (b"7z\xbc\xaf", "压缩包（7z）"),
    (b"\x1f\x8b", "压缩包（gzip）"),
    (b"SQLite format 3\0", "数据库"),
    (b"\x7fELF", "程序"),
    (b"MZ\x90", "程序"),
)
_ZIPS = (
    ("xl/workbook.xml", "Excel 工作簿；请把要核对的内容另存为 docx、PDF 或文本"),
    ("ppt/presentation.xml", "PowerPoint 演示文稿；请导出为 PDF"),
    ("OFD.xml", "OFD 版式文件；请导出为 PDF 或 docx"),
    ("content.xml", f"ODF 文档；{_AS_DOCX}"),
)
_OLE2_STREAMS = (
    ("EncryptedPackage", "文件有密码（加密的 docx）；请去掉密码后重新提交"),
    ("WordDocument", f"这是旧版 Word 文档（.doc）；{_AS_DOCX}"),
    ("Workbook", "这是旧版 Excel 工作簿（.xls）；请把要核对的内容另存为 docx、PDF 或文本"),
    ("PowerPoint Document", "这是旧版 PowerPoint 演示文稿（.ppt）；请导出为 PDF"),
)
# A page begins with its document type or its root, after comments and declarations; a fragment may begin with a tag of
# its own, but only the ending can tell it from text.
_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]{0,300}+>\s*+)?(?:<!--[^>]{0,2000}+>\s*+){0,5}+<(?:!doctype\s++html|html)\b",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<[a-zA-Z!/?]")
_OTHER_TEXT = (
    (re.compile(rb"\s*+\{\\rtf"), f"这是 RTF 文档；{_AS_DOCX}"),
    (
        re.compile(
            rb"(?:[-\w]{1,40}+:[^\n]{0,300}+\n(?:[ \t][^\n]{0,300}+\n){0,9}+){0,20}?MIME-Version:",
            re.IGNORECASE,
        ),
        f"这是单个文件网页（MHTML）；{_AS_DOCX}",
    ),
    (
        re.compile(rb"\s*+<\?xml[^>]{0,300}+>\s*+<\?mso-application\s"),
        f"这是 Word 或 Excel 的 XML 文档；{_AS_DOCX}",
    ),
    (re.compile(rb"\s*+<\?xml[^>]{0,300}+>\s*+<pkg:package\b"), f"这是 Word 的 XML 文档；{_AS_DOCX}"),
)
_TEXT_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_ENDINGS: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "xhtml",
    ".xht": "xhtml",
}
# Names that promise what a text file is not: often the page of an error that was saved in place of the document.
_BINARY_ENDINGS = frozenset({
    ".docx", ".docm", ".doc", ".wps", ".pdf", ".ofd", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".odt",
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".zip", ".rar", ".7z",
})  # fmt: skip


def recognise(source: str, data: bytes) -> Format:
    """Tell a file's format.

    Args:
        source: The document's name; its ending decides between text, Markdown and a fragment of HTML.
        data: The file's bytes.

    Returns:
        The format. Content that tells its own format is believed against the ending.

    Raises:
        ReadingError: The file is of a kind that cannot be read; the reason says what to do.
    """
    ending = PurePosixPath(source).suffix.lower()
    if data.startswith(_PDF) or (ending == ".pdf" and _PDF in data[:_PDF_HEAD_BYTES]):
        return "pdf"
    if data.startswith(_ZIP):
        return _recognise_zip(data)
    if data.startswith(_OLE2):
        raise ReadingError(_ole2_reason(data))
    for magic, name in _BINARIES:
        if data.startswith(magic):
            advice = "请先 OCR（文字识别）成文本或 docx" if "图片" in name else "请提交其中的文档"
            raise ReadingError(f"这是{name}，不是文档；{advice}")
    head = _ascii_head(data)
    if _PAGE.match(head):
        return "xhtml" if ending in {".xhtml", ".xht"} or head.lstrip().startswith(b"<?xml") else "html"
    for pattern, reason in _OTHER_TEXT:
        if pattern.match(head):
            raise ReadingError(reason)
    if ending in _BINARY_ENDINGS:
        raise ReadingError(
            f"扩展名是 {ending}，内容却不是这种文件，可能没有传完或存错；请取得原件，或用原软件另存为 docx、PDF 或 txt"
        )
    found = _ENDINGS.get(ending, "text")
    if found in {"html", "xhtml"} and not _TAG.search(data.replace(b"\0", b"")):
        return "text"
    return found


def _recognise_zip(data: bytes) -> Format:
    from extract.formats.word import main_part
    from extract.formats.zip_package import ZipPackage

    package = ZipPackage(data)
    if main_part(package) is not None:
        return "docx"
    for part, name in _ZIPS:
        if part in package:
            raise ReadingError(f"这是 {name}")
    if "[Content_Types].xml" in package:
        raise ReadingError(f"文件内没有正文（word/document.xml），不是完整的 Word 文档；{_AS_DOCX}")
    raise ReadingError("这是压缩包，不是文档；请解压后提交其中的文档")


def _ole2_reason(data: bytes) -> str:
    for stream, reason in _OLE2_STREAMS:
        if stream.encode("utf-16-le") in data:
            return reason
    return f"这是旧版 Office 文件；{_AS_DOCX}"


def _ascii_head(data: bytes) -> bytes:
    """The first characters, UTF-16 brought to one byte a character, to look for marks that are ASCII."""
    head = data[:8_192]
    for bom in _TEXT_BOMS:
        head = head.removeprefix(bom)
    return head.replace(b"\0", b"")
