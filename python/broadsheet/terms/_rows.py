"""Which rows or columns a key between brackets names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["is_single", "places_of"]


def is_single(key: Any) -> bool:
    """Tell whether `key` names one row or column: a number or a label."""
    return isinstance(key, (str, int, np.integer)) and not isinstance(key, bool)


def places_of(key: Any, n: int, find: Callable[[str], int], name: str) -> NDArray[np.int64]:
    """Return the numbers of the rows or columns that `key` names.

    Parameters
    ----------
    key : int, str, slice, mask, or sequence of int or str
        Numbers count from the end where they are negative; a str is a label.
    n : int
        How many there are.
    find : callable
        The number of a label; raises a KeyError where there is none.
    name : str
        ``"row"`` or ``"column"``, for errors.
    """
    if isinstance(key, slice):
        return np.arange(n, dtype=np.int64)[key]
    asked = np.atleast_1d(np.asarray(key))
    if asked.ndim != 1:
        raise IndexError(f"{name}s must be named by one list, not by {asked.ndim} dimensions")
    if asked.dtype.kind in "OUT":
        if asked.size and all(isinstance(label, str) for label in asked):
            return np.array([find(str(label)) for label in asked], dtype=np.int64)
        asked = _as_numbers(asked, name)
    if asked.size == 0:
        return np.empty(0, dtype=np.int64)
    if asked.dtype.kind == "b":
        if len(asked) != n:
            raise IndexError(f"a mask of {name}s must have {n} places, not {len(asked)}")
        return np.flatnonzero(asked).astype(np.int64)
    if asked.dtype.kind not in "iu":
        raise TypeError(f"{name}s must be named by numbers, labels or a mask, not {asked.dtype}")
    places = asked.astype(np.int64)
    wrong = places[(places < -n) | (places >= n)]
    if wrong.size:
        raise IndexError(f"{name} {wrong[0]} is out of range: there are {n}")
    return np.where(places < 0, places + n, places)


def _as_numbers(asked: NDArray[Any], name: str) -> NDArray[Any]:
    """Return an array of objects as one of booleans or integers, as pandas may hold them."""
    for kind, dtype in (((bool, np.bool_), np.bool_), ((int, np.integer), np.int64)):
        if all(isinstance(value, kind) for value in asked):
            return asked.astype(dtype)
    kinds = ", ".join(sorted({type(value).__name__ for value in asked}))
    raise TypeError(f"{name}s must be named by numbers, labels or a mask, not {kinds}")
