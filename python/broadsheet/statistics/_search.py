"""From a query to the concordance of its hits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from broadsheet._core import statistics as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.statistics._places import Within, check_within
from broadsheet.statistics._query import Query, read_pair, read_queries, read_term
from broadsheet.statistics._windows import Window, read_width, read_window
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
    collocate: str | Iterable[str] | None,
    span: int | tuple[int, int] | None,
    within: Within,
    n_jobs: int | None,
    progress: Progress,
) -> Concordance:
    """Do what ``Tokens.evidence`` says."""
    terms = _listed(term)
    if collocate is None:
        if span is not None:
            raise ValueError("span must come with a collocate: it is how far apart the two may be")
        queries = [read_term(one, tokens) for one in terms]
        return _search(tokens, queries, window, within, {}, n_jobs, progress)
    pairs = _paired(terms, _listed(collocate))
    queries = [read_pair(*pair, tokens) for pair in pairs]
    beside = read_window((0, 1) if span is None else span, within, "span")
    return _search_windows(tokens, queries, beside, window, n_jobs, progress)


def _listed(term: Any) -> list[Any]:
    is_one = isinstance(term, str) or not isinstance(term, Iterable)
    return [term] if is_one else list(term)


def _paired(nodes: list[Any], collocates: list[Any]) -> list[tuple[Any, Any]]:
    """Return each node with its collocate; one of either goes with all of the other."""
    n_pairs = len(nodes) if len(collocates) == 1 else len(collocates)
    if len(nodes) == 1:
        nodes = nodes * n_pairs
    if len(collocates) == 1:
        collocates = collocates * n_pairs
    if len(nodes) != len(collocates):
        raise ValueError(
            f"collocates must be one a term: {len(nodes)} terms have {len(collocates)} collocates"
        )
    return list(zip(nodes, collocates, strict=True))


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
        documents, positions, lengths, numbers = _core.find_hits(
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
        lengths=lengths,
        query_numbers=numbers,
        n_found=len(documents),
        settings=settings,
    )


def _search_windows(
    tokens: Tokens,
    queries: Sequence[Query],
    beside: Window,
    window: int,
    n_jobs: int | None,
    progress: Progress,
) -> Concordance:
    """Find where the second term of each query stands beside the first."""
    width = read_width(window)
    stretches = beside.stretches(tokens, n_jobs, progress)
    ids = [[int(place[0]) for place in query.places if place is not None] for query in queries]
    with watch(progress, len(stretches) - 1, "searching") as tell:
        documents, positions, lengths, numbers = _core.window_hits(
            *(tokens.indptr, tokens._ids, len(tokens.vocabulary), stretches),
            *([node for node, _ in ids], [collocate for _, collocate in ids]),
            left=beside.left,
            right=beside.right,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return Concordance(
        tokens=tokens,
        queries=tuple(queries),
        window=width,
        within=beside.within,
        documents=documents,
        positions=positions,
        lengths=lengths,
        query_numbers=numbers,
        n_found=len(documents),
        settings={"span": [beside.left, beside.right]},
    )
