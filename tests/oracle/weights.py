"""Weights as books and papers print them: dense rows, plain loops; no shared code."""

from math import e, log, sqrt

Rows = list[list[float]]


def document_frequencies(rows: Rows) -> list[int]:
    return [sum(row[t] > 0 for row in rows) for t in range(len(rows[0]))]


def bm25(rows: Rows, variant: str, k1: float, b: float, delta: float) -> Rows:
    n, df = len(rows), document_frequencies(rows)
    mean = sum(map(sum, rows)) / n
    result = []
    for row in rows:
        correction = 1 - b + b * sum(row) / mean if mean else 1.0
        weights = []
        for t, tf in enumerate(row):
            if tf == 0:
                weights.append(0.0)
                continue
            saturated = tf / (tf + k1 * correction)
            if variant == "lucene":
                weight = log(1 + (n - df[t] + 0.5) / (df[t] + 0.5)) * saturated
            elif variant == "robertson":
                weight = log((n - df[t] + 0.5) / (df[t] + 0.5)) * saturated
            elif variant == "atire":
                weight = log(n / df[t]) * (k1 + 1) * saturated
            elif variant == "bm25l":
                c = tf / correction
                weight = log((n + 1) / (df[t] + 0.5)) * (k1 + 1) * (c + delta) / (k1 + c + delta)
            else:
                weight = log((n + 1) / df[t]) * (delta + (k1 + 1) * saturated)
            weights.append(weight)
        result.append(weights)
    return result


def smart(
    rows: Rows, letters: str, word_bytes: list[int], base: float = e, slope: float = 0.2
) -> Rows:
    n, df = len(rows), document_frequencies(rows)
    n_terms = [sum(tf > 0 for tf in row) for row in rows]
    n_bytes = [sum(tf * size for tf, size in zip(row, word_bytes, strict=True)) for row in rows]
    result = []
    for row, terms, size in zip(rows, n_terms, n_bytes, strict=True):
        weights = [
            tf and _tf(letters[0], tf, row, terms, base) * _df(letters[1], n, df[t], base)
            for t, tf in enumerate(row)
        ]
        norm = _norm(letters[2], weights, terms, size, sum(n_terms) / n, sum(n_bytes) / n, slope)
        result.append([weight / norm if norm else 0.0 for weight in weights])
    return result


def _tf(letter: str, tf: float, row: list[float], terms: int, base: float) -> float:
    return {
        "n": lambda: tf,
        "l": lambda: 1 + log(tf, base),
        "a": lambda: 0.5 + 0.5 * tf / max(row),
        "b": lambda: 1,
        "L": lambda: (1 + log(tf, base)) / (1 + log(sum(row) / terms, base)),
        "d": lambda: 1 + log(1 + log(tf, base), base),
    }[letter]()


def _df(letter: str, n: int, df: int, base: float) -> float:
    if letter == "n":
        return 1
    if letter in "tf":
        return log(n / df, base)
    return max(0, log((n - df) / df, base)) if df < n else 0


def _norm(
    letter: str,
    weights: list[float],
    terms: int,
    size: float,
    mean_terms: float,
    mean_size: float,
    slope: float,
) -> float:
    if letter == "n":
        return 1
    if letter == "c":
        return sqrt(sum(weight**2 for weight in weights))
    if letter == "u":
        return (1 - slope) * mean_terms + slope * terms
    return 1 - slope + slope * size / mean_size if mean_size else 1
