"""Words that stand beside one another more often than by chance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import at_least_one
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import describe, select
from broadsheet.measures.association import compute_association, correction_of
from broadsheet.statistics._query import read_queries
from broadsheet.statistics._windows import Window

if TYPE_CHECKING:
    from broadsheet.terms import Tokens

__all__ = ["find_collocations"]

_OPTIONS: dict[str, Any] = {"signed": False, "alpha": 0.05, "k": 1.0}


def find_collocations(
    tokens: Tokens,
    window: Window,
    *,
    node: str | Iterable[str] | None,
    min_count: int,
    measures: str | Iterable[str],
    n_jobs: int | None,
    progress: Progress,
) -> Any:
    """Do what ``Tokens.collocations`` says."""
    chosen = select(measures, "association")
    least = at_least_one(min_count, "min_count")
    n_terms = len(tokens.vocabulary)
    nodes = np.arange(n_terms, dtype=np.int32) if node is None else _node_ids(node, tokens)
    is_upper = node is None and window.is_symmetric
    stretches = window.stretches(tokens, n_jobs, progress)
    with watch(progress, len(nodes), "counting pairs", unit="term") as tell:
        first, second, cells, n_pairs = _core.pair_tables(
            *(stretches, tokens._ids, n_terms, nodes),
            left=window.left,
            right=window.right,
            min_count=least,
            is_upper=is_upper,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    options = {**_OPTIONS, "n_comparisons": max(len(first), 1)}
    values = compute_association(cells[:4], chosen, options, n_jobs, progress)
    order = _best_first(values, cells[0])
    terms = tokens.vocabulary.terms
    counts = [cell[order].astype(np.int64) for cell in cells[:4]]
    columns = {
        "node": terms[first[order]],
        "collocate": terms[second[order]],
        **dict(zip(("o11", "o12", "o21", "o22"), counts, strict=True)),
        "e11": cells[4][order],
        **{measure.name: column[order] for measure, column in zip(chosen, values, strict=True)},
    }
    attrs = {
        **describe(chosen, options, correction_of(chosen, options)),
        **window.attrs,
        "node": node if node is None or isinstance(node, str) else list(node),
        "min_count": least,
        "n_pairs": n_pairs,
        "pairs_once": is_upper,
        "tokenizer": repr(tokens.tokenizer),
        "zone": tokens.zone,
    }
    return make_frame(columns, attrs)


def _node_ids(node: str | Iterable[str], tokens: Tokens) -> NDArray[np.int32]:
    """Return the terms that a query of single words stands for, ascending."""
    found: list[NDArray[np.int32]] = []
    for query in read_queries(node, tokens, regex=False, case_sensitive=None):
        (place, *others) = query.places
        if others or place is None:
            raise ValueError(f"node must be of single words, not {query.text!r}")
        found.append(place)
    return np.unique(np.concatenate(found))


def _best_first(
    values: Sequence[NDArray[np.float64]], counts: NDArray[np.float64]
) -> NDArray[np.intp]:
    """Return the order by the first measure, then by count; what is NaN comes last."""
    leading = -values[0] if values else -counts
    return np.lexsort((-counts, leading))
