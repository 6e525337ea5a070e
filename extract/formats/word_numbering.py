"""Automatic numbering of word-processing documents: 一、 （一） 1. that stand in no paragraph's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from extract.formats.list_marks import list_mark
from extract.formats.word_xml import W, is_on, number, value
from extract.late import late

_LEVELS = 9
_PLACE = late("%([1-9])")
# After these a blank in print is part of the sign.
_CLOSED = "、．。）】〕：　"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    pattern: str
    gap: bool
    arabic: bool
    restart: int


class Numbering:
    """Counts the automatic numbers of a document's paragraphs in their order.

    Args:
        root: The root of ``numbering.xml``, ``None`` where the document has none.
        style_lists: The list (``numId``) that each paragraph style names.
    """

    def __init__(self, root: Element | None, style_lists: dict[str, str]) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counter_of: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._seen: set[tuple[str, int]] = set()
        self._style_level: dict[tuple[str, str], int] = {}
        if root is not None:
            self._load(root, style_lists)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level of a list that is bound to a paragraph style, ``None`` where none is."""
        return self._style_level.get((list_id, style))

    def next_mark(self, list_id: str, level: int) -> str | None:
        """Count on and render a paragraph's number.

        Args:
            list_id: The paragraph's list.
            level: Its level, from 0.

        Returns:
            The mark with the blank after it, empty for a bullet, ``None`` where the list is not defined.
        """
        definition = self._levels.get(list_id, {}).get(level)
        if definition is None:
            return None
        counts = self._counts.setdefault(self._counter_of[list_id], [None] * _LEVELS)
        start = self._starts[list_id].get(level)
        if start is not None and (list_id, level) not in self._seen:
            counts[level] = None
        self._seen.add((list_id, level))
        current = counts[level]
        counts[level] = (definition.start if start is None else start) if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            below = self._levels[list_id].get(deeper)
            if below is not None and 0 <= below.restart <= level:
                continue
            counts[deeper] = None
        return self._render(list_id, level, counts)

    def _render(self, list_id: str, level: int, counts: list[int | None]) -> str:
        levels = self._levels[list_id]
        own = levels[level]

        def place(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            other = levels.get(index)
            if other is None:
                return ""
            count = counts[index]
            style = "decimal" if own.arabic and other.style != "none" else other.style
            return list_mark(other.start if count is None else count, style)

        if own.style == "bullet":
            return ""
        mark = _PLACE.sub(place, own.pattern)
        return mark + " " if own.gap and mark and mark[-1] not in _CLOSED else mark

    def _load(self, root: Element, style_lists: dict[str, str]) -> None:
        abstracts = {item.get(W + "abstractNumId", ""): item for item in root.iter(W + "abstractNum")}
        lists = {item.get(W + "numId", ""): item for item in root.iter(W + "num")}
        for list_id, item in lists.items():
            abstract_id = value(item.find(W + "abstractNumId"))
            abstract = abstracts.get(abstract_id)
            if abstract is None:
                continue
            linked = style_lists.get(value(abstract.find(W + "numStyleLink")))
            if linked in lists and linked != list_id:
                abstract_id = value(lists[linked].find(W + "abstractNumId"))
                abstract = abstracts.get(abstract_id, abstract)
            levels: dict[int, _Level] = {}
            starts: dict[int, int] = {}
            self._load_levels(list_id, abstract, levels)
            for override in item.iter(W + "lvlOverride"):
                self._load_levels(list_id, override, levels)
                start = override.find(W + "startOverride")
                if start is not None:
                    starts[_index(override)] = number(start)
            self._levels[list_id] = levels
            self._starts[list_id] = starts
            self._counter_of[list_id] = abstract_id

    def _load_levels(self, list_id: str, parent: Element, levels: dict[int, _Level]) -> None:
        for item in parent.iter(W + "lvl"):
            index = _index(item)
            if not 0 <= index < _LEVELS:
                continue
            levels[index] = _Level(
                start=number(item.find(W + "start")),
                style=value(_format_of(item), "decimal"),
                pattern=value(item.find(W + "lvlText")),
                gap=value(item.find(W + "suff"), "tab") != "nothing",
                arabic=is_on(item.find(W + "isLgl")),
                restart=number(item.find(W + "lvlRestart"), -1),
            )
            style = value(item.find(W + "pStyle"))
            if style:
                self._style_level[list_id, style] = index


def _index(item: Element) -> int:
    text = item.get(W + "ilvl", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 3 else -1


def _format_of(level: Element) -> Element | None:
    # Formats newer than the standard stand in a choice, with an older one to fall back on outside of it.
    return level.find(f".//{W}numFmt")
