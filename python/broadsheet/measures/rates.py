"""Relative frequencies with exact confidence intervals."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import as_number
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import describe, documented, find
from broadsheet.measures._counts import as_columns, common_index

__all__ = ["rates"]


@documented("rates")
def rates(
    counts: ArrayLike,
    totals: ArrayLike,
    interval: Literal["poisson", "binomial"] = "poisson",
    *,
    per: float = 1.0,
    alpha: float = 0.05,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Any:
    """Compute relative frequencies with exact confidence intervals.

    Parameters
    ----------
    counts : array-like of shape (n,)
        How often something came, finite and not negative.
    totals : array-like of shape (n,)
        Of how much: tokens, documents, days. A single number is repeated.
    interval : {"poisson", "binomial"}, default="poisson"
        Whether counts are of events, or of those among the total that are so, each at most once.
    per : float, default=1.0
        What rates and intervals are multiplied by, such as 1_000_000.
    alpha : float, default=0.05
        1 less the confidence.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n)``.

    Returns
    -------
    DataFrame
        A row for each count, ``rate``, ``low`` and ``high``, with the index of the counts where
        they are Series. ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a number is negative, not finite or missing, a total of 0 has a count, a binomial count
        exceeds its total, lengths differ, or a parameter is out of range.
    TypeError
        If something is no number.

    See Also
    --------
    TermMatrix.trend : Rates of terms over time.
    broadsheet.cite : Says where an interval comes from.

    Notes
    -----
    {measures}

    Both intervals are exact: they hold the true rate in at least 1 - alpha of all cases. A total of
    0 has no rate: NaN.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.rates([0, 5, 10], [1000, 1000, 1000], per=1000).round(2)
       rate   low   high
    0   0.0  0.00   3.69
    1   5.0  1.62  11.67
    2  10.0  4.80  18.39
    >>> bs.measures.rates([1, 2], [2, 2], "binomial").round(3)
       rate    low   high
    0   0.5  0.013  0.987
    1   1.0  0.158  1.000
    """
    if interval not in ("poisson", "binomial"):
        raise ValueError(f"interval must be 'poisson' or 'binomial', not {interval!r}")
    columns = as_columns({"counts": counts, "totals": totals})
    parameters = {"per": as_number(per, "per"), "alpha": as_number(alpha, "alpha")}
    values = compute_rates(
        columns["counts"], columns["totals"], interval, parameters["alpha"], n_jobs, progress
    )
    chosen = [find(name, "interval", "rates") for name in ("rate", f"{interval}_interval")]
    frame = make_frame(
        {
            name: column * parameters["per"]
            for name, column in zip(("rate", "low", "high"), values, strict=True)
        },
        describe(chosen, parameters),
    )
    index = common_index({"counts": counts, "totals": totals})
    if index is not None and isinstance(frame, pd.DataFrame):
        frame.index = index
    return frame


def compute_rates(
    counts: NDArray[np.float64],
    totals: NDArray[np.float64],
    interval: str,
    alpha: float,
    n_jobs: int | None,
    progress: Progress,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return rates, and the lower and upper ends of their intervals."""
    with watch(progress, counts.size, "rates", unit="rate") as tell:
        return _core.rates(
            counts,
            totals,
            _core.RateInterval[interval.upper()],
            alpha=alpha,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
