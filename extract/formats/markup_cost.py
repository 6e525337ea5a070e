"""A bound on what a page's markup costs to parse.

An HTML parser looks through its stack of open elements at every block tag and through a tag's attributes at every new
one: a hundred thousand nested tags or attributes cost it minutes. Both are estimated in one linear pass before parsing.
"""

from __future__ import annotations

import re

from extract.document import ReadingError
from extract.late import late

# 2.3 ns a step were measured: half a second.
_MAX_STEPS = 200_000_000
_MAX_ATTRIBUTES = 2_000

_TAG = late(r"<(?:(!--)|(/?)([a-zA-Z][^\s/>]{0,40}+)([^>]*+))")
_RAW_END = {
    name: late(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
# Void elements, and those that the next of their kind closes: they do not nest by themselves.
_FLAT = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "param", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot",
    "colgroup", "rb", "rt", "rtc", "rp",
})  # fmt: skip


def require_cheap_markup(html: str) -> None:
    """Refuse a page whose markup would cost a parser too much.

    Args:
        html: The page's source.

    Raises:
        ReadingError: Tags are nested too deeply, or a tag has too many attributes.
    """
    depth = steps = position = 0
    while (match := _TAG.search(html, position)) is not None:
        comment, closing, name, rest = match.groups()
        position = match.end()
        if comment:
            end = html.find("-->", match.start() + 2)
            if end < 0:
                break
            position = end + 3
            continue
        name = name.lower()
        if len(rest) > _MAX_ATTRIBUTES and _too_many_attributes(rest):
            raise ReadingError(
                f"网页的一个标签有{_MAX_ATTRIBUTES}个以上的属性，不像正常的网页；请另存为纯文本或 docx 后重试"
            )
        if closing:
            depth = max(depth - (name not in _FLAT), 0)
        elif name in _RAW_END:
            raw_end = _RAW_END[name].search(html, position)
            if raw_end is None:
                break
            position = raw_end.start()
            depth += 1
        elif name not in _FLAT:
            depth += 1
        steps += depth
        if steps > _MAX_STEPS:
            raise ReadingError("网页标签嵌套过深，不像正常的网页；请另存为纯文本或 docx 后重试")


def _too_many_attributes(rest: str) -> bool:
    return max(rest.count("="), len(rest.split())) > _MAX_ATTRIBUTES
