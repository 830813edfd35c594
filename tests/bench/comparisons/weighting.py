"""From counts to weights."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from scipy import sparse

from bench.answers import same_matrix
from bench.comparison import Comparison, Sides
from bench.comparisons.counting import count
from bench.comparisons.tokenizing import tokenize
from bench.corpus import News

__all__ = ["COMPARISONS"]


def prepare_tfidf(news: News) -> Sides:
    from sklearn.feature_extraction.text import TfidfTransformer

    counts = count(news.column)
    matrix = sparse.csr_matrix(counts.csr)
    return Sides(
        partial(counts.weight, "tfidf", n_jobs=1),
        lambda: TfidfTransformer().fit_transform(matrix),
        lambda ours, theirs: same_matrix(ours.csr, theirs, rtol=1e-12),
    )


def prepare_bm25(news: News) -> Sides:
    import bm25s

    tokens = tokenize(news.column)
    terms = tokens.vocabulary.terms.tolist()
    tokenized = bm25s.tokenization.Tokenized(
        ids=[tokens.ids(row).tolist() for row in range(len(tokens))],
        vocab={term: number for number, term in enumerate(terms)},
    )

    def ours() -> Any:
        counts = tokens.matrix(n_jobs=1)
        return counts.weight("bm25", k1=1.5, b=0.75, dtype=np.float32, n_jobs=1)

    def theirs() -> Any:
        index = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
        index.index(tokenized, show_progress=False)
        scores = index.scores
        parts = scores["data"], scores["indices"], scores["indptr"]
        return sparse.csc_array(parts, shape=(len(tokens), len(scores["indptr"]) - 1))

    def agree(ours: Any, theirs: Any) -> str:
        order = np.argsort(tokens.vocabulary.terms)
        return same_matrix(ours.csr, theirs[:, order], rtol=1e-5)

    return Sides(ours, theirs, agree)


COMPARISONS = (
    Comparison(
        "tfidf",
        "Weigh counts by tf-idf",
        "scikit-learn TfidfTransformer()",
        prepare_tfidf,
        rows=72_644,
        quick_rows=10_000,
        needs=("scikit-learn",),
    ),
    Comparison(
        "bm25",
        "Count and weigh ready tokens by BM25",
        "bm25s BM25(method='lucene').index",
        prepare_bm25,
        rows=20_000,
        quick_rows=2_000,
        needs=("bm25s",),
    ),
)
