"""``--facts``: a document's numbers held against official figures, as a function and as a user calls it."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from command_line import heshu, put
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.audit import Audit, audit
from checks.facts import Facts, FactsError, parse_facts
from checks.finding import Finding
from checks.rule_pages import rule_page
from reports.told_rules import told_rules

HEAD = ("地区", "指标", "时期", "数值", "单位", "增速", "来源")
TEXT = "2025年，全市生产总值521.3亿元，同比增长5.8%。"


def sheet(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Facts:
    return parse_facts("数.csv", [head, *rows])


def gdp(
    value: str = "521.34",
    growth: str = "5.8",
    region: str = "青川市",
    period: str = "2025年",
    unit: str = "亿元",
) -> Facts:
    return sheet((region, "地区生产总值", period, value, unit, growth, "市统计局"))


def against(facts: Facts, text: str = TEXT) -> Audit:
    return audit("稿.txt", text.encode(), facts=facts)


def found(facts: Facts, text: str = TEXT) -> list[tuple[str, str]]:
    findings = [finding for finding in against(facts, text).findings if finding.rule == "C11"]
    return [(finding.place.quote, finding.severity) for finding in findings]


def only(facts: Facts, text: str = TEXT) -> Finding:
    (finding,) = [finding for finding in against(facts, text).findings if finding.rule == "C11"]
    return finding


def states(facts: Facts, text: str = TEXT) -> dict[str, str]:
    result = against(facts, text)
    assert result.reading is not None
    return {
        result.reading.prose.text[claim.start : claim.end]: f"{checked.state} {checked.reason[:3]}"
        for claim, checked in zip(result.reading.claims, result.claims, strict=True)
    }


def test_without_figures_nothing_is_confirmed() -> None:
    result = audit("稿.txt", TEXT.encode())
    assert {checked.state for checked in result.claims} == {"unchecked"}


def test_a_figure_that_agrees_verifies_value_and_growth() -> None:
    assert found(gdp()) == []
    assert states(gdp()) == {"521.3亿元": "verified C11", "5.8%": "verified C11"}


def test_a_figure_that_differs_is_an_error_that_names_sheet_row_value_and_source() -> None:
    finding = only(gdp("523.1"))
    assert (finding.place.quote, finding.severity, finding.category) == ("521.3亿元", "error", "conflict")
    for words in ("数.csv", "第2行", "523.1亿元", "市统计局", "521.3亿元"):
        assert words in finding.evidence
    assert "523.1亿元" in finding.suggestion
    assert against(gdp("523.1")).verdict.verdict == "fail"
    assert states(gdp("523.1"))["521.3亿元"] == "contradicted C11"


@pytest.mark.parametrize(
    ("words", "agrees"),
    [
        ("521亿元", True),
        ("521.34亿元", True),
        ("5213400万元", True),
        ("超过520亿元", True),
        ("520亿元以上", True),
        ("近530亿元", True),
        ("521.4亿元", False),
        ("512.3亿元", False),
        ("超过530亿元", False),
        ("521.3万元", False),
    ],
)
def test_a_number_may_be_any_that_the_figure_can_be_written_as(words: str, agrees: bool) -> None:
    text = f"2025年，全市生产总值{words}。"
    assert found(gdp("521.34"), text) == ([] if agrees else [(words, "error")])


@pytest.mark.parametrize("words", ["超过500亿元", "500亿元以上", "近530亿元"])
def test_what_nearly_any_figure_satisfies_verifies_nothing(words: str) -> None:
    assert states(gdp(), f"2025年，全市生产总值{words}。")[words].startswith("unchecked")


def test_a_number_finer_than_the_figure_must_round_to_it_and_is_not_verified() -> None:
    text = "2025年，全市生产总值521.34亿元。"
    assert found(gdp("521.3"), text) == []
    assert states(gdp("521.3"), text)["521.34亿元"].startswith("unchecked")
    assert found(gdp("521.4"), text) == [("521.34亿元", "error")]


@pytest.mark.parametrize(
    ("growth", "text", "expected"),
    [
        ("5.8", TEXT, []),
        ("5.9", TEXT, [("5.8%", "error")]),
        ("-5.8", TEXT, [("5.8%", "error")]),
        ("-5.8%", TEXT.replace("增长", "下降"), []),
        ("5.8", TEXT.replace("增长", "下降"), [("5.8%", "error")]),
        ("9.9", TEXT.replace("同比增长", "环比增长"), []),
    ],
)
def test_growth_has_its_sign_and_its_base(growth: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(gdp("521.3", growth), text) == expected


@pytest.mark.parametrize(
    ("region", "period", "severity"),
    [
        ("青川市", "2025年", "error"),
        ("青川", "2025", "error"),
        ("全市", "2025年", "error"),
        ("", "2025年", "warning"),
        ("青川市", "", "warning"),
        ("青川市", "2024年", None),
        ("青川市", "2025年前三季度", None),
        ("云溪县", "2025年", None),
        ("全省", "2025年", None),
    ],
)
def test_an_error_needs_equal_period_and_region(region: str, period: str, severity: str | None) -> None:
    facts = gdp("530", "", region, period)
    assert found(facts) == ([("521.3亿元", severity)] if severity else [])


def test_own_words_mean_the_one_region_of_their_level() -> None:
    rows = [
        (region, "生产总值", "2025年", "530", "亿元", "", "") for region in ("青川市", "云溪县", "临江区")
    ]
    assert found(sheet(*rows)) == [("521.3亿元", "error")]
    other = ("北川市", "生产总值", "2025年", "530", "亿元", "", "")
    assert found(sheet(*rows, other)) == []


def test_the_row_of_the_named_region_counts() -> None:
    rows = [
        ("青川市", "生产总值", "2025年", "521.3", "亿元", "", ""),
        ("云溪县", "生产总值", "2025年", "86.9", "亿元", "", ""),
    ]
    text = TEXT + "\n2025年，云溪县生产总值86.4亿元。"
    assert [quote for quote, _ in found(sheet(*rows), text)] in ([], ["86.4亿元"])
    assert "521.3亿元" not in [quote for quote, _ in found(sheet(*rows), text)]


@pytest.mark.parametrize(
    "text",
    [
        "2025年，全市生产总值预计530亿元。",
        "2025年，全市生产总值力争达到530亿元。",
        "2025年，全市生产总值XX亿元。",
        "2025年，全市市本级生产总值13亿元。",
        "2025年，全市生产总值530亿美元。",
        "2025年，全市工业总产值530亿元。",
        "全市生产总值由2024年的498亿元增加到521.3亿元。",
    ],
)
def test_what_the_figure_is_not_about_is_left_alone(text: str) -> None:
    assert found(gdp(), text) == []


def test_a_traditional_text_is_held_against_a_simplified_sheet() -> None:
    facts = sheet(("", "养老机构床位", "2025年", "8600", "张", "", ""))
    text = "2025年，全縣養老機構床位{}張，農業總產值穩步增長，財政運行總體平穩。"
    assert found(facts, text.format(8600)) == []
    assert [quote for quote, _ in found(facts, text.format(6800))] == ["6800張"]


def test_counts_are_exact_whatever_their_classifier() -> None:
    facts = sheet(("", "规上工业企业", "2025年", "612", "户", "", ""))
    assert found(facts, "2025年，规模以上工业企业612家。") == []
    assert [quote for quote, _ in found(facts, "2025年，规模以上工业企业613家。")] == ["613家"]


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        (
            ("青川市", "生产总值", "2025年", "519.8", "亿元", "", ""),
            ("青川市", "生产总值", "2025年", "521.3", "亿元", "", ""),
            "数值",
        ),
        (
            ("青川市", "生产总值", "2025", "519.8", "亿元", "", ""),
            ("青川市", "地区生产总值", "2025年", "5213", "千万元", "", ""),
            "数值",
        ),
        (
            ("", "粮食产量", "", "52.1", "万吨", "3.1", ""),
            ("", "粮食产量", "", "52.1", "万吨", "3.6", ""),
            "增速",
        ),
    ],
)
def test_rows_that_contradict_each_other_are_refused_by_both_numbers(
    first: tuple[str, ...], second: tuple[str, ...], column: str
) -> None:
    with pytest.raises(FactsError, match=f"第 2 行与第 4 行的“{column}”互相矛盾"):
        sheet(first, ("云溪县", "常住人口", "2025年末", "43.86", "万人", "", ""), second)


@pytest.mark.parametrize(
    "second",
    [
        ("青川市", "生产总值", "2025年", "521.3", "亿元", "", "快报"),
        ("青川市", "生产总值", "2024年", "498.1", "亿元", "", ""),
        ("云溪县", "生产总值", "2025年", "88.4", "亿元", "", ""),
        ("青川市", "人均生产总值", "2025年", "98000", "元", "", ""),
        ("青川市", "生产总值", "2025年", "", "", "5.8", ""),
        ("青川市", "生产总值", "2025年", "73.2", "亿美元", "", ""),
    ],
)
def test_rows_about_other_things_or_rounder_ones_stand_beside_each_other(second: tuple[str, ...]) -> None:
    assert len(sheet(("青川市", "生产总值", "2025年", "521.34", "亿元", "", ""), second)) == 2


@settings(deadline=None)
@given(st.integers(1, 10**7), st.integers(0, 3))
def test_a_figure_printed_at_any_precision_agrees_with_itself(cents: int, places: int) -> None:
    figure = f"{cents // 100}.{cents % 100:02d}"
    text = f"2025年，全市生产总值{round(cents / 100, places):.{places}f}亿元。"
    assert found(gdp(figure), text) == []


def test_facts_travel_to_other_processes() -> None:
    facts = gdp("523.1")
    assert found(pickle.loads(pickle.dumps(facts))) == found(facts) != []


def test_the_rule_is_told_like_any_other() -> None:
    rule = told_rules()["C11"]
    assert (rule.name, rule.category) == ("contradicts-official-figure", "conflict")
    assert all(rule_page(rule).count(cell) for row in rule.facts for cell in row)


def test_the_examples_give_what_they_promise_with_the_sheet_beside_them() -> None:
    rule = told_rules()["C11"]
    facts = parse_facts("数.csv", rule.facts)
    assert [[quote for quote, _ in found(facts, example.text)] for example in rule.bad] == [
        [example.quote] for example in rule.bad
    ]
    assert [found(facts, text) for text in (*rule.good, *rule.near)] == [[]] * 3
    assert states(facts, rule.good[0])["521.3亿元"] == "verified C11"


@pytest.mark.parametrize(
    "head", [HEAD, ("Region", "Indicator", "Period", "Value", "Unit", "Growth", "Source")]
)
def test_headings_may_be_of_either_language(head: tuple[str, ...]) -> None:
    assert len(sheet(("青川市", "生产总值", "2025年", "1,521.3", "亿元", "5.8%", ""), head=head)) == 1


def test_a_heading_may_carry_the_unit() -> None:
    facts = sheet(("生产总值", "2025年", "530"), head=("指标", "时期", "数值（亿元）"))
    assert [quote for quote, _ in found(facts)] == ["521.3亿元"]


@pytest.mark.parametrize(
    ("head", "row", "words"),
    [
        (("地区", "数值"), ("青川市", "1"), ("没有“指标”",)),
        (("指标", "时期"), ("生产总值", "2025年"), ("数值", "增速")),
        (("指标", "数值", "value"), ("生产总值", "1", "1"), ("两列", "value")),
        (HEAD[1:4], ("", "2025年", "1"), ("第 2 行", "指标", "空")),
        (HEAD[1:4], ("生产总值", "2025年", ""), ("第 2 行", "数值", "空")),
        (HEAD[1:4], ("生产总值", "2025年", "约521"), ("第 2 行", "数值", "约521", "不是数")),
        (HEAD[1:4], ("生产总值", "2025年", "1e5"), ("第 2 行", "1e5")),
        (HEAD[1:4], ("生产总值", "2025年", "9" * 5000), ("第 2 行", "不是数")),
        (HEAD[1:5], ("生产总值", "2025年", "5", "亿原"), ("第 2 行", "单位", "亿原")),
        (("指标", "增速"), ("生产总值", "#REF!"), ("第 2 行", "增速", "#REF!")),
    ],
)
def test_a_sheet_with_a_fault_is_refused_by_row_and_column(
    head: tuple[str, ...], row: tuple[str, ...], words: tuple[str, ...]
) -> None:
    with pytest.raises(FactsError) as problem:
        sheet(row, head=head)
    assert all(word in str(problem.value) for word in words), problem.value


@pytest.mark.parametrize("rows", [[], [HEAD], [("", " ")]])
def test_a_sheet_without_rows_is_refused(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(FactsError, match="没有一行"):
        parse_facts("空.csv", rows)


def csv_of(value: str) -> str:
    return f"地区,指标,时期,数值,单位,增速,来源\n青川市,地区生产总值,2025年,{value},亿元,5.8,市统计局\n"


def workbook(path: Path, value: object) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(HEAD)
    page.append(("青川市", "地区生产总值", 2025, value, "亿元", 0.058, "市统计局"))
    page["F2"].number_format = "0.0%"
    book.save(path)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_command_reads_csv(tmp_path: Path, encoding: str) -> None:
    put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "good.csv", csv_of("521.34").encode(encoding))
    put(tmp_path / "bad.csv", csv_of("523.1").encode(encoding))
    good = heshu("check", "a.txt", "--facts", "good.csv", cwd=tmp_path)
    assert good.code == 0
    assert "已证实 2" in good.out
    bad = heshu("check", "a.txt", "--facts", "bad.csv", cwd=tmp_path)
    assert bad.code == 1
    assert "错误 C11" in bad.out
    assert "bad.csv 第2行" in bad.out


def test_the_command_reads_xlsx(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    workbook(tmp_path / "good.xlsx", 0.1 + 0.2 + 521.04)
    workbook(tmp_path / "bad.xlsx", 523.1)
    assert "已证实 2" in heshu("check", "a.txt", "--facts", "good.xlsx", cwd=tmp_path).out
    bad = heshu("check", "a.txt", "--facts", "bad.xlsx", "--format", "sarif", cwd=tmp_path)
    assert bad.code == 1
    run = json.loads(bad.out)["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["C11"]
    assert "C11" in [rule["id"] for rule in run["tool"]["driver"]["rules"]]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.csv", None, "不存在"),
        ("empty.csv", b"", "没有一行"),
        ("torn.xlsx", b"PK\x03\x04 torn", "不是能读的 .xlsx"),
        ("text.xlsx", b"a,b", "不是能读的 .xlsx"),
        ("figures.xls", b"\xd0\xcf\x11\xe0", "应为 .csv 或 .xlsx"),
        ("bytes.csv", b"\xff\xfe\xff\xff", "编码"),
        ("quote.csv", '指标,数值\n"生产总值,5'.encode(), "不是完整的 CSV"),
        ("number.csv", "指标,数值\n生产总值,x".encode(), "第 2 行“数值”列“x”不是数"),
        ("unit.csv", "指标,数值,单位\n生产总值,5,亿原".encode(), "第 2 行“单位”列“亿原”"),
        ("two.csv", "指标,数值\n生产总值,5\n生产总值,6".encode(), "第 2 行与第 3 行的“数值”互相矛盾"),
    ],
)
@pytest.mark.parametrize("command", ["check", "run", "nightly"])
def test_a_sheet_that_cannot_be_relied_on_stops_the_job_before_it_starts(
    tmp_path: Path, command: str, name: str, content: bytes | None, words: str
) -> None:
    put(tmp_path / "a.txt", TEXT)
    if content is not None:
        put(tmp_path / name, content)
    out = ("--out", "out") if command != "check" else ()
    ended = heshu(command, "a.txt", *out, "--facts", name, cwd=tmp_path)
    assert ended.code == 2
    assert words in ended.err
    assert ended.out == ""
    assert not (tmp_path / "out").exists()


def test_a_run_holds_its_documents_against_the_figures(tmp_path: Path) -> None:
    put(tmp_path / "in/a.txt", TEXT)
    put(tmp_path / "in/b.txt", TEXT.replace("521.3", "523.1"))
    put(tmp_path / "facts.csv", csv_of("521.34"))
    ended = heshu("run", "in", "--out", "out", "--facts", "facts.csv", cwd=tmp_path)
    assert ended.code == 1
    gate = json.loads((tmp_path / "out/gate.json").read_text("utf-8"))
    assert {document["source"]: document["verdict"] for document in gate["documents"]} == {
        "a.txt": "pass",
        "b.txt": "fail",
    }
    assert "facts.csv" in (tmp_path / "out/run.json").read_text("utf-8")


def test_a_check_without_figures_imports_nothing_for_them(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    code = (
        "import sys; from flows.cli import main; main(['check', 'a.txt']);"
        "print([name for name in ('openpyxl', 'checks.facts', 'checks.official_figures', 'flows.facts_file',"
        " 'checks.drafts', 'checks.alignment') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
