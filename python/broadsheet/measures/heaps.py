"""Heaps' law of the growth of a vocabulary."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from broadsheet._core import statistics as _core
from broadsheet.measures._catalogue import documented, measures_of
from broadsheet.measures._counts import as_columns
from broadsheet.measures._table import measure_frame

__all__ = ["heaps"]


@documented("heaps")
def heaps(n_tokens: ArrayLike, n_types: ArrayLike) -> Any:
    """Fit Heaps' law to the growth of a vocabulary.

    Parameters
    ----------
    n_tokens : array-like of shape (n,)
        Numbers of tokens, above 0.
    n_types : array-like of shape (n,)
        The types among so many tokens.

    Returns
    -------
    DataFrame
        One row with a column for each measure. ``.attrs`` holds measure, variant, parameters,
        correction and source.

    Raises
    ------
    ValueError
        If a number is not above 0 or not finite, or the lengths differ.
    TypeError
        If something is no number.

    See Also
    --------
    Tokens.vocabulary_growth : Counts types, and fits the law to them.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    With V types among N tokens:

    {measures}

    Fewer than two different N have no law: NaN.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.heaps([100, 400, 1600], [50, 100, 200]).round(3)
       heaps_k  heaps_exponent  heaps_r_squared
    0      5.0             0.5              1.0
    """
    columns = as_columns({"n_tokens": n_tokens, "n_types": n_types})
    law = _core.heaps(columns["n_tokens"], columns["n_types"])
    return measure_frame(measures_of("heaps"), [np.array([value]) for value in law], {})
