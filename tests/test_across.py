"""What the documents of a run are told about each other."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from checks import Policy, Rule, audit
from checks.across.join import Passages, blocks, most_documents, repeated
from checks.across.marks import mark_document
from checks.across.masking import agree, masked
from checks.across.minhash import clusters, signature, similarity
from checks.across.rules import ACROSS_RULES, BETWEEN
from extract import extract, read_document
from flows import across
from flows.across import compare
from reports import marks as marks_module
from reports.rows import Row, document_id
from reports.run_folder import read_document_rows, start_run, write_documents
from reports.run_records import DocumentSummary

PLACES = ("青川市", "云溪县", "临江区", "白石镇", "松岭乡")
REPORT = (
    "青川市2025年交通运输工作总结\n"
    "全年完成交通固定资产投资48.6亿元，新改建农村公路312公里，改造危旧桥梁27座，实施安防工程460公里。\n"
    "新开通公交线路14条，更新新能源公交车230辆，建设候车亭95座，群众出行更加便捷安全舒心。\n"
)
OTHER = (
    "临江区2025年教育工作情况\n"
    "全区新建幼儿园6所，招聘教师180名，发放助学金920万元，学校食堂全部实现明厨亮灶和视频监管。\n"
)
NOTICE = (
    "各单位要把安全生产责任落实到岗位、落实到人头，汛期实行领导带班和二十四小时值守，"
    "遇有险情立即处置并按规定报告，不得迟报、漏报、瞒报。"
)


def run(
    out: Path, texts: Mapping[str, str], policy: Policy | None = None, parts: int = 1
) -> list[DocumentSummary]:
    """A run without its flow: audited, written and compared."""
    policy = policy or Policy()
    start_run(out)
    audits = [audit(source, text.encode(), policy) for source, text in texts.items()]
    summaries: list[DocumentSummary] = []
    for number in range(parts):
        batch = audits[number::parts]
        summaries += write_documents(batch, out, f"{number:05}", policy, compared=True)
    return compare(summaries, out, policy, {})


def findings(out: Path, summaries: list[DocumentSummary]) -> list[Row]:
    """The findings across documents that stand in the documents' reports, by source and place."""
    rows = []
    for summary in sorted(summaries, key=lambda summary: summary.source):
        own = read_document_rows(out, document_id(summary.source))
        rows += [row for row in own.findings if row["scope"] == "run"]
    return rows


def found(out: Path, texts: Mapping[str, str], policy: Policy | None = None, parts: int = 1) -> list[Row]:
    return findings(out, run(out, texts, policy, parts))


def of_example(out: Path, rule: Rule, text: str) -> list[Row]:
    texts = {f"{number}.txt": one for number, one in enumerate(text.split(BETWEEN), 1)}
    return [row for row in found(out, texts) if row["rule"] == rule.code]


@pytest.mark.parametrize(
    ("rule", "text", "quote"),
    [(rule, example.text, example.quote) for rule in ACROSS_RULES for example in rule.bad],
)
def test_a_bad_example_is_found(tmp_path: Path, rule: Rule, text: str, quote: str) -> None:
    (row,) = of_example(tmp_path, rule, text)
    places = [row["quote"], *(other["quote"] for other in row["related"])]
    assert any(place in quote or quote in place for place in places), places
    assert row["category"] == rule.category or row["severity"] == "info"


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in ACROSS_RULES for text in (*rule.good, *rule.near)]
)
def test_a_good_example_is_not(tmp_path: Path, rule: Rule, text: str) -> None:
    assert [row["message"] for row in of_example(tmp_path, rule, text)] == []


@pytest.mark.parametrize("rule", ACROSS_RULES, ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: Rule) -> None:
    assert all((rule.title, rule.what, rule.why, rule.silent))
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert rule.near
    assert all(example.quote in example.text for example in rule.bad)


