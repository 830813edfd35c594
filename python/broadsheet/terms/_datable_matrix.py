"""Terms of a matrix of counts over time, by the dates of its documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, cast

from numpy.typing import ArrayLike

from broadsheet._parallel import Progress
from broadsheet.terms._measurable_matrix import MeasurableMatrix

if TYPE_CHECKING:
    from broadsheet.statistics._trend import PeriodCounts
    from broadsheet.terms.matrix import TermMatrix

__all__ = ["DatableMatrix"]


class DatableMatrix(MeasurableMatrix):
    """Counts whose terms can be followed over time."""

    __slots__ = ()

    def trend(
        self,
        dates: Any,
        freq: str = "W",
        terms: Any = None,
        *,
        relative_to: Literal["tokens", "documents"] = "tokens",
        interval: Literal["poisson", "binomial", "bootstrap"] | None = None,
        alpha: float = 0.05,
        samples: int = 999,
        seed: int = 0,
        missing: Literal["raise", "drop"] = "raise",
        sizes: ArrayLike | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Return how often each term comes in each period.

        Parameters
        ----------
        dates : array_like of shape (n_documents,)
            The date of each document: dates or times of Python, NumPy or pandas, or str as ISO 8601
            writes them, such as ``corpus.metadata["date"]``. A Series of pandas counts by its index
            if that holds the ids, in order otherwise. Times with a time zone fall into the periods
            of their own clock.
        freq : str, default="W"
            How long a period is, as a period alias of pandas: ``"D"``, ``"W"`` (Monday to Sunday;
            ``"W-SAT"`` ends on Saturday), ``"M"``, ``"Q"``, ``"Y"``, ``"h"``; a multiple such as
            ``"2W"`` counts from the day of the first date.
        terms : str, or sequence of str or int, optional
            The terms to follow, named as the columns in ``m[:, terms]``. By default all.
        relative_to : {"tokens", "documents"}, default="tokens"
            Whether rates are occurrences per million tokens of the period, or the share of its
            documents that have the term.
        interval : {"poisson", "binomial", "bootstrap"}, optional
            Where ``low`` and ``high`` come from. The exact intervals of `broadsheet.measures.rates`
            take each occurrence, or each document, for a draw of its own; by default that of
            Poisson for tokens, and the binomial one for documents. The bootstrap draws whole
            documents of the period anew, so that a term which few of them repeat has a wide
            interval.
        alpha : float, default=0.05
            1 less the confidence of intervals.
        samples : int, default=999
            How many samples a bootstrap draws. They are drawn in batches, in at most 128 MB.
        seed : int, default=0
            What makes the bootstrap repeatable.
        missing : {"raise", "drop"}, default="raise"
            What becomes of a document without a date: an error names it, or it is left out.
        sizes : array_like of shape (n_documents,), optional
            The tokens of each document. By default the sums of the rows: all their tokens, unless
            columns were left out or n-grams are counted.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n)``.

        Returns
        -------
        DataFrame
            A row for each term and period from the first date to the last, term by term: ``term``;
            ``period``, when it begins; ``count``, the occurrences; ``documents`` that have the
            term; ``total``, all tokens or documents of the period; ``rate`` and its interval,
            ``low`` to ``high``. ``.attrs`` holds measure, variant, parameters, correction and
            source. In a period without tokens, or documents, all counts are 0 and rates NaN.

        Raises
        ------
        ValueError
            If this matrix holds weights, a date is missing or cannot be read, lengths differ, terms
            and periods are too many for one table, or a parameter is out of range.
        TypeError
            If `dates` is one str, or numbers.
        KeyError
            If there is no such term.

        See Also
        --------
        TermMatrix.frequency : Counts of groups of any kind.
        broadsheet.measures.rates : The same from counts and totals.

        Notes
        -----
        A bootstrap draws nothing that was not seen: where no document of a period has the term, its
        interval is 0 to 0, and an exact one says more.

        Examples
        --------
        >>> import broadsheet as bs
        >>> m = bs.TermMatrix([[3, 7], [1, 9], [0, 20], [6, 4]], ["strike", "the"])
        >>> dates = ["2024-03-04", "2024-03-07", "2024-03-12", "2024-03-27"]
        >>> trend = m.trend(dates, "W", "strike")
        >>> trend[["term", "period", "count", "documents", "total", "rate", "high"]].round({"high": 0})
             term     period  count  documents  total      rate       high
        0  strike 2024-03-04      4          2     20  200000.0   512079.0
        1  strike 2024-03-11      0          0     20       0.0   184444.0
        2  strike 2024-03-18      0          0      0       NaN        NaN
        3  strike 2024-03-25      6          1     10  600000.0  1305947.0

        A column for each term, as plots want it:

        >>> m.trend(dates, "M", relative_to="documents").pivot(
        ...     index="period", columns="term", values="rate"
        ... )
        term        strike  the
        period
        2024-03-01    0.75  1.0
        """
        from broadsheet.statistics._trend import TrendOptions, trend_frame

        options = TrendOptions(
            relative_to=relative_to, interval=interval, alpha=alpha, samples=samples, seed=seed
        )
        counted = self._count_periods("trend", dates, freq, terms, missing, sizes, n_jobs)
        return trend_frame(counted, options, n_jobs, progress)

    def bursts(
        self,
        dates: Any,
        freq: str = "W",
        terms: Any = None,
        *,
        relative_to: Literal["tokens", "documents"] = "documents",
        s: float = 2.0,
        gamma: float = 1.0,
        levels: int = 1,
        missing: Literal["raise", "drop"] = "raise",
        sizes: ArrayLike | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Find the bursts of each term: runs of periods in which it comes far more often.

        Parameters
        ----------
        dates : array_like of shape (n_documents,)
            The date of each document, as for `TermMatrix.trend`.
        freq : str, default="W"
            How long a period is, as for `TermMatrix.trend`.
        terms : str, or sequence of str or int, optional
            The terms to look at, named as the columns in ``m[:, terms]``. By default all.
        relative_to : {"tokens", "documents"}, default="documents"
            Whether documents that have the term are compared with all of the period, or its
            occurrences with all tokens. Documents are what the paper counts: one that repeats a
            term is one all the same.
        s : float, default=2.0
            How many times more frequent each level is than the one below it, above 1.
        gamma : float, default=1.0
            What it costs to rise by one level: the higher, the fewer and the longer are bursts.
        levels : int, default=1
            How many levels there are above that of every day.
        missing : {"raise", "drop"}, default="raise"
            What becomes of a document without a date: an error names it, or it is left out.
        sizes : array_like of shape (n_documents,), optional
            The tokens of each document. By default the sums of the rows: all their tokens, unless
            columns were left out or n-grams are counted.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_terms)``.

        Returns
        -------
        DataFrame
            A row for each burst, the greatest weight first, ties in the order of terms: ``term``;
            ``level``, from 1; ``start`` and ``end``, its first and its last period, by when they
            begin; ``count`` of documents, or of occurrences, among the ``total`` of its periods;
            and ``burst_weight``. ``.attrs`` holds measure, variant, parameters, correction and
            source.

        Raises
        ------
        ValueError
            If this matrix holds weights, a date is missing or cannot be read, lengths differ, or a
            parameter is out of range.
        TypeError
            If `dates` is one str, or numbers.
        KeyError
            If there is no such term.

        See Also
        --------
        broadsheet.measures.bursts : The same from counts, and how bursts are defined.
        TermMatrix.trend : The counts of each period.

        Examples
        --------
        >>> import broadsheet as bs
        >>> quiet = [[0, 1]] * 19 + [[1, 1]]
        >>> loud = [[0, 1]] * 11 + [[1, 1]] * 9
        >>> m = bs.TermMatrix(quiet + loud + quiet + quiet, ["strike", "the"])
        >>> dates = ["2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25"]
        >>> m.bursts([date for date in dates for _ in range(20)]).round({"burst_weight": 2})
             term  level      start        end  count  total  burst_weight
        0  strike      1 2024-03-11 2024-03-11      9     20           4.1
        """
        from broadsheet.measures.bursts import burst_parameters
        from broadsheet.statistics._bursts import bursts_frame

        parameters = burst_parameters(s, gamma, levels)
        counted = self._count_periods("bursts", dates, freq, terms, missing, sizes, n_jobs)
        return bursts_frame(counted, relative_to, parameters, n_jobs, progress)

    def rolling_keyness(
        self,
        dates: Any,
        freq: str = "W",
        previous: int = 4,
        measures: str | Iterable[str] = (
            "log_ratio_conservative",
            "log_ratio",
            "log_likelihood",
            "log_likelihood_p",
        ),
        *,
        top: int | None = None,
        correction: Literal["benjamini_hochberg", "bonferroni", "holm"] | None = (
            "benjamini_hochberg"
        ),
        permutations: int = 0,
        bootstrap: int = 0,
        dispersion: str | None = None,
        sizes: ArrayLike | None = None,
        signed: bool = False,
        alpha: float = 0.05,
        k: float = 1.0,
        prior: str | ArrayLike = "uniform",
        prior_size: float | None = None,
        seed: int = 0,
        missing: Literal["raise", "drop"] = "raise",
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Compare each period with those just before it.

        Parameters
        ----------
        dates : array_like of shape (n_documents,)
            The date of each document, as for `TermMatrix.trend`.
        freq : str, default="W"
            How long a period is, as for `TermMatrix.trend`.
        previous : int, default=4
            How many periods before each are what it is compared with.
        measures : str or iterable of str
            Names of measures, as for `TermMatrix.keyness`.
        top : int, optional
            How many terms of each period to keep; by default all that it or its past has.
        correction, permutations, bootstrap, dispersion, sizes : optional
            As for `TermMatrix.keyness`. P-values are corrected for the terms of each period, all of
            them whatever `top` keeps; not for the number of periods.
        signed, alpha, k, prior, prior_size : optional
            Of some measures, as for `TermMatrix.keyness`.
        seed : int, default=0
            What makes permutations and bootstrap repeatable.
        missing : {"raise", "drop"}, default="raise"
            What becomes of a document without a date: an error names it, or it is left out.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_periods)``.

        Returns
        -------
        DataFrame
            Period after period, ``period``, when it begins, and the rows of `TermMatrix.keyness`.
            There are none for the first `previous` periods, nor where the period has no tokens, or
            those before it have none. ``.attrs`` holds measure, variant, parameters, correction and
            source.

        Raises
        ------
        ValueError
            If this matrix holds weights, a date is missing or cannot be read, no period can be
            compared, there is no such measure, or a parameter is out of range.
        TypeError
            If `dates` is one str, or numbers.

        See Also
        --------
        TermMatrix.keyness : One comparison, and what its columns are.
        TermMatrix.bursts : Looks at all periods of a term at once.

        Examples
        --------
        >>> import broadsheet as bs
        >>> m = bs.TermMatrix([[1, 9], [0, 10], [6, 14], [1, 19]], ["strike", "the"])
        >>> dates = ["2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25"]
        >>> key = m.rolling_keyness(dates, "W", 2, ["log_ratio", "log_likelihood"], top=1)
        >>> key[["period", "term", "count", "reference_count", "log_ratio"]].round({"log_ratio": 2})
              period    term  count  reference_count  log_ratio
        0 2024-03-18  strike      6                1       2.58
        1 2024-03-25     the     19               24       0.25
        """
        from broadsheet.statistics._keyness import KeynessOptions
        from broadsheet.statistics._periods import read_periods
        from broadsheet.statistics._rolling_keyness import rolling_keyness_frame

        self._require_counts("rolling_keyness")
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
        return rolling_keyness_frame(
            cast("TermMatrix", self),
            read_periods(dates, freq, self._ids, missing),
            previous,
            top,
            options,
            sizes=sizes,
            n_jobs=n_jobs,
            progress=progress,
        )

    def _count_periods(
        self,
        verb: str,
        dates: Any,
        freq: str,
        terms: Any,
        missing: Literal["raise", "drop"],
        sizes: ArrayLike | None,
        n_jobs: int | None,
    ) -> PeriodCounts:
        """Return what terms count in each period."""
        from broadsheet.statistics._periods import read_periods
        from broadsheet.statistics._trend import count_periods

        self._require_counts(verb)
        periods = read_periods(dates, freq, self._ids, missing)
        return count_periods(cast("TermMatrix", self), periods, terms, sizes, n_jobs)
