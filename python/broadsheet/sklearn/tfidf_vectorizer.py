"""tf-idf of terms in documents, in the place of scikit-learn's."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet.sklearn._accumulation import refuse_fitted
from broadsheet.sklearn._columns import to_csr
from broadsheet.sklearn._idf import PARAMETERS, learn_idf, scikit_learn_weights
from broadsheet.sklearn._preparation import SlowPath, prepare
from broadsheet.sklearn._scikit_learn import n_threads, text, to_sparse
from broadsheet.sklearn.count_vectorizer import CountVectorizer
from broadsheet.sklearn.tfidf_transformer import TfidfTransformer
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels
from broadsheet.terms._schemes import NORMS

__all__ = ["TfidfVectorizer"]


class TfidfVectorizer(text.TfidfVectorizer, CountVectorizer):  # type: ignore[misc]
    r"""Counts and weighs terms as scikit-learn's class of this name does, with its results.

    The core counts and weighs. scikit-learn weighs where its rounding is not that of the core: in
    float32, with `sublinear_tf`, and on the slow path of `CountVectorizer`.

    Parameters
    ----------
    input, encoding, decode_error, strip_accents, lowercase, preprocessor, tokenizer : object
        As for `CountVectorizer`.
    analyzer, stop_words, token_pattern, ngram_range, max_df, min_df, max_features : object
        As for `CountVectorizer`.
    vocabulary, binary : object
        As for `CountVectorizer`.
    dtype : type, default=numpy.float64
        The type of the weights: float64 or float32.
    norm : {"l2", "l1"} or None, default="l2"
        What the weights of a document are divided by.
    use_idf : bool, default=True
        Whether counts are multiplied by the idf of their terms.
    smooth_idf : bool, default=True
        Whether idf is reckoned as if one more document held every term.
    sublinear_tf : bool, default=False
        Whether 1 + ln(count) stands for a count.
    n_jobs : int, optional
        Threads, as for `CountVectorizer`.

    Attributes
    ----------
    vocabulary_ : dict
        The column of each term.
    fixed_vocabulary_ : bool
        Whether the vocabulary was given.
    idf_ : ndarray of shape (n_terms,)
        The idf of each term, if `use_idf`.
    totals_ : broadsheet.terms.TermTotals
        What `partial_fit` has added up.

    See Also
    --------
    CountVectorizer : Which settings are slow, and what differs from scikit-learn.

    Examples
    --------
    >>> from broadsheet.sklearn import TfidfVectorizer
    >>> vectorizer = TfidfVectorizer(stop_words="english")
    >>> weights = vectorizer.fit_transform(["The wheat rose.", "The wheat fell, and fell."])
    >>> vectorizer.get_feature_names_out()
    array(['fell', 'rose', 'wheat'], dtype=object)
    >>> weights.toarray().round(3)
    array([[0.   , 0.815, 0.58 ],
           [0.942, 0.   , 0.335]])
    """

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
        analyzer: Any = "word",
        stop_words: Any = None,
        token_pattern: Any = r"(?u)\b\w\w+\b",
        ngram_range: Any = (1, 1),
        max_df: Any = 1.0,
        min_df: Any = 1,
        max_features: Any = None,
        vocabulary: Any = None,
        binary: Any = False,
        dtype: Any = np.float64,
        norm: Any = "l2",
        use_idf: Any = True,
        smooth_idf: Any = True,
        sublinear_tf: Any = False,
        n_jobs: int | None = None,
    ) -> None:
        super().__init__(  # type: ignore[call-arg]
            input=input,
            encoding=encoding,
            decode_error=decode_error,
            strip_accents=strip_accents,
            lowercase=lowercase,
            preprocessor=preprocessor,
            tokenizer=tokenizer,
            analyzer=analyzer,
            stop_words=stop_words,
            token_pattern=token_pattern,
            ngram_range=ngram_range,
            max_df=max_df,
            min_df=min_df,
            max_features=max_features,
            vocabulary=vocabulary,
            binary=binary,
            dtype=dtype,
            norm=norm,
            use_idf=use_idf,
            smooth_idf=smooth_idf,
            sublinear_tf=sublinear_tf,
        )
        self.n_jobs = n_jobs

    @property
    def idf_(self) -> NDArray[Any]:
        """The idf of each term."""
        self._settle()
        idf: NDArray[Any] = super().idf_
        return idf

    @idf_.setter
    def idf_(self, value: Any) -> None:
        text.TfidfVectorizer.idf_.fset(self, value)

    def partial_fit(self, raw_documents: Any, y: Any = None) -> Self:
        """Add documents to those that vocabulary and idf are learned from.

        Any split into parts, in any order, gives what `fit` gives of all documents at once. Of a
        given vocabulary the idf is learned.

        Parameters
        ----------
        raw_documents : iterable of str, bytes or files, or column of strings
            The documents.
        y : None
            Ignored.

        Returns
        -------
        TfidfVectorizer
            Itself.

        Raises
        ------
        ValueError
            If it was fitted at once before, a document is missing, or a parameter is wrong.
        TypeError
            If a document is no text, or a callable makes terms that are none.

        Examples
        --------
        >>> from broadsheet.sklearn import TfidfVectorizer
        >>> vectorizer = TfidfVectorizer()
        >>> for texts in [["wheat rose"], ["wheat fell"]]:
        ...     vectorizer = vectorizer.partial_fit(texts)
        >>> vectorizer.idf_.round(3)
        array([1.405, 1.405, 1.   ])
        """
        if self.vocabulary is None:
            return super().partial_fit(raw_documents, y)
        weights = self._weights()
        # As scikit-learn's fit counts before it weighs.
        counts = CountVectorizer.fit_transform(self, raw_documents)
        self._tfidf = weights.partial_fit(counts) if counts.shape[0] else weights
        return self

    def merge(self, other: CountVectorizer) -> Self:
        """Add the documents that another vectorizer has learned from.

        Parameters
        ----------
        other : TfidfVectorizer
            One with the same parameters, that has learned by `partial_fit`. It stays as it is.

        Returns
        -------
        TfidfVectorizer
            Itself.

        Raises
        ------
        ValueError
            If parameters differ, or one of the two was fitted at once.
        TypeError
            If `other` is of another class.

        Examples
        --------
        >>> from broadsheet.sklearn import TfidfVectorizer
        >>> one = TfidfVectorizer().partial_fit(["wheat rose"])
        >>> two = TfidfVectorizer().partial_fit(["wheat fell"])
        >>> one.merge(two).idf_.round(3)
        array([1.405, 1.405, 1.   ])
        """
        super().merge(other)
        if self.vocabulary is not None:
            self._tfidf = self._weights().merge(other._weights())
        return self

    def _weights(self) -> TfidfTransformer:
        """Return what has learned the idf of a given vocabulary so far."""
        made: Any = self.__dict__.get("_tfidf")
        if made is None:
            return TfidfTransformer(**{name: getattr(self, name) for name in PARAMETERS})
        if type(made) is not TfidfTransformer:
            refuse_fitted(self, "_tfidf")
        transformer: TfidfTransformer = made
        return transformer

    def _learn_totals(self, labels: Labels, documents: NDArray[np.int64]) -> None:
        super()._learn_totals(labels, documents)
        self.__dict__.pop("_tfidf", None)
        self._tfidf = self._weights()
        is_single = np.dtype(self.dtype) == np.float32
        self._tfidf._learn(self.totals_.n_documents, documents, is_single=is_single)

    def __getstate__(self) -> dict[str, Any]:
        state = super().__getstate__()
        if "totals_" in state:
            state.pop("_tfidf", None)
        return state

    def fit_transform(self, raw_documents: Any, y: Any = None) -> Any:
        """Learn vocabulary and idf, and weigh.

        Parameters
        ----------
        raw_documents : iterable of str, bytes or files, or column of strings
            The documents.
        y : None
            Ignored.

        Returns
        -------
        sparse matrix of shape (n_documents, n_terms)
            The weights, of the class that scikit-learn returns.

        Raises
        ------
        ValueError
            If a document is missing, a parameter is wrong, or no term is left.
        TypeError
            If a document is no text.
        """
        if not self._rounds_as_core():
            return super().fit_transform(raw_documents, y)
        self._check_params()
        path = prepare(self, raw_documents, self._counter().fit_transform)
        if isinstance(path, SlowPath):
            return super().fit_transform(path.documents, y)
        self.__dict__.pop("totals_", None)
        counts = self._learn_counts(path)
        self._refuse_empty(counts)
        weights = scikit_learn_weights(self)
        _, documents = _core.frequencies(*counts)
        learn_idf(weights, counts.n_rows, documents, is_single=False)
        self._tfidf = weights
        return self._weigh(counts)

    def transform(self, raw_documents: Any) -> Any:
        """Weigh the terms of the vocabulary in other documents.

        Parameters
        ----------
        raw_documents : iterable of str, bytes or files, or column of strings
            The documents.

        Returns
        -------
        sparse matrix of shape (n_documents, n_terms)
            The weights, of the class that scikit-learn returns.

        Raises
        ------
        ValueError
            If a document is missing.
        TypeError
            If a document is no text.
        """
        self._settle()
        if not (hasattr(self, "_tfidf") and self._rounds_as_core() and self._has_learned_as_core()):
            return super().transform(raw_documents)
        path = prepare(self, raw_documents, self._counter().transform)
        if isinstance(path, SlowPath):
            return super().transform(path.documents)
        counts = self._count(path)
        self._refuse_empty(counts)
        return self._weigh(counts)

    def _rounds_as_core(self) -> bool:
        """Tell whether scikit-learn computes weights in the steps of the core."""
        return bool(np.dtype(np.float64) == self.dtype) and not self.sublinear_tf

    def _has_learned_as_core(self) -> bool:
        """Tell whether what was learned is what the core takes; idf of unseen terms are infinite."""
        idf = getattr(self._tfidf, "idf_", None)
        is_exact = idf is None or getattr(idf, "dtype", None) == np.float64
        return (
            is_exact
            and not self._tfidf.sublinear_tf
            and (idf is None or bool(np.isfinite(idf).all()))
        )

    def _counter(self) -> Any:
        """Return scikit-learn's vectorizer of counts within this one."""
        return super(CountVectorizer, self)

    def _refuse_empty(self, counts: CsrArrays) -> None:
        """Raise the error of scikit-learn if there is nothing to weigh."""
        if 0 in (counts.n_rows, counts.n_columns):
            text.TfidfTransformer().fit(self._to_matrix(counts))

    def _weigh(self, counts: CsrArrays) -> Any:
        """Weigh as scikit-learn does, and return what it returns."""
        if self.binary:
            counts = counts.with_values(np.ones(len(counts.values), dtype=np.int32))
        weights = _core.tfidf_weights(
            *counts[:3],
            getattr(self._tfidf, "idf_", np.ones(counts.n_columns)),
            sublinear_tf=False,
            norm=NORMS[self._tfidf.norm],  # Of when it was fitted.
            is_single=False,
            n_threads=n_threads(self.n_jobs),
            progress=None,
        )
        return to_sparse(to_csr(counts, weights))
