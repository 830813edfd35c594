"""How strongly a word is associated with one of two corpora."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure
from broadsheet.measures._ranges import EITHER_WAY

__all__ = ["CONTRAST"]

CONTRAST = (
    Measure(
        "log_ratio",
        "log ratio: binary logarithm of the relative frequency",
        "log2((O11 / C1) / (O12 / C2))",
        "a count of 0 is taken for 1/2; NaN where both are 0",
        EITHER_WAY,
        (ref.HARDIE_2014,),
    ),
    Measure(
        "log_ratio_conservative",
        "conservative log ratio",
        "log2(C2 / C1 * tau / (1 - tau)), tau the bound nearer 0 of the interval of Clopper and Pearson for O11 of O11 + O12; 0 where the interval holds 0",
        "exact (Poisson), two-sided at alpha / n_comparisons",
        "unbounded, never further from 0 than the log ratio",
        (ref.EVERT_2022,),
        ("alpha", "n_comparisons"),
    ),
    Measure(
        "log_ratio_conservative_normal",
        "conservative log ratio, asymptotic",
        "log_ratio -+ z sqrt(1 / O11 + 1 / O12 - 1 / C1 - 1 / C2) / ln 2; 0 where the interval holds 0",
        "of CQPweb: normal, two-sided at alpha / n_comparisons; a count of 0 is taken for 1/2",
        "unbounded, never further from 0 than the log ratio",
        (
            ref.HARDIE_2014,
            ref.EVERT_2022,
        ),
        ("alpha", "n_comparisons"),
    ),
    Measure(
        "log_ratio_conservative_positive",
        "conservative log ratio for words of the target",
        "log2(C2 / C1 * tau / (1 - tau)), tau the lower bound of Clopper and Pearson for O11 of O11 + O12",
        "exact (Poisson), one-sided at alpha / n_comparisons; not held above 0; -inf where O11 is 0",
        "unbounded, below the log ratio",
        (ref.EVERT_2022,),
        ("alpha", "n_comparisons"),
    ),
    Measure(
        "percent_diff",
        "%DIFF: difference in per cent of the reference",
        "100 (O11 / C1 - O12 / C2) / (O12 / C2)",
        "inf where O12 is 0",
        "from -100, not in the target",
        (ref.GABRIELATOS_MARCHI_2011,),
    ),
    Measure(
        "difference_coefficient",
        "difference coefficient",
        "(O11 / C1 - O12 / C2) / (O11 / C1 + O12 / C2)",
        "",
        "-1, not in the target, to 1, not in the reference",
        (ref.HOFLAND_JOHANSSON_1982,),
    ),
    Measure(
        "simple_maths",
        "simple maths",
        "(10^6 O11 / C1 + k) / (10^6 O12 / C2 + k)",
        "per million",
        "from 0; 1 where both are as frequent",
        (ref.KILGARRIFF_2009,),
        ("k",),
    ),
)
