"""How strongly two words are associated."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure
from broadsheet.measures._ranges import EITHER_WAY, SHARE

__all__ = ["ATTRACTION"]

ATTRACTION = (
    Measure(
        "odds_ratio",
        "odds ratio",
        "O11 O22 / (O12 O21)",
        "without correction: inf where O12 or O21 is 0",
        "from 0; 1 for independence",
        (ref.POJANAPUNYA_TODD_2016,),
    ),
    Measure(
        "log_odds_ratio",
        "log odds ratio",
        "ln(O11 O22 / (O12 O21))",
        "natural, without correction: infinite where a cell is 0",
        EITHER_WAY,
        (ref.EVERT_2005,),
    ),
    Measure(
        "phi_squared",
        "phi squared",
        "chi_squared / N",
        "",
        "0, for independence, to 1",
        (ref.CHURCH_GALE_1991,),
    ),
    Measure(
        "delta_p",
        "delta P of the second word given the first",
        "O11 / R1 - O21 / R2",
        "column 1 given row 1",
        "-1 to 1; 0 for independence",
        (ref.GRIES_2013,),
    ),
    Measure(
        "delta_p_backward",
        "delta P of the first word given the second",
        "O11 / C1 - O12 / C2",
        "row 1 given column 1",
        "-1 to 1; 0 for independence",
        (ref.GRIES_2013,),
    ),
    Measure(
        "mi",
        "mutual information (PMI)",
        "log2(O11 / E11)",
        "binary, pointwise; -inf where O11 is 0",
        EITHER_WAY,
        (ref.CHURCH_HANKS_1990,),
    ),
    Measure(
        "mi2",
        "MI2",
        "log2(O11^2 / E11)",
        "binary",
        "unbounded",
        (ref.DAILLE_1994,),
    ),
    Measure(
        "mi3",
        "MI3",
        "log2(O11^3 / E11)",
        "binary",
        "unbounded",
        (ref.DAILLE_1994,),
    ),
    Measure(
        "mi_log_f",
        "MI log f",
        "log2(O11 / E11) ln(O11 + 1)",
        "binary times natural; 0 where O11 is 0",
        EITHER_WAY,
        (ref.LEXICAL_COMPUTING_2015,),
    ),
    Measure(
        "local_mi",
        "local mutual information",
        "O11 log2(O11 / E11)",
        "binary; 0 where O11 is 0",
        EITHER_WAY,
        (ref.EVERT_2005,),
    ),
    Measure(
        "npmi",
        "normalised mutual information",
        "log2(O11 / E11) / -log2(O11 / N)",
        "pointwise; -1 where O11 is 0",
        "-1, never together, to 1, never apart; 0 for independence",
        (ref.BOUMA_2009,),
    ),
    Measure(
        "dice",
        "Dice's coefficient",
        "2 O11 / (R1 + C1)",
        "",
        SHARE,
        (ref.SMADJA_ET_AL_1996,),
    ),
    Measure(
        "log_dice",
        "logDice",
        "14 + log2(2 O11 / (R1 + C1))",
        "-inf where O11 is 0",
        "up to 14, never apart; below 0 a pair comes less than once in 16,000 of a word",
        (ref.RYCHLY_2008,),
    ),
    Measure(
        "jaccard",
        "Jaccard's coefficient",
        "O11 / (O11 + O12 + O21)",
        "",
        SHARE,
        (ref.EVERT_2005,),
    ),
    Measure(
        "min_sensitivity",
        "minimum sensitivity",
        "min(O11 / R1, O11 / C1)",
        "",
        SHARE,
        (ref.PEDERSEN_BRUCE_1996,),
    ),
    Measure(
        "gmean",
        "geometric mean of the sensitivities",
        "O11 / sqrt(R1 C1)",
        "",
        SHARE,
        (ref.EVERT_2005,),
    ),
)
