"""Measures extraction beside Microsoft's Recognizers-Text on the same text; prints, judges nothing.

python bench/recognizers.py [FOLDER] [--characters N] [--rounds N] [--environment DIR]

FOLDER holds the documents to measure with; the examples if none is given. Recognizers-Text is installed into an environment
of its own, for its requirements would not go with this project's: a temporary one, or DIR, which is kept and used again.
Where it does not install, the reason is printed and nothing is measured. Its five number models (number, ordinal,
percentage, currency, dimension) find numerals with their units; extraction here also gives each numeral a role and each claim its
indicator, period, base and status.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from speed import EXAMPLES, long_text, readable

from extract import extract, read_document

REQUIREMENTS = ("recognizers-text-suite", "emoji<2")
"""The suite's newest pre-release; it calls a function that emoji 2 no longer has."""

PATIENCE = 600
"""Seconds that an installation may take."""

MEASURED_THERE = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture
numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
models = {
    "number": numbers.get_number_model(),
    "ordinal": numbers.get_ordinal_model(),
    "percentage": numbers.get_percentage_model(),
    "currency": units.get_currency_model(),
    "dimension": units.get_dimension_model(),
}
text = sys.stdin.buffer.read().decode()
seconds, found = {}, {}
for name, model in models.items():
    best = None
    for _ in range(int(sys.argv[1])):
        start = time.process_time()
        found[name] = len(model.parse(text))
        spent = time.process_time() - start
        best = spent if best is None else min(best, spent)
    seconds[name] = best
print(json.dumps({"seconds": seconds, "found": found}))
"""


def installed(folder: Path) -> Path | None:
    """The interpreter of an environment that has Recognizers-Text, ``None`` where it cannot be had."""
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        probe = [python, "-c", "import recognizers_number_with_unit"]
        if subprocess.run(probe, capture_output=True, check=False).returncode:
            command = [str(python), "-m", "pip", "install", "--quiet", "--pre", *REQUIREMENTS]
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.CalledProcessError as error:
        print(f"skipped: Recognizers-Text does not install: {(error.stderr or str(error)).strip()[-400:]}")
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"skipped: Recognizers-Text does not install: {error}")
    else:
        return python
    return None


def measure_here(text: str, rounds: int) -> tuple[float, int, int]:
    """The best time of extraction in seconds, and how many numerals and claims it finds."""
    document = read_document("text.txt", text.encode())
    reading = extract(document)
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        extract(document)
        best = min(best, time.process_time() - start)
    return best, len(reading.quantities), len(reading.claims)


def measure(text: str, rounds: int, python: Path) -> None:
    told = subprocess.run(
        [python, "-c", MEASURED_THERE, str(rounds)], input=text.encode(), capture_output=True, check=False
    )
    if told.returncode:
        print(
            f"skipped: Recognizers-Text does not run: {told.stderr.decode(errors='replace').strip()[-400:]}"
        )
        return
    there = json.loads(told.stdout)
    seconds, quantities, claims = measure_here(text, 10 * rounds)  # so that both take about as long
    models = sum(there["seconds"].values())
    print(f"{len(text):,} characters, one core, best of {rounds}")
    for name, spent in there["seconds"].items():
        print(f"  Recognizers-Text, {name}: {spent * 1e3:.1f} ms, {there['found'][name]} found")
    print(
        f"Recognizers-Text, five models: {models * 1e3:.1f} ms, {len(text) / models:,.0f} characters a second"
    )
    print(
        f"extraction here: {seconds * 1e3:.1f} ms, {len(text) / seconds:,.0f} characters a second, "
        f"{quantities} numerals, {claims} claims"
    )
    print(f"{models / seconds:.1f} times as fast")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--characters", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--environment", type=Path)
    arguments = parser.parse_args()
    text = long_text(readable(arguments.folder), arguments.characters)
    with tempfile.TemporaryDirectory() as scratch:
        python = installed(arguments.environment or Path(scratch) / "recognizers")
        if python is not None:
            measure(text, arguments.rounds, python)


if __name__ == "__main__":
    main()
