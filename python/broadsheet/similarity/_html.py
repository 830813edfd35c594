"""How neighbours look in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from broadsheet._core import similarity as _core
from broadsheet._display import Markup, bar, card, element, facts, join, table
from broadsheet.similarity._operand import MeasureName, Operand, as_measure, core_arrays

if TYPE_CHECKING:
    from broadsheet.similarity.neighbors import Neighbors
    from broadsheet.similarity.pairs import Pairs

__all__ = ["listed", "neighbors_html", "pairs_html", "short_label"]

N_ROWS, N_NEIGHBORS, N_TERMS, N_CHARACTERS, N_PAIRS = 5, 5, 5, 60, 10


def neighbors_html(neighbors: Neighbors) -> Markup:
    """Show the nearest of the first few rows, with the terms that make them near."""
    shown = min(len(neighbors), N_ROWS)
    pairs: dict[str, object] = {f"rows, {neighbors.k} places each": f"{len(neighbors):,}"}
    if not neighbors.is_within:
        pairs["candidates"] = f"{len(neighbors.neighbor_ids):,}"
    pairs["similarity"] = neighbors.measure
    more = len(neighbors) - shown
    note = element("p", f"… and {more:,} more rows", class_="bs-more") if more else ""
    return card("Nearest rows", facts(pairs), *(_row(neighbors, i) for i in range(shown)), note)


def pairs_html(pairs: Pairs) -> Markup:
    """Show the first pairs, with the terms that make them similar."""
    lines = []
    for pair in range(min(len(pairs), N_PAIRS)):
        i, j, score = int(pairs.left[pair]), int(pairs.right[pair]), float(pairs.scores[pair])
        left, right = pairs.left_rows, pairs.right_rows
        because = _terms(left, i, right, j, pairs.measure)
        lines.append([short_label(left.ids[i]), short_label(right.ids[j]), f"{score:.3f}", because])
    shown: dict[str, object] = {
        "pairs": f"{len(pairs):,}",
        "similarity": pairs.measure,
        "at least": f"{pairs.min_similarity:g}",
    }
    columns = ["left", "right", "score", "because of"]
    n_more = len(pairs) - len(lines)
    return card("Pairs", facts(shown), table(columns, lines, numeric=["score"], n_more=n_more))


def _row(neighbors: Neighbors, row: int) -> Markup:
    found = [int(j) for j in neighbors.indices[row] if j >= 0]
    caption = short_label(neighbors.ids[row])
    if not found:
        return element("p", element("b", caption), " has no neighbours")
    is_open = neighbors.measure in ("dot", "bm25")
    longest = float(neighbors.scores[row, 0]) if is_open else 1.0
    lines = []
    for rank, other in enumerate(found[:N_NEIGHBORS]):
        score = float(neighbors.scores[row, rank])
        length = join([bar(score / longest), f" {score:.3f}"])
        label = short_label(neighbors.neighbor_ids[other])
        because = _terms(neighbors.queries, row, neighbors.candidates, other, neighbors.measure)
        lines.append([rank + 1, label, length, because])
    n_more = len(found) - len(lines)
    columns = ["rank", "neighbour", "score", "because of"]
    return table(columns, lines, numeric=["rank"], caption=caption, n_more=n_more)


def _terms(left: Operand, i: int, right: Operand, j: int, measure: MeasureName) -> str:
    arrays, to_arrays = core_arrays(left, right)
    score, columns, _, _, contributions = _core.contributions(
        *arrays, i, *to_arrays, j, left.csr.shape[1], measure=as_measure(measure)
    )
    terms = zip(left.terms[columns[:N_TERMS]], contributions[:N_TERMS] / score, strict=True)
    return ", ".join(f"{short_label(term)} {share:.0%}" for term, share in terms)


def listed(labels: NDArray[Any], most: int) -> str:
    """Return the first of some labels, and how many more there are."""
    more = len(labels) - most
    return ", ".join(map(short_label, labels[:most])) + (
        f" … and {more:,} more" if more > 0 else ""
    )


def short_label(value: Any) -> str:
    """Return a label as it is shown: its start, if it is long."""
    text = str(value)
    return text if len(text) <= N_CHARACTERS else text[: N_CHARACTERS - 1] + "…"
