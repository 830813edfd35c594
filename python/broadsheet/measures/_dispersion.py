"""The measures of dispersion over parts, and of usage, a frequency set right by dispersion."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure

__all__ = ["COMMONNESS", "DISPERSION"]

_EVEN = "0, all in one part, to 1, as large as the parts are"
_UNEVEN = "0, as large as the parts are, to 1"
_USAGE = "0 to the frequency"
_FROM_1 = "1, all in one place, to the frequency, evenly spread"

DISPERSION = (
    Measure(
        "range",
        "range",
        "parts that have the word",
        "",
        "0 to the number of parts",
        (ref.GRIES_2008,),
    ),
    Measure(
        "idf",
        "inverse document frequency",
        "log2(n / range)",
        "binary; inf for a word that no part has",
        "0, in each part, to infinity",
        (ref.SPARCK_JONES_1972, ref.GRIES_2008),
    ),
    Measure(
        "juilland_d",
        "Juilland's D",
        "1 - sd(p) / mean(p) / sqrt(n - 1)",
        "of relative frequencies, standard deviation of the population",
        _EVEN,
        (ref.JUILLAND_1964, ref.JUILLAND_1970),
    ),
    Measure(
        "carroll_d2",
        "Carroll's D2",
        "-sum q ln q / ln n",
        "of relative frequencies",
        _EVEN,
        (ref.CARROLL_1970,),
    ),
    Measure(
        "rosengren_s",
        "Rosengren's S",
        "(sum sqrt(v s))^2 / f",
        "for unequal parts",
        "the least share of a part to 1, evenly spread",
        (ref.ROSENGREN_1971,),
    ),
    Measure(
        "lyne_d3",
        "Lyne's D3",
        "1 - sum (v - f s)^2 / (f s) / (4 f)",
        "for unequal parts",
        "up to 1, evenly spread; may be negative",
        (ref.LYNE_1985, ref.GRIES_2008),
    ),
    Measure(
        "zhang_dc",
        "distributional consistency",
        "(sum sqrt(v) / n)^2 / (f / n)",
        "takes parts to be of equal size",
        "1 / n to 1, evenly spread",
        (ref.ZHANG_ET_AL_2004, ref.GRIES_2008),
    ),
    Measure(
        "dp",
        "deviation of proportions",
        "sum |v / f - s| / 2",
        "of 2008, not normalised",
        "0, as large as the parts are, to 1 less the least share",
        (ref.GRIES_2008,),
    ),
    Measure(
        "dp_norm",
        "normalised deviation of proportions",
        "dp / (1 - min s)",
        "of Lijffijt and Gries 2012",
        _UNEVEN,
        (ref.LIJFFIJT_GRIES_2012,),
    ),
    Measure(
        "dp_norm_egbert",
        "normalised deviation of proportions of Egbert",
        "dp / (1 - min s of parts that have the word)",
        "of Egbert, Burch and Biber 2020",
        _UNEVEN,
        (ref.EGBERT_ET_AL_2020,),
    ),
    Measure(
        "kld",
        "Kullback-Leibler divergence",
        "sum v / f log2(v / (f s))",
        "binary, of the word from the parts",
        "from 0, as large as the parts are",
        (ref.GRIES_2020,),
    ),
    Measure(
        "kld_norm_odds",
        "normalised Kullback-Leibler divergence, odds to probability",
        "kld / (1 + kld)",
        "of Gries 2024",
        _UNEVEN,
        (ref.GRIES_2024,),
    ),
    Measure(
        "kld_norm_e",
        "normalised Kullback-Leibler divergence, base e",
        "1 - e^-kld",
        "of Gries 2021",
        _UNEVEN,
        (ref.GRIES_2021,),
    ),
    Measure(
        "kld_norm_2",
        "normalised Kullback-Leibler divergence, base 2",
        "1 - 2^-kld",
        "of Gries 2024",
        _UNEVEN,
        (ref.GRIES_2024,),
    ),
    Measure(
        "da",
        "DA",
        "1 - mean |p_i - p_j| / (2 mean p), over pairs of parts",
        "of relative frequencies",
        _EVEN,
        (ref.BURCH_ET_AL_2017, ref.EGBERT_ET_AL_2020),
    ),
    Measure(
        "juilland_u",
        "Juilland's usage coefficient U",
        "juilland_d f",
        "of relative frequencies",
        _USAGE,
        (ref.JUILLAND_1964,),
    ),
    Measure(
        "carroll_um",
        "Carroll's Um",
        "carroll_d2 f + (1 - carroll_d2) f / n",
        "of relative frequencies",
        _USAGE,
        (ref.CARROLL_1970,),
    ),
    Measure(
        "rosengren_kf",
        "Rosengren's corrected frequency KF",
        "(sum sqrt(v s))^2",
        "for unequal parts",
        _USAGE,
        (ref.ROSENGREN_1971,),
    ),
    Measure(
        "engwall_fm",
        "Engwall's FM",
        "f range / n",
        "",
        _USAGE,
        (ref.ENGWALL_1974, ref.GRIES_2008),
    ),
    Measure(
        "kromer_ur",
        "Kromer's UR",
        "sum (1 + 1/2 + ... + 1/v)",
        "harmonic numbers, of fractions by the digamma function",
        _USAGE,
        (ref.KROMER_2003, ref.GRIES_2008),
    ),
)

COMMONNESS = (
    Measure(
        "arf",
        "average reduced frequency",
        "f / N sum min(d, N / f)",
        "cyclic",
        _FROM_1,
        (ref.SAVICKY_HLAVACOVA_2002,),
    ),
    Measure(
        "awt",
        "average waiting time",
        "(1 + sum d^2 / N) / 2",
        "cyclic",
        "tokens from any place to the next occurrence",
        (ref.SAVICKY_HLAVACOVA_2002,),
    ),
    Measure(
        "f_awt",
        "frequency corrected by the average waiting time",
        "N^2 / sum d^2",
        "cyclic",
        _FROM_1,
        (ref.SAVICKY_HLAVACOVA_2002,),
    ),
    Measure(
        "ald",
        "average logarithmic distance",
        "sum d log10 d / N",
        "cyclic, decimal",
        "from 0, everywhere, to log10 N, once",
        (ref.SAVICKY_HLAVACOVA_2002,),
    ),
    Measure(
        "f_ald",
        "frequency corrected by the average logarithmic distance",
        "exp(-sum d / N ln(d / N))",
        "cyclic",
        _FROM_1,
        (ref.SAVICKY_HLAVACOVA_2002,),
    ),
)
