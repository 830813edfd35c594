"""How a matrix of weights was made, and how to weigh other documents the same way."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import terms as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels
from broadsheet.terms._schemes import Scheme, make_scheme

__all__ = ["Weighting"]


class Weighting:
    """A scheme with its parameters and what it learned from a matrix of counts. Immutable.

    Made by `TermMatrix.weight`; `TermMatrix.transform` applies it to other documents.

    Attributes
    ----------
    scheme : str
        What `TermMatrix.weight` was called with: ``"tfidf"``, ``"bm25"`` or three SMART letters.
    variant : str
        Which of the published forms it is.
    parameters : dict
        The value of every parameter.
    source : str
        Where the form is published.
    n_documents : int
        The number of documents that were learned from.
    idf : ndarray of shape (n_terms,)
        The factor of each term. Read-only.
    mean_length : float
        The mean length of those documents in the unit of the scheme: tokens for BM25, terms for
        SMART's ``u``, bytes for its ``b``; 0 where the scheme knows no length.

    Notes
    -----
    With N documents, document frequency df, count tf, mean length A and
    B = 1 - b + b * length / A, natural logarithms unless `log_base` says otherwise:

    - ``tfidf``: tf * (ln((N + 1) / (df + 1)) + 1), divided by the norm of the row; without
      `smooth_idf` ln(N / df) + 1; with `sublinear_tf` 1 + ln(tf) in place of tf.
    - ``bm25``, Lucene: ln(1 + (N - df + 0.5) / (df + 0.5)) * tf / (tf + k1 * B). Robertson:
      the same with ln((N - df + 0.5) / (df + 0.5)), negative for a term in more than half of
      the documents, as printed. ATIRE: ln(N / df) * (k1 + 1) tf / (tf + k1 * B). BM25L:
      ln((N + 1) / (df + 0.5)) * (k1 + 1)(c + delta) / (k1 + c + delta), c = tf / B. BM25+:
      ln((N + 1) / df) * (delta + (k1 + 1) tf / (tf + k1 * B)). A term that a document lacks
      weighs nothing in any of them.
    - SMART, first letter: ``n`` tf, ``l`` 1 + log(tf), ``a`` 0.5 + 0.5 tf / largest tf,
      ``b`` 1, ``L`` (1 + log(tf)) / (1 + log(mean tf)), ``d`` 1 + log(1 + log(tf)). Second:
      ``n`` 1, ``t`` or ``f`` log(N / df), ``p`` max(0, log((N - df) / df)). Third: ``n``
      none, ``c`` cosine, ``u`` divided by (1 - slope) * A + slope * terms, ``b`` divided by
      (1 - slope) + slope * bytes / A.

    A term that none of the N documents holds, as may come with ``terms=``, has the factor 0
    where these formulas have no value.

    Examples
    --------
    >>> from broadsheet.terms import TermMatrix
    >>> counts = TermMatrix([[2, 1], [0, 1]], ["nato", "the"])
    >>> counts.weight("bm25").weighting
    Weighting('bm25', variant='lucene', k1=1.2, b=0.75, delta=0.0)
    """

    __slots__ = ("_dtype", "_idf", "_mean_length", "_n_documents", "_scheme", "_takes_lengths")

    _scheme: Scheme
    _dtype: np.dtype[Any]
    _takes_lengths: bool
    _n_documents: int
    _idf: NDArray[np.float64]
    _mean_length: float

    @property
    def scheme(self) -> str:
        """The name of the scheme."""
        return self._scheme.name

    @property
    def variant(self) -> str:
        """Which of the published forms it is."""
        return self._scheme.variant

    @property
    def parameters(self) -> dict[str, Any]:
        """The value of every parameter."""
        names = [field.name for field in fields(self._scheme)]  # type: ignore[arg-type]
        return {
            name: getattr(self._scheme, name)
            for name in names
            if name not in ("letters", "variant")
        }

    @property
    def source(self) -> str:
        """Where the form is published."""
        return self._scheme.source

    @property
    def n_documents(self) -> int:
        """The number of documents that were learned from."""
        return self._n_documents

    @property
    def idf(self) -> NDArray[np.float64]:
        """The factor of each term."""
        return self._idf

    @property
    def mean_length(self) -> float:
        """The mean length of those documents in the unit of the scheme."""
        return self._mean_length

    @property
    def attrs(self) -> dict[str, Any]:
        """What tables made of the weights carry."""
        return {
            "weighting": self.scheme,
            "variant": self.variant,
            "parameters": self.parameters,
            "source": self.source,
            "n_documents": self.n_documents,
        }

    @classmethod
    def _learn(
        cls,
        scheme: str,
        parameters: dict[str, Any],
        counts: CsrArrays,
        labels: Labels,
        lengths: ArrayLike | None,
        dtype: Any,
    ) -> Self:
        """Make a scheme with what it needs to know of some counts."""
        weighting = cls.__new__(cls)
        weighting._scheme = make_scheme(scheme, parameters)
        weighting._dtype = np.dtype(dtype)
        if weighting._dtype not in (np.float32, np.float64):
            raise ValueError(f"dtype must be float32 or float64, not {weighting._dtype}")
        weighting._takes_lengths = lengths is not None
        weighting._n_documents = counts.n_rows
        _, documents = _core.frequencies(*counts)
        weighting._idf = weighting._scheme.idf(counts.n_rows, documents)
        measured = _lengths(weighting._scheme, counts, labels, lengths)
        # One after the other, so that the sum is the same everywhere; of whole lengths it is exact.
        total = float(np.cumsum(measured)[-1]) if measured.size else 0.0
        weighting._mean_length = total / max(counts.n_rows, 1)
        weighting._freeze()
        return weighting

    def _freeze(self) -> None:
        self._idf.flags.writeable = False

    def __setstate__(self, state: tuple[None, dict[str, Any]]) -> None:
        for name, value in state[1].items():
            setattr(self, name, value)
        self._freeze()

    def _weigh(
        self,
        counts: CsrArrays,
        labels: Labels,
        lengths: ArrayLike | None,
        n_jobs: int | None,
        progress: Progress,
    ) -> CsrArrays:
        if self._takes_lengths and lengths is None:
            raise ValueError(
                "lengths must be given: this weighting was learned from documents with lengths"
            )
        measured = _lengths(self._scheme, counts, labels, lengths)
        with watch(progress, counts.n_rows, "weigh") as tell:
            values = self._scheme.weights(
                counts,
                self.idf,
                measured,
                self.mean_length,
                is_single=self._dtype == np.float32,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        return counts.with_values(values)

    def __eq__(self, other: object) -> bool:
        """Tell whether other documents are weighed the same by both."""
        if not isinstance(other, Weighting):
            return NotImplemented
        return self is other or (
            self._scheme == other._scheme
            and self._dtype == other._dtype
            and self._takes_lengths == other._takes_lengths
            and self._n_documents == other._n_documents
            and self._mean_length == other._mean_length
            and np.array_equal(self._idf, other._idf)
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = [repr(self.scheme), f"variant={self.variant!r}"]
        parts += [f"{name}={value!r}" for name, value in self.parameters.items()]
        return f"Weighting({', '.join(parts)})"


def _lengths(
    scheme: Scheme, counts: CsrArrays, labels: Labels, lengths: ArrayLike | None
) -> NDArray[np.float64]:
    """Return the length of each document in the unit of the scheme; nothing if it has none."""
    unit = scheme.length_name
    if lengths is not None:
        if unit not in ("tokens", "bytes"):
            raise ValueError(f"{scheme.name!r} takes no lengths")
        return given_lengths(lengths, counts.n_rows)
    if unit is None:
        return np.empty(0)
    if unit == "terms":
        return np.diff(counts.indptr).astype(np.float64)
    matrix = counts.to_scipy()
    each = np.ones(counts.n_columns) if unit == "tokens" else np.diff(labels.offsets)
    return np.asarray(matrix @ each.astype(np.float64), dtype=np.float64)


def given_lengths(lengths: ArrayLike, n_documents: int) -> NDArray[np.float64]:
    """Return lengths that a user gave, after checking them."""
    given = np.ascontiguousarray(lengths, dtype=np.float64)
    if given.shape != (n_documents,):
        raise ValueError(
            f"lengths must be one a document, {n_documents}, not of shape {given.shape}"
        )
    wrong = np.flatnonzero(~(np.isfinite(given) & (given >= 0)))
    if wrong.size:
        at = int(wrong[0])
        raise ValueError(f"lengths must be finite and not negative: lengths[{at}] is {given[at]}")
    return given
