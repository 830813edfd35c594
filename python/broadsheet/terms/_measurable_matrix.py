"""Measures of the terms of a matrix of counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, Self, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import terms as _core
from broadsheet._parallel import Progress
from broadsheet.measures._catalogue import select
from broadsheet.measures._table import measure_frame
from broadsheet.measures.dispersion import compute_dispersion
from broadsheet.terms._weighable import WeighableMatrix

if TYPE_CHECKING:
    from broadsheet.terms.matrix import TermMatrix

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
        given = self._row_sums() if sizes is None else sizes
        values = compute_dispersion(self.csr.T, given, chosen, n_jobs, progress)
        labels = {"term": self.terms, "count": self._totals()}
        return measure_frame(chosen, values, {}, labels=labels)

    def keyness(
        self,
        target: Any = None,
        reference: Any = None,
        measures: str | Iterable[str] = (
            "log_ratio_conservative",
            "log_ratio",
            "log_likelihood",
            "log_likelihood_p",
        ),
        *,
        correction: Literal["benjamini_hochberg", "bonferroni", "holm"] | None = (
            "benjamini_hochberg"
        ),
        permutations: int = 0,
        bootstrap: int = 0,
        dispersion: str | None = None,
        sizes: ArrayLike | None = None,
        reference_size: float | None = None,
        signed: bool = False,
        alpha: float = 0.05,
        k: float = 1.0,
        prior: str | ArrayLike = "uniform",
        prior_size: float | None = None,
        seed: int = 0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Compare how often each term comes in a target and in a reference.

        Parameters
        ----------
        target : rows, optional
            The documents of the target, named as in ``m[rows]``: a mask, numbers, labels or a
            slice. By default all, where the reference is not of this matrix.
        reference : rows, TermMatrix, mapping, Series or table, optional
            What to compare with: other documents of this matrix, the matrix of another corpus, or
            counts by term, such as a table with the columns ``term`` and ``count``. By default the
            rest of this matrix.
        measures : str or iterable of str
            Names of measures, as of `broadsheet.measures.association` and of
            `broadsheet.measures.log_odds`; `broadsheet.cite` says what each is. The table is in the
            order of the first. By default effect sizes go before the test.
        correction : {"benjamini_hochberg", "bonferroni", "holm"} or None
            How p-values are corrected for the number of terms, ``permutation_p`` among them.
        permutations : int, default=0
            How many random exchanges of whole documents between target and reference
            ``permutation_p`` is made of; 0 for none.
        bootstrap : int, default=0
            How many samples of the documents of either side the interval of the log ratio,
            ``log_ratio_low`` to ``log_ratio_high``, is made of; 0 for none.
        dispersion : str, optional
            A measure of `broadsheet.measures.dispersion` of each term over the documents of the
            target, such as ``"dp"``.
        sizes : array_like of shape (n_documents,), optional
            The tokens of each document. By default the sums of the rows: all their tokens, unless
            columns were left out or n-grams are counted.
        reference_size : float, optional
            All tokens of a reference that is a table; by default the sum of its counts.
        signed : bool, default=False
            Whether ``log_likelihood`` and its kin are negative for terms the target uses less.
        alpha : float, default=0.05
            1 less the confidence of intervals.
        k : float, default=1.0
            The constant of ``simple_maths``.
        prior : str or array_like of shape (n_terms,), default="uniform"
            The prior of ``log_odds``, as of `broadsheet.measures.log_odds`.
        prior_size : float, optional
            The sum of its pseudo-counts.
        seed : int, default=0
            What makes permutations and bootstrap repeatable.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_terms)``.

        Returns
        -------
        DataFrame
            A row for each term that either side has: ``term``; ``count`` and ``reference_count``;
            ``documents`` and ``reference_documents`` that have it, where these are known, and its
            dispersion over those of the target, if asked for; a column for each measure; and what
            documents say of it. The first measure's greatest values come first, or smallest if it
            is a p-value, ties in the order of terms. ``.attrs`` holds measure, variant, parameters,
            correction and source.

        Raises
        ------
        ValueError
            If this matrix holds weights, the sides share documents, one has no tokens, permutations
            or bootstrap are asked for without documents of the reference, there is no such measure,
            or a parameter is out of range.

        See Also
        --------
        broadsheet.measures.association : The same from tables of four cells.
        Tokens.concordance : Shows the places of a term.

        Notes
        -----
        Tests of tokens take each token for a draw of its own, so a word that one article repeats
        looks significant. ``permutation_p`` and the bootstrap move whole documents instead, after
        Lijffijt et al. (2016); ``permutation_p`` is the share of exchanges whose difference of
        relative frequencies is at least the one observed, itself among them. Near-copies count as
        documents of their own: leave them out before.

        Examples
        --------
        >>> import broadsheet as bs
        >>> m = bs.TermMatrix(
        ...     [[5, 1, 4], [4, 0, 5], [0, 3, 4], [1, 4, 6]], ["nato", "wheat", "the"]
        ... )
        >>> key = m.keyness([0, 1], measures=["log_ratio", "log_likelihood"])
        >>> key[["term", "count", "reference_count", "log_ratio", "log_likelihood"]].round(2)
            term  count  reference_count  log_ratio  log_likelihood
        0   nato      9                1       3.09            9.17
        1    the      9               10      -0.23            0.25
        2  wheat      1                7      -2.89            6.74
        """
        from broadsheet.statistics._keyness import KeynessOptions, keyness_frame

        if self._weighting is not None:
            raise ValueError(
                f"keyness needs counts, and these are weights ({self._weighting.scheme})"
            )
        options = KeynessOptions(
            measures=measures,
            correction=correction,
            permutations=permutations,
            bootstrap=bootstrap,
            dispersion=dispersion,
            signed=signed,
            alpha=alpha,
            k=k,
            prior=prior,
            prior_size=prior_size,
            seed=seed,
        )
        return keyness_frame(
            cast("TermMatrix", self),
            target,
            reference,
            options,
            sizes=sizes,
            reference_size=reference_size,
            n_jobs=n_jobs,
            progress=progress,
        )

    def _frequencies(
        self, rows: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return how often each term occurs, and in how many documents, of some or of all."""
        return _core.frequencies(*self._arrays, rows=rows)

    def _presence(self) -> Self:
        """Return 1 for each count above 0."""
        values = np.sign(self._arrays.values)
        return self._make(
            self._arrays.with_values(values), self._labels, self._ids, None, self._settings
        )

    def _sizes(self, sizes: ArrayLike | None) -> NDArray[np.float64]:
        """Return the tokens of each document: the sums of the rows, unless they are given."""
        sums = self._row_sums()
        if sizes is None:
            return sums
        given = np.ascontiguousarray(sizes, dtype=np.float64)
        if given.shape != sums.shape:
            raise ValueError(
                f"sizes must be one a document, {len(sums)}, not of shape {given.shape}"
            )
        short = np.flatnonzero(~(given >= sums))
        if short.size:
            row = int(short[0])
            raise ValueError(
                f"sizes must not be below what is counted: row {row} counts {sums[row]:g} of "
                f"{given[row]:g} tokens"
            )
        return given

    def _row_sums(self) -> NDArray[np.float64]:
        """Return the sum of each row."""
        return np.asarray(self.csr @ np.ones(self.shape[1]))

    def _totals(self) -> Any:
        """Return how often each term occurs, in whole numbers where the counts are."""
        totals, _ = _core.frequencies(*self._arrays)
        return totals.astype(np.int64) if self.dtype == np.int32 else totals
