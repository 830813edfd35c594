"""Trends: how often terms come in each period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import as_count, as_number, at_least_one
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import describe, find
from broadsheet.measures._counts import as_csr, as_whole
from broadsheet.measures.rates import compute_rates
from broadsheet.statistics._periods import MOST_ROWS, Periods

if TYPE_CHECKING:
    from broadsheet.terms import TermMatrix

__all__ = ["PeriodCounts", "TrendOptions", "count_periods", "trend_frame"]

_PER = {"tokens": 1_000_000.0, "documents": 1.0}
_EXACT = {"tokens": "poisson", "documents": "binomial"}

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendOptions:
    """How `TermMatrix.trend` computes rates and intervals; the fields are its parameters."""

    relative_to: Literal["tokens", "documents"]
    interval: Literal["poisson", "binomial", "bootstrap"] | None
    alpha: float
    samples: int
    seed: int


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """What terms count in each period.

    Attributes
    ----------
    terms : ndarray of str
        The terms.
    periods : Periods
        The periods.
    csr : tuple of ndarray
        The counts of `terms` in the documents of `periods.rows`, a row a term.
    sizes : ndarray of float64
        The tokens of these documents.
    counts, documents : ndarray of shape (n_terms, n_periods)
        How often each term comes, and how many documents have it.
    """

    terms: NDArray[Any]
    periods: Periods
    csr: tuple[NDArray[np.int64], NDArray[np.int32], NDArray[Any]]
    sizes: _Floats
    counts: _Floats
    documents: NDArray[np.int64]

    def relative_to(self, whole: str) -> tuple[_Floats, _Floats]:
        """Return the numbers that a share is made of: those of each term, and of each period."""
        if whole == "tokens":
            return self.counts, self.periods.sums(self.sizes)
        if whole == "documents":
            return self.documents.astype(np.float64), np.diff(self.periods.indptr).astype(float)
        raise ValueError(f"relative_to must be 'tokens' or 'documents', not {whole!r}")


def count_periods(
    matrix: TermMatrix, periods: Periods, terms: Any, sizes: ArrayLike | None, n_jobs: int | None
) -> PeriodCounts:
    """Count terms of a matrix in each period."""
    columns = slice(None) if terms is None else matrix._column_places(terms)
    part = matrix[periods.rows, columns]
    n_rows = part.shape[1] * len(periods)
    if n_rows > MOST_ROWS:
        raise ValueError(
            f"{part.shape[1]:,} terms in {len(periods):,} periods make {n_rows:,} rows, more than "
            "memory holds: choose terms, longer periods, or fewer terms by TermMatrix.trim"
        )
    by_term = as_csr(part.csr.T, "counts")
    csr = (by_term.indptr.astype(np.int64), by_term.indices.astype(np.int32), by_term.data)
    counts, documents = _core.period_counts(
        *csr, periods.indptr, n_threads=resolve_n_jobs(n_jobs), progress=None
    )
    shape = part.shape[1], len(periods)
    document_sizes = matrix._sizes(sizes)[periods.rows]
    return PeriodCounts(
        part.terms, periods, csr, document_sizes, counts.reshape(shape), documents.reshape(shape)
    )


def trend_frame(
    counted: PeriodCounts, options: TrendOptions, n_jobs: int | None, progress: Progress
) -> Any:
    """Make the table of `TermMatrix.trend`."""
    whole, periods = options.relative_to, counted.periods
    events, totals = counted.relative_to(whole)
    interval = _EXACT[whole] if options.interval is None else options.interval
    if interval not in ("poisson", "binomial", "bootstrap"):
        raise ValueError(f"interval must be 'poisson', 'binomial' or 'bootstrap', not {interval!r}")
    parameters: dict[str, Any] = {
        "freq": periods.freq,
        "relative_to": whole,
        "per": _PER[whole],
        "alpha": as_number(options.alpha, "alpha"),
        "samples": at_least_one(options.samples, "samples"),
        "seed": as_count(options.seed, "seed"),
    }
    flat, all_totals = events.ravel(), np.tile(totals, len(counted.terms))
    if interval == "bootstrap":
        with np.errstate(invalid="ignore"):
            rates = flat / all_totals
        low, high = _bootstrap(counted, whole, parameters, n_jobs, progress)
    else:
        alpha = parameters["alpha"]
        rates, low, high = compute_rates(flat, all_totals, interval, alpha, n_jobs, progress)
    values = {"rate": rates, "low": low, "high": high}
    columns = {
        "term": np.repeat(counted.terms, len(periods)),
        "period": np.tile(periods.starts.to_numpy(), len(counted.terms)),
        "count": as_whole(counted.counts.ravel()),
        "documents": counted.documents.ravel(),
        "total": as_whole(all_totals),
        **{name: column * parameters["per"] for name, column in values.items()},
    }
    chosen = [find("rate", "measure"), find(f"{interval}_interval", "interval")]
    return make_frame(columns, describe(chosen, parameters))


def _bootstrap(
    counted: PeriodCounts,
    whole: str,
    parameters: dict[str, Any],
    n_jobs: int | None,
    progress: Progress,
) -> tuple[_Floats, _Floats]:
    """Return the ends of the intervals when the documents of each period are drawn anew."""
    indptr, indices, values = counted.csr
    sizes = counted.sizes
    if whole == "documents":
        values, sizes = np.sign(values), np.ones(sizes.size)
    with watch(progress, len(counted.terms), "bootstrap", unit="term") as tell:
        return _core.bootstrap_rates(
            indptr,
            indices,
            values,
            sizes,
            counted.periods.indptr,
            n_samples=parameters["samples"],
            seed=parameters["seed"],
            alpha=parameters["alpha"],
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
