"""Every comparison there is, in the order of the report."""

from bench.comparisons import counting, neighbors, threads, tokenizing, weighting

__all__ = ["COMPARISONS"]

COMPARISONS = (
    *counting.COMPARISONS,
    *tokenizing.COMPARISONS,
    *weighting.COMPARISONS,
    *neighbors.COMPARISONS,
    *threads.COMPARISONS,
)
