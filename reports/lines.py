"""Lines and columns of a text, as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """Leads from an offset to a line and a column, both from 1, columns in characters.

    Lines end at CRLF, LF and CR, as SARIF and editors have it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        self.starts += [match.end() for match in _LINE_END.finditer(text)]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at an offset; the end of the text has a position too."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, line: int) -> tuple[int, int]:
        """Start and end of a line, from 1, without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end
