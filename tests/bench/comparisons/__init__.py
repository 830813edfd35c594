"""Every comparison there is, in the order of the report."""

from bench.comparisons import (
    characters,
    counting,
    hashing,
    neighbors,
    threads,
    tokenizing,
    weighting,
)

__all__ = ["COMPARISONS"]

COMPARISONS = (
    *counting.COMPARISONS,
    *characters.COMPARISONS,
    *hashing.COMPARISONS,
    *tokenizing.COMPARISONS,
    *weighting.COMPARISONS,
    *neighbors.COMPARISONS,
    *threads.COMPARISONS,
)
