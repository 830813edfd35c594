"""Counts more text than the memory it may take: ten copies of a file, batch by batch.

Two processes count the copies under a limit that the system enforces: one with `read_batches`,
`TermTotals` and `Tokens.matrix`, one with `CountVectorizer.partial_fit` over batches of Arrow. A
third counts the file once and at once, without a limit. Totals and document frequencies must then
be ten times its own, and the terms of ``min_df`` those of ten times the documents.

    python tests/evaluation/counting_in_memory.py [FILE] [--copies N] [--limit MB] [--size N]

The limit is on all that the process writes to and shares with nobody (RLIMIT_DATA of Linux), the
interpreter and its packages too. The exit code is 1 if the limit is broken or the counts differ.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

import broadsheet as bs
from broadsheet.terms import TermTotals

FILE = Path(__file__).parents[2] / "../shared/corpora/press_releases.parquet"
MIN_SHARE = 0.001  # Of the documents: a bound that means another number in each batch.
TOKENIZER = bs.Tokenizer("sklearn")


def count_batches(path: Path, n_copies: int, size: int) -> TermTotals:
    """Count all copies with what broadsheet has for that."""
    totals = TermTotals()
    for _ in range(n_copies):
        for corpus in bs.read_batches(path, size, headline=False):
            totals.add(corpus.tokens(TOKENIZER).matrix())
    return totals


def fit_batches(path: Path, n_copies: int, size: int) -> TermTotals:
    """Count all copies with a vectorizer that is fitted part by part."""
    from pyarrow.parquet import ParquetFile

    from broadsheet.sklearn import CountVectorizer

    vectorizer = CountVectorizer(min_df=MIN_SHARE)
    for _ in range(n_copies):
        file = ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
        for batch in file.iter_batches(size, columns=["text"]):
            vectorizer.partial_fit(batch.column("text"))
    kept = vectorizer.totals_.terms(min_df=MIN_SHARE)
    assert sorted(vectorizer.vocabulary_) == kept.tolist()
    return vectorizer.totals_


def count_at_once(path: Path, n_copies: int, size: int) -> TermTotals:  # noqa: ARG001
    """Count the file once, all of it in memory."""
    corpus = bs.read(path, headline=False)
    return TermTotals().add(corpus.tokens(TOKENIZER).matrix())


WAYS = {"batches": count_batches, "partial_fit": fit_batches, "at once": count_at_once}


def run(way: str, arguments: argparse.Namespace) -> None:
    """Count in one way in this process and write down what came of it."""
    if way != "at once":
        n_bytes = arguments.limit * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (n_bytes, n_bytes))
    begin = time.perf_counter()
    totals = WAYS[way](arguments.file, arguments.copies, arguments.size)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    arguments.into.write_bytes(pickle.dumps((totals, seconds, peak)))


def measure(way: str, arguments: argparse.Namespace, folder: Path) -> TermTotals:
    """Count in one way in a process of its own, and print what it took."""
    into = folder / way
    options = [str(arguments.file), "--way", way, "--into", str(into)]
    for name in ("copies", "limit", "size"):
        options += [f"--{name}", str(getattr(arguments, name))]
    subprocess.run([sys.executable, __file__, *options], check=True)
    totals, seconds, peak = pickle.loads(into.read_bytes())
    print(
        f"{way:12} {totals.n_documents:>9,} documents  {len(totals):>9,} terms  "
        f"{totals.n_tokens:>13,} tokens  {seconds:6.1f} s  peak {peak / 1e6:,.0f} MB resident"
    )
    return totals


def differences(once: TermTotals, many: TermTotals, n_copies: int) -> list[str]:
    """Say in what the totals of all copies are not those of one, as often as there are copies."""
    one, all_copies = once.frequency(), many.frequency()
    scaled: dict[str, Any] = {"term": one["term"].to_numpy()}
    scaled |= {n: n_copies * one[n].to_numpy() for n in ("count", "document_frequency")}
    found = [
        name for name, column in scaled.items() if not np.array_equal(column, all_copies[name])
    ]
    if (n_copies * once.n_documents, n_copies * once.n_tokens) != (many.n_documents, many.n_tokens):
        found.append("numbers of documents and tokens")
    if once.terms(min_df=MIN_SHARE).tolist() != many.terms(min_df=MIN_SHARE).tolist():
        found.append("terms that stay")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--limit", type=int, default=500, help="in millions of bytes")
    parser.add_argument("--size", type=int, default=2_000, help="texts of a batch")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.way:
        run(arguments.way, arguments)
        return 0
    n_bytes = arguments.copies * bs.read(arguments.file, headline=False)._texts.n_bytes
    print(f"{n_bytes / 1e6:,.0f} MB of text under a limit of {arguments.limit:,} MB")
    with tempfile.TemporaryDirectory() as folder:
        counted = {way: measure(way, arguments, Path(folder)) for way in WAYS}
    once = counted.pop("at once")
    wrong = {way: differences(once, totals, arguments.copies) for way, totals in counted.items()}
    for way, names in wrong.items():
        print(f"{way}: {'differs in ' + ', '.join(names) if names else 'equal to the byte'}")
    return int(any(wrong.values()))


if __name__ == "__main__":
    sys.exit(main())
