"""Counts of terms in documents, in the place of scikit-learn's."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from broadsheet.sklearn._accumulation import (
    check_alike,
    count_in_python,
    kept_terms,
    refuse_fitted,
    sorted_state,
)
from broadsheet.sklearn._choice import choose_analyzer
from broadsheet.sklearn._columns import LabelledCounts, keep_columns, to_csr, to_vocabulary
from broadsheet.sklearn._preparation import FastPath, SlowPath, prepare
from broadsheet.sklearn._scikit_learn import (
    UNUSED,
    check_as_scikit_learn,
    n_threads,
    text,
    to_sparse,
)
from broadsheet.sklearn.counting_path import CountingPath
from broadsheet.terms import TermTotals
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels

__all__ = ["CountVectorizer"]


class CountVectorizer(text.CountVectorizer):  # type: ignore[misc]
    r"""Counts terms as scikit-learn's class of this name does, with its results, in the core.

    It is one of scikit-learn's: `isinstance`, `clone`, pipelines and searches take it as such.

    Parameters
    ----------
    input : {"content", "file", "filename"}, default="content"
        Whether documents are texts, open files, or names of files.
    encoding : str, default="utf-8"
        The encoding of documents that are bytes or files.
    decode_error : {"strict", "ignore", "replace"}, default="strict"
        What happens to bytes that are not of that encoding.
    strip_accents : {"ascii", "unicode"} or callable, optional
        Whether letters lose their accents.
    lowercase : bool, default=True
        Whether texts are brought to lower case first.
    preprocessor : callable, optional
        What to do with a text instead of the last two. *Slow.*
    tokenizer : callable, optional
        What cuts a text into words instead of `token_pattern`. *Slow.*
    stop_words : {"english"} or list of str, optional
        Words that do not count.
    token_pattern : str, default=r"(?u)\\b\\w\\w+\\b"
        What a word is. Patterns of at least so many letters, in any spelling, are run by the core:
        ``\\w+``, ``\\b\\w{3,}\\b``. Others are *slow*.
    ngram_range : tuple of int, default=(1, 1)
        The fewest and the most words, or characters, of an n-gram.
    analyzer : {"word", "char", "char_wb"} or callable, default="word"
        Whether n-grams are of words or of characters. A callable is *slow*.
    max_df, min_df : int or float, default=1.0 and 1
        The most and the fewest documents that a term may be in: a number if int, a share if float.
    max_features : int, optional
        How many of the remaining terms to keep: those that occur most often.
    vocabulary : mapping or iterable, optional
        The terms to count, instead of those of the documents.
    binary : bool, default=False
        Whether every count above 0 is a 1.
    dtype : type, default=numpy.int64
        The type of the counts.
    n_jobs : int, optional
        Threads. As everywhere in scikit-learn None is one, unless a `joblib.parallel_config` says
        otherwise, and -1 is every core. The result is the same bytes for any number. *Slow*
        settings run on one.

    Attributes
    ----------
    vocabulary_ : dict
        The column of each term.
    fixed_vocabulary_ : bool
        Whether the vocabulary was given.
    totals_ : broadsheet.terms.TermTotals
        What `partial_fit` has added up: how often each term occurs, and in how many documents.

    See Also
    --------
    TfidfVectorizer : Counts and weighs.

    Notes
    -----
    *Slow* settings are run by scikit-learn's own code, with the same result at its own speed, and
    so are classes that override one of its steps, such as `build_analyzer`. `explain_path` says
    which it will be, and why.

    A corpus that is larger than memory, or comes bit by bit, is learned part by part with
    `partial_fit`, and parts that were learned apart are put together with `merge`: in any order
    they give what `fit` gives of all. Only sums are held, and only they are pickled, as bytes that
    depend on nothing else.

    What differs from scikit-learn:

    - Documents may also be a column of pandas, polars, pyarrow or DuckDB, which is read as it is,
      or a table of one column.
    - A missing document is an error that names the row; so is one that is no text. An empty
      vocabulary is the same error, and says which setting left nothing.
    - `vocabulary_` holds its terms in their order and each column as an int.
    - What a letter is follows Unicode 15.0, not the Unicode of the running Python.

    Examples
    --------
    >>> from broadsheet.sklearn import CountVectorizer
    >>> vectorizer = CountVectorizer(ngram_range=(1, 2), min_df=2)
    >>> counts = vectorizer.fit_transform(["Wheat exports rose.", "Wheat exports fell."])
    >>> vectorizer.get_feature_names_out()
    array(['exports', 'wheat', 'wheat exports'], dtype=object)
    >>> counts.toarray()
    array([[1, 1, 1],
           [1, 1, 1]])
    """

    # As of fit: documents are no metadata to be routed.
    __metadata_request__partial_fit = {"raw_documents": UNUSED}  # noqa: RUF012

    def __init__(
        self,
        *,
        input: Any = "content",
        encoding: Any = "utf-8",
        decode_error: Any = "strict",
        strip_accents: Any = None,
        lowercase: Any = True,
        preprocessor: Any = None,
        tokenizer: Any = None,
        stop_words: Any = None,
        token_pattern: Any = r"(?u)\b\w\w+\b",
        ngram_range: Any = (1, 1),
        analyzer: Any = "word",
        max_df: Any = 1.0,
        min_df: Any = 1,
        max_features: Any = None,
        vocabulary: Any = None,
        binary: Any = False,
        dtype: Any = np.int64,
        n_jobs: int | None = None,
    ) -> None:
        super().__init__(
            input=input,
            encoding=encoding,
            decode_error=decode_error,
            strip_accents=strip_accents,
            lowercase=lowercase,
            preprocessor=preprocessor,
            tokenizer=tokenizer,
            stop_words=stop_words,
            token_pattern=token_pattern,
            ngram_range=ngram_range,
            analyzer=analyzer,
            max_df=max_df,
            min_df=min_df,
            max_features=max_features,
            vocabulary=vocabulary,
            binary=binary,
            dtype=dtype,
        )
        self.n_jobs = n_jobs

    def explain_path(self) -> CountingPath:
        """Tell whether the core will count, and if not, what it cannot do of what is asked for.

        Returns
        -------
        CountingPath
            Whether it is the fast path, and the reasons why not.

        Examples
        --------
        >>> from broadsheet.sklearn import CountVectorizer
        >>> CountVectorizer(token_pattern="[a-z]+").explain_path().is_fast
        False
        """
        analyzer, reasons = choose_analyzer(self)
        return CountingPath(is_fast=analyzer is not None, reasons=reasons)

    @property
    def vocabulary_(self) -> dict[Any, Any]:
        """The column of each term."""
        self._settle()
        try:
            vocabulary: dict[Any, Any] = self.__dict__["vocabulary_"]
        except KeyError:
            name = type(self).__name__
            raise AttributeError(f"{name!r} object has no attribute 'vocabulary_'") from None
        return vocabulary

    @vocabulary_.setter
    def vocabulary_(self, vocabulary: dict[Any, Any]) -> None:
        self.__dict__["vocabulary_"] = vocabulary

    def partial_fit(self, raw_documents: Any, y: Any = None) -> Self:  # noqa: ARG002
        """Add documents to those that the vocabulary is learned from.

        Any split into parts, in any order, gives what `fit` gives of all documents at once:
        `min_df`, `max_df` and `max_features` look at what all parts add up to, when the vocabulary
        is asked for. Of a given vocabulary there is nothing to learn.

        Parameters
        ----------
        raw_documents : iterable of str, bytes or files, or column of strings
            The documents.
        y : None
            Ignored.

        Returns
        -------
        CountVectorizer
            Itself.

        Raises
        ------
        ValueError
            If it was fitted at once before, a document is missing, or a parameter is wrong.
        TypeError
            If a document is no text, or a callable makes terms that are none.

        Examples
        --------
        >>> from broadsheet.sklearn import CountVectorizer
        >>> vectorizer = CountVectorizer(min_df=2)
        >>> for texts in [["wheat rose"], ["wheat fell"]]:
        ...     vectorizer = vectorizer.partial_fit(texts)
        >>> vectorizer.vocabulary_
        {'wheat': 0}
        """
        path = prepare(self, raw_documents, super().fit_transform)
        if isinstance(path, SlowPath):
            check_as_scikit_learn(super().fit_transform)
        if self.fixed_vocabulary_:
            return self
        if isinstance(path, SlowPath):
            counted = count_in_python(path.documents, self.build_analyzer())
        else:
            counted = path.analyzer.count_all(path.texts, n_threads(self.n_jobs))
        self._begin_totals()._add(*counted, None)
        return self

    def merge(self, other: CountVectorizer) -> Self:
        """Add the documents that another vectorizer has learned from.

        Parameters
        ----------
        other : CountVectorizer
            One with the same parameters, that has learned by `partial_fit`. It stays as it is.

        Returns
        -------
        CountVectorizer
            Itself.

        Raises
        ------
        ValueError
            If parameters differ, or one of the two was fitted at once.
        TypeError
            If `other` is of another class.

        Examples
        --------
        >>> from broadsheet.sklearn import CountVectorizer
        >>> one = CountVectorizer().partial_fit(["wheat rose"])
        >>> two = CountVectorizer().partial_fit(["wheat fell"])
        >>> one.merge(two).vocabulary_
        {'fell': 0, 'rose': 1, 'wheat': 2}
        """
        check_alike(self, other)
        if self.vocabulary is not None:
            return self
        if not hasattr(other, "totals_"):
            refuse_fitted(other, "vocabulary_")
            return self
        self._begin_totals().merge(other.totals_)
        return self

    def fit_transform(self, raw_documents: Any, y: Any = None) -> Any:
        """Learn the vocabulary and count.

        Parameters
        ----------
        raw_documents : iterable of str, bytes or files, or column of strings
            The documents.
        y : None
            Ignored.

        Returns
        -------
        sparse matrix of shape (n_documents, n_terms)
            The counts, of the class that scikit-learn returns.

        Raises
        ------
        ValueError
            If a document is missing, a parameter is wrong, or no term is left.
        TypeError
            If a document is no text.
        """
        path = prepare(self, raw_documents, super().fit_transform)
        self.__dict__.pop("totals_", None)
        if isinstance(path, SlowPath):
            return super().fit_transform(path.documents, y)
        return self._to_matrix(self._learn_counts(path))

    def transform(self, raw_documents: Any) -> Any:
        """Count the terms of the vocabulary.

        Parameters
        ----------
        raw_documents : iterable of str, bytes or files, or column of strings
            The documents.

        Returns
        -------
        sparse matrix of shape (n_documents, n_terms)
            The counts, of the class that scikit-learn returns.

        Raises
        ------
        ValueError
            If a document is missing.
        TypeError
            If a document is no text.
        """
        path = prepare(self, raw_documents, super().transform)
        if isinstance(path, SlowPath):
            return super().transform(path.documents)
        return self._to_matrix(self._count(path))

    def __getstate__(self) -> dict[str, Any]:
        state = dict(super().__getstate__())
        state.pop("_stop_words_id", None)  # scikit-learn's note of an address in memory.
        if "totals_" in state:
            state.pop("vocabulary_", None)
        return sorted_state(state)

    def _begin_totals(self) -> TermTotals:
        """Return the totals that documents are to be added to."""
        if not hasattr(self, "totals_"):
            refuse_fitted(self, "vocabulary_")
            self.totals_ = TermTotals()
            self.fixed_vocabulary_ = False
        self.__dict__.pop("vocabulary_", None)
        return self.totals_

    def _settle(self) -> None:
        """Learn from the totals what has not been learned since documents were added."""
        if hasattr(self, "totals_") and "vocabulary_" not in self.__dict__:
            self._learn_totals(*kept_terms(self.totals_, self))

    def _learn_totals(self, labels: Labels, documents: NDArray[np.int64]) -> None:  # noqa: ARG002
        """Learn from the terms that stay, and the number of documents that hold each."""
        self.vocabulary_ = to_vocabulary(labels)

    def _learn_counts(self, path: FastPath) -> CsrArrays:
        """Learn the vocabulary, unless it is given, and count."""
        if self.fixed_vocabulary_:
            return self._count(path)
        counted = path.analyzer.count(path.texts, self.min_df, self.max_df, n_threads(self.n_jobs))
        if self.max_features is not None:
            counted = self._limit(counted)
        self.vocabulary_ = to_vocabulary(counted.labels)
        return counted.counts

    def _count(self, path: FastPath) -> CsrArrays:
        """Count in the columns of the vocabulary."""
        return path.analyzer.count_given(path.texts, self.vocabulary_, n_threads(self.n_jobs))

    def _limit(self, counted: LabelledCounts) -> LabelledCounts:
        """Keep the `max_features` terms that occur most often.

        Which of equally frequent ones stay is what NumPy's sort makes of them in scikit-learn: the
        same sums are sorted in the same way here.
        """
        totals = to_csr(counted.counts, self._values(counted.counts)).sum(axis=0)
        if len(totals) <= self.max_features:
            return counted
        return keep_columns(counted, np.sort((-totals).argsort()[: self.max_features]))

    def _values(self, counts: CsrArrays) -> NDArray[Any]:
        if self.binary:
            return np.ones(len(counts.values), dtype=self.dtype)
        return counts.values.astype(self.dtype)

    def _to_matrix(self, counts: CsrArrays) -> Any:
        return to_sparse(to_csr(counts, self._values(counts)))
