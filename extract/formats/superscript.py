"""Raised digits as characters of their own, so that ten to the fourth is not read as a hundred and four."""

from __future__ import annotations

from extract.late import late

_RAISED = late(r"[0-9+\-−()]{1,8}")
_TABLE = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")


def raised(text: str) -> str | None:
    """The superscript characters for a raised text.

    Args:
        text: What the original prints raised.

    Returns:
        The same in superscript characters, ``None`` where there are none for it.
    """
    text = text.strip()
    return text.translate(_TABLE) if _RAISED.fullmatch(text) else None
