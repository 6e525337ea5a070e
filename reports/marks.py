"""The marks of a run's documents on disk: written beside the other parts, read column by column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile

import numpy as np
import pyarrow as pa

from checks.across.conflicts import Said
from checks.across.draft import Spot
from checks.across.join import Passages, groups, joined
from checks.across.marks import DocumentMarks
from checks.across.masking import Value
from checks.across.minhash import PERMUTATIONS, Numbers, Signatures
from checks.across.twins import Member
from reports.files import make_folder, told
from reports.parts import PARTS, Parts, part_path, read_arrow, write_arrow

MOST_ROWS = 1_000_000
"""Passages that are joined at a time; more are first dealt out to files by their hashes, each read once."""

_MARKS = pa.schema(
    [
        ("signature", pa.binary()),
        ("skeleton", pa.int64()),
        ("content", pa.int64()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("digits", pa.list_(pa.string())),
        ("starts", pa.list_(pa.int64())),
        ("ends", pa.list_(pa.int64())),
    ]
)
_PLACED = [(name, pa.int64()) for name in ("document", "key", "exact", "start", "end")]
_PASSAGES = {
    "sentences": pa.schema([*_PLACED, ("values", pa.string()), ("subjects", pa.string())]),
    "paragraphs": pa.schema(_PLACED),
}
_COLUMNS = [name for name, _ in _PLACED]
_FILES = 256
"""Files of marks that stay in memory while groups are read."""

_MOST_SENTENCES = 50_000
"""Sentences whose numbers are in memory at a time."""


def write_marks(out: Path, part: str, marks: Sequence[DocumentMarks]) -> None:
    """Write the marks of a batch.

    Args:
        out: The run's folder.
        part: Name of the part.
        marks: The marks of its documents, in the order of the part's pieces.

    Raises:
        OutputError: If they cannot be written.
    """
    make_folder(out / PARTS)
    rows = [
        {
            "signature": one.signature,
            "skeleton": one.skeleton,
            "content": one.content,
            "start": one.opening[0],
            "end": one.opening[1],
            "digits": [value.digits for value in one.numbers],
            "starts": [value.start for value in one.numbers],
            "ends": [value.end for value in one.numbers],
        }
        for one in marks
    ]
    sentences = [
        (number, mark.key, mark.exact, mark.start, mark.end, mark.values, mark.subjects)
        for number, one in enumerate(marks)
        for mark in one.sentences
    ]
    paragraphs = [
        (number, mark.key, 0, mark.start, mark.end)
        for number, one in enumerate(marks)
        for mark in one.paragraphs
    ]
    write_arrow(part_path(out, part, "marks"), pa.Table.from_pylist(rows, schema=_MARKS))
    for kind, passages in (("sentences", sentences), ("paragraphs", paragraphs)):
        schema = _PASSAGES[kind]
        columns = zip(*passages, strict=True) if passages else [()] * len(schema)
        arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
        write_arrow(part_path(out, part, kind), pa.Table.from_arrays(arrays, schema=schema))


class RunMarks:
    """The marks of all documents of a run, by number: the documents go by source.

    A signature and two hashes of each document are in memory, 0.3 KB; all else stays on disk.

    Args:
        out: The run's folder.
        sources: The documents that belong to the run.

    Raises:
        OutputError: If a part is missing or broken.
    """

    def __init__(self, out: Path, sources: Iterable[str]) -> None:
        spots = Parts(out, sources).spots
        self.sources = [spot.source for spot in spots]
        self._out = out
        self._rows = [(spot.part, spot.row) for spot in spots]
        self._parts = sorted({part for part, _ in self._rows if part_path(out, part, "marks").exists()})
        self._numbers = {row: number for number, row in enumerate(self._rows)}
        self._read = lru_cache(_FILES)(lambda part: read_arrow(part_path(out, part, "marks")))
        count = len(spots)
        self.signatures: Signatures = np.zeros((count, PERMUTATIONS), dtype=np.uint32)
        self.signed = np.zeros(count, dtype=bool)
        self.skeletons: Numbers = np.zeros(count, dtype=np.int64)
        for part in self._parts:
            table = read_arrow(part_path(out, part, "marks"), ["signature", "skeleton"])
            for row, (data, skeleton) in enumerate(
                zip(table["signature"].to_pylist(), table["skeleton"].to_pylist(), strict=True)
            ):
                number = self._numbers.get((part, row))
                if number is not None and data:
                    self.signatures[number] = np.frombuffer(data, dtype="<u4")
                    self.signed[number] = True
                if number is not None:
                    self.skeletons[number] = skeleton

    def passes(self, kind: str) -> Iterator[Passages]:
        """All passages of a kind, ``sentences`` or ``paragraphs``; the passages of one key come together.

        Each holds some ``MOST_ROWS`` of them, where one key alone has not more.
        """
        sizes = [read_arrow(part_path(self._out, part, kind), ["document"]).num_rows for part in self._parts]
        turns = max(1, -(-sum(sizes) // MOST_ROWS))
        parts = (self._passages(part, kind) for part in self._parts)
        if turns == 1:
            yield joined([part.take(part.document >= 0) for part in parts])
            return
        with ExitStack() as stack, told(self._out / PARTS):
            files = [stack.enter_context(TemporaryFile(dir=self._out / PARTS)) for _ in range(turns)]
            for part in parts:
                turn = np.where(part.document >= 0, part.key % turns, -1)
                for number in np.unique(turn[turn >= 0]).tolist():
                    files[number].write(part.take(turn == number).rows().tobytes())
            for file in files:
                file.seek(0)
                rows = np.frombuffer(file.read(), dtype=np.int64)
                yield Passages(*rows.reshape(-1, len(fields(Passages))).T)

    def member(self, number: int) -> Member:
        """What a document is compared by as a whole."""
        part, row = self._rows[number]
        (one,) = self._read(part).slice(row, 1).to_pylist()
        numbers = tuple(map(Value, one["starts"], one["ends"], one["digits"]))
        return Member(number, (one["start"], one["end"]), one["skeleton"], one["content"], numbers)

    def sentence_groups(self, ordered: Passages) -> Iterator[list[Said]]:
        """The sentences of each key with their numbers and what these are about.

        Args:
            ordered: Sentences by key, as :func:`checks.across.join.repeated` gives them.
        """
        waiting: list[Passages] = []
        rows = 0
        for group in groups(ordered):
            waiting.append(group)
            rows += len(group.key)
            if rows >= _MOST_SENTENCES:
                yield from self._said(waiting)
                waiting, rows = [], 0
        yield from self._said(waiting)

    def _said(self, waiting: list[Passages]) -> Iterator[list[Said]]:
        """Read each part once for all groups."""
        passages = joined(waiting)
        wanted: dict[str, list[int]] = {}
        for place, document in enumerate(passages.document.tolist()):
            wanted.setdefault(self._rows[document][0], []).append(place)
        said: dict[int, Said] = {}
        for part, places in wanted.items():
            table = read_arrow(part_path(self._out, part, "sentences"), ["values", "subjects"])
            lines = table.take(passages.row[places])
            for place, values, subjects in zip(
                places, lines["values"].to_pylist(), lines["subjects"].to_pylist(), strict=True
            ):
                spot = Spot(
                    *(int(column[place]) for column in (passages.document, passages.start, passages.end))
                )
                about = (None if one is None else tuple(one) for one in json.loads(subjects))
                said[place] = Said(spot, tuple(json.loads(values)), tuple(about))
        first = 0
        for group in waiting:
            yield [said[first + number] for number in range(len(group.key))]
            first += len(group.key)

    def _passages(self, part: str, kind: str) -> Passages:
        """The passages of a part with the numbers of their documents, -1 for those that a later part replaced."""
        table = read_arrow(part_path(self._out, part, kind), _COLUMNS)
        local, key, exact, start, end = (table[name].to_numpy() for name in _COLUMNS)
        most = int(local.max()) + 1 if len(local) else 0
        numbers = np.array([self._numbers.get((part, row), -1) for row in range(most)], dtype=np.int64)
        document = numbers[local] if len(local) else np.zeros(0, dtype=np.int64)
        return Passages(document, key, exact, start, end, np.arange(len(local)))
