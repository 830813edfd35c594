"""Articles put together from a headline, a deck and a text that come in columns of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from broadsheet._core.text import Texts, join_texts, texts_from_list
from broadsheet.corpus._containers import CheckedTexts

__all__ = ["PARTS", "join_columns"]

PARTS = ("headline", "deck", "text")


def join_columns(columns: Mapping[str, CheckedTexts]) -> tuple[CheckedTexts, NDArray[np.int64]]:
    """Join columns of one length, some of `PARTS`, a line each; a row skipped in one is skipped.

    Returns
    -------
    texts : CheckedTexts
        The joined texts, with what was replaced and skipped in any column.
    spans : ndarray of shape (n_texts, 3, 2)
        Where each of `PARTS` begins and ends, in bytes.
    """
    skipped = _union(column.skipped for column in columns.values())
    replaced = np.setdiff1d(_union(column.replaced for column in columns.values()), skipped)
    kept = {part: _without(column, skipped) for part, column in columns.items()}
    n_texts = len(kept["text"])
    texts, edges = join_texts([kept[part] if part in kept else _empty(n_texts) for part in PARTS])
    return CheckedTexts(texts, replaced, skipped), edges.reshape(n_texts, len(PARTS), 2)


def _union(rows: Iterable[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.unique(np.concatenate(list(rows)))


def _without(column: CheckedTexts, skipped: NDArray[np.int64]) -> Texts:
    """Leave out rows of the input that another column has skipped."""
    rows = np.delete(np.arange(len(column.texts) + len(column.skipped)), column.skipped)
    return column.texts.select(np.flatnonzero(~np.isin(rows, skipped)))


def _empty(n_texts: int) -> Texts:
    return texts_from_list(repeat("", n_texts), "strict")[0]
