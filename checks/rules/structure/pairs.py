"""Paired marks and the places where a pair is broken (GB/T 15834-2011, 4.8 and 4.9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.late import late

CLOSERS = {
    "“": "”", "‘": "’", "(": ")", "[": "]", "《": "》", "〈": "〉", "【": "】", "「": "」", "『": "』", "〔": "〕",
}  # fmt: skip
"""Each opening mark with its closing mark, in half width where there is one."""

OPENERS = {closer: opener for opener, closer in CLOSERS.items()}
"""Each closing mark with its opening mark."""

_WIDTH = {"（": "(", "）": ")", "［": "[", "］": "]"}
# An apostrophe has no partner, nor has the bracket of an item (1）) or of a gloss that lost its character.
_MARK = late(r"[“”‘’《》〈〉【】「」『』〔〕\[\]［］()（）]")
_ITEM = late(
    r"(?:^|[\s。；，：、！？;:,“*])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})$|[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]$"
)
_NESTING = frozenset("([【")
_QUOTES = frozenset("“‘「『")
_RESUMED = frozenset("；：。")
_ITEMS = frozenset("(（第①②③④⑤⑥⑦⑧⑨")
_REVERSED_REACH = 40
_FARTHEST = 4
_LEADING = " \t\u3000#*>—-"


@dataclass(frozen=True, slots=True)
class BrokenPair:
    """A mark without its partner.

    Attributes:
        at: Offset of the mark.
        mark: The mark, brackets in half width.
        turned: Offset of the partner that stands there turned the wrong way, -1 where there is none.
    """

    at: int
    mark: str
    turned: int = -1

    @property
    def opens(self) -> bool:
        """Whether it is an opening mark."""
        return self.mark in CLOSERS


_Marks = list[tuple[int, str]]


def broken_pairs(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[BrokenPair]:
    """Find the marks without a partner.

    A pair may reach over a few paragraphs; a quotation of several paragraphs is opened anew in each and closed once.

    Args:
        text: The analysis text.
        paragraphs: Start and end of each paragraph, in order.

    Yields:
        The broken pairs.
    """
    pending: dict[str, tuple[int, BrokenPair]] = {}
    for index, (start, end) in enumerate(paragraphs):
        by_opener: dict[str, _Marks] = {}
        for match in _MARK.finditer(text, start, end):
            mark = _WIDTH.get(match[0], match[0])
            if mark in "‘’" and _is_apostrophe(text, match.start()):
                continue
            by_opener.setdefault(OPENERS.get(mark, mark), []).append((match.start(), mark))
        first = text[start:end].lstrip(_LEADING)[:1]
        for opener, marks in by_opener.items():
            broken = list(_broken_in(text, opener, marks))
            yield from (pair for pair in broken if pair.turned >= 0)
            closers = [pair for pair in broken if not pair.opens and pair.turned < 0]
            openers = [pair for pair in broken if pair.opens and pair.turned < 0]
            held = pending.pop(opener, None)
            if held is not None and index - held[0] > _FARTHEST:
                yield held[1]
                held = None
            if held is not None and closers and closers[0].at == marks[0][0]:
                closers, held = closers[1:], None
            if held is not None and first == opener in _QUOTES and _is_quotation(text, held[1].at):
                held = None
            if held is not None:
                if not openers:
                    pending[opener] = held
                else:
                    yield held[1]
            yield from closers
            yield from openers[:-1]
            if openers:
                if all(mark == opener for at, mark in marks if at > openers[-1].at):
                    pending[opener] = (index, openers[-1])
                else:
                    yield openers[-1]
    yield from (pair for _, pair in pending.values())


def _is_quotation(text: str, at: int) -> bool:
    """Whether an opening mark begins a quotation of several paragraphs: at a line's beginning or behind a colon."""
    return text[max(0, at - 8) : at].rstrip(_LEADING)[-1:] in ("", "\n", "：", ":")


def _is_apostrophe(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 3]
    attached = before.isascii() and before.isalnum()
    if text[at] == "‘":
        return attached
    return (attached and after[:1].isascii() and after[:1].isalnum()) or (
        len(after) == 2 and after.isdecimal()
    )


def _broken_in(text: str, opener: str, marks: _Marks) -> Iterator[BrokenPair]:
    """The marks of one kind that have no partner in their paragraph."""
    left = _nested(text, opener, marks)
    if left and opener in _QUOTES:
        marks = _once(text, opener, marks)
        left = _nested(text, opener, marks)
    if not left or opener in _NESTING:
        return iter(left)
    return _without_nesting(opener, marks)


def _once(text: str, opener: str, marks: _Marks) -> _Marks:
    """The marks without those that resume an open quotation: “甲：“（一）乙；“（二）丙。” in an amendment."""
    kept: _Marks = []
    is_open = False
    for at, mark in marks:
        if mark == opener and is_open and text[at - 1 : at] in _RESUMED and text[at + 1 : at + 2] in _ITEMS:
            continue
        is_open = mark == opener
        kept.append((at, mark))
    return kept


def _nested(text: str, opener: str, marks: _Marks) -> list[BrokenPair]:
    depth: list[int] = []
    left: list[BrokenPair] = []
    for at, mark in marks:
        if mark == opener:
            depth.append(at)
        elif depth:
            depth.pop()
        elif mark != ")" or _ITEM.search(text, max(0, at - 4), at) is None:
            left.append(BrokenPair(at, mark))
    return left + [BrokenPair(at, opener) for at in depth]


def _without_nesting(opener: str, marks: _Marks) -> Iterator[BrokenPair]:
    """The marks of a kind that does not nest: where a second one opens, the first was never closed.

    A mark turned the wrong way (“甲“乙, 甲”乙”) is told once for both.
    """
    open_at = -1
    skip = False
    for number, (at, mark) in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else (-1, "")
        if skip:
            skip = False
        elif mark == opener:
            if open_at < 0:
                open_at = at
            elif at - open_at <= _REVERSED_REACH and following[1] != CLOSERS[opener]:
                yield BrokenPair(at, opener, open_at)
                open_at = -1
            else:
                yield BrokenPair(open_at, opener)
                open_at = at
        elif open_at >= 0:
            open_at = -1
        elif following[1] == mark and following[0] - at <= _REVERSED_REACH:
            yield BrokenPair(at, mark, following[0])
            skip = True
        else:
            yield BrokenPair(at, mark)
    if open_at >= 0:
        yield BrokenPair(open_at, opener)
