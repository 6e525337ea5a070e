"""Pages are whole, closed to documents that mean harm, and show every mark where it belongs."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_audits import (
    TEXT,
    claim,
    clean_audit,
    finding,
    made_audit,
    report_audit,
    unreadable_audit,
)

from checks.audit import Audit
from checks.finding import Place
from checks.policy import Policy
from reports import marked_text
from reports.lines import Lines
from reports.marked_text import marked_lines
from reports.pages import index_page, report_page
from reports.rows import Row, document_id, document_rows

HOSTILE = "<script>alert('1')</script>\"'&<!--]]>${7*7}{{7*7}}</title></script>"


def page(audit: Audit) -> str:
    return report_page(document_rows(audit, Policy()))


def index(*audits: Audit) -> str:
    rows = [document_rows(audit, Policy()) for audit in audits]
    documents = [one.document | {"reasons": one.reasons} for one in rows]
    counts = {
        name: sum(document[name] for document in documents)
        for name in ("chars", "numbers", "claims", "verified", "contradicted", "masked")
    }
    counts |= {
        name: sum(document[name] for document in documents) for name in ("errors", "warnings", "infos")
    }
    counts |= {"documents": len(rows), "failed": 2, "unreadable": 1}
    return "".join(index_page({"verdict": "fail", "run_id": "r1"}, counts, documents))


class Page(HTMLParser):
    """Collects what a browser would see, and whether every element is closed."""

    EMPTY = frozenset(("meta", "br", "input", "link", "wbr"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs)), f"an attribute stands twice in {tag}"
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]


@pytest.mark.parametrize("audit", [report_audit(), clean_audit(), unreadable_audit()])
def test_a_page_is_whole_and_every_id_stands_once(audit: Audit) -> None:
    parsed = Page(page(audit))
    assert parsed.open == []
    assert len(parsed.ids()) == len(set(parsed.ids()))
    assert parsed.elements[0] == ("html", {"lang": "zh-CN"})


def test_a_page_needs_nothing_from_elsewhere() -> None:
    for text in (page(report_audit()), index(report_audit(), clean_audit(), unreadable_audit())):
        parsed = Page(text)
        for tag, attributes in parsed.elements:
            assert "src" not in attributes
            assert "style" not in attributes, "the policy lets no style attribute through"
            assert not [name for name in attributes if name.startswith("on")]
            assert tag != "link"
            address = attributes.get("href") or ""
            assert not re.match(r"[a-z]+:|//", address)


def test_the_policy_names_exactly_the_page_s_own_style_and_script() -> None:
    for text in (page(report_audit()), index(report_audit())):
        policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0])
        (style,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
        script = re.findall("<script>(.*?)</script>", text, re.DOTALL)[-1]
        for kind, content in (("style-src", style), ("script-src", script)):
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            assert f"{kind} 'sha256-{digest}'" in policy
        assert policy.startswith("default-src 'none'")


def test_scripts_hold_nothing_that_ends_them() -> None:
    for name in ("report.js", "index.js", "page.css"):
        assert "</" not in files("reports").joinpath("templates", name).read_text("utf-8")


def test_what_a_document_says_stays_text() -> None:
    text = f"{HOSTILE}5家\n"
    hostile = finding(
        HOSTILE, text, "A01", "5家", message=HOSTILE, evidence=HOSTILE, suggestion=HOSTILE, locator=HOSTILE
    )
    count = claim(
        text, "5家", numeral="5", value=5, resolution=1, unit="家", indicator=HOSTILE, region=HOSTILE
    )
    audit = made_audit(HOSTILE, text, [count], findings=[hostile], title=HOSTILE)
    for written in (page(audit), index(audit)):
        parsed = Page(written)
        scripts = [content for tag, content in parsed.words if tag == "script"]
        assert not [content for content in scripts if "alert" in content and not content.startswith("{")]
        assert sum(tag == "script" for tag, _ in parsed.elements) == written.count("<script")
        assert "<!--" not in written
        assert "49" not in "".join(words for tag, words in parsed.words if tag == "title")
        title = "".join(words for tag, words in parsed.words if tag == "title")
        assert HOSTILE in title or "核数" in title
    notes = re.findall('<script type="application/json" id="notes">(.*?)</script>', page(audit))[0]
    assert "<" not in notes
    assert HOSTILE in json.loads(notes)["claims"][0][2]


def test_the_verdict_comes_first_and_says_why() -> None:
    words = [
        words.strip() for tag, words in Page(page(report_audit())).words if tag not in ("style", "title")
    ]
    said = [word for word in words if word]
    assert said.index("不通过") < said.index("A01 三次产业之和与地区生产总值不符") < said.index("发现")
    assert "通过" in [words for _, words in Page(page(clean_audit())).words]


def test_claims_are_coloured_by_their_state_and_findings_underlined() -> None:
    marks = re.findall(r"<mark([^>]*)>([^<]*)</mark>", page(report_audit()).partition('id="text"')[2])
    shown = {words: attributes for attributes, words in marks}
    assert 'class="c-contradicted f-error"' in shown["521.3亿元"]
    assert 'data-f="0"' in shown["521.3亿元"]
    assert 'class="c-unchecked"' in shown["6.2%"]
    assert 'class="c-masked f-error"' in shown["X亿元"]
    assert 'class="c-verified"' in shown["2:1"]
    assert 'data-r="0"' in shown["48.1亿元"]
    assert 'class=" f-warning"' in shown["其中"]


def test_places_in_other_documents_are_links_to_their_pages() -> None:
    text = "全县企业12家。\n"
    twin = finding("甲.txt", text, "C12", "12家")
    others = tuple(Place(f"{HOSTILE}{number}.txt", 0, 3, f"{number}家") for number in range(9))
    written = page(made_audit("甲.txt", text, findings=[replace(twin, related=(*others, twin.place))]))
    links = re.findall('<b>另见</b><a href="../([0-9a-f]{12})/report.html">([^<]*)</a> ([0-9]家)', written)
    assert [(one, html.unescape(name), words) for one, name, words in links] == [
        (document_id(other.source), other.source, other.quote) for other in others[:5]
    ]


def test_many_findings_of_a_rule_are_folded_into_one_group() -> None:
    text = "12家。" * 30
    findings = [finding("多.txt", text, "A01", "12家", nth=number) for number in range(25)]
    written = page(made_audit("多.txt", text, findings=findings))
    assert "<small>25 处</small>" in written
    assert written.count('<article class="finding"') == 25
    some = page(made_audit("多.txt", text, findings=findings[:20]))
    assert '<details class="group">' not in some


def test_a_share_is_never_rounded_up_to_all() -> None:
    rows = document_rows(clean_audit(), Policy())
    nearly = replace(rows, document=rows.document | {"explained": 0.9999})
    assert "99.9%" in report_page(nearly)
    assert "100.0%" in report_page(rows)


def test_a_page_of_a_traditional_text_says_so() -> None:
    text = "雲溪縣財政預算執行情況與發展規劃報告，實現產業增加值。"
    assert 'lang="zh-Hant"' in page(made_audit("繁.txt", text))


def test_the_index_shows_failures_first_with_their_reasons() -> None:
    written = index(clean_audit(), report_audit(), unreadable_audit())
    sources = re.findall(r'data-v="([^"]+\.(?:txt|docx))"', written)
    assert sources == ["青川.txt", "坏.docx", "清白.txt"]
    assert "A01 三次产业之和与地区生产总值不符" in written
    assert Page(written).open == []


def spans(length: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    end = st.integers(0, length)
    return st.lists(st.tuples(end, end).map(lambda ends: (min(ends), max(ends))), max_size=8)


def claim_row(start: int, end: int) -> Row:
    return {"start": start, "end": end}


def finding_row(start: int, end: int, number: int) -> Row:
    severity = ("error", "warning", "info")[number % 3]
    return {"source": "x", "start": start, "end": end, "severity": severity, "related": []}


@given(st.text(alphabet="甲5\r\n", max_size=30), st.data())
def test_pieces_nest_however_marks_overlap(text: str, data: st.DataObject) -> None:
    claims = [claim_row(*span) for span in data.draw(spans(len(text)))]
    findings = [finding_row(*span, number) for number, span in enumerate(data.draw(spans(len(text))))]
    lines = Lines(text)
    shown = list(marked_lines(lines, claims, findings))
    for line in shown:
        offset, end = lines.span(line.number)
        assert "".join(piece.text for piece in line.pieces) == text[offset:end]
        for piece in line.pieces:
            for place in range(offset, offset + len(piece.text)):
                covering = {n for n, row in enumerate(findings) if row["start"] <= place < row["end"]}
                assert set(piece.findings) <= covering
                assert len(piece.findings) == min(6, len(covering))
                gravest = {findings[n]["severity"] for n in covering}
                assert piece.severity == next(
                    (name for name in ("error", "warning", "info") if name in gravest), ""
                )
                inside = {n for n, row in enumerate(claims) if row["start"] <= place < row["end"]}
                assert (piece.claim in inside) if inside else piece.claim == -1
            offset += len(piece.text)
    opened = [number for line in shown for piece in line.pieces for number in piece.opens]
    assert len(opened) == len(set(opened))


def test_of_a_long_text_only_what_stands_around_findings_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked_text, "WHOLE_TEXT_LIMIT", 1_000)
    text = "甲乙丙丁\n" * 1_000 + "这里有5家。" + "\n戊己庚辛" * 1_000
    audit = made_audit("长.txt", text, findings=[finding("长.txt", text, "A01", "5家")])
    shown = list(marked_lines(Lines(text), [], document_rows(audit, Policy()).findings))
    chars = sum(len(piece.text) for line in shown for piece in line.pieces)
    assert 300 < chars < 500
    assert [line.gap for line in shown].count(True) == 1
    assert any(piece.findings == (0,) for line in shown for piece in line.pieces)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(1, 900)), max_size=40))
def test_what_is_shown_of_a_long_text_has_a_limit(spots: list[tuple[int, int]]) -> None:
    text = "甲乙丙丁戊己庚辛\n" * 600
    findings = [finding_row(start, min(len(text), start + width), 0) for start, width in spots]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marked_text, "WHOLE_TEXT_LIMIT", 2_000)
        windows = marked_text._windows(len(text), findings)
    for (first, last), (following, _) in pairwise(windows):
        assert first < last < following
    shown = sum(last - first for first, last in windows)
    assert shown <= 2_000
    for row in findings:
        whole = any(first <= row["start"] and row["end"] <= last for first, last in windows)
        assert whole or shown == 2_000


def test_a_hostile_text_full_of_findings_makes_a_page_of_bounded_size() -> None:
    text = "1,2%" * 5_000
    findings = [
        replace(
            finding("满.txt", text, "A01", "1,2%"),
            finding_id=f"A01-{number}",
            place=replace(finding("满.txt", text, "A01", "1,2%").place, start=4 * number, end=4 * number + 4),
        )
        for number in range(5_000)
    ]
    written = page(made_audit("满.txt", text, findings=findings))
    assert written.count('<article class="finding"') == 3_000
    assert "另有 2,000 处没有列出" in written


def test_the_same_rows_give_the_same_page() -> None:
    assert page(report_audit()) == page(report_audit())
    assert TEXT.splitlines()[0] in page(report_audit())
