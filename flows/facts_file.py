"""The sheet of official figures that a user names: .csv or .xlsx to facts."""

from __future__ import annotations

import csv
import hashlib
import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from checks.facts import Facts, FactsError, parse_facts
from checks.refusal import refusal
from extract import ReadingError
from extract.formats.zip_package import ZipPackage
from flows.exits import JobError
from reports.visible import visible

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest sheet: some hundred thousand rows."""

_MOST_COLUMNS = 64
_MOST_ROWS = 200_000
_CSV, _XLSX = ".csv", ".xlsx"


def chosen_facts(named: str | None) -> Facts | None:
    """Read the official figures of a job.

    Args:
        named: The file that the user named, nothing for none.

    Returns:
        The facts, ``None`` where no file is named.

    Raises:
        JobError: If the file cannot be read, lacks columns, or a cell cannot be understood; told with row and column.
    """
    if not named:
        return None
    path = Path(named)
    name = visible(path.name)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as problem:
        raise JobError(f"读不到数据表 {visible(named)}：{refusal(problem)}") from problem
    if len(data) > LARGEST:
        raise JobError(f"数据表 {name} 超过 {LARGEST >> 20} MB，没有读")
    try:
        facts = parse_facts(name, _rows(name, data, path.suffix.lower()))
    except FactsError as problem:
        raise JobError(f"数据表 {visible(str(problem))}") from problem
    return replace(facts, sha256=hashlib.sha256(data).hexdigest())


def _rows(name: str, data: bytes, ending: str) -> Iterator[Sequence[str]]:
    if ending == _CSV:
        return _csv_rows(name, data)
    if ending == _XLSX:
        return _xlsx_rows(name, data)
    raise FactsError(f"{name}：应为 .csv 或 .xlsx")


def _csv_rows(name: str, data: bytes) -> Iterator[Sequence[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise FactsError(f"{name}：编码不是 UTF-8，也不是 GB18030")
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as problem:
        raise FactsError(f"{name}：不是完整的 CSV（{problem}）") from problem


def _xlsx_rows(name: str, data: bytes) -> Iterator[Sequence[str]]:
    from openpyxl import load_workbook

    try:
        ZipPackage(data)  # refuses what would unpack to more than a document may
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that the figures do not need
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), 1):
                if number > _MOST_ROWS:
                    raise FactsError(f"{name}：超过 {_MOST_ROWS} 行，请删去表尾的空行或拆分")
                yield [_words(cell.value, cell.number_format) for cell in cells]
    except FactsError:
        raise
    except ReadingError as problem:
        raise FactsError(f"{name}：不是能读的 .xlsx（{problem.reason}）") from problem
    except Exception as problem:  # what a damaged workbook raises is not documented
        raise FactsError(f"{name}：不是能读的 .xlsx（{type(problem).__name__}）") from problem


def _words(value: object, shape: str | None) -> str:
    """A cell as a person sees it, with all digits that a spreadsheet keeps."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        number = Decimal(f"{value:.15g}")  # a spreadsheet keeps 15 digits: what lies behind is binary noise
        if "%" in (shape or ""):
            return f"{(number * 100).normalize():f}%"
        return f"{number:f}"
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
