"""Paragraph styles of word-processing documents: heading levels and the lists that styles belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from extract.formats.word_xml import W, number, value
from extract.late import late

_HEADING_NAME = late(r"(?:heading|标题|標題) ?([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题", "標題"})
# Level 9 stands for body text.
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    base: str
    outline: int | None
    list_id: str | None
    list_level: int | None


class Styles:
    """The paragraph styles of a document.

    Args:
        root: The root of ``styles.xml``, ``None`` where the document has none.
    """

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for item in () if root is None else root.iter(W + "style"):
            if item.get(W + "type", "paragraph") not in {"paragraph", "numbering"}:
                continue
            name = item.get(W + "styleId", "")
            if item.get(W + "type") == "paragraph" and item.get(W + "default") in {"1", "true"}:
                self._default = name
            outline = item.find(f"{W}pPr/{W}outlineLvl")
            list_id = item.find(f"{W}pPr/{W}numPr/{W}numId")
            list_level = item.find(f"{W}pPr/{W}numPr/{W}ilvl")
            self._styles[name] = _Style(
                value(item.find(W + "name")),
                value(item.find(W + "basedOn")),
                None if outline is None else number(outline),
                None if list_id is None else value(list_id),
                None if list_level is None else number(list_level),
            )

    def lists(self) -> dict[str, str]:
        """The list of each style that names one itself."""
        return {name: style.list_id for name, style in self._styles.items() if style.list_id is not None}

    def heading_level(self, properties: Element | None) -> int:
        """The heading level of a paragraph, from 1; 0 for body text."""
        direct = None if properties is None else properties.find(W + "outlineLvl")
        if direct is not None:
            level = number(direct, _BODY_LEVEL)
            return level + 1 if 0 <= level < _BODY_LEVEL else 0
        for style in self._chain(properties):
            if style.outline is not None:
                return style.outline + 1 if 0 <= style.outline < _BODY_LEVEL else 0
            named = _HEADING_NAME.fullmatch(style.name)
            if named:
                return int(named.group(1))
            if style.name.lower() in _TITLE_NAMES:
                return 1
        return 0

    def list_of(self, properties: Element | None) -> tuple[str, int | None, str] | None:
        """The list of a paragraph, its level where one is given, and the name of the paragraph's style."""
        name = self._name(properties)
        level: int | None = None
        if properties is not None:
            direct = properties.find(f"{W}numPr/{W}numId")
            level_item = properties.find(f"{W}numPr/{W}ilvl")
            level = None if level_item is None else number(level_item)
            if direct is not None:
                list_id = value(direct)
                return None if list_id == "0" else (list_id, level or 0, name)
        for style in self._chain(properties):
            level = style.list_level if level is None else level
            if style.list_id is not None:
                return None if style.list_id == "0" else (style.list_id, level, name)
        return None

    def _name(self, properties: Element | None) -> str:
        named = None if properties is None else properties.find(W + "pStyle")
        return value(named, self._default)

    def _chain(self, properties: Element | None) -> Iterator[_Style]:
        name = self._name(properties)
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style
            name = style.base
