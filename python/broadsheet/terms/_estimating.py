"""How estimates are reckoned: parts that are run, and what is made of them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._parallel import resolve_n_jobs
from broadsheet.terms._counting import read_ngrams
from broadsheet.terms._trimming import is_whole, trim_bounds
from broadsheet.terms.estimate import Estimate

if TYPE_CHECKING:
    from broadsheet.corpus import Corpus
    from broadsheet.terms.tokens import Tokens

__all__ = ["estimate_matrix", "estimate_tokens"]

_SAMPLED_BYTES = 8_000_000
_SAMPLED_TOKENS = 1_500_000
_FEWEST = 100  # Texts of a sample.
_NGRAM_BYTES = 50  # Of a slot in a table of n-grams at most 7 of 10 taken, and of its numbers.


def estimate_tokens(
    corpus: Corpus, cut: Callable[[Corpus], Tokens], *, n_jobs: int | None
) -> Estimate:
    """Estimate what cutting a corpus takes.

    Parameters
    ----------
    corpus : Corpus
        The texts.
    cut : callable
        Makes the tokens of a part of them.
    n_jobs : int, optional
        Threads of the call.
    """
    n_texts, n_bytes = len(corpus), corpus._texts.n_bytes
    rows = _sample(n_texts, n_bytes, _SAMPLED_BYTES)
    quarter, sample = corpus[rows[::4]], corpus[rows]
    _timed(lambda: cut(quarter))
    fast, _ = _timed(lambda: cut(quarter))  # Once more, with warm caches.
    slow, some = _timed(lambda: cut(sample))
    share = n_bytes / max(sample._texts.n_bytes, 1)
    n_tokens = round(some.n_tokens * share)
    n_terms = _grow(some, n_tokens)
    label_bytes = round(some.vocabulary._core.n_bytes * n_terms / max(len(some.vocabulary), 1))
    terms = _core.vocabulary_memory(n_terms, label_bytes)
    ids = n_tokens * 4
    zones = 0 if some._zones is None else round(sum(a.nbytes for a in some._zones) * share)
    nbytes = ids + 8 * (n_texts + 1) + terms + zones
    n_threads, selects = resolve_n_jobs(n_jobs), not some.tokenizer._keeps_all
    # Threads cut into ids and terms of their own, and terms that are left out go at the end.
    peak = nbytes + (ids + n_threads * terms if n_threads > 1 else 0) + (ids if selects else 0)
    seconds = _extrapolate(quarter._texts.n_bytes, fast, sample._texts.n_bytes, slow, n_bytes)
    return Estimate(nbytes, peak, seconds, n_threads, n_texts, len(rows))


def estimate_matrix(
    tokens: Tokens,
    *,
    ngrams: tuple[int, int] | None,
    bounds: Mapping[str, Any],
    terms: Any,
    n_jobs: int | None,
) -> Estimate:
    """Estimate what counting tokens takes, with the options of `Tokens.matrix`."""
    n_texts, n_threads = len(tokens), resolve_n_jobs(n_jobs)
    rows = _sample(n_texts, tokens.n_tokens, _SAMPLED_TOKENS)
    share = len(rows) / max(n_texts, 1)
    scaled = {"terms": terms} if terms is not None else {"min_df": _scale(bounds["min_df"], share)}

    def count(part: Tokens) -> Any:
        is_empty = terms is None and part.n_tokens == 0
        return None if is_empty else part.matrix(ngrams, n_jobs=n_jobs, **scaled)

    quarter, sample = tokens[rows[::4]], tokens[rows]
    _timed(lambda: count(quarter))
    fast, _ = _timed(lambda: count(quarter))
    slow, counted = _timed(lambda: count(sample))
    if terms is None:
        lo, hi = read_ngrams(ngrams or (1, 1))
        n_columns, n_values, label_bytes, n_found = _core.expect_size(
            tokens.indptr,
            tokens._ids,
            tokens.vocabulary._core,
            lo=lo,
            hi=hi,
            **trim_bounds(**bounds, n_documents=n_texts),
            n_threads=n_threads,
        )
    else:
        hi, n_found = 1, 0.0
        n_values = counted.nnz / share if share > 0 else 0
        n_columns, label_bytes = counted.shape[1], len(counted._labels.data)
    cells = round(8 * n_values)
    nbytes = cells + round(8 * (n_columns + 1) + label_bytes) + 8 * (2 * n_texts + 1)
    n_terms = len(tokens.vocabulary)
    if hi == 1:  # Places of terms and columns in each thread.
        peak = nbytes + n_threads * round(20 * n_terms + 5 * n_columns)
    else:  # What begins at each token, for each length; then first tables, later the result.
        tables = n_threads * round(_NGRAM_BYTES * n_found)
        peak = 4 * tokens.n_tokens * (hi - 1) + max(nbytes + round(12 * n_columns), tables)
    seconds = _extrapolate(quarter.n_tokens, fast, sample.n_tokens, slow, tokens.n_tokens)
    return Estimate(nbytes, peak, seconds, n_threads, n_texts, len(rows))


def _sample(n_texts: int, size: int, most: int) -> NDArray[np.int64]:
    """Return rows, spread evenly, that are some `most` of `size` together, or all."""
    n_rows = n_texts if size <= most else min(n_texts, max(_FEWEST, round(n_texts * most / size)))
    return np.unique(np.linspace(0, max(n_texts - 1, 0), n_rows).astype(np.int64))


def _timed(call: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    result = call()
    return time.perf_counter() - begin, result


def _grow(some: Tokens, n_tokens: int) -> int:
    """Return how many terms `n_tokens` have, by the power that two halves of a sample show."""
    n_terms = len(some.vocabulary)
    halves = [len(np.unique(some[first::2]._ids)) for first in (0, 1)]
    if n_tokens <= some.n_tokens or min(halves) == 0:
        return n_terms
    power = math.log2(n_terms / (sum(halves) / 2))
    return int(n_terms * (n_tokens / some.n_tokens) ** power)


def _extrapolate(small: int, fast: float, large: int, slow: float, whole: int) -> float:
    """Return the seconds for `whole`, given those for a small and for a large part."""
    a_piece = (slow - fast) / (large - small) if slow > fast and large > small else 0.0
    return slow + max(a_piece, 0.5 * slow / max(large, 1)) * (whole - large)


def _scale(min_df: Any, share: float) -> Any:
    return max(1, round(min_df * share)) if is_whole(min_df) else min_df
