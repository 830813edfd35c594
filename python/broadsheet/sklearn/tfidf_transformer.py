"""tf-idf of counts, in the place of scikit-learn's."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet.sklearn._accumulation import check_alike, sorted_state
from broadsheet.sklearn._idf import learn_idf, scikit_learn_weights
from broadsheet.sklearn._scikit_learn import text, validate_data

__all__ = ["TfidfTransformer"]


class TfidfTransformer(text.TfidfTransformer, auto_wrap_output_keys=None):  # type: ignore[call-arg,misc]
    """Weighs counts as scikit-learn's class of this name does, and learns part by part.

    It is scikit-learn's, which weighs as fast as memory lets it; what it adds is `partial_fit` and
    `merge`.

    Parameters
    ----------
    norm : {"l2", "l1"} or None, default="l2"
        What the weights of a document are divided by.
    use_idf : bool, default=True
        Whether counts are multiplied by the idf of their terms.
    smooth_idf : bool, default=True
        Whether idf is reckoned as if one more document held every term.
    sublinear_tf : bool, default=False
        Whether 1 + ln(count) stands for a count.

    Attributes
    ----------
    idf_ : ndarray of shape (n_terms,)
        The idf of each term, if `use_idf`.
    document_frequency_ : ndarray of shape (n_terms,)
        How many of the documents learned from hold each term.
    n_samples_seen_ : int
        Their number.

    See Also
    --------
    Bm25Transformer : Weighs by BM25.

    Examples
    --------
    >>> from broadsheet.sklearn import TfidfTransformer
    >>> TfidfTransformer(norm=None).fit_transform([[2, 1], [0, 1]]).toarray().round(3)
    array([[2.811, 1.   ],
           [0.   , 1.   ]])
    """

    def fit(self, X: Any, y: Any = None) -> Self:
        """Learn the idf of each term.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_terms)
            Counts.
        y : None
            Ignored.

        Returns
        -------
        TfidfTransformer
            Itself.

        Raises
        ------
        ValueError
            If a parameter is wrong, or a count is not finite.
        """
        self.__dict__.pop("n_samples_seen_", None)
        return self.partial_fit(X, y)

    def partial_fit(self, X: Any, y: Any = None) -> Self:  # noqa: ARG002
        """Add documents to those that idf is learned from.

        Any split into parts, in any order, gives what `fit` gives of all documents at once.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_terms)
            Counts.
        y : None
            Ignored.

        Returns
        -------
        TfidfTransformer
            Itself.

        Raises
        ------
        ValueError
            If a parameter is wrong, a count is not finite, or the number of columns is another.

        Examples
        --------
        >>> from broadsheet.sklearn import TfidfTransformer
        >>> transformer = TfidfTransformer()
        >>> for counts in [[[2, 1]], [[0, 1]]]:
        ...     transformer = transformer.partial_fit(counts)
        >>> transformer.idf_.round(3)
        array([1.405, 1.   ])
        """
        scikit_learn_weights(self)  # Checks the parameters.
        is_first = "n_samples_seen_" not in self.__dict__
        X = validate_data(self, X, accept_sparse=("csr", "csc"), reset=is_first)
        found = _count_documents(X)
        if is_first:
            self._learn(X.shape[0], found, is_single=X.dtype == np.float32)
        else:
            self._add(X.shape[0], found, is_single=X.dtype == np.float32)
        return self

    def merge(self, other: TfidfTransformer) -> Self:
        """Add the documents that another transformer has learned from.

        Parameters
        ----------
        other : TfidfTransformer
            One with the same parameters. It stays as it is.

        Returns
        -------
        TfidfTransformer
            Itself.

        Raises
        ------
        ValueError
            If parameters or columns differ.
        TypeError
            If `other` is none.

        Examples
        --------
        >>> from broadsheet.sklearn import TfidfTransformer
        >>> one = TfidfTransformer().partial_fit([[2, 1]])
        >>> two = TfidfTransformer().partial_fit([[0, 1]])
        >>> one.merge(two).idf_.round(3)
        array([1.405, 1.   ])
        """
        check_alike(self, other)
        if "n_samples_seen_" not in other.__dict__:
            return self
        n_documents, found = other.n_samples_seen_, other.document_frequency_
        is_single = self.use_idf and other.idf_.dtype == np.float32
        if "n_samples_seen_" not in self.__dict__:
            self._learn(n_documents, found, is_single=is_single)
        elif len(found) == self.n_features_in_:
            self._add(n_documents, found, is_single=is_single)
        else:
            raise ValueError(f"other must have {self.n_features_in_} columns, not {len(found)}")
        return self

    def __getstate__(self) -> dict[str, Any]:
        return sorted_state(super().__getstate__())

    def _add(self, n_documents: int, found: NDArray[np.int64], *, is_single: bool) -> None:
        self._learn(
            self.n_samples_seen_ + n_documents,
            self.document_frequency_ + found,
            is_single=is_single and self.use_idf and self.idf_.dtype == np.float32,
        )

    def _learn(self, n_documents: int, found: NDArray[np.int64], *, is_single: bool) -> None:
        """Take idf from document frequencies."""
        self.n_samples_seen_, self.document_frequency_ = n_documents, found
        learn_idf(self, n_documents, found, is_single=is_single)


def _count_documents(X: Any) -> NDArray[np.int64]:
    """Return how many rows hold each column: have it stored, as scikit-learn counts them."""
    if isinstance(X, sparse.csc_array | sparse.csc_matrix):
        return np.diff(X.indptr).astype(np.int64)
    found = np.bincount(sparse.csr_array(X).indices, minlength=X.shape[1])
    return found.astype(np.int64)
