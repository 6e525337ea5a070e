"""The five tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import pandas as pd
import pandera.pandas as pa

from checks.engine import ClaimState
from checks.finding import Category, FindingState, Scope, Severity
from checks.relation import RelationKind, State, Strength
from checks.schemas.breach import Breach, Context, breaches_of
from checks.schemas.columns import choice, count, number, row_by_row, row_check, table_of, words
from checks.schemas.places import (
    inside,
    known_document,
    members_known,
    placeless,
    places_quoted,
    quoted,
    spans,
)
from extract.claim import Direction, Kind, Status
from extract.document import Script
from extract.quantity import Bound, Role

TableName = Literal["documents", "numbers", "claims", "relations", "findings"]
_DOC_ID = r"[0-9a-f]{12}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def validate(
    name: TableName, frame: pd.DataFrame, context: Context
) -> tuple[pd.DataFrame, tuple[Breach, ...]]:
    """Keep the rows of a table that its schema allows.

    Args:
        name: The table.
        frame: Its rows, numbered from 0, columns as the contract orders them.
        context: Texts and keys of the other tables.

    Returns:
        The rows without breach, with the numbers they had, and every breach of the others in order of the rows, one
        for each row, column and check. A frame whose columns have the wrong type or name has no row without breach.
    """
    breaches = breaches_of(table_schema(name, context), frame)
    kept = frame.drop(index=sorted({breach.row for breach in breaches}))
    return kept, breaches


def table_schema(name: TableName, context: Context) -> pa.DataFrameSchema:
    """The schema of a table.

    Args:
        name: The table.
        context: Texts and keys of the other tables.
    """
    makers: dict[TableName, Callable[[Context], pa.DataFrameSchema]] = {
        "documents": _documents,
        "numbers": _numbers,
        "claims": _claims,
        "relations": _relations,
        "findings": _findings,
    }
    return makers[name](context)


def _documents(context: Context) -> pa.DataFrameSchema:
    return table_of(
        {
            "doc_id": words(pattern=_DOC_ID, unique=True),
            "source": words(filled=True, unique=True),
            "sha256": words(pattern=r"[0-9a-f]{64}", nullable=True),
            "bytes": count(),
            "media_type": words(nullable=True),
            "encoding": words(nullable=True),
            "script": choice(Script, nullable=True),
            "title": words(nullable=True, filled=True),
            "chars": count(),
            "sentences": count(),
            "numbers": count(),
            "claims": count(),
            "explained": number(pa.Check.in_range(0, 1, error="应在 0 到 1 之间")),
            "verified": count(),
            "contradicted": count(),
            "masked": count(),
            "errors": count(),
            "warnings": count(),
            "infos": count(),
            "verdict": choice(Literal["pass", "fail"]),
        },
        [
            row_check(
                lambda rows: rows["verified"] + rows["contradicted"] + rows["masked"] <= rows["claims"],
                "各状态的断言之和不超过断言数",
            )
        ],
    )


def _numbers(context: Context) -> pa.DataFrameSchema:
    return table_of(
        {
            **_PLACE,
            "role": choice(Role),
            "value": number(),
            "unit": words(nullable=True, filled=True),
        },
        [*known_document(context), *spans(context)],
    )


def _claims(context: Context) -> pa.DataFrameSchema:
    return table_of(
        {
            "doc_id": words(pattern=_DOC_ID),
            "source": words(filled=True),
            "claim_id": words(pattern=r"c[0-9]+"),
            "start": count(),
            "end": count(),
            "quote": words(),
            "number": words(filled=True),
            "resolution": words(pattern=r"[0-9]+(\.[0-9]+)?", nullable=True),
            "value": number(),
            "low": number(),
            "high": number(),
            "unit_printed": words(nullable=True, filled=True),
            "indicator_key": words(nullable=True, filled=True),
            "scope": words(nullable=True, filled=True),
            "values": words(nullable=True, pattern=r"\[.+\]"),
            "unit": words(nullable=True, filled=True),
            "bound": choice(Bound),
            "kind": choice(Kind),
            "direction": choice(Direction, nullable=True),
            "status": choice(Status),
            "masked": pa.Column("bool"),
            "indicator": words(nullable=True, filled=True),
            "period": words(nullable=True, filled=True),
            "period_start": words(pattern=_DAY, nullable=True),
            "period_end": words(pattern=_DAY, nullable=True),
            "region": words(nullable=True, filled=True),
            "base": words(nullable=True, filled=True),
            "sentence": words(),
            "state": choice(ClaimState),
            "state_reason": words(filled=True),
        },
        [*known_document(context), *spans(context), *_CLAIM_ROWS],
        unique=["doc_id", "claim_id"],
    )


def _relations(context: Context) -> pa.DataFrameSchema:
    return table_of(
        {
            "doc_id": words(pattern=_DOC_ID),
            "source": words(filled=True),
            "relation_id": words(pattern=r"r[0-9]+"),
            "rule": words(filled=True),
            "kind": choice(RelationKind),
            "strength": choice(Strength),
            "state": choice(State),
            "equation": words(),
            "reason": words(),
            "members": words(pattern=r"\[.+\]"),
            "start": count(),
            "end": count(),
        },
        [
            *known_document(context),
            row_check(lambda rows: inside(rows, context), "start < end ≤ 全文字数"),
            row_check(
                lambda rows: (rows["state"] != "not_assessable") | (rows["reason"] != ""),
                "无法判断的关系要说明原因",
            ),
            row_check(
                lambda rows: (rows["state"] == "not_assessable") | (rows["equation"] != ""),
                "成立或不成立的关系要有算式",
            ),
            row_check(lambda rows: row_by_row(rows, members_known(context)), "成员的断言编号都存在"),
            row_check(
                lambda rows: row_by_row(rows, places_quoted(context, "members")), "成员的位置与原文一致"
            ),
        ],
        unique=["doc_id", "relation_id"],
    )


def _findings(context: Context) -> pa.DataFrameSchema:
    return table_of(
        {
            "doc_id": words(pattern=_DOC_ID),
            "source": words(filled=True),
            "finding_id": words(filled=True),
            "rule": words(filled=True),
            "scope": choice(Scope),
            "category": choice(Category),
            "severity": choice(Severity),
            "start": count(),
            "end": count(),
            "quote": words(),
            "message": words(filled=True),
            "evidence": words(),
            "suggestion": words(),
            "related": words(pattern=r"\[.*\]"),
            "fingerprint": words(pattern=r"[0-9a-f]{32}"),
            "locator": words(),
            "state": choice(FindingState),
        },
        [
            *known_document(context),
            row_check(
                lambda rows: inside(rows, context) | placeless(rows, context),
                "start < end ≤ 全文字数（只有读不了的文件没有位置）",
            ),
            row_check(lambda rows: quoted(rows, context), "quote 与原文一致"),
            row_check(lambda rows: row_by_row(rows, places_quoted(context, "related")), "相关位置与原文一致"),
        ],
        unique=["doc_id", "finding_id"],
    )


_PLACE = {
    "doc_id": words(pattern=_DOC_ID),
    "source": words(filled=True),
    "start": count(),
    "end": count(),
    "quote": words(),
}


def _either_unit(rows: pd.DataFrame, kind: Kind, units: Iterable[str]) -> pd.Series[bool]:
    return (rows["kind"] != kind) | rows["unit"].isna() | rows["unit"].isin(list(units))


def _nothing_or(rows: pd.DataFrame, column: str, holds: pd.Series[bool]) -> pd.Series[bool]:
    return rows[column].isna() | holds


_CLAIM_ROWS = [
    row_check(lambda rows: rows["low"].isna() == rows["high"].isna(), "low 和 high 同有同无"),
    row_check(lambda rows: _nothing_or(rows, "low", rows["low"] <= rows["high"]), "low ≤ high"),
    row_check(
        lambda rows: (
            rows["value"].isna()
            | rows["low"].isna()
            | ((rows["low"] <= rows["value"]) & (rows["value"] <= rows["high"]))
        ),
        "low ≤ value ≤ high",
    ),
    row_check(lambda rows: rows["value"].isna() | rows["values"].isna(), "value 和 values 不能都有"),
    row_check(
        lambda rows: rows["masked"] == (rows["value"].isna() & rows["values"].isna()),
        "被遮盖的数没有数值，没有数值的数就是被遮盖",
    ),
    row_check(lambda rows: rows["masked"] == (rows["state"] == "masked"), "state 为 masked 当且仅当被遮盖"),
    row_check(
        lambda rows: rows["masked"] == rows["resolution"].isna(), "被遮盖的数没有 resolution，其余都有"
    ),
    row_check(lambda rows: _either_unit(rows, "share", ("%", "‰")), "占比的单位是 %、‰ 或没有"),
    row_check(lambda rows: (rows["kind"] != "rank") | ~(rows["value"] < 1), "位次不小于 1"),
    row_check(
        lambda rows: (
            (rows["unit"] != "百分点").fillna(True)
            | rows["kind"].isin(["change", "difference", "threshold", "other"])
        ),
        "百分点只用于变化和差距",
    ),
    row_check(
        lambda rows: (
            rows["period_start"].isna()
            | rows["period_end"].isna()
            | (rows["period_start"].fillna("") <= rows["period_end"].fillna(""))
        ),
        "period_start 不晚于 period_end",
    ),
]
