"""The document-term matrix: counts or weights, with labelled rows and columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from broadsheet import similarity as _similarity
from broadsheet._parallel import Progress
from broadsheet.terms._counting import count_tokens
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labelled_csr import LabelledCsr, read_row_labels
from broadsheet.terms._labels import Labels
from broadsheet.terms._matrix_html import matrix_html
from broadsheet.terms._tables import frequency_frame, top_terms_frame
from broadsheet.terms.weighting import Weighting

if TYPE_CHECKING:
    from broadsheet.similarity import Neighbors
    from broadsheet.terms.tokens import Tokens

__all__ = ["TermMatrix"]


class TermMatrix(LabelledCsr):
    """Counts or weights of terms in documents. Immutable.

    Made by `Tokens.matrix`; this constructor takes counts from elsewhere.

    Parameters
    ----------
    csr : sparse array or array_like of shape (n_documents, n_terms)
        Counts: finite and not negative. They are copied; entries of one cell are added, as SciPy
        means them, and stored zeros dropped. Whole numbers are held as int32.
    terms : iterable of str
        The labels of the columns, all different.
    ids : array_like, optional
        The labels of the rows; by default their numbers.

    Attributes
    ----------
    csr : scipy.sparse.csr_array of shape (n_documents, n_terms)
        The matrix, read-only.
    terms : ndarray of str
        The labels of the columns.
    ids : ndarray
        The labels of the rows.
    shape : tuple of int
        Documents and terms.
    weighting : Weighting or None
        How counts became weights; None for counts.
    attrs : dict
        Where the numbers come from.

    Raises
    ------
    ValueError
        If a count is negative or not finite, terms repeat, or lengths differ.
    TypeError
        If a term is not a str, or `csr` does not hold numbers.

    See Also
    --------
    broadsheet.terms.Weighting : How weights were made.

    Examples
    --------
    >>> from broadsheet.terms import TermMatrix
    >>> m = TermMatrix([[2, 1, 0], [0, 1, 3]], ["nato", "summit", "wheat"], ids=["a", "b"])
    >>> m
    TermMatrix(2 documents, 3 terms, counts)
    >>> m.frequency()
         term  count  document_frequency
    0   wheat      3                   1
    1    nato      2                   1
    2  summit      2                   2
    >>> m["b", "wheat"]
    3
    >>> m.weight("tfidf")[["b"]].csr.toarray().round(3)
    array([[0.   , 0.231, 0.973]])
    """

    __slots__ = ()

    def __init__(self, csr: Any, terms: Iterable[str], ids: ArrayLike | None = None) -> None:
        arrays = CsrArrays.of_counts(csr)
        labels = terms._labels if isinstance(terms, TermMatrix) else Labels.of(terms)
        if len(labels) != arrays.n_columns:
            raise ValueError(f"terms must be one a column, {arrays.n_columns}, not {len(labels)}")
        self._set(arrays, labels, read_row_labels(ids, arrays.n_rows), None, {})

    @classmethod
    def _from_tokens(cls, tokens: Tokens, **options: Any) -> TermMatrix:
        """Count tokens: what `Tokens.matrix` does, with the options of `count_tokens`."""
        core = tokens.vocabulary._core
        counts, labels, settings = count_tokens(tokens.indptr, tokens._ids, core, **options)
        return cls._make(counts, labels, tokens.document_ids, None, settings)

    @property
    def weighting(self) -> Weighting | None:
        """How counts became weights; None for counts."""
        return self._weighting

    @property
    def attrs(self) -> dict[str, Any]:
        """Where the numbers come from: scheme, variant, parameters and source."""
        made = {"weighting": "counts"} if self._weighting is None else self._weighting.attrs
        return {**made, **self._settings}

    @overload
    def weight(
        self,
        scheme: Literal["tfidf"] = "tfidf",
        *,
        use_idf: bool = True,
        smooth_idf: bool = True,
        sublinear_tf: bool = False,
        norm: Literal["l1", "l2"] | None = "l2",
        dtype: DTypeLike = np.float64,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> TermMatrix: ...
    @overload
    def weight(
        self,
        scheme: Literal["bm25"],
        *,
        variant: Literal["lucene", "robertson", "atire", "bm25l", "bm25+"] = "lucene",
        k1: float = 1.2,
        b: float = 0.75,
        delta: float | None = None,
        lengths: ArrayLike | None = None,
        dtype: DTypeLike = np.float64,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> TermMatrix: ...
    @overload
    def weight(
        self,
        scheme: str,
        *,
        log_base: float = ...,
        slope: float = 0.2,
        lengths: ArrayLike | None = None,
        dtype: DTypeLike = np.float64,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> TermMatrix: ...
    def weight(
        self,
        scheme: str = "tfidf",
        *,
        lengths: ArrayLike | None = None,
        dtype: DTypeLike = np.float64,
        n_jobs: int | None = None,
        progress: Progress = None,
        **parameters: Any,
    ) -> TermMatrix:
        """Weigh counts by a named scheme, learning what it needs from them.

        Parameters
        ----------
        scheme : str, default="tfidf"
            ``"tfidf"``, ``"bm25"``, or three letters of SMART such as ``"ltc"``; the formulas are
            with `Weighting`.
        lengths : array_like of shape (n_documents,), optional
            The length of each document where the columns do not say it: in tokens for ``"bm25"``
            (by default the sum of the row, which lacks the terms that were pruned), in bytes for
            SMART's ``b`` (by default the bytes of the terms, each as often as it is counted).
        dtype : {float64, float32}, default=float64
            The type of the weights. They are computed in float64 and rounded once.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.
        **parameters
            Of ``"tfidf"``, as in scikit-learn: ``use_idf=True``, ``smooth_idf=True``,
            ``sublinear_tf=False``, ``norm="l2"`` or ``"l1"`` or None. Of ``"bm25"``:
            ``variant="lucene"``, ``"robertson"``, ``"atire"``, ``"bm25l"`` or ``"bm25+"``,
            ``k1=1.2``, ``b=0.75``, and ``delta``, 0.5 for BM25L and 1 for BM25+ as published. Of
            SMART: ``log_base=math.e`` of every logarithm, and ``slope=0.2`` of the norms ``u``
            and ``b``.

        Returns
        -------
        TermMatrix
            Weights in the cells of the counts. Its `weighting` says how they were made, and its
            `transform` weighs other documents the same way.

        Raises
        ------
        ValueError
            If this matrix holds weights already, or a scheme or parameter is none that is known.
        TypeError
            If the scheme has no such parameter.

        See Also
        --------
        TermMatrix.transform : Weigh other documents the same way.
        broadsheet.terms.Weighting : The formulas.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[2, 1], [0, 1]], ["nato", "summit"])
        >>> m.weight("bm25", variant="atire", b=0).csr.toarray().round(3)
        array([[0.953, 0.   ],
               [0.   , 0.   ]])
        >>> m.weight("lnc").attrs["parameters"]
        {'log_base': 2.718281828459045, 'slope': 0.2}
        """
        if self._weighting is not None:
            raise ValueError(
                f"these are weights already ({self._weighting.scheme}): weigh the counts instead"
            )
        weighting = Weighting._learn(scheme, parameters, self._arrays, self._labels, lengths, dtype)
        weights = weighting._weigh(self._arrays, self._labels, lengths, n_jobs, progress)
        return self._make(weights, self._labels, self._ids, weighting, self._settings)

    def transform(
        self,
        counts: TermMatrix,
        *,
        lengths: ArrayLike | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> TermMatrix:
        """Weigh counts of other documents as these weights were made.

        What was learned (idf, mean length) stays that of the documents of this matrix. A row
        depends on no other row.

        Parameters
        ----------
        counts : TermMatrix
            Counts over the same terms, as ``tokens.matrix(terms=...)`` makes them.
        lengths : array_like of shape (n_documents,), optional
            The length of each document, as for `weight`; needed if it was given there.
        n_jobs : int, optional
            Threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        TermMatrix
            The weights.

        Raises
        ------
        ValueError
            If this matrix holds counts, the other one weights, or their terms differ.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[2, 1], [0, 1]], ["nato", "summit"])
        >>> new = TermMatrix([[1, 1]], m.terms)
        >>> m.weight("tfidf", norm=None).transform(new).csr.toarray().round(3)
        array([[1.405, 1.   ]])
        """
        if self._weighting is None:
            raise ValueError("transform needs weights: call weight() on these counts first")
        if not isinstance(counts, TermMatrix):
            raise TypeError(f"counts must be a TermMatrix, not {type(counts).__name__}")
        if counts._weighting is not None:
            raise ValueError(f"counts holds weights already ({counts._weighting.scheme})")
        if len(self._weighting.idf) != self.shape[1]:
            raise ValueError(
                "these columns were chosen after weighing, and the norm of a row rests on all of "
                "them: transform with the whole matrix, then choose"
            )
        if counts._labels != self._labels:
            raise ValueError(
                "counts must have the same terms in the same order: make them with "
                "tokens.matrix(terms=...) of this matrix"
            )
        weights = self._weighting._weigh(counts._arrays, counts._labels, lengths, n_jobs, progress)
        return self._make(weights, self._labels, counts._ids, self._weighting, self._settings)

    def frequency(self) -> Any:
        """Return how often each term occurs, the most frequent first.

        Returns
        -------
        DataFrame
            A row for each term: ``term``, ``count`` and ``document_frequency``, the number of
            documents that hold it. Ties are in the order of the terms.

        Raises
        ------
        ValueError
            If this matrix holds weights.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> TermMatrix([[2, 1], [0, 1]], ["summit", "nato"]).frequency()
             term  count  document_frequency
        0    nato      2                   2
        1  summit      2                   1
        """
        if self._weighting is not None:
            raise ValueError(
                f"frequency needs counts, and these are weights ({self._weighting.scheme})"
            )
        return frequency_frame(self)

    def top_terms(self, document: int | str | None = None, k: int = 10) -> Any:
        """Return the terms with the greatest counts or weights.

        Parameters
        ----------
        document : int or str, optional
            A row number or a label that is a str; None for the sums over all documents.
        k : int, default=10
            How many terms; a document may have fewer.

        Returns
        -------
        DataFrame
            ``term`` and ``count`` or ``weight``, the greatest first, ties in the order of the
            columns.

        Raises
        ------
        KeyError
            If no row has the label.
        IndexError
            If there is no such row.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[2, 1], [0, 1]], ["nato", "summit"], ids=["a", "b"])
        >>> m.weight("tfidf").top_terms("a").round(3)
             term  weight
        0    nato   0.942
        1  summit   0.335
        """
        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        row = None if document is None else int(self._row_places(document)[0])
        return top_terms_frame(self, row, k)

    def similar(
        self,
        k: int = 10,
        measure: Literal["cosine", "dot"] = "cosine",
        *,
        to: TermMatrix | None = None,
        min_similarity: float = 0.0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Neighbors:
        """Find the most similar documents to each document, exactly.

        Parameters
        ----------
        k : int, default=10
            Neighbours a document; it may have fewer.
        measure : {"cosine", "dot"}, default="cosine"
            Cosine of the angle between two rows, or their dot product.
        to : TermMatrix, optional
            The documents to find neighbours among, over the same terms. By default the other
            documents of this matrix.
        min_similarity : float, default=0.0
            The least similarity that counts; one of 0 or below never does.
        n_jobs : int, optional
            Threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        Neighbors
            Rows and scores, best first, ties by the smaller row.

        Raises
        ------
        ValueError
            If an option is out of range or the terms differ.

        See Also
        --------
        TermMatrix.why : The terms that make two documents similar.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[1, 1, 0], [1, 2, 0], [0, 1, 3]], ["nato", "summit", "wheat"])
        >>> m.weight("tfidf").similar(k=1).indices.ravel()
        array([1, 0, 1], dtype=int32)
        """
        return _similarity.find_neighbors(
            self,
            to,
            k=k,
            measure=measure,
            min_similarity=min_similarity,
            n_jobs=n_jobs,
            progress=progress,
        )

    def why(
        self,
        i: int | str,
        j: int | str,
        *,
        to: TermMatrix | None = None,
        measure: Literal["cosine", "dot"] = "cosine",
    ) -> Any:
        """Return the terms that make two documents similar, with what each adds.

        Parameters
        ----------
        i : int or str
            A row of this matrix: its number or its label.
        j : int or str
            A row of `to`, or of this matrix.
        to : TermMatrix, optional
            The matrix of the second document, over the same terms.
        measure : {"cosine", "dot"}, default="cosine"
            The measure to explain.

        Returns
        -------
        DataFrame
            A row for each shared term, the greatest contribution first; contributions sum to the
            similarity.

        Raises
        ------
        KeyError
            If no row has the label, or several have.
        IndexError
            If there is no such row.

        See Also
        --------
        TermMatrix.similar : The most similar documents to each.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[3, 0, 4], [2, 1, 2]], ["nato", "summit", "wheat"])
        >>> m.why(0, 1)["contribution"].round(3).tolist()
        [0.533, 0.4]
        """
        return _similarity.explain(self, i, to, j, measure=measure)

    def __repr__(self) -> str:
        n_documents, n_terms = self.shape
        made = "counts" if self._weighting is None else self._weighting.scheme
        return f"TermMatrix({n_documents:,} documents, {n_terms:,} terms, {made})"

    def _repr_html_(self) -> str:
        return matrix_html(self)
