"""The articles of several files in one corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import chain

import pandas as pd

from broadsheet._extras import import_extra
from broadsheet.corpus import Corpus
from broadsheet.corpus._tables import Table
from broadsheet.reading._articles import Articles, Settings, Strings, to_series
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError
from broadsheet.reading._naming import name_articles

__all__ = ["merge"]


class Part(Enum):
    """Names of columns that are not metadata, and no metadata can have."""

    TEXT = "text"
    HEADLINE = "headline"
    DECK = "deck"
    ID = "id"

    def __repr__(self) -> str:
        return repr(self.value)


def merge(
    sources: Sequence[Source],
    tables: Sequence[Articles],
    labels: Mapping[Source, str],
    settings: Settings,
) -> Corpus:
    """Return the corpus of the articles in all tables, in order; each table has its source."""
    is_named = isinstance(settings.columns.id, str)
    ids, unused = name_articles(sources, tables, labels, is_named=is_named)
    metadata = _metadata(tables, unused)
    try:
        return _corpus(tables, ids, metadata, settings)
    except ValueError:
        for table in tables:  # Which of them is it?
            try:
                _corpus([table], [str(row) for row in range(len(table))], None, settings)
            except ValueError as error:
                begin = f", counted from row {table.begin}" if table.begin else ""
                raise ReadError(table.path, f"{error}{begin}") from error
        raise


def _corpus(
    tables: Sequence[Articles],
    ids: Sequence[str],
    metadata: pd.DataFrame | None,
    settings: Settings,
) -> Corpus:
    others = pd.DataFrame(index=range(len(ids))) if metadata is None else metadata
    sizes = [len(table) for table in tables]
    parts = {
        Part.TEXT: [table.texts for table in tables],
        Part.HEADLINE: [table.headlines for table in tables],
        Part.DECK: [table.decks for table in tables],
    }
    columns = {
        part: _joined(strings, sizes)
        for part, strings in parts.items()
        if any(column is not None for column in strings)
    }
    columns[Part.ID] = ids
    names = list(others.columns)
    return Corpus.from_frame(
        Table([*columns, *names], columns.__getitem__, others.__getitem__),
        text=Part.TEXT,
        headline=Part.HEADLINE if Part.HEADLINE in columns else None,
        deck=Part.DECK if Part.DECK in columns else None,
        id=Part.ID,
        metadata=names,
        zones=settings.zones,
        errors=settings.errors,
    )


def _joined(columns: Sequence[Strings], sizes: Sequence[int]) -> Strings:
    """Return one column of strings, without a copy if all that there are lie in Arrow memory."""
    kinds = {getattr(column, "type", None) for column in columns if column is not None}
    if None in kinds:
        lists = [
            [None] * size if column is None else column.to_pylist() if _is_arrow(column) else column
            for column, size in zip(columns, sizes, strict=True)
        ]
        return list(chain.from_iterable(lists))
    pyarrow = import_extra("pyarrow", extra="arrow")
    kind = kinds.pop() if len(kinds) == 1 else pyarrow.large_string()
    chunks = [
        chunk
        for column, size in zip(columns, sizes, strict=True)
        for chunk in ([pyarrow.nulls(size, kind)] if column is None else column.cast(kind).chunks)
    ]
    return pyarrow.chunked_array(chunks, kind)


def _is_arrow(column: Strings) -> bool:
    return hasattr(column, "chunks")


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
