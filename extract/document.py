"""The document as read: its text, and where each part of the text stands in the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "heading", "list_item", "cell", "caption"]
Script = Literal["simplified", "traditional", "mixed"]


class ReadingError(Exception):
    """A document that cannot be read, with a reason that an editor understands.

    Args:
        reason: What is wrong and what to do about it, in Chinese, without the file's name.
        stage: The step that failed: ``decode``, ``read`` …
    """

    def __init__(self, reason: str, stage: str = "read") -> None:
        super().__init__(reason)
        self.reason = reason
        self.stage = stage

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str]]:
        """Pickle both arguments, so that the error crosses a process border whole."""
        return type(self), (self.reason, self.stage)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table cell of the original.

    Attributes:
        kind: What the block is.
        start: Offset of its first character in ``Document.text``.
        end: Offset after its last character.
        level: Heading level as the format declares it (1 is the highest), 0 for anything else.
        locator: The place in the original for people, such as ``第3页`` or ``表1第2行第3列``; empty where the
            line number says enough.
        table: Number of the table that a cell belongs to, from 1; 0 outside tables.
        row: Row of a cell, from 0.
        column: Column of a cell, from 0.
        header: Whether a cell is a heading cell.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    locator: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    header: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text as read, which all offsets count.

    Attributes:
        source: Name of the document in its run, with forward slashes.
        sha256: Hash of the file's bytes, in hexadecimal.
        size: Number of bytes.
        media_type: The format that was recognised, such as ``text/plain``.
        encoding: The character encoding, null for formats that declare their own.
        text: The decoded text with its own line ends, without a byte-order mark.
        blocks: The parts of the text in order, not overlapping.
    """

    source: str
    sha256: str
    size: int
    media_type: str
    encoding: str | None
    text: str
    blocks: tuple[Block, ...]
