"""Pinyin glosses: the readings in brackets that conversion plug-ins of web sites leave behind characters."""

from __future__ import annotations

from extract.han import HAN
from extract.late import late
from extract.prose import Cut

LEAST = 5
"""So many glosses make a habit of the page; fewer are an author's help with a rare character."""

_GLOSS = late(f"(?<={HAN})[(（][a-zü]{{0,4}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]{{0,4}}[)）]")


def pinyin_glosses(text: str) -> list[Cut]:
    """The toned syllables in brackets behind a character, where the document has at least :data:`LEAST` of them.

    Args:
        text: The text, in either script.

    Returns:
        Their places, brackets included.
    """
    found = [Cut(match.start(), match.end(), "gloss") for match in _GLOSS.finditer(text)]
    return found if len(found) >= LEAST else []
