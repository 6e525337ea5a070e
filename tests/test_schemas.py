"""Every check of the tables' schemas is broken once, and told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import pandas as pd
import pytest
from made_audits import clean_audit, report_audit, unreadable_audit

from checks.policy import Expectation, Policy
from checks.schemas import Context, TableName, expected, validate
from reports.rows import DocumentRows, document_id, document_rows
from reports.tables import SCHEMAS, arrow_table, validated

AUDITS = (report_audit(), clean_audit(), unreadable_audit())
DOCUMENTS = tuple(document_rows(audit, Policy()) for audit in AUDITS)
REPORT, CLEAN, UNREAD = (rows.document["doc_id"] for rows in DOCUMENTS)
CONTEXT = Context(
    {rows.document["doc_id"]: rows.text for rows in DOCUMENTS},
    frozenset((REPORT, CLEAN, UNREAD)),
    frozenset((row["doc_id"], row["claim_id"]) for rows in DOCUMENTS for row in rows.claims),
)
ELSEWHERE = "0" * 12


def frame(name: TableName) -> pd.DataFrame:
    return arrow_table(name, [row for rows in DOCUMENTS for row in rows.table(name)]).to_pandas()


@pytest.mark.parametrize("name", get_args(TableName))
def test_sound_rows_pass(name: TableName) -> None:
    rows = frame(name)
    kept, breaches = validate(name, rows, CONTEXT)
    assert breaches == ()
    assert len(kept) == len(rows) > 0
    assert list(rows.columns) == SCHEMAS[name].names


BROKEN: list[tuple[TableName, int, dict[str, Any], str]] = [
    ("documents", 0, {"doc_id": "x"}, "应符合 [0-9a-f]{12}"),
    ("documents", 0, {"doc_id": CLEAN}, "编号重复"),
    ("documents", 0, {"source": ""}, "不能是空字符串"),
    ("documents", 0, {"source": "清白.txt"}, "编号重复"),
    ("documents", 0, {"source": None}, "不能为空"),
    ("documents", 0, {"sha256": "ABC"}, "应符合 [0-9a-f]{64}"),
    ("documents", 0, {"bytes": -1}, "不能小于 0"),
    ("documents", 0, {"script": "latin"}, "之一"),
    ("documents", 0, {"title": ""}, "不能是空字符串"),
    ("documents", 0, {"chars": -1}, "不能小于 0"),
    ("documents", 0, {"sentences": -1}, "不能小于 0"),
    ("documents", 0, {"explained": 1.01}, "应在 0 到 1 之间"),
    ("documents", 0, {"verified": 9}, "不超过断言数"),
    ("documents", 0, {"errors": -1}, "不能小于 0"),
    ("documents", 0, {"verdict": "maybe"}, "之一"),
    ("numbers", 0, {"doc_id": ELSEWHERE}, "documents 表里存在"),
    ("numbers", 0, {"start": -1}, "不能小于 0"),
    ("numbers", 0, {"start": 32, "end": 32, "quote": ""}, "start < end"),
    ("numbers", 0, {"start": 142, "end": 144, "quote": "。"}, "≤ 全文字数"),
    ("numbers", 0, {"quote": "521.4亿元"}, "quote 与原文一致"),
    ("numbers", 0, {"role": "guess"}, "之一"),
    ("numbers", 0, {"unit": ""}, "不能是空字符串"),
    ("claims", 0, {"doc_id": ELSEWHERE}, "documents 表里存在"),
    ("claims", 0, {"source": ""}, "不能是空字符串"),
    ("claims", 0, {"claim_id": "1"}, "应符合 c[0-9]+"),
    ("claims", 0, {"claim_id": "c2"}, "编号重复"),
    ("claims", 0, {"start": 39}, "start < end"),
    ("claims", 0, {"quote": "521.3"}, "quote 与原文一致"),
    ("claims", 0, {"number": ""}, "不能是空字符串"),
    ("claims", 0, {"resolution": "1E+7"}, "应符合"),
    ("claims", 0, {"resolution": None}, "resolution"),
    ("claims", 0, {"low": 6e10}, "low ≤ high"),
    ("claims", 0, {"low": None}, "同有同无"),
    ("claims", 0, {"value": 1.0}, "low ≤ value ≤ high"),
    ("claims", 0, {"values": "[1.0, 2.0]"}, "不能都有"),
    ("claims", 7, {"values": "2:1"}, "应符合"),
    ("claims", 0, {"value": None}, "没有数值的数就是被遮盖"),
    ("claims", 5, {"value": 3.0}, "被遮盖的数没有数值"),
    ("claims", 5, {"masked": False}, "被遮盖的数没有数值"),
    ("claims", 5, {"state": "unchecked"}, "当且仅当被遮盖"),
    ("claims", 0, {"state": "masked"}, "当且仅当被遮盖"),
    ("claims", 5, {"resolution": "1"}, "没有 resolution"),
    ("claims", 0, {"unit_printed": ""}, "不能是空字符串"),
    ("claims", 0, {"unit": ""}, "不能是空字符串"),
    ("claims", 0, {"bound": "≈"}, "之一"),
    ("claims", 0, {"kind": "amount"}, "之一"),
    ("claims", 0, {"direction": "sideways"}, "之一"),
    ("claims", 0, {"status": "hoped"}, "之一"),
    ("claims", 0, {"indicator": ""}, "不能是空字符串"),
    ("claims", 0, {"period_start": "2025/1/1"}, "应符合"),
    ("claims", 0, {"period_end": "2024-12-31"}, "不晚于 period_end"),
    ("claims", 0, {"state": "fine"}, "之一"),
    ("claims", 0, {"state_reason": ""}, "不能是空字符串"),
    ("claims", 6, {"unit": "元"}, "占比的单位"),
    ("claims", 8, {"value": 0.0, "low": 0.0, "high": 0.0}, "位次不小于 1"),
    ("claims", 0, {"unit": "百分点"}, "百分点只用于变化和差距"),
    ("relations", 0, {"doc_id": ELSEWHERE}, "documents 表里存在"),
    ("relations", 0, {"relation_id": "1"}, "应符合 r[0-9]+"),
    ("relations", 0, {"relation_id": "r2"}, "编号重复"),
    ("relations", 0, {"rule": ""}, "不能是空字符串"),
    ("relations", 0, {"kind": "magic"}, "之一"),
    ("relations", 0, {"strength": "medium"}, "之一"),
    ("relations", 0, {"state": "maybe"}, "之一"),
    ("relations", 0, {"equation": ""}, "要有算式"),
    ("relations", 2, {"reason": ""}, "要说明原因"),
    ("relations", 0, {"members": "[]"}, "应符合"),
    (
        "relations",
        0,
        {"members": '[{"claim_id": "c99", "start": 32, "end": 39, "quote": "521.3亿元"}]'},
        "断言编号都存在",
    ),
    (
        "relations",
        0,
        {"members": '[{"claim_id": "c1", "start": 32, "end": 39, "quote": "521.4亿元"}]'},
        "成员的位置与原文一致",
    ),
    ("relations", 0, {"end": 999}, "≤ 全文字数"),
    ("findings", 0, {"doc_id": ELSEWHERE}, "documents 表里存在"),
    ("findings", 0, {"finding_id": ""}, "不能是空字符串"),
    ("findings", 0, {"finding_id": "I01-1"}, "编号重复"),
    ("findings", 0, {"rule": ""}, "不能是空字符串"),
    ("findings", 0, {"scope": "world"}, "之一"),
    ("findings", 0, {"category": "taste"}, "之一"),
    ("findings", 0, {"severity": "fatal"}, "之一"),
    ("findings", 0, {"start": 0, "end": 0, "quote": ""}, "只有读不了的文件没有位置"),
    ("findings", 0, {"end": 999}, "≤ 全文字数"),
    ("findings", 0, {"quote": "别的话"}, "quote 与原文一致"),
    ("findings", 0, {"message": ""}, "不能是空字符串"),
    ("findings", 0, {"evidence": None}, "不能为空"),
    (
        "findings",
        0,
        {"related": '[{"source": "青川.txt", "start": 0, "end": 2, "quote": "青山"}]'},
        "相关位置与原文一致",
    ),
    ("findings", 0, {"related": "none"}, "应符合"),
    ("findings", 0, {"fingerprint": "1234"}, "应符合 [0-9a-f]{32}"),
    ("findings", 0, {"state": "closed"}, "之一"),
]


@pytest.mark.parametrize(("name", "row", "cells", "told"), BROKEN)
def test_each_check_is_broken_by_a_row(name: TableName, row: int, cells: dict[str, Any], told: str) -> None:
    rows = frame(name)
    for column, value in cells.items():
        rows.loc[row, column] = value
    kept, breaches = validate(name, rows, CONTEXT)
    assert any(breach.row == row and told in breach.check for breach in breaches), breaches
    assert row not in kept.index


def test_a_row_is_told_once_for_each_check() -> None:
    rows = frame("claims")
    rows.loc[0, "low"] = 6e10
    _, breaches = validate("claims", rows, CONTEXT)
    assert [(breach.row, breach.check) for breach in breaches] == [
        (0, "low ≤ high"),
        (0, "low ≤ value ≤ high"),
    ]


@pytest.mark.parametrize("change", ["type", "order", "missing", "more"])
def test_a_frame_of_another_shape_has_no_sound_row(change: str) -> None:
    rows = frame("numbers")
    changed = {
        "type": rows.assign(value=rows["value"].astype("str")),
        "order": rows[[*rows.columns[1:], rows.columns[0]]],
        "missing": rows.drop(columns="unit"),
        "more": rows.assign(colour="red"),
    }[change]
    kept, breaches = validate("numbers", changed, CONTEXT)
    assert len(kept) == 0
    assert {breach.row for breach in breaches} == set(range(len(rows)))


def test_places_in_other_documents_are_not_looked_up_here() -> None:
    rows = frame("findings")
    rows.loc[0, "related"] = json.dumps([{"source": "别处.txt", "start": 5, "end": 9, "quote": "521亿"}])
    assert validate("findings", rows, CONTEXT)[1] == ()


def batch(table: str, number: int, **cells: Any) -> tuple[DocumentRows, ...]:
    rows = list(getattr(DOCUMENTS[0], table))
    rows[number] = rows[number] | cells
    return (replace(DOCUMENTS[0], **{table: tuple(rows)}), *DOCUMENTS[1:])


def test_a_broken_row_is_kept_out_and_told_in_full() -> None:
    outcome = validated(batch("claims", 8, value=0.0, low=0.0, high=0.0), Policy())
    assert outcome.tables["claims"].num_rows == sum(len(rows.claims) for rows in DOCUMENTS) - 1
    told = [row for row in outcome.documents[0].findings if row["category"] == "schema"]
    assert len(told) == 1
    assert (told[0]["rule"], told[0]["severity"], told[0]["quote"]) == ("S01", "error", "第4名")
    assert "位次不小于 1" in told[0]["message"]
    assert json.loads(told[0]["evidence"])["claim_id"] == "c9"
    assert outcome.documents[0].document["errors"] == 3
    assert any("S01" in reason for reason in outcome.documents[0].reasons)
    assert outcome.documents[1].document["verdict"] == "pass"


def test_a_clean_document_fails_by_a_broken_row_alone() -> None:
    rows = (DOCUMENTS[0], replace(DOCUMENTS[1], claims=(DOCUMENTS[1].claims[0] | {"kind": "amount"},)))
    outcome = validated(rows, Policy(block=()))
    assert outcome.documents[1].document["verdict"] == "fail"
    assert outcome.documents[1].document["claims"] == 0


def test_a_relation_goes_with_the_claim_it_names() -> None:
    outcome = validated(batch("claims", 0, bound="≈"), Policy())
    told = [row["message"] for row in outcome.documents[0].findings if row["rule"] == "S01"]
    assert len(told) == 3
    assert sum("断言编号" in message for message in told) == 2
    assert outcome.tables["relations"].num_rows == 1


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("claims", {"value": "many"}),
        ("claims", {"masked": None}),
        ("claims", {"start": None}),
        ("claims", {"start": 10**30}),
        ("numbers", {"quote": 7}),
        ("findings", {"message": None, "start": "0"}),
    ],
)
def test_a_cell_of_another_type_breaks_its_row(table: str, cells: dict[str, Any]) -> None:
    outcome = validated(batch(table, 0, **cells), Policy())
    column = next(reversed(cells))
    told = [row for row in outcome.documents[0].findings if row["rule"] == "S01"]
    assert f"{column} 类型应为" in told[0]["message"]
    assert outcome.documents[0].document["verdict"] == "fail"
    rows = sum(len(rows.table(table)) for rows in DOCUMENTS)
    assert outcome.tables[table].num_rows == rows - 1 + (len(told) if table == "findings" else 0)


def test_a_broken_document_row_leaves_a_bare_one() -> None:
    broken = replace(DOCUMENTS[1], document=DOCUMENTS[1].document | {"script": "latin"})
    outcome = validated((broken,), Policy())
    row = outcome.tables["documents"].to_pylist()[0]
    assert (row["doc_id"], row["sha256"]) == (CLEAN, DOCUMENTS[1].document["sha256"])
    assert (row["script"], row["media_type"], row["verdict"]) == (None, None, "fail")
    assert outcome.tables["claims"].num_rows == 1
    assert '"script": "latin"' in outcome.documents[0].findings[0]["evidence"]


def test_what_validation_gives_is_valid() -> None:
    outcome = validated(batch("findings", 0, start=5, end=2), Policy())
    claims = frozenset(
        zip(*(outcome.tables["claims"][name].to_pylist() for name in ("doc_id", "claim_id")), strict=True)
    )
    context = replace(CONTEXT, claims=claims)
    for name in get_args(TableName):
        assert validate(name, outcome.tables[name].to_pandas(), context)[1] == ()


def test_two_documents_of_one_source_are_refused() -> None:
    with pytest.raises(ValueError, match="one source"):
        validated((DOCUMENTS[0], DOCUMENTS[0]), Policy())


@pytest.mark.parametrize(
    ("expectation", "told"),
    [
        (Expectation("元", 0, 1e12), ()),
        (Expectation("", 0, 1e12), ()),
        (Expectation("万元"), ("地区生产总值的单位应为万元",)),
        (Expectation("元", 0, 1e9), ("地区生产总值应在 0 到 1000000000 之间",)),
        (Expectation("元", 1e12), ("地区生产总值应在 1000000000000 到 不限 之间",)),
        (Expectation("%", 0, 20), ("地区生产总值的单位应为%",)),
    ],
)
def test_expectations_of_the_desk(expectation: Expectation, told: tuple[str, ...]) -> None:
    found = expected(frame("claims"), {"地区生产总值": expectation})
    assert tuple(breach.check for breach in found) == told
    assert all(breach.row == 0 for breach in found)


def test_an_expected_percentage_concerns_growth_too() -> None:
    rows = frame("claims")
    rows.loc[1, "indicator_key"] = "居民消费价格指数"
    found = expected(rows, {"居民消费价格指数": Expectation("%", -3, 5)})
    assert [(breach.row, breach.check) for breach in found] == [(1, "居民消费价格指数应在 -3 到 5 之间")]


def test_an_unexpected_claim_stays_with_a_warning() -> None:
    policy = Policy(indicators={"地区生产总值": Expectation("万元")})
    outcome = validated(DOCUMENTS, policy)
    told = [row for row in outcome.documents[0].findings if row["rule"] == "S02"]
    assert [(row["category"], row["severity"], row["quote"]) for row in told] == [
        ("units", "warning", "521.3亿元")
    ]
    assert outcome.tables["claims"].num_rows == 10
    assert outcome.tables["findings"].num_rows == 6
    silent = validated(DOCUMENTS, replace(policy, ignore=("S02",)))
    assert silent.tables["findings"].num_rows == 5


def test_doc_id_names_a_source_however_it_is_spelt() -> None:
    assert document_id("a/Übersicht.txt") == document_id("a/U\u0308bersicht.txt")
    assert document_id("a.txt") != document_id("b.txt")
    assert REPORT == "f0ed905e8cde"
