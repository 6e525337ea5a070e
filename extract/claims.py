"""Claims: what each quantity is about, when, where and how sure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claim import Claim
from extract.document import Document
from extract.leading_periods import LeadingPeriods
from extract.outline import Outline, Sentence
from extract.periods import find_periods
from extract.prose import Prose
from extract.quantity import Quantity
from extract.said import Said, Setting
from extract.sentence_claims import SentenceWriter
from extract.status import aims_by_section, plan_reported_on
from extract.table_claims import table_claims
from extract.units import YUAN

_ITEM = 90


# More quantities than this in one sentence are a table that lost its lines, or an attack.
_MOST = 80


def find_claims(
    document: Document, prose: Prose, outline: Outline, quantities: Sequence[Quantity]
) -> tuple[Claim, ...]:
    """Find the claims of a document.

    Args:
        document: The document; its blocks say what is a table's cell.
        prose: The analysis text.
        outline: Its structure.
        quantities: Its numerals with their roles, in order.

    Returns:
        One claim for each quantity whose role is ``claim`` and for each data cell of a table, in order. A cell's
        quantity carries the unit that its heading declares.
    """
    text = prose.text
    mentions = find_periods(text, outline.dated)
    aims = aims_by_section(outline, text)
    leads = LeadingPeriods(outline, text, mentions, aims)
    over = outline.dated[0] - (outline.dated[1] not in (11, 12)) if outline.dated is not None else None
    cells = {
        quantity.start: claim
        for quantity, claim in table_claims(document, prose, outline, quantities, mentions)
    }
    claims: list[Claim] = [claim for claim in cells.values() if claim is not None]
    running = [
        quantity for quantity in quantities if quantity.role == "claim" and quantity.start not in cells
    ]
    if "$" in text and text != prose.printed:
        running = [_in_dollars_of_hong_kong(text, quantity) for quantity in running]
    planned = plan_reported_on(text, mentions)
    if over is None and planned is not None:
        over = int(planned[:4])
    said = Said()
    paragraph, closed = -1, True
    for number, sentence, group in _by_sentence(outline, running):
        if sentence.paragraph != paragraph:
            section = outline.paragraphs[sentence.paragraph].section
            same = paragraph >= 0 and outline.paragraphs[paragraph].section == section
            said, paragraph = Said(ends=said.ends if same else None), sentence.paragraph
        elif closed:
            said = said.closed()
        closed = sentence.end == outline.sentences[number].end and text[sentence.end - 1] not in "；;"
        whole = outline.paragraphs[paragraph]
        lead = leads.before(paragraph, sentence.start)
        setting = Setting(aims[paragraph], lead, over, planned, whole.end - whole.start <= _ITEM)
        writer = SentenceWriter(text, sentence.start, sentence.end, number, mentions, said, setting)
        claims += writer.write(group, len(claims))
    if cells:
        claims.sort(key=lambda claim: claim.start)
        claims = [
            claim if claim.number == number else replace(claim, number=number)
            for number, claim in enumerate(claims)
        ]
    if prose.printed == text:
        return tuple(claims)
    return tuple(_in_own_script(claims, prose))


def _in_dollars_of_hong_kong(text: str, quantity: Quantity) -> Quantity:
    """The quantity in 元 where a text in traditional characters prints $ before it, as Hong Kong writes its own money."""
    if quantity.unit is not None or text[quantity.start - 1 : quantity.start] != "$":
        return quantity
    return replace(quantity, unit=YUAN)


def _by_sentence(
    outline: Outline, quantities: Sequence[Quantity]
) -> Iterator[tuple[int, Sentence, list[Quantity]]]:
    """The sentences that have quantities; one with too many of them comes in pieces, so that its cost stays linear."""
    sentences = outline.sentences
    starts = [sentence.start for sentence in sentences]
    group: list[Quantity] = []
    current, begin = -1, 0
    for quantity in quantities:
        index = max(0, bisect_right(starts, quantity.start) - 1)
        if group and (index != current or len(group) == _MOST):
            whole = sentences[current]
            end = whole.end if index != current else group[-1].span[1]
            yield current, Sentence(begin, end, whole.paragraph), group
            group, begin = [], end
        if index != current:
            current, begin = index, sentences[index].start
        group.append(quantity)
    if group:
        whole = sentences[current]
        yield current, Sentence(begin, whole.end, whole.paragraph), group


def _in_own_script(claims: Sequence[Claim], prose: Prose) -> Iterator[Claim]:
    """Give indicators, regions and periods back in the characters that the document prints.

    Words that stand in the text as one piece are copied from their place; of words that were put together each
    character is taken as it was last printed before the claim.
    """
    text, printed = prose.text, prose.printed
    if text == printed:
        yield from claims
        return
    characters: dict[str, str] = {}
    learnt = 0

    def own(words: str, end: int) -> str:
        nonlocal learnt
        at = text.rfind(words, max(0, end - 400), end)
        if at >= 0:
            return printed[at : at + len(words)]
        characters.update(zip(text[learnt:end], printed[learnt:end], strict=True))
        learnt = max(learnt, end)
        return "".join([characters.get(character, character) for character in words])

    for claim in claims:
        reach = min(len(text), claim.end + 40)
        indicator = claim.indicator and own(claim.indicator, reach)
        region = claim.region and own(claim.region, reach)
        period = claim.period and own(claim.period.text, reach)
        if claim.period and period != claim.period.text:
            claim = replace(claim, period=replace(claim.period, text=period or ""))
        if indicator != claim.indicator or region != claim.region:
            claim = replace(claim, indicator=indicator, region=region)
        yield claim
