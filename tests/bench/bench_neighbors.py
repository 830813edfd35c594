"""Exact nearest neighbours beside sparse_dot_topn: answers compared, then times in alternation.

    python tests/bench/bench_neighbors.py [N ...] [--k 10] [--threads 1] [--rounds 3] [--whole]

Finds the k most similar of all press releases for each of the first N (5,000 and 20,000), by the
cosine of tf-idf weights in float32: `TfidfVectorizer(min_df=2)` of scikit-learn, rows normalised,
so that sparse_dot_topn's dot products are cosines. Both take the whole time of the call, with what
they prepare in it; the transposed matrix that sparse_dot_topn needs is made before. Times are
medians; the machine's other work moves both, their ratio less. `--whole` adds, for broadsheet
alone, every press release against all others.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
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
    return sparse.csr_array(TfidfVectorizer(min_df=2, dtype=np.float32).fit_transform(texts))


def seconds(call: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    answer = call()
    return time.perf_counter() - begin, answer


def compare(ours: sparse.csr_array, theirs: sparse.csr_matrix, k: int) -> None:
    """Hold the scores of both, best first, to each other; rows of equal score may differ."""
    for row in range(ours.shape[0]):
        left = ours.data[ours.indptr[row] : ours.indptr[row + 1]]
        right = theirs.data[theirs.indptr[row] : theirs.indptr[row + 1]]
        np.testing.assert_allclose(np.sort(left), np.sort(right), atol=1e-5, err_msg=f"row {row}")
        assert len(left) <= k


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
    print(f"{'queries':>8}  {'broadsheet':>12}  {'sparse_dot_topn':>15}  {'ratio':>6}")
    for size in options.sizes:
        queries = rows[:size]
        theirs_queries = sparse.csr_matrix(queries)

        def ours(queries: sparse.csr_array = queries) -> Any:
            return find_neighbors(queries, rows, k=options.k, n_jobs=options.threads)

        def theirs(queries: sparse.csr_matrix = theirs_queries) -> Any:
            return sp_matmul_topn(
                queries, transposed, top_n=options.k, n_threads=options.threads, sort=True
            )

        our_times, their_times = [], []
        for turn in range(options.rounds):
            our_time, found = seconds(ours)
            their_time, expected = seconds(theirs)
            if turn == 0:
                compare(found.to_scipy(), expected, options.k)
            our_times.append(our_time)
            their_times.append(their_time)
        our_time, their_time = statistics.median(our_times), statistics.median(their_times)
        ratio = their_time / our_time
        print(f"{size:>8,}  {our_time:>10.2f} s  {their_time:>13.2f} s  {ratio:>5.1f}x", flush=True)
    if options.whole:
        for n_jobs in (1, 2):
            whole_time, _ = seconds(lambda n=n_jobs: find_neighbors(rows, k=options.k, n_jobs=n))
            print(f"all {rows.shape[0]:,} against all others, {n_jobs} threads: {whole_time:.1f} s")


if __name__ == "__main__":
    main()
