"""From a parquet file to the ten nearest articles of each, beside scikit-learn and sparse_dot_topn.

Each side runs in a process of its own, so that its peak memory is its own, with one thread. The
answers are compared on rows spread over the corpus before anything is printed.

    python tests/bench/bench_pipeline.py [--rows 10000] [--sampled] [--path press_releases.parquet]

With `--sampled` the peers seek the neighbours of the compared rows alone, which saves minutes; the
time for all rows is then reckoned from theirs, and said to be.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

PATH = Path(__file__).parents[3] / "shared/corpora/press_releases.parquet"
K = 10
T = TypeVar("T")
Answer = tuple[np.ndarray, np.ndarray]
N_COMPARED = 1000


class Steps:
    """Times named steps of one run."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str, step: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = step()
        self.seconds[name] = time.perf_counter() - start
        return result


def compared_rows(n_rows: int) -> np.ndarray:
    """Return the rows whose neighbours are compared, spread over all."""
    return np.linspace(0, n_rows - 1, min(N_COMPARED, n_rows)).astype(int)


def run_broadsheet(path: Path, rows: int | None, steps: Steps) -> Answer:
    import broadsheet as bs

    corpus = steps("read", lambda: bs.read(path, text="text", id="id", zones=None))
    if rows is not None:
        corpus = corpus[:rows]
    tokens = steps("tokenise", lambda: corpus.tokens(bs.Tokenizer("sklearn"), n_jobs=1))
    counts = steps("count", lambda: tokens.matrix(min_df=2, n_jobs=1))
    weights = steps("weigh", lambda: counts.weight("tfidf"))
    neighbors = steps("nearest", lambda: weights.similar(k=K, n_jobs=1))
    asked = compared_rows(len(neighbors))
    return neighbors.indices[asked], neighbors.scores[asked]


def run_peers(path: Path, rows: int | None, steps: Steps, *, sampled: bool) -> Answer:
    import pandas as pd
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
    from sparse_dot_topn import sp_matmul_topn

    texts = steps("read", lambda: pd.read_parquet(path, columns=["id", "text"])["text"].tolist())
    counts = steps("count", lambda: CountVectorizer(min_df=2).fit_transform(texts[:rows]))
    weights = steps("weigh", lambda: TfidfTransformer().fit_transform(counts))
    asked = compared_rows(weights.shape[0])
    queries = weights[asked] if sampled else weights
    found = steps("nearest", lambda: sp_matmul_topn(queries, weights.T.tocsr(), K + 1, sort=True))
    if sampled:
        steps.seconds["nearest"] *= weights.shape[0] / len(asked)
    indices = np.full((len(asked), K), -1, dtype=np.int64)
    scores = np.zeros((len(asked), K))
    for place, row in enumerate(asked):
        at = place if sampled else row
        span = slice(found.indptr[at], found.indptr[at + 1])
        others, values = found.indices[span], found.data[span]
        kept = others != row
        n_kept = min(K, int(kept.sum()))
        indices[place, :n_kept] = others[kept][:K]
        scores[place, :n_kept] = values[kept][:K]
    return indices, scores


def child(options: argparse.Namespace) -> None:
    steps = Steps()
    if options.side == "broadsheet":
        indices, scores = run_broadsheet(options.path, options.rows, steps)
    else:
        indices, scores = run_peers(options.path, options.rows, steps, sampled=options.sampled)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.savez(options.output, indices=indices, scores=scores)
    print(json.dumps({"seconds": steps.seconds, "peak_mb": peak}))


def compare(ours: dict[str, np.ndarray], theirs: dict[str, np.ndarray]) -> None:
    """Raise unless both found the same neighbours, up to the order of equal scores."""
    np.testing.assert_allclose(ours["scores"], theirs["scores"], atol=1e-6)
    for place, scores in enumerate(ours["scores"]):
        # The last place may be a tie that each side breaks its own way.
        sure = scores > scores[-1] + 1e-6
        mine = set(ours["indices"][place][sure].tolist())
        assert mine <= set(theirs["indices"][place].tolist()), f"compared row {place} differs"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--path", type=Path, default=PATH)
    parser.add_argument("--rows", type=int, default=None, help="only so many articles")
    parser.add_argument("--sampled", action="store_true", help="peers answer for 1,000 rows")
    parser.add_argument("--side", choices=["broadsheet", "peers"], help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        child(options)
        return
    results, answers = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for side in ("broadsheet", "peers"):
            output = Path(folder) / f"{side}.npz"
            command = [sys.executable, __file__, *sys.argv[1:], "--side", side]
            command += ["--output", str(output)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            results[side] = json.loads(done.stdout.splitlines()[-1])
            answers[side] = dict(np.load(output))
    compare(answers["broadsheet"], answers["peers"])
    n_compared = len(answers["peers"]["indices"])
    print(f"one thread; the answers agree on {n_compared:,} rows")
    if options.sampled:
        print("the peers' time for nearest is reckoned from these rows")
    for side, result in results.items():
        steps = ", ".join(f"{name} {seconds:.2f}" for name, seconds in result["seconds"].items())
        total = sum(result["seconds"].values())
        print(f"{side:>10}: {total:.1f} s ({steps}), peak {result['peak_mb']:,.0f} MB")
    totals = {side: sum(result["seconds"].values()) for side, result in results.items()}
    print(f"     ratio: {totals['peers'] / totals['broadsheet']:.1f}x the speed")


if __name__ == "__main__":
    main()
