"""Corrections of p-values for many comparisons."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from broadsheet._core import statistics as _core
from broadsheet.measures._catalogue import documented, select
from broadsheet.measures._counts import as_column

__all__ = ["adjust"]


@documented("adjust")
def adjust(p_values: ArrayLike, method: str = "benjamini_hochberg") -> Any:
    """Correct p-values for the number of comparisons.

    Parameters
    ----------
    p_values : array-like of shape (m,)
        The p-values of all comparisons that were made, not only of those that are shown. NaN stays
        NaN and is no comparison.
    method : {"benjamini_hochberg", "bonferroni", "holm"}, default="benjamini_hochberg"
        The correction: of the share of false discoveries, or of the chance of any.

    Returns
    -------
    ndarray of shape (m,) or Series
        The corrected p-values, in the order given; a Series where that was given.

    Raises
    ------
    ValueError
        If a value lies outside [0, 1], or there is no such method.
    TypeError
        If a value is no number.

    See Also
    --------
    broadsheet.measures.association : Has p-values of many words.
    broadsheet.cite : Says where a method comes from.

    Notes
    -----
    With m p-values, p(1) the smallest:

    {measures}

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.adjust([0.01, 0.04, 0.03, 0.5])
    array([0.04      , 0.05333333, 0.05333333, 0.5       ])
    >>> bs.measures.adjust([0.01, 0.04, 0.03, 0.5], method="bonferroni")
    array([0.04, 0.16, 0.12, 1.  ])
    """
    chosen = select(method, "adjust")
    if len(chosen) != 1:
        raise ValueError("method must be one correction, not all")
    given = np.ascontiguousarray(np.atleast_1d(as_column(p_values, "p_values")))
    adjusted = _core.adjusted(given, _core.Adjustment[chosen[0].name.upper()])
    if isinstance(p_values, pd.Series):
        return pd.Series(adjusted, index=p_values.index, name=p_values.name)
    return adjusted
