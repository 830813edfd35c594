"""Dispersion and commonness as printed: dense rows, plain loops; no shared code."""

from itertools import combinations
from math import e, exp, inf, log, log2, log10, nan, sqrt
from statistics import fmean, pstdev

from scipy.special import digamma


def dispersion(counts: list[float], sizes: list[float]) -> dict[str, float]:
    parts = [(v, size) for v, size in zip(counts, sizes, strict=True) if size]
    v, size = [list(column) for column in zip(*parts, strict=True)]
    n, f = len(v), sum(v)
    s = [x / sum(size) for x in size]
    p = [count / x for count, x in zip(v, size, strict=True)]
    held = [i for i in range(n) if v[i]]
    if not f:
        usages = ("juilland_u", "carroll_um", "rosengren_kf", "engwall_fm", "kromer_ur", "range")
        return dict.fromkeys(usages, 0.0) | {"idf": inf}
    dp = sum(abs(v[i] / f - s[i]) for i in range(n)) / 2
    kld = sum(v[i] / f * log2(v[i] / f / s[i]) for i in held)
    roots = sum(sqrt(v[i] * s[i]) for i in range(n)) ** 2
    values = {
        "range": len(held),
        "idf": log2(n / len(held)),
        "rosengren_s": roots / f,
        "lyne_d3": 1 - sum((v[i] - f * s[i]) ** 2 / (f * s[i]) for i in range(n)) / (4 * f),
        "zhang_dc": (sum(map(sqrt, v)) / n) ** 2 / (f / n),
        "dp": dp,
        "kld": kld,
        "kld_norm_odds": kld / (1 + kld),
        "kld_norm_e": 1 - e**-kld,
        "kld_norm_2": 1 - 2**-kld,
        "rosengren_kf": roots,
        "engwall_fm": f * len(held) / n,
        "kromer_ur": sum(digamma(x + 1) - digamma(1) for x in v),
    }
    if n == 1:
        return values
    q = [x / sum(p) for x in p]
    d2 = -sum(x * log(x) for x in q if x) / log(n)
    pairs = fmean(abs(x - y) for x, y in combinations(p, 2))
    d = 1 - pstdev(p) / fmean(p) / sqrt(n - 1)
    return values | {
        "juilland_d": d,
        "carroll_d2": d2,
        "dp_norm": dp / (1 - min(s)),
        "dp_norm_egbert": dp / (1 - min(s[i] for i in held)),
        "da": 1 - pairs / (2 * fmean(p)),
        "juilland_u": d * f,
        "carroll_um": d2 * f + (1 - d2) * f / n,
    }


def commonness(places: list[int], n: int) -> dict[str, float]:
    if not places:
        return {"arf": 0.0, "f_awt": 0.0, "f_ald": 0.0, "awt": nan, "ald": nan}
    # The ring, token by token: how far the next place is.
    marks = set(places)
    d = []
    for place in places:
        step = 1
        while (place + step) % n not in marks:
            step += 1
        d.append(step)
    return {
        "arf": sum(min(x, n / len(d)) for x in d) / (n / len(d)),
        "awt": (1 + sum(x * x for x in d) / n) / 2,
        "f_awt": n**2 / sum(x * x for x in d),
        "ald": sum(x * log10(x) for x in d) / n,
        "f_ald": exp(-sum(x / n * log(x / n) for x in d)),
    }
