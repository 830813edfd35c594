"""Pairs of tokens by looking at every two places: slow, plain Python, no shared code."""

import math
from collections import Counter


def pairs(stretches, left, right):
    """Count the pairs of a node and a token in its window, of lists of terms."""
    counts = Counter()
    for terms in stretches:
        for i, node in enumerate(terms):
            for j, collocate in enumerate(terms):
                if i != j and i - left <= j <= i + right:
                    counts[node, collocate] += 1
    return counts


def tables(counts):
    """Return the four cells of each pair."""
    nodes, collocates = Counter(), Counter()
    for (node, collocate), n in counts.items():
        nodes[node] += n
        collocates[collocate] += n
    n_pairs = sum(counts.values())
    return {
        (node, collocate): (
            n,
            nodes[node] - n,
            collocates[collocate] - n,
            n_pairs - nodes[node] - collocates[collocate] + n,
        )
        for (node, collocate), n in counts.items()
    }


def phrases(stretches, size):
    """Return the counts of each phrase by which words agree, as ``"110"``."""
    ngrams = [
        tuple(terms[i : i + size]) for terms in stretches for i in range(len(terms) - size + 1)
    ]
    return {
        phrase: Counter(
            "".join("01"[a == b] for a, b in zip(phrase, ngram, strict=True)) for ngram in ngrams
        )
        for phrase in set(ngrams)
    }


def interaction(counts, size):
    """Return lambda and z of the counts of a phrase."""
    cells = [f"{cell:0{size}b}" for cell in range(2**size)]
    signs = [(-1) ** cell.count("0") for cell in cells]
    smoothed = [counts[cell] + 0.5 for cell in cells]
    value = math.fsum(sign * math.log(n) for sign, n in zip(signs, smoothed, strict=True))
    return value, value / math.sqrt(math.fsum(1 / n for n in smoothed))
