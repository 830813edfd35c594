"""A matrix as the core takes it, with the labels of its rows and columns."""

from __future__ import annotations

import operator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, get_args, runtime_checkable

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet._core import similarity as _core

__all__ = [
    "LabelledMatrix",
    "MatrixLike",
    "MeasureName",
    "Operand",
    "as_measure",
    "comparands",
    "compared_rows",
    "core_arrays",
    "find_row",
    "is_symmetric",
]

MeasureName = Literal[
    "cosine",
    "dot",
    "jaccard",
    "dice",
    "overlap",
    "containment",
    "generalized_jaccard",
    "bm25",
]


@runtime_checkable
class LabelledMatrix(Protocol):
    """What a document-term matrix shows of itself."""

    @property
    def csr(self) -> sparse.csr_array:
        """The weights."""

    @property
    def ids(self) -> NDArray[Any]:
        """The labels of the rows."""

    @property
    def terms(self) -> NDArray[Any]:
        """The labels of the columns."""


@runtime_checkable
class CountMatrix(LabelledMatrix, Protocol):
    """What a matrix shows that can be weighed by BM25."""

    @property
    def weighting(self) -> Any:
        """How counts became weights; None for counts."""

    def weight(self, scheme: str) -> Any:
        """Weigh counts."""

    def _bm25_row(self, row: int) -> Any:
        """Weigh one row of counts as ``weight("bm25")`` does."""


CsrArrays = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[Any]]
MatrixLike = LabelledMatrix | sparse.sparray | sparse.spmatrix | NDArray[Any]


@dataclass(frozen=True)
class Operand:
    """A matrix in canonical CSR form, float32 or float64, with its labels."""

    csr: sparse.csr_array
    ids: NDArray[Any]
    terms: NDArray[Any]
    weighting: dict[str, Any] = field(default_factory=dict)  # How weights were made, for tables.

    @classmethod
    def of(cls, matrix: MatrixLike, name: str) -> Operand:
        """Take `matrix`; what has no labels is labelled by its row and column numbers."""
        if isinstance(matrix, Operand):
            return matrix
        if isinstance(matrix, LabelledMatrix):
            weighting = getattr(matrix, "weighting", None)
            attrs = weighting.attrs if weighting is not None else {}
            return cls(_canonical(matrix.csr, name), matrix.ids, matrix.terms, attrs)
        csr = _canonical(matrix, name)
        return cls(csr, np.arange(csr.shape[0]), np.arange(csr.shape[1]))

    @classmethod
    def of_row(cls, matrix: MatrixLike, key: int | str, key_name: str, name: str) -> Operand:
        """Take one row of `matrix`, and nothing of the others."""
        if isinstance(matrix, LabelledMatrix):
            row = [find_row(matrix.ids, key, key_name)]
            return cls(_canonical(matrix.csr[row], name), matrix.ids[row], matrix.terms)
        whole = cls.of(matrix, name)
        row = [find_row(whole.ids, key, key_name)]
        return cls(whole.csr[row], whole.ids[row], whole.terms)

    def arrays(self, dtype: np.dtype[Any]) -> CsrArrays:
        """Return indptr, indices and values in the types of the core, copied where they differ."""
        return (
            np.ascontiguousarray(self.csr.indptr, dtype=np.int64),
            np.ascontiguousarray(self.csr.indices, dtype=np.int32),
            np.ascontiguousarray(self.csr.data, dtype=dtype),
        )


def core_arrays(left: Operand, right: Operand) -> tuple[CsrArrays, CsrArrays]:
    """Return the arrays of both in one type, after checking that their columns are the same."""
    n_left, n_right = left.csr.shape[1], right.csr.shape[1]
    if n_left != n_right:
        raise ValueError(f"both matrices must have the same terms, not {n_left:,} and {n_right:,}")
    if left.terms is not right.terms:
        differs = np.flatnonzero(np.asarray(left.terms != right.terms))
        if differs.size:
            at = int(differs[0])
            raise ValueError(
                "both matrices must have the same terms, "
                f"but term {at} is {left.terms[at]!r} in one and {right.terms[at]!r} in the other"
            )
    dtype = np.result_type(left.csr.dtype, right.csr.dtype)
    arrays = left.arrays(dtype)
    return arrays, arrays if right is left else right.arrays(dtype)


def as_measure(name: MeasureName) -> _core.Measure:
    """Return the core's own name of a measure."""
    if name not in get_args(MeasureName):
        raise ValueError(f"measure must be one of {get_args(MeasureName)}, not {name!r}")
    return _core.Measure["DOT" if name == "bm25" else name.upper()]


