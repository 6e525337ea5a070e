"""Quantities of a whole text: list marks, page furniture, order and hostile input."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numbers_of import numbers, outline_of

from extract import read_document
from extract.normalise import normalise
from extract.outline import Paragraph
from extract.prose import Prose
from extract.quantities import find_quantities
from extract.segment import segment

SHARED = Path(__file__).resolve().parents[2] / "shared"


def test_list_marks_are_enumerators() -> None:
    text = "一是建成3家。1.新增2家"
    found = numbers(text, (0, 2), (7, 9))
    assert [(text[q.start : q.end], q.role) for q in found] == [
        ("一", "enumerator"),
        ("3家", "claim"),
        ("1", "enumerator"),
        ("2家", "claim"),
    ]


def test_page_furniture_asserts_nothing() -> None:
    text = "阅读1286次\n新增12家"
    outline = outline_of(paragraphs=(Paragraph(0, 7, "chrome", 0, -1), Paragraph(8, 13, "body", 0, -1)))
    found = find_quantities(Prose(text, None, (), text), outline)
    assert [q.role for q in found] == ["code", "claim"]


def test_what_a_quantity_holds() -> None:
    text = "全年新增贷款近12.5亿元左右。"
    (quantity,) = numbers(text)
    assert text[quantity.start : quantity.end] == "12.5亿元"
    assert text[quantity.numeral.start : quantity.numeral.end] == "12.5亿"
    assert text[slice(*quantity.span)] == "近12.5亿元左右"
    assert quantity.unit_printed == "元"
    assert quantity.numeral.arabic


def test_shares_of_a_whole_are_in_percent() -> None:
    (quantity,) = numbers("三次产业比重为7.2:41.5:51.3"[4:])
    assert quantity.unit is not None
    assert quantity.unit.name == "%"


def test_full_width_and_traditional_text_reads_the_same() -> None:
    plain = "新增企业1,260家，增长5.4%，投资3亿元"
    for text in (plain, "新增企業１，２６０家，增長５．４％，投資３億元"):
        document = read_document("样例.txt", text.encode())
        prose = normalise(document)
        found = find_quantities(prose, segment(document, prose))
        values = [Fraction(q.numeral.values[0]) for q in found]
        assert values == [1260, Fraction(27, 5), 300_000_000]
        assert next(document.text[slice(*prose.raw(q.start, q.end))] for q in found) in (
            "1,260家",
            "１，２６０家",
        )


HOSTILE = [
    "1,",
    "一",
    "（",
    "**",
    "百分之",
    "X",
    "亿",
    "几",
    "1-",
    "1:",
    "半个",
    "三又",
    "十多",
    "“1",
    "第1",
    "1亿",
    "三分之",
    "A1-",
    "1.",
    "某",
    "20XX",
    "壹",
    "〇",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_ends(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    found = numbers(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for quantity in numbers(text):
        assert 0 <= quantity.span[0] <= quantity.start < quantity.end <= quantity.span[1] <= len(text)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not beside the repository")
@pytest.mark.parametrize(
    "folder", ["samples", "corpus/local_report", "corpus/news", "corpus/national_report"]
)
def test_every_digit_of_real_documents_has_a_role(folder: str) -> None:
    seen = unexplained = 0
    for path in sorted((SHARED / folder).glob("*.txt"))[:12]:
        document = read_document(path.name, path.read_bytes())
        prose = normalise(document)
        found = find_quantities(prose, segment(document, prose))
        covered = bytearray(len(prose.text))
        for quantity in found:
            covered[quantity.start : quantity.end] = b"\x01" * (quantity.end - quantity.start)
        missed = [
            i for i, char in enumerate(prose.text) if char.isascii() and char.isdigit() and not covered[i]
        ]
        assert not missed, (path.name, prose.text[missed[0] - 10 : missed[0] + 10])
        seen += len(found)
        unexplained += sum(q.role == "unexplained" for q in found)
    assert seen
    assert unexplained <= seen * 0.02
