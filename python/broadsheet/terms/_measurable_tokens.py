"""Measures of tokens: the spread of terms, and how rich the vocabulary of texts is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _statistics
from broadsheet._core import terms as _terms
from broadsheet._frames import make_frame
from broadsheet._numbers import at_least_one
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import describe, measures_of, select
from broadsheet.measures._measure import Measure
from broadsheet.measures._table import measure_frame
from broadsheet.measures.dispersion import compute_dispersion
from broadsheet.measures.diversity import compute_diversity
from broadsheet.terms._grouping import read_groups

if TYPE_CHECKING:
    from broadsheet.terms.tokens import Tokens
    from broadsheet.terms.vocabulary import Vocabulary

__all__ = ["MeasurableTokens"]


class MeasurableTokens:
    """Tokens whose terms and texts can be measured."""

    vocabulary: Vocabulary
    _indptr: NDArray[np.int64]
    _ids: NDArray[np.int32]
    _document_ids: NDArray[Any]

    def dispersion(
        self,
        measures: str | Iterable[str] = "all",
        *,
        by: Any = None,
        missing: Literal["raise", "drop"] = "raise",
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Compute how evenly each term is spread over the texts, and along all the tokens.

        Parameters
        ----------
        measures : str or iterable of str, default="all"
            Names of measures: those of `broadsheet.measures.dispersion`, over parts, and those of
            `broadsheet.measures.commonness`, by the distances of a term's places in the order of
            the texts.
        by : array_like of shape (n_texts,), optional
            The part that each text belongs to, such as ``corpus.metadata["agency"]``, as for
            `TermMatrix.group`. By default each text is a part.
        missing : {"raise", "drop"}, default="raise"
            What becomes of a text whose part is missing.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_terms)``.

        Returns
        -------
        DataFrame
            A row for each term that occurs, in the order of terms: ``term``, ``count``, and a
            column for each measure. ``.attrs`` holds measure, variant, parameters, correction and
            source.

        Raises
        ------
        ValueError
            If there is no such measure, a part is missing, or lengths differ.

        See Also
        --------
        TermMatrix.dispersion : The same for n-grams, or chosen terms.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat rose, wheat fell.", "Corn rose.", "Corn fell."]).tokens()
        >>> tokens.dispersion(["range", "dp", "da", "arf"]).round(3)
            term  count  range    dp     da  arf
        0   corn      2    2.0  0.50  0.500  1.5
        1   fell      2    2.0  0.25  0.333  2.0
        2   rose      2    2.0  0.25  0.333  2.0
        3  wheat      2    1.0  0.50  0.000  1.5
        """
        chosen = select(measures, "dispersion", "commonness")
        matrix = self._as_tokens().matrix(n_jobs=n_jobs)
        labels = {"term": matrix.terms, "count": matrix._totals()}
        values = self._commonness(chosen, n_jobs, progress)
        over_parts = [measure for measure in chosen if measure.family == "dispersion"]
        if over_parts:
            parts = matrix if by is None else matrix.group(by, missing=missing, n_jobs=n_jobs)
            sizes = parts._row_sums()
            columns = compute_dispersion(parts.csr.T, sizes, over_parts, n_jobs, progress)
            values |= dict(zip(over_parts, columns, strict=True))
        return measure_frame(chosen, [values[measure] for measure in chosen], {}, labels=labels)

    def diversity(
        self,
        measures: str | Iterable[str] = "all",
        *,
        by: Any = None,
        missing: Literal["raise", "drop"] = "raise",
        window: int = 100,
        threshold: float = 0.72,
        sample: int = 42,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Compute how rich the vocabulary of each text, or group of texts, is.

        Parameters
        ----------
        measures : str or iterable of str, default="all"
            Names of measures, as of `broadsheet.measures.diversity`; `broadsheet.cite` says what
            each is.
        by : array_like of shape (n_texts,), optional
            The group of each text, such as ``corpus.metadata["agency"]``, as for
            `TermMatrix.group`; its texts are read one after the other. By default each text by
            itself.
        missing : {"raise", "drop"}, default="raise"
            What becomes of a text whose group is missing.
        window : int, default=100
            Tokens of a segment of ``msttr`` and of a run of ``mattr``.
        threshold : float, default=0.72
            The type-token ratio at which a factor of ``mtld`` is still growing.
        sample : int, default=42
            Tokens that ``hd_d`` draws.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_texts)``.

        Returns
        -------
        DataFrame
            A row for each text or group: its ``id`` or ``group``, ``n_tokens``, and a column for
            each measure; NaN where a text is too short for it. ``.attrs`` holds measure, variant,
            parameters, correction and source.

        Raises
        ------
        ValueError
            If there is no such measure, a parameter is out of range, a group is missing, or
            lengths differ.

        See Also
        --------
        broadsheet.measures.diversity : The same for tokens of any other origin.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat rose, wheat fell.", "Corn rose.", "Corn fell."]).tokens()
        >>> tokens.diversity(["ttr", "guiraud"], by=["a", "b", "b"]).round(3)
          group  n_tokens   ttr  guiraud
        0     a         4  0.75      1.5
        1     b         4  0.75      1.5
        """
        chosen = select(measures, "diversity")
        options = {"window": window, "threshold": threshold, "sample": sample}
        indptr, ids = self._indptr, self._ids
        labels = {"id": self._as_tokens().document_ids}
        if by is not None:
            indptr, ids, names = self._grouped(by, missing)
            labels = {"group": names}
        n_types = len(self.vocabulary)
        values = compute_diversity(indptr, ids, n_types, chosen, options, n_jobs, progress)
        labels["n_tokens"] = np.diff(indptr)
        return measure_frame(chosen, values, options, labels=labels)

    def vocabulary_growth(self, n_points: int = 100) -> Any:
        """Count the types among the first tokens, text after text.

        Parameters
        ----------
        n_points : int, default=100
            At how many numbers of tokens to count, evenly spaced up to all; fewer where there are
            fewer tokens.

        Returns
        -------
        DataFrame
            ``n_tokens`` and ``n_types`` among these. ``.attrs["heaps"]`` holds what
            `broadsheet.measures.heaps` makes of them.

        Raises
        ------
        ValueError
            If `n_points` is below 1.

        See Also
        --------
        Tokens.diversity : Richness of the vocabulary of each text.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat rose, wheat fell.", "Corn rose.", "Corn fell."]).tokens()
        >>> growth = tokens.vocabulary_growth(4)
        >>> growth["n_tokens"].tolist(), growth["n_types"].tolist()
        ([2, 4, 6, 8], [2, 3, 4, 4])
        >>> round(growth.attrs["heaps"]["heaps_exponent"], 3)
        0.535
        """
        count = at_least_one(n_points, "n_points")
        total = len(self._ids)
        shares = np.arange(1, count + 1, dtype=np.int64)
        n_tokens = np.unique(shares * total // count)
        n_tokens = n_tokens[n_tokens > 0]
        n_types = _statistics.vocabulary_growth(
            self._indptr, self._ids, len(self.vocabulary), n_tokens
        )
        values = _statistics.heaps(n_tokens.astype(np.float64), n_types.astype(np.float64))
        laws = measures_of("heaps")
        law = {measure.name: value for measure, value in zip(laws, values, strict=True)}
        attrs = {**describe(laws, {}), "heaps": law}
        return make_frame({"n_tokens": n_tokens, "n_types": n_types}, attrs)

    def _commonness(
        self, measures: list[Measure], n_jobs: int | None, progress: Progress
    ) -> dict[Measure, NDArray[np.float64]]:
        """Return the values of the terms that occur, in their order, of measures without parts."""
        without_parts = [measure for measure in measures if measure.family == "commonness"]
        if not without_parts:
            return {}
        n_terms = len(self.vocabulary)
        with watch(progress, n_terms, "commonness", unit="term") as tell:
            columns = _statistics.token_commonness(
                self._indptr,
                self._ids,
                n_terms,
                measures=[measure.name for measure in without_parts],
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        occurs = np.zeros(n_terms, dtype=np.bool_)
        occurs[self._ids] = True
        rows = np.flatnonzero(occurs)
        rows = rows[np.argsort(self.vocabulary.terms[rows], kind="stable")]
        return {
            measure: column[rows] for measure, column in zip(without_parts, columns, strict=True)
        }

    def _grouped(
        self, by: Any, missing: Literal["raise", "drop"]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[Any]]:
        """Return the tokens of each group, text after text, and the labels of the groups."""
        groups, names = read_groups(by, self._document_ids, missing)
        rows = np.argsort(groups, kind="stable")[np.count_nonzero(groups < 0) :]
        indptr, ids = _terms.select_rows(self._indptr, self._ids, rows)
        ends = np.searchsorted(groups[rows], np.arange(len(names)), side="right")
        return np.concatenate([[0], indptr[ends]]), ids, names

    def _as_tokens(self) -> Tokens:
        return cast("Tokens", self)
