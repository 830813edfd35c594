"""Clusters of reports against the events that they are about.

383 reports of 69 events. Every row is one setting, with the number of clusters, B-cubed precision,
recall and F1 (Bagga & Baldwin 1998), and the adjusted Rand index.

    python tests/evaluation/clusters.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pandas as pd
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

import broadsheet as bs
from broadsheet.similarity import find_clusters

FOLDER = Path(__file__).parents[2] / "../shared/corpora/events"
COMPONENTS = (0.2, 0.25, 0.3, 0.35)
AVERAGES = (0.12, 0.15, 0.2, 0.25)
RESOLUTIONS = (0.1, 0.15, 0.2, 0.25)


def b_cubed(truth: NDArray[Any], found: NDArray[Any]) -> tuple[float, float, float]:
    """Return precision, recall and F1, each row counting the same."""
    same_truth = truth[:, None] == truth
    same_found = found[:, None] == found
    both = (same_truth & same_found).sum(axis=1)
    precision = float((both / same_found.sum(axis=1)).mean())
    recall = float((both / same_truth.sum(axis=1)).mean())
    return precision, recall, 2 * precision * recall / (precision + recall)


def main(folder: Path) -> None:
    reports = pd.read_parquet(folder / "events.parquet")
    parts = reports[["headline", "deck", "text"]].fillna("")
    texts = parts.agg("\n".join, axis=1).tolist()
    events = reports["event"].to_numpy()
    rows = []
    for stemmer in (None, "english"):
        tokenizer = bs.Tokenizer("unicode", stopwords="en", stemmer=stemmer)
        m = bs.Corpus(texts).tokens(tokenizer).matrix(min_df=2)
        w = m.weight("tfidf", sublinear_tf=True)
        settings: list[tuple[float, dict[str, Any]]] = [
            *((least, {"method": "components"}) for least in COMPONENTS),
            *((0.05, {"method": "average", "resolution": least}) for least in AVERAGES),
            *((0.15, {"method": "leiden", "resolution": least}) for least in RESOLUTIONS),
        ]
        for min_similarity, options in settings:
            clusters = find_clusters(w.pairs(min_similarity), **options)
            precision, recall, f1 = b_cubed(events, clusters.labels)
            rows.append(
                {
                    "stemmer": stemmer,
                    "min_similarity": min_similarity,
                    **options,
                    "clusters": len(clusters),
                    "precision": precision,
                    "recall": recall,
                    "F1": f1,
                    "Rand": adjusted_rand_score(events, clusters.labels),
                }
            )
    print(pd.DataFrame(rows).round(3).to_string(index=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
