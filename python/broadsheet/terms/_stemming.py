"""Stems of words, by the Snowball stemmers of PyStemmer."""

from __future__ import annotations

import numpy as np

from broadsheet._core import terms as _terms
from broadsheet._extras import import_extra

__all__ = ["check_stemmer", "stem"]


def check_stemmer(name: str) -> None:
    """Raise a ValueError if there is no such stemmer."""
    known = import_extra("Stemmer", extra="languages").algorithms()
    if name not in known:
        raise ValueError(f"there is no stemmer {name!r}; there are {', '.join(known)}")


def stem(vocabulary: _terms.Vocabulary, name: str) -> list[str]:
    """Return the stem of each term that is a word, and other terms as they are."""
    terms = vocabulary.terms()
    words = np.flatnonzero(_terms.stemmable(vocabulary))
    stemmer = import_extra("Stemmer", extra="languages").Stemmer(name, 0)
    stems: list[str] = stemmer.stemWords([terms[word] for word in words])
    for word, stemmed in zip(words, stems, strict=True):
        terms[word] = stemmed
    return terms
