"""Labels of groups, read as pandas reads what it groups by."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from broadsheet.terms._rows import align

__all__ = ["read_groups", "to_array"]


def read_groups(
    by: Any, labels: NDArray[Any], missing: Literal["raise", "drop"]
) -> tuple[NDArray[np.int32], NDArray[Any]]:
    """Return the group of each row, -1 for none, and the labels of the groups in order.

    Parameters
    ----------
    by : array_like
        The label of the group of each row. A Series of pandas is aligned as `align` says.
    labels : ndarray
        The labels of the rows.
    missing : {"raise", "drop"}
        What becomes of a row whose group is missing.
    """
    if missing not in ("raise", "drop"):
        raise ValueError(f"missing must be 'raise' or 'drop', not {missing!r}")
    if isinstance(by, (str, bytes)):
        raise TypeError(
            f"by must be one label a row, not {by!r}: a matrix has no metadata, so give the column "
            f"itself, as in corpus.metadata[{by!r}]"
        )
    values = by if isinstance(by, pd.Series) else pd.Series(to_array(by, "by"))
    if len(values) != len(labels):
        raise ValueError(f"by must be one label a row, {len(labels)}, not {len(values)}")
    values = align(values, labels, "row")
    groups, names = pd.factorize(values, sort=True)
    if missing == "raise" and (groups < 0).any():
        row, n = int((groups < 0).argmax()), int((groups < 0).sum())
        raise ValueError(
            f"by must not be missing, as it is for {n} rows, the first of them row {row} "
            f"({labels[row]!s}): missing='drop' leaves them out, by.fillna(...) names their group"
        )
    return groups.astype(np.int32), np.array(names)


def to_array(values: Any, name: str) -> Any:
    """Return labels as pandas takes them: those of a list without a guess at a common type."""
    if isinstance(values, (pd.Index, pd.api.extensions.ExtensionArray)):
        return values
    if not hasattr(values, "__array__"):
        return list(values)
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"{name} must have one dimension, not {array.ndim}")
    return array
