"""From texts, or from hashes of their shingles, to sketches."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import numpy as np

import broadsheet as bs
from bench.comparison import Comparison, Sides
from bench.comparisons.tokenizing import tokenize
from bench.corpus import News
from broadsheet._core import similarity as _core

__all__ = ["COMPARISONS"]

N_HASHES = 128
N_WORDS = 5
LEAST_JACCARD = 0.5
MOST_ERROR = 0.05  # A sketch of 128 hashes errs by at most 0.044, as standard deviation.


def cut(text: str) -> list[str]:
    """Cut a text into word 5-shingles, of the words that our sklearn preset finds."""
    words = re.findall(r"(?u)\b\w\w+\b", text.lower())
    return [" ".join(words[i : i + N_WORDS]) for i in range(max(1, len(words) - N_WORDS + 1))]


def rows_of(matrix: Any) -> np.ndarray[Any, np.dtype[np.uint32]]:
    return np.array(matrix.to_rows(), dtype=np.uint32)


def agree_on_estimates(tokens: bs.Tokens, ours: Any, theirs: Any) -> str:
    """Compare both estimates with the exact Jaccard of the pairs that are much alike."""
    pairs = tokens.minhash(N_HASHES, N_WORDS).pairs(LEAST_JACCARD)
    left, right, exact = (pairs[name].to_numpy() for name in ("left", "right", "score"))
    assert len(pairs), "no pairs to compare estimates of"
    errors = []
    for values in (ours, rows_of(theirs)):
        error = (values[left] == values[right]).mean(axis=1) - exact
        errors.append(float(np.sqrt((error**2).mean())))
        assert errors[-1] < MOST_ERROR, f"estimates err by {errors[-1]:.3f}"
    return f"{len(pairs):,} pairs, estimates err by {errors[0]:.3f} and {errors[1]:.3f}"


def prepare_texts(news: News) -> Sides:
    from rensa import RMinHash

    def sketch() -> Any:
        return tokenize(news.column).minhash(N_HASHES, N_WORDS, n_jobs=1).values

    def theirs() -> Any:
        return RMinHash.digest_matrix_from_token_sets(map(cut, news.strings), N_HASHES, 0)

    return Sides(sketch, theirs, partial(agree_on_estimates, tokenize(news.column)))


def prepare_hashes(news: News, method: str) -> Sides:
    """Both sides start from one flat array of 64-bit hashes."""
    from rensa import RMinHash

    tokens = tokenize(news.column)
    words = _core.WordShingles(
        tokens._indptr, tokens._ids, tokens.vocabulary._core, width=N_WORDS, seed=0
    )
    rows = [words.read(row) for row in range(len(words))]
    indptr = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    hashes = np.concatenate(rows)
    shingles = _core.GivenShingles(indptr, hashes)
    offsets = indptr.astype(np.uint64)
    return Sides(
        partial(_core.minhash, shingles, n_hashes=N_HASHES, seed=0, n_threads=1, progress=None),
        partial(getattr(RMinHash, method), hashes, offsets, N_HASHES, 0),
        partial(agree_on_estimates, tokens),
    )


COMPARISONS = (
    Comparison(
        "minhash-texts",
        "From texts to MinHash sketches of 128 hashes, word 5-shingles",
        "rensa RMinHash.digest_matrix_from_token_sets of shingles cut by re",
        prepare_texts,
        rows=20_000,
        quick_rows=2_000,
        target=10,
        needs=("rensa",),
    ),
    Comparison(
        "minhash-hashes",
        "From 64-bit hashes of word 5-shingles to MinHash sketches of 128 hashes",
        "rensa RMinHash.digest_matrix_from_flat_token_hashes",
        partial(prepare_hashes, method="digest_matrix_from_flat_token_hashes"),
        rows=20_000,
        quick_rows=2_000,
        target=3,
        needs=("rensa",),
    ),
)
