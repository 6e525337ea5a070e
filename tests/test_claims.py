"""What the quantities of a sentence are about, in sentences of our own."""

from __future__ import annotations

from fractions import Fraction

import pytest
from claims_of import claims, read
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.distribution import distribute
from extract.phrases import cut_phrase

CASES = [
    (
        "前三季度，我市实现生产总值386.2亿元，增长5.4%；农村居民人均可支配收入18326元，增速6.1%。",
        {
            "386.2亿元": ("level", "生产总值", None, "actual", "前三季度"),
            "5.4%": ("growth", "生产总值", "up", "actual", "前三季度"),
            "18326元": ("level", "农村居民人均可支配收入", None, "actual", "前三季度"),
            "6.1%": ("growth", "农村居民人均可支配收入", "up", "actual", "前三季度"),
        },
    ),
    (
        "城镇和农村居民人均可支配收入分别增长4.9%、6.3%。",
        {
            "4.9%": ("growth", "城镇居民人均可支配收入", "up", "actual", None),
            "6.3%": ("growth", "农村居民人均可支配收入", "up", "actual", None),
        },
    ),
    (
        "全市森林覆盖率由61.2%提高到62.8%，提高1.6个百分点。",
        {
            "61.2%": ("share", "森林覆盖率", None, "actual", None),
            "62.8%": ("share", "森林覆盖率", None, "actual", None),
            "1.6个百分点": ("change", "森林覆盖率", "up", "actual", None),
        },
    ),
    (
        "力争到2030年，港口货物吞吐量突破3亿吨，集装箱吞吐量达到260万标箱。",
        {
            "3亿吨": ("level", "港口货物吞吐量", None, "target", "到2030年"),
            "260万标箱": ("level", "集装箱吞吐量", None, "target", "到2030年"),
        },
    ),
    (
        "新增技能人才1.2万人、高级工4300人，预计全年带动就业6万人。",
        {
            "1.2万人": ("level", "新增技能人才", None, "actual", None),
            "4300人": ("level", "高级工", None, "actual", None),
            "6万人": ("level", "就业", None, "estimate", "全年"),
        },
    ),
    (
        "引进10亿元以上项目18个，生产安全事故起数下降12.5%，综合实力位居全省第6位。",
        {
            "10亿元以上": ("threshold", None, None, "actual", None),
            "18个": ("level", "10亿元以上项目", None, "actual", None),
            "12.5%": ("growth", "生产安全事故起数", "down", "actual", None),
            "第6位": ("rank", "综合实力", None, "actual", None),
        },
    ),
    (
        "38个省级重点项目完成投资52亿元，三次产业结构为8.1:41.6:50.3。",
        {
            "38个": ("level", "省级重点项目", None, "actual", None),
            "52亿元": ("level", "省级重点项目完成投资", None, "actual", None),
            "8.1:41.6:50.3": ("ratio", "三次产业结构", None, "actual", None),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:12] for text, _ in CASES])
def test_claims(text: str, expected: dict[str, tuple[str, str | None, str | None, str, str | None]]) -> None:
    found = claims(text)
    assert list(found) == list(expected)
    for quote, (kind, indicator, direction, status, period) in expected.items():
        claim = found[quote]
        assert (quote, claim.kind, claim.direction, claim.status) == (quote, kind, direction, status)
        if indicator is not None:
            assert indicator in (claim.indicator or ""), quote
        assert (claim.period and claim.period.text) == period, quote


def test_known_indicators_get_their_canonical_name_and_class() -> None:
    found = claims("地区GDP520亿元，增长6%，规模以上工业增加值增长7.2%，本外币贷款余额910亿元。")
    assert [(c.indicator_key, c.price_class) for c in found.values()] == [
        ("生产总值", "real"),
        ("生产总值", "real"),
        ("规上工业增加值", "real"),
        ("贷款余额", "stock"),
    ]


def test_a_partly_named_indicator_is_not_the_whole_one() -> None:
    claim = claims("传统行业增加值增长3.3%。")["3.3%"]
    assert claim.indicator_key is None
    assert claim.price_class == "real"


def test_section_of_aims_makes_targets() -> None:
    text = "一、2025年工作回顾\n建成幼儿园12所。\n二、2026年工作安排\n建成幼儿园15所。\n"
    assert [claim.status for claim in read(text).claims] == ["actual", "target"]


def test_a_place_before_its_indicator_is_the_region() -> None:
    found = claims("2024年，青川市生产总值812.5亿元，云溪县财政总收入21.3亿元，临江区出口增长4.2%。")
    assert [(found[q].indicator_key, found[q].region) for q in ("812.5亿元", "21.3亿元", "4.2%")] == [
        ("生产总值", "青川市"),
        ("财政总收入", "云溪县"),
        ("出口总额", "临江区"),
    ]


def test_a_list_of_places_has_a_region_each() -> None:
    found = claims("全年新增病例43宗，其中湖北24宗、青川市11宗、十堰市8宗；重庆(6宗)。")
    assert [found[q].region for q in ("24宗", "11宗", "8宗", "6宗")] == ["湖北", "青川市", "十堰市", "重庆"]


def test_what_grows_in_a_place_of_a_list_belongs_to_it() -> None:
    found = claims("商品房竣工面积下降，其中北京为33万平方米，下降71%；广东为60万平方米。")
    assert [found[q].region for q in ("33万平方米", "71%", "60万平方米")] == ["北京", "北京", "广东"]


def test_region_in_brackets_does_not_leak() -> None:
    found = claims("我市每千家企业中科技企业数32.9家（邻市41.7家），研发投入强度2.4%。")
    assert found["32.9家"].region == "我市"


