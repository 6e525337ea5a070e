"""The lexicon of fixed expressions, and the search for strings that differ from one of them in one character."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from extract.script import fold

_SHORTEST = 4
# A character that joins words marks the border of two of them rather than a slip inside one.
_JOINING = frozenset("的了着过在是与和及等也都就又还要将把被对从向为有不之而以于其")


# The commonest characters of work reports, in order of their frequency.
_COMMON = (
    "的国和业一发大中人工年产在展建进全有要新经民加化会是实地作政力不设生行了为增主制高动个上成我资重以济家务能改长对社出现开提农"
    "强市理合们同区体用等推持保企方到定各分部面技平这基公机入关革多好度法本时万来水量点数学于义元三施代计级项系品利步规科场过十"
    "性收文目创事造就自管服下金总治通五亿前共续电术支快领比外育程日内城深党质投信期月心完应得坚省活第结与决种导效位调安世策向"
)


class NearMiss(NamedTuple):
    """A place where one character of an expression is another one.

    Attributes:
        start: Offset of the altered expression.
        end: Offset after it.
        at: Offset of the other character.
        expression: The expression as it should be.
    """

    start: int
    end: int
    at: int
    expression: str


class _Anchor(NamedTuple):
    """A rare character of an expression, and the two characters nearest to it, one of which must be there too."""

    expression: str
    offset: int
    near: int
    near_char: str
    far: int
    far_char: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Fixed expressions by their two rarest characters.

    One altered character leaves one of the two whole, and one of the two characters nearest to it, so these lead to
    all candidates.

    Attributes:
        accepted: All expressions and the strings one character off that are right as they are.
        anchors: For each rare character, the expressions that it is sought for.
        misspelt: For each rare character, the misspellings that it is sought for: wrong, right and its offset.
        scan: Finds the rare characters.
    """

    accepted: frozenset[str]
    anchors: Mapping[str, tuple[_Anchor, ...]]
    misspelt: Mapping[str, tuple[tuple[str, str, int], ...]]
    scan: re.Pattern[str]

    def near_misses(self, text: str) -> tuple[NearMiss, ...]:
        """The places where one character of an expression is another one, in order.

        Args:
            text: The analysis text; the work grows linearly with its length.
        """
        anchors, misspelt = self.anchors, self.misspelt
        found: set[NearMiss] = set()
        padded = text + "\n\n"
        for match in self.scan.finditer(text):
            at, char = match.start(), match[0]
            for expression, offset, near, near_char, far, far_char in anchors.get(char, ()):
                if padded[at + near] != near_char and padded[at + far] != far_char:
                    continue
                start = at - offset
                if start < 0 or text.startswith(expression, start):
                    continue
                window = text[start : start + len(expression)]
                place = _single_difference(window, expression)
                if place >= 0 and window not in self.accepted:
                    found.add(NearMiss(start, start + len(window), start + place, expression))
            for wrong, right, offset in misspelt.get(char, ()):
                start = at - offset
                if start >= 0 and text.startswith(wrong, start):
                    place = _first_difference(wrong, right)
                    found.add(NearMiss(start, start + len(wrong), start + place, right))
        return tuple(sorted(found))


def _first_difference(window: str, expression: str) -> int:
    return next(
        place for place, (one, other) in enumerate(zip(window, expression, strict=True)) if one != other
    )


def _single_difference(window: str, expression: str) -> int:
    """Where the only difference of two strings is, -1 for several and for a border between words."""
    if len(window) != len(expression):
        return -1
    place = _first_difference(window, expression)
    printed, right = window[place], expression[place]
    if window[place + 1 :] != expression[place + 1 :] or printed in _JOINING:
        return -1
    return place if "\u4e00" <= printed <= "\u9fff" and "\u4e00" <= right <= "\u9fff" else -1


def build_lexicon(
    expressions: Iterable[str], variants: Iterable[str], misspellings: Iterable[tuple[str, str]]
) -> Lexicon:
    """Index expressions by their two rarest characters, and misspellings by their rarest.

    Args:
        expressions: Fixed expressions of at least four characters, in any script; shorter ones are left out.
        variants: Strings one character off that are right as they are.
        misspellings: A wrong and a right string of one length each, one character apart.
    """
    folded = sorted({fold(expression) for expression in expressions if len(expression) >= _SHORTEST})
    anchors: defaultdict[str, list[_Anchor]] = defaultdict(list)
    misspelt: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for expression in folded:
        for offset in sorted(range(len(expression)), key=lambda place: _commonness(expression[place]))[:2]:
            near, far = sorted(
                (p for p in range(len(expression)) if p != offset), key=lambda p: abs(p - offset)
            )[:2]
            anchors[expression[offset]].append(
                _Anchor(expression, offset, near - offset, expression[near], far - offset, expression[far])
            )
    for wrong, right in misspellings:
        printed = fold(wrong)
        offset = min(range(len(printed)), key=lambda place: _commonness(printed[place]))
        misspelt[printed[offset]].append((printed, fold(right), offset))
    rare = "".join(sorted(anchors.keys() | misspelt.keys()))
    return Lexicon(
        frozenset(folded) | {fold(variant) for variant in variants},
        {char: tuple(entries) for char, entries in anchors.items()},
        {char: tuple(entries) for char, entries in misspelt.items()},
        re.compile(f"[{re.escape(rare)}]" if rare else "(?!)"),
    )


def _commonness(char: str) -> int:
    """How common a character is in reports: 0 for a rare one."""
    place = _COMMON.find(char)
    return 0 if place < 0 else len(_COMMON) - place


def read_list(path: Path) -> Iterator[str]:
    """Read a list: one entry a line, a note after ``#``, empty lines left out.

    Args:
        path: A UTF-8 text file.

    Yields:
        The entries in order.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].strip()
        if words:
            yield words


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Read a list of misspellings: the wrong string, a blank, the right one.

    Args:
        path: A UTF-8 text file.

    Yields:
        The pairs in order.

    Raises:
        ValueError: If a line is no pair of strings of one length, one character apart.
    """
    for entry in read_list(path):
        wrong, _, right = entry.partition(" ")
        right = right.strip()
        if len(wrong) != len(right) or sum(a != b for a, b in zip(wrong, right, strict=True)) != 1:
            raise ValueError(f"{path.name}: “{entry}”应为错写、空格、正写，且只差一个字")
        yield wrong, right


_HERE = Path(__file__).parent
STANDARD = build_lexicon(
    read_list(_HERE / "expressions.txt"),
    read_list(_HERE / "variants.txt"),
    read_pairs(_HERE / "misspellings.txt"),
)
"""The expressions that come with heshu."""
