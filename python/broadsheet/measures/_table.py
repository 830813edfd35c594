"""Tables of measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from broadsheet._frames import make_frame
from broadsheet.measures._catalogue import describe
from broadsheet.measures._measure import Measure

__all__ = ["measure_frame"]


def measure_frame(
    measures: Sequence[Measure],
    values: Sequence[Any],
    parameters: Mapping[str, Any],
    *,
    labels: Mapping[str, Any] | None = None,
    checks: Mapping[str, Any] | None = None,
    correction: str | None = None,
    index: pd.Index[Any] | None = None,
) -> Any:
    """Make a table with a column a measure, between what each row is and what checks say of it.

    A pandas frame keeps the index of what was given.
    """
    columns = dict(labels or {})
    columns |= {measure.name: column for measure, column in zip(measures, values, strict=True)}
    columns |= checks or {}
    frame = make_frame(columns, describe(measures, parameters, correction))
    if index is not None and isinstance(frame, pd.DataFrame):
        frame.index = index
    return frame
