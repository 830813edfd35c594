"""What a second thread brings."""

from __future__ import annotations

from functools import partial

from bench.answers import same_matrix, same_strings
from bench.comparison import Comparison, Sides
from bench.comparisons.counting import count
from bench.corpus import News

__all__ = ["COMPARISONS"]


def prepare_counting(preset: str, ngrams: tuple[int, int], news: News) -> Sides:
    def agree(ours: object, theirs: object) -> str:
        same_strings(ours.terms, theirs.terms, "terms")
        return same_matrix(ours.csr, theirs.csr)

    return Sides(
        partial(count, news.column, preset=preset, n_jobs=2, ngrams=ngrams),
        partial(count, news.column, preset=preset, n_jobs=1, ngrams=ngrams),
        agree,
    )


def on_two_threads(name: str, task: str, preset: str, ngrams: tuple[int, int]) -> Comparison:
    return Comparison(
        name,
        task,
        "broadsheet on one thread",
        partial(prepare_counting, preset, ngrams),
        rows=72_644,
        quick_rows=20_000,
        target=1.8,
    )


COMPARISONS = (
    on_two_threads("words-2", "Count words on two threads", "sklearn", (1, 1)),
    on_two_threads("words-news-2", "Count words of news on two threads", "news", (1, 1)),
    on_two_threads("bigrams-2", "Count words and pairs on two threads", "sklearn", (1, 2)),
)
