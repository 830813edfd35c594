"""Published measures on plain arrays: counts in, a table with a column a measure out."""

from broadsheet.measures._measure import Measure
from broadsheet.measures.adjustment import adjust
from broadsheet.measures.association import association
from broadsheet.measures.bursts import bursts
from broadsheet.measures.changepoints import changepoints
from broadsheet.measures.citation import cite
from broadsheet.measures.commonness import commonness
from broadsheet.measures.dispersion import dispersion
from broadsheet.measures.diversity import diversity
from broadsheet.measures.heaps import heaps
from broadsheet.measures.log_odds import log_odds
from broadsheet.measures.rank_sum import rank_sum
from broadsheet.measures.rates import rates
from broadsheet.measures.readability import readability
from broadsheet.measures.syllables import syllables
from broadsheet.measures.zipf import zipf

__all__ = [
    "Measure",
    "adjust",
    "association",
    "bursts",
    "changepoints",
    "cite",
    "commonness",
    "dispersion",
    "diversity",
    "heaps",
    "log_odds",
    "rank_sum",
    "rates",
    "readability",
    "syllables",
    "zipf",
]
