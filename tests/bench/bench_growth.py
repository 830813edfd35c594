"""How the time of finding neighbours grows with the number of articles.

    PYTHONPATH=tests python tests/bench/bench_growth.py [--n 5000 10000 20000 40000 72644] [--rounds 3]

For the first n press releases, weighed by tf-idf, the 10 nearest of each by cosine on one thread:
the median of the seconds, milliseconds an article, and the power of n that the last step grew by.
The last line goes on from the two largest n to a million articles by that power: a guess, since the
terms of a million articles would be more as well.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time

import numpy as np

from bench.comparisons.counting import count
from bench.corpus import News

MANY = 1_000_000


def seconds(n: int, rounds: int) -> float:
    weights = count(News.read(n).column, min_df=2).weight("tfidf", dtype=np.float32)
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        weights.similar(k=10, n_jobs=1)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, nargs="+", default=[5_000, 10_000, 20_000, 40_000, 72_644])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    found: list[tuple[int, float]] = []
    print(f"{'articles':>9} {'seconds':>8} {'ms each':>8} {'power':>6}")
    for n in options.n:
        found.append((n, seconds(n, options.rounds)))
        grown = f"{power(*found[-2:]):6.2f}" if len(found) > 1 else ""
        print(f"{n:9,} {found[-1][1]:8.2f} {1e3 * found[-1][1] / n:8.3f} {grown}", flush=True)
    if len(found) > 1:
        n, last = found[-1]
        hours = last * (MANY / n) ** power(*found[-2:]) / 3600
        print(f"{MANY:9,} articles: about {hours:.1f} hours on one thread")


def power(before: tuple[int, float], after: tuple[int, float]) -> float:
    """Return the exponent of n between two points."""
    return math.log(after[1] / before[1]) / math.log(after[0] / before[0])


if __name__ == "__main__":
    main()
