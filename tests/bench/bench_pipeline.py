"""From a parquet file to the ten nearest articles of each, beside scikit-learn and sparse_dot_topn.

Each side runs in a process of its own, so that its peak memory is its own, with one thread. The
answers are compared on rows spread over the corpus before anything is printed.

    python tests/bench/bench_pipeline.py [--rows 10000] [--path press_releases.parquet]
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


def run_broadsheet(path: Path, rows: int | None, steps: Steps) -> tuple[np.ndarray, np.ndarray]:
    import broadsheet as bs

    corpus = steps("read", lambda: bs.read(path, text="text", id="id", zones=None))
    if rows is not None:
        corpus = corpus[:rows]
    tokens = steps("tokenise", lambda: corpus.tokens(bs.Tokenizer("sklearn"), n_jobs=1))
    counts = steps("count", lambda: tokens.matrix(min_df=2, n_jobs=1))
    weights = steps("weigh", lambda: counts.weight("tfidf"))
    neighbors = steps("nearest", lambda: weights.similar(k=K, n_jobs=1))
    return neighbors.indices, neighbors.scores


def run_peers(path: Path, rows: int | None, steps: Steps) -> tuple[np.ndarray, np.ndarray]:
    import pandas as pd
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
    from sparse_dot_topn import sp_matmul_topn

    texts = steps("read", lambda: pd.read_parquet(path, columns=["id", "text"])["text"].tolist())
    counts = steps("count", lambda: CountVectorizer(min_df=2).fit_transform(texts[:rows]))
    weights = steps("weigh", lambda: TfidfTransformer().fit_transform(counts))
    found = steps("nearest", lambda: sp_matmul_topn(weights, weights.T.tocsr(), K + 1, sort=True))
    indices = np.full((found.shape[0], K), -1, dtype=np.int64)
    scores = np.zeros((found.shape[0], K))
    for row in range(found.shape[0]):
        span = slice(found.indptr[row], found.indptr[row + 1])
        others, values = found.indices[span], found.data[span]
        kept = others != row
        n_kept = min(K, int(kept.sum()))
        indices[row, :n_kept] = others[kept][:K]
        scores[row, :n_kept] = values[kept][:K]
    return indices, scores


def child(side: str, path: Path, rows: int | None, output: Path) -> None:
    steps = Steps()
    run = {"broadsheet": run_broadsheet, "peers": run_peers}[side]
    indices, scores = run(path, rows, steps)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.savez(output, indices=indices, scores=scores)
    print(json.dumps({"seconds": steps.seconds, "peak_mb": peak}))


def compare(ours: dict[str, np.ndarray], theirs: dict[str, np.ndarray]) -> None:
    """Raise unless both found the same neighbours, up to the order of equal scores."""
    n_rows = len(ours["indices"])
    assert len(theirs["indices"]) == n_rows
    for row in np.linspace(0, n_rows - 1, min(N_COMPARED, n_rows)).astype(int):
        np.testing.assert_allclose(ours["scores"][row], theirs["scores"][row], atol=1e-6)
        # The last place may be a tie that each side breaks its own way.
        sure = ours["scores"][row] > ours["scores"][row][-1] + 1e-6
        mine = set(ours["indices"][row][sure].tolist())
        assert mine <= set(theirs["indices"][row].tolist()), f"row {row} differs"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--path", type=Path, default=PATH)
    parser.add_argument("--rows", type=int, default=None, help="only so many articles")
    parser.add_argument("--side", choices=["broadsheet", "peers"], help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        child(options.side, options.path, options.rows, options.output)
        return
    results, answers = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for side in ("broadsheet", "peers"):
            output = Path(folder) / f"{side}.npz"
            command = [sys.executable, __file__, "--side", side, "--output", str(output)]
            command += ["--path", str(options.path)]
            command += ["--rows", str(options.rows)] if options.rows else []
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            results[side] = json.loads(done.stdout.splitlines()[-1])
            answers[side] = dict(np.load(output))
    compare(answers["broadsheet"], answers["peers"])
    print(f"{len(answers['peers']['indices']):,} articles, one thread; the answers agree")
    for side, result in results.items():
        steps = ", ".join(f"{name} {seconds:.2f}" for name, seconds in result["seconds"].items())
        total = sum(result["seconds"].values())
        print(f"{side:>10}: {total:.1f} s ({steps}), peak {result['peak_mb']:,.0f} MB")
    totals = {side: sum(result["seconds"].values()) for side, result in results.items()}
    print(f"     ratio: {totals['peers'] / totals['broadsheet']:.1f}x the speed")


if __name__ == "__main__":
    main()
