"""Whether two answers are one: each function raises where they differ, and says what it compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy import sparse

__all__ = ["same_matrix", "same_numbers", "same_scores", "same_strings"]


def same_strings(ours: Iterable[str], theirs: Iterable[str], what: str) -> None:
    """Compare two lists of str."""
    left, right = list(ours), list(theirs)
    assert len(left) == len(right), f"{len(left):,} {what} against {len(right):,}"
    for place, (one, other) in enumerate(zip(left, right, strict=True)):
        assert one == other, f"{what} {place}: {one!r} against {other!r}"


def same_matrix(ours: Any, theirs: Any, rtol: float = 0.0) -> str:
    """Compare two sparse matrices cell by cell, whatever the order within rows."""
    left, right = sparse.csr_array(ours), sparse.csr_array(theirs)
    left.sort_indices()
    right.sort_indices()
    assert left.shape == right.shape, f"shape {left.shape} against {right.shape}"
    np.testing.assert_array_equal(left.indptr, right.indptr)
    np.testing.assert_array_equal(left.indices, right.indices)
    np.testing.assert_allclose(left.data, right.data, rtol=rtol)
    equal = "equal" if rtol == 0 else f"equal to {rtol:.0e}"
    return f"{equal}: {left.shape[0]:,} x {left.shape[1]:,}, {left.nnz:,} cells"


def same_numbers(
    ours: tuple[Sequence[str], Any], theirs: tuple[Sequence[str], Any], indptr: Any
) -> str:
    """Compare two streams of term numbers by the terms they stand for.

    Each is the list of all terms and an array of places in it, token after token.
    """
    assert len(ours[1]) == len(theirs[1]), f"{len(ours[1]):,} tokens against {len(theirs[1]):,}"
    place = {term: number for number, term in enumerate(ours[0])}
    translated = np.array([place[term] for term in theirs[0]], dtype=np.int64)
    np.testing.assert_array_equal(ours[1], translated[theirs[1]])
    return f"equal: {len(ours[1]):,} tokens of {len(indptr) - 1:,} texts"


def same_scores(ours: Any, theirs: Any, atol: float) -> str:
    """Compare the best scores of each row; which of two equal ones is kept may differ."""
    for row in range(ours.shape[0]):
        left = np.sort(ours.data[ours.indptr[row] : ours.indptr[row + 1]])
        right = np.sort(theirs.data[theirs.indptr[row] : theirs.indptr[row + 1]])
        np.testing.assert_allclose(left, right, atol=atol, err_msg=f"row {row}")
    return f"equal to {atol:.0e}: the scores of {ours.shape[0]:,} rows"
