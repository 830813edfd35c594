"""The measures that need a whole vocabulary or parts of two corpora, and corrections of p-values."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure
from broadsheet.measures._ranges import EITHER_WAY, P_VALUE

__all__ = ["ADJUST", "LOG_ODDS", "RANK_SUM"]

LOG_ODDS = (
    Measure(
        "log_odds",
        "log odds ratio with an informative Dirichlet prior",
        "ln((y + a) / (n + a0 - y - a)) - ln((z + a) / (m + a0 - z - a))",
        "natural",
        EITHER_WAY,
        (ref.MONROE_ET_AL_2008,),
        ("prior", "prior_size"),
    ),
    Measure(
        "log_odds_z",
        "z-score of the log odds ratio",
        "log_odds / sqrt(1 / (y + a) + 1 / (z + a))",
        "with the approximate variance, equation 20",
        EITHER_WAY,
        (ref.MONROE_ET_AL_2008,),
        ("prior", "prior_size"),
    ),
)

RANK_SUM = (
    Measure(
        "rank_sum",
        "Wilcoxon's rank sum",
        "sum of the ranks of the target's parts among all",
        "equal values share the mean of their ranks",
        "n (n + 1) / 2, all others are higher, to n (n + 1) / 2 + n m",
        (ref.MANN_WHITNEY_1947, ref.KILGARRIFF_2001),
    ),
    Measure(
        "rank_sum_u",
        "Mann and Whitney's U",
        "rank_sum - n (n + 1) / 2",
        "of the target",
        "0 to n m; half of it where nothing differs",
        (ref.MANN_WHITNEY_1947, ref.KILGARRIFF_2001),
    ),
    Measure(
        "rank_sum_z",
        "z-score of U",
        "(U - n m / 2 -+ 1/2) / sqrt(n m / 12 (n + m + 1 - sum (t^3 - t) / ((n + m)(n + m - 1))))",
        "corrected for continuity and for ties",
        EITHER_WAY,
        (ref.MANN_WHITNEY_1947, ref.LEHMANN_1975),
    ),
    Measure(
        "rank_sum_p",
        "p-value of U",
        "P(|Z| > |rank_sum_z|), Z standard normal",
        "two-sided, asymptotic",
        P_VALUE,
        (ref.MANN_WHITNEY_1947, ref.LEHMANN_1975),
    ),
)

ADJUST = (
    Measure(
        "bonferroni",
        "Bonferroni's correction",
        "min(1, m p)",
        "",
        P_VALUE,
        (ref.DUNN_1961,),
    ),
    Measure(
        "holm",
        "Holm's correction",
        "max over j <= i of min(1, (m - j + 1) p(j))",
        "step-down",
        P_VALUE,
        (ref.HOLM_1979,),
    ),
    Measure(
        "benjamini_hochberg",
        "Benjamini and Hochberg's false discovery rate",
        "min over j >= i of min(1, m p(j) / j)",
        "step-up, for independent or positively dependent tests",
        P_VALUE,
        (ref.BENJAMINI_HOCHBERG_1995,),
    ),
)
