"""Latent semantic analysis: documents in a space of a few dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet._core import similarity as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import as_number, at_least_one, not_negative
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.similarity._operand import MatrixLike, Operand, core_arrays
from broadsheet.similarity.contributions import explain
from broadsheet.similarity.neighbors import Neighbors, find_neighbors

__all__ = ["LatentSpace", "lsa"]


@dataclass(frozen=True, eq=False, repr=False)
class LatentSpace:
    """Documents and terms in k latent dimensions: immutable, made by `lsa`.

    Parameters
    ----------
    documents : ndarray of shape (N, k), float32
        The place of each document: its weights times the components.
    components : ndarray of shape (k, V), float32
        The dimensions, orthonormal: how much each term counts in each. Zeros beyond the rank of
        the matrix. The entry that is greatest by absolute value is positive.
    singular_values : ndarray of shape (k,)
        The root of the sum of squares of each column of `documents`, descending.
    unexplained : float
        The share of the sum of squared weights that the k dimensions leave out.
    ids : ndarray of shape (N,)
        The labels of the documents.
    terms : ndarray of shape (V,)
        The labels of the terms.
    parameters : dict
        What was asked for.

    See Also
    --------
    broadsheet.similarity.lsa : Makes it.

    Examples
    --------
    >>> from broadsheet.similarity import lsa
    >>> space = lsa([[3.0, 2, 0], [2, 4, 0], [0, 0, 0.5]], k=2)
    >>> space
    LatentSpace(3 documents, 3 terms, k=2, unexplained 0.8%)
    >>> space.singular_values.round(3)
    array([5.562, 1.438])
    """

    documents: NDArray[np.float32]
    components: NDArray[np.float32]
    singular_values: NDArray[np.float64]
    unexplained: float
    ids: NDArray[Any]
    terms: NDArray[Any]
    parameters: dict[str, Any]

    def __post_init__(self) -> None:
        for array in (self.documents, self.components, self.singular_values):
            array.flags.writeable = False

    @property
    def k(self) -> int:
        """The number of dimensions."""
        return len(self.singular_values)

    @property
    def attrs(self) -> dict[str, Any]:
        """Where the numbers come from."""
        return {
            "measure": "lsa",
            "parameters": dict(self.parameters),
            "unexplained": self.unexplained,
            "source": "Deerwester, S. et al. (1990). Indexing by latent semantic analysis. Journal "
            "of the American Society for Information Science 41(6), 391-407",
        }

    def __len__(self) -> int:
        return len(self.documents)

    def project(
        self, matrix: MatrixLike, *, n_jobs: int | None = None, progress: Progress = None
    ) -> NDArray[np.float32]:
        """Return the places of other documents, which change nothing of the space.

        Parameters
        ----------
        matrix : TermMatrix or sparse matrix of shape (M, V)
            Weights over the same terms, made as those of this space were.
        n_jobs : int, optional
            Threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        ndarray of shape (M, k), float32
            Their weights times the components.

        Raises
        ------
        ValueError
            If the terms differ, or a weight is not finite.

        Examples
        --------
        >>> from broadsheet.similarity import lsa
        >>> space = lsa([[3.0, 2, 0], [2, 4, 0], [0, 0, 0.5]], k=1)
        >>> space.project([[1.0, 1, 5]]).round(3)
        array([[1.404]], dtype=float32)
        """
        operand = Operand.of(matrix, "matrix")
        arrays, _ = core_arrays(operand, self._no_documents)
        n_rows = operand.csr.shape[0]
        with watch(progress, n_rows, "project") as tell:
            places = _core.project(
                *arrays,
                len(self.terms),
                components=self.components.ravel(),
                k=self.k,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        return places.reshape(n_rows, self.k)

    def similar(
        self,
        k: int = 10,
        measure: Literal["cosine", "dot"] = "cosine",
        *,
        to: MatrixLike | None = None,
        min_similarity: float = 0.0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Neighbors:
        """Find the most similar documents to each document in this space, exactly.

        Parameters
        ----------
        k : int, default=10
            Neighbours a document; it may have fewer.
        measure : {"cosine", "dot"}, default="cosine"
            What of two places is their similarity.
        to : TermMatrix or sparse matrix of shape (M, V), optional
            The documents to find neighbours among, over the same terms: they are projected. By
            default the other documents of this space.
        min_similarity : float, default=0.0
            The least similarity that counts; one of 0 or below never does.
        n_jobs : int, optional
            Threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        Neighbors
            Rows and scores, best first, ties by the smaller row. Its `why` says what each dimension
            adds.

        Raises
        ------
        ValueError
            If an option is out of range, or the terms differ.

        Examples
        --------
        >>> from broadsheet.similarity import lsa
        >>> space = lsa([[3.0, 2, 0], [2, 4, 0], [0, 0, 0.5]], k=1)
        >>> space.similar(k=1).scores.round(3).ravel()
        array([1., 1., 0.], dtype=float32)
        """
        return find_neighbors(
            self._places,
            None if to is None else self._projected(to, n_jobs),
            k=k,
            measure=measure,
            min_similarity=min_similarity,
            n_jobs=n_jobs,
            progress=progress,
        )

    def why(
        self, i: int | str, j: int | str, *, measure: Literal["cosine", "dot"] = "cosine"
    ) -> Any:
        """Return what each dimension adds to the similarity of two documents.

        Parameters
        ----------
        i, j : int or str
            The documents: their numbers or labels.
        measure : {"cosine", "dot"}, default="cosine"
            The measure to explain.

        Returns
        -------
        DataFrame
            A row for each dimension, numbered from 1, the greatest contribution first: the columns
            of `broadsheet.similarity.explain`. `top_terms` says what a dimension is about.

        Raises
        ------
        KeyError
            If no document has the label, or several have.
        IndexError
            If there is no such document.

        Examples
        --------
        >>> from broadsheet.similarity import lsa
        >>> space = lsa([[3.0, 2, 0], [2, 4, 0], [0, 0, 0.5]], k=2)
        >>> space.why(0, 1)["term"].tolist()
        ['dimension 1', 'dimension 2']
        """
        return explain(self._places, i, None, j, measure)

    def top_terms(self, n: int = 10) -> Any:
        """Return the terms that count most in each dimension.

        Parameters
        ----------
        n : int, default=10
            Terms a dimension.

        Returns
        -------
        DataFrame
            ``dimension`` from 1, ``rank``, ``term`` and ``loading``, the greatest by absolute value
            first, ties by the order of terms. Terms of one dimension whose loadings differ in sign
            are its two ends.

        Raises
        ------
        ValueError
            If `n` is below 1.

        Examples
        --------
        >>> from broadsheet.similarity import lsa
        >>> lsa([[3.0, 2, 0], [2, 4, 0], [0, 0, 9]], k=2).top_terms(1).round(3)
           dimension  rank  term  loading
        0          1     1     2    1.000
        1          2     1     1    0.788
        """
        found = np.argsort(-np.abs(self.components), axis=1, kind="stable")
        found = found[:, : at_least_one(n, "n")]
        n_found = found.shape[1]
        return make_frame(
            {
                "dimension": np.repeat(np.arange(1, self.k + 1), n_found),
                "rank": np.tile(np.arange(1, n_found + 1), self.k),
                "term": self.terms[found.ravel()],
                "loading": np.take_along_axis(self.components, found, axis=1).ravel(),
            },
            self.attrs,
        )

    def __repr__(self) -> str:
        return (
            f"LatentSpace({len(self):,} documents, {len(self.terms):,} terms, k={self.k}, "
            f"unexplained {self.unexplained:.1%})"
        )

    @cached_property
    def _places(self) -> Operand:
        return Operand(_as_csr(self.documents), self.ids, self._dimensions)

    @cached_property
    def _dimensions(self) -> NDArray[Any]:
        return np.array([f"dimension {number}" for number in range(1, self.k + 1)], dtype=object)

    @cached_property
    def _no_documents(self) -> Operand:
        none = np.empty((0, len(self.terms)), dtype=np.float32)
        return Operand(sparse.csr_array(none), self.ids[:0], self.terms)

    def _projected(self, matrix: MatrixLike, n_jobs: int | None) -> Operand:
        ids = Operand.of(matrix, "to").ids
        return Operand(_as_csr(self.project(matrix, n_jobs=n_jobs)), ids, self._dimensions)


def lsa(
    matrix: MatrixLike,
    k: int = 100,
    *,
    tol: float | None = None,
    seed: int = 0,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> LatentSpace:
    """Find the k dimensions that hold most of a matrix: its truncated singular value decomposition.

    Parameters
    ----------
    matrix : TermMatrix or sparse matrix of shape (N, V)
        Weights of terms in documents, of either sign.
    k : int, default=100
        Dimensions, from 1 to the smaller of N and V.
    tol : float, optional
        How far each singular value may be from the true one, relative to it: work goes on until a
        bound says so. By default as many steps are taken as leave hardly more unexplained than
        must be.
    seed : int, default=0
        Of the random start.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_steps)``; with a `tol` there may be more steps.

    Returns
    -------
    LatentSpace
        Places of documents, components of terms, and singular values.

    Raises
    ------
    ValueError
        If `k`, `tol` or `seed` is out of range, a weight is not finite, or all are 0.
    TypeError
        If `k` or `seed` is not a whole number, or the matrix does not hold real numbers.

    Notes
    -----
    A block Krylov basis (Musco & Musco 2015, arXiv:1504.05477) in float32, with small matrices in
    float64; the time is O(nnz k + (N + V) k**2). Beside the result there is memory for the
    transpose of the matrix and about 2.5 k columns of its smaller side. Singular values below about
    1e-5 of the greatest are rounding and come as 0.

    Examples
    --------
    >>> from broadsheet.similarity import lsa
    >>> lsa([[3.0, 2, 0], [2, 4, 0], [0, 0, 0.5]], k=1).components.round(3)
    array([[0.615, 0.788, 0.   ]], dtype=float32)
    """
    operand = Operand.of(matrix, "matrix")
    n_dimensions, start = at_least_one(k, "k"), not_negative(seed, "seed")
    n_most = min(operand.csr.shape)
    if n_dimensions > n_most:
        raise ValueError(
            f"k must be at most {n_most}, the smaller side of the matrix, not {n_dimensions}"
        )
    arrays, _ = core_arrays(operand, operand)
    with watch(progress, _core.lsa_steps(n_dimensions), "lsa", "step") as tell:
        documents, components, singular_values = _core.lsa(
            *arrays,
            operand.csr.shape[1],
            k=n_dimensions,
            tolerance=None if tol is None else as_number(tol, "tol"),
            seed=start,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    total = float(np.square(operand.csr.data, dtype=np.float64).sum())
    return LatentSpace(
        documents.reshape(-1, n_dimensions),
        components.reshape(n_dimensions, -1),
        singular_values,
        max(0.0, 1 - float(np.square(singular_values).sum()) / total),
        operand.ids,
        operand.terms,
        {"k": n_dimensions, "tol": tol, "seed": start, **operand.weighting},
    )


def _as_csr(rows: NDArray[np.float32]) -> sparse.csr_array:
    """Return the same rows as a sparse matrix of which every cell is stored."""
    n_rows, n_columns = rows.shape
    indices = np.tile(np.arange(n_columns, dtype=np.int32), n_rows)
    indptr = np.arange(n_rows + 1, dtype=np.int64) * n_columns
    csr = sparse.csr_array((rows.ravel(), indices, indptr), shape=rows.shape)
    csr.has_canonical_format = True
    return csr
