"""The lexicon of fixed expressions and rule L05."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import Policy, audit
from checks.policy import PolicyError, load_policy
from checks.rules.expressions import lexicon
from checks.rules.expressions.lexicon import build_lexicon, lexicon_with, read_list, read_pairs
from checks.rules.expressions.own_list import OwnExpressions, OwnListError, parse_own_list
from extract.script import fold

STANDARD = lexicon_with(OwnExpressions())
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("开启全面建设社会主义现代化新征程。", "全面建设社会主义现代化新征程"),
        ("坚持以人民为中心发展的理念，铸牢中华民族共同意识。", "铸牢中华民族共同意识"),
        ("推进国家治理体系和治理现代化。", "国家治理体系和治理现代化"),
    ],
)
def test_a_long_expression_that_lacks_a_word_is_noticed(text: str, words: str) -> None:
    assert [text[miss.start : miss.end] for miss in STANDARD.near_misses(text)] == [words]


@pytest.mark.parametrize(
    "text",
    ["全面建设社会主义现代化国家新征程。", "加快国内国际双循环相互促进。", "以人民为中心发展思想"],
)
def test_a_long_expression_whole_or_without_a_joining_word_is_silent(text: str) -> None:
    assert STANDARD.near_misses(text) == ()


OWN = """# 本单位用语
一河两岸  # 片区名
!一河两案
群众路线大讲堂
江滨新区 滨江新区
"""


def test_a_desk_s_own_list_is_read() -> None:
    assert parse_own_list(OWN) == OwnExpressions(
        ("一河两岸", "群众路线大讲堂"), ("一河两案",), (("江滨新区", "滨江新区"),)
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [("两岸", "第2行.*不足4个字"), ("甲 乙 丙", "第2行.*现有3个"), ("!", "第2行"), ("新区 新区", "第2行")],
)
def test_a_line_that_cannot_be_followed_is_named(line: str, message: str) -> None:
    with pytest.raises(OwnListError, match=message):
        parse_own_list(f"一河两岸\n{line}\n")


def test_the_policy_names_the_list(tmp_path: Path) -> None:
    (tmp_path / "用语.txt").write_text(OWN, encoding="utf-8")
    (tmp_path / "heshu.toml").write_text('expressions = "用语.txt"\nselect = ["L05"]', encoding="utf-8")
    policy = load_policy(tmp_path / "heshu.toml")

    def found(text: str, with_policy: Policy) -> list[str]:
        return [finding.place.quote for finding in audit("例.txt", text.encode(), with_policy).findings]

    text = "推进一河二岸建设，江滨新区起步，一河两案也不改，分清轻重缓解。"
    assert found(text, policy) == ["一河二岸", "江滨新区", "轻重缓解"]
    assert found(text, Policy(select=("L05",))) == ["轻重缓解"]


@pytest.mark.parametrize(
    ("content", "toml", "message"),
    [
        (None, 'expressions = "用语.txt"', "读不了 expressions 所指的"),
        (b"\xff\xfe\xff", 'expressions = "用语.txt"', "不是 UTF-8"),
        ("一河\n".encode(), 'expressions = "用语.txt"', "第1行"),
        (b"", 'expressions = ["用语.txt"]', "expressions 应为文件名"),
        (b"", 'expression = "用语.txt"', "是不是 'expressions'"),
    ],
)
def test_a_list_that_cannot_be_read_stops_the_job(
    tmp_path: Path, content: bytes | None, toml: str, message: str
) -> None:
    if content is not None:
        (tmp_path / "用语.txt").write_bytes(content)
    (tmp_path / "heshu.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(PolicyError, match=message):
        load_policy(tmp_path / "heshu.toml")
