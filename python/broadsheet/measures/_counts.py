"""Counts and parameters as users give them, in the types of the core."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

__all__ = ["as_column", "as_columns", "as_csr", "as_whole", "common_index", "row_index"]


def as_column(values: ArrayLike, name: str) -> NDArray[np.float64]:
    """Return counts as float64, one or a row of them; the core checks what they are."""
    if isinstance(values, (pd.Series, pd.Index)):  # Whose missing values NumPy may not know.
        values = values.to_numpy(dtype=np.float64, na_value=np.nan)
    try:
        column = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise TypeError(f"{name} must be numbers: {error}") from None
    if column.ndim > 1:
        raise ValueError(f"{name} must be a number or one-dimensional, not of shape {column.shape}")
    return column


def as_columns(counts: dict[str, Any]) -> dict[str, NDArray[np.float64]]:
    """Return counts by name as arrays of one length: single numbers are repeated."""
    columns = {name: as_column(values, name) for name, values in counts.items()}
    lengths = {name: column.size for name, column in columns.items() if column.ndim == 1}
    n_rows = next(iter(lengths.values()), 1)
    for name, length in lengths.items():
        if length != n_rows:
            first = next(iter(lengths))
            raise ValueError(
                f"{name} must have as many rows as {first}, {n_rows}, or be one number; "
                f"it has {length}"
            )
    return {
        name: np.ascontiguousarray(np.broadcast_to(column, n_rows))
        for name, column in columns.items()
    }


def as_whole(numbers: NDArray[np.float64]) -> NDArray[Any]:
    """Return numbers as whole ones where they are."""
    whole = numbers.astype(np.int64)
    return whole if np.array_equal(whole, numbers) else numbers


def common_index(counts: dict[str, Any]) -> pd.Index[Any] | None:
    """Return the index of the Series among some counts; they must have the same."""
    series = {name: values for name, values in counts.items() if isinstance(values, pd.Series)}
    if not series:
        return None
    first = next(iter(series))
    for name, values in series.items():
        if not values.index.equals(series[first].index):
            raise ValueError(f"{name} must have the index of {first}: rows are not aligned by it")
    return series[first].index


def as_csr(values: Any, name: str) -> sparse.csr_array:
    """Return counts as rows of int32 or float64, finite and not negative, in canonical form."""
    if not sparse.issparse(values):
        try:
            values = np.atleast_2d(np.asarray(values))
        except ValueError as error:
            raise TypeError(f"{name} must be numbers: {error}") from None
        if values.ndim > 2:
            raise ValueError(f"{name} must be one- or two-dimensional, not of shape {values.shape}")
    if values.dtype.kind not in "biuf":
        try:
            values = values.astype(np.float64)
        except (TypeError, ValueError) as error:
            raise TypeError(f"{name} must be numbers: {error}") from None
    csr = sparse.csr_array(values)
    if not csr.has_canonical_format:
        csr = csr.copy()
        csr.sum_duplicates()
    wrong = np.flatnonzero(~(np.isfinite(csr.data) & (csr.data >= 0)))
    if wrong.size:
        at = int(wrong[0])
        row = int(np.searchsorted(csr.indptr, at, side="right")) - 1
        raise ValueError(
            f"{name} must be finite and not negative: row {row}, column {csr.indices[at]} is "
            f"{csr.data[at]}"
        )
    return csr if csr.dtype == np.int32 else csr.astype(np.float64)


def row_index(values: Any) -> pd.Index[Any] | None:
    """Return the index of a DataFrame, whose rows are words or texts."""
    return values.index if isinstance(values, pd.DataFrame) else None
