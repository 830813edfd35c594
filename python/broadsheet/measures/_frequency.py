"""How often terms come."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure

__all__ = ["FREQUENCY"]

FREQUENCY = (
    Measure(
        "document_frequency",
        "document frequency",
        "number of documents with count > 0",
        "",
        "from 1, of the terms that occur",
        (ref.SPARCK_JONES_1972,),
    ),
    Measure(
        "per_million",
        "frequency per million",
        "10^6 count / tokens",
        "of all tokens of the documents, or of the group",
        "from 0 to 1,000,000",
        (ref.BIBER_ET_AL_1998,),
    ),
    Measure(
        "rank",
        "rank by frequency",
        "1 + number of terms with a greater count",
        "equal counts share the least of their ranks",
        "from 1, the most frequent",
        (ref.ZIPF_1949,),
    ),
)
