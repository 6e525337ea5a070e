from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extract.prose import Cut, cut_out

TEXT = "青川市(chuān)全年 增 长5.2%"


def test_without_cuts_there_is_no_map() -> None:
    prose = cut_out(TEXT, (), TEXT)
    assert prose.text == TEXT
    assert prose.offsets is None
    assert prose.raw(3, 5) == (3, 5)
    assert prose.at(7) == 7


def test_a_cut_moves_what_follows() -> None:
    gloss = TEXT.index("(")
    prose = cut_out(TEXT, [Cut(gloss, gloss + 7, "gloss")], TEXT)
    assert prose.text == "青川市全年 增 长5.2%"
    assert prose.raw(0, 3) == (0, 3)
    assert prose.raw(3, 5) == (gloss + 7, gloss + 9)
    assert prose.at(gloss) == 3


def test_overlapping_cuts_count_once() -> None:
    prose = cut_out(
        "甲乙丙丁戊", [Cut(1, 3, "space"), Cut(2, 4, "break"), Cut(1, 2, "invisible")], "甲乙丙丁戊"
    )
    assert prose.text == "甲戊"
    assert prose.raw(1, 2) == (4, 5)


def test_everything_may_be_cut() -> None:
    prose = cut_out("甲乙", [Cut(0, 2, "space")], "甲乙")
    assert prose.text == ""
    assert prose.at(1) == 0


@given(
    st.text(alphabet="甲乙丙丁 1", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 5)), max_size=8),
)
def test_the_map_leads_every_character_back(text: str, places: list[tuple[int, int]]) -> None:
    cuts = [Cut(start, min(start + size, len(text)), "space") for start, size in places if start < len(text)]
    prose = cut_out(text, cuts, text)
    kept = [at for at in range(len(text)) if not any(cut.start <= at < cut.end for cut in cuts)]
    assert prose.text == "".join(text[at] for at in kept)
    assert (list(prose.offsets) if prose.offsets is not None else kept) == kept
    for at in range(len(prose.text)):
        start, end = prose.raw(at, at + 1)
        assert text[start:end] == prose.text[at]
        assert prose.at(start) == at
    if prose.offsets is not None:
        assert all(left < right for left, right in pairwise(prose.offsets))
