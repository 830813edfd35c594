"""Measures of the terms of a matrix of counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from broadsheet._core import terms as _core
from broadsheet._parallel import Progress
from broadsheet.measures._catalogue import select
from broadsheet.measures._table import measure_frame
from broadsheet.measures.dispersion import compute_dispersion
from broadsheet.terms._weighable import WeighableMatrix

__all__ = ["MeasurableMatrix"]


class MeasurableMatrix(WeighableMatrix):
    """Counts whose terms can be measured, all at once."""

    __slots__ = ()

    def dispersion(
        self,
        measures: str | Iterable[str] = "all",
        *,
        sizes: ArrayLike | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Compute how evenly each term is spread over the rows.

        Parameters
        ----------
        measures : str or iterable of str, default="all"
            Names of measures, as of `broadsheet.measures.dispersion`; `broadsheet.cite` says what
            each is.
        sizes : array_like of shape (n_documents,), optional
            The tokens of each row. By default the sums of the rows: all their tokens, unless
            columns were left out or n-grams are counted.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_terms)``.

        Returns
        -------
        DataFrame
            A row for each term in the order of the columns: ``term``, ``count``, and a column for
            each measure. ``.attrs`` holds measure, variant, parameters, correction and source.

        Raises
        ------
        ValueError
            If this matrix holds weights, a term is counted in a row of size 0, or there is no such
            measure.

        See Also
        --------
        TermMatrix.group : Makes larger parts than documents.
        Tokens.dispersion : Has measures that need no parts, too.

        Examples
        --------
        >>> import broadsheet as bs
        >>> m = bs.TermMatrix([[1, 8], [2, 8], [3, 7], [4, 6], [5, 6]], ["nato", "the"])
        >>> m.dispersion(["range", "juilland_d", "dp"], sizes=[9, 10, 10, 10, 11]).round(3)
           term  count  range  juilland_d     dp
        0  nato     15    5.0       0.785  0.180
        1   the     35    5.0       0.911  0.077
        """
        if self._weighting is not None:
            raise ValueError(
                f"dispersion needs counts, and these are weights ({self._weighting.scheme})"
            )
        chosen = select(measures, "dispersion")
        given = self.csr.sum(axis=1) if sizes is None else sizes
        values = compute_dispersion(self.csr.T, given, chosen, n_jobs, progress)
        labels = {"term": self.terms, "count": self._totals()}
        return measure_frame(chosen, values, {}, labels=labels)

    def _totals(self) -> Any:
        """Return how often each term occurs, in whole numbers where the counts are."""
        totals, _ = _core.frequencies(*self._arrays)
        return totals.astype(np.int64) if self.dtype == np.int32 else totals
