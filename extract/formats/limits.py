"""Bounds on what one document may hold, so that a hostile file costs a bounded amount of time and memory."""

from __future__ import annotations

from extract.document import ReadingError

# A provincial yearbook has some five million characters.
MAX_CHARACTERS = 50_000_000
MAX_BLOCKS = 2_000_000
MAX_PAGES = 2_000
# UTF-8 and GB18030 write a character in four bytes at most: more bytes than this cannot hold few enough characters.
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS


def require_size(characters: int, blocks: int = 0) -> None:
    """Refuse a document that is too long.

    Args:
        characters: Number of characters read so far.
        blocks: Number of paragraphs and cells read so far.

    Raises:
        ReadingError: A bound is passed.
    """
    if characters > MAX_CHARACTERS:
        raise ReadingError(f"文字超过{MAX_CHARACTERS // 10_000}万字（上限），请拆分成几个文件", "read")
    if blocks > MAX_BLOCKS:
        raise ReadingError(f"段落和单元格超过{MAX_BLOCKS // 10_000}万个（上限），请拆分成几个文件", "read")
