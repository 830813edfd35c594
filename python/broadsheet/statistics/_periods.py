"""Dates of documents, read as pandas reads them, and the periods they fall into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from broadsheet.terms._grouping import to_array
from broadsheet.terms._rows import align

__all__ = ["MOST_ROWS", "Periods", "read_periods"]

MOST_ROWS: Final = 100_000_000  # Of a table of terms by periods: some 8 GB.


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods without a gap between them, and the documents of each.

    Attributes
    ----------
    freq : str
        The alias of pandas of one period.
    starts : DatetimeIndex
        When each begins.
    rows : ndarray of int64
        The rows of documents, those without a date left out, in the order of their periods.
    indptr : ndarray of int64
        Where the documents of each period begin among `rows`, and where the last ends.
    """

    freq: str
    starts: pd.DatetimeIndex
    rows: NDArray[np.int64]
    indptr: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the sums of values of `rows` in each period."""
        period = np.repeat(np.arange(len(self)), np.diff(self.indptr))
        return np.bincount(period, values, minlength=len(self)).astype(np.float64)


def read_periods(
    dates: Any, freq: str, labels: NDArray[Any], missing: Literal["raise", "drop"]
) -> Periods:
    """Return the periods from the first date to the last.

    Parameters
    ----------
    dates : array_like
        The date of each row. A Series of pandas is aligned as `align` says.
    freq : str
        A period alias of pandas; a multiple counts from the day of the first date.
    labels : ndarray
        The labels of the rows.
    missing : {"raise", "drop"}
        What becomes of a row without a date.
    """
    if missing not in ("raise", "drop"):
        raise ValueError(f"missing must be 'raise' or 'drop', not {missing!r}")
    dtype = _read_freq(freq)
    times = _read_times(dates, labels)
    is_dated = times.notna().to_numpy()
    if missing == "raise" and not is_dated.all():
        row, n = int(is_dated.argmin()), int((~is_dated).sum())
        raise ValueError(
            f"dates must not be missing, as they are for {n} rows, the first of them row {row} "
            f"({labels[row]!s}): missing='drop' leaves them out"
        )
    rows = np.flatnonzero(is_dated)
    if not rows.size:
        raise ValueError("dates must be known of one document at least")
    numbers, starts = _number(times[is_dated], dtype)
    counts = np.bincount(numbers, minlength=len(starts))
    indptr = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return Periods(_alias(dtype), starts, rows[np.argsort(numbers, kind="stable")], indptr)


def _number(
    times: pd.Series[Any], dtype: pd.PeriodDtype
) -> tuple[NDArray[np.int64], pd.DatetimeIndex]:
    """Return the number of the period of each time, and when each period begins."""
    unit: Any = dtype.freq.base
    n_units = dtype.freq.n
    first_day = pd.Period(times.min().normalize(), freq=unit)
    units = pd.PeriodIndex(times, freq=unit).astype(np.int64).to_numpy() - first_day.ordinal
    numbers = units // n_units
    first = int(numbers.min())
    n_periods = int(numbers.max()) - first + 1
    if n_periods > MOST_ROWS:
        raise ValueError(
            f"dates span {n_periods:,} periods of {_alias(dtype)}, more than a table holds: "
            f"from {times.min()} to {times.max()}"
        )
    begins = first_day.ordinal + n_units * (first + np.arange(n_periods))
    periods = pd.PeriodIndex(pd.arrays.PeriodArray(begins, dtype=pd.PeriodDtype(unit)))
    return numbers - first, periods.to_timestamp()


def _read_freq(freq: Any) -> pd.PeriodDtype:
    try:
        return pd.PeriodDtype(freq)
    except (ValueError, TypeError) as error:
        raise ValueError(
            "freq must be a period alias of pandas, such as 'D', 'W', '2W', 'M', 'Q' or 'Y', not "
            f"{freq!r}"
        ) from error


def _alias(dtype: pd.PeriodDtype) -> str:
    return dtype.name.removeprefix("period[").removesuffix("]")


def _read_times(dates: Any, labels: NDArray[Any]) -> pd.Series[Any]:
    """Return dates as times of one clock, NaT where there is none."""
    if isinstance(dates, (str, bytes)):
        raise TypeError(
            f"dates must be one a row, not {dates!r}: a matrix has no metadata, so give the "
            f"column itself, as in corpus.metadata[{dates!r}]"
        )
    values = dates if isinstance(dates, pd.Series) else pd.Series(_as_array(dates))
    if len(values) != len(labels):
        raise ValueError(f"dates must be one a row, {len(labels)}, not {len(values)}")
    values = align(values, labels, "row").reset_index(drop=True)
    if isinstance(values.dtype, pd.PeriodDtype):
        return pd.Series(values.dt.to_timestamp())
    if values.dtype.kind in "biufc" and len(values):
        raise TypeError(f"dates must be dates, not {values.dtype}: see pandas.to_datetime")
    try:
        times = pd.to_datetime(values, format="ISO8601")
    except (ValueError, TypeError) as error:
        raise _unread(values, labels, error) from None
    return times.dt.tz_localize(None)


def _as_array(dates: Any) -> Any:
    """Return dates as pandas takes them; those of polars and pyarrow with their time zones."""
    if not isinstance(dates, (pd.Index, pd.api.extensions.ExtensionArray, np.ndarray)):
        for name in ("to_list", "to_pylist"):  # NumPy, which others become, has no time zones.
            if hasattr(dates, name):
                return getattr(dates, name)()
    return to_array(dates, "dates")


def _unread(values: pd.Series[Any], labels: NDArray[Any], error: Exception) -> Exception:
    """Return the error that names the first value that is no date, or says what else is wrong."""
    for row, value in enumerate(values):
        try:
            pd.to_datetime(pd.Series([value], dtype=object), format="ISO8601")
        except (ValueError, TypeError):
            return ValueError(
                f"dates must be dates, or str as ISO 8601 writes them: row {row} ({labels[row]!s}) "
                f"is {value!r}; pandas.to_datetime(dates, format=...) reads others"
            )
    return ValueError(
        f"dates must be of one clock: {error}. pandas.to_datetime(dates, utc=True) makes them so"
    )
