"""A number of the text against the table that states it as well, in every format that has tables."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest

from checks import Policy, audit

TITLE = "2025年青川市主要指标"
ROWS = (
    ("指标", "单位", "2025年", "2024年"),
    ("粮食产量", "万吨", "86.4", "84.2"),
    ("一般公共预算收入", "亿元", "45.8", "42.9"),
    ("税收收入", "亿元", "30.1", "28.0"),
)


def as_markdown(sentence: str) -> tuple[str, bytes]:
    lines = ["| " + " | ".join(row) + " |" for row in ROWS]
    lines.insert(1, "| --- | --- | --- | --- |")
    return "报.md", f"# {TITLE}\n\n{sentence}\n\n{chr(10).join(lines)}\n".encode()


def as_tabs(sentence: str) -> tuple[str, bytes]:
    table = "\n".join("\t".join(row) for row in ROWS)
    return "报.txt", f"{TITLE}\n\n{sentence}\n\n{table}\n".encode()


def as_page(sentence: str) -> tuple[str, bytes]:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    return "报.html", f"<h1>{TITLE}</h1><p>{sentence}</p><table>{rows}</table>".encode()


def as_word(sentence: str) -> tuple[str, bytes]:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(sentence)
    table = document.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return "报.docx", stream.getvalue()


def told(written: Callable[[str], tuple[str, bytes]], sentence: str) -> list[tuple[str, str]]:
    findings = audit(*written(sentence), Policy()).findings
    return [(finding.rule, finding.place.quote) for finding in findings if finding.rule == "B09"]


@pytest.mark.parametrize("written", [as_markdown, as_tabs, as_page, as_word])
def test_the_text_is_held_against_the_table(written: Callable[[str], tuple[str, bytes]]) -> None:
    right = "2025年，全市粮食产量86.4万吨。2025年一般公共预算收入约46亿元。"
    wrong = "2025年，全市粮食产量84.6万吨。2025年一般公共预算收入48.5亿元。"
    assert told(written, right) == []
    assert told(written, wrong) == [("B09", "84.6万吨"), ("B09", "48.5亿元")]


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，全市粮食产量84.6万吨。",
        "2025年，云溪县粮食产量12.6万吨。",
        "到2026年，力争全市粮食产量达到88万吨。",
        "2025年，全市粮食产量超过80万吨。",
    ],
)
def test_another_year_place_or_aim_is_left_alone(sentence: str) -> None:
    assert told(as_markdown, sentence) == []
