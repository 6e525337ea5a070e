"""Parts of a run on disk: what workers leave of their batches, and the tables joined from them.

Each part is a set of Arrow files. Joining goes document by document in order of the sources, whatever batch and
worker a document came from, so that the tables of a run are the same bytes however it was split.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet

from checks.schemas import TableName
from reports.files import OutputError, make_folder, remove, told, written
from reports.rows import Row
from reports.tables import SCHEMAS

PARTS = ".parts"
ROW_GROUP = 32_768
_RECENT = 4

_PIECES = pa.schema(
    [
        ("source", pa.string()),
        ("doc_id", pa.string()),
        ("gate", pa.string()),
        ("artifact", pa.string()),
        ("results", pa.large_string()),
        ("junit", pa.large_string()),
        ("failures", pa.int64()),
        *((name, pa.int64()) for name in SCHEMAS),
    ]
)
"""What a document adds to the files of the whole run, and how many rows it has in each table."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a document stands among the parts.

    Attributes:
        source: Name of the document in its run.
        part: The part that counts for it.
        row: Its row among the part's pieces.
    """

    source: str
    part: str
    row: int


def clear_parts(out: Path) -> None:
    """Remove what an earlier or a killed run left behind.

    Raises:
        OutputError: If that is not possible.
    """
    folder = out / PARTS
    with told(folder):
        if folder.exists():
            shutil.rmtree(folder)


def write_part(out: Path, part: str, tables: Mapping[TableName, pa.Table], pieces: Sequence[Row]) -> None:
    """Write a part; it counts once its pieces are there, which come last.

    Args:
        out: The run's folder.
        part: Name of the part.
        tables: The rows of its documents, in the order of the pieces.
        pieces: One row a document, with the columns of ``_PIECES``.

    Raises:
        OutputError: If it cannot be written.
        ValueError: If the name is not fit for a file's name.
    """
    make_folder(out / PARTS)
    remove(part_path(out, part, "pieces"))
    for name, table in tables.items():
        write_arrow(part_path(out, part, name), table)
    write_arrow(part_path(out, part, "pieces"), pa.Table.from_pylist(list(pieces), schema=_PIECES))


class Parts:
    """The parts of a run, of which a few are in memory at a time.

    Args:
        out: The run's folder.
        sources: The documents that belong to the run.

    Raises:
        OutputError: If a document has no part, or two documents have one doc_id.
    """

    def __init__(self, out: Path, sources: Iterable[str]) -> None:
        self._out = out
        self._recent: dict[tuple[str, str], pa.Table] = {}
        self._begins: dict[str, dict[str, list[int]]] = {}
        spots: dict[str, Spot] = {}
        doc_ids: dict[str, str] = {}
        wanted = set(sources)
        found = (out / PARTS).glob("*.pieces.arrow")
        # By the names of the parts, not of the files: 00001.0, done after 00001, must count instead of it.
        for part in sorted(path.name.removesuffix(".pieces.arrow") for path in found):
            pieces = read_arrow(part_path(out, part, "pieces"), ["source", "doc_id", *SCHEMAS])
            self._begins[part] = {
                name: list(accumulate(pieces[name].to_pylist(), initial=0)) for name in SCHEMAS
            }
            for row, (source, doc_id) in enumerate(
                zip(pieces["source"].to_pylist(), pieces["doc_id"].to_pylist(), strict=True)
            ):
                if source not in wanted:
                    continue
                if doc_ids.setdefault(doc_id, source) != source:
                    raise OutputError(source, f"与 {doc_ids[doc_id]} 的编号相同，请改其中一个的文件名")
                spots[source] = Spot(source, part, row)
        missing = sorted(wanted - spots.keys())
        if missing:
            raise OutputError(
                str(out / PARTS), f"缺少 {missing[0]} 等 {len(missing)} 个文件的中间结果，请重新运行"
            )
        self.spots = [spots[source] for source in sorted(spots)]

    def pieces(self, column: str) -> Iterator[Any]:
        """A column of the pieces, document by document."""
        for spot in self.spots:
            yield self._read(spot.part, "pieces", column)[column][spot.row].as_py()

    def table(self, name: TableName) -> Iterator[pa.Table]:
        """A table in stretches of ``ROW_GROUP`` rows, the last one shorter."""
        waiting: list[pa.Table] = []
        rows = 0
        for part, start, end in self._stretches(name):
            waiting.append(self._read(part, name).slice(start, end - start))
            rows += end - start
            if rows >= ROW_GROUP:
                joined = pa.concat_tables(waiting)
                whole = rows - rows % ROW_GROUP
                for first in range(0, whole, ROW_GROUP):
                    yield joined.slice(first, ROW_GROUP).combine_chunks()
                rest = joined.slice(whole)
                waiting, rows = [rest], rest.num_rows
        if rows:
            yield pa.concat_tables(waiting).combine_chunks()

    def _stretches(self, name: TableName) -> Iterator[tuple[str, int, int]]:
        """The rows of the documents in order: part, first row and row after the last, neighbours together."""
        pending: tuple[str, int, int] | None = None
        for spot in self.spots:
            begins = self._begins[spot.part][name]
            start, end = begins[spot.row], begins[spot.row + 1]
            if pending is not None and pending[0] == spot.part and pending[2] == start:
                pending = (spot.part, pending[1], end)
                continue
            if pending is not None:
                yield pending
            pending = (spot.part, start, end)
        if pending is not None:
            yield pending

    def _read(self, part: str, name: str, column: str = "") -> pa.Table:
        """A file of a part; the last few stay in memory, as neighbours in order may lie in different parts."""
        key = (part, name + column)
        table = self._recent.pop(key, None)
        if table is None:
            table = read_arrow(part_path(self._out, part, name), [column] if column else None)
        self._recent[key] = table
        if len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]
        return table


def write_parquet(path: Path, tables: Iterable[pa.Table], schema: pa.Schema) -> None:
    """Write a table as Parquet, one row group a stretch; pandas reads its texts as ``str``.

    Raises:
        OutputError: If it cannot be written.
    """
    with written(path) as file, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for table in tables:
            writer.write_table(table, row_group_size=ROW_GROUP)


def part_path(out: Path, part: str, name: str) -> Path:
    """The file that holds one table of a part.

    Raises:
        ValueError: If the name of the part is not fit for a file's name.
    """
    if not re.fullmatch(r"[\w.-]{1,64}", part) or part.startswith("."):
        raise ValueError(f"{part!r} cannot name a part")
    return out / PARTS / f"{part}.{name}.arrow"


def write_arrow(path: Path, table: pa.Table) -> None:
    """Write a file of a part.

    Raises:
        OutputError: If it cannot be written.
    """
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with written(path) as file, pa.ipc.new_file(file, table.schema, options=options) as writer:
        writer.write_table(table)


def read_arrow(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Read a file of a part, or some of its columns.

    Raises:
        OutputError: If it is missing or broken.
    """
    try:
        with pa.memory_map(str(path)) as file:
            names = pa.ipc.open_file(file).schema.names
            wanted = [names.index(column) for column in columns] if columns is not None else None
            return pa.ipc.open_file(file, options=pa.ipc.IpcReadOptions(included_fields=wanted)).read_all()
    except (OSError, ValueError, pa.ArrowException) as problem:
        raise OutputError(str(path), "中间结果缺失或不完整，请重新运行") from problem
