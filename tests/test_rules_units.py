"""Rules on units and digits."""

from __future__ import annotations

import pytest

from checks import Policy, audit


def found(code: str, text: str) -> list[str]:
    """Quotes of the findings of one rule."""
    return [f.place.quote for f in audit("例.txt", text.encode(), Policy(select=(code,))).findings]


@pytest.mark.parametrize(
    "text",
    [
        "单位：亿元\n\n完成投资35.2，增长8%。",
        "实现总额目标的年份是2025，任务很重。",
        "完成投资35.2亿元，增长8%。",
        "收入比例1.86，差距缩小。",
        "收入3,154,657,000元，支出持平。",
    ],
)
def test_e01_lets_declared_units_and_years_pass(text: str) -> None:
    assert found("E01", text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("全市地区生产总值521万元。", ["521万元"]),
        ("全市地区生产总值521亿元。", []),
        ("全市常住人口86万人。", []),
        ("全市常住人口86万亿人。", ["86万亿人"]),
        ("人均预期寿命802岁。", ["802岁"]),
    ],
)
def test_e02_knows_the_orders_of_magnitude(text: str, quotes: list[str]) -> None:
    assert found("E02", text) == quotes


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("居民人均可支配收入45113万元。", True),
        ("居民人均可支配收入4.5113万元。", False),
        ("居民人均消费支出为2.6亿元。", True),
        ("企业人均产值450万元。", False),
    ],
)
def test_e03_bounds_what_a_person_earns(text: str, wrong: bool) -> None:
    assert bool(found("E03", text)) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年完成投资35.2元。", True),
        ("人均财政支出8600元。", False),
        ("每亩完成投资3500元。", False),
        ("全年完成投资35200000元。", False),
    ],
)
def test_e05_leaves_amounts_a_head_alone(text: str, wrong: bool) -> None:
    assert bool(found("E05", text)) == wrong


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("人口出生率6.39%。", ["6.39%"]),
        ("人口自然增长率1.2%。", []),
        ("人口自然增长率2.76%。", ["2.76%"]),
        ("人口自然增长率2.76‰。", []),
        ("覆盖率98‰。", ["98‰"]),
        ("1963年工作总结\n（1965年3月1日）\n\n人口自然增长率3.3%。", []),
    ],
)
def test_e06_tells_per_cent_from_per_mille(text: str, quotes: list[str]) -> None:
    assert found("E06", text) == quotes


@pytest.mark.parametrize(
    "text",
    ["3万户户均增收。", "120家家庭农场。", "5个个体户。", "百万人人均收入。", "3年年均增长。", "个个争先。"],
)
def test_e08_lets_words_that_meet_pass(text: str) -> None:
    assert found("E08", text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("投资35亿元元。", ["元元"]),
        ("提高2个个百分点。", ["个个百分点"]),
        ("提高2个百分，。", ["个百分"]),
        ("产值35亿无，增长。", ["5亿无"]),
        ("占比40%%。", ["%%"]),
    ],
)
def test_e08_finds_doubled_and_clipped_units(text: str, quotes: list[str]) -> None:
    assert found("E08", text) == quotes


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("通车里程达到30平方公里。", True),
        ("绿化面积新增30公里。", True),
        ("用电量500万千瓦。", True),
        ("用电量500万千瓦时。", False),
        ("面积最宽处30公里。", False),
        ("粮食产量3000亩。", True),
        ("水稻产量500公斤/亩。", False),
    ],
)
def test_e09_weighs_the_unit_against_the_noun(text: str, wrong: bool) -> None:
    assert bool(found("E09", text)) == wrong


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("满意度97。3%。", ["97。3%"]),
        ("新增3，500家企业。", ["3，500"]),
        ("共1,23,456人。", ["1,23,456"]),
        ("增长12 .5%。", ["12 .5"]),
        ("增长3.1.5%。", ["3.1.5"]),
        ("增长3..5%。", ["3..5"]),
        ("增长5.%。", ["5.%"]),
    ],
)
def test_e10_finds_broken_numbers(text: str, quotes: list[str]) -> None:
    assert found("E10", text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "抽查3，5，7号楼。",
        "目标是10。15个县区通过验收。",
        "排名第3，500强企业落户。",
        "坐标1,2,3,4。",
        "1. 5个项目开工。",
        "系统升级到3.1.5版。",
        "１０．５％的增幅。",
        "收入3,154,657,000元。",
        "2024.5.6召开会议。",
    ],
)
def test_e10_lets_lists_dates_and_versions_pass(text: str) -> None:
    assert found("E10", text) == []


def test_e11_offers_one_scale() -> None:
    (finding,) = audit("例.txt", "总投资3亿4500万元。".encode(), Policy(select=("E11",))).findings
    assert finding.suggestion == "3.45亿"


@pytest.mark.parametrize(
    "text", ["表彰500名企业家。", "引进3家人才服务机构。", "企业500家。", "3所学校学生。"]
)
def test_e12_lets_longer_words_pass(text: str) -> None:
    assert found("E12", text) == []
