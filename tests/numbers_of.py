"""The quantities of a line of text, as the tests of the grammar of numbers look at them."""

from __future__ import annotations

from extract.outline import Enumerator, Outline, Paragraph
from extract.prose import Prose
from extract.quantities import find_quantities
from extract.quantity import Quantity


def outline_of(*marks: tuple[int, int], paragraphs: tuple[Paragraph, ...] = ()) -> Outline:
    enumerators = tuple(Enumerator(start, end, "is", 1, 0, True) for start, end in marks)
    return Outline(paragraphs, (), enumerators, "", None)


def numbers(text: str, *marks: tuple[int, int]) -> tuple[Quantity, ...]:
    return find_quantities(Prose(text, None, (), text), outline_of(*marks))


def only(text: str) -> Quantity:
    found = numbers(text)
    assert len(found) == 1, [text[q.start : q.end] for q in found]
    return found[0]


def spans(text: str, role: str = "claim") -> list[str]:
    return [text[slice(*q.span)] for q in numbers(text) if q.role == role]
