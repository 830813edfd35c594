"""From tokens to counts: what the options of `Tokens.matrix` mean to the core."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labelled_csr import LabelledCsr
from broadsheet.terms._labels import Labels
from broadsheet.terms._trimming import is_whole, trim_bounds

__all__ = ["count_tokens", "given_labels", "read_ngrams"]


def count_tokens(
    indptr: NDArray[np.int64],
    token_ids: NDArray[np.int32],
    vocabulary: _core.Vocabulary,
    *,
    ngrams: tuple[int, int] | None = None,
    min_df: float = 1,
    max_df: float = 1.0,
    max_terms: int | None = None,
    terms: LabelledCsr | Iterable[str] | None = None,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> tuple[CsrArrays, Labels, dict[str, Any]]:
    """Count the tokens ``token_ids[indptr[i]:indptr[i + 1]]`` of each document i.

    Returns
    -------
    counts : CsrArrays
        A row for each document.
    labels : Labels
        Its columns.
    settings : dict
        The options that decided which columns there are.
    """
    n_documents = len(indptr) - 1
    given = given_labels(terms, min_df, max_df, max_terms)
    lo, hi = _ngram_range(ngrams, given)
    settings: dict[str, Any] = {"ngrams": (lo, hi)}
    n_threads = resolve_n_jobs(n_jobs)
    if given is not None:
        where = (given.offsets, given.data)
        with watch(progress, n_documents, "count terms") as tell:
            counts = _core.count_given_terms(
                indptr,
                token_ids,
                vocabulary,
                *where,
                lo=lo,
                hi=hi,
                n_threads=n_threads,
                progress=tell,
            )
        return CsrArrays(*counts, len(given)), given, settings

    settings |= {"min_df": min_df, "max_df": max_df, "max_terms": max_terms}
    bounds = trim_bounds(min_df, max_df, max_terms, n_documents)
    with watch(progress, n_documents, "count terms") as tell:
        indptr, indices, values, offsets, data = _core.count_terms(
            indptr,
            token_ids,
            vocabulary,
            lo=lo,
            hi=hi,
            **bounds,
            n_threads=n_threads,
            progress=tell,
        )
    labels = Labels(offsets, data)
    return CsrArrays(indptr, indices, values, len(labels)), labels, settings


def given_labels(
    terms: LabelledCsr | Iterable[str] | None, min_df: float, max_df: float, max_terms: int | None
) -> Labels | None:
    """Return the labels that a user gave, after checking that no bound was given beside them."""
    labels = None
    if isinstance(terms, LabelledCsr):
        labels = terms._labels
    elif terms is not None:
        labels = Labels.of(terms)
    if labels is not None and (min_df, max_df, max_terms) != (1, 1.0, None):
        raise ValueError(
            "terms decides which columns there are: leave out min_df, max_df and max_terms"
        )
    return labels


def _ngram_range(ngrams: Any, labels: Labels | None) -> tuple[int, int]:
    """Return the shortest and the longest n-grams to count: by default what `labels` need."""
    if ngrams is None:
        longest = max((term.count(" ") for term in labels.strings), default=0) if labels else 0
        return 1, longest + 1
    return read_ngrams(ngrams)


def read_ngrams(ngrams: Any) -> tuple[int, int]:
    """Return the shortest and the longest n-grams that a user asked for."""
    if not isinstance(ngrams, (tuple, list)) or len(ngrams) != 2:
        raise TypeError(f"ngrams must be (lo, hi), not {ngrams!r}")
    if not all(is_whole(n) for n in ngrams):
        raise TypeError(f"ngrams must be two whole numbers, not {ngrams!r}")
    return int(ngrams[0]), int(ngrams[1])
