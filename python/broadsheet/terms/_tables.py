"""Tables of the terms of a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._frames import make_frame

if TYPE_CHECKING:
    from broadsheet.terms.matrix import TermMatrix

__all__ = ["frequency_frame", "top_terms_frame"]


def frequency_frame(matrix: TermMatrix) -> Any:
    """Return count and document frequency of each term, the most frequent first."""
    totals, documents = _core.frequencies(*matrix._arrays)
    order = np.lexsort((matrix._labels.alphabet(), -totals))
    return make_frame(
        {
            "term": matrix.terms[order],
            "count": _as_counted(totals[order], matrix),
            "document_frequency": documents[order],
        },
        matrix.attrs,
    )


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
