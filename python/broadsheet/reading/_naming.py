"""Ids of the articles of several files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from broadsheet.reading._articles import Articles
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError

__all__ = ["label_sources", "name_articles"]


def name_articles(
    sources: Sequence[Source],
    tables: Sequence[Articles],
    labels: Mapping[Source, str],
    *,
    is_named: bool,
) -> tuple[list[str], list[list[str | None] | None]]:
    """Return an id for each article, and for each table the ids it has that are not used.

    The ids in a table are used if none is missing, and if no two articles of all tables then
    share one; otherwise articles are called after their file and row.

    Parameters
    ----------
    sources, tables : sequences of the same length
        Files and the articles in them; a file may come again, with more articles.
    labels : mapping
        What each file is called.
    is_named : bool
        Whether the caller named the column of the ids: then ids that cannot be used are an error.

    Raises
    ------
    ReadError
        If `is_named` and an id is missing or comes twice.
    """
    own = [_to_list(table.ids) for table in tables]
    if is_named:
        _check(tables, own)
    fallback: list[list[str | None]] = [
        [labels[source]]
        if source.format == "txt"
        else [f"{labels[source]}:{table.begin + row}" for row in range(len(table))]
        for source, table in zip(sources, tables, strict=True)
    ]
    used = [
        names if ids is None or None in ids else ids
        for ids, names in zip(own, fallback, strict=True)
    ]
    all_ids = list(chain.from_iterable(used))
    if len(set(all_ids)) < len(all_ids):
        used = fallback
        all_ids = list(chain.from_iterable(used))
    unused = [None if ids is names else ids for ids, names in zip(own, used, strict=True)]
    return [str(id_) for id_ in all_ids], unused


def _to_list(ids: object) -> list[str | None] | None:
    return ids.to_pylist() if hasattr(ids, "to_pylist") else ids  # type: ignore[return-value]


def _check(tables: Sequence[Articles], own: Sequence[list[str | None] | None]) -> None:
    seen: dict[str, str] = {}
    for table, ids in zip(tables, own, strict=True):
        for row, id_ in enumerate(ids or ()):
            if id_ is None:
                raise ReadError(table.path, f"{table.place(row)}: the id is missing")
            place = f"{table.path}, {table.place(row)}"
            if id_ in seen:
                raise ReadError(
                    table.path, f"{table.place(row)}: id {id_!r} is also in {seen[id_]}"
                )
            seen[id_] = place


def label_sources(sources: Sequence[Source]) -> dict[Source, str]:
    """Return a different label for each source, as short as that allows."""
    stems = Counter(source.stem for source in sources)
    names = Counter(source.name for source in sources)
    paths = [os.fsencode(source.path).decode("utf-8", "backslashreplace") for source in sources]
    labels = [
        source.stem if stems[source.stem] == 1 else source.name if names[source.name] == 1 else path
        for source, path in zip(sources, paths, strict=True)
    ]
    distinct = labels if len(set(labels)) == len(labels) else paths
    return dict(zip(sources, distinct, strict=True))