def is_symmetric(name: MeasureName) -> bool:
    """Whether a row is as similar to another as that to it."""
    return name not in ("containment", "bm25")


def comparands(
    left: MatrixLike, right: MatrixLike | None, measure: MeasureName, names: tuple[str, str]
) -> tuple[Operand, Operand]:
    """Return what is compared: both sides as `measure` takes them, one object if they are one."""
    as_measure(measure)
    if measure == "bm25":
        return _query_and_documents(left, left if right is None else right, names)
    one = Operand.of(left, names[0])
    return one, one if right is None or right is left else Operand.of(right, names[1])


def compared_rows(
    left: MatrixLike,
    i: int | str,
    right: MatrixLike | None,
    j: int | str,
    measure: MeasureName,
    names: tuple[str, str],
) -> tuple[Operand, Operand]:
    """Return rows i of the left and j of the right side as `measure` takes them, each alone."""
    as_measure(measure)
    other = left if right is None else right
    if measure == "bm25":
        counts, documents = _check_bm25(left, other, names)
        query = Operand.of_row(counts, i, "i", names[0])
        if documents.weighting is not None:
            return query, Operand.of_row(documents, j, "j", names[1])
        weighed = documents._bm25_row(find_row(documents.ids, j, "j"))
        return query, Operand.of(weighed, names[1])
    return Operand.of_row(left, i, "i", names[0]), Operand.of_row(other, j, "j", names[1])


def _query_and_documents(
    queries: MatrixLike, documents: MatrixLike, names: tuple[str, str]
) -> tuple[Operand, Operand]:
    """Return counts as they are, and documents weighed by BM25 if they are not weighed yet."""
    counts, weights = _check_bm25(queries, documents, names)
    if weights.weighting is None:
        weights = weights.weight("bm25")
    return Operand.of(counts, names[0]), Operand.of(weights, names[1])


def _check_bm25(
    queries: MatrixLike, documents: MatrixLike, names: tuple[str, str]
) -> tuple[CountMatrix, CountMatrix]:
    """Return counts, and counts or weights by BM25."""
    counts = _as_count_matrix(queries, names[0])
    weights = _as_count_matrix(documents, names[1])
    if counts.weighting is not None:
        raise ValueError(
            f"measure 'bm25' needs counts as queries, and these are weights "
            f"({counts.weighting.scheme}): ask of the counts, and give the weights as documents"
        )
    if weights.weighting is not None and weights.weighting.scheme != "bm25":
        scheme = weights.weighting.scheme
        raise ValueError(f"measure 'bm25' needs documents weighed by 'bm25', not by {scheme!r}")
    return counts, weights


def _as_count_matrix(matrix: MatrixLike, name: str) -> CountMatrix:
    if not isinstance(matrix, CountMatrix):
        kind = type(matrix).__name__
        raise TypeError(f"measure 'bm25' needs {name} to be a TermMatrix, not {kind}")
    return matrix


def find_row(ids: NDArray[Any], key: Any, name: str) -> int:
    """Return the number of the row that `key` names: a label that is a str, or a row number.

    Raises
    ------
    KeyError
        If no row has the label, or more than one has.
    IndexError
        If there is no such row.
    TypeError
        If `key` is neither.
    """
    if isinstance(key, str):
        rows = np.flatnonzero(np.asarray(ids == key))
        if rows.size != 1:
            found = f"{rows.size} rows have" if rows.size else "no row has"
            raise KeyError(f"{found} the id {key!r}")
        return int(rows[0])
    try:
        row = operator.index(key)
    except TypeError:
        kind = type(key).__name__
        raise TypeError(f"{name} must be a row number or an id, not {kind}") from None
    if not -len(ids) <= row < len(ids):
        raise IndexError(f"{name} must be a row from 0 to {len(ids) - 1}, not {row}")
    return row % len(ids)


def _canonical(matrix: Any, name: str) -> sparse.csr_array:
    if np.ndim(matrix) != 2:
        raise ValueError(f"{name} must be a matrix of rows, not {np.ndim(matrix)}-dimensional")
    csr = matrix if isinstance(matrix, sparse.csr_array) else sparse.csr_array(matrix)
    if csr.dtype.kind not in "biuf":
        raise TypeError(f"{name} must hold real numbers, not {csr.dtype}")
    if csr.dtype not in (np.float32, np.float64):
        csr = csr.astype(np.float64)
    if not csr.has_canonical_format:
        csr = csr.copy()
        csr.sum_duplicates()
    if csr.shape[1] > np.iinfo(np.int32).max:
        raise ValueError(f"{name} must have fewer than 2**31 columns, not {csr.shape[1]}")
    return csr
