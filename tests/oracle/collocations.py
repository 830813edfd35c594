"""Pairs of tokens by looking at every two places: slow, plain Python, no shared code."""

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
