"""The lexicon of indicators: well-formed, and found by the document's own words."""

from __future__ import annotations

from importlib import resources

import pytest

from extract.indicators import MARKS, canonical, lexicon, scope_of

CLASSES = {"real", "comparable", "nominal_weak", "nominal", "stock", "physical", "rate"}


def rows() -> list[tuple[str, str, list[str]]]:
    text = resources.files("extract").joinpath("indicators.tsv").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        key, price_class, *aliases = line.split("\t")
        assert len(aliases) <= 1, line
        found.append((key, price_class, aliases[0].split("|") if aliases else []))
    return found


def test_every_line_has_a_name_a_known_class_and_no_empty_alias() -> None:
    assert len(rows()) > 450
    for key, price_class, aliases in rows():
        assert key == key.strip(), key
        assert price_class in CLASSES, key
        assert all(alias and alias == alias.strip() for alias in aliases), key


def test_no_name_stands_twice() -> None:
    names: dict[str, str] = {}
    for key, _, aliases in rows():
        for name in (key, *aliases):
            bare = name.translate(MARKS)
            assert bare not in names, f"{name}: {key}, {names.get(bare)}"
            names[bare] = key
    assert set(names) == set(lexicon())


@pytest.mark.parametrize(
    ("words", "key", "price_class"),
    [
        ("地区生产总值", "生产总值", "real"),
        ("工业农业总产值", "工农业总产值", "real"),
        ("社会商品零售总额", "社会商品零售总额", "nominal_weak"),
        ("基本建设投资总额", "基本建设投资", "nominal_weak"),
        ("国民收入", "国民收入", "real"),
        ("全国粮食总产量", "粮食产量", "physical"),
        ("钢材", "钢材产量", "physical"),
        ("钢", "钢产量", "physical"),
        ("第一产业实现增加值", "第一产业增加值", "real"),
        ("外贸累计进出口", "进出口总额", "nominal_weak"),
        ("广义货币（M2）余额", "广义货币供应量", "stock"),
        ("粮食亩产", "粮食单产", "physical"),
    ],
)
def test_canonical(words: str, key: str, price_class: str) -> None:
    assert canonical(words) == (key, price_class)


@pytest.mark.parametrize("words", ["新增高新技术企业", "重点产业增加值", "传统行业利润"])
def test_a_part_or_an_increment_is_not_the_whole(words: str) -> None:
    assert canonical(words)[0] is None


def test_scope() -> None:
    assert (scope_of("规模以上工业增加值"), scope_of("市本级财政收入"), scope_of("财政收入")) == (
        "规上",
        "市本级",
        None,
    )
