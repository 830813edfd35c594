"""Commonness of words, from where they come in a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _core
from broadsheet._numbers import as_count
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import documented, select
from broadsheet.measures._table import measure_frame

__all__ = ["commonness"]


@documented("commonness")
def commonness(
    positions: Any,
    n_tokens: int,
    measures: str | Iterable[str] = "all",
    *,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Any:
    """Compute how evenly words come along in a corpus that is not divided into parts.

    Parameters
    ----------
    positions : array-like of int, or sequence of such
        The places of a word among the tokens, ascending, from 0; or those of several words, an
        array each.
    n_tokens : int
        The tokens of the corpus.
    measures : str or iterable of str, default="all"
        Names of measures; `broadsheet.cite` says what each is.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_words)``.

    Returns
    -------
    DataFrame
        A row for each word and a column for each measure. ``.attrs`` holds measure, variant,
        parameters, correction and source.

    Raises
    ------
    ValueError
        If places do not ascend or lie outside the corpus, or there is no such measure.
    TypeError
        If a place is no whole number.

    See Also
    --------
    broadsheet.measures.dispersion : Spread over the parts of a corpus.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    With the distances d from each place of a word to the next, the last joined to the first as in a
    ring, the number f of places, and N tokens:

    {measures}

    Of a word that never comes, ``arf``, ``f_awt`` and ``f_ald`` are 0, the others NaN.

    Examples
    --------
    Three times in twelve tokens, in a bundle and evenly spread:

    >>> import broadsheet as bs
    >>> bs.measures.commonness([[0, 1, 2], [0, 4, 8]], 12).round(3)
       arf   awt  f_awt    ald  f_ald
    0  1.5  4.75  1.412  0.833  1.761
    1  3.0  2.50  3.000  0.602  3.000
    """
    chosen = select(measures, "commonness")
    indptr, places = _joined(positions)
    with watch(progress, indptr.size - 1, "commonness", unit="term") as tell:
        values = _core.commonness(
            indptr,
            places,
            as_count(n_tokens, "n_tokens"),
            measures=[measure.name for measure in chosen],
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return measure_frame(chosen, values, {})


def _joined(positions: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of all words one after the other, and where those of each begin."""
    rows = list(positions)
    if not any(np.ndim(row) for row in rows):
        rows = [rows]
    arrays = [_as_places(row, word) for word, row in enumerate(rows)]
    indptr = np.cumsum([0, *(array.size for array in arrays)], dtype=np.int64)
    return indptr, np.concatenate([*arrays, np.empty(0, dtype=np.int64)])


def _as_places(row: Any, word: int) -> NDArray[np.int64]:
    array = np.asarray(row)
    if array.ndim != 1 or (array.size and array.dtype.kind not in "iu"):
        raise TypeError(f"positions must be whole numbers, in one row a word: see word {word}")
    return array.astype(np.int64)
