"""From weights to latent dimensions."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from scipy import sparse

from bench.comparison import Comparison, Sides
from bench.comparisons.counting import count
from bench.corpus import News

__all__ = ["COMPARISONS"]

N_DIMENSIONS = 100


def weigh(news: News) -> tuple[sparse.csr_matrix, int]:
    """Return weights, and how many dimensions so few or many texts have."""
    rows = sparse.csr_matrix(count(news.column).weight("tfidf", dtype=np.float32).csr)
    return rows, min(N_DIMENSIONS, min(rows.shape) // 2)


def prepare_explained(news: News) -> Sides:
    """Ours may not leave more unexplained than scikit-learn's."""
    from sklearn.decomposition import TruncatedSVD

    from broadsheet.similarity import lsa

    rows, k = weigh(news)
    total = np.square(rows.data, dtype=np.float64).sum()

    def theirs() -> Any:
        model = TruncatedSVD(k, n_iter=5, random_state=0)
        return model.fit_transform(rows), model

    def agree(ours: Any, theirs: Any) -> str:
        _, model = theirs
        left_out = 1 - np.square(rows @ model.components_.T, dtype=np.float64).sum() / total
        assert ours.unexplained <= left_out + 1e-6  # Which is rounding.
        return f"unexplained: {ours.unexplained:.5f} of ours, {left_out:.5f} of scikit-learn's"

    return Sides(partial(lsa, rows, k, n_jobs=1), theirs, agree)


def prepare_exact(news: News) -> Sides:
    from scipy.sparse.linalg import svds

    from broadsheet.similarity import lsa

    rows, k = weigh(news)

    def agree(ours: Any, theirs: Any) -> str:
        expected = np.sort(theirs[1])[::-1]
        error = np.abs(ours.singular_values / expected - 1).max()
        assert error <= 1e-3
        return f"{k} singular values, the farthest by {error:.0e} of itself"

    return Sides(
        partial(lsa, rows, k, tol=1e-3, n_jobs=1),
        partial(svds, rows, k, tol=1e-3, rng=0),
        agree,
    )


COMPARISONS = (
    Comparison(
        "lsa",
        "The 100 latent dimensions of tf-idf weights",
        "scikit-learn TruncatedSVD(100, n_iter=5)",
        prepare_explained,
        rows=72_644,
        quick_rows=2_000,
        target=2,
        needs=("scikit-learn",),
    ),
    Comparison(
        "lsa-exact",
        "The same, every singular value within 1e-3",
        "scipy.sparse.linalg.svds(k=100, tol=1e-3)",
        prepare_exact,
        rows=72_644,
        quick_rows=1_000,
    ),
)
