"""From counts to all pairs of articles that are similar enough."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from scipy import sparse

import broadsheet as bs
from bench.answers import same_scores
from bench.comparison import Comparison, Sides
from bench.comparisons.neighbors import N_NEAREST, N_QUERIES, weigh
from bench.corpus import News
from broadsheet.similarity import find_neighbors, find_pairs

__all__ = ["COMPARISONS"]

N_SLOW_QUERIES = 2_000
N_WORDS = 5
LEAST_COSINE = 0.5
LEAST_JACCARD = 0.8


def prepare_near(news: News) -> Sides:
    """Rows have length 1, so dot products are cosines; both count a row as its own nearest."""
    from sparse_dot_topn import sp_matmul_topn

    rows = weigh(news)
    queries = rows[:N_QUERIES]
    multiply = partial(
        sp_matmul_topn,
        sparse.csr_matrix(queries),
        sparse.csr_matrix(rows).T.tocsr(),
        top_n=N_NEAREST,
        threshold=LEAST_COSINE,
        n_threads=1,
    )
    find = partial(
        find_neighbors, queries, rows, k=N_NEAREST, min_similarity=LEAST_COSINE, n_jobs=1
    )
    return Sides(find, multiply, agree_on_near)


def agree_on_near(ours: Any, theirs: Any) -> str:
    """Compare scores that rounding cannot put on either side of the least one."""
    left, right = ours.to_scipy(), sparse.csr_array(theirs)
    for matrix in (left, right):
        matrix.data[matrix.data < LEAST_COSINE + 1e-5] = 0
        matrix.eliminate_zeros()
    return same_scores(left, right, atol=1e-5)


def prepare_shingles(news: News) -> Sides:
    """Both sides start from the word shingles of each article: columns of a matrix, sets of int."""
    from SetSimilaritySearch import all_pairs

    tokens = bs.Corpus(news.column, zones=None).tokens(bs.Tokenizer("sklearn"))
    shingles = sparse.csr_array(tokens.matrix(ngrams=(N_WORDS, N_WORDS)).csr.astype(np.float32))
    columns = np.split(shingles.indices, shingles.indptr[1:-1])
    # The peer takes no empty sets.
    places = [row for row, held in enumerate(columns) if len(held)]
    sets = [set(columns[row].tolist()) for row in places]

    def search() -> dict[tuple[int, int], float]:
        found = all_pairs(sets, similarity_func_name="jaccard", similarity_threshold=LEAST_JACCARD)
        return {
            (min(places[i], places[j]), max(places[i], places[j])): score for i, j, score in found
        }

    join = partial(find_pairs, shingles, min_similarity=LEAST_JACCARD, measure="jaccard", n_jobs=1)
    return Sides(join, search, agree_on_pairs)


def agree_on_pairs(ours: Any, theirs: dict[tuple[int, int], float]) -> str:
    rows = zip(ours.left.tolist(), ours.right.tolist(), strict=True)
    found = dict(zip(rows, ours.scores.tolist(), strict=True))
    assert found.keys() == theirs.keys(), f"{len(found):,} pairs against {len(theirs):,}"
    for pair, score in found.items():
        assert abs(score - theirs[pair]) < 1e-6, f"{pair}: {score} against {theirs[pair]}"
    return f"equal: {len(found):,} pairs of {len(ours.left_rows.ids):,} articles"


def prepare_brute_force(news: News) -> Sides:
    """The peer multiplies by all rows and sorts, so it is asked about fewer."""
    from sklearn.neighbors import NearestNeighbors

    rows = weigh(news)
    queries = rows[:N_SLOW_QUERIES]
    k = min(N_NEAREST, rows.shape[0])
    model = NearestNeighbors(n_neighbors=k, metric="cosine", n_jobs=1).fit(rows)

    def agree(ours: Any, theirs: Any) -> str:
        positive = np.maximum(1 - theirs[0], 0)
        np.testing.assert_allclose(ours.scores[:, :k], positive, atol=1e-5)
        return f"equal to 1e-05: the scores of {len(ours):,} rows"

    return Sides(
        partial(find_neighbors, queries, rows, k=N_NEAREST, n_jobs=1),
        partial(model.kneighbors, queries),
        agree,
    )


COMPARISONS = (
    Comparison(
        "nearest-half",
        "The 10 nearest of all articles for each of 5,000, of those with a cosine of at least 0.5",
        "sparse_dot_topn sp_matmul_topn(threshold=0.5)",
        prepare_near,
        rows=72_644,
        quick_rows=2_000,
        target=10,
        needs=("sparse_dot_topn",),
    ),
    Comparison(
        "nearest-sklearn",
        "The 10 nearest of all articles for each of 2,000, by cosine, our index of all included",
        'scikit-learn NearestNeighbors(metric="cosine")',
        prepare_brute_force,
        rows=72_644,
        quick_rows=2_000,
        target=20,
    ),
    Comparison(
        "pairs-shingles",
        "All pairs of articles whose sets of word 5-shingles have a Jaccard of at least 0.8",
        "SetSimilaritySearch all_pairs",
        prepare_shingles,
        rows=10_000,
        quick_rows=1_000,
        target=5,
        needs=("SetSimilaritySearch",),
    ),
)
