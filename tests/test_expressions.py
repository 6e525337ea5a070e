"""The lexicon of fixed expressions and rule L05."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import Policy, audit
from checks.rules.expressions import lexicon
from checks.rules.expressions.lexicon import STANDARD, build_lexicon, read_list, read_pairs
from extract.script import fold

FOLDER = Path(lexicon.__file__).parent
EXPRESSIONS = list(read_list(FOLDER / "expressions.txt"))
MISSPELLINGS = list(read_pairs(FOLDER / "misspellings.txt"))


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_any_other_character_is_noticed(expression: str) -> None:
    printed = fold(expression)
    for place, right in enumerate(printed):
        if not "\u4e00" <= right <= "\u9fff":
            continue
        altered = f"要{printed[:place]}龘{printed[place + 1 :]}。"
        misses = STANDARD.near_misses(altered)
        assert (1, 1 + len(printed), 1 + place, printed) in misses, altered


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_the_expression_itself_is_silent(expression: str) -> None:
    assert STANDARD.near_misses(f"要{fold(expression)}，{fold(expression)}") == ()


@pytest.mark.parametrize(("wrong", "right"), MISSPELLINGS)
def test_a_misspelling_is_noticed_and_what_it_stands_for_is_silent(wrong: str, right: str) -> None:
    assert fold(right) in {miss.expression for miss in STANDARD.near_misses(f"，{fold(wrong)}。")}
    assert STANDARD.near_misses(f"，{fold(right)}。") == ()


@pytest.mark.parametrize("variant", list(read_list(FOLDER / "variants.txt")))
def test_each_variant_is_needed_and_silent(variant: str) -> None:
    assert STANDARD.near_misses(f"，{fold(variant)}。") == ()
    bare = build_lexicon(EXPRESSIONS, (), ())
    assert bare.near_misses(f"，{fold(variant)}。") != ()


def test_nothing_is_listed_twice() -> None:
    assert len(set(EXPRESSIONS)) == len(EXPRESSIONS)
    assert len({wrong for wrong, _ in MISSPELLINGS}) == len(MISSPELLINGS)
    assert not {wrong for wrong, _ in MISSPELLINGS} & set(EXPRESSIONS)
    assert all(len(expression) >= 4 for expression in EXPRESSIONS)


def test_lists_may_carry_notes_and_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("# 本单位用语\n\n一河两岸 # 片区名\n", encoding="utf-8")
    own = build_lexicon(read_list(path), (), ())
    assert [miss.expression for miss in own.near_misses("推进一河二岸建设")] == ["一河两岸"]


def test_a_misspelling_must_be_one_character_off(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("再接在励 再接再厉\n", encoding="utf-8")
    with pytest.raises(ValueError, match="再接在励"):
        list(read_pairs(path))


def test_an_empty_lexicon_finds_nothing() -> None:
    assert build_lexicon((), (), ()).near_misses("轻重缓解") == ()


def test_a_coinage_that_a_document_repeats_is_left_alone() -> None:
    def count(text: str) -> int:
        return len(audit("例.txt", text.encode(), Policy(select=("L05",))).findings)

    assert count("分清轻重缓解。") == 1
    assert count("分清轻重缓解。" * 3) == 0
