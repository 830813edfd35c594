"""Parquet: one article a row, in Arrow columns that are never made Python strings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from broadsheet._extras import import_extra
from broadsheet.reading._articles import Articles, Settings, Strings
from broadsheet.reading._compression import check_growth
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError

__all__ = ["read_parquet"]

# Rows at a time: each time the limits are checked, before a small dictionary has grown large.
BATCH_SIZE = 1 << 14


def read_parquet(source: Source, data: bytes | None, settings: Settings) -> Articles:
    """Return the articles in the file, or in `data`, its content where it was compressed."""
    path = source.path
    table = _table(path, data, settings)
    names = list(table.column_names)
    roles = settings.columns.find(path, names)
    texts = _strings(path, table, roles.text)
    if settings.strict and texts.null_count:
        row = texts.is_null().index(True).as_py()
        raise ReadError(path, f"row {row}: {roles.text!r} must be a string, not null")
    try:  # The texts are the corpus's to check.
        table.select([name for name in names if name not in roles.texts]).validate(full=True)
    except ValueError as error:
        raise ReadError(path, str(error)) from error
    return Articles(
        path,
        texts,
        table.select(roles.metadata(names)).to_pandas(ignore_metadata=True),
        lambda row: f"row {row}",
        _strings(path, table, roles.headline),
        _strings(path, table, roles.deck),
        _strings(path, table, roles.id, cast=True),
        roles.id,
    )


def _table(path: Path, data: bytes | None, settings: Settings) -> Any:
    pyarrow = import_extra("pyarrow", extra="arrow")
    parquet = import_extra("pyarrow.parquet", extra="arrow")
    n_compressed = path.stat().st_size
    batches, n_bytes = [], 0
    try:
        file = parquet.ParquetFile(path if data is None else pyarrow.BufferReader(data))
        for batch in file.iter_batches(batch_size=BATCH_SIZE):
            n_bytes += batch.nbytes
            check_growth(path, settings.limits, n_bytes, n_compressed)
            batches.append(batch)
        return pyarrow.Table.from_batches(batches, schema=file.schema_arrow)
    except (pyarrow.ArrowException, OSError) as error:
        raise ReadError(path, f"not a whole Parquet file: {error}") from error


def _strings(path: Path, table: Any, name: str | None, *, cast: bool = False) -> Strings:
    """Return a column of strings, or what was asked to be cast to strings."""
    if name is None:
        return None
    column = table.column(name)
    # By name: older versions of pyarrow know fewer kinds of strings.
    is_string = re.fullmatch(
        r"(dictionary<values=)?(large_)?string(_view)?(,.*>)?", str(column.type)
    )
    if cast and not is_string:
        return column.cast("string")
    if not is_string:
        raise ReadError(path, f"column {name!r} must hold strings, not {column.type}")
    return column
