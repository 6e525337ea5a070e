"""Characters that a terminal or an eye would miss, made visible."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Show control and direction characters as signs, so that no document can steer a terminal.

    Args:
        text: Words of a document, a file's name, a message that quotes them.

    Returns:
        One line: ASCII controls as control pictures (ESC is ``␛``), the rest as ``<U+202E>``.
    """
    return _HIDDEN.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
