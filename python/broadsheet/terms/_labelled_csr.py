"""A sparse matrix with labelled rows and columns: what it holds, and parts of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from broadsheet._parallel import Progress
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._joining import join_matrices
from broadsheet.terms._labels import Labels
from broadsheet.terms._rows import is_single, places_of
from broadsheet.terms.tokenizer import Tokenizer
from broadsheet.terms.weighting import Weighting

__all__ = ["LabelledCsr", "read_row_labels"]


class LabelledCsr:
    """Values with the labels of their rows and columns, and how they were made. Immutable."""

    __slots__ = ("_arrays", "_bm25", "_csr", "_ids", "_labels", "_settings", "_weighting")

    _arrays: CsrArrays
    _labels: Labels
    _ids: NDArray[Any]
    _weighting: Weighting | None
    _settings: dict[str, Any]
    _csr: sparse.csr_array | None
    _bm25: Weighting | None  # What BM25 learns of these counts, once it is asked for.

    @classmethod
    def _make(
        cls,
        arrays: CsrArrays,
        labels: Labels,
        ids: NDArray[Any],
        weighting: Weighting | None,
        settings: dict[str, Any],
    ) -> Self:
        """Make a matrix of parts that are known to fit."""
        matrix = cls.__new__(cls)
        matrix._set(arrays.frozen(), labels, ids, weighting, settings)
        return matrix

    def _set(
        self,
        arrays: CsrArrays,
        labels: Labels,
        ids: NDArray[Any],
        weighting: Weighting | None,
        settings: dict[str, Any],
    ) -> None:
        ids.flags.writeable = False
        self._arrays, self._labels, self._ids = arrays, labels, ids
        self._weighting, self._settings = weighting, settings
        self._csr, self._bm25 = None, None

    @classmethod
    def _concat(
        cls,
        parts: Sequence[Self],
        *,
        ignore_ids: bool,
        n_jobs: int | None,
        progress: Progress,
    ) -> Self:
        """Put matrices one after the other."""
        return cls._make(*join_matrices(parts, ignore_ids, n_jobs, progress))

    @property
    def csr(self) -> sparse.csr_array:
        """The matrix as SciPy and scikit-learn take it.

        Its arrays are read-only and canonical: columns ascend in each row and none comes twice.
        Both index arrays are int32, as SciPy has them, up to 2**31 - 1 stored values, and int64
        above.
        """
        if self._csr is None:
            self._csr = self._arrays.to_scipy()
        # A new object over the same memory: whoever sets its attributes changes only theirs.
        csr = sparse.csr_array(self._csr, copy=False)
        csr.has_canonical_format = True
        return csr

    @property
    def terms(self) -> NDArray[Any]:
        """The labels of the columns."""
        return self._labels.strings

    @property
    def ids(self) -> NDArray[Any]:
        """The labels of the rows."""
        return self._ids

    @property
    def attrs(self) -> dict[str, Any]:
        """Where the numbers come from: scheme, variant, parameters and source."""
        made = {"weighting": "counts"} if self._weighting is None else self._weighting.attrs
        # Frames carry them, and write to files only what is plain.
        plain = {n: repr(v) if isinstance(v, Tokenizer) else v for n, v in self._settings.items()}
        return {**made, **plain}

    @property
    def shape(self) -> tuple[int, int]:
        """Documents and terms."""
        return self._arrays.n_rows, self._arrays.n_columns

    @property
    def nnz(self) -> int:
        """The number of stored values."""
        return len(self._arrays.values)

    @property
    def nbytes(self) -> int:
        """The bytes of the values and of the labels; not of ids that are Python objects."""
        labels = self._labels.offsets.nbytes + len(self._labels.data)
        return self._arrays.nbytes + labels + self._ids.nbytes

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the values."""
        return self._arrays.values.dtype

    def __len__(self) -> int:
        return self._arrays.n_rows

    def __getitem__(self, key: Any) -> Any:
        """Return some rows, or some columns of them, with their labels.

        Rows and columns are named by number, by label (a str), by a list of either, by a slice
        or by a mask; ``m[rows, columns]`` takes both, and one of each is a number. The mask that
        is a Series of pandas counts by its index if that holds the labels, in order otherwise.
        """
        rows, columns = key if isinstance(key, tuple) and len(key) == 2 else (key, slice(None))
        if isinstance(rows, tuple):
            raise IndexError(f"a matrix has rows and columns, not {len(rows)} dimensions")
        at, places = self._row_places(rows), self._column_places(columns)
        if is_single(rows) and is_single(columns):
            return self._arrays.cell(at[0], places[0])
        arrays = self._arrays if _is_all(rows) else self._arrays.rows(at)
        if _is_all(columns):
            return self._part(arrays, self._labels, self._ids[at])
        return self._part(arrays.columns(places), self._labels.take(places), self._ids[at])

    def _part(self, arrays: CsrArrays, labels: Labels, ids: NDArray[Any]) -> Self:
        return self._make(arrays, labels, ids, self._weighting, self._settings)

    def _row_places(self, key: Any) -> NDArray[np.int64]:
        return places_of(key, len(self), self._find_rows, "row", lambda: self._ids)

    def _column_places(self, key: Any) -> NDArray[np.int64]:
        labels = self._labels
        return places_of(key, len(labels), labels.find, "column", lambda: labels.strings)

    def _find_rows(self, ids: Sequence[str]) -> NDArray[np.int64]:
        """Return the rows of ids, or raise a KeyError that names the first there is not."""
        held = pd.Index(self._ids)
        if len(ids) == 1 or not held.is_unique:
            return np.array([self._find_row(id) for id in ids], dtype=np.int64)
        rows = held.get_indexer(pd.Index(ids))
        missing = np.flatnonzero(rows < 0)
        if missing.size:
            more = f", nor those of {missing.size - 1} others" if missing.size > 1 else ""
            raise KeyError(f"no row has the id {ids[missing[0]]!r}{more}")
        return np.asarray(rows, dtype=np.int64)

    def _find_row(self, label: str) -> int:
        rows = np.flatnonzero(np.asarray(self._ids == label))
        if rows.size != 1:
            found = f"{rows.size} rows have" if rows.size else "no row has"
            raise KeyError(f"{found} the id {label!r}")
        return int(rows[0])

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        parts = (self._arrays, self._labels, self._ids, self._weighting, self._settings)
        return type(self)._make, parts


def _is_all(key: Any) -> bool:
    return isinstance(key, slice) and key == slice(None)


def read_row_labels(ids: ArrayLike | None, n_documents: int) -> NDArray[Any]:
    """Return labels of rows: their numbers, or a copy of what was given."""
    if ids is None:
        return np.arange(n_documents)
    labels = np.asarray(ids)
    if labels.dtype.kind == "U":
        labels = labels.astype(object)
    if labels.shape != (n_documents,):
        raise ValueError(f"ids must be one a row, {n_documents}, not of shape {labels.shape}")
    return labels.copy()
