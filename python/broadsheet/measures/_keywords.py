"""Scores of keywords."""

from __future__ import annotations

from broadsheet.measures import _references as ref
from broadsheet.measures._measure import Measure

__all__ = ["KEYWORDS"]

KEYWORDS = (
    Measure(
        "tfidf",
        "tf-idf of n-grams",
        "TF (ln((1 + N) / (1 + DF)) + 1)",
        "smooth idf, no norm; n-grams that neither begin nor end with a stop word",
        "above 0; the higher, the better a keyword",
        (ref.SPARCK_JONES_1972,),
        parameters=("max_words",),
    ),
    Measure(
        "rake",
        "rapid automatic keyword extraction",
        "sum over words of deg(w) / freq(w)",
        "stretches without stop words, and those of them that adjoin at least twice",
        "from 1; the higher, the better a keyword",
        (ref.ROSE_ET_AL_2010,),
        parameters=("max_words",),
    ),
    Measure(
        "textrank",
        "TextRank",
        "sum over words of S(i) = (1 - d) + d sum S(j) / degree(j) over the neighbours j of i",
        "undirected, unweighted; stop words are no vertices; stretches of the best third",
        "from 1 - d; the higher, the better a keyword",
        (ref.MIHALCEA_TARAU_2004,),
        parameters=("max_words", "window", "damping"),
    ),
    Measure(
        "yake",
        "YAKE",
        "prod S(t) / (KF (1 + sum S(t))), "
        "S(t) = TPos TRel / (TCase + TFNorm / TRel + TSent / TRel)",
        "as the authors' program: TCase over 1 + ln TF, terms that differ by a final s are one, "
        "near copies by the Levenshtein distance",
        "above 0; the lower, the better a keyword",
        (ref.CAMPOS_ET_AL_2020,),
        parameters=("max_words", "window", "dedup"),
    ),
)
