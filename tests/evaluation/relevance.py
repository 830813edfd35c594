"""How well similarities rank the documents that people found relevant.

TIME (423 articles, 83 queries) and Cranfield (1,400 abstracts, 225 queries): mean average precision
and nDCG at 10 of the cosine of tf-idf weights, of latent dimensions, and of each variant of BM25,
whose scores are compared with those of bm25s for the same tokens.

    python tests/evaluation/relevance.py [FOLDER]

Tokens are English words without stop words, stemmed. A document of Cranfield is relevant if it is
judged at all; the grades 1 to 4 of its judges (1 the best) gain 4 to 1, and its 225 grades of -1,
which its makers leave unexplained, gain 1. The exit code is 1 if a score differs from that of bm25s
by more than 1e-5 of the greatest of its query.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import pandas as pd
from numpy.typing import NDArray

import broadsheet as bs

FOLDER = Path(__file__).parents[2] / "../shared/corpora/relevance"
VARIANTS = ("lucene", "robertson", "atire", "bm25l", "bm25+")
N_BEST = 10
WORST = 5  # The grade of Cranfield that gains nothing.
TOLERANCE = 1e-5

Gains = dict[int, dict[int, float]]


@dataclass(frozen=True)
class Judged:
    """A collection: what was asked, of which documents, and what each gains, by row."""

    name: str
    documents: list[str]
    queries: list[str]
    gains: Gains


def read_time(folder: Path) -> Judged:
    documents, queries = (dict(_read_tsv(folder / name)) for name in ("docs.tsv", "queries.tsv"))
    rows = {number: row for row, number in enumerate(documents)}
    asked = {number: row for row, number in enumerate(queries)}
    gains: Gains = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text().splitlines():
        query, document, _ = line.split("\t")
        if document in rows:  # Three judgements are of documents that are not there.
            gains[asked[query]][rows[document]] = 1
    return Judged("TIME", list(documents.values()), list(queries.values()), gains)


def _read_tsv(path: Path) -> Iterable[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        number, text = line.split("\t", 1)
        yield number, text


def read_cranfield(folder: Path) -> Judged:
    """Its judgements number queries from 1 in the order of the file, whatever `.I` says there."""
    documents = [_title_and_text(entry) for entry in _entries(folder / "cran.all.1400")]
    queries = [entry.partition(".W\n")[2] for entry in _entries(folder / "cran.qry")]
    gains: Gains = defaultdict(dict)
    for line in (folder / "cranqrel").read_text().splitlines():
        query, document, grade = map(int, line.split())
        gains[query - 1][document - 1] = WORST - grade if grade > 0 else 1
    return Judged("Cranfield", documents, queries, gains)


def _entries(path: Path) -> list[str]:
    return re.split(r"^\.I \d+\n", path.read_text(encoding="latin-1"), flags=re.MULTILINE)[1:]


def _title_and_text(entry: str) -> str:
    """Return what follows .T and .W; the text begins with the title once more."""
    title, _, rest = entry.partition(".A\n")
    return title.removeprefix(".T\n") + rest.partition(".W\n")[2].removeprefix(
        title.removeprefix(".T\n")
    )


def average_precision(ranked: NDArray[np.int32], gains: dict[int, float]) -> float:
    hits = np.isin(ranked, list(gains))
    precision = np.cumsum(hits) / np.arange(1, len(ranked) + 1)
    return float(precision[hits].sum() / len(gains))


def ndcg(ranked: NDArray[np.int32], gains: dict[int, float]) -> float:
    """Gain over the logarithm of the rank, beside that of the best order (Järvelin 2002)."""
    discounts = 1 / np.log2(np.arange(2, N_BEST + 2))
    found = np.array([gains.get(int(row), 0) for row in ranked[:N_BEST]])
    best = np.sort(np.array(list(gains.values())))[::-1][:N_BEST]
    return float((found @ discounts[: len(found)]) / (best @ discounts[: len(best)]))


def judge(judged: Judged, name: str, neighbors: Any) -> dict[str, Any]:
    ranks = [row[row >= 0] for row in neighbors.indices]
    per_query = [
        (average_precision(ranks[query], gains), ndcg(ranks[query], gains))
        for query, gains in sorted(judged.gains.items())
    ]
    mean = np.mean(per_query, axis=0)
    return {"collection": judged.name, "similarity": name, "MAP": mean[0], "nDCG@10": mean[1]}


def differs_from_bm25s(
    documents: Any, queries: Any, weighting: Any, scores: NDArray[np.float64]
) -> float:
    """Return the greatest difference of a score, over the greatest score of its query.

    As published, terms that a document lacks add nothing to its score. What they add in bm25s, for
    some variants, is taken away again.
    """
    attrs = weighting.attrs
    index = bm25s.BM25(method=attrs["variant"], dtype="float64", **attrs["parameters"])
    ids = [documents.ids(row).tolist() for row in range(len(documents))]
    vocabulary = {term: number for number, term in enumerate(documents.vocabulary.terms)}
    index.index(bm25s.tokenization.Tokenized(ids=ids, vocab=vocabulary), show_progress=False)
    lacking = np.ones((len(ids), len(vocabulary)))
    for row, terms in enumerate(ids):
        lacking[row, terms] = 0
    worst = 0.0
    for row in range(len(queries)):
        asked = [vocabulary[term] for term in queries[row] if term in vocabulary]
        theirs = index.get_scores_from_ids(asked)
        if index.nonoccurrence_array is not None:
            theirs -= lacking[:, asked] @ index.nonoccurrence_array[asked]
        worst = max(worst, float(np.abs(theirs - scores[row]).max() / theirs.max()))
    return worst


def evaluate(judged: Judged) -> tuple[list[dict[str, Any]], float]:
    tokenizer = bs.Tokenizer("unicode", stopwords="en", stemmer="english")
    documents = bs.Corpus(judged.documents).tokens(tokenizer)
    queries = bs.Corpus(judged.queries).tokens(tokenizer)
    counts = documents.matrix()
    asked = queries.matrix(terms=counts.terms)
    n_documents = len(documents)

    weights = counts.weight("tfidf", sublinear_tf=True)
    weighed = weights.transform(asked)
    rows = [judge(judged, "cosine", weighed.similar(k=n_documents, to=weights))]
    for k in (100, 200):
        space = weights.lsa(k)
        places = weighed.csr @ space.components.T
        found = bs.similarity.find_neighbors(places, space.documents, k=n_documents)
        rows.append(judge(judged, f"cosine of {k} latent dimensions", found))
    difference = 0.0
    for variant in VARIANTS:
        bm25 = counts.weight("bm25", variant=variant)
        found = asked.similar(k=n_documents, measure="bm25", to=bm25)
        rows.append(judge(judged, f"BM25, {variant}", found))
        # Of terms in more than half of the documents Robertson's idf is negative, that of bm25s 0.
        scores = (asked.csr @ bm25.csr.maximum(0).T).toarray()
        difference = max(difference, differs_from_bm25s(documents, queries, bm25.weighting, scores))
    return rows, difference


def main(folder: Path) -> int:
    rows, differences = [], []
    for judged in (read_time(folder / "time"), read_cranfield(folder / "cranfield")):
        found, difference = evaluate(judged)
        rows += found
        differences.append(difference)
    print(pd.DataFrame(rows).round(3).to_string(index=False))
    print(f"\nScores of BM25 differ from those of bm25s by at most {max(differences):.0e}.")
    return int(max(differences) > TOLERANCE)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
