"""The graph of nearest documents, in the place of scikit-learn's KNeighborsTransformer."""

from __future__ import annotations

from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet._numbers import at_least_one
from broadsheet.similarity import Neighbors, find_neighbors
from broadsheet.sklearn._scikit_learn import (
    base,
    check_is_fitted,
    n_threads,
    to_sparse,
    validate_data,
)

__all__ = ["SimilarityNeighbors"]

_MEASURES = ("cosine", "jaccard", "dice", "overlap", "generalized_jaccard")


class SimilarityNeighbors(
    base.ClassNamePrefixFeaturesOutMixin,  # type: ignore[misc]
    base.TransformerMixin,  # type: ignore[misc]
    base.BaseEstimator,  # type: ignore[misc]
):
    """Turns documents into the graph of their nearest ones, as `KNeighborsTransformer` does.

    Estimators with ``metric="precomputed"`` take it: `DBSCAN`, `TSNE`, UMAP, classifiers by
    neighbours. The neighbours are those of `broadsheet.similarity.find_neighbors`, exact, found
    without a dense matrix. A distance is 1 less the similarity.

    Parameters
    ----------
    n_neighbors : int, default=5
        Neighbours of each document, besides itself.
    measure : {"cosine", "jaccard", "dice", "overlap", "generalized_jaccard"}, default="cosine"
        The similarity.
    n_jobs : int, optional
        Threads: None is one, as for `CountVectorizer`. The result is the same bytes for any number.

    Attributes
    ----------
    n_samples_fit_ : int
        The documents that were learned from.
    n_features_in_ : int
        The number of terms.

    See Also
    --------
    broadsheet.similarity.find_neighbors : The search, and the similarities.

    Notes
    -----
    Documents without a common term have the similarity 0. Where a document has too few neighbours
    that share a term, those of the smallest numbers at distance 1 take the places, so that every
    row has as many as `TSNE` and others ask for.

    Examples
    --------
    >>> from broadsheet.sklearn import SimilarityNeighbors, TfidfVectorizer
    >>> from sklearn.cluster import DBSCAN
    >>> from sklearn.pipeline import make_pipeline
    >>> pipeline = make_pipeline(
    ...     TfidfVectorizer(),
    ...     SimilarityNeighbors(n_neighbors=2),
    ...     DBSCAN(eps=0.7, min_samples=2, metric="precomputed"),
    ... )
    >>> pipeline.fit_predict(["wheat rose", "wheat fell", "nato met", "nato left"])
    array([0, 0, 1, 1])
    """

    n_features_in_: int

    def __init__(
        self,
        n_neighbors: int = 5,
        *,
        measure: Literal["cosine", "jaccard", "dice", "overlap", "generalized_jaccard"] = "cosine",
        n_jobs: int | None = None,
    ) -> None:
        self.n_neighbors = n_neighbors
        self.measure = measure
        self.n_jobs = n_jobs

    def fit(self, X: Any, y: Any = None) -> Self:  # noqa: ARG002
        """Keep the documents among which neighbours are sought.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_features)
            Weights or counts.
        y : None
            Ignored.

        Returns
        -------
        SimilarityNeighbors
            Itself.

        Raises
        ------
        ValueError
            If a parameter is wrong, a weight is not finite, or there are too few documents.
        """
        if self.measure not in _MEASURES:
            raise ValueError(f"measure must be one of {_MEASURES}, not {self.measure!r}")
        rows = sparse.csr_array(validate_data(self, X, accept_sparse="csr"))
        if rows.shape[0] <= at_least_one(self.n_neighbors, "n_neighbors"):
            raise ValueError(
                f"n_neighbors must be below the number of documents, n_samples={rows.shape[0]}, "
                f"not {self.n_neighbors}"
            )
        self._rows = rows
        self.n_samples_fit_ = rows.shape[0]
        return self

    def transform(self, X: Any) -> Any:
        """Return the graph from documents to the nearest of those learned from.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_queries, n_features)
            Weights or counts over the same terms.

        Returns
        -------
        sparse matrix of shape (n_queries, n_samples_fit_)
            Distances, `n_neighbors` + 1 a row, the nearest first: as scikit-learn has it, so that a
            document that was learned from may find itself.

        Raises
        ------
        ValueError
            If there are more or fewer terms, or a weight is not finite, or weights are negative and
            some document has too few neighbours.
        """
        check_is_fitted(self)
        rows = sparse.csr_array(validate_data(self, X, accept_sparse="csr", reset=False))
        k = int(self.n_neighbors) + 1
        found = self._find(rows, self._rows, k)
        return self._to_graph(found.indices, found.scores, itself=False)

    def fit_transform(self, X: Any, y: Any = None) -> Any:
        """Return the graph from each document to itself and to its nearest ones.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_features)
            Weights or counts.
        y : None
            Ignored.

        Returns
        -------
        sparse matrix of shape (n_documents, n_documents)
            Distances, the document itself at 0 and `n_neighbors` others a row, the nearest first.

        Raises
        ------
        ValueError
            If a parameter is wrong, a weight is not finite, there are too few documents, or weights
            are negative and some document has too few neighbours.
        """
        self.fit(X, y)
        found = self._find(self._rows, None, int(self.n_neighbors))
        itself = np.arange(self.n_samples_fit_, dtype=np.int32)[:, None]
        indices = np.concatenate([itself, found.indices], axis=1)
        scores = np.concatenate([np.ones(itself.shape, found.scores.dtype), found.scores], axis=1)
        return self._to_graph(indices, scores, itself=True)

    def _find(self, rows: sparse.csr_array, among: sparse.csr_array | None, k: int) -> Neighbors:
        return find_neighbors(rows, among, k=k, measure=self.measure, n_jobs=n_threads(self.n_jobs))

    def _to_graph(self, indices: NDArray[np.int32], scores: NDArray[Any], *, itself: bool) -> Any:
        lacking = np.flatnonzero((indices < 0).any(axis=1))
        if len(lacking) and self._rows.nnz and self._rows.data.min() < 0:
            raise ValueError(
                f"document {lacking[0]} has fewer than {self.n_neighbors} neighbours of a "
                "similarity above 0, and with negative weights the others' is not known"
            )
        indices = indices.copy()
        for row in lacking:
            indices[row] = _fill(indices[row])
        n_rows, k = indices.shape
        # scikit-learn's distances are in the order of a row, those of the document itself first.
        distances = np.clip(1 - scores, 0, None)
        distances[:, 0] = np.where(itself, 0, distances[:, 0])
        indptr = np.arange(n_rows + 1, dtype=np.int32) * k
        shape = (n_rows, self.n_samples_fit_)
        return to_sparse(sparse.csr_array((distances.ravel(), indices.ravel(), indptr), shape))

    @property
    def _n_features_out(self) -> int:
        return int(self.n_samples_fit_)

    def _more_tags(self) -> dict[str, Any]:
        """Return what __sklearn_tags__ says to scikit-learn 1.5."""
        return {"X_types": ["2darray", "sparse"]}

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.transformer_tags.preserves_dtype = ["float64", "float32"]
        return tags


def _fill(found: NDArray[np.int32]) -> NDArray[np.int32]:
    """Put the smallest rows that are not there yet in the places that are empty."""
    is_empty = found < 0
    others = np.setdiff1d(np.arange(len(found), dtype=np.int32), found[~is_empty])
    filled = found.copy()
    filled[is_empty] = others[: is_empty.sum()]
    return filled
