"""Fewer rows and fewer columns: groups of documents, and the terms worth keeping."""

from __future__ import annotations

import math
from typing import Any, Literal, Self

import numpy as np

from broadsheet._core import terms as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._exports import ExportableMatrix
from broadsheet.terms._grouping import read_groups
from broadsheet.terms._trimming import read_count, trim_bounds

__all__ = ["ReducibleMatrix"]


class ReducibleMatrix(ExportableMatrix):
    """Counts whose documents can be added up and whose terms can be trimmed."""

    __slots__ = ()

    def group(
        self,
        by: Any,
        *,
        missing: Literal["raise", "drop"] = "raise",
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Self:
        """Add up the counts of the documents of each group.

        Parameters
        ----------
        by : array_like of shape (n_documents,)
            The group of each document: a list, an array, or a column such as
            ``corpus.metadata["agency"]``. A Series of pandas counts by its index if that holds
            the ids, in order otherwise.
        missing : {"raise", "drop"}, default="raise"
            What becomes of a document whose group is missing: an error names it, or it is left
            out, as pandas does in silence.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_groups)``.

        Returns
        -------
        TermMatrix
            A row for each group there is, sorted as ``pandas.groupby`` sorts them, whose ids are
            the labels of the groups. All columns are kept.

        Raises
        ------
        ValueError
            If this matrix holds weights, a group is missing, or lengths differ.
        TypeError
            If `by` is one str.
        OverflowError
            If a sum of whole counts reaches 2**31.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[2, 1], [0, 1], [1, 0]], ["nato", "summit"])
        >>> agencies = m.group(["TASS", "AP", "TASS"])
        >>> agencies.ids, agencies.csr.toarray()
        (array(['AP', 'TASS'], dtype=object), array([[0, 1],
               [3, 1]], dtype=int32))
        """
        self._require_counts("group")
        groups, names = read_groups(by, self._ids, missing)
        with watch(progress, len(names), "add up groups", unit="group") as tell:
            sums = _core.group_matrix_rows(
                *self._arrays,
                groups,
                n_groups=len(names),
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        arrays = CsrArrays(*sums, self._arrays.n_columns)
        return self._make(arrays, self._labels, names, None, self._settings)

    def trim(
        self,
        min_df: float = 1,
        max_df: float = 1.0,
        max_terms: int | None = None,
        *,
        min_count: float = 1,
        max_count: float | None = None,
    ) -> Self:
        """Keep the terms that are neither too rare nor too common.

        Parameters
        ----------
        min_df, max_df : int or float, default=1 and 1.0
            The fewest and the most documents that a term may occur in: a number of them if int, a
            share if float, compared unrounded as scikit-learn does.
        max_terms : int, optional
            How many of the remaining terms to keep: those that occur most often, of equally
            frequent ones the first in the order of terms.
        min_count, max_count : int or float, optional
            The fewest and the most times that a term may occur in all documents together.

        Returns
        -------
        TermMatrix
            The columns that stay, in their order; by default all that occur. Its
            ``attrs["trimmed"]`` says how many terms there were, how many stay, and how many each
            bound dropped: the first of them that did.

        Raises
        ------
        ValueError
            If this matrix holds weights, a bound is out of range, or no term is left.

        See Also
        --------
        Tokens.matrix : Has the same bounds, and drops terms while it counts.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[2, 1, 0], [1, 1, 1]], ["nato", "summit", "wheat"])
        >>> trimmed = m.trim(min_df=2, max_terms=1)
        >>> trimmed.terms
        array(['nato'], dtype=object)
        >>> trimmed.attrs["trimmed"]
        {'terms': 3, 'kept': 1, 'min_df': 1, 'max_terms': 1}
        """
        self._require_counts("trim")
        totals, documents = _core.frequencies(*self._arrays)
        in_order = np.arange(len(totals), dtype=np.int64)
        kept, dropped = _core.trim_columns(
            totals,
            documents,
            in_order if max_terms is None else self._labels.alphabet(),
            **trim_bounds(min_df, max_df, max_terms, len(self)),
            min_count=read_count(min_count, "min_count"),
            max_count=math.inf if max_count is None else read_count(max_count, "max_count"),
        )
        bounds = {
            "min_df": min_df,
            "max_df": max_df,
            "max_terms": max_terms,
            "min_count": min_count,
            "max_count": max_count,
        }
        report = {"terms": len(totals), "kept": len(kept)}
        report |= {name: n for name, n in dropped.items() if n}
        # Bounds that dropped nothing leave those of an earlier trim, or of counting, standing.
        settings = self._settings | {name: bounds[name] for name in report if name in bounds}
        settings["trimmed"] = report
        labels = self._labels.take(kept)
        return self._make(self._arrays.columns(kept), labels, self._ids, None, settings)

    def _require_counts(self, verb: str) -> None:
        if self._weighting is not None:
            raise ValueError(
                f"{verb} needs counts, and these are weights ({self._weighting.scheme}): {verb} "
                "the counts, and weigh them after"
            )
