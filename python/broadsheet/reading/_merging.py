"""The articles of several files in one corpus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Literal

import pandas as pd

from broadsheet._extras import import_extra
from broadsheet.corpus import Corpus
from broadsheet.reading._articles import Articles, Settings, Strings, to_series
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError
from broadsheet.reading._naming import name_articles

__all__ = ["merge"]


def merge(
    sources: Sequence[Source],
    tables: Sequence[Articles],
    settings: Settings,
    zones: Literal["detect"] | None,
) -> Corpus:
    """Return the corpus of the articles in all tables, one table a source, in order."""
    is_named = isinstance(settings.columns.id, str)
    ids, unused = name_articles(sources, tables, is_named=is_named)
    try:
        return Corpus(
            _joined([table.texts for table in tables]),
            ids=ids,
            metadata=_metadata(tables, unused),
            zones=zones,
            errors=settings.errors,
        )
    except ValueError:
        _blame(tables, settings)
        raise


def _joined(columns: Sequence[Strings]) -> Strings:
    """Return one column of strings: an Arrow one, without a copy, if all are."""
    if not all(hasattr(column, "chunks") for column in columns):
        lists = (column.to_pylist() if hasattr(column, "chunks") else column for column in columns)
        return list(chain.from_iterable(lists))
    pyarrow = import_extra("pyarrow", extra="arrow")
    kinds = {column.type for column in columns}
    if len(kinds) > 1:
        columns = [column.cast(pyarrow.large_string()) for column in columns]
    chunks = [chunk for column in columns for chunk in column.chunks]
    return pyarrow.chunked_array(chunks, columns[0].type)


def _metadata(
    tables: Sequence[Articles], unused: Sequence[list[str | None] | None]
) -> pd.DataFrame | None:
    """Return the metadata of all tables, with None where a table lacks a column."""
    frames = [_frame(table, ids) for table, ids in zip(tables, unused, strict=True)]
    names = list(dict.fromkeys(name for frame in frames if frame is not None for name in frame))
    if not names:
        return None
    columns = {}
    for name in names:
        parts = [None if frame is None else frame.get(name) for frame in frames]
        if all(part is not None for part in parts):
            columns[name] = pd.concat(parts, ignore_index=True)
        else:
            values = [
                [None] * len(table) if part is None else part.tolist()
                for part, table in zip(parts, tables, strict=True)
            ]
            columns[name] = to_series(list(chain.from_iterable(values)))
    return pd.DataFrame(columns)


def _frame(table: Articles, unused_ids: list[str | None] | None) -> pd.DataFrame | None:
    if unused_ids is None or table.id_name is None:
        return table.metadata
    frame = pd.DataFrame({table.id_name: unused_ids})
    return frame if table.metadata is None else pd.concat([frame, table.metadata], axis=1)


def _blame(tables: Sequence[Articles], settings: Settings) -> None:
    """Raise the error of the first table that cannot become a corpus by itself, with its file."""
    for table in tables:
        try:
            Corpus(table.texts, zones=None, errors=settings.errors)
        except ValueError as error:
            raise ReadError(table.path, str(error)) from error
