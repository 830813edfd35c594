"""Lexical diversity as printed: counters and lists; no shared code."""

from collections import Counter
from collections.abc import Hashable
from math import inf, log, log10, nan, sqrt
from statistics import fmean

from scipy.optimize import brentq
from scipy.stats import hypergeom


def ttr(tokens: list[Hashable]) -> float:
    return len(set(tokens)) / len(tokens)


def factors(tokens: list[Hashable], threshold: float) -> float:
    n, run = 0.0, []
    for token in tokens:
        run.append(token)
        if ttr(run) < threshold:
            n, run = n + 1, []
    return n + (1 - ttr(run)) / (1 - threshold) if run else n


def one_way_mtld(tokens: list[Hashable], threshold: float) -> float:
    n = factors(tokens, threshold)
    return len(tokens) / n if n else inf


def diversity(
    tokens: list[Hashable], window: int, threshold: float, sample: int
) -> dict[str, float]:
    n, counts = len(tokens), Counter(tokens)
    v = len(counts)
    squares = sum(count**2 for count in counts.values())
    log_n, log_v = log(n), log(v)
    a2 = (log_n - log_v) / log_n**2 if n > 1 else nan
    a2_log10 = (log10(n) - log10(v)) / log10(n) ** 2 if n > 1 else nan
    starts = range(n - window + 1)
    drawn = [
        1 - hypergeom.pmf(0, n, count, sample) if n >= sample else nan for count in counts.values()
    ]
    return {
        "ttr": ttr(tokens),
        "guiraud": v / sqrt(n),
        "cttr": v / sqrt(2 * n),
        "herdan_c": log_v / log_n if n > 1 else nan,
        "maas_a2": a2,
        "maas_a": sqrt(a2) if n > 1 else nan,
        "maas_a2_log10": a2_log10,
        "maas_a_log10": sqrt(a2_log10) if n > 1 else nan,
        "yule_k": 1e4 * (squares - n) / n**2,
        "simpson_d": (squares - n) / (n * (n - 1)) if n > 1 else nan,
        "herdan_vm": sqrt(max(squares / n**2 - 1 / v, 0)),
        "fisher_alpha": (
            brentq(lambda a: a * log(1 + n / a) - v, 1e-9, 1e12, xtol=1e-14) if v < n else inf
        ),
        "msttr": (
            fmean(ttr(tokens[i : i + window]) for i in starts if i % window == 0) if starts else nan
        ),
        "mattr": fmean(ttr(tokens[i : i + window]) for i in starts) if starts else nan,
        "mtld": fmean(one_way_mtld(way, threshold) for way in (tokens, tokens[::-1])),
        "hd_d": sum(drawn) / sample,
    }
