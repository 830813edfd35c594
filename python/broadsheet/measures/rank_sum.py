"""Rank sums of words in the parts of two corpora."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import documented, measures_of
from broadsheet.measures._counts import row_index
from broadsheet.measures._table import measure_frame

__all__ = ["rank_sum"]


@documented("rank_sum")
def rank_sum(
    target: ArrayLike,
    reference: ArrayLike,
    *,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Any:
    """Test whether words are more frequent in the parts of one corpus than in those of another.

    The test of Wilcoxon, Mann and Whitney. It asks in how many parts a word is frequent, not how
    often it comes in all, so that one document cannot make a keyword.

    Parameters
    ----------
    target : array-like of shape (n_parts,) or (n_terms, n_parts)
        The frequency of each word in each part of the target: relative to its size, unless parts
        are of one size.
    reference : array-like of shape (m_parts,) or (n_terms, m_parts)
        The same in the reference.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_terms)``.

    Returns
    -------
    DataFrame
        A row for each word and the columns below, with the index of the target where it is a
        DataFrame. ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a frequency is not finite, or the corpora differ in the number of words.
    TypeError
        If a frequency is no number.

    See Also
    --------
    broadsheet.measures.association : Measures of all tokens together.
    broadsheet.measures.adjust : Corrects p-values for many comparisons.

    Notes
    -----
    With n parts of the target, m of the reference, and runs of t equal values:

    {measures}

    Where all values are equal, or a corpus has no parts, ``rank_sum_z`` and ``rank_sum_p`` are NaN.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.rank_sum([12, 15, 18, 24, 88], [3, 3, 13, 27, 33]).round(3)
       rank_sum  rank_sum_u  rank_sum_z  rank_sum_p
    0      31.0        16.0       0.629        0.53
    """
    words = _as_rows(target, "target")
    others = _as_rows(reference, "reference")
    if len(others) != len(words):
        raise ValueError(
            f"reference must have as many rows as target, {len(words)}, not {len(others)}"
        )
    with watch(progress, len(words), "rank sums", unit="term") as tell:
        values = _core.rank_sums(
            words.ravel(),
            others.ravel(),
            len(words),
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return measure_frame(measures_of("rank_sum"), values, {}, index=row_index(target))


def _as_rows(values: ArrayLike, name: str) -> NDArray[np.float64]:
    try:
        rows = np.atleast_2d(np.asarray(values, dtype=np.float64))
    except (TypeError, ValueError) as error:
        raise TypeError(f"{name} must be numbers: {error}") from None
    if rows.ndim > 2:
        raise ValueError(f"{name} must be one- or two-dimensional, not of shape {rows.shape}")
    return np.ascontiguousarray(rows)
