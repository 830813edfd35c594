"""What keyness compares: counts of a target and of a reference, and their documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._counts import as_csr
from broadsheet.terms._labels import Labels

if TYPE_CHECKING:
    from broadsheet.terms import TermMatrix

__all__ = ["Comparison", "read_reference"]

_TARGET, _REFERENCE = 1, 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """The counts of all terms in a target and in a reference, with the documents behind them.

    Attributes
    ----------
    labels : Labels
        The terms.
    target, reference : ndarray of float64
        How often each comes.
    n_target, n_reference : float
        All tokens of each.
    documents : dict of str to ndarray of int64
        ``documents`` of the target and ``reference_documents`` that have each term, where known.
    matrix : TermMatrix or None
        The documents of both; None where the reference is a table.
    sizes : ndarray of float64
        The tokens of each document.
    sides : ndarray of uint8
        1 for a document of the target, 2 for one of the reference, 0 for others.
    """

    labels: Labels
    target: NDArray[np.float64]
    reference: NDArray[np.float64]
    n_target: float
    n_reference: float
    documents: dict[str, NDArray[np.int64]]
    matrix: TermMatrix | None
    sizes: NDArray[np.float64]
    sides: NDArray[np.uint8]

    @classmethod
    def of_rows(
        cls, matrix: TermMatrix, target: Any, reference: Any, sizes: ArrayLike | None
    ) -> Comparison:
        """Compare some rows of a matrix with others, by default with the rest."""
        sides = np.zeros(len(matrix), dtype=np.uint8)
        if reference is None:
            sides[:] = _REFERENCE
        else:
            sides[matrix._row_places(reference)] = _REFERENCE
        rows = matrix._row_places(target)
        if reference is not None and (sides[rows] == _REFERENCE).any():
            row = int(rows[(sides[rows] == _REFERENCE).argmax()])
            raise ValueError(f"target and reference must not share documents, as they do row {row}")
        sides[rows] = _TARGET
        return cls._of_sides(matrix, sides, sizes)

    @classmethod
    def of_matrices(cls, target: TermMatrix, reference: TermMatrix) -> Comparison:
        """Compare one matrix with another, over the terms of either."""
        matrix = type(target)._concat(
            [target, reference], ignore_ids=True, n_jobs=None, progress=None
        )
        sides = np.repeat(np.array([_TARGET, _REFERENCE], np.uint8), [len(target), len(reference)])
        return cls._of_sides(matrix, sides, None)

    @classmethod
    def of_table(
        cls,
        matrix: TermMatrix,
        reference: Mapping[str, float] | pd.Series[Any],
        reference_size: float | None,
        sizes: ArrayLike | None,
    ) -> Comparison:
        """Compare a matrix with a table of counts, over the terms of either."""
        given = pd.Series(reference, dtype=np.float64)
        labels = Labels.of(given.index, "reference")
        merged, (own_places, places) = Labels.merge([matrix._labels, labels])
        target = np.zeros(len(merged))
        documents = np.zeros(len(merged), dtype=np.int64)
        own = slice(None) if own_places is None else own_places
        target[own], documents[own] = matrix._frequencies()
        counts = np.zeros(len(merged))
        counts[slice(None) if places is None else places] = given.to_numpy()
        document_sizes = matrix._sizes(sizes)
        return cls(
            labels=merged,
            target=target,
            reference=counts,
            n_target=float(document_sizes.sum()),
            n_reference=float(counts.sum() if reference_size is None else reference_size),
            documents={"documents": documents},
            matrix=None,
            sizes=document_sizes,
            sides=np.full(len(matrix), _TARGET, dtype=np.uint8),
        )

    @classmethod
    def _of_sides(
        cls, matrix: TermMatrix, sides: NDArray[np.uint8], sizes: ArrayLike | None
    ) -> Comparison:
        document_sizes = matrix._sizes(sizes)
        totals: list[NDArray[np.float64]] = []
        documents: list[NDArray[np.int64]] = []
        n_tokens: list[float] = []
        for side, name in ((_TARGET, "target"), (_REFERENCE, "reference")):
            rows = np.flatnonzero(sides == side)
            if not document_sizes[rows].sum() > 0:
                raise ValueError(f"{name} must have tokens: it has {rows.size} documents")
            total, n_documents = matrix._frequencies(rows)
            totals.append(total)
            documents.append(n_documents)
            n_tokens.append(float(document_sizes[rows].sum()))
        return cls(
            labels=matrix._labels,
            target=totals[0],
            reference=totals[1],
            n_target=n_tokens[0],
            n_reference=n_tokens[1],
            documents=dict(zip(("documents", "reference_documents"), documents, strict=True)),
            matrix=matrix,
            sizes=document_sizes,
            sides=sides,
        )

    def cells(self) -> tuple[NDArray[np.float64], ...]:
        """Return the four cells of each term: O11, O12, O21 and O22."""
        others = self.n_target - self.target, self.n_reference - self.reference
        return self.target, self.reference, *others

    def permutation_p(
        self, n_samples: int, seed: int, n_jobs: int | None, progress: Progress
    ) -> NDArray[np.float64]:
        """Return the p-value of each term under exchanges of whole documents."""
        with watch(progress, len(self.labels), "permutations", unit="term") as tell:
            return _core.permutation_p(
                *self._documents("permutations"),
                n_samples=n_samples,
                seed=seed,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )

    def bootstrap(
        self, n_samples: int, seed: int, alpha: float, n_jobs: int | None, progress: Progress
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the interval of the log ratio of each term when documents are drawn anew."""
        with watch(progress, len(self.labels), "bootstrap", unit="term") as tell:
            return _core.bootstrap_log_ratio(
                *self._documents("bootstrap"),
                n_samples=n_samples,
                seed=seed,
                alpha=alpha,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )

    def target_documents(self) -> tuple[Any, NDArray[np.float64]]:
        """Return the counts of the target, a row a term, and the tokens of its documents."""
        if self.matrix is None:
            raise ValueError("dispersion needs the documents of a matrix, not a table")
        rows = np.flatnonzero(self.sides == _TARGET)
        return self.matrix[rows].csr.T, self.sizes[rows]

    def _documents(self, what: str) -> tuple[Any, ...]:
        if self.matrix is None:
            raise ValueError(
                f"{what} need the documents of the reference: give it as rows or as a TermMatrix"
            )
        counts = as_csr(self.matrix.csr.T, "counts")
        arrays = (counts.indptr.astype(np.int64), counts.indices.astype(np.int32), counts.data)
        return (*arrays, self.sizes, self.sides)


def read_reference(reference: Any) -> Mapping[str, float] | pd.Series[Any]:
    """Return a table of counts by term: a mapping, a Series, or a frame of term and count."""
    if isinstance(reference, (Mapping, pd.Series)):
        return reference
    missing = [name for name in ("term", "count") if name not in reference.columns]
    if missing:
        raise ValueError(f"reference must have the columns term and count; it lacks {missing[0]}")
    terms: Iterable[str] = reference["term"]
    return pd.Series(np.asarray(reference["count"]), index=list(terms), dtype=np.float64)
