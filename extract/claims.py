"""Claims: what each quantity is about."""

from __future__ import annotations

from collections.abc import Sequence

from extract.claim import Claim
from extract.outline import Outline
from extract.prose import Prose
from extract.quantity import Quantity


def find_claims(prose: Prose, outline: Outline, quantities: Sequence[Quantity]) -> tuple[Claim, ...]:
    """Find the claims of a text."""
    return ()