def test_twins_are_told_with_the_numbers_that_differ(tmp_path: Path) -> None:
    twin = REPORT.replace("312公里", "321公里").replace("95座", "59座")
    (row,) = found(tmp_path, {"a.txt": REPORT, "b.txt": twin, "c.txt": OTHER})
    assert (row["source"], row["rule"], row["severity"], row["scope"]) == ("b.txt", "C09", "warning", "run")
    assert row["quote"] == "321"
    assert "“a.txt”只有数字不同：312与321、95与59" in row["message"]
    assert [(other["source"], other["quote"]) for other in row["related"]] == [
        ("a.txt", "312"),
        ("a.txt", "95"),
    ]


def test_a_copy_is_one_finding_and_its_paragraphs_none(tmp_path: Path) -> None:
    (row,) = found(tmp_path, {f"{number}.txt": REPORT for number in range(4)})
    assert (row["source"], row["rule"], row["severity"]) == ("0.txt", "C09", "info")
    assert "等3份文件内容完全相同" in row["message"]
    assert len(row["related"]) == 3


def test_twins_of_which_most_numbers_differ_are_only_information(tmp_path: Path) -> None:
    numbers = iter(range(11, 99))
    twin = "".join(str(next(numbers)) if one.isdigit() else one for one in REPORT.split("\n", 1)[1])
    twin = REPORT.split("\n", 1)[0] + "\n" + twin
    rows = found(tmp_path, {"a.txt": REPORT, "b.txt": twin})
    assert {row["severity"] for row in rows} == {"info"}


def test_the_number_that_most_documents_have_is_the_usual_one(tmp_path: Path) -> None:
    line = "2025年，全市一般公共预算收入达到{}亿元，比上年增长5.3%，收入质量继续改善。"
    texts = {
        f"{number}.txt": f"青川市{name}\n{line.format(value)}\n{name}还要抓好作风建设，确保各项任务落地见效{name}。\n"
        for number, (name, value) in enumerate(
            [("财政公报", "96.1"), ("经济形势分析", "91.6"), ("新闻发布稿", "91.6"), ("年度总结材料", "91.6")]
        )
    }
    (row,) = (row for row in found(tmp_path, texts) if row["rule"] == "C12")
    assert (row["source"], row["severity"], row["category"]) == ("0.txt", "warning", "conflict")
    assert "96.1（该处91.6）" in row["message"]
    assert [other["source"] for other in row["related"]] == ["1.txt", "2.txt", "3.txt"]


def made_up(number: int, seed: int) -> str:
    """A report put together from sentences that many others have too."""
    chosen = random.Random(seed * 1000 + number)
    verbs = ("新建", "改造", "完成", "引进", "培育")
    things = ("农村公路", "标准厂房", "便民服务点", "河道整治工程", "养老服务站", "科技型企业", "高标准农田")
    ends = ("群众反映良好", "进度好于预期", "有力支撑了当地发展", "质量全部达到设计要求", "得到上级充分肯定")
    lines = [
        f"{place}{verb}{thing}一批，{end}，相关经验在{place}{thing}现场会上作了介绍，{verb}{thing}的做法已经推广。"
        for place, verb, thing, end in itertools.product(PLACES, verbs, things, ends)
    ]
    return f"{chosen.choice(PLACES)}第{number}号材料\n" + "\n".join(chosen.sample(lines, 12)) + "\n"


def test_documents_put_together_from_the_same_paragraphs_are_not_alike(tmp_path: Path) -> None:
    rows = found(tmp_path, {f"{number:03}.txt": made_up(number, 1) for number in range(60)})
    assert [row["message"] for row in rows if row["rule"] == "C09"] == []
    copied = [row for row in rows if row["rule"] == "C13"]
    assert copied
    assert {row["severity"] for row in rows} == {"info"}
    assert len({(row["quote"], row["source"]) for row in copied}) == len(copied)


def test_boilerplate_is_left_out(tmp_path: Path) -> None:
    texts = {f"{number:02}.txt": made_up(number, 2) + NOTICE + "\n" for number in range(20)}
    few = {source: text.replace(NOTICE, "") if source > "03.txt" else text for source, text in texts.items()}
    assert not [row for row in found(tmp_path, texts) if row["quote"] == NOTICE]
    (row,) = (row for row in found(tmp_path, few) if row["quote"] == NOTICE)
    assert row["source"] == "00.txt"
    assert len(row["related"]) == 3


