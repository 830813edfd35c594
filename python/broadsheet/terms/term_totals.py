"""Totals of terms over documents that need not be in memory at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import terms as _core
from broadsheet._frames import make_frame
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labels import Labels
from broadsheet.terms._tables import frequency_attrs, relative_columns
from broadsheet.terms._trimming import is_trimmed, trim_bounds

if TYPE_CHECKING:
    from broadsheet.terms.matrix import TermMatrix

__all__ = ["TermTotals"]


class TermTotals:
    """How often terms occur in documents that come part by part.

    What is learned from a corpus too large for memory, or counted on several machines: add the
    counts of one part after the other, merge what others have added, then ask. Any split into
    parts, added and merged in any order, gives the same bytes as all documents at once; pickles
    too. Memory grows with the number of different terms, not with that of documents.

    Attributes
    ----------
    n_documents : int
        The documents added.
    n_tokens : int
        The sum of their lengths.

    See Also
    --------
    TermMatrix.frequency : The same of documents that are in memory.

    Notes
    -----
    Several threads may add to the same totals.

    Examples
    --------
    >>> import broadsheet as bs
    >>> from broadsheet.terms import TermTotals
    >>> totals = TermTotals()
    >>> for texts in [["Wheat rose.", "Wheat fell."], ["Corn rose."]]:
    ...     part = bs.Corpus(texts)
    ...     totals.add(part.tokens().matrix())
    TermTotals(2 documents, 3 terms)
    TermTotals(3 documents, 4 terms)
    >>> totals.frequency(min_df=2).round()
        term  count  document_frequency  per_million  rank
    0   rose      2                   2     333333.0     1
    1  wheat      2                   2     333333.0     1

    The terms that stay are the columns to count each part in:

    >>> bs.Corpus(["Corn rose, wheat rose."]).tokens().matrix(terms=totals.terms(min_df=2))
    TermMatrix(1 documents, 2 terms, counts)
    """

    __slots__ = ("_core",)

    def __init__(self) -> None:
        self._core = _core.TermTotals()

    @property
    def n_documents(self) -> int:
        """The documents added."""
        return self._core.sizes()[0]

    @property
    def n_tokens(self) -> int:
        """The sum of their lengths."""
        return self._core.sizes()[2]

    def add(self, counts: TermMatrix, lengths: ArrayLike | None = None) -> Self:
        """Add documents.

        Parameters
        ----------
        counts : TermMatrix
            Their counts, whole numbers, of all terms or of given ones.
        lengths : array_like of int, optional
            The length of each document. By default the sum of its counts.

        Returns
        -------
        TermTotals
            These totals.

        Raises
        ------
        ValueError
            If `counts` holds weights, or its terms were chosen by how often they occur in this
            part, so that totals would lack what other parts count.
        TypeError
            If counts or lengths are not whole.
        OverflowError
            If a sum does not fit into 64 bits. Nothing is added then.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix, TermTotals
        >>> TermTotals().add(TermMatrix([[2, 1], [0, 1]], ["nato", "summit"]))
        TermTotals(2 documents, 2 terms)
        """
        if counts.weighting is not None:
            raise ValueError(
                f"counts must be added, not weights ({counts.weighting.scheme}): they do not add up"
            )
        if is_trimmed(counts._settings):
            bounds = {name: counts._settings[name] for name in ("min_df", "max_df", "max_terms")}
            raise ValueError(
                "counts must be of all terms, since what is rare in one part may be frequent in "
                f"another: leave out {bounds} here, and give them to frequency() or terms()"
            )
        return self._add(counts._arrays, counts._labels, lengths)

    def _add(self, counts: CsrArrays, labels: Labels, lengths: ArrayLike | None) -> Self:
        if counts.values.dtype != np.int32:
            raise TypeError(f"counts must be whole numbers, not {counts.values.dtype}")
        totals, documents = _core.frequencies(*counts)
        length = int(totals.sum()) if lengths is None else _length(lengths, counts.n_rows)
        self._core.add(
            labels.offsets,
            labels.data,
            totals.astype(np.int64),
            documents,
            n_documents=counts.n_rows,
            length=length,
        )
        return self

    def merge(self, other: TermTotals) -> Self:
        """Add the documents of other totals.

        Parameters
        ----------
        other : TermTotals
            Totals of other documents. They stay as they are.

        Returns
        -------
        TermTotals
            These totals.

        Raises
        ------
        OverflowError
            If a sum does not fit into 64 bits. Nothing is added then.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix, TermTotals
        >>> one = TermTotals().add(TermMatrix([[2, 1]], ["nato", "summit"]))
        >>> two = TermTotals().add(TermMatrix([[1, 1]], ["nato", "wheat"]))
        >>> one.merge(two)
        TermTotals(2 documents, 3 terms)
        """
        if not isinstance(other, TermTotals):
            raise TypeError(f"other must be TermTotals, not {type(other).__name__}")
        self._core.merge(other._core)
        return self

    def frequency(
        self, min_df: float = 1, max_df: float = 1.0, max_terms: int | None = None
    ) -> Any:
        """Return how often each term occurs, the most frequent first.

        Parameters
        ----------
        min_df, max_df : int or float, default=1 and 1.0
            The fewest and the most documents that a term may occur in, as for `Tokens.matrix`.
        max_terms : int, optional
            How many of the remaining terms to keep, as for `Tokens.matrix`.

        Returns
        -------
        DataFrame
            A row for each term that stays: ``term``; ``count``; ``document_frequency``;
            ``per_million`` of all tokens added, those of terms left out among them; and ``rank``, 1
            more than the number of rows that are more frequent. Ties are in the order of the terms.

        Raises
        ------
        ValueError
            If a bound is out of range, or leaves no term.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix, TermTotals
        >>> totals = TermTotals().add(TermMatrix([[2, 1], [0, 1]], ["summit", "nato"]))
        >>> totals.frequency(max_terms=1)
           term  count  document_frequency  per_million  rank
        0  nato      2                   2     500000.0     1
        """
        labels, totals, documents = self._kept(min_df, max_df, max_terms)
        order = np.argsort(-totals, kind="stable")
        columns = {
            "term": labels.strings[order],
            "count": totals[order],
            "document_frequency": documents[order],
        }
        columns |= relative_columns(totals[order], self.n_tokens)
        bounds = {"min_df": min_df, "max_df": max_df, "max_terms": max_terms}
        attrs = frequency_attrs({"n_documents": self.n_documents, **bounds})
        return make_frame(columns, attrs)

    def terms(
        self, min_df: float = 1, max_df: float = 1.0, max_terms: int | None = None
    ) -> NDArray[np.object_]:
        """Return the terms that stay: those that counting all documents at once would leave.

        Parameters
        ----------
        min_df, max_df : int or float, default=1 and 1.0
            The fewest and the most documents that a term may occur in, as for `Tokens.matrix`.
        max_terms : int, optional
            How many of the remaining terms to keep, as for `Tokens.matrix`.

        Returns
        -------
        ndarray of str
            The terms in the order of their code points, for ``tokens.matrix(terms=...)``.

        Raises
        ------
        ValueError
            If a bound is out of range, or leaves no term.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix, TermTotals
        >>> totals = TermTotals().add(TermMatrix([[2, 1], [0, 1]], ["summit", "nato"]))
        >>> totals.terms()
        array(['nato', 'summit'], dtype=object)
        """
        return self._kept(min_df, max_df, max_terms)[0].strings

    def _kept(
        self, min_df: float, max_df: float, max_terms: int | None
    ) -> tuple[Labels, NDArray[np.int64], NDArray[np.int64]]:
        """Return the terms that stay in order, their counts and document frequencies."""
        bounds = trim_bounds(min_df, max_df, max_terms, self.n_documents)
        offsets, data, totals, documents = self._core.kept(**bounds)
        return Labels(offsets, data), totals, documents

    def __len__(self) -> int:
        """Return the number of different terms."""
        return self._core.sizes()[1]

    def __eq__(self, other: object) -> bool:
        """Tell whether the sums are the same."""
        if not isinstance(other, TermTotals):
            return NotImplemented
        return self.__getstate__() == other.__getstate__()

    __hash__ = None  # type: ignore[assignment]

    def __getstate__(self) -> tuple[int, int, bytes, bytes, bytes, bytes]:
        # In the order of terms and as little-endian bytes: equal sums are equal pickles anywhere.
        n_documents, _, n_tokens = self._core.sizes()
        offsets, data, totals, documents = self._core.sorted()
        return (
            n_documents,
            n_tokens,
            data,
            _to_bytes(offsets),
            _to_bytes(totals),
            _to_bytes(documents),
        )

    def __setstate__(self, state: tuple[int, int, bytes, bytes, bytes, bytes]) -> None:
        n_documents, n_tokens, data, *numbers = state
        offsets, totals, documents = (
            np.frombuffer(array, dtype="<i8").astype(np.int64) for array in numbers
        )
        self._core = _core.TermTotals()
        self._core.add(offsets, data, totals, documents, n_documents=n_documents, length=n_tokens)

    def __repr__(self) -> str:
        n_documents, n_terms, _ = self._core.sizes()
        return f"TermTotals({n_documents:,} documents, {n_terms:,} terms)"


def _to_bytes(numbers: NDArray[np.int64]) -> bytes:
    return numbers.astype("<i8").tobytes()


def _length(lengths: ArrayLike, n_documents: int) -> int:
    """Return the sum of lengths, after checking that there is one a document."""
    given = np.asarray(lengths)
    if given.shape != (n_documents,):
        raise ValueError(
            f"lengths must be one a document, {n_documents}, not of shape {given.shape}"
        )
    if given.size and given.dtype.kind not in "iu":
        raise TypeError(f"lengths must be whole numbers, not {given.dtype}")
    negative = np.flatnonzero(given < 0)
    if negative.size:
        at = int(negative[0])
        raise ValueError(f"lengths must not be negative: lengths[{at}] is {given[at]}")
    return int(given.sum(dtype=np.int64))
