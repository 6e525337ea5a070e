"""What ``heshu check`` prints."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_audits import TEXT, clean_audit, finding, made_audit, report_audit, unreadable_audit
from wcwidth import wcswidth

from checks.policy import Policy
from reports.check_output import Form, check_output
from reports.lines import Lines
from reports.terminal import Tally, finding_lines
from reports.visible import visible


def printed(form: Form, *audits: object, **options: object) -> str:
    pairs = [(audit.source, audit) for audit in audits]  # type: ignore[attr-defined]
    return "\n".join(check_output(form, pairs, Policy(), **options))  # type: ignore[arg-type]


def test_a_finding_is_told_with_place_line_marks_and_proof() -> None:
    lines = list(finding_lines("报告/青川.txt", report_audit()))
    assert lines[:2] == [
        "报告/青川.txt:2:15 错误 A01 三次产业之和与地区生产总值不符",
        "2 | 上半年，全市实现地区生产总值521.3亿元，比上年同期增长6.2%。其中，第一产业增加值48.1亿元，第二…",
    ]
    assert lines[2] == "  | " + " " * 28 + "^" * 9
    assert lines[3].startswith("  = 依据：48.1+230.5+252.7=531.3")
    assert lines[4] == "  = 建议：若改为531.3亿元则各式成立"
    assert lines[5] == "  = 另见 2 行：48.1亿元"


@pytest.mark.parametrize("width", [40, 61, 100, 400])
def test_the_marks_stand_under_the_words_at_any_width(width: int) -> None:
    for finding_ in report_audit().findings:
        audit = replace(report_audit(), findings=(finding_,))
        _, words, marks, *_ = finding_lines("a.txt", audit, width=width)
        assert wcswidth(words) <= width
        before, span = marks.index("^"), marks.count("^")
        column = 0
        under = ""
        for character in words:
            if before <= column < before + span:
                under += character
            column += wcswidth(character)
        assert under == finding_.place.quote


def test_a_span_longer_than_the_terminal_is_cut() -> None:
    text = "数" * 500
    audit = made_audit("长.txt", text, findings=[finding("长.txt", text, "K01", text)])
    _, words, marks, *_ = finding_lines("长.txt", audit, width=60)
    assert wcswidth(words) <= 60
    assert words.endswith("数…")
    assert marks.count("^") > 40


def test_a_span_over_several_lines_is_shown_on_its_first() -> None:
    text = "第一行有3家\r\n第二行"
    audit = made_audit("行.txt", text, findings=[finding("行.txt", text, "K01", "3家\r\n第二")])
    lines = list(finding_lines("行.txt", audit))
    assert lines[1] == "1 | 第一行有3家"
    assert lines[2] == "  |         ^^^"


def test_no_character_of_a_document_steers_the_terminal() -> None:
    text = "甲\x1b[31m5家\u202e乙\x07\t丙\x9b"
    audit = made_audit(
        "a\x1b]0;x\x07.txt", text, findings=[finding("a", text, "K01", "\x1b[31m5家", evidence="\x1b[2J")]
    )
    out = printed("text", audit) + printed("github", audit)
    assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e", "\r"}
    assert "␛[31m5家" in out


@given(st.text())
def test_visible_text_has_no_controls(text: str) -> None:
    shown = visible(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in shown)
    assert visible("２０25年 百分之五。") == "２０25年 百分之五。"


def test_of_a_rule_with_very_many_findings_the_rest_is_one_line() -> None:
    text = "12家。\n" * 30
    findings = [finding("多.txt", text, "A01", "12家", nth=number) for number in range(25)]
    lines = list(finding_lines("多.txt", made_audit("多.txt", text, findings=findings)))
    assert sum(line.startswith("多.txt:") for line in lines) == 20
    assert lines[-2:] == [
        "多.txt 错误 A01 还有 5 处，在第 21、22、23、24、25 行；--format json 列出全部",
        "",
    ]


def test_colour_only_where_asked_for() -> None:
    assert "\x1b[" not in printed("text", report_audit())
    coloured = printed("text", report_audit(), colour=True)
    assert "\x1b[1;31m错误 A01\x1b[0m" in coloured


def test_the_summary_counts_and_names_what_fails() -> None:
    tally = Tally()
    for audit in (report_audit(), clean_audit(), unreadable_audit()):
        tally.add(audit.source, audit)
    assert list(tally.lines()) == [
        "查了 3 个文件：3 处错误、1 处警告、1 处提示；10 个数据中已证实 1、有矛盾 4、被遮盖 1、未核对 4。",
        "不通过：青川.txt、坏.docx",
    ]
    passing = Tally()
    passing.add("a.txt", clean_audit())
    assert list(passing.lines())[-1] == "通过"


def test_an_unreadable_document_has_no_line() -> None:
    lines = list(finding_lines("坏.docx", unreadable_audit()))
    assert lines == ["坏.docx 错误 R01 文件已损坏，无法打开", "  = 依据：阶段：读取", ""]


def test_json_is_one_stable_document() -> None:
    content = json.loads(printed("json", report_audit(), clean_audit()))
    assert (content["version"], content["tool"], content["verdict"]) == (1, "heshu", "fail")
    assert [row["verdict"] for row in content["documents"]] == ["fail", "pass"]
    first = content["findings"][0]
    assert (first["rule"], first["line"], first["column"]) == ("A01", 2, 15)
    assert TEXT[first["start"] : first["end"]] == first["quote"] == "521.3亿元"
    assert json.loads(printed("json"))["documents"] == []


def test_sarif_takes_the_paths_as_given() -> None:
    content = json.loads(printed("sarif", report_audit("甲.txt"), clean_audit()))
    assert len(content["runs"][0]["results"]) == 4
    assert len(content["runs"][0]["artifacts"]) == 2


def test_github_commands_are_escaped() -> None:
    audit = made_audit(
        "a,b:c%.txt",
        "共50%",
        findings=[finding("a,b:c%.txt", "共50%", "A01", "50%", message="一\n::error::二 100%")],
    )
    (command,) = check_output("github", [("a,b:c%.txt", audit)], Policy())
    assert command == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=2,endColumn=5,title=A01 错误"
        "::一%0A::error::二 100%25"
    )


def test_printing_needs_none_of_the_heavy_libraries() -> None:
    heavy = {"pandas", "pandera", "pyarrow", "sqlalchemy", "jinja2", "prefect", "rich"}
    code = f"import sys, reports.check_output, reports.gate; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.text(alphabet="甲1\r\n", max_size=40), st.data())
def test_lines_lead_from_offsets_and_back(text: str, data: st.DataObject) -> None:
    lines = Lines(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = lines.position(offset)
    start, end = lines.span(line)
    assert start + column - 1 == offset
    assert "\r" not in text[start:end]
    assert "\n" not in text[start:end]
    assert len(lines.starts) == len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
