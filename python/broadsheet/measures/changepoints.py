"""Changepoints: where the mean of a series shifts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._extras import import_extra
from broadsheet._frames import make_frame
from broadsheet._numbers import as_number, at_least_one
from broadsheet.measures._catalogue import describe, documented, measures_of
from broadsheet.measures._counts import as_column

__all__ = ["changepoints"]


@documented("changepoints")
def changepoints(values: ArrayLike, *, penalty: float | None = None, min_size: int = 2) -> Any:
    """Divide a series into segments of one mean each; needs ``broadsheet[changepoints]``.

    A burst comes and goes; a changepoint is where what is usual becomes something else.

    Parameters
    ----------
    values : array-like of shape (n,)
        The series, such as the rates of one term by `TermMatrix.trend`. NaN, where there is no
        rate, is left out: a segment may span it.
    penalty : float, optional
        What each changepoint must take off the sum of squares, above 0: the higher, the fewer there
        are. By default 2 v ln n of n values, with the variance v of noise as half the mean square
        of the difference of neighbours.
    min_size : int, default=2
        The fewest values of a segment.

    Returns
    -------
    DataFrame
        A row for each segment: ``start`` and ``end``, its first and its last value, by number; and
        ``segment_mean``. ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a value is infinite, there is none, or a parameter is out of range.
    TypeError
        If something is no number.
    ModuleNotFoundError
        If ruptures is not installed.

    See Also
    --------
    TermMatrix.trend : The rates of terms over time.
    broadsheet.measures.bursts : Runs of periods far above what is usual.

    Notes
    -----
    {measures}

    The search is that of ruptures (Truong, Oudre and Vayatis 2020), ``Pelt(model="l2", jump=1)``,
    which is exact. A penalty of 2 v ln n is that of Schwarz' criterion with v known (Yao 1988); v is
    estimated as by Rice (1984), which a few shifts hardly touch. One series at a time: neighbouring
    counts are taken to vary independently, and alike in all periods.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.changepoints([3, 4, 3, 4, 9, 8, 9, 8, 9])
       start  end  segment_mean
    0      0    3           3.5
    1      4    8           8.6
    """
    series = np.atleast_1d(as_column(values, "values"))
    if np.isinf(series).any():
        row = int(np.isinf(series).argmax())
        raise ValueError(f"values must be finite, or NaN: row {row} is {series[row]}")
    known = np.flatnonzero(~np.isnan(series))
    if not known.size:
        raise ValueError("values must hold one number at least")
    held = series[known]
    used = _penalty(held) if penalty is None else as_number(penalty, "penalty")
    if penalty is not None and not (np.isfinite(used) and used > 0):
        raise ValueError(f"penalty must be finite and above 0, not {used}")
    least = at_least_one(min_size, "min_size")
    ends = _segment_ends(held, used, least)
    starts = np.concatenate(([0], ends[:-1]))
    means = np.add.reduceat(held, starts) / np.diff(np.append(starts, held.size))
    parameters = {"penalty": used, "min_size": least}
    columns = {"start": known[starts], "end": known[ends - 1], "segment_mean": means}
    return make_frame(columns, describe(measures_of("changepoints"), parameters))


def _penalty(held: NDArray[np.float64]) -> float:
    """Return Schwarz' penalty, the variance of noise being that of Rice."""
    if held.size < 2:
        return 0.0
    return float(np.mean(np.diff(held) ** 2) * np.log(held.size))


def _segment_ends(held: NDArray[np.float64], penalty: float, min_size: int) -> NDArray[np.int64]:
    """Return where segments end, after their last value."""
    ruptures = import_extra("ruptures", extra="changepoints")
    if held.size < 2 * min_size or not penalty > 0:
        return np.array([held.size])  # No room for two segments, or all values are the same.
    search = ruptures.Pelt(model="l2", min_size=min_size, jump=1)
    return np.array(search.fit_predict(held, pen=penalty), dtype=np.int64)