def test_order_and_parts_change_nothing(tmp_path: Path) -> None:
    texts = {f"{number}.txt": made_up(number, 3) for number in range(9)}
    texts |= {"twin-a.txt": REPORT, "twin-b.txt": REPORT.replace("230辆", "320辆"), "x.txt": OTHER + NOTICE}
    texts |= {"y.txt": NOTICE}
    shuffled = list(texts.items())
    random.Random(5).shuffle(shuffled)
    first = found(tmp_path / "1", texts)
    assert first
    assert found(tmp_path / "2", dict(shuffled), parts=3) == first
    renamed = {f"folder/{source}": text for source, text in texts.items()}
    marks = [row["fingerprint"] for row in found(tmp_path / "3", renamed)]
    assert marks == [row["fingerprint"] for row in first]


def test_many_passes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"{number}.txt": made_up(number, 4) for number in range(12)}
    first = found(tmp_path / "1", texts, parts=2)
    monkeypatch.setattr(marks_module, "MOST_ROWS", 10)
    monkeypatch.setattr(marks_module, "_MOST_SENTENCES", 3)
    assert found(tmp_path / "2", texts, parts=2) == first


def test_few_reports_are_written_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"{number}.txt": made_up(number, 5) for number in range(12)}
    first = found(tmp_path / "1", texts)
    monkeypatch.setattr(across, "MOST_DOCUMENTS", 2)
    monkeypatch.setattr(across, "_TEXTS", 1)
    assert found(tmp_path / "2", texts) == first


def test_a_name_with_a_line_end_keeps_a_message_on_one_line(tmp_path: Path) -> None:
    twin = REPORT.replace("14条", "41条")
    for texts in ({"a\nb.txt": REPORT, "c.txt": twin}, {"a.txt": REPORT, "b\nc.txt": REPORT}):
        (row,) = found(tmp_path, texts)
        assert "\n" not in row["message"]


def test_a_batch_that_was_done_again_counts_once(tmp_path: Path) -> None:
    policy = Policy()
    start_run(tmp_path)
    old = [audit(f"{number}.txt", REPORT.encode(), policy) for number in range(2)]
    write_documents(old, tmp_path, "00000", policy, compared=True)
    new = [audit("0.txt", REPORT.encode(), policy), audit("1.txt", OTHER.encode(), policy)]
    summaries = [
        *write_documents(new[:1], tmp_path, "00000.0", policy, compared=True),
        *write_documents(new[1:], tmp_path, "00000.1", policy, compared=True),
    ]
    assert findings(tmp_path, compare(summaries, tmp_path, policy, {})) == []


def test_a_finding_that_blocks_fails_its_document(tmp_path: Path) -> None:
    policy = Policy(severity={"C09": "error"})
    summaries = run(
        tmp_path, {"a.txt": REPORT, "b.txt": REPORT.replace("14条", "41条"), "c.txt": OTHER}, policy
    )
    verdicts = {summary.source: (summary.verdict, summary.errors) for summary in summaries}
    assert verdicts == {"a.txt": ("pass", 0), "b.txt": ("fail", 1), "c.txt": ("pass", 0)}
    report = json.loads((tmp_path / "documents" / document_id("b.txt") / "report.json").read_bytes())
    assert report["document"]["verdict"] == "fail"


def test_the_policy_rules_here_too(tmp_path: Path) -> None:
    texts = {"a.txt": REPORT, "b.txt": REPORT}
    assert found(tmp_path, texts, Policy(ignore=("C",))) == []
    assert found(tmp_path, texts, Policy(per_file_ignores={"b.txt": ("C09", "C13")})) == []


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    policy = Policy()
    start_run(tmp_path)
    audits = [audit("a.docx", b"PK\x03\x04", policy), audit("b.txt", b"", policy)]
    audits.append(audit("c.txt", REPORT.encode(), policy))
    summaries = list(write_documents(audits, tmp_path, "00000", policy, compared=True))
    assert compare(summaries, tmp_path, policy, {}) == summaries


