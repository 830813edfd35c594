"""Similar rows by plain loops over dense rows: no shared code with the package."""

from math import sqrt

__all__ = ["MEASURES", "nearest", "pairs", "similarity"]

SETS = ("jaccard", "dice", "overlap", "containment")
MEASURES = ("cosine", "dot", *SETS, "generalized_jaccard")


def similarity(left: list[float], right: list[float], measure: str) -> float:
    if measure in SETS:
        return set_similarity(
            {i for i, x in enumerate(left) if x}, {i for i, y in enumerate(right) if y}, measure
        )
    if measure == "generalized_jaccard":
        lesser = sum(map(min, left, right))
        greater = sum(left) + sum(right) - lesser
        return lesser / greater if greater else 0.0
    dot = sum(x * y for x, y in zip(left, right, strict=True))
    if measure == "dot":
        return dot
    norms = sqrt(sum(x * x for x in left) * sum(y * y for y in right))
    return dot / norms if norms else 0.0


def set_similarity(left: set[int], right: set[int], measure: str) -> float:
    if not left or not right:
        return 0.0
    both = len(left & right)
    return {
        "jaccard": both / len(left | right),
        "dice": 2 * both / (len(left) + len(right)),
        "overlap": both / min(len(left), len(right)),
        "containment": both / len(left),
    }[measure]


def nearest(
    rows: list[list[float]],
    others: list[list[float]] | None,
    k: int,
    measure: str,
    min_similarity: float = 0.0,
) -> list[list[tuple[int, float]]]:
    """Return for each row its neighbours as (row, score), best first."""
    found = []
    for i, row in enumerate(rows):
        scored = [(j, similarity(row, other, measure)) for j, other in enumerate(others or rows)]
        kept = [
            (j, score)
            for j, score in scored
            if score > 0 and score >= min_similarity and (others is not None or j != i)
        ]
        found.append(sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:k])
    return found


def pairs(
    rows: list[list[float]],
    others: list[list[float]] | None,
    measure: str,
    min_similarity: float,
) -> list[tuple[int, int, float]]:
    """Return pairs as (left, right, score): of one matrix once, or twice if sides differ."""
    is_each_once = others is None and measure != "containment"
    return [
        (i, j, score)
        for i, row in enumerate(nearest(rows, others, len(others or rows), measure, min_similarity))
        for j, score in sorted(row)
        if not is_each_once or i < j
    ]
