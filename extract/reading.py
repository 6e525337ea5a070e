"""The way of a document from bytes to claims, one readable line a stage."""

from __future__ import annotations

from dataclasses import dataclass

from extract.claim import Claim
from extract.claims import find_claims
from extract.document import Document
from extract.formats import read_document
from extract.normalise import normalise
from extract.outline import Outline
from extract.prose import Prose
from extract.quantities import find_quantities
from extract.quantity import Quantity
from extract.segment import segment

__all__ = ["Reading", "extract", "read_document"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that extraction knows about one document.

    Attributes:
        document: The text as read.
        prose: The analysis text and the way back; all offsets below count its characters.
        outline: Headings, paragraphs, sentences and enumerators.
        quantities: Every numeral of the text with its role, in order.
        claims: The quantities that assert something, in order.
    """

    document: Document
    prose: Prose
    outline: Outline
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]


def extract(document: Document) -> Reading:
    """Read a document's numbers and claims.

    Args:
        document: The document as :func:`read_document` gives it.

    Returns:
        The reading; the same document gives the same reading.
    """
    prose = normalise(document)
    outline = segment(document, prose)
    quantities = find_quantities(prose, outline)
    claims = find_claims(document, prose, outline, quantities)
    claimed = {claim.quantity.start: claim.quantity for claim in claims}
    quantities = tuple(claimed.get(quantity.start, quantity) for quantity in quantities)
    return Reading(document, prose, outline, quantities, claims)
