"""Every comparison there is, in the order of the report."""

from bench.comparisons import counting, estimators, neighbors, threads, tokenizing, weighting

__all__ = ["COMPARISONS"]

COMPARISONS = (
    *counting.COMPARISONS,
    *estimators.COMPARISONS,
    *tokenizing.COMPARISONS,
    *weighting.COMPARISONS,
    *neighbors.COMPARISONS,
    *threads.COMPARISONS,
)
