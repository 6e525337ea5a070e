"""Segmentation: paragraphs, sentences and enumerators."""

from __future__ import annotations

import re

from extract.document import Document
from extract.outline import Outline, Paragraph, Sentence
from extract.prose import Prose

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*")


def segment(document: Document, prose: Prose) -> Outline:
    """Find the structure of a text."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    position = 0
    for line in prose.text.splitlines(keepends=True):
        if line.strip():
            number = len(paragraphs)
            paragraphs.append(Paragraph(position, position + len(line.rstrip()), "body", 0, -1))
            for match in _SENTENCE.finditer(prose.text, position, position + len(line)):
                sentences.append(Sentence(match.start(), match.end(), number))
        position += len(line)
    return Outline(tuple(paragraphs), tuple(sentences), (), "", None)
