"""Rules on wording: what they prove, what they let pass, in every form of a text."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from checks import Policy, audit
from checks.rules.wording.standard import before_the_standard
from extract import Reading, extract, read_document

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def reading(text: str) -> Reading:
    return extract(read_document("例.txt", text.encode()))


def found(code: str, text: str) -> list[tuple[str, str]]:
    """Severity and quote of the findings of one rule."""
    findings = audit("例.txt", text.encode(), Policy(select=(code,))).findings
    return [(finding.severity, finding.place.quote) for finding in findings]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("占比由45.2%提高到46.0%，提高0.8%。", "error"),
        ("占比由45%提高到46%，提高1%。", "warning"),
        ("城镇化率比上年提高0.8%。", "warning"),
        ("城镇化率达到67.5%、5年提高4.5%。", "warning"),
    ],
)
def test_d01_is_an_error_only_when_per_cent_is_impossible(text: str, severity: str) -> None:
    assert [grade for grade, _ in found("D01", text)] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "城镇化率提高到67.5%。",
        "占比45%，增长8.2%。",
        "劳动生产率提高5.7%。",
        "刑事发案率下降15%。",
        "汇率上升0.8%。",
        "占比由45.2%提高到46.0%，提高0.8个百分点。",
    ],
)
def test_d01_lets_levels_and_other_rates_pass(text: str) -> None:
    assert found("D01", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "工业投资增速同比增长2个百分点。",
        "占比超过30%，增长2个百分点。",
        "经济每增长1个百分点，带动就业20万人。",
        "拉动经济增长1.5个百分点。",
        "民间投资增长5%，快于全部投资2个百分点。",
    ],
)
def test_d02_lets_points_of_rates_pass(text: str) -> None:
    assert found("D02", text) == []


def test_d03_proves_a_fall_below_nothing() -> None:
    assert found("D03", "库存由50万吨减少了65万吨。") == [("error", "减少了65万吨")]
    assert found("D03", "网点由50个增加了65个。") == [("warning", "增加了65个")]
    assert found("D03", "网点由50个增加到65个，增加了15个。") == []


@pytest.mark.parametrize(
    ("text", "severity", "quote"),
    [
        ("每班最多50人以上。", "error", "最多50人以上"),
        ("收费不足30多元。", "error", "不足30多元"),
        ("全程至少5公里以内。", "error", "至少5公里以内"),
        ("增幅不低于6%左右。", "warning", "不低于6%左右"),
        ("参会近400余人。", "warning", "近400余人"),
    ],
)
def test_d06_grades_opposite_and_unclear_bounds(text: str, severity: str, quote: str) -> None:
    assert found("D06", text) == [(severity, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "近十余年来变化很大。",
        "近20多年的努力没有白费。",
        "放映近20部多类型影片。",
        "签约5亿元以上项目26个。",
        "涨幅低于13%左右的预期目标。",
        "产值超过100人以下企业的总和。",
        "附近300余户居民受益。",
    ],
)
def test_d06_lets_times_and_classes_pass(text: str) -> None:
    assert found("D06", text) == []


@pytest.mark.parametrize(
    "text", ["投资达到100亿元以上。", "户均超过500人以上企业的水平。", "节约100万元以上。"]
)
def test_d07_lets_reaching_and_classes_pass(text: str) -> None:
    assert found("D07", text) == []


def test_d09_proves_only_the_fall_by_a_negative() -> None:
    assert found("D09", "出口下降-3.2%。") == [("error", "下降-3.2%")]
    assert found("D09", "出口增长-3.2%。") == [("warning", "增长-3.2%")]
    assert found("D09", "出口增速为-3.2%，预计增长-1%~2%。") == []


def test_d12_needs_the_same_words_without_a_narrowing_one() -> None:
    assert found("D12", "县城人口占县城人口比重提高。") == [("warning", "县城人口占县城人口")]
    assert found("D12", "现代服务业增加值占服务业增加值比重提高。") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("把失业率控制在5.5%以上。", True),
        ("把失业率控制在5.5%以内。", False),
        ("把合格率控制在98%以上。", False),
        ("物价涨幅保持在2%以上。", False),
    ],
)
def test_d14_knows_what_should_be_low(text: str, wrong: bool) -> None:
    assert bool(found("D14", text)) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "第二、三产业融合。",
        "一、二级响应。",
        "七、八月份多雨。",
        "第三、四个项目。",
        "一、二、三年级。",
        "三、五年内。",
    ],
)
def test_d18_lets_lists_pass(text: str) -> None:
    assert found("D18", text) == []


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("一九五五年的工作报告。\n一九五七年将完成。", True),
        ("关于1978年预算的报告。", True),
        ("关于1978年以来到2008年的改革。", False),
        ("没有年份的文稿。", False),
    ],
)
def test_the_standard_binds_no_older_document(text: str, before: bool) -> None:
    assert before_the_standard(reading(text)) is before


@pytest.mark.parametrize(
    ("code", "plain", "other"),
    [
        ("D01", "城镇化率比上年提高0.8%。", "城鎮化率比上年提高0.8%。"),
        ("D01", "城镇化率比上年提高0.8%。", "城镇化率比上年提高０．８％。"),
        ("D04", "事故起数下降1.5倍。", "事故起數下降1.5倍。"),
        ("D06", "每班最多50人以上。", "每班最多５０人以上。"),
        ("D10", "存款同比上月增长2%。", "存款同比上月增長2%。"),
        ("D12", "县城人口占县城人口比重提高。", "縣城人口佔縣城人口比重提高。"),
    ],
)
def test_script_and_width_make_no_difference(code: str, plain: str, other: str) -> None:
    assert len(found(code, plain)) == len(found(code, other)) == 1


FAMILIES = ("wording", "units", "dates", "expressions")


@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "一",
        "(",
        "**",
        "百分之",
        "X",
        "占",
        "由1",
        "比",
        "重比",
        "3月",
        "率1%，",
        "“",
        "2020年",
        "不忘初",
    ],
)
def test_rules_take_any_repetition(unit: str) -> None:
    findings = audit(
        "例.txt", (unit * (20_000 // len(unit))).encode(), Policy(select=("D", "E", "F", "L"))
    ).findings
    assert not [finding for finding in findings if finding.category == "reading"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
def test_published_documents_have_no_errors_of_wording_units_or_dates() -> None:
    policy = Policy(select=("D", "E", "F", "L"))
    errors = []
    for path in sorted((CORPUS / "local_report").glob("*.txt")):
        for finding in audit(path.name, path.read_bytes(), policy).findings:
            if finding.severity == "error":
                errors.append((path.name, finding.rule, finding.place.quote))
    assert errors == []


def test_every_family_package_says_what_it_is_for() -> None:
    for family in FAMILIES:
        assert importlib.import_module(f"checks.rules.{family}").__doc__


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("D15", "补贴分别由2600元提高到3100元。", "分别由2600元提高到3100元"),
        ("D20", "任务全部完成，完成率96%。", "全部完成，完成率96%"),
        ("D21", "粮食产量与上年增长2.3%。", "与上年增长"),
        ("D21", "接待游客86万人次，同去年同期增长12%。", "同去年同期增长"),
        ("D22", "加强前瞻性研究，战略性谋划。", "研究，战略性谋划"),
        ("D02", "居民消费价格同比上涨0.3个百分点。", "上涨0.3个百分点"),
        ("D07", "参与群众达2万余人次以上。", "万余人次以上"),
    ],
)
def test_what_one_clause_proves_is_told(code: str, text: str, quote: str) -> None:
    assert [words for _, words in found(code, text)] == [quote]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("D15", "甲、乙两县分别由12亿元增至15亿元，由8亿元增至11亿元。"),
        ("D15", "对两名先进个人分别奖励3万元。"),
        ("D20", "建议全部办结，满意率98.6%。"),
        ("D20", "力争年内实现全覆盖，目前覆盖率92%。"),
        ("D21", "与2024年同比增长5%，合同2024年增加3份，与上年持平。"),
        ("D22", "加强队伍建设，推进园区建设、平台建设。"),
        ("D22", "针对性更强，实效性更好。"),
        ("D06", "增速低于13%左右的预期目标。"),
        ("D01", "居民消费价格指数为100.2%，上涨0.2%。"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(code: str, text: str) -> None:
    assert found(code, text) == []
