"""Measures what a user waits for; prints, judges nothing.

python bench/speed.py [FOLDER] [--copies N]

FOLDER holds the documents to measure with; the examples if none is given. The batch job is measured on N copies of them,
each of which differs a little.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from checks.audit import audit
from checks.policy import Policy
from checks.rule import all_rules
from extract import ReadingError, read_document
from flows.batch_work import audit_batch, tell_failed
from flows.batches import make_batches
from flows.inputs import InputFile, find_inputs, read_input
from flows.workers import run_batches
from reports.run_folder import finish_run, start_run
from reports.run_records import RunInfo

EXAMPLES = Path(__file__).parent.parent / "examples" / "documents"
HESHU = Path(sys.executable).with_name("heshu")
PEAK = """
import sys
from flows.cli import main
main(["check", sys.argv[1]])
print()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def readable(folder: Path) -> list[str]:
    """The texts of a folder's documents."""
    texts = []
    for file in find_inputs([folder]).files:
        try:
            texts.append(read_document(file.source, read_input(file)).text)
        except ReadingError:
            continue
    return texts


def long_text(texts: list[str], characters: int) -> str:
    """A text of a given length, put together from the documents."""
    whole = "\n\n".join(texts)
    return (whole * (characters // len(whole) + 1))[:characters]


def measure_process(texts: list[str], folder: Path, rounds: int = 7) -> None:
    clean = max(texts, key=len)
    for name, text in (("an empty answer", "全年平稳。"), ("10,000 characters", long_text([clean], 10_000))):
        path = folder / "one.txt"
        path.write_text(text, "utf-8")
        seconds = []
        for _ in range(rounds):
            start = time.perf_counter()
            subprocess.run([HESHU, "check", path], stdout=subprocess.DEVNULL, check=False)
            seconds.append(time.perf_counter() - start)
        print(f"heshu check, {name}: {statistics.median(seconds):.2f} s (best {min(seconds):.2f})")
    # The high-water mark of the child itself: what the system counts for children begins with the parent's memory.
    told = subprocess.run(
        [sys.executable, "-c", PEAK, path], capture_output=True, text=True, check=True
    ).stdout
    print(f"heshu check, peak memory: {int(told.splitlines()[-1]) / 1024:.0f} MB")


def measure_path(texts: list[str]) -> None:
    all_rules()
    data = [text.encode() for text in texts]
    audit("warm.txt", data[0])
    start = time.process_time()
    for number, text in enumerate(data):
        audit(f"{number}.txt", text)
    seconds = time.process_time() - start
    characters = sum(map(len, texts))
    print(
        f"read, extract and all rules: {characters / seconds:,.0f} characters a second of processor time "
        f"({len(texts)} documents, {characters:,} characters)"
    )


def measure_workers(texts: list[str], folder: Path, copies: int) -> None:
    source = folder / "in"
    source.mkdir()
    for copy in range(copies):
        for number, text in enumerate(texts):
            (source / f"{copy:03}-{number:05}.txt").write_text(f"{text}\n第{copy}稿\n", "utf-8")
    files = find_inputs([source]).files
    two, one = (measure_run(files, workers, folder / f"out-{workers}") for workers in (2, 1))
    print(f"once started, two workers are {one / two:.2f} times as fast as one")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers_peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory: {own:.0f} MB in the job, {workers_peak:.0f} MB in its largest worker")


def measure_run(files: tuple[InputFile, ...], workers: int, out: Path) -> float:
    """Seconds of the audit from the first document to the last; pages and table parts are in it, joining them is not."""
    policy = Policy()
    start_run(out)
    said = {"out": out, "policy": policy, "decisions": {}}
    work, failed = partial(audit_batch, **said, compared=True), partial(tell_failed, **said)
    moves: list[float] = []
    start = time.perf_counter()
    summaries = run_batches(
        make_batches(files, workers), work, failed, workers, lambda done: moves.append(time.perf_counter())
    )
    audited = time.perf_counter()
    finish_run(out, RunInfo("bench", "", "", {}, policy), summaries)
    print(
        f"{len(files)} documents ({sum(file.size for file in files) / 2**20:.1f} MB), {workers} worker(s): "
        f"start {moves[0] - start:.1f} s, audit {audited - moves[0]:.1f} s, finish {time.perf_counter() - audited:.1f} s"
    )
    return audited - moves[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--copies", type=int, default=50)
    arguments = parser.parse_args()
    texts = readable(arguments.folder)
    with tempfile.TemporaryDirectory() as scratch:
        measure_process(texts, Path(scratch))
        measure_path(texts)
        measure_workers(texts, Path(scratch), arguments.copies)


if __name__ == "__main__":
    main()
