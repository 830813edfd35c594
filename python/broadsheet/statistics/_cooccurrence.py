"""How often terms stand near one another, as a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from broadsheet._core import statistics as _core
from broadsheet._numbers import at_least_one
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.statistics._windows import Window
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels
from broadsheet.terms.matrix import TermMatrix

if TYPE_CHECKING:
    from broadsheet.terms import Tokens

__all__ = ["count_cooccurrences"]


def count_cooccurrences(
    tokens: Tokens, window: Window, min_count: int, n_jobs: int | None, progress: Progress
) -> TermMatrix:
    """Do what ``Tokens.cooccurrence`` says."""
    least = at_least_one(min_count, "min_count")
    terms = tokens.vocabulary.terms
    stretches = window.stretches(tokens, n_jobs, progress)
    with watch(progress, len(terms), "counting pairs", unit="term") as tell:
        indptr, columns, counts = _core.cooccurrences(
            *(stretches, tokens._ids, len(terms), np.arange(len(terms), dtype=np.int32)),
            left=window.left,
            right=window.right,
            min_count=least,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    if counts.max(initial=0) > np.iinfo(np.int32).max:
        raise OverflowError(f"counts must be below 2**31, and the largest is {counts.max()}")
    arrays = CsrArrays(indptr, columns, counts.astype(np.int32), len(terms))
    settings = {
        "measure": "cooccurrence",
        **window.attrs,
        "min_count": least,
        "tokenizer": tokens.tokenizer,
        "zone": tokens.zone,
    }
    return TermMatrix._make(arrays, Labels.of(terms), terms.copy(), None, settings)
