"""Births, deaths and the natural increase of a population, as a sentence prints them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.rules.arithmetic.sketch import Sketch, once
from extract.claim import Claim
from extract.late import late

_TRIGGER = late(r"自然?增[长率]|死亡(?:人口|率)|出生(?:人口|率)|净增|死亡")
_LABELS = (
    ("birth_rate", late(r"出生率(?:为|达到?|是|约)?$")),
    ("death_rate", late(r"死亡率(?:为|达到?|是|约)?$")),
    ("natural_rate", late(r"(?:自然增长|自增)率(?:为|达到?|是|约)?$")),
    ("births", late(r"出生(?:人口|婴儿)?(?:数|为|达到?|约)?$")),
    ("deaths", late(r"死亡(?:人口|人数)?(?:数|为|达到?|约)?$")),
    ("natural", late(r"(?:自然增(?:长|加)|自增|(?<!年)净增(?:加|长)?)(?:人口)?(?:数|为|达到?|约)?$")),
    ("loss", late(r"自然减少(?:人口)?(?:数|为|达到?|约)?$")),
    ("population", late(r"(?:总人口|常住人口|户籍人口)(?:数|为|达到?|约|共)?$")),
)
_BOTH = late(r"出生(?:人口|率)?[和、与](?:人口)?死亡(?:人口|率|人数)?分别[^，。；]{0,4}$")
_ALL_RATES = late(r"出生率、(?:人口)?死亡率(?:、|和|及|与)(?:人口)?自然增长率分别[^，。；]{0,4}$")
_THREE_RATES = {"birth_rate": 0, "death_rate": 1, "natural_rate": 2}
_RATES = ("birth_rate", "death_rate", "natural_rate")


@dataclass(frozen=True, slots=True)
class Movement:
    """What one stretch of text says about the movement of a population; unknown parts are missing.

    Attributes:
        claims: The claims by what they are: births, deaths, natural, loss, population and the three rates.
        near: Whether all stand in one full sentence.
    """

    claims: dict[str, Claim]
    near: bool


def _movements(sketch: Sketch) -> Iterator[Movement]:
    seen: set[int] = set()
    for match in _TRIGGER.finditer(sketch.text):
        line = sketch.line_at(match.start())
        if line.paragraph in seen:
            continue
        seen.add(line.paragraph)
        number = sketch.line_number(match.start())
        around = sketch.lines[max(0, number - 2) : number + 3]
        claims: dict[str, Claim] = {}
        lines: set[int] = set()
        for other in around:
            if other.paragraph != line.paragraph:
                continue
            for place in range(other.first, other.last):
                name = _name(sketch, place)
                if name and name not in claims:
                    claims[name] = sketch.claims[place]
                    if name != "population":
                        lines.add(other.start)
        if len(claims) >= 3:
            yield Movement(claims, len(lines) == 1)


def _name(sketch: Sketch, place: int) -> str:
    claim = sketch.claims[place]
    lead = sketch.lead(place)
    for name, behind in _THREE_RATES.items():
        if claim.unit == "‰" and place >= behind and _ALL_RATES.search(sketch.lead(place - behind)):
            between = (sketch.lead(place - step).strip("、和") for step in range(behind))
            if not any(between):
                return name
    if _BOTH.search(lead) or (place and not lead.strip("和、，") and _BOTH.search(sketch.lead(place - 1))):
        if claim.unit != "‰" and claim.unit != "人":
            return ""
        kind = "birth" if _BOTH.search(lead) else "death"
        return f"{kind}_rate" if claim.unit == "‰" else f"{kind}s"
    for name, pattern in _LABELS:
        if pattern.search(lead):
            fits = claim.unit in ("‰", "%") if name in _RATES else claim.unit == "人"
            return name if fits else ""
    return ""


@once
def movements(sketch: Sketch) -> tuple[Movement, ...]:
    """The movements of population that a document tells."""
    return tuple(_movements(sketch))
