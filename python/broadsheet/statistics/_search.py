"""From a query to the concordance of its hits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from broadsheet._core import statistics as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.statistics._places import Within, check_within
from broadsheet.statistics._query import Query, read_queries, read_term
from broadsheet.statistics._windows import read_width
from broadsheet.statistics.concordance import Concordance

if TYPE_CHECKING:
    from broadsheet.terms import Tokens

__all__ = ["find_concordance", "find_evidence"]


def find_concordance(
    tokens: Tokens,
    query: str | Iterable[str],
    window: int,
    *,
    regex: bool,
    case_sensitive: bool | None,
    within: Within,
    sort: str | Sequence[str],
    sample: int | None,
    seed: int,
    n_jobs: int | None,
    progress: Progress,
) -> Concordance:
    """Do what ``Tokens.concordance`` says."""
    queries = read_queries(query, tokens, regex=regex, case_sensitive=case_sensitive)
    settings = {"regex": regex, "case_sensitive": case_sensitive}
    lines = _search(tokens, queries, window, within, settings, n_jobs, progress)
    if sample is not None:
        lines = lines.sample(sample, seed)
    keys = (sort,) if isinstance(sort, str) else tuple(sort)
    return lines.sort(*keys) if keys else lines


def find_evidence(
    tokens: Tokens,
    term: str | Iterable[str],
    window: int,
    *,
    within: Within,
    n_jobs: int | None,
    progress: Progress,
) -> Concordance:
    """Do what ``Tokens.evidence`` says."""
    is_one = isinstance(term, str) or not isinstance(term, Iterable)
    terms: Iterable[Any] = [term] if is_one else term
    queries = [read_term(one, tokens) for one in terms]
    return _search(tokens, queries, window, within, {}, n_jobs, progress)


def _search(
    tokens: Tokens,
    queries: Sequence[Query],
    window: int,
    within: Within,
    settings: dict[str, Any],
    n_jobs: int | None,
    progress: Progress,
) -> Concordance:
    """Find the hits of queries whose terms are known."""
    check_within(within)
    width = read_width(window)
    with watch(progress, len(tokens), "searching") as tell:
        documents, positions, numbers = _core.find_hits(
            tokens.indptr,
            tokens._ids,
            len(tokens.vocabulary),
            [query.places for query in queries],
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return Concordance(
        tokens=tokens,
        queries=tuple(queries),
        window=width,
        within=within,
        documents=documents,
        positions=positions,
        query_numbers=numbers,
        n_found=len(documents),
        settings=settings,
    )
