"""The visible text of a stretch of a web page: what is hidden left out, blanks as a browser sets them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from extract.formats.superscript import raised
from extract.late import late

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSEEN = frozenset({
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "iframe", "object", "embed",
    "applet", "svg", "canvas", "audio", "video", "select", "datalist", "textarea", "noframes", "noembed",
    "map", "rt", "rp", "annotation", "annotation-xml", "-comment",
})  # fmt: skip
_HIDDEN = late(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)", re.IGNORECASE)

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffee“”‘’—…"
# A line end of the source between two wide characters stands for nothing (CSS Text 3, 4.1.3).
_SOURCE_BREAK = late(rf"(?<=[{_WIDE}])[ \t]*+\n[ \t\n\r\f]*+(?=[{_WIDE}])")
_BLANKS = late(r"[ \t\n\r\f]+")
# A line break that is meant; the parser lets no NUL through.
_BREAK = "\0"
_BREAKS = late(f" ?{_BREAK} ?")


def traverse(
    top: LexborNode, enter: Callable[[LexborNode], bool], leave: Callable[[LexborNode], None]
) -> None:
    """Walk a tree without recursion: a hostile page is a hundred thousand levels deep.

    Args:
        top: Where to begin.
        enter: Called before a node's children; tells whether to go into them.
        leave: Called after a node's children, for the nodes that were gone into.
    """
    node = top
    depth = 0
    while True:
        if enter(node):
            child = node.first_child
            if child is not None:
                node = child
                depth += 1
                continue
            leave(node)
        following = node.next if depth else None
        while depth and following is None:
            parent = node.parent
            if parent is None:
                return
            node = parent
            depth -= 1
            leave(node)
            following = node.next if depth else None
        if following is None:
            return
        node = following


class VisibleText:
    """Collects the text of inline nodes until a block ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def enter(self, node: LexborNode) -> bool:
        """Take a node's own text.

        Args:
            node: A text node or an element.

        Returns:
            Whether its children are to be seen too.
        """
        tag = node.tag or ""
        if tag == "-text":
            self._pieces.append(node.text_content or "")
            return False
        if not is_visible(node):
            return False
        if tag == "br":
            self.break_line()
            return False
        if tag == "sup":
            digits = raised(node.text())
            if digits is not None:
                self._pieces.append(digits)
                return False
        return True

    def break_line(self) -> None:
        """Add a line break that stays."""
        self._pieces.append(_BREAK)

    def take(self, *, verbatim: bool = False) -> str:
        """Give the text so far and begin anew.

        Args:
            verbatim: Whether blanks and line ends stay as they are.

        Returns:
            The text without blanks at its ends.
        """
        if not self._pieces:
            return ""
        text = "".join(self._pieces)
        self._pieces.clear()
        if verbatim:
            return text.replace(_BREAK, "\n").strip("\r\n\t ")
        text = _BLANKS.sub(" ", _SOURCE_BREAK.sub("", text))
        return _BREAKS.sub("\n", text).strip(" \n")


def is_visible(node: LexborNode) -> bool:
    """Whether an element shows, as far as the element itself tells."""
    tag = node.tag
    if tag is None or tag in _UNSEEN:
        return False
    attributes = node.attributes
    return not attributes or not ("hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""))
