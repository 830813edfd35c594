"""Rolling keyness: each period against those just before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._frames import make_frame
from broadsheet._numbers import at_least_one
from broadsheet._parallel import Progress, watch
from broadsheet.measures._catalogue import describe
from broadsheet.statistics._keyness import KeynessOptions, compute_keyness
from broadsheet.statistics._periods import Periods

if TYPE_CHECKING:
    from broadsheet.terms import TermMatrix

__all__ = ["rolling_keyness_frame"]


def rolling_keyness_frame(
    matrix: TermMatrix,
    periods: Periods,
    previous: int,
    top: int | None,
    options: KeynessOptions,
    *,
    sizes: ArrayLike | None,
    n_jobs: int | None,
    progress: Progress,
) -> Any:
    """Make the table of `TermMatrix.rolling_keyness`."""
    n_previous = at_least_one(previous, "previous")
    n_kept = None if top is None else at_least_one(top, "top")
    tokens = matrix._sizes(sizes)
    numbers = _comparable(periods, tokens, n_previous)
    tables = []
    with watch(progress, len(numbers), "rolling keyness", unit="period") as tell:
        for n_done, number in enumerate(numbers, 1):
            rows, is_target = _window(periods, number, n_previous)
            table = compute_keyness(
                matrix[rows],
                is_target,
                None,
                options,
                sizes=tokens[rows],
                reference_size=None,
                n_jobs=n_jobs,
                progress=None,
            )
            tables.append(table)
            if tell is not None:
                tell(n_done)
    parts = [{name: column[:n_kept] for name, column in table.columns.items()} for table in tables]
    lengths = [len(part["term"]) for part in parts]
    columns = {"period": np.repeat(periods.starts.to_numpy()[numbers], lengths)}
    columns |= {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    # What differs from one period to the next is no parameter of the table.
    parameters = {
        name: value
        for name, value in tables[0].parameters.items()
        if all(table.parameters[name] == value for table in tables)
    }
    attrs = describe(tables[0].measures, parameters, options.correction)
    attrs["parameters"] |= {"freq": periods.freq, "previous": n_previous}
    return make_frame(columns, attrs)


def _comparable(periods: Periods, sizes: NDArray[np.float64], n_previous: int) -> list[int]:
    """Return the numbers of the periods that have tokens, and so have those before them."""
    tokens = np.concatenate(([0.0], np.cumsum(periods.sums(sizes[periods.rows]))))
    numbers = [
        number
        for number in range(n_previous, len(periods))
        if tokens[number + 1] > tokens[number] > tokens[number - n_previous]
    ]
    if not numbers:
        raise ValueError(
            f"dates must span a period with tokens, and tokens in the {n_previous} before it: they "
            f"span {len(periods)} of freq {periods.freq!r}"
        )
    return numbers


def _window(
    periods: Periods, number: int, n_previous: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return the documents of a period and of those before it, and which are of the period."""
    begin, middle, end = periods.indptr[[number - n_previous, number, number + 1]]
    rows = periods.rows[begin:end]
    order = np.argsort(rows)
    return rows[order], (order >= middle - begin)
