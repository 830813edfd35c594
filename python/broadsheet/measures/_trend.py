"""Rates of terms over time, how sure they are, and where they change."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure

__all__ = ["BURSTS", "CHANGEPOINTS", "RATES", "RESAMPLED"]

_ENDS = "the ends of 1 - alpha confidence"

RATES = (
    Measure(
        "rate",
        "relative frequency",
        "per count / total",
        "",
        "from 0, for a term that does not come; NaN where nothing was counted",
        (ref.GARWOOD_1936,),
        ("freq", "relative_to", "per"),
    ),
    Measure(
        "poisson_interval",
        "exact interval of a Poisson mean",
        "low and high at which P(X >= count) and P(X <= count) are alpha / 2, over the total",
        "of Garwood, both tails alike",
        _ENDS,
        (ref.GARWOOD_1936,),
        ("alpha",),
    ),
    Measure(
        "binomial_interval",
        "exact interval of a proportion",
        "low and high at which P(X >= count) and P(X <= count) of total are alpha / 2",
        "of Clopper and Pearson, both tails alike",
        _ENDS,
        (ref.CLOPPER_PEARSON_1934,),
        ("alpha",),
    ),
)

BURSTS = (
    Measure(
        "burst_weight",
        "weight of a burst",
        "sum of r ln s + (d - r) ln((1 - p_i) / (1 - p_(i - 1))) over its periods, of level i",
        "batched, r of d items relevant; levels p_i = p_0 s^i",
        "above 0: how much likelier its level makes it than the level below",
        (ref.KLEINBERG_2003,),
        ("freq", "relative_to", "s", "gamma", "levels"),
    ),
)

CHANGEPOINTS = (
    Measure(
        "segment_mean",
        "mean of a segment between changepoints",
        "of the division with the least sum of squares from the means + penalty (segments - 1)",
        "least squares, by PELT",
        "between the least and the greatest value",
        (ref.KILLICK_ET_AL_2012, ref.TRUONG_ET_AL_2020, ref.YAO_1988, ref.RICE_1984),
        ("penalty", "min_size"),
    ),
)

RESAMPLED = (
    Measure(
        "bootstrap_interval",
        "bootstrap interval over documents",
        "the alpha / 2 and 1 - alpha / 2 quantiles of sum of counts / sum of sizes, when the "
        "documents of a period are drawn anew with replacement",
        "percentiles, interpolated as type 7",
        _ENDS,
        (ref.EFRON_1979, ref.HYNDMAN_FAN_1996),
        ("alpha", "samples", "seed"),
    ),
)