def test_a_run_of_one_document_reads_nothing(tmp_path: Path) -> None:
    start_run(tmp_path)
    summaries = list(write_documents([audit("a.txt", REPORT.encode())], tmp_path, "00000", Policy()))
    assert not list((tmp_path / ".parts").glob("*.marks.arrow"))
    (tmp_path / ".parts" / "00000.pieces.arrow").unlink()
    assert compare(summaries, tmp_path, Policy(), {}) == summaries


def test_a_signature_tells_how_much_is_shared() -> None:
    words = "".join(chr(0x4E00 + number) for number in range(2000))
    one, two = signature(words), signature(words[200:])
    assert similarity(one, np.stack([one, two]))[0] == 1
    assert 0.75 < similarity(one, np.stack([two]))[0] <= 1
    assert similarity(one, np.stack([signature(words[::-1])]))[0] < 0.1
    # Parts of a run may come from workers on other machines: the numbers must not change with process or version.
    assert signature("全年完成投资").tolist()[:2] == [2291391508, 343247583]


def test_clusters_do_not_depend_on_how_many_agree() -> None:
    generator = np.random.default_rng(7)
    models = generator.integers(0, 2**32, (5, 64), dtype=np.uint32)
    rows = np.repeat(models, 40, axis=0)
    rows[np.arange(200), generator.integers(0, 64, 200)] = 1
    assert clusters(rows).tolist() == [number // 40 * 40 for number in range(200)]
    assert clusters(generator.integers(0, 2**32, (300, 64), dtype=np.uint32)).tolist() == list(range(300))


def test_dates_are_no_numbers() -> None:
    text = "2025年1—6月，青川市投资1,234.5万元；截至2025-06-30，5日内3、4月完成37%，共12345年。"
    _, values = masked(text, 0, len(text))
    assert [value.digits for value in values] == ["1234.5", "37", "12345"]
    assert [text[value.start : value.end] for value in values] == ["1,234.5", "37", "12345"]


@pytest.mark.parametrize("unit", ["1,", "1", "1、", "1-", "1.", "2025-", "年", "0.0年"])
def test_hostile_digits_are_masked_in_one_pass(unit: str) -> None:
    text = unit * 100_000
    key, values = masked(text, 0, len(text))
    assert len(key) <= len(text)
    assert all(value.end <= len(text) for value in values)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("91.6", "91.62", True),
        ("91.6", "91.65", True),
        ("91", "91.6", True),
        ("92", "91.6", True),
        ("91.6", "96.1", False),
        ("1200", "1201", False),
        ("1" * 5000, "2" * 5000, False),
    ],
)
def test_a_rounded_number_agrees(one: str, two: str, same: bool) -> None:
    assert agree(one, two) is same
    assert agree(two, one) is same


def test_what_most_documents_have_is_boilerplate() -> None:
    assert [most_documents(count) for count in (2, 10, 25, 100, 250, 20_000)] == [5, 5, 5, 20, 50, 50]


def test_keys_of_the_same_documents_are_one_block() -> None:
    rows = [(0, 7, 0), (1, 7, 50), (0, 8, 10), (1, 8, 60), (0, 9, 20), (2, 9, 5), (2, 6, 0), (2, 6, 30)]
    document, key, start = (np.array(column) for column in zip(*rows, strict=True))
    passages = Passages(document, key, np.zeros(8, dtype=np.int64), start, start + 5, np.arange(8))
    chosen = repeated(passages, 5, np.array([0, 1, 2]), differing=False)
    told = [[sorted(set(group.document.tolist())) for group in block] for block in blocks(chosen)]
    assert sorted(told) == [[[0, 1], [0, 1]], [[0, 2]]]
    told = [block[0].start.tolist() for block in blocks(repeated(passages, 5, np.zeros(3, int), False))]
    assert told == []


def test_marks_point_into_the_text_as_read() -> None:
    raw = "\ufeff青川市２０２５年总结\r\n" + REPORT.replace("\n", "\r\n")
    document = read_document("a.txt", raw.encode())
    marks = mark_document(extract(document))
    assert [document.text[value.start : value.end] for value in marks.numbers] == [
        value.digits for value in marks.numbers
    ]
    assert document.text[slice(*marks.opening)] == "青川市２０２５年总结"
    assert all(document.text[one.start : one.end].endswith("。") for one in marks.sentences)
