"""From tokens to counts: what the options of `Tokens.matrix` mean to the core."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labelled_csr import LabelledCsr
from broadsheet.terms._labels import Labels

__all__ = ["count_tokens"]


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
    given = _given_labels(terms)
    lo, hi = _ngram_range(ngrams, given)
    settings: dict[str, Any] = {"ngrams": (lo, hi)}
    n_threads = resolve_n_jobs(n_jobs)
    if given is not None:
        if (min_df, max_df, max_terms) != (1, 1.0, None):
            raise ValueError(
                "terms decides which columns there are: leave out min_df, max_df and max_terms"
            )
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
    most = _documents(max_df, n_documents, "max_df")
    bounds = {
        "min_documents": _documents(min_df, n_documents, "min_df"),
        "max_documents": math.inf if most == n_documents else most,
    }
    with watch(progress, n_documents, "count terms") as tell:
        indptr, indices, values, offsets, data = _core.count_terms(
            indptr,
            token_ids,
            vocabulary,
            lo=lo,
            hi=hi,
            **bounds,
            max_terms=_max_terms(max_terms),
            n_threads=n_threads,
            progress=tell,
        )
    labels = Labels(offsets, data)
    return CsrArrays(indptr, indices, values, len(labels)), labels, settings


def _given_labels(terms: LabelledCsr | Iterable[str] | None) -> Labels | None:
    if terms is None:
        return None
    if isinstance(terms, LabelledCsr):
        return terms._labels
    return Labels.of(terms)


def _ngram_range(ngrams: Any, labels: Labels | None) -> tuple[int, int]:
    """Return the shortest and the longest n-grams to count: by default what `labels` need."""
    if ngrams is None:
        longest = max((term.count(" ") for term in labels.strings), default=0) if labels else 0
        return 1, longest + 1
    if not isinstance(ngrams, (tuple, list)) or len(ngrams) != 2:
        raise TypeError(f"ngrams must be (lo, hi), not {ngrams!r}")
    if not all(_is_whole(n) for n in ngrams):
        raise TypeError(f"ngrams must be two whole numbers, not {ngrams!r}")
    return int(ngrams[0]), int(ngrams[1])


def _is_whole(value: Any) -> bool:
    return isinstance(value, (int, np.integer)) and not isinstance(value, bool)


def _max_terms(max_terms: Any) -> int:
    if max_terms is None:
        return int(np.iinfo(np.int64).max)
    if not _is_whole(max_terms):
        raise TypeError(f"max_terms must be a whole number or None, not {max_terms!r}")
    return int(max_terms)


def _documents(bound: Any, n_documents: int, name: str) -> float:
    """Return a bound as a number of documents: a share as the product with `n_documents`.

    The product is not rounded, and scikit-learn's is not either: 0.1 of 3 documents is a little
    more than 0.3, and 0.07 of 100 a little more than 7, so that 7 documents are too few.
    """
    if _is_whole(bound):
        return float(bound)
    if not isinstance(bound, (float, np.floating)):
        raise TypeError(f"{name} must be a number, not {bound!r}")
    if not 0 <= bound <= 1:
        raise ValueError(
            f"{name} must lie in [0, 1] as a share, not {bound!r}; a number of documents is an int"
        )
    return float(bound) * n_documents
