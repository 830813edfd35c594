"""Keywords of articles: which words and phrases say what each is about."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _core
from broadsheet._core.terms import Vocabulary, number_terms
from broadsheet._frames import make_frame
from broadsheet._numbers import as_number, at_least_one
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import describe, find
from broadsheet.measures._measure import Measure
from broadsheet.statistics._contexts import cut_texts
from broadsheet.terms._labels import Labels
from broadsheet.terms._stemming import stem
from broadsheet.terms.stopwords import check_stopwords
from broadsheet.terms.stopwords import stopwords as listed

if TYPE_CHECKING:
    from broadsheet.terms import Tokens

__all__ = ["find_keywords"]

_ALL = int(np.iinfo(np.int32).max)

# The parameters of each method, and what they are if nobody says.
_PARAMETERS: dict[str, dict[str, Any]] = {
    "tfidf": {"max_words": 3, "background": None},
    "rake": {"max_words": None},
    "textrank": {"max_words": None, "window": 2, "damping": 0.85},
    "yake": {"max_words": 3, "window": 1, "dedup": 0.9},
}


def find_keywords(
    tokens: Tokens,
    method: str,
    k: int | None,
    *,
    stopwords: str | Iterable[str] | None,
    given: dict[str, Any],
    n_jobs: int | None,
    progress: Progress,
) -> Any:
    """Do what ``Tokens.keywords`` says."""
    measure = find(method, "method", "keywords")
    options = _read_options(method, given)
    background = options.pop("background", None)
    most = None if k is None else at_least_one(k, "k")
    listed_words = check_stopwords(stopwords)
    words = _stop_terms(tokens, listed_words)
    searched = tokens if background is None else tokens.merge(background, ignore_ids=True)
    n_threads = resolve_n_jobs(n_jobs)
    with watch(progress, len(tokens), "finding keywords") as tell:
        indptr, terms, scores, texts, span_indptr, starts, ends = _core.find_keywords(
            *cut_texts(searched, n_threads),
            searched._ids,
            searched.vocabulary._core,
            words,
            method=method,
            k=_ALL if most is None else most,
            max_words=_ALL if options["max_words"] is None else options["max_words"],
            window=options.get("window", 1),
            damping=options.get("damping", 0.0),
            dedup=options.get("dedup", 1.0),
            n_documents=len(tokens),
            n_threads=n_threads,
            progress=tell,
        )
    counts = np.diff(indptr)
    rows = np.repeat(np.arange(len(tokens), dtype=np.int32), counts)
    columns = {
        "row": rows,
        "id": tokens._names(rows),
        "rank": np.arange(len(rows), dtype=np.int32) - np.repeat(indptr[:-1], counts) + 1,
        "term": Labels(*terms).strings,
        "text": Labels(*texts).strings,
        "score": scores,
        "count": np.diff(span_indptr),
        "spans": _spans(span_indptr, starts, ends),
    }
    return make_frame(columns, _attrs(tokens, measure, most, options, listed_words, background))


def _read_options(method: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters of a method, those that were given and the others."""
    options = dict(_PARAMETERS[method])
    for name, value in given.items():
        if value is None:
            continue
        if name not in options:
            methods = " and ".join(known for known in _PARAMETERS if name in _PARAMETERS[known])
            raise ValueError(f"{name} is a parameter of {methods}, not of {method}")
        if name in ("damping", "dedup"):
            options[name] = as_number(value, name)
        else:
            options[name] = value if name == "background" else min(at_least_one(value, name), _ALL)
    return options


def _stop_terms(tokens: Tokens, stopwords: str | frozenset[str] | None) -> Vocabulary:
    """Return the stop words as terms of the tokenizer, in lower case: as folded, and as stemmed."""
    words = listed(stopwords) if isinstance(stopwords, str) else stopwords or frozenset()
    cutter, stemmer = tokens.tokenizer._cutter(), tokens.tokenizer.stemmer
    folded = [cutter.fold(word.lower()) for word in sorted(words)]
    if stemmer is not None:
        folded += stem(number_terms(folded)[0], stemmer)
    return number_terms(folded)[0]


def _spans(
    indptr: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[Any]:
    """Return the places of each keyword as a list of pairs."""
    pairs = list(zip(starts.tolist(), ends.tolist(), strict=True))
    spans = np.empty(len(indptr) - 1, dtype=object)
    spans[:] = [pairs[begin:end] for begin, end in pairwise(indptr.tolist())]
    return spans


def _attrs(
    tokens: Tokens,
    measure: Measure,
    k: int | None,
    options: dict[str, Any],
    stopwords: str | frozenset[str] | None,
    background: Tokens | None,
) -> dict[str, Any]:
    attrs = {
        **describe([measure], options),
        "k": k,
        "stopwords": stopwords
        if stopwords is None or isinstance(stopwords, str)
        else sorted(stopwords),
        "best": "lowest" if measure.name == "yake" else "highest",
        "tokenizer": repr(tokens.tokenizer),
        "zone": tokens.zone,
    }
    if measure.name == "tfidf":
        attrs["background"] = None if background is None else len(background)
    return attrs
