"""Latent semantic analysis, in the place of scikit-learn's TruncatedSVD."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet.similarity import LatentSpace, lsa
from broadsheet.sklearn._scikit_learn import (
    base,
    check_is_fitted,
    check_random_state,
    n_threads,
    validate_data,
)

__all__ = ["LatentSemanticAnalysis"]


class LatentSemanticAnalysis(
    base.ClassNamePrefixFeaturesOutMixin,  # type: ignore[misc]
    base.TransformerMixin,  # type: ignore[misc]
    base.BaseEstimator,  # type: ignore[misc]
):
    """Places documents in a few latent dimensions, as scikit-learn's `TruncatedSVD` does.

    The dimensions are those of `broadsheet.similarity.lsa`. Other than there, `fit_transform` gives
    exactly what `transform` of the same documents gives.

    Parameters
    ----------
    n_components : int, default=2
        Dimensions, at most the smaller side of the matrix.
    tol : float, optional
        How far each singular value may be from the true one, relative to it. By default as many
        steps are taken as leave hardly more unexplained than must be.
    random_state : int, RandomState instance or None, default=None
        Of the random start. None is 0: the result is always the same.
    n_jobs : int, optional
        Threads: None is one, as for `CountVectorizer`. The result is the same bytes for any number.

    Attributes
    ----------
    components_ : ndarray of shape (n_components, n_features), float32
        The dimensions, orthonormal.
    singular_values_ : ndarray of shape (n_components,)
        The singular values, descending.
    explained_variance_ : ndarray of shape (n_components,)
        The variance of the documents in each dimension.
    explained_variance_ratio_ : ndarray of shape (n_components,)
        Its share of the variance of all terms.
    n_features_in_ : int
        The number of terms.

    See Also
    --------
    broadsheet.similarity.lsa : The method, and its sources.

    Examples
    --------
    >>> from broadsheet.sklearn import LatentSemanticAnalysis, TfidfVectorizer
    >>> from sklearn.pipeline import make_pipeline
    >>> pipeline = make_pipeline(TfidfVectorizer(), LatentSemanticAnalysis(2))
    >>> pipeline.fit_transform(["wheat rose", "wheat fell", "nato met"]).round(3)
    array([[0.827, 0.   ],
           [0.827, 0.   ],
           [0.   , 1.   ]], dtype=float32)
    """

    n_features_in_: int

    def __init__(
        self,
        n_components: int = 2,
        *,
        tol: float | None = None,
        random_state: Any = None,
        n_jobs: int | None = None,
    ) -> None:
        self.n_components = n_components
        self.tol = tol
        self.random_state = random_state
        self.n_jobs = n_jobs

    def fit(self, X: Any, y: Any = None) -> Self:  # noqa: ARG002
        """Find the dimensions.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_features)
            Weights.
        y : None
            Ignored.

        Returns
        -------
        LatentSemanticAnalysis
            Itself.

        Raises
        ------
        ValueError
            If a parameter is out of range, a weight is not finite, or all are 0.
        """
        self._fit(X)
        return self

    def fit_transform(self, X: Any, y: Any = None) -> NDArray[np.float32]:  # noqa: ARG002
        """Find the dimensions, and return the places of the same documents.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_features)
            Weights.
        y : None
            Ignored.

        Returns
        -------
        ndarray of shape (n_documents, n_components), float32
            Their places.

        Raises
        ------
        ValueError
            If a parameter is out of range, a weight is not finite, or all are 0.
        """
        self._fit(X)
        return self.transform(X)

    def transform(self, X: Any) -> NDArray[np.float32]:
        """Return the places of documents.

        Parameters
        ----------
        X : sparse matrix or array of shape (n_documents, n_features)
            Weights over the same terms.

        Returns
        -------
        ndarray of shape (n_documents, n_components), float32
            Their weights times the components.

        Raises
        ------
        ValueError
            If there are more or fewer terms, or a weight is not finite.
        """
        check_is_fitted(self)
        rows = validate_data(self, X, accept_sparse="csr", reset=False)
        return self._space.project(sparse.csr_array(rows), n_jobs=n_threads(self.n_jobs))

    def inverse_transform(self, X: Any) -> NDArray[np.float32]:
        """Return the weights that places stand for.

        Parameters
        ----------
        X : array of shape (n_documents, n_components)
            Places.

        Returns
        -------
        ndarray of shape (n_documents, n_features)
            Places times components: dense, and not 0 almost anywhere.
        """
        check_is_fitted(self)
        weights: NDArray[np.float32] = np.asarray(X) @ self.components_
        return weights

    def _fit(self, X: Any) -> None:
        rows = validate_data(self, X, accept_sparse="csr", ensure_min_features=2)
        seed = 0
        if self.random_state is not None:
            seed = int(check_random_state(self.random_state).randint(2**31 - 1))
        matrix = sparse.csr_array(rows)
        space = lsa(
            matrix, self.n_components, tol=self.tol, seed=seed, n_jobs=n_threads(self.n_jobs)
        )
        self._space: LatentSpace = space
        self.components_ = space.components
        self.singular_values_ = space.singular_values
        self.explained_variance_ = np.var(space.documents, axis=0, dtype=np.float64)
        self.explained_variance_ratio_ = self.explained_variance_ / _total_variance(matrix)

    @property
    def _n_features_out(self) -> int:
        return len(self.components_)

    def _more_tags(self) -> dict[str, Any]:
        """Return what __sklearn_tags__ says to scikit-learn 1.5."""
        return {"preserves_dtype": [np.float32], "X_types": ["2darray", "sparse"]}

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.transformer_tags.preserves_dtype = ["float32"]
        return tags


def _total_variance(matrix: sparse.csr_array) -> float:
    """Return the sum of the variances of all columns."""
    mean = np.asarray(matrix.mean(axis=0, dtype=np.float64)).ravel()
    squares = np.square(matrix.data, dtype=np.float64).sum() / matrix.shape[0]
    return float(squares - np.square(mean).sum())
