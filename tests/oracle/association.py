"""Measures of association as printed, of exact fractions and 50-digit logarithms; no shared code."""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import comb, erfc, factorial, inf, sqrt
from statistics import NormalDist

Cells = tuple[int, int, int, int]


def ln(x: Fraction) -> Decimal:
    return Decimal(x.numerator).ln() - Decimal(x.denominator).ln()


def log(x: Fraction, base: int) -> float:
    return float(ln(x) / Decimal(base).ln()) if x else -inf


def number(x: Fraction) -> Decimal:
    return Decimal(x.numerator) / Decimal(x.denominator)


def expected(cells: Cells) -> list[Fraction]:
    a, b, c, d = map(Fraction, cells)
    n = a + b + c + d
    return [
        (a + b) * (a + c) / n,
        (a + b) * (b + d) / n,
        (c + d) * (a + c) / n,
        (c + d) * (b + d) / n,
    ]


def g2(cells: Cells, n_cells: int) -> float:
    pairs = list(zip(cells, expected(cells), strict=True))[:n_cells]
    return float(2 * sum(o * ln(o / e) for o, e in pairs if o))


def chi2(cells: Cells, correction: Fraction = Fraction(0)) -> float:
    pairs = zip(cells, expected(cells), strict=True)
    return float(sum((abs(o - e) - correction) ** 2 / e for o, e in pairs))


def fisher(cells: Cells, side: str) -> Fraction:
    a, b, c, d = cells
    ways = {
        k: comb(a + c, k) * comb(b + d, a + b - k)
        for k in range(max(0, a - d), min(a + b, a + c) + 1)
    }
    counts = {
        "both": lambda k: ways[k] <= ways[a] * (1 + Fraction(1, 10**7)),
        "greater": lambda k: k >= a,
        "less": lambda k: k <= a,
    }[side]
    return Fraction(sum(n for k, n in ways.items() if counts(k)), comb(a + b + c + d, a + b))


def poisson_at_least(k: int, mean: Fraction) -> Decimal:
    below = sum((number(mean**i / factorial(i)) for i in range(k)), Decimal(0))
    return 1 - (-number(mean)).exp() * below


def odds_bound(successes: int, n: int, p: Decimal) -> Decimal:
    """The odds of a success at which that many of n, or more, come up with chance p."""
    ways = [comb(n, k) for k in range(n, successes - 1, -1)]
    low, high = Decimal(-64), Decimal(64)
    for _ in range(60):
        middle = (low + high) / 2
        odds = middle.exp()
        tail = Decimal(0)
        for count in ways:
            tail = tail * odds + count
        tail *= odds**successes / (1 + odds) ** n
        low, high = (middle, high) if tail < p else (low, middle)
    return low


def conservative(cells: Cells, alpha: float, sides: int) -> float:
    a, b, c, d = cells
    p = Decimal(alpha) / sides
    sizes = ln(Fraction(b + d, a + c))
    if sides == 1:
        return float((odds_bound(a, a + b, p) + sizes) / Decimal(2).ln()) if a else -inf
    if Fraction(a, a + c) >= Fraction(b, b + d):
        return float(max(odds_bound(a, a + b, p) + sizes, Decimal(0)) / Decimal(2).ln())
    return float(min(sizes - odds_bound(b, a + b, p), Decimal(0)) / Decimal(2).ln())


def conservative_normal(cells: Cells, alpha: float) -> float:
    a, b = (Fraction(1, 2) if count == 0 else Fraction(count) for count in cells[:2])
    n1, n2 = cells[0] + cells[2], cells[1] + cells[3]
    ratio = float(ln(a / n1 / (b / n2)))
    margin = -NormalDist().inv_cdf(alpha / 2) * sqrt(
        1 / a + 1 / b - Fraction(1, n1) - Fraction(1, n2)
    )
    bound = max(ratio - margin, 0) if ratio >= 0 else min(ratio + margin, 0)
    return bound / float(Decimal(2).ln())


def association(cells: Cells, alpha: float, k: int) -> dict[str, float]:
    """All measures of a table without an empty margin; alpha is corrected already."""
    with localcontext(prec=50):
        return _association(cells, alpha, k)


def _association(cells: Cells, alpha: float, k: int) -> dict[str, float]:
    a, b, c, d = cells
    n = a + b + c + d
    r1, r2, c1, c2 = a + b, c + d, a + c, b + d
    e = expected(cells)[0]
    mi = log(a / e, 2)
    halved = [Fraction(2 * o + 1, 2) for o in cells]
    lam = float(ln(halved[0] * halved[3] / halved[1] / halved[2]))
    p1, p2 = Fraction(a, c1), Fraction(b, c2)
    half = Fraction(1, 2)
    signed_infinity = inf if b * c == 0 else -inf
    dice = Fraction(2 * a, r1 + c1)
    difference = a - e
    towards = half if difference > 0 else -half if difference < 0 else 0
    g2_4, g2_2 = g2(cells, 4), g2(cells, 2)
    plain, yates = chi2(cells), chi2(cells, half)
    values = {
        "log_likelihood": g2_4,
        "log_likelihood_2": g2_2,
        "chi_squared": plain,
        "chi_squared_yates": yates,
    }
    values |= {f"{name}_p": erfc(sqrt(x / 2)) for name, x in values.items()}
    return values | {
        "fisher": float(fisher(cells, "both")),
        "fisher_greater": float(fisher(cells, "greater")),
        "fisher_less": float(fisher(cells, "less")),
        "fisher_score": -log(fisher(cells, "greater"), 10),
        "simple_ll": float(2 * ((a * ln(a / e) if a else 0) - number(difference))),
        "t_score": float(difference) / sqrt(a) if a else -inf,
        "z_score": float(difference) / sqrt(e),
        "z_score_corrected": float(difference - towards) / sqrt(e),
        "poisson_score": float(-poisson_at_least(a, e).log10()),
        "poisson_stirling": float(a * (ln(a / e) - 1) / Decimal(10).ln()) if a else 0.0,
        "lambda": lam,
        "lambda_z": lam / sqrt(sum(1 / x for x in halved)),
        "bic": g2_4 - float(Decimal(n).ln()),
        "log_ratio": log((Fraction(a) or half) / c1 / ((Fraction(b) or half) / c2), 2),
        "log_ratio_conservative": conservative(cells, alpha, 2),
        "log_ratio_conservative_normal": conservative_normal(cells, alpha),
        "log_ratio_conservative_positive": conservative(cells, alpha, 1),
        "percent_diff": float(100 * (p1 - p2) / p2) if b else inf,
        "difference_coefficient": float((p1 - p2) / (p1 + p2)),
        "simple_maths": float((10**6 * p1 + k) / (10**6 * p2 + k)),
        "odds_ratio": a * d / (b * c) if b * c else inf,
        "log_odds_ratio": float(ln(Fraction(a * d, b * c))) if a * b * c * d else signed_infinity,
        "phi_squared": plain / n,
        "delta_p": a / r1 - c / r2,
        "delta_p_backward": a / c1 - b / c2,
        "mi": mi,
        "mi2": log(a**2 / e, 2),
        "mi3": log(a**3 / e, 2),
        "mi_log_f": mi * float(Decimal(a + 1).ln()) if a else 0.0,
        "local_mi": a * mi if a else 0.0,
        "npmi": mi / -log(Fraction(a, n), 2) if a else -1.0,
        "dice": float(dice),
        "log_dice": 14 + log(dice, 2),
        "jaccard": a / (a + b + c),
        "min_sensitivity": min(a / r1, a / c1),
        "gmean": a / sqrt(r1 * c1),
    }
