"""Normalisation: one script, one width, no glosses, no breaks inside sentences."""

from __future__ import annotations

from extract.document import Document
from extract.prose import Prose, cut_out


def normalise(document: Document) -> Prose:
    """Fold a document's text for analysis."""
    return cut_out(document.text, ())
