"""What several parts of a corpus add up to, in vectorizers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet.sklearn._bounds import empty_vocabulary, find_limits, nothing_left
from broadsheet.sklearn._columns import LabelledCounts
from broadsheet.terms import TermTotals
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels

__all__ = ["check_alike", "count_in_python", "kept_terms", "refuse_fitted", "sorted_state"]


def count_in_python(
    documents: Iterable[Any], analyze: Callable[[Any], Iterable[Any]]
) -> LabelledCounts:
    """Count the terms that a function makes of each document."""
    rows = [Counter(analyze(document)) for document in documents]
    labels = Labels.of(sorted(set().union(*rows)))
    columns = {term: column for column, term in enumerate(labels.strings)}
    indptr = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    indices = np.fromiter((columns[term] for row in rows for term in row), dtype=np.int32)
    values = np.fromiter((count for row in rows for count in row.values()), dtype=np.int32)
    return LabelledCounts(CsrArrays(indptr, indices, values, len(labels)), labels)


def kept_terms(totals: TermTotals, vectorizer: Any) -> tuple[Labels, NDArray[np.int64]]:
    """Return the terms that stay of all documents added, and their document frequencies."""
    if len(totals) == 0:
        raise empty_vocabulary(f"none of {totals.n_documents} documents holds a term")
    find_limits(vectorizer.min_df, vectorizer.max_df, totals.n_documents)
    try:
        labels, counts, documents = totals._kept(vectorizer.min_df, vectorizer.max_df, None)
    except ValueError as error:
        raise nothing_left(error) from None
    limit = vectorizer.max_features
    if limit is None or len(labels) <= limit:
        return labels, documents
    # Sorted as fit sorts them, which decides between equally frequent terms.
    kind = sparse.csr_array((1, 1), dtype=vectorizer.dtype).sum(axis=0).dtype
    sums = (documents if vectorizer.binary else counts).astype(kind)
    places = np.sort((-sums).argsort()[:limit])
    return labels.take(places), documents[places]


def sorted_state(state: dict[str, Any]) -> dict[str, Any]:
    """Return a state in the order of names, so that it does not tell in what order it was learned.

    Equal states are then equal pickles.
    """
    return dict(sorted(state.items()))


def refuse_fitted(estimator: Any, learned: str) -> None:
    """Raise an error if an estimator was fitted at once, and so kept no sums to add to."""
    if learned in estimator.__dict__:
        raise ValueError(
            f"fit keeps no totals to add to: make a new {type(estimator).__name__} and call "
            "partial_fit from the first documents on"
        )


def check_alike(estimator: Any, other: Any) -> None:
    """Raise an error unless two estimators count in the same way."""
    if type(other) is not type(estimator):
        raise TypeError(f"other must be a {type(estimator).__name__}, not {type(other).__name__}")
    mine, others = estimator.get_params(deep=False), other.get_params(deep=False)
    for name in sorted(mine.keys() - {"n_jobs"}):
        if _comparable(mine[name]) != _comparable(others[name]):
            raise ValueError(
                f"other must have the same parameters: its {name} is {others[name]!r}, "
                f"not {mine[name]!r}"
            )


def _comparable(parameter: Any) -> Any:
    """Return a parameter as what == compares: arrays and the like as lists."""
    is_listed = isinstance(parameter, Iterable) and not isinstance(
        parameter, str | Mapping | AbstractSet
    )
    return list(parameter) if is_listed else parameter
