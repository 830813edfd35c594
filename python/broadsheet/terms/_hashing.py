"""From tokens and texts to hashed counts, whose columns have no labels."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._core.text import Texts
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.terms._characters import character_rules
from broadsheet.terms._counting import read_ngrams
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._trimming import is_whole

__all__ = ["hash_characters", "hash_tokens"]

_INT32_MAX = np.iinfo(np.int32).max


def hash_tokens(
    indptr: NDArray[np.int64],
    token_ids: NDArray[np.int32],
    vocabulary: _core.Vocabulary,
    *,
    ngrams: tuple[int, int] = (1, 1),
    n_features: int = 2**20,
    alternate_sign: bool = True,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> CsrArrays:
    """Hash the tokens ``token_ids[indptr[i]:indptr[i + 1]]`` of each document i.

    The values are what scikit-learn's ``HashingVectorizer(norm=None)`` has for these tokens:
    float64, cells of terms that cancel out stored as 0, columns ascending.

    Raises
    ------
    ValueError
        If an option is out of range.
    """
    lo, hi = read_ngrams(ngrams)
    _check_n_features(n_features)
    with watch(progress, len(indptr) - 1, "hash terms") as tell:
        arrays = _core.hash_words(
            indptr,
            token_ids,
            vocabulary,
            lo=lo,
            hi=hi,
            n_features=n_features,
            alternate_sign=alternate_sign,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return CsrArrays(*arrays, n_features)


def hash_characters(
    texts: Texts,
    *,
    ngrams: tuple[int, int] = (3, 3),
    within_words: bool = True,
    lowercase: bool = True,
    strip_accents: bool | Literal["ascii"] = False,
    n_features: int = 2**20,
    alternate_sign: bool = True,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> CsrArrays:
    """Hash the n-grams of characters of each text; the values are as `hash_tokens` has them.

    The options are those of `character_rules` and of `hash_tokens`.
    """
    rules = character_rules(
        ngrams, within_words=within_words, lowercase=lowercase, strip_accents=strip_accents
    )
    _check_n_features(n_features)
    with watch(progress, len(texts), "hash characters") as tell:
        arrays = _core.hash_character_ngrams(
            texts,
            rules,
            n_features=n_features,
            alternate_sign=alternate_sign,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return CsrArrays(*arrays, n_features)


def _check_n_features(n_features: int) -> None:
    """Check that columns can be numbered."""
    if not is_whole(n_features):
        raise TypeError(f"n_features must be a whole number, not {n_features!r}")
    if not 1 <= n_features <= _INT32_MAX:
        raise ValueError(f"n_features must be from 1 to 2**31 - 1, not {n_features!r}")
