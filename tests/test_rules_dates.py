"""Rules on dates, periods and plans."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import Policy, audit

HEAD = "在全市干部大会上的讲话\n（{}）\n\n"


def found(code: str, text: str) -> list[tuple[str, str]]:
    """Severity and quote of the findings of one rule."""
    findings = audit("例.txt", text.encode(), Policy(select=(code,))).findings
    return [(finding.severity, finding.place.quote) for finding in findings]


@given(st.integers(1950, 2049), st.integers(1, 12), st.integers(1, 31))
def test_f01_knows_the_calendar(year: int, month: int, day: int) -> None:
    wrong = day > monthrange(year, month)[1]
    assert bool(found("F01", f"会议于{year}年{month}月{day}日召开。")) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("整治行动4月29日-31日进行。", True),
        ("整治行动3月29日-31日进行。", False),
        ("13月份完成。", True),
        ("24月龄幼儿。", False),
        ("农历二月三十日赶集。", False),
        ("二〇二三年二月三十日召开。", True),
        ("2月29日召开。", False),
        ("2月30日召开。", True),
    ],
)
def test_f01_reads_ranges_months_and_chinese_dates(text: str, wrong: bool) -> None:
    assert bool(found("F01", text)) == wrong


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(0, 6))
def test_f02_agrees_with_the_calendar(day: date, weekday: int) -> None:
    text = f"会议定于{day.year}年{day.month}月{day.day}日（星期{'一二三四五六日'[weekday]}）召开。"
    assert bool(found("F02", text)) == (day.weekday() != weekday)


def test_f02_without_a_year_takes_the_years_around_the_document() -> None:
    head = HEAD.format("2024年4月1日")
    assert found("F02", head + "定于5月6日（周一）召开。") == []
    assert found("F02", head + "定于5月6日（周日）召开。") == [("warning", "5月6日（周日")]
    assert found("F02", "定于5月6日（周日）召开。") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (HEAD.format("2020年12月30日") + "明年即2022年，任务很重。", 1),
        (HEAD.format("2020年12月30日") + "明年即2021年，任务很重。", 0),
        (HEAD.format("2023年9月2日") + "今年（2022年）已过去，网页后来才发布。", 0),
        ("今年（2024年）好，明年（2025年）更好，去年（2022年）差。", 1),
        ("今年（2024年）任务很重。", 0),
    ],
)
def test_f03_compares_with_the_date_and_with_each_other(text: str, count: int) -> None:
    assert len(found("F03", text)) == count


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("“十四五”（2020—2025年）期间。", ["error"]),
        ("“十四五”时期（2021-2025年）。", []),
        ("“十四五”规划（2021—2035年）。", ["warning"]),
        ("第十四个五年规划（2020—2025年）。", ["error"]),
        ("2024年是“十四五”收官之年。", ["error"]),
        ("2025年是“十四五”收官之年，也是谋划“十五五”的一年。", []),
        ("2020年是“十三五”收官之年。", []),
        ("2022年是实施“十四五”规划的开局之年。", ["error"]),
        ("2025年要为“十五五”良好开局打基础。", []),
        (HEAD.format("2024年2月1日") + "今年是“十四五”开局之年。", ["warning"]),
        (HEAD.format("2026年2月1日") + "今年是“十五五”开局之年。", []),
        (HEAD.format("2025年12月31日") + "今年是“十五五”开局之年。", []),
    ],
)
def test_f04_knows_the_plans(text: str, severities: list[str]) -> None:
    assert [severity for severity, _ in found("F04", text)] == severities


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2021年召开的党的十九届五中全会。", 1),
        ("2020年10月召开的党的十九届五中全会。", 0),
        ("2022年党的二十大胜利召开。", 0),
        ("2021年党的二十大胜利召开。", 1),
        (HEAD.format("2021年5月8日") + "贯彻党的二十大精神。", 1),
        (HEAD.format("2021年5月8日") + "迎接党的二十大。", 0),
        (HEAD.format("2023年5月8日") + "贯彻党的二十大精神。", 0),
        ("贯彻党的二十大精神。", 0),
    ],
)
def test_f05_knows_when_they_met(text: str, count: int) -> None:
    assert len(found("F05", text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (HEAD.format("2023年1月10日") + "快速路2023年12月已建成通车。", 1),
        (HEAD.format("2023年1月10日") + "快速路2022年12月已建成通车。", 0),
        (HEAD.format("2026年1月10日") + "水厂预计2023年建成。", 1),
        (HEAD.format("2026年1月10日") + "水厂预计2025年底建成。", 0),
        (HEAD.format("2026年1月10日") + "水厂原计划2023年建成。", 0),
        ("水厂预计2023年建成。", 0),
    ],
)
def test_f08_waits_for_a_clear_case(text: str, count: int) -> None:
    assert len(found("F08", text)) == count


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("2023年5月开工，2022年12月竣工。", ["error"]),
        ("2023年5月开工，2023年12月竣工。", []),
        ("从2025年至2021年连续增长。", ["error"]),
        ("2025年至2021年的数据依次列出。", ["warning"]),
        ("2021—2025年。", []),
        ("公示期3月20日至3月2日。", ["error"]),
        ("禁渔期11月20日至3月2日。", []),
        ("2024年3月20日至2024年3月2日公示。", ["error"]),
    ],
)
def test_f09_compares_start_and_end(text: str, severities: list[str]) -> None:
    assert [severity for severity, _ in found("F09", text)] == severities


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2016—2020年四年来。", True),
        ("2016—2020年五年来。", False),
        ("2016年到2020年四年间。", False),
        ("2016年到2020年六年间。", True),
        ("2016—2020年，五年规划完成。", False),
    ],
)
def test_f11_counts_both_ends_of_a_dash(text: str, wrong: bool) -> None:
    assert bool(found("F11", text)) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("6月底前开工80%、3月底前开工100%。", True),
        ("3月底前开工80%、6月底前开工100%。", False),
        ("12月底前完成100%，6月底前完成50%。", False),
        ("12月底前完成50%，明年3月底前完成100%。", False),
        ("12月底前完成50%。3月底前完成100%。", False),
    ],
)
def test_f13_needs_more_work_in_less_time(text: str, wrong: bool) -> None:
    assert bool(found("F13", text)) == wrong


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
@pytest.mark.parametrize("first", range(1, 11))
def test_f14_allows_the_months_of_the_quarter_only(quarter: int, first: int) -> None:
    wrong = not (3 * quarter - 2 <= first and first + 2 <= 3 * quarter)
    text = f"{'一二三四'[quarter - 1]}季度（{first}—{first + 2}月）出口增长。"
    assert bool(found("F14", text)) == wrong


@pytest.mark.parametrize(("age", "wrong"), [(28, True), (29, False), (30, False), (31, False), (32, True)])
def test_f16_allows_full_and_nominal_age(age: int, wrong: bool) -> None:
    assert bool(found("F16", f"他1990年出生，2020年满{age}岁时当选。")) == wrong


@pytest.mark.parametrize(
    ("code", "text", "quotes"),
    [
        ("F10", "2024年是新中国成立65周年。", ["2024年是新中国成立65周年"]),
        ("F10", "2024年是新中国成立75周年，也是云溪县建县40周年。", []),
        ("F10", "庆祝改革开放四十周年。", []),
        ("F12", "“十四五”期间，养老床位到2028年达到3200张。", ["“十四五”期间，养老床位到2028年达到"]),
        ("F12", "“十四五”期间启动扩建，到2028年建成。", []),
        ("F15", "自二〇二四年7月1日起施行。", ["二〇二四年7月"]),
        ("F15", "2021—2025年、2024年十二项实事、第十二次会议。", []),
        ("F19", "至“十四五”期间建成。", ["至“十四五”期间"]),
        ("F19", "从“十三五”到“十四五”期间，直接关系到“十五五”时期的发展。", []),
    ],
)
def test_years_plans_and_anniversaries(code: str, text: str, quotes: list[str]) -> None:
    findings = audit("例.txt", text.encode(), Policy(select=(code,))).findings
    assert [finding.place.quote for finding in findings] == quotes
