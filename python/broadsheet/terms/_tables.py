"""Tables of the terms of a matrix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import terms as _core
from broadsheet._frames import make_frame
from broadsheet._parallel import Progress
from broadsheet.measures._catalogue import describe, measures_of
from broadsheet.terms._grouping import read_groups

if TYPE_CHECKING:
    from broadsheet.terms.matrix import TermMatrix

__all__ = [
    "frequency_attrs",
    "frequency_frame",
    "group_frequency_frame",
    "relative_columns",
    "top_terms_frame",
]


def frequency_frame(matrix: TermMatrix, sizes: ArrayLike | None) -> Any:
    """Return how often each term occurs, the most frequent first."""
    totals, documents = matrix._frequencies()
    order = np.lexsort((matrix._labels.alphabet(), -totals))
    columns = {
        "term": matrix.terms[order],
        "count": _as_counted(totals[order], matrix),
        "document_frequency": documents[order],
    }
    n_tokens = matrix._sizes(sizes).sum()
    columns |= relative_columns(totals[order], n_tokens)
    return make_frame(columns, frequency_attrs(matrix.attrs))


def group_frequency_frame(
    matrix: TermMatrix,
    by: Any,
    missing: Literal["raise", "drop"],
    sizes: ArrayLike | None,
    n_jobs: int | None,
    progress: Progress,
) -> Any:
    """Return how often each term occurs in each group, group after group."""
    groups, names = read_groups(by, matrix.ids, missing)
    held = groups >= 0
    n_tokens = np.bincount(groups[held], matrix._sizes(sizes)[held], minlength=len(names))
    summed = matrix.group(by, missing=missing, n_jobs=n_jobs, progress=progress)
    documents = matrix._presence().group(by, missing=missing, n_jobs=n_jobs)
    alphabet = matrix._labels.alphabet()
    parts: dict[str, list[Any]] = {}
    for at, name in enumerate(names):
        cells = slice(summed._arrays.indptr[at], summed._arrays.indptr[at + 1])
        held_terms, counts = summed._arrays.indices[cells], summed._arrays.values[cells]
        order = np.lexsort((alphabet[held_terms], -counts.astype(np.float64)))
        part = {
            "group": np.full(len(order), name, dtype=names.dtype),
            "term": matrix.terms[held_terms[order]],
            "count": _as_counted(counts[order], matrix),
            "document_frequency": documents._arrays.values[cells][order].astype(np.int64),
            **relative_columns(counts[order].astype(np.float64), n_tokens[at]),
        }
        for column, values in part.items():
            parts.setdefault(column, []).append(values)
    columns = {name: np.concatenate(part) for name, part in parts.items()}
    return make_frame(columns, frequency_attrs(matrix.attrs))


def frequency_attrs(attrs: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a table of frequencies carries: how it was counted, and what its columns are."""
    return {**attrs, **describe(measures_of("frequency"), {})}


def relative_columns(totals: NDArray[Any], n_tokens: float) -> dict[str, NDArray[Any]]:
    """Return the columns of descending counts that say how much they are among all."""
    with np.errstate(invalid="ignore"):
        per_million = totals * 1e6 / n_tokens
    return {"per_million": per_million, "rank": np.searchsorted(-totals, -totals) + 1}


def top_terms_frame(matrix: TermMatrix, row: int | None, k: int) -> Any:
    """Return the k greatest values of a row, or of the sums of columns."""
    attrs = matrix.attrs
    columns: NDArray[Any]
    if row is None:
        totals, documents = _core.frequencies(*matrix._arrays)
        columns = np.flatnonzero((documents > 0) | (totals != 0))
        values = totals[columns]
    else:
        attrs["document"] = matrix.ids[row]
        begin, end = matrix._arrays.indptr[row : row + 2]
        columns = matrix._arrays.indices[begin:end]
        values = matrix._arrays.values[begin:end].astype(np.float64)
    order = np.argsort(-values, kind="stable")[:k]
    name = "count" if matrix.weighting is None else "weight"
    strings = matrix._labels.take(columns[order]).strings
    return make_frame({"term": strings, name: _as_counted(values[order], matrix)}, attrs)


def _as_counted(values: NDArray[np.float64], matrix: TermMatrix) -> NDArray[Any]:
    """Return sums of whole counts as whole numbers."""
    return values.astype(np.int64) if matrix.dtype == np.int32 else values
