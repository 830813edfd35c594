"""Speed of cutting news into term ids, beside scikit-learn's analyzer on the same texts.

    python tests/bench/bench_tokens.py [n_texts]

The answers are compared first: the terms of each text, all of them. Then the ways are timed in
turn, the best of three rounds, so that they share the machine's good and bad moments. Seconds of
processor time tell more than those on the clock where the machine is busy with other things. Texts
are in memory as Python strings before the clock starts, since that is what both are given.
"""

import sys
import time
from pathlib import Path

import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer

import broadsheet as bs

PRESS_RELEASES = Path(__file__).parents[3] / "shared" / "corpora" / "press_releases.parquet"
N_ROUNDS = 3


def count_with_sklearn(texts):
    """Analyze each text and number its terms: the loop of CountVectorizer less its counters."""
    analyze = CountVectorizer().build_analyzer()
    vocabulary = {}
    return [[vocabulary.setdefault(term, len(vocabulary)) for term in analyze(t)] for t in texts]


def check(texts):
    tokens = bs.Corpus(texts, zones=None).tokens(bs.Tokenizer("sklearn"))
    for row, expected in enumerate(count_with_sklearn(texts)):
        if tokens.ids(row).tolist() != expected:
            raise SystemExit(f"text {row}: the terms differ")
    print(
        f"{len(texts):,} texts, {tokens.n_tokens:,} tokens, {len(tokens.vocabulary):,} terms: equal"
    )


def timed(run):
    """Return seconds on the clock and seconds of processor time, of all threads."""
    elapsed, used = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - elapsed, time.process_time() - used


def main():
    n_texts = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    texts = pd.read_parquet(PRESS_RELEASES, columns=["text"])["text"].iloc[:n_texts].tolist()
    check(texts[:5000])
    corpus = bs.Corpus(texts, zones=None)
    ways = {"scikit-learn": lambda: count_with_sklearn(texts)}
    for preset in ("sklearn", "unicode", "news"):
        for n_jobs in (1, 2):
            tokenizer = bs.Tokenizer(preset)
            ways[f"broadsheet {preset}, {n_jobs} thread{'s' * (n_jobs > 1)}"] = (
                lambda tokenizer=tokenizer, n_jobs=n_jobs: corpus.tokens(tokenizer, n_jobs=n_jobs)
            )
    best = dict.fromkeys(ways, (float("inf"), float("inf")))
    for _ in range(N_ROUNDS):
        for name, run in ways.items():
            best[name] = min(best[name], timed(run))
    n_bytes = sum(len(text.encode()) for text in texts)
    print(f"{'':32}{'elapsed':>9}{'':11}{'ratio':>9}{'processor':>11}{'ratio':>9}")
    first = best["scikit-learn"]
    for name, (elapsed, used) in best.items():
        print(
            f"{name:32}{elapsed:7.3f} s{n_bytes / elapsed / 1e6:6.0f} MB/s"
            f"{first[0] / elapsed:7.1f} x{used:9.3f} s{first[1] / used:7.1f} x"
        )


if __name__ == "__main__":
    main()
