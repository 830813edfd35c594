"""How tokens are counted into matrices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, cast, overload

import numpy as np
from numpy.typing import NDArray

from broadsheet._parallel import Progress
from broadsheet.terms._estimating import estimate_matrix
from broadsheet.terms._hashing import hash_tokens
from broadsheet.terms.estimate import Estimate

if TYPE_CHECKING:
    from scipy import sparse

    from broadsheet.terms.matrix import TermMatrix
    from broadsheet.terms.tokens import Tokens
    from broadsheet.terms.vocabulary import Vocabulary

__all__ = ["CountableTokens"]


class CountableTokens:
    """Tokens that can be counted."""

    vocabulary: Vocabulary
    _indptr: NDArray[np.int64]
    _ids: NDArray[np.int32]

    @overload
    def matrix(
        self,
        ngrams: tuple[int, int] | None = None,
        min_df: float = 1,
        max_df: float = 1.0,
        max_terms: int | None = None,
        terms: TermMatrix | Iterable[str] | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
        *,
        dry_run: Literal[False] = False,
    ) -> TermMatrix: ...
    @overload
    def matrix(
        self,
        ngrams: tuple[int, int] | None = None,
        min_df: float = 1,
        max_df: float = 1.0,
        max_terms: int | None = None,
        terms: TermMatrix | Iterable[str] | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
        *,
        dry_run: Literal[True],
    ) -> Estimate: ...
    def matrix(
        self,
        ngrams: tuple[int, int] | None = None,
        min_df: float = 1,
        max_df: float = 1.0,
        max_terms: int | None = None,
        terms: TermMatrix | Iterable[str] | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
        *,
        dry_run: bool = False,
    ) -> TermMatrix | Estimate:
        """Count the tokens into a document-term matrix.

        Parameters
        ----------
        ngrams : tuple of int, optional
            The fewest and the most neighbouring tokens that are counted together, as ``(1, 2)``
            for words and pairs of words. By default single tokens, or as many as `terms` have.
        min_df, max_df : int or float, default=1 and 1.0
            The fewest and the most documents that a term may occur in: a number of them if int, a
            share if float, compared unrounded as scikit-learn does.
        max_terms : int, optional
            How many of the remaining terms to keep: those that occur most often, of equally
            frequent ones the first in the order of terms.
        terms : TermMatrix or iterable of str, optional
            Exactly these terms instead, in this order, whether they occur or not; of a TermMatrix
            its terms. Other terms are not counted. The bounds above must then be left out.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.
        dry_run : bool, default=False
            Whether only a part is counted, to say what all would take of memory and time.

        Returns
        -------
        TermMatrix
            The counts, with the terms in the order of their code points and the documents. An
            Estimate if `dry_run`.

        Raises
        ------
        ValueError
            If no term is left, a bound is out of range, or a term comes twice in `terms`.

        See Also
        --------
        TermMatrix : What can be asked of the counts.

        Notes
        -----
        Neighbours are tokens that follow one another after the tokenizer has left some out: with
        stop words dropped, "bank of england" holds the pair "bank england", as in scikit-learn.
        Pairs cross the ends of sentences and of zones, never that of a text.

        N-grams are counted without a dictionary of strings, and one that is in fewer than `min_df`
        texts is dropped as soon as it is found, with all that begin with it: they cannot be in
        more. The result is that of counting everything and dropping after.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat exports rose.", "Wheat exports fell.", "NATO met."])
        >>> tokens = corpus.tokens(bs.Tokenizer("news"))
        >>> tokens.matrix(ngrams=(1, 2), min_df=2).terms
        array(['exports', 'wheat', 'wheat exports'], dtype=object)
        >>> tokens.matrix(terms=["wheat", "nato"]).csr.toarray()
        array([[1, 0],
               [1, 0],
               [0, 1]], dtype=int32)
        """
        from broadsheet.terms.matrix import TermMatrix

        tokens = cast("Tokens", self)
        if dry_run:
            bounds = {"min_df": min_df, "max_df": max_df, "max_terms": max_terms}
            return estimate_matrix(tokens, ngrams=ngrams, bounds=bounds, terms=terms, n_jobs=n_jobs)
        return TermMatrix._from_tokens(
            tokens,
            ngrams=ngrams,
            min_df=min_df,
            max_df=max_df,
            max_terms=max_terms,
            terms=terms,
            n_jobs=n_jobs,
            progress=progress,
        )

    def hashed_matrix(
        self,
        n_features: int = 2**20,
        ngrams: tuple[int, int] = (1, 1),
        alternate_sign: bool = True,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> sparse.csr_array:
        """Count the tokens into a fixed number of columns, which hashes of the terms choose.

        The memory this takes does not grow with the number of terms, and matrices of different
        corpora have the same columns; but no column has a label, and terms may share one.

        Parameters
        ----------
        n_features : int, default=2**20
            The number of columns.
        ngrams : tuple of int, default=(1, 1)
            The fewest and the most neighbouring tokens that are counted together.
        alternate_sign : bool, default=True
            Whether half of the terms count -1, so that terms which share a column cancel out in
            the mean instead of adding up.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        scipy.sparse.csr_array of shape (n_documents, n_features)
            The sums, float64, as ``HashingVectorizer(norm=None)`` of scikit-learn has them for the
            same tokens: cells of terms that cancel out are stored as 0.

        Raises
        ------
        ValueError
            If `n_features` or `ngrams` is out of range.

        See Also
        --------
        Tokens.matrix : Counts with labels.

        Notes
        -----
        The column of a term is abs(h) modulo `n_features`, where h is its MurmurHash3, variant
        x86_32, read as a signed number; with `alternate_sign`, it counts -1 where h is negative.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat exports rose.", "Wheat fell."]).tokens()
        >>> tokens.hashed_matrix(n_features=8).toarray()
        array([[ 0.,  0.,  0., -1., -1., -1.,  0.,  0.],
               [ 0.,  0.,  0., -1.,  0.,  0.,  1.,  0.]])
        """
        arrays = hash_tokens(
            self._indptr,
            self._ids,
            self.vocabulary._core,
            ngrams=ngrams,
            n_features=n_features,
            alternate_sign=alternate_sign,
            n_jobs=n_jobs,
            progress=progress,
        )
        return arrays.frozen().to_scipy()
