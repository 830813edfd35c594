"""N-grams of characters, as scikit-learn's analyzers "char" and "char_wb" have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from broadsheet._core import terms as _core
from broadsheet._core.text import Texts
from broadsheet.sklearn._bounds import ALL, Limits, empty_vocabulary, find_limits, nothing_left
from broadsheet.sklearn._columns import (
    LabelledCounts,
    find_columns,
    label_columns,
    move_columns,
    no_counts,
)
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels

__all__ = ["Characters"]

_UNLIMITED = int(np.iinfo(np.int64).max)


@dataclass(frozen=True, slots=True)
class Characters:
    """What n-grams are made of.

    Attributes
    ----------
    rules : CharacterNgramRules
        Which n-grams a text has.
    lo, hi : int
        The fewest and the most characters of an n-gram.
    within_words : bool
        Whether n-grams stay within words.
    """

    rules: _core.CharacterNgramRules
    lo: int
    hi: int
    within_words: bool

    @property
    def needs_exact_texts(self) -> bool:
        """Whether it matters what a lone surrogate is: it is a character of an n-gram."""
        return True

    def count(self, texts: Texts, min_df: Any, max_df: Any, n_threads: int) -> LabelledCounts:
        """Count the n-grams that are in so many documents; columns are in the order of terms."""
        limits = None
        try:
            limits = find_limits(min_df, max_df, len(texts))
            return self._count(texts, limits, n_threads)
        except ValueError as error:
            if len(self.count_all(texts, n_threads).labels) == 0:
                raise empty_vocabulary(self._why_empty(texts)) from None
            if limits is None:
                raise
            raise nothing_left(error) from None

    def count_all(self, texts: Texts, n_threads: int) -> LabelledCounts:
        """Count all n-grams, of which there may be none."""
        try:
            return self._count(texts, ALL, n_threads)
        except ValueError:
            return LabelledCounts(no_counts(len(texts), 0), Labels.of([]))

    def count_given(self, texts: Texts, vocabulary: Mapping[Any, Any], n_threads: int) -> CsrArrays:
        """Count the n-grams of a vocabulary in the columns that it says."""
        # Whichever makes fewer strings: what the documents may hold, or what the vocabulary does.
        n_at_most = texts.n_bytes * (self.hi - self.lo + 1)
        labels = label_columns(vocabulary) if n_at_most > len(vocabulary) else None
        if labels is not None:
            counts = _core.count_given_character_ngrams(
                texts, labels.offsets, labels.data, self.rules, n_threads=n_threads, progress=None
            )
            return CsrArrays(*counts, len(labels))
        counted = self.count_all(texts, n_threads)
        columns = find_columns(counted.labels.strings, vocabulary)
        return move_columns(counted.counts, columns, len(vocabulary))

    def hash(
        self, texts: Texts, n_features: int, alternate_sign: bool, n_threads: int
    ) -> CsrArrays:
        """Count the n-grams in hashed columns."""
        counts = _core.hash_character_ngrams(
            texts,
            self.rules,
            n_features=n_features,
            alternate_sign=alternate_sign,
            n_threads=n_threads,
            progress=None,
        )
        return CsrArrays(*counts, n_features)

    def _count(self, texts: Texts, limits: Limits, n_threads: int) -> LabelledCounts:
        indptr, indices, values, offsets, data = _core.count_character_ngrams(
            texts,
            self.rules,
            min_documents=limits.least,
            max_documents=limits.most,
            max_terms=_UNLIMITED,
            n_threads=n_threads,
            progress=None,
        )
        labels = Labels(offsets, data)
        return LabelledCounts(CsrArrays(indptr, indices, values, len(labels)), labels)

    def _why_empty(self, texts: Texts) -> str:
        if len(texts) == 0:
            return "there are no documents"
        if self.within_words:
            return f"no document of {len(texts)} holds more than white space"
        return (
            f"no document of {len(texts)} holds {self.lo} characters, which "
            f"ngram_range=({self.lo}, {self.hi}) asks for"
        )
