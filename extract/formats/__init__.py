"""Readers for each file format, and the choice between them."""

from __future__ import annotations

import hashlib

from extract.document import Block, Document, ReadingError


def read_document(source: str, data: bytes) -> Document:
    """Decode and read one document."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise ReadingError("不是 UTF-8 文本", "decode") from problem
    blocks, position = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block("paragraph", position, position + len(line.rstrip("\r\n"))))
        position += len(line)
    return Document(
        source, hashlib.sha256(data).hexdigest(), len(data), "text/plain", "utf-8", text, tuple(blocks)
    )
