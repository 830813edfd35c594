"""BM25 of counts, as a transformer of scikit-learn."""

from __future__ import annotations

import math
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from broadsheet._core import terms as _core
from broadsheet.sklearn._accumulation import check_alike, sorted_state
from broadsheet.sklearn._columns import to_csr
from broadsheet.sklearn._scikit_learn import (
    base,
    check_is_fitted,
    n_threads,
    to_sparse,
    validate_data,
)
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._schemes import Scheme, make_scheme
from broadsheet.terms.weighting import given_lengths

__all__ = ["Bm25Transformer"]


class Bm25Transformer(  # type: ignore[call-arg]
    base.OneToOneFeatureMixin,  # type: ignore[misc]
    base.TransformerMixin,  # type: ignore[misc]
    base.BaseEstimator,  # type: ignore[misc]
    auto_wrap_output_keys=None,
):
    """Weighs counts by BM25, as ``TermMatrix.weight("bm25")`` does.

    The weights of a document sum, over the terms of a query, to its score for that query.

    Parameters
    ----------
    variant : {"lucene", "robertson", "atire", "bm25l", "bm25+"}, default="lucene"
        Which of the published forms; `broadsheet.terms.Weighting` has the formulas.
    k1 : float, default=1.2
        How soon a count saturates.
    b : float, default=0.75
        How much the length of a document counts, from 0 to 1.
    delta : float, optional
        What ``"bm25l"`` and ``"bm25+"`` add, by default as published.
    dtype : {float64, float32}, default=float64
        The type of the weights. They are computed in float64 and rounded once.
    n_jobs : int, optional
        Threads: None is one, as for `CountVectorizer`. The result is the same bytes for any number.

    Attributes
    ----------
    idf_ : ndarray of shape (n_terms,)
        The idf of each term.
    mean_length_ : float
        The mean length of the documents learned from.
    document_frequency_ : ndarray of shape (n_terms,)
        How many of these documents hold each term.
    n_samples_seen_ : int
        Their number.
    total_length_ : float
        The sum of their lengths.

    See Also
    --------
    broadsheet.terms.Weighting : The formulas and their sources.

    Notes
    -----
    Merging in any order gives the same bytes where lengths are whole numbers, as those of counts
    are; sums of other numbers depend on their order in the last bit.

    Examples
    --------
    >>> from broadsheet.sklearn import Bm25Transformer, CountVectorizer
    >>> from sklearn.pipeline import make_pipeline
    >>> pipeline = make_pipeline(CountVectorizer(), Bm25Transformer(variant="lucene"))
    >>> pipeline.fit_transform(["wheat rose", "wheat fell"]).toarray().round(3)
    array([[0.   , 0.315, 0.083],
           [0.315, 0.   , 0.083]])
    """

    _takes_lengths: bool
    n_features_in_: int

    def __init__(
        self,
        *,
        variant: Literal["lucene", "robertson", "atire", "bm25l", "bm25+"] = "lucene",
        k1: float = 1.2,
        b: float = 0.75,
        delta: float | None = None,
        dtype: DTypeLike = np.float64,
        n_jobs: int | None = None,
    ) -> None:
        self.variant = variant
        self.k1 = k1
        self.b = b
        self.delta = delta
        self.dtype = dtype
        self.n_jobs = n_jobs

    def fit(self, X: Any, y: Any = None, lengths: ArrayLike | None = None) -> Self:
        """Learn idf and the mean length.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_terms)
            Counts.
        y : None
            Ignored.
        lengths : array_like of shape (n_documents,), optional
            The tokens of each document, where `X` lacks terms that were pruned. By default the sum
            of its counts.

        Returns
        -------
        Bm25Transformer
            Itself.

        Raises
        ------
        ValueError
            If a parameter is wrong, or a count is negative or not finite.
        """
        self.__dict__.pop("n_samples_seen_", None)
        return self.partial_fit(X, y, lengths)

    def partial_fit(
        self,
        X: Any,
        y: Any = None,  # noqa: ARG002
        lengths: ArrayLike | None = None,
    ) -> Self:
        """Add documents to those that idf and the mean length are learned from.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_terms)
            Counts.
        y : None
            Ignored.
        lengths : array_like of shape (n_documents,), optional
            As for `fit`; for all parts or for none.

        Returns
        -------
        Bm25Transformer
            Itself.

        Raises
        ------
        ValueError
            If a parameter is wrong, or a count is negative or not finite.
        """
        is_first = "n_samples_seen_" not in self.__dict__
        scheme = self._scheme()
        counts = self._read(X, reset=is_first)
        if not is_first and self._takes_lengths != (lengths is not None):
            raise ValueError("lengths must be given for all parts or for none")
        _, found = _core.frequencies(*counts)
        total = math.fsum(_lengths(counts, lengths))
        if not is_first:
            found, total = found + self.document_frequency_, total + self.total_length_
        n_before = 0 if is_first else self.n_samples_seen_
        self._takes_lengths = lengths is not None
        self._learn(scheme, n_before + counts.n_rows, found, total)
        return self

    def merge(self, other: Bm25Transformer) -> Self:
        """Add the documents that another transformer has learned from.

        Parameters
        ----------
        other : Bm25Transformer
            One with the same parameters. It stays as it is.

        Returns
        -------
        Bm25Transformer
            Itself.

        Raises
        ------
        ValueError
            If parameters or columns differ.
        TypeError
            If `other` is none.

        Examples
        --------
        >>> from broadsheet.sklearn import Bm25Transformer
        >>> one, two = Bm25Transformer().fit([[2, 1]]), Bm25Transformer().fit([[0, 1]])
        >>> one.merge(two).mean_length_
        2.0
        """
        check_alike(self, other)
        if "n_samples_seen_" not in other.__dict__:
            return self
        n_documents, total = other.n_samples_seen_, other.total_length_
        found = other.document_frequency_
        if "n_samples_seen_" in self.__dict__:
            if len(found) != self.n_features_in_:
                raise ValueError(f"other must have {self.n_features_in_} columns, not {len(found)}")
            if self._takes_lengths != other._takes_lengths:
                raise ValueError("lengths must be given for all parts or for none")
            n_documents += self.n_samples_seen_
            total += self.total_length_
            found = found + self.document_frequency_
        self._takes_lengths = other._takes_lengths
        self.n_features_in_ = len(found)
        self._learn(self._scheme(), n_documents, found, total)
        return self

    def transform(self, X: Any, lengths: ArrayLike | None = None) -> Any:
        """Weigh counts; a document's weights depend on no other document.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_terms)
            Counts.
        lengths : array_like of shape (n_documents,), optional
            As for `fit`; needed if they were given there.

        Returns
        -------
        sparse matrix of shape (n_documents, n_terms)
            The weights, of the class that scikit-learn's transformers return.

        Raises
        ------
        ValueError
            If a count is negative or not finite, or lengths are missing.
        """
        check_is_fitted(self)
        counts = self._read(X, reset=False)
        if self._takes_lengths and lengths is None:
            raise ValueError("lengths must be given, as they were to fit")
        values = self._scheme().weights(
            counts,
            self.idf_,
            _lengths(counts, lengths),
            self.mean_length_,
            is_single=np.dtype(self.dtype) == np.float32,
            n_threads=n_threads(self.n_jobs),
            progress=None,
        )
        return to_sparse(to_csr(counts, values))

    def fit_transform(self, X: Any, y: Any = None, lengths: ArrayLike | None = None) -> Any:
        """Learn from counts and weigh them.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_terms)
            Counts.
        y : None
            Ignored.
        lengths : array_like of shape (n_documents,), optional
            As for `fit`.

        Returns
        -------
        sparse matrix of shape (n_documents, n_terms)
            The weights.
        """
        return self.fit(X, y, lengths).transform(X, lengths)

    def __getstate__(self) -> dict[str, Any]:
        return sorted_state(super().__getstate__())

    def _scheme(self) -> Scheme:
        if np.dtype(self.dtype) not in (np.float32, np.float64):
            raise ValueError(f"dtype must be float32 or float64, not {np.dtype(self.dtype)}")
        names = ("variant", "k1", "b", "delta")
        return make_scheme("bm25", {name: getattr(self, name) for name in names})

    def _read(self, X: Any, *, reset: bool) -> CsrArrays:
        X = validate_data(self, X, accept_sparse="csr", reset=reset)
        try:
            return CsrArrays.of_counts(X)
        except ValueError as error:
            if X.min() < 0:
                # What scikit-learn's checks expect, and where.
                raise ValueError(f"Negative values in data: {error}") from None
            raise

    def _learn(
        self, scheme: Scheme, n_documents: int, found: NDArray[np.int64], total: float
    ) -> None:
        self.n_samples_seen_, self.document_frequency_ = n_documents, found
        self.total_length_ = total
        self.mean_length_ = total / max(n_documents, 1)
        self.idf_ = scheme.idf(n_documents, found)

    def _more_tags(self) -> dict[str, Any]:
        """Return what __sklearn_tags__ says to scikit-learn 1.5."""
        return {"requires_positive_X": True, "X_types": ["2darray", "sparse"]}

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.input_tags.positive_only = True
        tags.transformer_tags.preserves_dtype = ["float64"]
        return tags


def _lengths(counts: CsrArrays, lengths: ArrayLike | None) -> NDArray[np.float64]:
    """Return the length of each document."""
    if lengths is not None:
        return given_lengths(lengths, counts.n_rows)
    return np.asarray(counts.to_scipy().sum(axis=1), dtype=np.float64)
