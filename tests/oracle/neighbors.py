"""The k nearest rows by plain loops over dense rows: no shared code with the package."""

from math import sqrt


def similarity(left: list[float], right: list[float], measure: str) -> float:
    dot = sum(x * y for x, y in zip(left, right, strict=True))
    if measure == "dot":
        return dot
    norms = sqrt(sum(x * x for x in left) * sum(y * y for y in right))
    return dot / norms if norms else 0.0


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
