"""Bursts of the terms of dated documents."""

from __future__ import annotations

from typing import Any

import numpy as np

from broadsheet._frames import make_frame
from broadsheet._parallel import Progress
from broadsheet.measures._catalogue import describe, measures_of
from broadsheet.measures._counts import as_whole
from broadsheet.measures.bursts import find_bursts
from broadsheet.statistics._trend import PeriodCounts
from broadsheet.terms._labels import Labels

__all__ = ["bursts_frame"]


def bursts_frame(
    counted: PeriodCounts,
    relative_to: str,
    parameters: dict[str, Any],
    n_jobs: int | None,
    progress: Progress,
) -> Any:
    """Make the table of `TermMatrix.bursts`."""
    events, totals = counted.relative_to(relative_to)
    found = find_bursts(events, totals, parameters, n_jobs, progress)
    alphabet = Labels.of(counted.terms).alphabet()
    # What the core gives is in the order of starts and levels, and stays so among equals.
    order = np.lexsort((alphabet[found.rows], -found.weights))
    starts = counted.periods.starts.to_numpy()
    columns = {
        "term": counted.terms[found.rows[order]],
        "level": found.levels[order],
        "start": starts[found.starts[order]],
        "end": starts[found.ends[order]],
        "count": as_whole(found.counts[order]),
        "total": as_whole(found.totals[order]),
        "burst_weight": found.weights[order],
    }
    known = {"freq": counted.periods.freq, "relative_to": relative_to}
    return make_frame(columns, describe(measures_of("bursts"), known | parameters))
