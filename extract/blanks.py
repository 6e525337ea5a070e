"""Blanks that say nothing: indentation, gaps inside words, gaps between a number and its unit."""

from __future__ import annotations

from extract.han import HAN
from extract.late import late
from extract.prose import Cut

_RUN = late("[ \t]+")
_SPACED_DIGITS = late(f"(?<![0-9.,])[0-9](?: [0-9]){{2,11}}(?= ?(?:{HAN}|[〇%‰]))")
_HAN = late(f"(?:{HAN}|[〇\U00020000-\U0003134f])")
_FULL_STOPS = frozenset("。，、；：！？“”‘’《》〈〉【】〔〕「」『』（）")
_HALF_STOPS = frozenset(",.;:!?()")
_UNITS = frozenset("年月日时時分秒个個亿億万萬千百元户戶人名家亩畝吨噸公倍岁歲周届屆次项項条條张張位所座")
_PERCENT = frozenset("%‰")


def needless_blanks(text: str) -> list[Cut]:
    """The blanks that analysis leaves out.

    Blanks at the ends of lines always; inside running prose those that touch a Chinese character or mark; elsewhere
    (titles, tables, lists of names) only those inside spaced-out words and between a number and its unit, because
    blanks divide columns and clauses there. Blanks between Latin words and between numbers stay.

    Args:
        text: The folded text; its only blanks are the space and the tab.

    Returns:
        The places to leave out.
    """
    cuts: list[Cut] = []
    for match in _SPACED_DIGITS.finditer(text):
        cuts += [Cut(at, at + 1, "space") for at in range(match.start() + 1, match.end(), 2)]
    line = _Line(text)
    size = len(text)
    for match in _RUN.finditer(text):
        start, end = match.span()
        at_line_end = start == 0 or end == size or text[start - 1] == "\n" or text[end] == "\n"
        if at_line_end or ("\t" not in match[0] and line.may_lose(start, end)):
            cuts.append(Cut(start, end, "space"))
    return cuts


class _Line:
    """The line around the blanks, kept from one to the next as they come in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = -1
        self.start = 0
        self.prose = False

    def may_lose(self, start: int, end: int) -> bool:
        """Whether the blanks from ``start`` to ``end`` say nothing."""
        text = self.text
        if start > self.end:
            self._move(start)
        before, after = text[start - 1], text[end]
        left, right = _kind(before), _kind(after)
        if left == "digit" and right == "han" and after not in _UNITS and self._numbers_line(start):
            return False
        if right == "percent":
            return left in ("digit", "latin", "mask")
        if left in ("latin", "digit", "percent") and right in ("latin", "digit"):
            return False
        if left == "half" or right == "half":
            return "han" in (left, right) and self.prose
        if self.prose:
            return True
        if end - start > 1:
            return False
        if left == right == "han":
            return _alone(text, start - 2) and _alone(text, end + 1)
        if right == "han" and left in ("digit", "mask", "latin"):
            return after in _UNITS
        return left == "han" and right in ("digit", "mask")

    def _move(self, start: int) -> None:
        text = self.text
        self.start = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        self.end = len(text) if end < 0 else end
        line = text[self.start : self.end]
        self.prose = len(line) >= 15 and "\t" not in line and _has_clauses(line)

    def _numbers_line(self, start: int) -> bool:
        opening = self.text[self.start : start].lstrip(" ")
        return len(opening) <= 8 and opening.replace(".", "").isdigit()


def _has_clauses(line: str) -> bool:
    return any(mark in line for mark in "。，；") or _HALF_COMMA.search(line) is not None


_HALF_COMMA = late(f"{HAN},[^0-9]")


def _alone(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or _HAN.match(text[at]) is None


def _kind(character: str) -> str:
    if character in _FULL_STOPS:
        return "full"
    if character in _HALF_STOPS:
        return "half"
    if character in _PERCENT:
        return "percent"
    if _HAN.match(character):
        return "han"
    if character.isdigit():
        return "digit"
    if character.isalpha():
        return "latin"
    return "mask" if character in "*×□○@" else "other"
