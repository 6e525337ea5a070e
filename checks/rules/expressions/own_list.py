"""A desk's own list of fixed expressions: one a line, in a plain text file that the policy names."""

from __future__ import annotations

from dataclasses import dataclass

_SHORTEST = 4
_VARIANT = "!"


class OwnListError(ValueError):
    """A line of the list that cannot be followed, with its number and what was expected, in Chinese."""


@dataclass(frozen=True, slots=True)
class OwnExpressions:
    """A desk's own expressions.

    Attributes:
        expressions: Fixed expressions; a string that differs from one in one character is told.
        variants: Strings that are right although they differ from an expression in one character.
        misspellings: Wrong strings with the right ones.
    """

    expressions: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    misspellings: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.expressions or self.variants or self.misspellings)


def parse_own_list(text: str) -> OwnExpressions:
    """Read a list.

    A line holds one expression, or a wrong string and the right one with a blank between, or ``!`` and a string to
    accept. What follows ``#`` is a note; empty lines count for nothing.

    Args:
        text: The file's text.

    Raises:
        OwnListError: If a line is none of these.
    """
    expressions: list[str] = []
    variants: list[str] = []
    misspellings: list[tuple[str, str]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        if len(words) > 2:
            raise OwnListError(f"第{number}行：一行写一条表达，或“错写 正写”两个词，现有{len(words)}个")
        if words[0].startswith(_VARIANT):
            if len(words) == 2 or len(words[0]) < 3:
                raise OwnListError(f"第{number}行：“!”后面写一个不报的字串，如“!一河两案”")
            variants.append(words[0][1:])
        elif len(words) == 2:
            if len(words[0]) < 2 or words[0] == words[1]:
                raise OwnListError(f"第{number}行：错写“{words[0]}”应至少两个字，且与正写不同")
            misspellings.append((words[0], words[1]))
        elif len(words[0]) < _SHORTEST:
            raise OwnListError(
                f"第{number}行：“{words[0]}”不足{_SHORTEST}个字，太短的表达差一个字说明不了什么；可写“错写 正写”"
            )
        else:
            expressions.append(words[0])
    return OwnExpressions(tuple(expressions), tuple(variants), tuple(misspellings))
