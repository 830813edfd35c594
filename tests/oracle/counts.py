"""Document-term counts of n-grams: strings, dictionaries and loops; no shared code."""

from collections import Counter


def ngrams(words: list[str], lo: int, hi: int) -> list[str]:
    return [
        " ".join(words[i : i + n]) for n in range(lo, hi + 1) for i in range(len(words) - n + 1)
    ]


def count(
    documents: list[list[str]],
    lo: int,
    hi: int,
    least: float = 1,
    most: float = float("inf"),
    max_terms: int | None = None,
) -> tuple[list[str], list[list[int]]]:
    """Return the terms of `least` to `most` documents in order, and a row of counts a document."""
    rows = [Counter(ngrams(words, lo, hi)) for words in documents]
    total: Counter[str] = sum(rows, Counter())
    held = Counter(term for row in rows for term in row)
    kept = [term for term in sorted(total) if least <= held[term] <= most]
    if max_terms is not None:
        kept = sorted(sorted(kept, key=lambda term: (-total[term], term))[:max_terms])
    return kept, [[row[term] for term in kept] for row in rows]
