"""The measures of lexical diversity."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure

__all__ = ["DIVERSITY"]

_TTR = "0 to 1, never the same type twice"
_MAAS = "from 0, never the same type twice; the higher, the poorer"

DIVERSITY = (
    Measure("ttr", "type-token ratio", "V / N", "", _TTR, (ref.JOHNSON_1944,)),
    Measure("guiraud", "Guiraud's R", "V / sqrt(N)", "", "from 0", (ref.GUIRAUD_1954,)),
    Measure(
        "cttr",
        "Carroll's corrected type-token ratio",
        "V / sqrt(2 N)",
        "",
        "from 0",
        (ref.CARROLL_1964,),
    ),
    Measure("herdan_c", "Herdan's C", "ln V / ln N", "", "0 to 1", (ref.HERDAN_1960,)),
    Measure(
        "maas_a2",
        "Maas's a squared",
        "(ln N - ln V) / (ln N)^2",
        "a squared, natural logarithms",
        _MAAS,
        (ref.MAAS_1972,),
    ),
    Measure(
        "maas_a",
        "Maas's a",
        "sqrt((ln N - ln V) / (ln N)^2)",
        "a, natural logarithms",
        _MAAS,
        (ref.MAAS_1972,),
    ),
    Measure(
        "maas_a2_log10",
        "Maas's a squared, decimal",
        "(log10 N - log10 V) / (log10 N)^2",
        "a squared, decimal logarithms",
        _MAAS,
        (ref.MAAS_1972,),
    ),
    Measure(
        "maas_a_log10",
        "Maas's a, decimal",
        "sqrt((log10 N - log10 V) / (log10 N)^2)",
        "a, decimal logarithms",
        _MAAS,
        (ref.MAAS_1972,),
    ),
    Measure(
        "yule_k",
        "Yule's characteristic K",
        "10^4 (sum i^2 V(i) - N) / N^2",
        "",
        "from 0, never the same type twice, to 10^4",
        (ref.YULE_1944, ref.TWEEDIE_BAAYEN_1998),
    ),
    Measure(
        "simpson_d",
        "Simpson's D",
        "sum i (i - 1) V(i) / (N (N - 1))",
        "the chance that two tokens are of one type",
        "0, never the same type twice, to 1",
        (ref.SIMPSON_1949, ref.TWEEDIE_BAAYEN_1998),
    ),
    Measure(
        "herdan_vm",
        "Herdan's Vm",
        "sqrt(sum (i / N)^2 V(i) - 1 / V)",
        "with the root",
        "from 0, all types as frequent",
        (ref.HERDAN_1955, ref.TWEEDIE_BAAYEN_1998),
    ),
    Measure(
        "fisher_alpha",
        "Fisher's alpha",
        "the alpha of V = alpha ln(1 + N / alpha)",
        "inf where V = N",
        "from 0",
        (ref.FISHER_ET_AL_1943,),
    ),
    Measure(
        "msttr",
        "mean segmental type-token ratio",
        "mean V / N of segments of `window` tokens",
        "the tokens after the last full segment are left out; NaN for a text shorter than one",
        _TTR,
        (ref.JOHNSON_1944,),
        ("window",),
    ),
    Measure(
        "mattr",
        "moving-average type-token ratio",
        "mean V / N of all runs of `window` tokens",
        "NaN for a text shorter than a window",
        _TTR,
        (ref.COVINGTON_MCFALL_2010,),
        ("window",),
    ),
    Measure(
        "mtld",
        "measure of textual lexical diversity",
        "N / factors, a factor being a run up to where V / N falls below `threshold`; the mean of "
        "reading forward and backward",
        "below the threshold, not at it; no least length of a factor; the last run counts as "
        "(1 - V / N) / (1 - threshold); inf where V = N",
        "from 1",
        (ref.MCCARTHY_2005, ref.MCCARTHY_JARVIS_2010),
        ("threshold",),
    ),
    Measure(
        "hd_d",
        "HD-D",
        "sum over types of P(the type is among `sample` tokens drawn) / sample",
        "a mean type-token ratio, divided by the sample; NaN for a text shorter than the sample",
        _TTR,
        (ref.MCCARTHY_JARVIS_2007, ref.MCCARTHY_JARVIS_2010),
        ("sample",),
    ),
)
