"""Which rows or columns a key between brackets names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["align", "is_single", "places_of"]


def is_single(key: Any) -> bool:
    """Tell whether `key` names one row or column: a number or a label."""
    return isinstance(key, (str, int, np.integer)) and not isinstance(key, bool)


def places_of(
    key: Any,
    n: int,
    find: Callable[[list[str]], NDArray[np.int64]],
    name: str,
    labels: Callable[[], NDArray[Any]],
) -> NDArray[np.int64]:
    """Return the numbers of the rows or columns that `key` names.

    Parameters
    ----------
    key : int, str, slice, mask, or sequence of int or str
        Numbers count from the end where they are negative; a str is a label. The mask that is a
        Series of pandas is brought into order by its index, as `align` says.
    n : int
        How many there are.
    find : callable
        The numbers of labels; raises a KeyError where there is none.
    name : str
        ``"row"`` or ``"column"``, for errors.
    labels : callable
        All labels.
    """
    if isinstance(key, slice):
        return _slice(key, n, name)
    asked = np.atleast_1d(np.asarray(key))
    if asked.ndim != 1:
        raise IndexError(f"{name}s must be named by one list, not by {asked.ndim} dimensions")
    if asked.dtype.kind in "OUT":
        if asked.size and all(isinstance(label, str) for label in asked):
            return find([str(label) for label in asked])
        asked = _as_numbers(asked, name)
    if asked.size == 0 and asked.dtype.kind != "b":
        return np.empty(0, dtype=np.int64)
    if asked.dtype.kind == "b":
        if len(asked) != n:
            raise IndexError(f"a mask of {name}s must have {n} places, not {len(asked)}")
        if isinstance(key, pd.Series):
            asked = align(pd.Series(asked, index=key.index), labels(), name).to_numpy()
        return np.flatnonzero(asked).astype(np.int64)
    if asked.dtype.kind not in "iu":
        raise TypeError(f"{name}s must be named by numbers, labels or a mask, not {asked.dtype}")
    places = asked.astype(np.int64)
    wrong = places[(places < -n) | (places >= n)]
    if wrong.size:
        raise IndexError(f"{name} {wrong[0]} is out of range: there are {n}")
    return np.where(places < 0, places + n, places)


def align(values: pd.Series[Any], labels: NDArray[Any], name: str) -> pd.Series[Any]:
    """Return values, one a row, in the order of rows.

    The index decides if it holds the labels of the rows, in whatever order. One that holds none
    of them, or only counts, says nothing: the values are in order then, as in an array.

    Parameters
    ----------
    values : Series
        One a row.
    labels : ndarray
        The labels of the rows.
    name : str
        ``"row"`` or ``"column"``, for errors.
    """
    if isinstance(values.index, pd.RangeIndex):
        return values
    own = pd.Index(labels)
    given = values.index if own.dtype == values.index.dtype else values.index.map(str)
    if given.equals(own):
        return values
    n_known = int(own.isin(given).sum())
    if n_known == 0:
        return values
    if n_known < len(own) or not own.is_unique:
        raise ValueError(
            f"the index of a Series must hold the labels of all {len(own)} {name}s, or of none: "
            f"it holds those of {n_known}. Give an array if the values are in order: .to_numpy()"
        )
    return values.iloc[given.get_indexer(own)]


def _slice(key: slice, n: int, name: str) -> NDArray[np.int64]:
    for end in (key.start, key.stop):
        if isinstance(end, str):
            raise TypeError(f"{name}s are sliced by their numbers, not by the label {end!r}")
    return np.ascontiguousarray(np.arange(n, dtype=np.int64)[key])


def _as_numbers(asked: NDArray[Any], name: str) -> NDArray[Any]:
    """Return an array of objects as one of booleans or integers, as pandas may hold them."""
    for kind, dtype in (((bool, np.bool_), np.bool_), ((int, np.integer), np.int64)):
        if all(isinstance(value, kind) for value in asked):
            return asked.astype(dtype)
    if 0 < pd.isna(asked).sum() < asked.size:
        raise ValueError(f"numbers, labels or a mask of {name}s must not have missing values")
    kinds = ", ".join(sorted({type(value).__name__ for value in asked}))
    raise TypeError(f"{name}s must be named by numbers, labels or a mask, not {kinds}")
