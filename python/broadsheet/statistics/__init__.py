"""Statistics of tokens, each with the evidence behind it."""

from broadsheet.statistics.concordance import Concordance, ConcordanceLine

__all__ = ["Concordance", "ConcordanceLine"]
