"""N-grams of words, as scikit-learn's analyzer "word" has them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

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
from broadsheet.terms import Tokenizer
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels

__all__ = ["Words"]

_UNLIMITED = int(np.iinfo(np.int64).max)


@dataclass(frozen=True, slots=True)
class Words:
    """What n-grams are made of.

    Attributes
    ----------
    tokenizer : Tokenizer
        Cuts texts into words.
    stop_words : collection, optional
        Words that do not count, as they stand.
    lo, hi : int
        The fewest and the most words of an n-gram.
    """

    tokenizer: Tokenizer
    stop_words: Collection[Any] | None
    lo: int
    hi: int

    @property
    def needs_exact_texts(self) -> bool:
        """Whether it matters what a lone surrogate is: it is part of no word, as U+FFFD is not."""
        return False

    def count(self, texts: Texts, min_df: Any, max_df: Any, n_threads: int) -> LabelledCounts:
        """Count the n-grams that are in so many documents; columns are in the order of terms."""
        tokens = self._cut(texts, n_threads)
        if not self._have_ngrams(tokens):
            raise empty_vocabulary(self._why_empty(tokens))
        limits = find_limits(min_df, max_df, len(texts))
        try:
            return self._count(tokens, limits, n_threads)
        except ValueError as error:
            raise nothing_left(error) from None

    def count_all(self, texts: Texts, n_threads: int) -> LabelledCounts:
        """Count all n-grams, of which there may be none."""
        return self._count_all(self._cut(texts, n_threads), n_threads)

    def count_given(self, texts: Texts, vocabulary: Mapping[Any, Any], n_threads: int) -> CsrArrays:
        """Count the n-grams of a vocabulary in the columns that it says."""
        tokens = self._cut(texts, n_threads)
        if self.hi == 1:
            return self._count_words(tokens, vocabulary, n_threads)
        # Whichever makes fewer strings: what the documents may hold, or what the vocabulary does.
        n_at_most = len(tokens.ids) * (self.hi - self.lo + 1)
        labels = label_columns(vocabulary) if n_at_most > len(vocabulary) else None
        if labels is not None and self._fit(labels):
            return self._count_labels(tokens, labels, n_threads)
        counted = self._count_all(tokens, n_threads)
        columns = find_columns(counted.labels.strings, vocabulary)
        return move_columns(counted.counts, columns, len(vocabulary))

    def hash(
        self, texts: Texts, n_features: int, alternate_sign: bool, n_threads: int
    ) -> CsrArrays:
        """Count the n-grams in hashed columns."""
        tokens = self._cut(texts, n_threads)
        counts = _core.hash_words(
            *tokens[:3],
            lo=self.lo,
            hi=self.hi,
            n_features=n_features,
            alternate_sign=alternate_sign,
            n_threads=n_threads,
            progress=None,
        )
        return CsrArrays(*counts, n_features)

    def _cut(self, texts: Texts, n_threads: int) -> _Tokens:
        indptr, ids, vocabulary = _core.tokenize(
            texts, self.tokenizer._cutter(), None, n_threads=n_threads, progress=None
        )
        n_cut = len(ids)
        if self.stop_words:
            stop_words = _core.number_terms(_encodable(self.stop_words))[0]
            verdicts = _core.judge(
                vocabulary, stop_words, min_length=0, max_length=_UNLIMITED, numbers=True
            )
            new_ids, selected = _core.select_terms(vocabulary, verdicts, [])
            indptr, ids = _core.relabel(indptr, ids, new_ids, selected)
            vocabulary = selected
        return _Tokens(indptr, ids, vocabulary, n_cut)

    def _have_ngrams(self, tokens: _Tokens) -> bool:
        return _longest(tokens) >= self.lo

    def _why_empty(self, tokens: _Tokens) -> str:
        n_documents = len(tokens.indptr) - 1
        if n_documents == 0:
            return "there are no documents"
        if tokens.n_cut == 0:
            return (
                f"no document of {n_documents} holds a word of at least "
                f"{self.tokenizer.min_length} letters, as token_pattern asks for"
            )
        if len(tokens.ids) == 0:
            return (
                f"all {tokens.n_cut} words of {n_documents} documents are among the "
                f"{len(self.stop_words or ())} stop_words"
            )
        return (
            f"no document of {n_documents} holds more than {_longest(tokens)} words, and "
            f"ngram_range=({self.lo}, {self.hi}) asks for {self.lo} in a row"
        )

    def _count_all(self, tokens: _Tokens, n_threads: int) -> LabelledCounts:
        if not self._have_ngrams(tokens):
            return LabelledCounts(no_counts(len(tokens.indptr) - 1, 0), Labels.of([]))
        return self._count(tokens, ALL, n_threads)

    def _count(self, tokens: _Tokens, limits: Limits, n_threads: int) -> LabelledCounts:
        indptr, indices, values, offsets, data = _core.count_terms(
            *tokens[:3],
            lo=self.lo,
            hi=self.hi,
            min_documents=limits.least,
            max_documents=limits.most,
            max_terms=_UNLIMITED,
            n_threads=n_threads,
            progress=None,
        )
        labels = Labels(offsets, data)
        return LabelledCounts(CsrArrays(indptr, indices, values, len(labels)), labels)

    def _count_words(
        self, tokens: _Tokens, vocabulary: Mapping[Any, Any], n_threads: int
    ) -> CsrArrays:
        columns = find_columns(tokens.vocabulary.terms(), vocabulary)
        counts = _core.count_columns(
            *tokens[:2], columns, len(vocabulary), n_threads=n_threads, progress=None
        )
        return CsrArrays(*counts, len(vocabulary))

    def _count_labels(self, tokens: _Tokens, labels: Labels, n_threads: int) -> CsrArrays:
        counts = _core.count_given_terms(
            *tokens[:3],
            labels.offsets,
            labels.data,
            lo=self.lo,
            hi=self.hi,
            n_threads=n_threads,
            progress=None,
        )
        return CsrArrays(*counts, len(labels))

    def _fit(self, labels: Labels) -> bool:
        """Tell whether each label has as many words as an n-gram has."""
        return all(self.lo <= label.count(" ") + 1 <= self.hi for label in labels.strings)


class _Tokens(NamedTuple):
    """The words that count, as numbers of terms, and how many words there were before."""

    indptr: NDArray[np.int64]
    ids: NDArray[np.int32]
    vocabulary: _core.Vocabulary
    n_cut: int


def _longest(tokens: _Tokens) -> int:
    """Return the words of the longest document."""
    return int(np.diff(tokens.indptr).max(initial=0))


def _encodable(words: Collection[Any]) -> list[str]:
    """Return the words that a text can hold: what is not Unicode text never equals one."""
    found = [word for word in words if isinstance(word, str)]
    return [word for word in found if not any("\ud800" <= letter <= "\udfff" for letter in word)]
