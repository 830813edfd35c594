"""From weights to the nearest articles."""

from __future__ import annotations

from functools import partial

import numpy as np
from scipy import sparse

from bench.answers import same_scores
from bench.comparison import Comparison, Sides
from bench.comparisons.counting import count
from bench.corpus import News
from broadsheet.similarity import find_neighbors

__all__ = ["COMPARISONS"]

N_NEAREST = 10
N_QUERIES = 5_000  # The first rows, against all.


def prepare_nearest(news: News) -> Sides:
    """Rows have length 1, so dot products are cosines; both sides count a row as its own nearest."""
    from sparse_dot_topn import sp_matmul_topn

    weights = count(news.column, min_df=2).weight("tfidf", dtype=np.float32)
    rows = sparse.csr_array(weights.csr)
    queries = rows[:N_QUERIES]
    multiply = partial(
        sp_matmul_topn,
        sparse.csr_matrix(queries),
        sparse.csr_matrix(rows).T.tocsr(),
        top_n=N_NEAREST,
        n_threads=1,
    )
    return Sides(
        partial(find_neighbors, queries, rows, k=N_NEAREST, n_jobs=1),
        multiply,
        lambda ours, theirs: same_scores(ours.to_scipy(), theirs, atol=1e-5),
    )


COMPARISONS = (
    Comparison(
        "nearest",
        "The 10 nearest of all articles for each of 5,000, by cosine",
        "sparse_dot_topn sp_matmul_topn",
        prepare_nearest,
        rows=72_644,
        quick_rows=3_000,
        target=8,
        needs=("sparse_dot_topn",),
    ),
)
