"""What ``heshu diff`` prints: the numbers that changed, and what did not follow them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checks.audit import Audit
from checks.drafts import ChangedNumber, DraftNumber, Sort
from checks.engine import PlacedRelation
from extract.claim import Claim
from reports.excerpt import cut, excerpt, painted
from reports.lines import Lines
from reports.visible import visible

_SORTS: dict[Sort, str] = {"changed": "改动", "added": "新增", "removed": "删除"}
_WAYS = {"up": "升", "down": "降"}
_NARROWEST = 40
_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft as the user named it.

    Attributes:
        path: The file.
        audit: Its audit; it could be read.
    """

    path: str
    audit: Audit

    def lines(self) -> Lines:
        """The lines of its text."""
        return Lines(self.audit.document.text if self.audit.document is not None else "")


def change_lines(
    old: Draft, new: Draft, changes: Sequence[ChangedNumber], *, width: int = 100, colour: bool = False
) -> Iterator[str]:
    """The changes for people at a terminal.

    Args:
        old: The earlier draft.
        new: The later one.
        changes: What differs, as :func:`checks.drafts.compare` gives it.
        width: Columns of the terminal.
        colour: Whether to colour by ANSI sequences.

    Yields:
        Lines without their ends; no character of a document reaches the terminal as a control.
    """
    page = _Page(old, new, max(width, _NARROWEST), colour)
    for change in changes:
        yield from page.block(change)
        yield ""
    yield _counted(changes)
    if all(change.followed for change in changes):
        yield painted("没有发现未跟上的数字", "pass", colour)
    else:
        yield painted("有数字没有跟上改动", "error", colour)


def changes_json(old: Draft, new: Draft, changes: Sequence[ChangedNumber]) -> str:
    """The changes for programs: offsets, lines and columns count each draft's text as read."""
    lines = {"old": old.lines(), "new": new.lines()}
    return json.dumps(
        {
            "version": 1,
            "tool": "heshu",
            "old": {"path": old.path, "sha256": old.audit.sha256},
            "new": {"path": new.path, "sha256": new.audit.sha256},
            "followed": all(change.followed for change in changes),
            "changes": [_row(change, lines["old"], lines["new"]) for change in changes],
        },
        ensure_ascii=False,
        indent=2,
        allow_nan=False,
    )


class _Page:
    """Writes blocks; a relation that several changes broke is told once in full."""

    def __init__(self, old: Draft, new: Draft, width: int, colour: bool) -> None:
        self.old, self.new = old, new
        self.old_lines, self.new_lines = old.lines(), new.lines()
        self.width, self.colour = width, colour
        self.told: set[str] = set()

    def block(self, change: ChangedNumber) -> Iterator[str]:
        """The lines of one change."""
        shown = change.shown()
        draft, lines = (self.new, self.new_lines) if change.new is not None else (self.old, self.old_lines)
        line, column = lines.position(shown.place.start)
        where = painted(f"{visible(draft.path)}:{line}:{column}", "path", self.colour)
        tone = "info" if change.followed else "error"
        yield f"{where} {painted(_SORTS[change.sort], tone, self.colour)} {_told(change)}"
        words, marks = excerpt(
            lines, shown.place.start, shown.place.end, line, self.width - len(str(line)) - 3
        )
        margin = " " * len(str(line))
        yield painted(f"{line} |", "frame", self.colour) + f" {words}"
        yield painted(f"{margin} |", "frame", self.colour) + f" {painted(marks, tone, self.colour)}"
        for words in self._dependent(change):
            yield painted(f"{margin} =", "frame", self.colour) + f" {words}"

    def _dependent(self, change: ChangedNumber) -> Iterator[str]:
        if change.sort == "changed" and change.old is not None:
            yield f"原稿 {self.old_lines.position(change.old.place.start)[0]} 行：{_quote(change.old)}"
        for other in change.stale:
            yield f"未跟上 {self._at(other.place.start)}：此处仍为“{_quote(other)}”"
        for placed in change.broken:
            at = self._at(placed.places[0].start)
            told = "（同上）" if placed.relation_id in self.told else f"：{visible(placed.relation.equation)}"
            yield f"不再相符 {at}，{placed.relation.rule}{told}"
            self.told.add(placed.relation_id)

    def _at(self, offset: int) -> str:
        return "{} 行 {} 列".format(*self.new_lines.position(offset))


def _told(change: ChangedNumber) -> str:
    shown = change.shown()
    moved = f"{_quote(change.old)} → " if change.old is not None and change.new is not None else ""
    claim = shown.claim
    about = [claim.indicator, claim.period and claim.period.text, claim.region]
    if change.old is not None and change.new is not None and change.old.claim.direction != claim.direction:
        ways = [_WAYS.get(one.claim.direction or "", "不明") for one in (change.old, change.new)]
        about.append(f"方向由{ways[0]}变为{ways[1]}")
    words = "，".join(visible(word) for word in about if word)
    return f"{moved}{_quote(shown)}" + (f"（{words}）" if words else "")


def _quote(number: DraftNumber) -> str:
    words, _ = cut(visible(" ".join(number.place.quote.split())), _QUOTE)
    return words


def _counted(changes: Sequence[ChangedNumber]) -> str:
    sorts = Counter(change.sort for change in changes)
    if not changes:
        return "两稿的数字没有变化。"
    stale = {other.place.start for change in changes for other in change.stale}
    broken = {placed.relation_id for change in changes for placed in change.broken}
    counts = "、".join(f"{word} {sorts[sort]} 个" for sort, word in _SORTS.items())
    return f"数字{counts}；仍为旧值 {len(stale)} 处，不再相符的关系 {len(broken)} 个。"


def _row(change: ChangedNumber, old: Lines, new: Lines) -> dict[str, Any]:
    claim = change.shown().claim
    return {
        "change": change.sort,
        "indicator": claim.indicator,
        "indicator_key": claim.indicator_key,
        "kind": claim.kind,
        "period": claim.period.text if claim.period is not None else None,
        "region": claim.region,
        "old": None if change.old is None else _number(change.old, old),
        "new": None if change.new is None else _number(change.new, new),
        "followed": change.followed,
        "stale": [_number(other, new) for other in change.stale],
        "broken": [_relation(placed, new) for placed in change.broken],
    }


def _number(number: DraftNumber, lines: Lines) -> dict[str, Any]:
    claim: Claim = number.claim
    return {
        **_spot(number.place.start, number.place.end, number.place.quote, lines),
        "number": claim.numeral,
        "unit": claim.unit or None,
        "bound": claim.bound,
        "direction": claim.direction,
    }


def _relation(placed: PlacedRelation, lines: Lines) -> dict[str, Any]:
    relation = placed.relation
    return {
        "rule": relation.rule,
        "kind": relation.kind,
        "equation": relation.equation,
        "message": relation.message,
        "members": [_spot(place.start, place.end, place.quote, lines) for place in placed.places],
    }


def _spot(start: int, end: int, quote: str, lines: Lines) -> dict[str, Any]:
    line, column = lines.position(start)
    return {"start": start, "end": end, "quote": quote, "line": line, "column": column}
