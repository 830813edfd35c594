"""Articles put together from a headline, a deck and a text that come in columns of their own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from broadsheet._core.text import Texts, join_texts, texts_from_list
from broadsheet.corpus._containers import CheckedTexts, check_texts
from broadsheet.corpus._tables import Table

__all__ = ["check_parts"]

_PARTS = ("headline", "deck", "text")


def check_parts(
    table: Table, parts: Mapping[str, Hashable], errors: str
) -> tuple[CheckedTexts, NDArray[np.int64] | None]:
    """Read the columns that make up the texts, and join them if they are several.

    Parameters
    ----------
    table : Table
        The table.
    parts : mapping of str
        The column of each part there is: "headline", "deck", and always "text".
    errors : {"strict", "replace", "skip"}
        As for `Corpus`. A missing headline or deck is no error.

    Returns
    -------
    texts : CheckedTexts
        The texts, with what was replaced and skipped in any column.
    known : ndarray of shape (n_texts, 4), optional
        Begin and end of headline and deck, in bytes. None if there is only one part.
    """
    columns = {}
    for part, name in parts.items():
        with _naming_column(name):
            columns[part] = check_texts(table.column(name), errors, with_nulls=part != "text")
    return (columns["text"], None) if len(columns) == 1 else _join(columns)


def _join(columns: Mapping[str, CheckedTexts]) -> tuple[CheckedTexts, NDArray[np.int64]]:
    """Join columns, a line each; a row skipped in one is skipped."""
    skipped = _union(column.skipped for column in columns.values())
    replaced = np.setdiff1d(_union(column.replaced for column in columns.values()), skipped)
    kept = {part: _without(column, skipped) for part, column in columns.items()}
    n_texts = len(kept["text"])
    texts, edges = join_texts([kept[part] if part in kept else _empty(n_texts) for part in _PARTS])
    known = np.ascontiguousarray(edges.reshape(n_texts, len(_PARTS), 2)[:, :2])
    return CheckedTexts(texts, replaced, skipped), known.reshape(n_texts, 4)


def _union(rows: Iterable[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.unique(np.concatenate(list(rows)))


def _without(column: CheckedTexts, skipped: NDArray[np.int64]) -> Texts:
    """Leave out rows of the input that another column has skipped."""
    rows = np.delete(np.arange(len(column.texts) + len(column.skipped)), column.skipped)
    return column.texts.select(np.flatnonzero(~np.isin(rows, skipped)))


def _empty(n_texts: int) -> Texts:
    return texts_from_list(repeat("", n_texts), "strict")[0]


@contextmanager
def _naming_column(name: Hashable) -> Iterator[None]:
    try:
        yield
    except (TypeError, ValueError) as error:
        kind = TypeError if isinstance(error, TypeError) else ValueError
        raise kind(f"column {name!r}: {error}") from error
