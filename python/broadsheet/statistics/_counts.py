"""Lines of a concordance counted by what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _core
from broadsheet._core import terms as _terms
from broadsheet._frames import make_frame
from broadsheet.statistics._places import read_place

if TYPE_CHECKING:
    from broadsheet.statistics.concordance import Concordance

__all__ = ["count_lines"]


def count_lines(lines: Concordance, by: str) -> Any:
    """Return the table of `Concordance.counts`."""
    if by == "document":
        columns = _count_documents(lines)
    elif by == "query":
        texts = [query.text for query in lines.queries]
        columns = _count_groups("query", lines.query_numbers, texts, lines.documents)
    else:
        side, distance = read_place(by, ("node", "document", "query"))
        name = "node" if side == "node" else "term"
        columns = _count_groups(name, *_group(lines, side, distance), lines.documents)
    return make_frame(columns, {**lines.attrs, "by": by})


def _count_documents(lines: Concordance) -> dict[str, Any]:
    counts = np.bincount(lines.documents)
    rows = np.lexsort((np.arange(len(counts)), -counts))[: np.count_nonzero(counts)]
    return {"row": rows, "id": lines.tokens._names(rows), "count": counts[rows]}


def _group(lines: Concordance, side: str, distance: int) -> tuple[NDArray[np.int32], list[str]]:
    """Return the group of each line by the terms in a place, and the terms of each group."""
    tokens = lines.tokens
    groups, offsets, labels = _core.group_hits(
        tokens.indptr, tokens._ids, tokens.vocabulary._core, lines._hits(), side, distance
    )
    return groups, _terms.read_strings(offsets, labels)


def _count_groups(
    name: str, groups: NDArray[np.int32], labels: Sequence[str], documents: NDArray[np.int32]
) -> dict[str, Any]:
    """Return the columns of a table of groups, the most frequent first, ties by their numbers.

    Parameters
    ----------
    name : str
        The column of the labels.
    groups : ndarray of int32
        The group of each line; -1 for none.
    labels : sequence of str
        What the lines of each group have in common.
    documents : ndarray of int32
        The document of each line.
    """
    counted = groups >= 0
    counts = np.bincount(groups[counted], minlength=len(labels))
    # A group and a document as one number; each counts once.
    n_documents = int(documents.max(initial=0)) + 1
    pairs = np.sort(groups[counted].astype(np.int64) * n_documents + documents[counted])
    is_first = np.diff(pairs, prepend=-1) > 0
    in_documents = np.bincount(pairs[is_first] // n_documents, minlength=len(labels))
    order = np.lexsort((np.arange(len(counts)), -counts))
    return {
        name: np.array(labels, dtype=object)[order],
        "count": counts[order],
        "document_frequency": in_documents[order],
    }
