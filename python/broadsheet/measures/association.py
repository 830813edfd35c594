"""Association of two words, or of a word and a corpus, from tables of four cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._numbers import as_count, as_flag, as_number
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import documented, select
from broadsheet.measures._counts import as_columns, common_index
from broadsheet.measures._measure import Measure
from broadsheet.measures._table import measure_frame

__all__ = ["association"]


@documented("association")
def association(
    o11: ArrayLike,
    o12: ArrayLike,
    o21: ArrayLike,
    o22: ArrayLike,
    measures: str | Iterable[str] = "all",
    *,
    signed: bool = False,
    alpha: float = 0.05,
    n_comparisons: int | None = None,
    k: float = 1.0,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Any:
    """Compute measures of association from tables of four cells, one a row.

    For a word in two corpora, `o11` and `o12` are its counts in the target and in the reference,
    `o21` and `o22` the counts of all other words in each. For two words, `o11` is how often they
    come together, `o12` the first without the second, `o21` the second without the first, `o22`
    neither. With o12 and o21 exchanged only the measures that compare the columns change:
    ``log_ratio`` and its kin, ``percent_diff``, ``simple_maths``, ``difference_coefficient``,
    ``log_likelihood_2``, and ``delta_p``, which becomes ``delta_p_backward``.

    Parameters
    ----------
    o11, o12, o21, o22 : array-like of shape (n,) or float
        The cells: counts, or numbers such as weighted counts, finite and not negative. A single
        number is the same in each row.
    measures : str or iterable of str, default="all"
        Names of measures; `broadsheet.cite` says what each is.
    signed : bool, default=False
        Whether ``log_likelihood``, ``log_likelihood_2``, ``chi_squared``, ``chi_squared_yates``
        and ``simple_ll`` are negative where o11 is less than expected. Their p-values do not
        change.
    alpha : float, default=0.05
        1 less the confidence of the intervals of ``log_ratio_conservative`` and its kin.
    n_comparisons : int, optional
        What `alpha` is divided by, after Bonferroni; 1 for no correction. By default the number
        of rows whose word occurs, in which o11 + o12 is above 0.
    k : float, default=1.0
        The constant of ``simple_maths``, per million: the larger, the more frequent the words
        that it prefers.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_rows)``.

    Returns
    -------
    DataFrame
        A row for each table and a column for each measure, with the index of the cells where they
        are Series. ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a cell is negative, not finite or missing, the lengths differ, there is no such measure,
        or a parameter is out of range.
    TypeError
        If a cell or a parameter is no number.

    See Also
    --------
    TermMatrix.keyness : All terms of a corpus at once.
    broadsheet.measures.adjust : Corrects p-values for many comparisons.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    With R1 = O11 + O12, R2 = O21 + O22, C1 = O11 + O21, C2 = O12 + O22, N their sum and
    E11 = R1 C1 / N, and so on for the other cells:

    {measures}

    A value is infinite where its formula grows without bound, as ``mi`` does where O11 is 0. It is
    NaN where the formula has none: where a row or a column of the table is empty, so that nothing
    can be expected. Measures that do not look at what is empty still have their value: ``dice``
    and its kin need no R2 and C2, ``log_ratio`` and its kin no R2, and ``simple_maths`` of a word
    that neither corpus has is 1.

    Examples
    --------
    Two words, of 13 tokens in the target and of nearly 32,000 in the reference:

    >>> import broadsheet as bs
    >>> table = bs.measures.association(
    ...     [10, 5], [0, 7], [3, 8], 31764, measures=["log_likelihood", "log_ratio", "fisher"]
    ... )
    >>> table.round(3)
       log_likelihood  log_ratio  fisher
    0         167.230     15.577     0.0
    1          63.952     10.770     0.0
    >>> table.attrs["source"]["log_ratio"][:41]
    'Hardie, A. (2014). Log Ratio: an informal'
    """
    chosen = select(measures, "association")
    cells = {"o11": o11, "o12": o12, "o21": o21, "o22": o22}
    index = common_index(cells)
    columns = as_columns(cells)
    occurs = columns["o11"] + columns["o12"] > 0
    if n_comparisons is None:
        n_comparisons = max(int(np.count_nonzero(occurs)), 1)
    options: dict[str, Any] = {
        "signed": as_flag(signed, "signed"),
        "alpha": as_number(alpha, "alpha"),
        "n_comparisons": as_count(n_comparisons, "n_comparisons"),
        "k": as_number(k, "k"),
    }
    values = compute_association(columns.values(), chosen, options, n_jobs, progress)
    correction = correction_of(chosen, options)
    return measure_frame(chosen, values, options, correction=correction, index=index)


def correction_of(measures: Sequence[Measure], options: Mapping[str, Any]) -> str | None:
    """Return what the intervals of measures are corrected by, None for nothing."""
    is_corrected = any("n_comparisons" in measure.parameters for measure in measures)
    return "bonferroni" if is_corrected and options["n_comparisons"] > 1 else None


def compute_association(
    cells: Iterable[NDArray[np.float64]],
    measures: Sequence[Measure],
    options: Mapping[str, Any],
    n_jobs: int | None,
    progress: Progress,
) -> list[NDArray[np.float64]]:
    """Return the values of measures, an array each, of cells and options that have been checked."""
    o11, o12, o21, o22 = cells
    with watch(progress, o11.size, "association", unit="row") as tell:
        return _core.association(
            *(o11, o12, o21, o22),
            measures=[measure.name for measure in measures],
            **options,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
