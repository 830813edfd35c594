"""Bursts: runs of periods in which something comes far more often than it does as a rule."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import as_count, as_number
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import describe, documented, measures_of
from broadsheet.measures._counts import as_column

__all__ = ["bursts"]


@documented("bursts")
def bursts(
    counts: ArrayLike,
    totals: ArrayLike,
    *,
    s: float = 2.0,
    gamma: float = 1.0,
    levels: int = 1,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Any:
    """Find bursts in counts of periods that follow one another.

    Parameters
    ----------
    counts : array-like of shape (n_periods,) or (n_series, n_periods)
        How many of the items of each period are relevant, of one series or of several.
    totals : array-like of shape (n_periods,)
        All items of each period, finite and none below its count; 0 for a period without any.
    s : float, default=2.0
        How many times more frequent each level is than the one below it, above 1.
    gamma : float, default=1.0
        What it costs to rise by one level, in units of ln n: the higher, the fewer and the longer
        are bursts.
    levels : int, default=1
        How many levels there are above that of every day.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_series)``.

    Returns
    -------
    DataFrame
        A row for each burst: ``series``, the row of counts; ``level``, from 1; ``start`` and
        ``end``, its first and its last period, by number; ``count`` and ``total`` of its periods;
        and ``burst_weight``. Series by series, by start, from the widest level to those inside it.
        ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a count is negative, missing or above its total, lengths differ, or a parameter is out of
        range.
    TypeError
        If something is no number.

    See Also
    --------
    TermMatrix.bursts : Bursts of terms in dated documents.
    broadsheet.cite : Says where it comes from.

    Notes
    -----
    The automaton for batches of Kleinberg: of d items of a period each is relevant with the chance
    p_i in state i, p_0 = R / D being the share over all periods and p_i = p_0 s^i. The states of a
    series are those that make r of d most likely, -ln P summed over periods, where rising by a
    level costs gamma ln n of n periods that have items, and falling costs nothing; it starts in
    state 0. A burst of a level is a longest run of periods in its state or a higher one, and

    {measures}

    The best states are found exactly. A level whose chance would reach 1 does not exist: what comes
    in half of all items cannot come twice as often.

    References
    ----------
    Kleinberg, J. (2003). Bursty and hierarchical structure in streams. Data Mining and Knowledge
    Discovery 7(4), 373-397.

    Examples
    --------
    Eight of 100 articles, twice, where one is the rule:

    >>> import broadsheet as bs
    >>> bs.measures.bursts([1, 1, 8, 8, 1, 1], [100] * 6).round(3)
       series  level  start  end  count  total  burst_weight
    0       0      1      2    3   16.0  200.0         4.634
    """
    rows = np.atleast_2d(_as_rows(counts))
    every = np.ascontiguousarray(np.atleast_1d(as_column(totals, "totals")))
    if rows.shape[1] != every.size:
        raise ValueError(
            f"counts must be one a period, {every.size}, not of shape {np.shape(counts)}"
        )
    parameters = burst_parameters(s, gamma, levels)
    found = find_bursts(rows, every, parameters, n_jobs, progress)
    columns = {
        "series": found.rows,
        "level": found.levels,
        "start": found.starts,
        "end": found.ends,
        "count": found.counts,
        "total": found.totals,
        "burst_weight": found.weights,
    }
    return make_frame(columns, describe(measures_of("bursts"), parameters))


class Bursts(NamedTuple):
    """Bursts of rows of counts, as the core gives them."""

    rows: NDArray[np.int64]
    levels: NDArray[np.int32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    counts: NDArray[np.float64]
    totals: NDArray[np.float64]
    weights: NDArray[np.float64]


def burst_parameters(s: Any, gamma: Any, levels: Any) -> dict[str, Any]:
    """Return the parameters of the automaton, by name."""
    return {
        "s": as_number(s, "s"),
        "gamma": as_number(gamma, "gamma"),
        "levels": as_count(levels, "levels"),
    }


def find_bursts(
    counts: NDArray[np.float64],
    totals: NDArray[np.float64],
    parameters: dict[str, Any],
    n_jobs: int | None,
    progress: Progress,
) -> Bursts:
    """Return the bursts of rows of counts."""
    with watch(progress, len(counts), "bursts", unit="term") as tell:
        found = _core.bursts(
            np.ascontiguousarray(counts).ravel(),
            totals,
            scaling=parameters["s"],
            gamma=parameters["gamma"],
            n_levels=parameters["levels"],
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return Bursts(*found)


def _as_rows(counts: Any) -> NDArray[np.float64]:
    try:
        rows = np.asarray(counts, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise TypeError(f"counts must be numbers: {error}") from None
    if rows.ndim not in (1, 2):
        raise ValueError(f"counts must have one or two dimensions, not {rows.ndim}")
    return rows
