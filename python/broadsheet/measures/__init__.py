"""Published measures on plain arrays: counts in, a table with a column a measure out."""

from broadsheet.measures._measure import Measure
from broadsheet.measures.association import association
from broadsheet.measures.citation import cite

__all__ = ["Measure", "association", "cite"]
