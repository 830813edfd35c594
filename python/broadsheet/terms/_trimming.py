"""Which terms stay: what the bounds of a user mean to the core."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, TypedDict

import numpy as np

__all__ = ["BOUNDS", "TrimBounds", "is_trimmed", "is_whole", "read_count", "trim_bounds"]

# What decides which terms a matrix has, of the settings that it keeps.
BOUNDS = ("min_df", "max_df", "min_count", "max_count", "max_terms", "trimmed")


class TrimBounds(TypedDict):
    """The bounds as the core takes them."""

    min_documents: float
    max_documents: float
    max_terms: int


def trim_bounds(min_df: Any, max_df: Any, max_terms: Any, n_documents: int) -> TrimBounds:
    """Return bounds as numbers of documents and of terms.

    Parameters
    ----------
    min_df, max_df : int or float
        A number of documents if int, a share of them if float.
    max_terms : int or None
        How many terms stay at most; None for all.
    n_documents : int
        The documents that a share is of.
    """
    most = _documents(max_df, n_documents, "max_df")
    return {
        "min_documents": _documents(min_df, n_documents, "min_df"),
        "max_documents": math.inf if most == n_documents else most,
        "max_terms": _max_terms(max_terms),
    }


def is_whole(value: Any) -> bool:
    """Tell whether `value` is a whole number, which True is not."""
    return isinstance(value, (int, np.integer)) and not isinstance(value, bool)


def read_count(bound: Any, name: str) -> float:
    """Return a number of occurrences, of counts that need not be whole."""
    if isinstance(bound, bool) or not isinstance(bound, (int, float, np.integer, np.floating)):
        raise TypeError(f"{name} must be a number, not {bound!r}")
    if math.isnan(bound):
        raise ValueError(f"{name} must be a number, not nan")
    return float(bound)


def _max_terms(max_terms: Any) -> int:
    if max_terms is None:
        return int(np.iinfo(np.int64).max)
    if not is_whole(max_terms):
        raise TypeError(f"max_terms must be a whole number or None, not {max_terms!r}")
    return int(max_terms)


def _documents(bound: Any, n_documents: int, name: str) -> float:
    """Return a bound as a number of documents: a share as the product with `n_documents`.

    The product is not rounded, and scikit-learn's is not either: 0.1 of 3 documents is a little
    more than 0.3, and 0.07 of 100 a little more than 7, so that 7 documents are too few.
    """
    if is_whole(bound):
        return float(bound)
    if not isinstance(bound, (float, np.floating)):
        raise TypeError(f"{name} must be a number, not {bound!r}")
    if not 0 <= bound <= 1:
        raise ValueError(
            f"{name} must lie in [0, 1] as a share, not {bound!r}; a number of documents is an int"
        )
    return float(bound) * n_documents


def is_trimmed(settings: Mapping[str, Any]) -> bool:
    """Tell whether the bounds that a matrix was made with could leave out a term."""
    min_df, max_df = settings.get("min_df", 1), settings.get("max_df", 1.0)
    return (
        (min_df > 1 if is_whole(min_df) else min_df > 0)
        or is_whole(max_df)
        or max_df < 1
        or settings.get("min_count", 1) > 1
        or any(settings.get(name) is not None for name in ("max_count", "max_terms"))
    )
