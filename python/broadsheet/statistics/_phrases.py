"""Phrases of several words that come more often than their parts would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from broadsheet._core import statistics as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import as_count, at_least_one
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import describe, select
from broadsheet.statistics._windows import Window

if TYPE_CHECKING:
    from broadsheet.terms import Tokens

__all__ = ["find_phrases"]


def find_phrases(
    tokens: Tokens,
    size: int,
    window: Window,
    *,
    min_count: int,
    n_jobs: int | None,
    progress: Progress,
) -> Any:
    """Do what ``Tokens.phrases`` says."""
    n_words, least = as_count(size, "size"), at_least_one(min_count, "min_count")
    stretches = window.stretches(tokens, n_jobs, progress)
    with watch(progress, len(tokens), "finding phrases") as tell:
        ids, cells, lambdas, zs = _core.phrase_tables(
            *(stretches, tokens._ids, len(tokens.vocabulary)),
            size=n_words,
            min_count=least,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    order = np.lexsort((-cells[-1], -zs))
    words = tokens.vocabulary.terms[ids].reshape(-1, n_words)[order]
    phrases = np.empty(len(words), dtype=object)
    phrases[:] = [" ".join(phrase) for phrase in words]
    columns = {"term": phrases, "count": cells[-1][order]}
    columns |= {"lambda": lambdas[order], "lambda_z": zs[order]}
    for agreeing, counts in enumerate(cells[:-1]):
        columns[f"n_{agreeing:0{n_words}b}"] = counts[order]
    attrs = {
        **describe(select(["lambda", "lambda_z"], "association"), {}),
        "variant": {"lambda": "all subtuples", "lambda_z": "all subtuples"},
        "size": n_words,
        "within": window.within,
        "min_count": least,
        "tokenizer": repr(tokens.tokenizer),
        "zone": tokens.zone,
    }
    return make_frame(columns, attrs)
