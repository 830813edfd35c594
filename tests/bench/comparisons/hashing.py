"""From texts to counts in hashed columns."""

from __future__ import annotations

from functools import partial
from typing import Any

import broadsheet as bs
from bench.answers import same_matrix
from bench.comparison import Comparison, Sides
from bench.comparisons.tokenizing import tokenize
from bench.corpus import News
from broadsheet.terms._hashing import hash_characters

__all__ = ["COMPARISONS", "hash_words"]


def hash_words(texts: Any, n_jobs: int = 1, **options: Any) -> Any:
    """Cut texts into words and hash these: our side."""
    return tokenize(texts, n_jobs=n_jobs).hashed_matrix(n_jobs=n_jobs, **options)


def hash_within_words(texts: Any, ngrams: tuple[int, int]) -> Any:
    corpus = bs.Corpus(texts, zones=None)
    return hash_characters(corpus._texts, ngrams=ngrams, within_words=True, n_jobs=1).to_scipy()


def hash_with_sklearn(texts: list[str], **options: Any) -> Any:
    from sklearn.feature_extraction.text import HashingVectorizer

    return HashingVectorizer(norm=None, **options).transform(texts)


def prepare_words(ngrams: tuple[int, int], news: News) -> Sides:
    return Sides(
        ours=partial(hash_words, news.column, ngrams=ngrams),
        theirs=partial(hash_with_sklearn, news.strings, ngram_range=ngrams),
        agree=same_matrix,
    )


def prepare_characters(ngrams: tuple[int, int], news: News) -> Sides:
    return Sides(
        ours=partial(hash_within_words, news.column, ngrams),
        theirs=partial(hash_with_sklearn, news.strings, analyzer="char_wb", ngram_range=ngrams),
        agree=same_matrix,
    )


COMPARISONS = (
    Comparison(
        "hashing",
        "Count words in 2**20 hashed columns",
        "scikit-learn HashingVectorizer(norm=None)",
        partial(prepare_words, (1, 1)),
        rows=40_000,
        quick_rows=2_000,
        target=15,
        needs=("scikit-learn",),
    ),
    Comparison(
        "hashing-bigrams",
        "Count words and pairs of words in 2**20 hashed columns",
        "scikit-learn HashingVectorizer(norm=None, ngram_range=(1, 2))",
        partial(prepare_words, (1, 2)),
        rows=20_000,
        quick_rows=1_000,
        target=15,
        needs=("scikit-learn",),
    ),
    Comparison(
        "hashing-characters",
        "Count 3 to 5 characters within words in 2**20 hashed columns",
        "scikit-learn HashingVectorizer(norm=None, analyzer='char_wb', ngram_range=(3, 5))",
        partial(prepare_characters, (3, 5)),
        rows=5_000,
        quick_rows=200,
        target=15,
        needs=("scikit-learn",),
    ),
)
