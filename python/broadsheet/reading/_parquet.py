"""Parquet: one article a row, in Arrow columns that are never made Python strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from broadsheet._extras import import_extra
from broadsheet.reading._articles import Articles, Settings, Strings
from broadsheet.reading._compression import check_growth
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError

__all__ = ["read_parquet", "read_parquet_parts"]

# Rows at a time: each time the limits are checked, before a small dictionary has grown large.
BATCH_SIZE = 1 << 14

# Bytes of a column that are read at a time where parts of the file are asked for.
BUFFER_SIZE = 1 << 20


def read_parquet(source: Source, data: bytes | None, settings: Settings) -> Articles:
    """Return the articles in the file, or in `data`, its content where it was compressed."""
    file = _File(source.path, data, settings)
    return _articles(source.path, file.table(list(file.batches(BATCH_SIZE))), settings)


def read_parquet_parts(
    source: Source, data: bytes | None, settings: Settings, size: int
) -> Iterator[Articles]:
    """Yield the articles in the file, or in `data`, at most so many at a time."""
    file = _File(source.path, data, settings, buffer_size=BUFFER_SIZE, pre_buffer=False)
    begin = 0
    for batch in file.batches(size):
        yield _articles(source.path, file.table([batch]), settings, begin)
        begin += len(batch)


def _articles(path: Path, table: Any, settings: Settings, begin: int = 0) -> Articles:
    """Return the articles in a table whose first row is row `begin` of the file."""
    names = list(table.column_names)
    roles = settings.columns.find(path, names)
    texts = _strings(path, table, roles.text)
    if settings.strict and texts.null_count:
        row = begin + texts.is_null().index(True).as_py()
        raise ReadError(path, f"row {row}: {roles.text!r} must be a string, not null")
    try:  # The texts are the corpus's to check.
        table.select([name for name in names if name not in roles.texts]).validate(full=True)
    except ValueError as error:
        raise ReadError(path, str(error)) from error
    return Articles(
        path,
        texts,
        table.select(roles.metadata(names)).to_pandas(ignore_metadata=True),
        lambda row: f"row {begin + row}",
        _strings(path, table, roles.headline),
        _strings(path, table, roles.deck),
        _strings(path, table, roles.id, cast=True),
        roles.id,
        begin,
    )


class _File:
    """A Parquet file, read some rows at a time within the limits."""

    def __init__(self, path: Path, data: bytes | None, settings: Settings, **options: Any) -> None:
        self._pyarrow = import_extra("pyarrow", extra="arrow")
        parquet = import_extra("pyarrow.parquet", extra="arrow")
        self._path, self._limits = path, settings.limits
        with self._naming_errors():
            file = path if data is None else self._pyarrow.BufferReader(data)
            self._file = parquet.ParquetFile(file, **options)

    def batches(self, size: int) -> Iterator[Any]:
        n_compressed, n_bytes = self._path.stat().st_size, 0
        with self._naming_errors():
            for batch in self._file.iter_batches(batch_size=size):
                n_bytes += batch.nbytes
                check_growth(self._path, self._limits, n_bytes, n_compressed)
                yield batch

    def table(self, batches: list[Any]) -> Any:
        with self._naming_errors():
            return self._pyarrow.Table.from_batches(batches, schema=self._file.schema_arrow)

    @contextmanager
    def _naming_errors(self) -> Iterator[None]:
        try:
            yield
        except (self._pyarrow.ArrowException, OSError) as error:
            raise ReadError(self._path, f"not a whole Parquet file: {error}") from error


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
