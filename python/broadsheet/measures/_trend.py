"""Rates of terms over time, how sure they are, and where they change."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure
from broadsheet.measures._ranges import INTERVAL_ENDS

__all__ = ["BURSTS", "CHANGEPOINTS", "RATES"]

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
        INTERVAL_ENDS,
        (ref.GARWOOD_1936,),
        ("alpha",),
    ),
    Measure(
        "binomial_interval",
        "exact interval of a proportion",
        "low and high at which P(X >= count) and P(X <= count) of total are alpha / 2",
        "of Clopper and Pearson, both tails alike",
        INTERVAL_ENDS,
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
