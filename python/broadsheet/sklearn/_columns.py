"""Columns of a matrix, and the vocabulary of scikit-learn that names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels

__all__ = [
    "LabelledCounts",
    "find_columns",
    "keep_columns",
    "label_columns",
    "move_columns",
    "no_counts",
    "to_csr",
    "to_vocabulary",
]


class LabelledCounts(NamedTuple):
    """Counts, and the term of each column in the order of terms."""

    counts: CsrArrays
    labels: Labels


def to_vocabulary(labels: Labels) -> dict[str, int]:
    """Return the column of each term."""
    return dict(zip(labels.strings.tolist(), range(len(labels)), strict=True))


def find_columns(terms: Iterable[str], vocabulary: Mapping[Any, Any]) -> NDArray[np.int32]:
    """Return the column of each term, -1 for one that the vocabulary lacks."""
    return np.fromiter((vocabulary.get(term, -1) for term in terms), dtype=np.int32)


def label_columns(vocabulary: Mapping[Any, Any]) -> Labels | None:
    """Return the labels of the columns in their order.

    None if there is no such order, since columns are missing or shared, or a term is no text.
    """
    terms, columns = list(vocabulary), np.asarray(list(vocabulary.values()))
    order = np.argsort(columns, kind="stable")
    if not np.array_equal(columns[order], np.arange(len(terms))):
        return None
    try:
        return Labels.of([terms[place] for place in order])
    except (TypeError, ValueError):
        return None


def move_columns(counts: CsrArrays, columns: NDArray[np.int32], n_columns: int) -> CsrArrays:
    """Move column i to ``columns[i]``, or drop it where that is -1; shared columns are added."""
    at = columns[counts.indices]
    kept = at >= 0
    n_before = np.concatenate([[0], np.cumsum(kept)])
    matrix = sparse.csr_array(
        (counts.values[kept], at[kept], n_before[counts.indptr]), shape=(counts.n_rows, n_columns)
    )
    matrix.sum_duplicates()
    return CsrArrays(
        matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32), matrix.data, n_columns
    )


def no_counts(n_documents: int, n_columns: int) -> CsrArrays:
    """Return documents that hold none of the terms."""
    indptr = np.zeros(n_documents + 1, dtype=np.int64)
    return CsrArrays(indptr, np.empty(0, np.int32), np.empty(0, np.int32), n_columns)


def keep_columns(counted: LabelledCounts, places: NDArray[np.int64]) -> LabelledCounts:
    """Return some columns, which `places` lists in ascending order."""
    columns = np.full(counted.counts.n_columns, -1, dtype=np.int32)
    columns[places] = np.arange(len(places), dtype=np.int32)
    counts = move_columns(counted.counts, columns, len(places))
    return LabelledCounts(counts, counted.labels.take(places))


def to_csr(counts: CsrArrays, values: NDArray[Any]) -> sparse.csr_array:
    """Return `values` in the cells of `counts`, free to be changed."""
    width = np.int32 if len(values) <= np.iinfo(np.int32).max else np.int64
    shape = (counts.n_rows, counts.n_columns)
    csr = sparse.csr_array(
        (values, counts.indices, counts.indptr.astype(width)), shape=shape, copy=False
    )
    csr.has_canonical_format = True
    return csr
