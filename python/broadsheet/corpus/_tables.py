"""Tables of any kind: their columns as they are, and the rest as metadata in pandas."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from broadsheet._extras import import_extra

__all__ = ["Table", "open_table", "read_metadata"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose columns can be taken one by one.

    Attributes
    ----------
    names : list
        Names of the columns.
    column : callable
        Takes a name and returns the column, in the kind that the table is made of.
    to_pandas : callable
        Takes names and returns these columns as a DataFrame of their own.
    """

    names: list[Hashable]
    column: Callable[[Any], Any]
    to_pandas: Callable[[list[Any]], pd.DataFrame]

    def check_column(self, role: str, name: Any) -> None:
        """Raise ValueError unless there is exactly one column `name`."""
        n_found = self.names.count(name)
        if n_found == 0:
            known = ", ".join(repr(known) for known in self.names)
            raise ValueError(f"{role}: there is no column {name!r}; the columns are {known}")
        if n_found > 1:
            raise ValueError(f"{role}: {n_found} columns are named {name!r}")


def open_table(frame: Any) -> Table:
    """Open a table of pandas, polars or pyarrow, a DuckDB relation, or a mapping of columns."""
    if isinstance(frame, Table):
        return frame
    if isinstance(frame, Mapping):
        frame = pd.DataFrame(dict(frame))
    if isinstance(frame, pd.DataFrame):
        return Table(list(frame.columns), frame.__getitem__, lambda names: frame[names].copy())
    polars = sys.modules.get("polars")
    if polars is not None and isinstance(frame, polars.DataFrame):
        return Table(list(frame.columns), frame.get_column, lambda names: _of_polars(frame, names))
    if polars is not None and isinstance(frame, polars.LazyFrame):
        raise TypeError("a LazyFrame has no rows yet: collect() it first")
    if hasattr(frame, "__arrow_c_stream__"):
        return _open_arrow(frame)
    raise TypeError(
        f"expected a table of pandas, polars, pyarrow or DuckDB, not {type(frame).__name__}"
    )


def read_metadata(metadata: Any, n_texts: int) -> pd.DataFrame:
    """Return metadata given in any kind of table, or as records, as a DataFrame of its own."""
    if metadata is None:
        return pd.DataFrame(index=pd.RangeIndex(n_texts))
    if isinstance(metadata, list | tuple):
        metadata = pd.DataFrame(list(metadata))
    table = open_table(metadata)
    for name in table.names:
        table.check_column("metadata", name)
    frame = table.to_pandas(table.names)
    if len(frame) != n_texts:
        raise ValueError(f"metadata must have a row for each text, {n_texts}, not {len(frame)}")
    return frame.reset_index(drop=True)


def _of_polars(frame: Any, names: list[str]) -> pd.DataFrame:
    if importlib.util.find_spec("pyarrow") is not None:
        return _with_rows(frame.select(names).to_pandas(), frame.height)
    columns = {name: frame.get_column(name).to_list() for name in names}
    return pd.DataFrame(columns, index=pd.RangeIndex(frame.height))


def _open_arrow(frame: Any) -> Table:
    table = import_extra("pyarrow", extra="arrow").table(frame)
    return Table(
        list(table.column_names),
        table.column,
        lambda names: _with_rows(table.select(names).to_pandas(), table.num_rows),
    )


def _with_rows(frame: pd.DataFrame, n_rows: int) -> pd.DataFrame:
    """A table without columns forgets how many rows it has."""
    return frame if frame.shape[1] else pd.DataFrame(index=pd.RangeIndex(n_rows))
