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


def compare(
    suffix: str,
    name: str,
    rtol: float = 0.0,
    **options: Any,
) -> Comparison:
    shown = ", ".join(f"{key}={value!r}" for key, value in options.items())
    return Comparison(
        f"sklearn-{suffix}",
        f"The same call of the class of broadsheet.sklearn: {name}({shown})",
        f"scikit-learn {name}({shown})",
        partial(prepare, name, options, rtol),
        rows=20_000,
        quick_rows=2_000,
        target=15,
        needs=("scikit-learn",),
    )


COMPARISONS = (
    compare("words", "CountVectorizer"),
    compare("tfidf", "TfidfVectorizer", rtol=1e-12),
    compare("hashing", "HashingVectorizer", rtol=1e-12),
)
