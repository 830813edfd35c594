"""The text around hits, cut anew from the texts they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _core
from broadsheet._core import terms as _terms
from broadsheet._parallel import Progress, resolve_n_jobs, watch

if TYPE_CHECKING:
    from broadsheet._core.text import Texts
    from broadsheet.terms import Tokens

__all__ = ["Contexts", "Hits", "cut_texts", "find_contexts"]

# Document, position and number of tokens of each hit.
Hits = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]

# indptr over all tokens of the texts, and which of them count.
_Counted = tuple[NDArray[np.int64], NDArray[np.uint8]]

CutTexts = tuple[
    "Texts",
    NDArray[np.int64],
    _terms.Tokenizer,
    tuple[NDArray[np.int64], NDArray[np.int64]] | None,
    _Counted | None,
    tuple[bool, NDArray[np.int64] | None],
]


class Contexts(NamedTuple):
    """Begin and end of each node in code points, and the text around and in it."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    left: list[str]
    node: list[str]
    right: list[str]


def find_contexts(
    tokens: Tokens,
    hits: Hits,
    window: int,
    within_sentence: bool,
    n_jobs: int | None,
    progress: Progress,
) -> Contexts:
    """Cut the texts of the documents that have hits, and nothing else."""
    documents, positions, lengths = hits
    has_hits = np.bincount(documents) > 0
    rows = np.flatnonzero(has_hits)
    places = (np.cumsum(has_hits, dtype=np.int32) - 1)[documents]
    part = tokens[rows]
    n_threads = resolve_n_jobs(n_jobs)
    with watch(progress, len(rows), "cutting texts") as tell:
        left, node, right, start, end = _core.contexts(
            *cut_texts(part, n_threads),
            (places, positions, lengths),
            window=window,
            within_sentence=within_sentence,
            n_threads=n_threads,
            progress=tell,
        )
    return Contexts(start, end, left, node, right)


def cut_texts(tokens: Tokens, n_threads: int) -> CutTexts:
    """Return what the texts of tokens are cut by, as the core takes it."""
    return (
        tokens._texts,
        tokens._indptr,
        tokens.tokenizer._cutter(),
        tokens._zones,
        _counted_tokens(tokens, n_threads),
        tokens._source.arrays,
    )


def _counted_tokens(tokens: Tokens, n_threads: int) -> _Counted | None:
    """Return all tokens of the texts, and which of them count; None if all do.

    Stems are a matter of Python, so the core cannot tell it token by token.
    """
    tokenizer = tokens.tokenizer
    if tokenizer._keeps_all:
        return None
    indptr, ids, vocabulary = _terms.tokenize(
        tokens._texts, tokenizer._cutter(), tokens._zones, n_threads=n_threads, progress=None
    )
    is_counted = tokenizer._select(vocabulary).new_ids >= 0
    return indptr, is_counted[ids].view(np.uint8)
