"""From texts to counts of their n-grams of characters."""

from __future__ import annotations

from functools import partial
from typing import Any

import broadsheet as bs
from bench.comparison import Comparison, Sides
from bench.comparisons.counting import agree_with_sklearn, count_with_sklearn
from bench.corpus import News

__all__ = ["COMPARISONS", "count_characters"]


def count_characters(texts: Any, n_jobs: int = 1, **options: Any) -> Any:
    """Count the n-grams of characters of texts: our side."""
    return bs.Corpus(texts, zones=None).character_matrix(n_jobs=n_jobs, **options)


def prepare(analyzer: str, ngrams: tuple[int, int], news: News) -> Sides:
    is_within_words = analyzer == "char_wb"
    return Sides(
        ours=partial(count_characters, news.column, ngrams=ngrams, within_words=is_within_words),
        theirs=partial(count_with_sklearn, news.strings, analyzer=analyzer, ngram_range=ngrams),
        agree=agree_with_sklearn,
    )


def against_sklearn(
    name: str, task: str, analyzer: str, ngrams: tuple[int, int], rows: int, quick_rows: int
) -> Comparison:
    return Comparison(
        name,
        task,
        f"scikit-learn CountVectorizer(analyzer='{analyzer}', ngram_range={ngrams})",
        partial(prepare, analyzer, ngrams),
        rows=rows,
        quick_rows=quick_rows,
        target=15,
        needs=("scikit-learn",),
    )


COMPARISONS = (
    against_sklearn("characters", "Count 3 characters in a row", "char", (3, 3), 20_000, 500),
    against_sklearn(
        "characters-long", "Count 3 to 5 characters in a row", "char", (3, 5), 5_000, 200
    ),
    against_sklearn(
        "characters-words", "Count 3 to 5 characters within words", "char_wb", (3, 5), 10_000, 200
    ),
)
