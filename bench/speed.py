"""Measures what a user waits for; prints, judges nothing.

python bench/speed.py [FOLDER] [--documents N]

FOLDER holds the documents to measure with; the examples if none is given.
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
from flows.inputs import find_inputs, read_input
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


def measure_workers(texts: list[str], folder: Path, documents: int) -> None:
    source = folder / "in"
    source.mkdir()
    for number in range(documents):
        (source / f"{number:05}.txt").write_text(texts[number % len(texts)], "utf-8")
    files = find_inputs([source]).files
    policy = Policy()
    for workers in (1, 2):
        out = folder / f"out-{workers}"
        start_run(out)
        said = {"out": out, "policy": policy, "decisions": {}}
        work, failed = partial(audit_batch, **said), partial(tell_failed, **said)
        start = time.perf_counter()
        summaries = run_batches(make_batches(files, workers), work, failed, workers, lambda done: None)
        audited = time.perf_counter()
        finish_run(out, RunInfo("bench", "", "", {}, policy), summaries)
        finished = time.perf_counter()
        print(
            f"{documents} documents, {workers} worker(s): audit {audited - start:.1f} s, "
            f"finish {finished - audited:.1f} s ({sum(file.size for file in files) / 2**20:.1f} MB)"
        )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers_peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory: {own:.0f} MB in the job, {workers_peak:.0f} MB in its largest worker")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--documents", type=int, default=1000)
    arguments = parser.parse_args()
    texts = readable(arguments.folder)
    with tempfile.TemporaryDirectory() as scratch:
        measure_process(texts, Path(scratch))
        measure_path(texts)
        measure_workers(texts, Path(scratch), arguments.documents)


if __name__ == "__main__":
    main()
