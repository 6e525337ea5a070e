from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.script import (
    COMPATIBILITY,
    FOLD,
    ONLY_SIMPLIFIED,
    ONLY_TRADITIONAL,
    fold,
    is_everyday_traditional,
    script_of,
    to_traditional,
)

PAIRS = [
    ("青川市經濟總量邁上新臺階", "青川市经济总量迈上新台阶"),
    ("裡外、裏面、為民、爲民", "里外、里面、为民、为民"),
    ("據瞭解，答覆率與覆蓋率", "据了解，答复率与覆盖率"),
    ("乾隆年間的乾果", "乾隆年间的干果"),
    ("憑藉區位，聲名狼藉", "凭借区位，声名狼藉"),
    ("著名學者看著顯著變化", "著名学者看着显著变化"),
    ("於是徵收，餘額不足", "于是征收，余额不足"),
    ("計畫與漫畫", "计划与漫画"),
    ("資金鍊和傢俱", "资金链和家具"),
    ("彷彿哄擡物價", "仿佛哄抬物价"),
]


@pytest.mark.parametrize(("traditional", "simplified"), PAIRS)
def test_traditional_words_become_simplified(traditional: str, simplified: str) -> None:
    assert fold(traditional) == simplified


@pytest.mark.parametrize("text", [simplified for _, simplified in PAIRS])
def test_simplified_words_stay(text: str) -> None:
    assert fold(text) == text


def test_numbers_letters_and_brackets_become_half_width() -> None:
    assert fold("增长１２．５％（ＧＤＰ～５７）") == "增长12.5%(GDP~57)"


def test_chinese_marks_stay() -> None:
    marks = "。，、；：！？“”《》【】〔〕……——"
    assert fold(marks) == marks


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("１，２３４，５６７人", "1,234,567人"),
        ("增长１，下降２", "增长1，下降2"),
        ("２０２３，２０２４年", "2023，2024年"),
        ("１．５∶１", "1.5:1"),
    ],
)
def test_a_wide_comma_groups_thousands_only(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_radicals_and_compatibility_ideographs_become_characters() -> None:
    assert fold("⼯业⽤电⻓期增⻓，⻋辆、⾦额、樂樂") == "工业用电长期增长，车辆、金额、乐乐"
    assert all(len(form) == 1 for form in COMPATIBILITY.values())


def test_blanks_and_line_ends_have_one_form() -> None:
    assert fold("甲\u3000乙\u00a0丙\u2009丁\u2028戊\x0c己") == "甲 乙 丙 丁\n戊\n己"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("全年实现地区生产总值五百亿元，经济运行总体平稳", "simplified"),
        ("全年實現地區生產總值五百億元，經濟運行總體平穩", "traditional"),
        ("全年实现地区生产总值五百億元，經濟運行總體平穩", "mixed"),
        ("2024, 100%", "simplified"),
        ("于是在后台干活，面向台里", "simplified"),
    ],
)
def test_the_script_of_a_text(text: str, script: str) -> None:
    assert script_of(text) == script


def test_no_character_belongs_to_one_script_and_to_the_other() -> None:
    assert not ONLY_SIMPLIFIED & ONLY_TRADITIONAL
    assert "后" not in ONLY_SIMPLIFIED
    assert "著" not in ONLY_TRADITIONAL


def test_only_sure_characters_become_traditional() -> None:
    assert to_traditional("进展里面") == "進展里面"


@pytest.mark.parametrize(
    ("character", "everyday"), [("經", True), ("為", True), ("昇", False), ("濛", False), ("禕", False)]
)
def test_characters_of_names_are_told_from_everyday_ones(character: str, everyday: bool) -> None:
    assert is_everyday_traditional(character) is everyday


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_folding_keeps_the_length_and_folds_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(folded.translate(FOLD)) == len(text)


@given(st.text(alphabet="经济總量乾著瞭覆藉徵於１２，．％（）ＧＤＰ 。", max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
