"""Dispersion of words over the parts of a corpus, from counts and sizes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from broadsheet._core import statistics as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import documented, select
from broadsheet.measures._counts import as_column, as_csr, row_index
from broadsheet.measures._measure import Measure
from broadsheet.measures._table import measure_frame

__all__ = ["dispersion"]


@documented("dispersion")
def dispersion(
    frequencies: ArrayLike | sparse.sparray | sparse.spmatrix,
    sizes: ArrayLike,
    measures: str | Iterable[str] = "all",
    *,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Any:
    """Compute how evenly words are spread over the parts of a corpus.

    Parameters
    ----------
    frequencies : array-like of shape (n_parts,) or (n_terms, n_parts), or sparse matrix
        How often each word comes in each part, finite and not negative. Of a document-term matrix
        this is the transpose.
    sizes : array-like of shape (n_parts,)
        The tokens of each part, or any other measure of its size. A part of size 0 is no part.
    measures : str or iterable of str, default="all"
        Names of measures; `broadsheet.cite` says what each is.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_terms)``.

    Returns
    -------
    DataFrame
        A row for each word and a column for each measure, with the index of the frequencies where
        they are a DataFrame. ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a frequency or a size is negative, not finite or missing, there are not as many sizes as
        parts, something is counted in a part of size 0, or there is no such measure.
    TypeError
        If a frequency or a size is no number.

    See Also
    --------
    TermMatrix.dispersion : That of the terms of a matrix.
    broadsheet.measures.commonness : The same from the places of words, without parts.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    With the counts v of a word in n parts and their sum f, the shares s of the parts in the corpus,
    relative frequencies p = v / size, and q = p / sum p:

    {measures}

    Of a word that no part has, all measures are NaN but ``range``, which is 0, ``idf``, which is
    infinite, and the usages from ``juilland_u`` on, which are 0. In a corpus of one part,
    ``juilland_d``, ``carroll_d2``, ``dp_norm``, ``dp_norm_egbert`` and ``da`` have no value.

    Examples
    --------
    A word that comes once to five times in five parts (Gries 2008):

    >>> import broadsheet as bs
    >>> bs.measures.dispersion(
    ...     [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], measures=["juilland_d", "dp", "dp_norm", "kld"]
    ... ).round(3)
       juilland_d    dp  dp_norm    kld
    0       0.785  0.18     0.22  0.137
    """
    chosen = select(measures, "dispersion")
    values = compute_dispersion(frequencies, sizes, chosen, n_jobs, progress)
    return measure_frame(chosen, values, {}, index=row_index(frequencies))


def compute_dispersion(
    frequencies: Any,
    sizes: ArrayLike,
    measures: Sequence[Measure],
    n_jobs: int | None,
    progress: Progress,
) -> list[NDArray[np.float64]]:
    """Return an array a measure, a value each word."""
    counts = as_csr(frequencies, "frequencies")
    parts = np.atleast_1d(as_column(sizes, "sizes"))
    if parts.size != counts.shape[1]:
        raise ValueError(f"sizes must be one a part, {counts.shape[1]}, not {parts.size}")
    with watch(progress, counts.shape[0], "dispersion", unit="term") as tell:
        return _core.dispersion(
            counts.indptr.astype(np.int64),
            counts.indices.astype(np.int32),
            counts.data,
            np.ascontiguousarray(parts),
            measures=[measure.name for measure in measures],
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
