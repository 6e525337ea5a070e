"""Units and classifiers: names, factors and where a word only begins like one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from numbers_of import only

from extract.units import symbol_at, unit_at


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("收费3角", "元", Fraction(3, 10)),
        ("下降4分/千瓦时", "元/千瓦时", Fraction(4, 100)),
        ("投资12亿元人民币", "元", 1_200_000_000),
        ("出口7.5亿美元", "美元", 750_000_000),
        ("补贴两万港币", "港元", 20_000),
        ("能耗1.2万吨标煤", "吨标准煤", 12_000),
        ("产粮80亿斤", "斤", 8_000_000_000),
        ("重5千克", "公斤", 5),
        ("全长6千米", "公里", 6),
        ("装机20万千瓦", "千瓦", 200_000),
        ("装机35兆瓦", "千瓦", 35_000),
        ("用电3.2亿千瓦时", "千瓦时", 320_000_000),
        ("用电二十亿度", "千瓦时", 2_000_000_000),
        ("提高1.4个百分点", "百分点", Fraction(7, 5)),
        ("下调25个基点", "基点", 25),
        ("历时3个月", "月", 3),
        ("历时1.5小时", "小时", Fraction(3, 2)),
        ("耗时两刻钟", "分钟", 30),
        ("吞吐量64万标箱", "标箱", 640_000),
        ("浓度31微克/立方米", "微克/立方米", 31),
        ("人均38平方米/人", "平方米/人", 38),
        ("单价2.1万元/吨", "元/吨", 21_000),
        ("住房4.5万套（间）", "套", 45_000),
        ("引进专家43名", "人", 43),
        ("培训2.3万人次", "人次", 23_000),
        ("走行120km", "公里", 120),
        ("装机4GW", "千瓦", 4_000_000),
        ("面积200km²", "平方公里", 200),
        ("长一米五", "米", Fraction(3, 2)),
        ("航道30万吨级", "吨", 300_000),
        ("金额12元3角5分", "元", Fraction(247, 20)),
        ("重三斤半", "斤", Fraction(7, 2)),
        ("历时两个半小时", "小时", Fraction(5, 2)),
    ],
)
def test_canonical_unit_and_value(text: str, name: str, value: Fraction | int) -> None:
    quantity = only(text)
    assert quantity.unit is not None
    assert quantity.unit.name == name
    assert Fraction(quantity.numeral.values[0]) * quantity.unit.factor == value


@pytest.mark.parametrize("word", ["项目", "家庭", "部门牌", "成立", "国道", "年轻", "分别", "强化", "县级"])
def test_words_that_begin_like_a_unit(word: str) -> None:
    found = unit_at(word, 0)
    assert found is None or found[1] > 1


@pytest.mark.parametrize("word", ["个人", "家具", "人民", "名字", "元旦", "点滴", "角度"])
def test_more_words_are_suspect_behind_chinese_numerals(word: str) -> None:
    found = unit_at(word, 0, counted=False)
    assert found is None or word == "点滴"


def test_the_longest_word_wins() -> None:
    assert [
        unit_at(word, 0)[1]
        for word in ("人次", "平方公里", "元人民币", "千瓦时", "个百分点")
        if unit_at(word, 0)
    ] == [
        2,
        4,
        4,
        3,
        4,
    ]


def test_symbols_are_whole_words() -> None:
    assert symbol_at("km处", 0) is not None
    assert symbol_at("kmh", 0) is None
    assert symbol_at("G网络", 0) is None
    assert unit_at("", 0) is None
