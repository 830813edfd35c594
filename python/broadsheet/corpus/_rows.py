"""Which rows an index stands for, as NumPy and pandas understand it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["check_distinct", "resolve_row", "resolve_rows"]


def resolve_row(row: int, n_rows: int) -> int:
    """Return `row` counted from the start; negative ones count from the end."""
    if not -n_rows <= row < n_rows:
        raise IndexError(f"row {row} is out of range for {n_rows} texts")
    return row + n_rows if row < 0 else row


def resolve_rows(key: Any, n_rows: int) -> NDArray[np.int64]:
    """Return the rows, from 0, that a slice, a mask or a list of rows selects.

    A mask counts by position, whatever the index of the Series it may be.
    """
    if isinstance(key, slice):
        return np.ascontiguousarray(np.arange(n_rows, dtype=np.int64)[key])
    rows = _to_array(key)
    if rows.dtype == bool:
        return _masked(rows, n_rows)
    if rows.size == 0:
        return np.empty(0, dtype=np.int64)
    if rows.dtype.kind not in "iu":
        raise TypeError(f"rows must be integers or a mask of bool, not of dtype {rows.dtype}")
    out = (rows < -n_rows) | (rows >= n_rows)
    if out.any():
        raise IndexError(f"row {rows[out][0]} is out of range for {n_rows} texts")
    rows = rows.astype(np.int64)
    return np.where(rows < 0, rows + n_rows, rows)


def check_distinct(rows: NDArray[np.int64]) -> None:
    """Raise ValueError if a row comes twice, as the ids of a corpus would then."""
    found, counts = np.unique(rows, return_counts=True)
    if len(found) < len(rows):
        row, count = found[counts.argmax()], counts.max()
        raise ValueError(f"rows must be different: row {row} comes {count} times")


def _to_array(key: Any) -> NDArray[Any]:
    if isinstance(key, str | bytes):
        raise TypeError(f"a corpus is indexed by rows, not by {type(key).__name__}")
    if isinstance(key, pd.Series | pd.Index) and key.hasnans:
        raise ValueError("a mask must not have missing values")
    rows = np.asarray(key)
    if rows.dtype == object and len(rows):  # A nullable mask, or a list that pandas understands.
        rows = np.asarray(pd.array(rows.tolist()).to_numpy())
    if rows.ndim != 1:
        raise IndexError(f"rows must have one dimension, not {rows.ndim}")
    return rows


def _masked(mask: NDArray[np.bool_], n_rows: int) -> NDArray[np.int64]:
    if len(mask) != n_rows:
        raise IndexError(f"a mask must be as long as the corpus, {n_rows}, not {len(mask)}")
    return np.flatnonzero(mask)
