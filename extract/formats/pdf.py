"""PDF: the text layer, page by page, a block for each line."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from extract.document import Block, ReadingError
from extract.formats.composer import Composer
from extract.formats.limits import MAX_PAGES, require_size
from extract.late import late

if TYPE_CHECKING:
    import pypdfium2

_PASSWORD_ERROR = 4
_SECURITY_ERROR = 5
# ISO 32000-1, annex H.3: readers look for the mark of the end in the last 1,024 bytes.
_END_MARK = b"%%EOF"
_END_BYTES = 1_024
# A picture of half a page and no text: the text is in the picture.
_PICTURE_SHARE = 0.5
# PDFium marks a hyphen that it found at a line's end inside a word.
_LINE_HYPHEN = "\x02"
# Other control characters are codes of glyphs that the font gives no character for.
_CODES = late("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_UNMAPPED = "\ufffd"
# A bullet on each line is one in thirty; figures in a font without a table are one in ten.
_UNMAPPED_SHARE = 0.05

_DAMAGED = "PDF 已损坏或不完整（可能没有传完），打不开；请重新取得原件，或重新导出 PDF"
_NO_TEXT = "只有图像，没有文字层，请先 OCR（文字识别）后重试"

# PDFium is not thread-safe, and batches run on threads.
_PDFIUM = threading.Lock()


def read_pdf(data: bytes) -> tuple[str, tuple[Block, ...]]:
    """Read the text layer of a PDF.

    Args:
        data: The file's bytes.

    Returns:
        The text and its blocks: one for each printed line, with its page as locator.

    Raises:
        ReadingError: The file is damaged, encrypted or too long, or a page of it is a picture.
    """
    if _END_MARK not in data.rstrip(b"\0 \t\r\n")[-_END_BYTES:]:
        raise ReadingError(_DAMAGED)
    with _PDFIUM:
        return _read(data)


def _read(data: bytes) -> tuple[str, tuple[Block, ...]]:
    import pypdfium2

    composer = Composer()
    pictures: list[int] = []
    printed = unmapped = 0
    try:
        with pypdfium2.PdfDocument(data) as document:
            count = len(document)
            if count > MAX_PAGES:
                raise ReadingError(f"PDF 有{count}页，超过{MAX_PAGES}页（上限），请拆分成几个文件")
            for number in range(1, count + 1):
                page = document[number - 1]
                try:
                    text, glyphs, errors = _page_text(page)
                    if not text.strip() and _is_picture(page):
                        pictures.append(number)
                finally:
                    page.close()
                printed += glyphs
                unmapped += errors
                for line in text.splitlines():
                    composer.add(line.strip(), locator=f"第{number}页")
    except pypdfium2.PdfiumError as problem:
        if problem.err_code in {_PASSWORD_ERROR, _SECURITY_ERROR}:
            raise ReadingError("PDF 有密码；请去掉密码后重新提交") from problem
        raise ReadingError(_DAMAGED) from problem
    text, blocks = composer.finish()
    if not text:
        raise ReadingError(f"PDF {_NO_TEXT}")
    if pictures:
        pages = "、".join(map(str, pictures[:10])) + ("等" if len(pictures) > 10 else "")
        raise ReadingError(f"PDF 第{pages}页{_NO_TEXT}")
    if unmapped > printed * _UNMAPPED_SHARE:
        raise ReadingError(
            "PDF 的文字层认不出来（字体缺少文字编码表）；请用原软件重新导出，或先 OCR（文字识别）后重试"
        )
    return text, blocks


def _page_text(page: pypdfium2.PdfPage) -> tuple[str, int, int]:
    """The text inside a page's borders, the number of its glyphs and how many of them have no character."""
    from pypdfium2.raw import FPDFText_HasUnicodeMapError

    layer = page.get_textpage()
    try:
        glyphs = layer.count_chars()
        require_size(glyphs)
        handle = layer.raw
        unmapped = sum(FPDFText_HasUnicodeMapError(handle, index) > 0 for index in range(glyphs))
        text = layer.get_text_bounded(errors="replace").replace(_LINE_HYPHEN, "-")
    finally:
        layer.close()
    return _CODES.sub(_UNMAPPED, text), glyphs, unmapped


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    left, bottom, right, top = page.get_bbox()
    covered = 0.0
    for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3):
        x1, y1, x2, y2 = picture.get_bounds()
        covered += max(min(x2, right) - max(x1, left), 0.0) * max(min(y2, top) - max(y1, bottom), 0.0)
    half: bool = covered > _PICTURE_SHARE * (right - left) * (top - bottom)
    return half
