"""Lines of a concordance counted by what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["count_groups"]


def count_groups(
    name: str, groups: NDArray[np.int32], labels: Sequence[str], documents: NDArray[np.int32]
) -> dict[str, Any]:
    """Return the columns of a table of groups, the most frequent first, ties by their numbers.

    Parameters
    ----------
    name : str
        The column of the labels.
    groups : ndarray of int32
        The group of each line; -1 for none.
    labels : sequence of str
        What the lines of each group have in common.
    documents : ndarray of int32
        The document of each line.
    """
    counted = groups >= 0
    counts = np.bincount(groups[counted], minlength=len(labels))
    # A group and a document as one number; each counts once.
    n_documents = int(documents.max(initial=0)) + 1
    pairs = np.sort(groups[counted].astype(np.int64) * n_documents + documents[counted])
    is_first = np.diff(pairs, prepend=-1) > 0
    in_documents = np.bincount(pairs[is_first] // n_documents, minlength=len(labels))
    order = np.lexsort((np.arange(len(counts)), -counts))
    return {
        name: np.array(labels, dtype=object)[order],
        "count": counts[order],
        "document_frequency": in_documents[order],
    }
