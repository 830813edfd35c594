"""All pairs of rows that are similar enough, exactly."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet._core import similarity as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import as_limit, as_number
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.similarity._html import pairs_html
from broadsheet.similarity._operand import (
    MatrixLike,
    MeasureName,
    Operand,
    as_measure,
    comparands,
    core_arrays,
    is_symmetric,
)
from broadsheet.similarity.contributions import contributions_frame

__all__ = ["Pairs", "find_pairs"]


@dataclass(frozen=True, eq=False, repr=False)
class Pairs:
    """Pairs of similar rows: immutable, made by `find_pairs`.

    Parameters
    ----------
    left : ndarray of shape (n_pairs,), int32
        The one row of each pair, ascending.
    right : ndarray of shape (n_pairs,), int32
        The other row, ascending for each left one.
    scores : ndarray of shape (n_pairs,)
        Their similarities; float32 or float64 as the matrix is.
    measure : str
        The measure.
    min_similarity : float
        The least similarity that was asked for.
    left_rows : Operand
        The matrix of the left rows, with its labels.
    right_rows : Operand
        The matrix of the right rows, with its labels.

    See Also
    --------
    broadsheet.similarity.find_pairs : Makes it.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> from broadsheet.similarity import find_pairs
    >>> pairs = find_pairs(csr_array([[3.0, 4], [4, 3], [0, 1]]), min_similarity=0.7)
    >>> pairs
    Pairs(2 pairs, measure='cosine', min_similarity=0.7)
    >>> pairs.left, pairs.right
    (array([0, 0], dtype=int32), array([1, 2], dtype=int32))
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    scores: NDArray[Any]
    measure: MeasureName
    min_similarity: float
    left_rows: Operand
    right_rows: Operand

    def __post_init__(self) -> None:
        for array in (self.left, self.right, self.scores):
            array.flags.writeable = False

    def __reduce__(self) -> tuple[type[Pairs], tuple[Any, ...]]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))

    def __len__(self) -> int:
        return len(self.left)

    def why(self, pair: int) -> Any:
        """Return the terms that make a pair similar; `explain` says what the table holds.

        Parameters
        ----------
        pair : int
            The place of the pair, from 0.

        Returns
        -------
        DataFrame
            The table of `explain`.

        Raises
        ------
        IndexError
            If there is no such pair.

        See Also
        --------
        broadsheet.similarity.explain : The same for any two rows.

        Examples
        --------
        >>> from scipy.sparse import csr_array
        >>> from broadsheet.similarity import find_pairs
        >>> rows = csr_array([[1, 1, 0, 1], [1, 1, 1, 0]])
        >>> find_pairs(rows, min_similarity=0.5, measure="jaccard").why(0)
           term  weight_left  weight_right  contribution  share
        0     0          1.0           1.0          0.25    0.5
        1     1          1.0           1.0          0.25    0.5
        """
        if not -len(self) <= pair < len(self):
            raise IndexError(f"pair must be from 0 to {len(self) - 1}, not {pair}")
        i, j = int(self.left[pair]), int(self.right[pair])
        return contributions_frame(self.left_rows, i, self.right_rows, j, self.measure)

    def to_scipy(self) -> sparse.csr_array:
        """Return the similarities as a sparse matrix.

        Returns
        -------
        scipy.sparse.csr_array of shape (N, M)
            The score of each pair at its left row and right column; everything else is 0.
        """
        shape = (len(self.left_rows.ids), len(self.right_rows.ids))
        matrix = sparse.coo_array((self.scores, (self.left, self.right)), shape=shape)
        return matrix.tocsr()

    def to_frame(self) -> Any:
        """Return the pairs as a table.

        Returns
        -------
        DataFrame
            A row for each pair: ``left``, ``right``, ``left_id``, ``right_id`` and ``score``.
            ``.attrs`` holds the measure and what was asked.
        """
        asked = {"measure": self.measure, "min_similarity": self.min_similarity}
        return make_frame(
            {
                "left": self.left,
                "right": self.right,
                "left_id": self.left_rows.ids[self.left],
                "right_id": self.right_rows.ids[self.right],
                "score": self.scores,
            },
            asked | self.right_rows.weighting,
        )

    def __repr__(self) -> str:
        n = f"{len(self):,} pair{'' if len(self) == 1 else 's'}"
        return f"Pairs({n}, measure={self.measure!r}, min_similarity={self.min_similarity:g})"

    def _repr_html_(self) -> str:
        return pairs_html(self)


def find_pairs(
    left: MatrixLike,
    right: MatrixLike | None = None,
    *,
    min_similarity: float,
    measure: MeasureName = "cosine",
    max_pairs: int = 50_000_000,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Pairs:
    """Find all pairs of rows that are at least so similar, exactly.

    Parameters
    ----------
    left : TermMatrix or sparse matrix of shape (N, V)
        The rows to pair. Weights may be negative.
    right : TermMatrix or sparse matrix of shape (M, V), optional
        The rows to pair them with. By default those of `left`: each pair is then found once, the
        smaller row first, but twice by a measure that differs from either side.
    min_similarity : float
        The least similarity that counts; one of 0 or below never does.
    measure : str, default="cosine"
        The measure, as for `find_neighbors`.
    max_pairs : int, default=50_000_000
        More pairs than these are an error, found before memory runs out: a pair takes 16 bytes, 12
        of a float32 matrix.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_rows)``, called about every 100 ms and once at the
        end; while the rows are being indexed `n_done` stays 0.

    Returns
    -------
    Pairs
        Both rows and the score of each, by the left row and then by the right.

    Raises
    ------
    ValueError
        If there are more pairs than `max_pairs`, an option is out of range, the matrices differ in
        their terms, or weights are not what `find_neighbors` takes.
    TypeError
        If `max_pairs` is not a whole number, or a matrix does not hold real numbers.

    See Also
    --------
    broadsheet.similarity.find_neighbors : The k most similar rows to each.

    Notes
    -----
    Rows are compared that share one of their rarest terms: so many of these that what is left
    could not reach `min_similarity`. The higher it is, the fewer they are. Where that would still
    be most pairs, all are bounded as for `find_neighbors`.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> from broadsheet.similarity import find_pairs
    >>> rows = csr_array([[1, 1, 1, 0], [1, 1, 1, 1], [0, 0, 0, 1]])
    >>> find_pairs(rows, min_similarity=0.2, measure="jaccard").to_frame()
       left  right  left_id  right_id  score
    0     0      1        0         1   0.75
    1     1      2        1         2   0.25
    >>> find_pairs(rows, min_similarity=0.9, measure="containment").to_frame()
       left  right  left_id  right_id  score
    0     0      1        0         1    1.0
    1     2      1        2         1    1.0
    """
    most = as_limit(max_pairs, "max_pairs")
    least = as_number(min_similarity, "min_similarity")
    one, other = comparands(left, right, measure, ("left", "right"))
    arrays, to_arrays = core_arrays(one, other)
    pairing = _core.Pairing.ALL
    if right is None:
        pairing = _core.Pairing.LATER if is_symmetric(measure) else _core.Pairing.OTHERS
    n_rows, n_columns = one.csr.shape
    with watch(progress, n_rows, "pairs") as tell:
        rows, others, scores = _core.pairs(
            *arrays,
            *to_arrays,
            n_columns,
            min_similarity=least,
            measure=as_measure(measure),
            pairing=pairing,
            max_pairs=most,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    return Pairs(rows, others, scores, measure, least, one, other)
