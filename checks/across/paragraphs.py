"""C13: paragraphs that stand in several documents."""

from __future__ import annotations

from collections.abc import Sequence

from checks.across.draft import SHOWN, Draft, Spot, named
from checks.across.join import Passages
from checks.across.rules import SAME_PARAGRAPH


def copied(block: Sequence[Passages], sources: Sequence[str]) -> Draft:
    """The finding for paragraphs that stand in the same documents.

    Args:
        block: The places of each paragraph, one a document, documents in order.
        sources: The names of all documents.

    Returns:
        One finding at the first paragraph in the first document.
    """
    first = block[0]
    spots = [
        Spot(*numbers)
        for numbers in zip(
            first.document[: SHOWN + 1].tolist(),
            first.start[: SHOWN + 1].tolist(),
            first.end[: SHOWN + 1].tolist(),
            strict=True,
        )
    ]
    others = [sources[number] for number in first.document[1:].tolist()]
    what = "这一段" if len(block) == 1 else f"这一段等{len(block)}段"
    return Draft(
        SAME_PARAGRAPH,
        "repetition",
        "info",
        spots[0],
        f"{what}与{named(others)}中的一字不差",
        f"共{len(others) + 1}份文件，每份{len(block)}段",
        tuple(spots[1:]),
    )
