"""The document-term matrix: counts or weights, with labelled rows and columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from numpy.typing import ArrayLike

from broadsheet._parallel import Progress
from broadsheet.terms._characters import count_characters
from broadsheet.terms._counting import count_tokens
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labelled_csr import read_row_labels
from broadsheet.terms._labels import Labels
from broadsheet.terms._matrix_html import matrix_html
from broadsheet.terms._sketchable_matrix import SketchableMatrix
from broadsheet.terms._tables import frequency_frame, group_frequency_frame, top_terms_frame

if TYPE_CHECKING:
    from broadsheet.corpus import Corpus
    from broadsheet.terms.tokens import Tokens

__all__ = ["TermMatrix"]


class TermMatrix(SketchableMatrix):
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
    >>> m.frequency().round()
         term  count  document_frequency  per_million  rank
    0   wheat      3                   1     428571.0     1
    1    nato      2                   1     285714.0     2
    2  summit      2                   2     285714.0     2
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
        settings |= {"tokenizer": tokens.tokenizer, "zone": tokens.zone}
        return cls._make(counts, labels, tokens.document_ids, None, settings)

    @classmethod
    def _from_characters(cls, corpus: Corpus, **options: Any) -> TermMatrix:
        """Count characters: what `Corpus.character_matrix` does, as `count_characters`."""
        counts, labels, settings = count_characters(corpus._texts, **options)
        return cls._make(counts, labels, corpus.ids, None, settings)

    def merge(
        self,
        other: TermMatrix,
        *,
        ignore_ids: bool = False,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> TermMatrix:
        """Put the rows of another matrix behind these; ``broadsheet.concat([self, other])``.

        Parameters
        ----------
        other : TermMatrix
            Counts; the columns become those of either.
        ignore_ids : bool, default=False
            Whether documents are numbered from 0 anew, instead of keeping their ids.
        n_jobs : int, optional
            Threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        TermMatrix
            The rows of both.

        See Also
        --------
        broadsheet.concat : The same for any number of parts, and what is refused.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> one = TermMatrix([[2, 1]], ["nato", "summit"], ids=["a"])
        >>> two = TermMatrix([[3, 1]], ["nato", "eu"], ids=["b"])
        >>> merged = one.merge(two)
        >>> merged.terms, merged.csr.toarray()
        (array(['eu', 'nato', 'summit'], dtype=object), array([[0, 2, 1],
               [1, 3, 0]], dtype=int32))
        """
        from broadsheet._concat import concat

        return concat([self, other], ignore_ids=ignore_ids, n_jobs=n_jobs, progress=progress)

    def frequency(
        self,
        by: Any = None,
        *,
        missing: Literal["raise", "drop"] = "raise",
        sizes: ArrayLike | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Return how often each term occurs, the most frequent first.

        Parameters
        ----------
        by : array_like of shape (n_documents,), optional
            The group of each document, as for `TermMatrix.group`, to count in each group by itself.
        missing : {"raise", "drop"}, default="raise"
            What becomes of a document whose group is missing.
        sizes : array_like of shape (n_documents,), optional
            The tokens of each document. By default the sums of the rows: all their tokens, unless
            columns were left out or n-grams are counted.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_groups)``.

        Returns
        -------
        DataFrame
            A row for each term: ``term``; ``count``; ``document_frequency``, the number of
            documents that hold it; ``per_million`` tokens; and ``rank``, 1 more than the number of
            terms that are more frequent. Ties are in the order of the terms. With `by`, ``group``
            comes first, and a group has rows for the terms that occur in it.

        Raises
        ------
        ValueError
            If this matrix holds weights, a group is missing, or lengths differ.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[2, 1], [0, 1]], ["summit", "nato"])
        >>> m.frequency()
             term  count  document_frequency  per_million  rank
        0    nato      2                   2     500000.0     1
        1  summit      2                   1     500000.0     1
        >>> m.frequency(by=["AP", "TASS"])[["group", "term", "count", "per_million"]].round(1)
          group    term  count  per_million
        0    AP  summit      2     666666.7
        1    AP    nato      1     333333.3
        2  TASS    nato      1    1000000.0
        """
        if self._weighting is not None:
            raise ValueError(
                f"frequency needs counts, and these are weights ({self._weighting.scheme})"
            )
        if by is None:
            return frequency_frame(self, sizes)
        return group_frequency_frame(self, by, missing, sizes, n_jobs, progress)

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

    def __repr__(self) -> str:
        n_documents, n_terms = self.shape
        made = "counts" if self._weighting is None else self._weighting.scheme
        return f"TermMatrix({n_documents:,} documents, {n_terms:,} terms, {made})"

    def _repr_html_(self) -> str:
        return matrix_html(self)
