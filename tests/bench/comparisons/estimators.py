"""scikit-learn's text estimators beside those of the same name here."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from bench.answers import same_matrix, same_strings
from bench.comparison import Comparison, Sides
from bench.corpus import News

__all__ = ["COMPARISONS"]


def fit_transform(module: str, name: str, texts: Any, options: dict[str, Any]) -> tuple[Any, Any]:
    estimator = getattr(import_module(module), name)(**options)
    return estimator.fit_transform(texts), estimator


def prepare(name: str, options: dict[str, Any], rtol: float, news: News) -> Sides:
    def agree(ours: tuple[Any, Any], theirs: tuple[Any, Any]) -> str:
        if hasattr(theirs[1], "vocabulary_"):
            same_strings(
                ours[1].get_feature_names_out(), theirs[1].get_feature_names_out(), "terms"
            )
        return same_matrix(ours[0], theirs[0], rtol)

    return Sides(
        partial(fit_transform, "broadsheet.sklearn", name, news.column, {**options, "n_jobs": 1}),
        partial(
            fit_transform, "sklearn.feature_extraction.text", name, news.strings, dict(options)
        ),
        agree,
    )


def prepare_threads(name: str, options: dict[str, Any], news: News) -> Sides:
    fit = partial(fit_transform, "broadsheet.sklearn", name, news.column)
    return Sides(
        partial(fit, {**options, "n_jobs": 2}),
        partial(fit, {**options, "n_jobs": 1}),
        lambda ours, theirs: same_matrix(ours[0], theirs[0]),
    )


def compare(
    suffix: str,
    name: str,
    rows: int,
    quick_rows: int,
    target: float | None = 15,
    rtol: float = 0.0,
    **options: Any,
) -> Comparison:
    shown = ", ".join(f"{key}={value!r}" for key, value in options.items())
    return Comparison(
        f"sklearn-{suffix}",
        f"The same call of the class of broadsheet.sklearn: {name}({shown})",
        f"scikit-learn {name}({shown})",
        partial(prepare, name, options, rtol),
        rows=rows,
        quick_rows=quick_rows,
        target=target,
        needs=("scikit-learn",),
    )


def on_two_threads(suffix: str, name: str, **options: Any) -> Comparison:
    shown = ", ".join(f"{key}={value!r}" for key, value in options.items())
    return Comparison(
        f"sklearn-{suffix}-2",
        f"{name}({shown}) of broadsheet.sklearn on two threads",
        "broadsheet on one thread",
        partial(prepare_threads, name, options),
        rows=20_000,
        quick_rows=2_000,
        target=1.8,
        needs=("scikit-learn",),
    )


COMPARISONS = (
    compare("words", "CountVectorizer", 20_000, 2_000),
    compare("tfidf", "TfidfVectorizer", 20_000, 2_000, rtol=1e-12),
    compare("char", "CountVectorizer", 5_000, 400, analyzer="char", ngram_range=(3, 3)),
    compare("char-wb", "CountVectorizer", 2_000, 300, analyzer="char_wb", ngram_range=(3, 5)),
    compare("hashing", "HashingVectorizer", 20_000, 2_000, rtol=1e-12),
    compare("hashing-bigrams", "HashingVectorizer", 10_000, 700, rtol=1e-12, ngram_range=(1, 2)),
    compare(
        "hashing-char-wb",
        "HashingVectorizer",
        2_000,
        300,
        rtol=1e-12,
        analyzer="char_wb",
        ngram_range=(3, 5),
    ),
    on_two_threads("char", "CountVectorizer", analyzer="char", ngram_range=(3, 3)),
    on_two_threads("char-wb", "CountVectorizer", analyzer="char_wb", ngram_range=(3, 5)),
    on_two_threads("hashing", "HashingVectorizer"),
)
