"""Web pages: the visible text, a block for each block element."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from extract.document import Block, BlockKind
from extract.formats.composer import Composer
from extract.formats.markup_cost import require_cheap_markup
from extract.formats.visible_text import VisibleText, is_visible, traverse
from extract.formats.web_table import WebTable
from extract.late import late

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CHARSET = late(
    r"<(?:meta\b[^>]{0,300}?\bcharset\s{0,9}=|\?xml\b[^>]{0,200}?\bencoding\s{0,9}=)[\s\"']{0,9}([-\w]{1,40})",
    re.IGNORECASE,
)
# The HTML standard looks for the declaration in the first 1,024 bytes; real pages have it later.
_DECLARATION_BYTES = 4_096
_CDATA = "<![CDATA["
_SELF_CLOSED = late(
    r"<(script|style|title|textarea|iframe|a|div|span|p|td|li)\b([^<>]{0,300}+)(?<=/)>", re.IGNORECASE
)

_BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_KINDS: dict[str, tuple[BlockKind, int]] = {
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
    "li": ("list_item", 0),
    "dt": ("list_item", 0),
    "dd": ("list_item", 0),
    "caption": ("caption", 0),
    "figcaption": ("caption", 0),
}


def declared_encoding(data: bytes) -> str:
    """The encoding that a page declares for itself, empty if none."""
    match = _CHARSET.search(data[:_DECLARATION_BYTES].decode("latin-1"))
    return match.group(1) if match else ""


def read_webpage(source: str, *, xml: bool) -> tuple[str, tuple[Block, ...]]:
    """Read the visible text of a web page.

    Nothing is fetched and no style sheet is known: hidden is what says so itself.

    Args:
        source: The page's source.
        xml: Whether the page is XHTML, where any element may close itself.

    Returns:
        The text and its blocks: one for each block element, with line ends at ``<br>``, and one for each cell of a
        data table. Raised digits become superscript characters.

    Raises:
        ReadingError: The page is too long, or its markup too costly.
    """
    from selectolax.lexbor import LexborHTMLParser

    if xml:
        source = _SELF_CLOSED.sub(r"<\1\2></\1>", _without_cdata(source))
    require_cheap_markup(source)
    parser = LexborHTMLParser(source)
    page = _Page()
    if parser.body is not None:
        traverse(parser.body, page.enter, page.leave)
    return page.composer.finish()


def _without_cdata(source: str) -> str:
    first, *others = source.split(_CDATA)
    pieces = [first]
    for other in others:
        content, _, rest = other.partition("]]>")
        pieces += (escape(content), rest)
    return "".join(pieces)


class _Page:
    """Turns the nodes of a page, in their order, into blocks."""

    def __init__(self) -> None:
        self.composer = Composer()
        self._text = VisibleText()
        self._kinds: list[tuple[BlockKind, int]] = [("paragraph", 0)]
        self._verbatim = 0

    def enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag not in _BLOCK:
            return self._text.enter(node)
        self._flush()
        if not is_visible(node):
            return False
        if tag == "table":
            table = WebTable(node)
            if table.rows:
                self.composer.add(table.caption, "caption")
                self.composer.add_table(table.rows, located=True)
                return False
        elif tag in _KINDS:
            self._kinds.append(_KINDS[tag])
        elif tag == "pre":
            self._verbatim += 1
        return True

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag not in _BLOCK:
            return
        self._flush()
        if tag in _KINDS:
            self._kinds.pop()
        elif tag == "pre":
            self._verbatim -= 1

    def _flush(self) -> None:
        text = self._text.take(verbatim=self._verbatim > 0)
        if text:
            kind, level = self._kinds[-1]
            self.composer.add(text, kind, level=level)
