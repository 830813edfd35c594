"""Zipf's law of the counts of terms."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from broadsheet._core import statistics as _core
from broadsheet.measures._catalogue import documented, measures_of
from broadsheet.measures._counts import as_column
from broadsheet.measures._table import measure_frame

__all__ = ["zipf"]


@documented("zipf")
def zipf(counts: ArrayLike) -> Any:
    """Fit Zipf's law to the counts of terms.

    Parameters
    ----------
    counts : array-like of shape (n_terms,)
        How often each term comes, in any order, finite and not negative; 0 is no term.

    Returns
    -------
    DataFrame
        One row with a column for each measure. ``.attrs`` holds measure, variant, parameters,
        correction and source.

    Raises
    ------
    ValueError
        If a count is negative, not finite or missing.
    TypeError
        If a count is no number.

    See Also
    --------
    TermMatrix.frequency : Counts and ranks of all terms.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    With the counts f of V terms, N in all, and their ranks r from the most frequent:

    {measures}

    A straight line through the logarithms of ranks and counts would be drawn by the many rare
    terms; the likelihood weighs each token alike. Fewer than two terms have no law: NaN.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.zipf([60, 30, 20, 15, 12]).round(3)
       zipf_k  zipf_exponent
    0    60.0            1.0
    """
    law = _core.zipf(np.ascontiguousarray(np.atleast_1d(as_column(counts, "counts"))))
    return measure_frame(measures_of("zipf"), [np.array([value]) for value in law], {})
