"""Statistics of tokens, each with the evidence behind it."""

from broadsheet.statistics.concordance import Concordance
from broadsheet.statistics.concordance_line import ConcordanceLine

__all__ = ["Concordance", "ConcordanceLine"]
