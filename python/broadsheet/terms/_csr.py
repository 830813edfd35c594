"""The three arrays of a sparse matrix, in the types of the core."""

from __future__ import annotations

from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet._core import terms as _core
from broadsheet._parallel import resolve_n_jobs

__all__ = ["CsrArrays"]

_INT32_MAX = np.iinfo(np.int32).max
_MANY = 1_000_000  # Cells that take longer to copy than a thread to start, by far.


class CsrArrays(NamedTuple):
    """Rows in canonical order, without duplicates; read-only."""

    indptr: NDArray[np.int64]
    indices: NDArray[np.int32]
    values: NDArray[Any]
    n_columns: int

    @classmethod
    def of(cls, csr: sparse.csr_array) -> Self:
        """Take the arrays of a canonical matrix, copied only where types differ."""
        arrays = cls(
            np.ascontiguousarray(csr.indptr, dtype=np.int64),
            np.ascontiguousarray(csr.indices, dtype=np.int32),
            np.ascontiguousarray(csr.data),
            csr.shape[1],
        )
        return arrays.frozen()

    @classmethod
    def of_counts(cls, matrix: Any) -> Self:
        """Take a copy of somebody's counts, after checking them.

        Entries of one cell are added, as SciPy means them; stored zeros are dropped.
        """
        if np.ndim(matrix) != 2:
            raise ValueError(f"csr must be a matrix, not {np.ndim(matrix)}-dimensional")
        counts = sparse.csr_array(matrix, copy=True)
        if counts.dtype.kind not in "biuf":
            raise TypeError(f"csr must hold numbers, not {counts.dtype}")
        if counts.shape[1] > _INT32_MAX:
            raise ValueError(f"csr must have fewer than 2**31 columns, not {counts.shape[1]}")
        counts = counts.astype(_wide(counts.dtype), copy=False)
        counts.sum_duplicates()
        counts.eliminate_zeros()
        if counts.dtype.kind == "i":
            _check_size(counts)
            counts = counts.astype(np.int32)
        arrays = cls.of(counts)
        _core.check_counts(*arrays)
        return arrays

    @property
    def n_rows(self) -> int:
        """The number of rows."""
        return len(self.indptr) - 1

    @property
    def nbytes(self) -> int:
        """The bytes of the three arrays."""
        return self.indptr.nbytes + self.indices.nbytes + self.values.nbytes

    def rows(self, rows: NDArray[np.int64]) -> CsrArrays:
        """Return some rows: views where they follow one another."""
        if len(rows) and (np.diff(rows) == 1).all():
            indptr = self.indptr[rows[0] : rows[-1] + 2]
            cells = slice(indptr[0], indptr[-1])
            part = (indptr - indptr[0], self.indices[cells], self.values[cells])
            return CsrArrays(*part, self.n_columns).frozen()
        n_threads = self._n_threads()
        chosen = _core.select_matrix_rows(*self, rows, n_threads=n_threads)
        return CsrArrays(*chosen, self.n_columns).frozen()

    def columns(self, columns: NDArray[np.integer[Any]]) -> CsrArrays:
        """Return some columns in the order in which they are given, all different."""
        places = columns.astype(np.int32)
        chosen = _core.select_matrix_columns(*self, places, n_threads=self._n_threads())
        return CsrArrays(*chosen, len(places)).frozen()

    def cell(self, row: int, column: int) -> Any:
        """Return one value, as a number of Python."""
        begin, end = self.indptr[row : row + 2]
        place = begin + np.searchsorted(self.indices[begin:end], column)
        is_there = place < end and self.indices[place] == column
        return self.values[place].item() if is_there else self.values.dtype.type(0).item()

    def _n_threads(self) -> int:
        """Return how many threads a selection is worth."""
        return resolve_n_jobs(None) if len(self.values) > _MANY else 1

    def with_values(self, values: NDArray[Any]) -> CsrArrays:
        """Return other values in the same cells."""
        return self._replace(values=values).frozen()

    def frozen(self) -> Self:
        """Make the arrays read-only."""
        for array in self[:3]:
            array.flags.writeable = False
        return self

    def to_scipy(self) -> sparse.csr_array:
        """Return a matrix over the same memory.

        SciPy holds both index arrays in one width: 32 bits if they suffice, which is also what
        scikit-learn takes everywhere, else 64, and then `indices` are copied.
        """
        width = np.int32 if len(self.values) <= _INT32_MAX else np.int64
        indptr = self.indptr.astype(width)
        shape = (self.n_rows, self.n_columns)
        csr = sparse.csr_array((self.values, self.indices, indptr), shape=shape, copy=False)
        csr.has_canonical_format = True
        for array in (csr.data, csr.indices, csr.indptr):  # SciPy copies a small view.
            array.flags.writeable = False
        return csr


def _wide(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """Return the type in which entries of a cell are added."""
    if dtype.kind == "f":
        return dtype if dtype in (np.float32, np.float64) else np.dtype(np.float64)
    return np.dtype(np.int64)


def _check_size(counts: sparse.csr_array) -> None:
    large = np.flatnonzero(counts.data > _INT32_MAX)
    if large.size:
        place = large[0]
        row = int(np.searchsorted(counts.indptr, place, side="right")) - 1
        raise ValueError(
            f"counts must be below 2**31: row {row}, column {counts.indices[place]} holds "
            f"{counts.data[place]}"
        )
