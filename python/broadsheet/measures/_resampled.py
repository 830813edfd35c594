"""What documents drawn anew, or exchanged, say of a measure."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure
from broadsheet.measures._ranges import INTERVAL_ENDS, P_VALUE

__all__ = ["RESAMPLED_KEYNESS", "RESAMPLED_RATES"]

_PERCENTILES = "percentiles, interpolated as type 7"

RESAMPLED_KEYNESS = (
    Measure(
        "permutation_p",
        "p-value of exchanging documents",
        "(1 + exchanges with |O11 / C1 - O12 / C2| at least that observed) / (1 + permutations)",
        "two-sided; whole documents of target and reference, as many of each as there are",
        P_VALUE,
        (ref.LIJFFIJT_ET_AL_2016, ref.PHIPSON_SMYTH_2010),
        ("permutations", "seed"),
    ),
    Measure(
        "log_ratio_interval",
        "bootstrap interval of the log ratio over documents",
        "the alpha / 2 and 1 - alpha / 2 quantiles of log_ratio when the documents of target and "
        "reference are drawn anew with replacement",
        _PERCENTILES,
        INTERVAL_ENDS,
        (ref.EFRON_1979, ref.HYNDMAN_FAN_1996),
        ("alpha", "bootstrap", "seed"),
    ),
)

RESAMPLED_RATES = (
    Measure(
        "bootstrap_interval",
        "bootstrap interval over documents",
        "the alpha / 2 and 1 - alpha / 2 quantiles of sum of counts / sum of sizes, when the "
        "documents of a period are drawn anew with replacement",
        _PERCENTILES,
        INTERVAL_ENDS,
        (ref.EFRON_1979, ref.HYNDMAN_FAN_1996),
        ("alpha", "samples", "seed"),
    ),
)
