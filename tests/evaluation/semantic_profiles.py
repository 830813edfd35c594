"""What similarity through a background finds that the direct cosine does not.

Two questions: which two of 383 reports are of the same of 69 events (average precision over all
pairs), and which articles of TIME are relevant to a query (mean average precision). The background
is 7,600 short articles of AG News, or the collection itself. Every row is one setting; `direct` 1 is
the cosine alone.

    python tests/evaluation/semantic_profiles.py [FOLDER]
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from relevance import average_precision, read_time
from sklearn.metrics import average_precision_score

import broadsheet as bs

FOLDER = Path(__file__).parents[2] / "../shared/corpora"
THRESHOLDS = (0.02, 0.05, 0.1)
DIRECT = (0.0, 0.5, 0.7, 0.8)


def read_ag_news(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [f"{title}. {text}" for _, title, text in csv.reader(file)]


def tokenize(texts: list[str], stemmer: str | None) -> Any:
    return bs.Corpus(texts).tokens(bs.Tokenizer("unicode", stopwords="en", stemmer=stemmer))


def same_event(scores: NDArray[Any], events: NDArray[Any]) -> float:
    upper = np.triu_indices(len(events), 1)
    are_same = events[upper[0]] == events[upper[1]]
    return float(average_precision_score(are_same, scores[upper]))


def relevance(scores: NDArray[Any], gains: dict[int, dict[int, float]]) -> float:
    ranked = np.argsort(-scores, axis=1, kind="stable").astype(np.int32)
    return float(np.mean([average_precision(ranked[query], gains[query]) for query in gains]))


def all_scores(left: Any, right: Any, **options: Any) -> NDArray[Any]:
    found: NDArray[Any] = left.similar(k=len(right.ids), to=right, **options).to_scipy().toarray()
    return found


def main(folder: Path) -> None:
    reports = pd.read_parquet(folder / "events" / "events.parquet")
    events = reports["event"].to_numpy()
    texts = (reports["headline"].fillna("") + "\n" + reports["text"].fillna("")).tolist()
    time = read_time(folder / "relevance" / "time")
    archive = read_ag_news(folder / "agnews_test.csv")
    rows = []
    for stemmer in (None, "english"):
        counts = {
            name: tokenize(some, stemmer).matrix(min_df=1)
            for name, some in (("events", texts), ("TIME", time.documents))
        }
        queries = tokenize(time.queries, stemmer).matrix(terms=counts["TIME"].terms)
        for sublinear in (False, True):
            weights = {
                name: m.weight("tfidf", sublinear_tf=sublinear) for name, m in counts.items()
            }
            asked = weights["TIME"].transform(queries)
            setting = {"stemmer": stemmer, "sublinear_tf": sublinear}
            rows.append(
                {
                    **setting,
                    "direct": 1.0,
                    "events": same_event(all_scores(weights["events"], weights["events"]), events),
                    "TIME": relevance(all_scores(asked, weights["TIME"]), time.gains),
                }
            )
            backgrounds = tokenize(archive, stemmer)
            for name in ("AG News", "itself"):
                for threshold in THRESHOLDS:
                    for direct in DIRECT:
                        options = {"min_similarity": threshold, "direct": direct}
                        profiles = {}
                        for collection, m in (*weights.items(), ("queries", asked)):
                            of = weights["TIME" if collection == "queries" else collection]
                            if name == "itself":
                                background = of
                            else:
                                background = of.transform(backgrounds.matrix(terms=of.terms))
                            profiles[collection] = m.semantic_profile(background, **options)
                        found = all_scores(profiles["events"], profiles["events"])
                        ranked = all_scores(profiles["queries"], profiles["TIME"])
                        rows.append(
                            {
                                **setting,
                                "background": name,
                                **options,
                                "events": same_event(found, events),
                                "TIME": relevance(ranked, time.gains),
                            }
                        )
    print(pd.DataFrame(rows).round(3).to_string(index=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
