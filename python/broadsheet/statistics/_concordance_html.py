"""How a concordance looks in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet._display import Markup, card, element, facts, table
from broadsheet.statistics._concordance_text import keep_end, keep_ends, keep_start, on_one_line

if TYPE_CHECKING:
    from broadsheet.statistics.concordance import Concordance
    from broadsheet.statistics.concordance_line import ConcordanceLine

__all__ = ["concordance_html"]

_N_LINES = 20
_N_CHARACTERS, _N_OF_TITLE, _N_OF_ID = 40, 60, 32  # So few that lines fit into a notebook.


def concordance_html(lines: Concordance) -> Markup:
    """Return the first lines, the nodes below one another."""
    shown = lines[:_N_LINES]
    n_more = len(lines) - len(shown)
    title = ", ".join(query.text for query in lines.queries)
    counts = {
        "hit" if len(lines) == 1 else "hits": f"{len(lines):,}",
        "document" if lines.n_documents == 1 else "documents": f"{lines.n_documents:,}",
    }
    if len(lines) < lines.n_found:
        counts["found"] = f"{lines.n_found:,}"
    pieces: list[object] = [facts(counts)]
    if shown:
        columns = {"document": "bs-name", "left": "bs-left", "node": "bs-node", "right": "bs-right"}
        pieces.append(table(list(columns), map(_cells, shown), classes=columns, n_more=n_more))
    return card(f"Concordance of {keep_start(on_one_line(title), _N_OF_TITLE)}", *pieces)


def _cells(line: ConcordanceLine) -> list[Markup]:
    """Return the cells of a line, each a run of its own for text from right to left."""
    return [
        element("bdi", piece)
        for piece in (
            keep_start(on_one_line(line.id), _N_OF_ID),
            keep_end(on_one_line(line.left), _N_CHARACTERS),
            keep_ends(on_one_line(line.node), _N_CHARACTERS),
            keep_start(on_one_line(line.right), _N_CHARACTERS),
        )
    ]
