"""Run the comparisons and write what they found.

./dev bench                  all of them, on all texts; writes docs/benchmarks.md and .json
./dev bench --quick          on few texts, in less than two minutes; writes nothing
./dev bench --only words     those whose names begin so; puts their rows in the place of the old
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

# Before any package is imported: one thread each.
ONE_THREAD = {
    "POLARS_MAX_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "NUMBA_NUM_THREADS": "1",
}
os.environ.update(ONE_THREAD)

from bench.comparison import Comparison, Outcome, run
from bench.comparisons import COMPARISONS
from bench.corpus import CORPUS, News
from bench.machine import describe_machine, has_packages
from bench.memory import measure_peaks, print_peak
from bench.report import as_markdown, line, make_record, merge_records

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
RECORD = PAGE.with_suffix(".json")


def main() -> None:
    options = parse()
    if not CORPUS.exists():
        print(f"skipped: the corpus is not at {CORPUS}")
        return
    if options.peak:
        name, side, n_rows = options.peak
        print_peak(next(one for one in COMPARISONS if one.name == name), side, int(n_rows))
        return
    chosen = [one for one in COMPARISONS if one.name.startswith(tuple(options.only))]
    if not chosen:
        sys.exit(f"none is called {options.only}: there are {[one.name for one in COMPARISONS]}")
    skipped = [one.name for one in chosen if not has_packages(one.needs)]
    print(describe_machine())
    if skipped:
        print(f"left out, since a package is missing: {', '.join(skipped)}")
    outcomes = [measure(one, options) for one in chosen if one.name not in skipped]
    if options.quick:
        return
    record = make_record(outcomes, skipped, options.rounds)
    if options.only != [""]:
        before = json.loads(RECORD.read_text(encoding="utf-8"))
        record = merge_records(before, record, [one.name for one in COMPARISONS])
    PAGE.write_text(as_markdown(record), encoding="utf-8")
    RECORD.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./dev bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="on few texts, and write nothing")
    parser.add_argument(
        "--only", nargs="+", default=[""], metavar="NAME", help="their first letters"
    )
    parser.add_argument("--rounds", type=int, help="runs of each side (5; 3 if quick)")
    parser.add_argument("--peak", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.rounds = options.rounds or (3 if options.quick else 5)
    return options


def measure(comparison: Comparison, options: argparse.Namespace) -> Outcome:
    n_rows = comparison.quick_rows if options.quick else comparison.rows
    outcome = run(comparison, News.read(n_rows), options.rounds)
    if comparison.has_memory and not options.quick and sys.platform == "linux":
        outcome.peaks = measure_peaks(comparison, n_rows)
    print(line(outcome, is_whole=not options.quick), flush=True)
    return outcome


if __name__ == "__main__":
    main()
