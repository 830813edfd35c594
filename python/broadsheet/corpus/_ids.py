"""Names of the texts of a corpus, one each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["Ids", "check_unique", "concat_ids", "index_ids", "read_ids"]

# Names, or row numbers that become names when they are asked for: most never are.
Ids = NDArray[np.object_] | NDArray[np.int64]


def read_ids(ids: Any, n_texts: int) -> Ids:
    """Return the ids given, as str, after checking that there is one for each text."""
    if isinstance(ids, str | bytes):
        raise TypeError(f"ids must be a list or a column, not one {type(ids).__name__}")
    names = np.empty(n_texts, dtype=object)
    values = _to_list(ids)
    if len(values) != n_texts:
        raise ValueError(f"ids must be as many as the texts, {n_texts}, not {len(values)}")
    for row, value in enumerate(values):
        names[row] = value if type(value) is str else _name(value, row)
    names.flags.writeable = False
    return names


def index_ids(texts: Any, n_texts: int) -> Ids:
    """Return the index of a pandas object that has one worth the name, else row numbers."""
    index = texts.index if isinstance(texts, pd.Series | pd.DataFrame) else None
    if index is None or isinstance(index, pd.RangeIndex):
        return np.arange(n_texts)
    return read_ids(index, n_texts)


def check_unique(ids: Ids) -> None:
    """Raise ValueError, naming the first id that two rows share."""
    if ids.dtype != object:
        return
    index = pd.Index(ids)
    if index.is_unique:
        return
    duplicated = index.duplicated()
    second = int(duplicated.argmax())
    first = int((ids == ids[second]).argmax())
    others = int(duplicated.sum()) - 1
    more = f", and {others} more come again" if others else ""
    raise ValueError(f"ids must be unique: {ids[second]!r} is in rows {first} and {second}{more}")


def concat_ids(parts: Sequence[NDArray[Any]], *, ignore_ids: bool) -> NDArray[Any]:
    """Return the ids of one part after the other, or row numbers.

    Row numbers beside names become names. Raises ValueError, naming the first id that comes twice.
    """
    if ignore_ids:
        return np.arange(sum(len(part) for part in parts))
    if len({part.dtype.kind for part in parts}) > 1:
        parts = [part if part.dtype == object else _to_names(part) for part in parts]
    ids = np.concatenate(parts)
    duplicated = pd.Index(ids).duplicated()
    if not duplicated.any():
        return ids
    second = int(duplicated.argmax())
    first = int((ids == ids[second]).argmax())
    of_row = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    others = int(duplicated.sum()) - 1
    raise ValueError(
        f"ids must be unique: {ids[second]!s} is in parts {of_row[first]} and {of_row[second]}"
        + (f", and {others} more come again" if others else "")
        + "; ignore_ids=True numbers the rows anew"
    )


def _to_names(numbers: NDArray[Any]) -> NDArray[np.object_]:
    return numbers.astype(str).astype(object)


def _to_list(values: Any) -> list[Any]:
    for name in ("tolist", "to_list", "to_pylist"):
        if hasattr(values, name):
            return list(getattr(values, name)())
    return list(values)


def _name(value: Any, row: int) -> str:
    if value is None or pd.isna(value) is True:
        raise ValueError(f"ids must not be missing, as in row {row}")
    return str(value)
