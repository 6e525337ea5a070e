"""C09: documents that are the same but for a few words or numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from checks.across.draft import SHOWN, Draft, Spot, named
from checks.across.masking import Value, agree
from checks.across.rules import NEAR_DUPLICATE

_SHOWN_NUMBERS = 5
_MOST_NUMBERS = 2000
"""Numbers of a document up to which they are held against another's whose words differ: that is quadratic."""


class Member(NamedTuple):
    """A document of a group.

    Attributes:
        document: Its number.
        opening: Where its first words stand.
        skeleton: Hash of its words with the numbers masked.
        content: Hash of its words.
        numbers: Its numbers in order, in offsets of the text as read.
    """

    document: int
    opening: tuple[int, int]
    skeleton: int
    content: int
    numbers: tuple[Value, ...]


def template(openings: Sequence[Spot], count: int) -> Draft:
    """The finding for a group that is so large that it must be a form.

    Args:
        openings: Where the first documents of the group begin.
        count: How many documents it has.
    """
    first, *others = openings
    return Draft(
        NEAR_DUPLICATE,
        "repetition",
        "info",
        first,
        f"这份文件与另外{count - 1}份几乎相同，应是同一份模板",
        f"共{count}份文件",
        tuple(others[:SHOWN]),
    )


def twins(members: Sequence[Member], alike: float, sources: Sequence[str]) -> Draft:
    """Judge a group of documents that are nearly the same.

    Args:
        members: The documents in order, two at least.
        alike: Share of their wording that the first two have in common.
        sources: The names of all documents.

    Returns:
        One finding: at the number that departs where the documents differ in numbers alone, else at the beginning of
        the first document.
    """
    first, second = members[:2]
    others = [sources[member.document] for member in members[1:]]
    openings = tuple(Spot(member.document, *member.opening) for member in members[1 : SHOWN + 1])
    here = Spot(first.document, *first.opening)
    count = f"共{len(members)}份文件"
    if len({member.content for member in members}) == 1:
        return Draft(
            NEAR_DUPLICATE,
            "repetition",
            "info",
            here,
            f"这份文件与{named(others)}内容完全相同",
            count,
            openings,
        )
    by_numbers = _by_numbers(members, sources)
    if by_numbers is not None:
        return by_numbers
    pairs = _aligned(first.numbers, second.numbers)
    evidence = f"相似度约{alike:.0%}，{count}"
    if pairs:
        evidence += f"；与{named(others[:1])}不同的数字：{_told(pairs)}"
    return Draft(
        NEAR_DUPLICATE, "repetition", "info", here, f"这份文件与{named(others)}几乎相同", evidence, openings
    )


def _by_numbers(members: Sequence[Member], sources: Sequence[str]) -> Draft | None:
    """The finding for documents whose words are equal and whose numbers are not, the surest first."""
    by_words: dict[int, list[Member]] = {}
    for member in members:
        by_words.setdefault(member.skeleton, []).append(member)
    drafts = []
    for equal in by_words.values():
        counts = Counter(_digits(member) for member in equal)
        usual = max(equal, key=lambda member: (counts[_digits(member)], -member.document))
        for member in equal:
            places = _differing(usual, member)
            if places:
                drafts.append(_departing(usual, member, places, len(members), sources))
                break
    return min(drafts, key=lambda draft: (draft.severity == "info", draft.spot), default=None)


def _departing(
    usual: Member, member: Member, places: Sequence[int], count: int, sources: Sequence[str]
) -> Draft:
    here = member.numbers[places[0]]
    pairs = [(usual.numbers[place].digits, member.numbers[place].digits) for place in places]
    sure = 2 * len(places) <= len(member.numbers)
    return Draft(
        NEAR_DUPLICATE,
        "repetition",
        "warning" if sure else "info",
        Spot(member.document, here.start, here.end),
        f"这份文件与{named([sources[usual.document]])}只有数字不同：{_told(pairs)}",
        f"其余文字全部相同，{len(member.numbers)}个数字中{len(places)}个不同，几乎相同的共{count}份文件",
        tuple(
            Spot(usual.document, usual.numbers[place].start, usual.numbers[place].end)
            for place in places[:SHOWN]
        ),
    )


def _digits(member: Member) -> tuple[str, ...]:
    return tuple(value.digits for value in member.numbers)


def _differing(usual: Member, member: Member) -> list[int]:
    if len(usual.numbers) != len(member.numbers):
        return []
    return [
        place
        for place, (one, two) in enumerate(zip(usual.numbers, member.numbers, strict=True))
        if not agree(one.digits, two.digits)
    ]


def _aligned(one: Sequence[Value], two: Sequence[Value]) -> list[tuple[str, str]]:
    """The numbers that replace each other in two documents whose words differ."""
    first = [value.digits for value in one[:_MOST_NUMBERS]]
    second = [value.digits for value in two[:_MOST_NUMBERS]]
    return [
        (first[edit.src_pos], second[edit.dest_pos])
        for edit in Levenshtein.editops(first, second)
        if edit.tag == "replace"
    ]


def _told(pairs: Sequence[tuple[str, str]]) -> str:
    """Numbers in pairs: the other document's first."""
    shown = "、".join(f"{one}与{two}" for one, two in pairs[:_SHOWN_NUMBERS])
    return shown if len(pairs) <= _SHOWN_NUMBERS else f"{shown}等{len(pairs)}处"