PLAIN = (
    "过去一年，青川市经济运行总体平稳。全市实现地区生产总值521亿元，比上年增长5.2%，财政总收入96.46亿元，其中一般公共预算收入56.37亿元。"
    "城镇和农村居民人均可支配收入分别增长4.6%和6.8%，城镇化率由61.3%提高到62.1%，全年新增就业3.2万人。"
)


def glossed(text: str) -> str:
    """The text as a web page with a broken pinyin plug-in shows it."""
    sounds = {
        "实": "(shí)",
        "现": "(xiàn)",
        "财": "(cái)",
        "总": "(zǒng)",
        "业": "(yè)",
        "过": "(guò)",
        "经": "(jīng)",
    }
    return "".join(character + sounds.get(character, "") for character in text)


def wrapped(text: str, width: int = 34) -> str:
    """The text with a hard line break every ``width`` characters, in a document of such lines."""
    text = text * 3
    return "\n".join(text[at : at + width] for at in range(0, len(text), width)) + "\n"


FORMS = {
    "traditional": str.maketrans(
        "过经济运总体实现产长财预镇农兴业为际", "過經濟運總體實現產長財預鎮農興業為際"
    ),
    "full width": {ord(c): ord(c) + 0xFEE0 for c in "0123456789.%"},
}


def said(text: str) -> list[tuple[object, ...]]:
    return [
        (c.kind, c.value, c.unit, c.bound, c.direction, c.status, c.indicator_key, c.price_class, c.base)
        for c in read(text).claims
    ]


@pytest.mark.parametrize("form", FORMS)
def test_another_script_or_width_gives_the_same_claims(form: str) -> None:
    expected = said(PLAIN)
    assert len(expected) == 9
    assert said(PLAIN.translate(FORMS[form])) == expected


def test_glosses_give_the_same_claims() -> None:
    assert said(glossed(PLAIN)) == said(PLAIN)


def test_hard_line_breaks_give_the_same_claims() -> None:
    assert said(wrapped(PLAIN)) == said(PLAIN * 3)


def test_indicators_keep_the_script_of_the_document() -> None:
    found = claims("全市實現地區生產總值521億元，增長2.2%。")
    assert [claim.indicator for claim in found.values()] == ["地區生產總值", "地區生產總值"]


def test_cells_take_unit_and_headings_from_their_table() -> None:
    text = "2025年主要指标\n单位：亿元\n指标\t绝对数\t比上年增长（%）\n地区生产总值\t386.2\t5.4\n财政收入\t48.0\t-1.2\n"
    reading = read(text)
    rows = [
        (c.numeral, c.indicator_key, c.kind, c.unit, c.value, c.period and c.period.text)
        for c in reading.claims
    ]
    assert rows == [
        ("386.2", "生产总值", "level", "元", 38620000000, "2025年"),
        ("5.4", "生产总值", "growth", "%", Fraction("5.4"), "2025年"),
        ("48.0", "财政总收入", "level", "元", 4800000000, "2025年"),
        ("-1.2", "财政总收入", "growth", "%", Fraction("-1.2"), "2025年"),
    ]


@pytest.mark.parametrize(
    ("subject", "count", "members"),
    [
        ("城镇和农村居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("钢材、水泥、平板玻璃产量", 3, ["钢材产量", "水泥产量", "平板玻璃产量"]),
        ("生产安全事故起数和死亡人数", 2, ["生产安全事故起数", "生产安全事故死亡人数"]),
        ("游客人数、旅游收入", 2, ["游客人数", "旅游收入"]),
        ("甲、乙、丙", 2, None),
    ],
)
def test_distribute(subject: str, count: int, members: list[str] | None) -> None:
    assert distribute(subject, count) == members


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("其中，全市累计完成工业投资", "工业投资"),
        ("一般公共预算收入首次突破", "一般公共预算收入"),
        ("增长", ""),
        ("跃居全国", ""),
    ],
)
def test_cut_phrase(words: str, phrase: str) -> None:
    assert cut_phrase(words) == phrase


PIECES = st.lists(
    st.sampled_from(
        [
            "全市",
            "财政收入",
            "粮食产量",
            "分别",
            "增长",
            "比上年",
            "达到",
            "由",
            "从",
            "占",
            "其中",
            "预计",
            "力争",
            "到2030年",
            "去年",
            "（",
            "）",
            "“",
            "”",
            "，",
            "、",
            "；",
            "。",
            "\n",
            "：",
            "5.2%",
            "386.2亿元",
            "12家",
            "5亿元以上",
            "项目",
            "第3位",
            "全国",
            "一倍",
            "三分之一",
            "X亿元",
            "|",
            "1.5个百分点",
            "的",
            "实际",
            "即",
            "多",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_claims_quote_the_text_in_order_and_are_numbered(text: str) -> None:
    reading = read("云溪县情况\n" + text)
    prose, position = reading.prose.text, 0
    for number, claim in enumerate(reading.claims):
        assert claim.number == number
        assert position <= claim.start < claim.end <= len(prose)
        assert claim.start <= claim.quantity.start
        assert claim.masked == (claim.value is None and not claim.values)
        assert claim.direction is None or claim.kind in ("growth", "change", "difference", "multiple")
        sentence = reading.outline.sentences[claim.sentence]
        assert sentence.start <= claim.start < sentence.end
        position = claim.end


@pytest.mark.parametrize(
    "piece", ["5%，", "占", "分别", "由5%到", "（5家", "第3位、", "| 5 ", "五年内", "预计"]
)
def test_hostile_repetition_ends(piece: str) -> None:
    read("云溪县情况\n" + piece * (20_000 // len(piece)))
