"""From counts to weights, and the same for other documents."""

from __future__ import annotations

from typing import Any, Literal, Self, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from broadsheet._parallel import Progress
from broadsheet.terms._reductions import ReducibleMatrix
from broadsheet.terms.weighting import Weighting

__all__ = ["WeighableMatrix"]


class WeighableMatrix(ReducibleMatrix):
    """Counts that can be weighed, or weights that can weigh other counts."""

    __slots__ = ()

    @property
    def weighting(self) -> Weighting | None:
        """How counts became weights; None for counts."""
        return self._weighting

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
    ) -> Self: ...
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
    ) -> Self: ...
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
    ) -> Self: ...
    def weight(
        self,
        scheme: str = "tfidf",
        *,
        lengths: ArrayLike | None = None,
        dtype: DTypeLike = np.float64,
        n_jobs: int | None = None,
        progress: Progress = None,
        **parameters: Any,
    ) -> Self:
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

    def _bm25_row(self, row: int) -> Self:
        """Return one row of ``weight("bm25")`` without weighing the others."""
        if self._bm25 is None:
            self._bm25 = Weighting._learn("bm25", {}, self._arrays, self._labels, None, np.float64)
        part = self._arrays.rows(np.array([row], dtype=np.int64))
        weights = self._bm25._weigh(part, self._labels, None, 1, None)
        return self._make(weights, self._labels, self._ids[[row]], self._bm25, self._settings)

    def transform(
        self,
        counts: WeighableMatrix,
        *,
        lengths: ArrayLike | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Self:
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
        if not isinstance(counts, WeighableMatrix):
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
