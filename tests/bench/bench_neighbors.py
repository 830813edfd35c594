"""Exact nearest neighbours beside sparse_dot_topn: answers compared, then times in alternation.

    python tests/bench/bench_neighbors.py [N ...] [--k 10] [--threads 1] [--rounds 3] [--whole]

Finds the k most similar of all press releases for each of the first N (5,000 and 20,000), by the
cosine of tf-idf weights in float32: `TfidfVectorizer(min_df=2)` of scikit-learn, whose rows have
length 1, so that sparse_dot_topn's dot products are cosines. Each side takes the whole of its call,
with what it prepares in it; but rows are sorted, and transposed for sparse_dot_topn, before. Times
are medians, by the clock and by the processor: the latter leaves out what else the machine did.
`--whole` adds, for broadsheet alone, every press release against all others on one and two threads.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

from broadsheet.similarity import find_neighbors

CORPUS = Path(__file__).parents[3] / "shared/corpora/press_releases.parquet"


def tfidf(path: Path) -> sparse.csr_array:
    import pyarrow.parquet as pq

    texts = pq.read_table(path, columns=["text"])["text"].to_pylist()
    rows = sparse.csr_array(TfidfVectorizer(min_df=2, dtype=np.float32).fit_transform(texts))
    rows.sort_indices()
    return rows


@dataclass(frozen=True)
class Times:
    clock: float
    processor: float


def measure(call: Callable[[], Any]) -> tuple[Times, Any]:
    clock, processor = time.perf_counter(), time.process_time()
    answer = call()
    return Times(time.perf_counter() - clock, time.process_time() - processor), answer


def median(times: list[Times]) -> Times:
    return Times(
        statistics.median(one.clock for one in times),
        statistics.median(one.processor for one in times),
    )


def compare(ours: sparse.csr_array, theirs: sparse.csr_matrix) -> None:
    """Hold the scores of both to each other; which of two equal ones is kept may differ."""
    for row in range(ours.shape[0]):
        left = np.sort(ours.data[ours.indptr[row] : ours.indptr[row + 1]])
        right = np.sort(theirs.data[theirs.indptr[row] : theirs.indptr[row + 1]])
        np.testing.assert_allclose(left, right, atol=1e-5, err_msg=f"row {row}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[5_000, 20_000], metavar="N")
    parser.add_argument("--k", type=int, default=10)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--path", type=Path, default=CORPUS)
    options = parser.parse_args()
    if not options.path.exists():
        sys.exit(f"skipped: {options.path} is not there")

    rows = tfidf(options.path)
    transposed = sparse.csr_matrix(rows).T.tocsr()
    print(f"{rows.shape[0]:,} x {rows.shape[1]:,}, {rows.nnz:,} weights, k={options.k}")
    print(f"{platform.machine()}, {os.cpu_count()} cores, {options.threads} threads")
    print("seconds by the clock (by the processor)")
    print(f"{'queries':>8}  {'broadsheet':>16}  {'sparse_dot_topn':>16}  {'ratio':>14}")
    for size in options.sizes:
        ours, theirs = alternate(rows, transposed, size, options)
        ratios = theirs.clock / ours.clock, theirs.processor / ours.processor
        print(
            f"{size:>8,}  {ours.clock:>7.2f} ({ours.processor:>6.2f})"
            f"  {theirs.clock:>7.2f} ({theirs.processor:>6.2f})"
            f"  {ratios[0]:>5.1f}x ({ratios[1]:>4.1f}x)",
            flush=True,
        )
    for n_jobs in (1, 2) if options.whole else ():
        whole, _ = measure(partial(find_neighbors, rows, k=options.k, n_jobs=n_jobs))
        print(
            f"all {rows.shape[0]:,} against all others, {n_jobs} threads: "
            f"{whole.clock:.1f} s ({whole.processor:.1f} s)",
            flush=True,
        )


def alternate(
    rows: sparse.csr_array,
    transposed: sparse.csr_matrix,
    size: int,
    options: argparse.Namespace,
) -> tuple[Times, Times]:
    """Return the median times of both, after comparing their answers."""
    queries, k, n_threads = rows[:size], options.k, options.threads
    find = partial(find_neighbors, queries, rows, k=k, n_jobs=n_threads)
    multiply = partial(
        sp_matmul_topn, sparse.csr_matrix(queries), transposed, top_n=k, n_threads=n_threads
    )
    ours, theirs = [], []
    for turn in range(options.rounds):
        our_times, found = measure(find)
        their_times, expected = measure(multiply)
        if turn == 0:
            compare(found.to_scipy(), expected)
        ours.append(our_times)
        theirs.append(their_times)
    return median(ours), median(theirs)


if __name__ == "__main__":
    main()
