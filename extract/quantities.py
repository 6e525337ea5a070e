"""Quantities: every numeral of a text with its unit, bound words and role."""

from __future__ import annotations

from extract.outline import Outline
from extract.prose import Prose
from extract.quantity import Quantity


def find_quantities(prose: Prose, outline: Outline) -> tuple[Quantity, ...]:
    """Find every numeral of a text."""
    return ()
