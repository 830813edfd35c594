"""From weights to the nearest articles."""

from __future__ import annotations

from functools import partial
from typing import Any

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


def weigh(news: News) -> sparse.csr_array:
    return sparse.csr_array(count(news.column, min_df=2).weight("tfidf", dtype=np.float32).csr)


def prepare_nearest(news: News) -> Sides:
    """Rows have length 1, so dot products are cosines; both sides count a row as its own nearest."""
    from sparse_dot_topn import sp_matmul_topn

    rows = weigh(news)
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


def prepare_threads(news: News) -> Sides:
    rows = weigh(news)
    find = partial(find_neighbors, rows[:N_QUERIES], rows, k=N_NEAREST)
    return Sides(partial(find, n_jobs=2), partial(find, n_jobs=1), agree_to_the_bit)


def agree_to_the_bit(ours: Any, theirs: Any) -> str:
    np.testing.assert_array_equal(ours.indices, theirs.indices)
    np.testing.assert_array_equal(ours.scores, theirs.scores)
    return f"equal: the neighbours of {len(ours):,} rows and their scores"


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
    Comparison(
        "nearest-2",
        "The 10 nearest of all articles for each of 5,000, by cosine, on two threads",
        "broadsheet on one thread",
        prepare_threads,
        rows=72_644,
        quick_rows=3_000,
        target=1.8,
    ),
)
