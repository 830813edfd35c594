"""The laws of vocabulary growth and of ranks."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure

__all__ = ["HEAPS", "ZIPF"]

_HEAPS = (ref.HERDAN_1960, ref.HEAPS_1978)
_ZIPF = (ref.ZIPF_1949, ref.CLAUSET_ET_AL_2009)
_LEAST_SQUARES = "by least squares of ln V on ln N"
_LIKELIEST = "by maximum likelihood of ranks 1 to V"

HEAPS = (
    Measure(
        "heaps_k",
        "factor of Heaps' law",
        "k of V = k N^b",
        _LEAST_SQUARES,
        "above 0",
        _HEAPS,
    ),
    Measure(
        "heaps_exponent",
        "exponent of Heaps' law",
        "b of V = k N^b",
        _LEAST_SQUARES,
        "0, no new types, to 1, all are new",
        _HEAPS,
    ),
    Measure(
        "heaps_r_squared",
        "fit of Heaps' law",
        "squared correlation of ln V and ln N",
        "of logarithms",
        "0 to 1, the law holds exactly",
        _HEAPS,
    ),
)

ZIPF = (
    Measure(
        "zipf_k",
        "factor of Zipf's law",
        "k of f(r) = k r^-a: N / sum r^-a",
        _LIKELIEST,
        "above 0: the count that rank 1 should have",
        _ZIPF,
    ),
    Measure(
        "zipf_exponent",
        "exponent of Zipf's law",
        "a of f(r) = k r^-a, at which sum r^-a ln r / sum r^-a = sum f ln r / N",
        _LIKELIEST,
        "from 0, all terms as frequent",
        _ZIPF,
    ),
)
