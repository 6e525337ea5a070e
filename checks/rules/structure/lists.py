"""Lists: the marks 一是 二是 三是 that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checks.rules.masking.notices import omissions
from extract.enumerators import LEVELS
from extract.outline import Enumerator, Outline

_INLINE = 9
_DEEPEST = 8
_MOST_OPEN = 40
_ALONE = frozenset({"article", "note"})


@dataclass(slots=True)
class MarkedList:
    """The marks of one list in the order of the text.

    Attributes:
        family: Their family.
        marks: The marks, at least one.
        cut: Whether an omission stands directly before its first mark.
        torn: Whether an omission ended it.
    """

    family: str
    marks: list[Enumerator] = field(default_factory=list)
    cut: bool = False
    torn: bool = False

    @property
    def last(self) -> Enumerator:
        """The latest mark."""
        return self.marks[-1]


@lru_cache(maxsize=2)
def lists_of(text: str, outline: Outline) -> tuple[MarkedList, ...]:
    """The lists of a document, none of them across a place where the text admits an omission.

    Args:
        text: The analysis text.
        outline: Its structure.
    """
    return tuple(gather_lists(outline.enumerators, [notice.start for notice in omissions(text)]))


def gather_lists(marks: Iterable[Enumerator], breaks: Sequence[int] = ()) -> list[MarkedList]:
    """Sort marks into lists.

    A mark continues the innermost open list of its family that waits for its number; a first mark begins a list; a
    heading closes the lists below its level. A list that a higher heading closed may go on below the next one
    (numbering that runs through a document).

    Args:
        marks: The marks in order.
        breaks: Offsets where text is left out, in order; no list goes across one.

    Returns:
        The lists in the order of their first marks.
    """
    lists: list[MarkedList] = []
    stack: list[MarkedList] = []
    closed: dict[tuple[str, bool], MarkedList] = {}
    through: dict[str, MarkedList] = {}
    coming = list(reversed(breaks))
    after_break = False
    for mark in marks:
        while coming and coming[-1] <= mark.start:
            coming.pop()
            for open_list in stack:
                open_list.torn = True
            stack, closed, after_break = [], {}, True
        if mark.family in _ALONE:
            known = through.get(mark.family)
            if known is None or mark.number == 1:
                through[mark.family] = _begin(mark, lists, False)
            else:
                known.marks.append(mark)
            continue
        own = _waiting(stack, mark)
        if own is not None:
            _close(stack[stack.index(own) + 1 :], stack, closed)
            own.marks.append(mark)
            continue
        rank = _rank(mark.family)
        if rank < _INLINE:
            _close([open_list for open_list in stack if _rank(open_list.family) > rank], stack, closed)
        earlier = closed.pop((mark.family, mark.opens), None)
        if (
            earlier is not None
            and 1 < mark.number == earlier.last.number + 1
            and (rank < _INLINE or mark.opens)
        ):
            earlier.marks.append(mark)
            stack.append(earlier)
            continue
        stack.append(_begin(mark, lists, after_break and mark.number > 1))
        del stack[:-_MOST_OPEN]
        if mark.number == 1:
            after_break = False
    return lists


def _rank(family: str) -> int:
    return LEVELS.get(family, _INLINE)


def _begin(mark: Enumerator, lists: list[MarkedList], cut: bool) -> MarkedList:
    new = MarkedList(mark.family, [mark], cut)
    lists.append(new)
    return new


def _waiting(stack: list[MarkedList], mark: Enumerator) -> MarkedList | None:
    """The open list that a mark continues; room is made for the list that it begins."""
    own = [open_list for open_list in reversed(stack) if open_list.family == mark.family][:_DEEPEST]
    heading = mark.family in LEVELS
    for open_list in own:
        # A list that another one of its family interrupts goes on only where the two can be told apart.
        if open_list.last.number + 1 == mark.number and (
            open_list is own[0] or heading or (mark.opens and open_list.last.opens)
        ):
            return open_list
    if mark.number != 1:
        return _mixed(stack, mark) or (own[0] if own else None)
    if not own:
        return None
    if not heading and not (own[0].last.opens and not mark.opens):
        stack.remove(own[0])
    return None


def _mixed(stack: list[MarkedList], mark: Enumerator) -> MarkedList | None:
    """The list that goes on in other words: 首先，…第二，… or 一是…二要…."""
    if mark.family in LEVELS:
        return None
    for open_list in reversed(stack):
        if (
            open_list.family not in LEVELS
            and open_list.last.number + 1 == mark.number
            and open_list.last.opens == mark.opens
        ):
            return open_list
    return None


def _close(
    ended: Sequence[MarkedList], stack: list[MarkedList], closed: dict[tuple[str, bool], MarkedList]
) -> None:
    for open_list in ended:
        closed[open_list.family, open_list.last.opens] = open_list
        stack.remove(open_list)
