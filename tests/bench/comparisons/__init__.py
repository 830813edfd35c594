"""Every comparison there is, in the order of the report."""

from bench.comparisons import (
    characters,
    concordance,
    counting,
    estimators,
    hashing,
    joins,
    lsa,
    neighbors,
    readability,
    sketches,
    statistics,
    threads,
    tokenizing,
    weighting,
)

__all__ = ["COMPARISONS"]

COMPARISONS = (
    *counting.COMPARISONS,
    *characters.COMPARISONS,
    *hashing.COMPARISONS,
    *estimators.COMPARISONS,
    *tokenizing.COMPARISONS,
    *weighting.COMPARISONS,
    *neighbors.COMPARISONS,
    *joins.COMPARISONS,
    *sketches.COMPARISONS,
    *lsa.COMPARISONS,
    *statistics.COMPARISONS,
    *concordance.COMPARISONS,
    *readability.COMPARISONS,
    *threads.COMPARISONS,
)
