"""Measures how long the documents of a run take to be compared with each other; prints, judges nothing.

python bench/across.py [FOLDER] [--documents N] [--marks N ...]

First with marks alone, made up without documents, for each N of --marks; then with N documents put together from the
paragraphs of FOLDER (the examples if none is given), of which one in a hundred is another's twin with other numbers.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import tempfile
import time
from functools import partial
from pathlib import Path

import numpy as np
from speed import EXAMPLES, readable

from checks.across.marks import DocumentMarks, ParagraphMark, SentenceMark
from checks.policy import Policy
from flows.across import compare, find_across
from flows.batch_work import audit_batch, tell_failed
from flows.batches import MOST_DOCUMENTS, make_batches
from flows.inputs import find_inputs
from flows.workers import run_batches, worker_count
from reports.marks import RunMarks, write_marks
from reports.parts import write_part
from reports.run_folder import start_run
from reports.tables import SCHEMAS

LINES = 30
"""Paragraphs of a document that is put together."""

PASSAGES = 60
"""Sentences and paragraphs of a document that is made up."""


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made_up(number: int, chosen: np.random.Generator) -> DocumentMarks:
    """The marks of a document that shares a few of its passages with others, and of some that are twins."""
    own = chosen.integers(0, 2**32, 64, dtype=np.uint32)
    if number % 100 == 1:
        own = np.random.default_rng(number - 1).integers(0, 2**32, 64, dtype=np.uint32)
    elif number % 100 == 0:
        own = np.random.default_rng(number).integers(0, 2**32, 64, dtype=np.uint32)
    keys = chosen.integers(-(2**62), 2**62, PASSAGES).tolist()
    shared = chosen.integers(0, 20_000, 4).tolist()
    subjects = '[["产值","2025-01-01","2025-12-31","青川市","","level","","actual","元",""]]'
    sentences = [
        SentenceMark(key, number % 3, 60 * place, 60 * place + 50, f'["{number % 3 + 1}.5"]', subjects)
        for place, key in enumerate((*keys[::2], *shared))
    ]
    paragraphs = [
        ParagraphMark(key, 60 * place, 60 * place + 50) for place, key in enumerate((*keys, *shared))
    ]
    return DocumentMarks(own.tobytes(), number, number, (0, 10), (), tuple(sentences), tuple(paragraphs))


def measure_marks(documents: int, out: Path) -> None:
    start_run(out)
    chosen = np.random.default_rng(1)
    sources = [f"{number:07}.txt" for number in range(documents)]
    for first in range(0, documents, MOST_DOCUMENTS):
        numbers = range(first, min(first + MOST_DOCUMENTS, documents))
        part = f"{first // MOST_DOCUMENTS:05}"
        write_marks(out, part, [made_up(number, chosen) for number in numbers])
        nothing = {"gate": "", "artifact": "", "results": "", "junit": "", "failures": 0}
        nothing |= dict.fromkeys(SCHEMAS, 0)
        write_part(
            out,
            part,
            {},
            [nothing | {"source": sources[number], "doc_id": f"{number:012x}"} for number in numbers],
        )
    gc.collect()
    start = time.process_time()
    found = sum(1 for _ in find_across(RunMarks(out, sources), Policy()))
    print(
        f"{documents:>7} marks: joined in {time.process_time() - start:.2f} s of processor time, {found} findings, "
        f"peak so far {peak():.0f} MB",
        flush=True,
    )


def put_together(texts: list[str], folder: Path, documents: int) -> None:
    """Documents of paragraphs chosen at random, one in a hundred a twin of the one before it."""
    chosen = random.Random(1)
    lines = [line for line in dict.fromkeys("\n".join(texts).splitlines()) if len(line.strip()) > 20]
    text = ""
    for number in range(documents):
        if number % 100 == 99:
            text = text.translate(str.maketrans("38", "83"))
        else:
            count = min(len(lines), chosen.randint(LINES // 2, LINES))
            text = f"第{number}号材料汇编\n" + "\n".join(chosen.sample(lines, count)) + "\n"
        (folder / f"{number:07}.txt").write_text(text, "utf-8")
    print(f"{documents} documents of {len(lines)} paragraphs", flush=True)


def measure_documents(texts: list[str], folder: Path, documents: int) -> None:
    source, out = folder / "in", folder / "out"
    source.mkdir()
    put_together(texts, source, documents)
    files = find_inputs([source]).files
    policy = Policy()
    start_run(out)
    said = {"out": out, "policy": policy, "decisions": {}}
    workers = worker_count(0, files)
    work, failed = partial(audit_batch, **said, compared=True), partial(tell_failed, **said)
    start = time.perf_counter()
    summaries = run_batches(make_batches(files, workers), work, failed, workers, lambda done: None)
    audited = time.perf_counter()
    print(
        f"{documents} documents, {workers} workers: audited in {audited - start:.1f} s, peak {peak():.0f} MB"
    )
    found = sum(1 for _ in find_across(RunMarks(out, [one.source for one in summaries]), policy))
    joined = time.perf_counter()
    print(f"joined in {joined - audited:.1f} s, {found} findings, peak {peak():.0f} MB", flush=True)
    compare(summaries, out, policy, {})
    told = time.perf_counter() - joined
    print(f"joined and told in the reports in {told:.1f} s, peak {peak():.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--marks", type=int, nargs="*", default=[1000, 4000, 16_000])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for documents in arguments.marks:
            measure_marks(documents, Path(scratch) / str(documents))
        if arguments.documents:
            measure_documents(readable(arguments.folder), Path(scratch), arguments.documents)


if __name__ == "__main__":
    main()
