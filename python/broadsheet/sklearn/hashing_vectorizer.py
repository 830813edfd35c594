"""Hashed counts of terms in documents, in the place of scikit-learn's."""

from __future__ import annotations

from typing import Any

import numpy as np

from broadsheet.sklearn._choice import choose_analyzer
from broadsheet.sklearn._columns import to_csr
from broadsheet.sklearn._preparation import SlowPath, prepare
from broadsheet.sklearn._scikit_learn import n_threads, normalize, text, to_sparse
from broadsheet.sklearn.counting_path import CountingPath

__all__ = ["HashingVectorizer"]


class HashingVectorizer(text.HashingVectorizer, auto_wrap_output_keys=None):  # type: ignore[call-arg,misc]
    r"""Counts terms in hashed columns as scikit-learn's class of this name does.

    Parameters
    ----------
    input, encoding, decode_error, strip_accents, lowercase, preprocessor, tokenizer : object
        As for `CountVectorizer`.
    stop_words, token_pattern, ngram_range, analyzer : object
        As for `CountVectorizer`.
    n_features : int, default=2**20
        The number of columns.
    binary : bool, default=False
        Whether every count other than 0 is a 1.
    norm : {"l2", "l1"} or None, default="l2"
        What the counts of a document are divided by.
    alternate_sign : bool, default=True
        Whether half of the terms count -1, so that terms that share a column cancel out.
    dtype : type, default=numpy.float64
        The type of the counts.
    n_jobs : int, optional
        Threads, as for `CountVectorizer`.

    See Also
    --------
    CountVectorizer : Which settings are slow, and what differs from scikit-learn.

    Examples
    --------
    >>> from broadsheet.sklearn import HashingVectorizer
    >>> HashingVectorizer(n_features=16).transform(["Wheat exports rose."]).shape
    (1, 16)
    """

    def __init__(
        self,
        *,
        input: Any = "content",
        encoding: Any = "utf-8",
        decode_error: Any = "strict",
        strip_accents: Any = None,
        lowercase: Any = True,
        preprocessor: Any = None,
        tokenizer: Any = None,
        stop_words: Any = None,
        token_pattern: Any = r"(?u)\b\w\w+\b",
        ngram_range: Any = (1, 1),
        analyzer: Any = "word",
        n_features: Any = 2**20,
        binary: Any = False,
        norm: Any = "l2",
        alternate_sign: Any = True,
        dtype: Any = np.float64,
        n_jobs: int | None = None,
    ) -> None:
        super().__init__(
            input=input,
            encoding=encoding,
            decode_error=decode_error,
            strip_accents=strip_accents,
            lowercase=lowercase,
            preprocessor=preprocessor,
            tokenizer=tokenizer,
            stop_words=stop_words,
            token_pattern=token_pattern,
            ngram_range=ngram_range,
            analyzer=analyzer,
            n_features=n_features,
            binary=binary,
            norm=norm,
            alternate_sign=alternate_sign,
            dtype=dtype,
        )
        self.n_jobs = n_jobs

    def explain_path(self) -> CountingPath:
        """Tell whether the core will count, and if not, what it cannot do of what is asked for.

        Returns
        -------
        CountingPath
            Whether it is the fast path, and the reasons why not.
        """
        analyzer, reasons = choose_analyzer(self)
        return CountingPath(is_fast=analyzer is not None, reasons=reasons)

    def transform(self, X: Any) -> Any:
        """Count the terms of documents in hashed columns.

        Parameters
        ----------
        X : iterable of str, bytes or files, or column of strings
            The documents.

        Returns
        -------
        sparse matrix of shape (n_documents, n_features)
            The counts, of the class that scikit-learn returns.

        Raises
        ------
        ValueError
            If a document is missing, or there are none.
        TypeError
            If a document is no text.
        """
        path = prepare(self, X, super().transform)
        if isinstance(path, SlowPath):
            return super().transform(path.documents)
        if len(path.texts) == 0:
            raise ValueError("Cannot vectorize empty sequence.")
        counts = path.analyzer.hash(
            path.texts, int(self.n_features), bool(self.alternate_sign), n_threads(self.n_jobs)
        )
        # Not cast to floats first: whole numbers that are too large wrap as scikit-learn's do.
        values = counts.values.astype(np.int64).astype(self.dtype)
        if self.binary:
            values.fill(1)
        matrix = to_csr(counts, values)
        if self.norm is not None:
            matrix = normalize(matrix, norm=self.norm, copy=False)
        return to_sparse(matrix)
