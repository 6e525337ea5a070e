"""Checks of places: every row points into its document's text, and names what exists."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd
import pandera.pandas as pa

from checks.schemas.breach import Context
from checks.schemas.columns import row_check


def known_document(context: Context) -> list[pa.Check]:
    """The document that a row names exists."""
    return [row_check(lambda rows: rows["doc_id"].isin(context.documents), "doc_id 在 documents 表里存在")]


def spans(context: Context) -> list[pa.Check]:
    """A row's place lies in the text, and its quote is what stands there."""
    return [
        row_check(lambda rows: inside(rows, context), "start < end ≤ 全文字数"),
        row_check(lambda rows: quoted(rows, context), "quote 与原文一致"),
    ]


def inside(rows: pd.DataFrame, context: Context) -> pd.Series[bool]:
    """Whether ``start < end <= chars``."""
    chars = rows["doc_id"].map({doc_id: len(text) for doc_id, text in context.texts.items()}).fillna(0)
    return (rows["start"] < rows["end"]) & (rows["end"] <= chars)


def placeless(rows: pd.DataFrame, context: Context) -> pd.Series[bool]:
    """A document that could not be read has no text to point at, and what was never reached has no place."""
    unread = rows["doc_id"].map(lambda doc_id: not context.texts.get(doc_id))
    return (rows["start"] == 0) & (rows["end"] == 0) & ((rows["category"] == "reading") | unread)


def quoted(rows: pd.DataFrame, context: Context) -> pd.Series[bool]:
    """Whether ``text[start:end] == quote``."""
    texts = context.texts
    columns = (rows["doc_id"], rows["start"], rows["end"], rows["quote"])
    values = [
        texts.get(doc_id, "")[start:end] == quote
        for doc_id, start, end, quote in zip(*(column.tolist() for column in columns), strict=True)
    ]
    return pd.Series(values, index=rows.index, dtype=bool)


def members_known(context: Context) -> Callable[[Mapping[str, Any]], bool]:
    """Whether every claim exists that a relation's members name."""

    def holds(row: Mapping[str, Any]) -> bool:
        return all(
            member["claim_id"] is None or (row["doc_id"], member["claim_id"]) in context.claims
            for member in _listed(row["members"])
        )

    return holds


def places_quoted(context: Context, column: str) -> Callable[[Mapping[str, Any]], bool]:
    """Whether the places listed in a column lie in the text and quote it; those of other documents are theirs."""

    def holds(row: Mapping[str, Any]) -> bool:
        text = context.texts.get(row["doc_id"], "")
        return all(
            0 <= place["start"] < place["end"] <= len(text)
            and text[place["start"] : place["end"]] == place["quote"]
            for place in _listed(row[column])
            if place.get("source", row["source"]) == row["source"]
        )

    return holds


def _listed(cell: str) -> Iterable[dict[str, Any]]:
    listed = json.loads(cell)
    return listed if isinstance(listed, list) else ()
