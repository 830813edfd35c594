"""How clusters look in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from broadsheet._display import Markup, bar, card, facts, join, table
from broadsheet.similarity._html import listed, short_label

if TYPE_CHECKING:
    from broadsheet.similarity.clusters import Clusters

__all__ = ["clusters_html"]

_N_CLUSTERS, _N_ROWS = 10, 4


def clusters_html(clusters: Clusters) -> Markup:
    """Show the largest clusters: their sizes, medoids and some of the other rows."""
    n_alone = int(np.count_nonzero(clusters.sizes == 1))
    told: dict[str, object] = {
        "rows": f"{len(clusters.labels):,}",
        "clusters of two or more": f"{len(clusters) - n_alone:,}",
        "rows by themselves": f"{n_alone:,}",
        **{name.replace("_", " "): str(value) for name, value in clusters.parameters.items()},
    }
    shown = [_row(clusters, number) for number in range(min(len(clusters), _N_CLUSTERS))]
    columns = ["cluster", "rows", "medoid", "others"]
    n_more = len(clusters) - len(shown)
    return card("Clusters", facts(told), table(columns, shown, numeric=["cluster"], n_more=n_more))


def _row(clusters: Clusters, number: int) -> list[object]:
    rows, medoid = clusters.rows(number), clusters.medoids[number]
    others = clusters.ids[rows[rows != medoid]]
    size = join([bar(len(rows) / clusters.sizes[0]), f" {len(rows):,}"])
    return [number, size, short_label(clusters.ids[medoid]), listed(others, _N_ROWS)]
