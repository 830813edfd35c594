"""What a second thread brings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from bench.answers import same_matrix, same_strings
from bench.comparison import Comparison, Sides
from bench.comparisons.characters import count_characters
from bench.comparisons.counting import count
from bench.comparisons.hashing import hash_words
from bench.corpus import News

__all__ = ["COMPARISONS"]


def agree(ours: Any, theirs: Any) -> str:
    same_strings(ours.terms, theirs.terms, "terms")
    return same_matrix(ours.csr, theirs.csr)


def prepare(
    run: Callable[..., Any], agree: Callable[[Any, Any], str], options: dict[str, Any], news: News
) -> Sides:
    return Sides(
        partial(run, news.column, n_jobs=2, **options),
        partial(run, news.column, n_jobs=1, **options),
        agree,
    )


def on_two_threads(
    name: str,
    task: str,
    run: Callable[..., Any] = count,
    agree: Callable[[Any, Any], str] = agree,
    rows: int = 72_644,
    quick_rows: int = 10_000,
    **options: Any,
) -> Comparison:
    return Comparison(
        name,
        f"{task} on two threads",
        "broadsheet on one thread",
        partial(prepare, run, agree, options),
        rows=rows,
        quick_rows=quick_rows,
        target=1.8,
    )


COMPARISONS = (
    on_two_threads("words-2", "Count words"),
    on_two_threads("words-news-2", "Count words of news", preset="news"),
    on_two_threads("bigrams-2", "Count words and pairs", ngrams=(1, 2)),
    on_two_threads(
        "characters-2",
        "Count 3 to 5 characters",
        count_characters,
        rows=20_000,
        quick_rows=2_000,
        ngrams=(3, 5),
        within_words=False,
    ),
    on_two_threads(
        "characters-words-2",
        "Count 3 to 5 characters within words",
        count_characters,
        rows=40_000,
        quick_rows=3_000,
        ngrams=(3, 5),
    ),
    on_two_threads("hashing-2", "Hash words and pairs", hash_words, same_matrix, ngrams=(1, 2)),
)
