"""The k most similar rows of a matrix, exactly."""

from __future__ import annotations

import operator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from broadsheet._core import similarity as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import as_number
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.similarity._html import neighbors_html
from broadsheet.similarity._operand import (
    MatrixLike,
    MeasureName,
    Operand,
    as_measure,
    comparands,
    core_arrays,
    find_row,
)
from broadsheet.similarity.contributions import contributions_frame

__all__ = ["Neighbors", "find_neighbors"]


@dataclass(frozen=True, eq=False, repr=False)
class Neighbors:
    """The most similar rows of each row: immutable, made by `find_neighbors`.

    Parameters
    ----------
    indices : ndarray of shape (N, k), int32
        The rows found, best first, ties by the smaller row; -1 in places that stay empty.
    scores : ndarray of shape (N, k)
        Their similarities, 0 in empty places; float32 or float64 as the matrix is.
    measure : str
        The measure.
    min_similarity : float
        The least similarity that was asked for.
    queries : Operand
        The matrix whose rows were asked about, with its labels.
    candidates : Operand
        The matrix whose rows were found, with its labels.
    is_within : bool
        Whether rows were compared with the others of their own matrix.

    See Also
    --------
    broadsheet.similarity.find_neighbors : Makes it.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> from broadsheet.similarity import find_neighbors
    >>> neighbors = find_neighbors(csr_array([[3.0, 4], [4, 3], [0, 1]]), k=2)
    >>> neighbors
    Neighbors(3 rows, k=2, measure='cosine')
    >>> neighbors.indices
    array([[1, 2],
           [0, 2],
           [0, 1]], dtype=int32)
    >>> neighbors[2]
       rank  neighbor  id  score
    0     1         0   0    0.8
    1     2         1   1    0.6
    """

    indices: NDArray[np.int32]
    scores: NDArray[Any]
    measure: MeasureName
    min_similarity: float
    queries: Operand
    candidates: Operand
    is_within: bool

    def __post_init__(self) -> None:
        self.indices.flags.writeable = False
        self.scores.flags.writeable = False

    def __reduce__(self) -> tuple[type[Neighbors], tuple[Any, ...]]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))

    @property
    def k(self) -> int:
        """The number of places of each row."""
        return int(self.indices.shape[1])

    @property
    def ids(self) -> NDArray[Any]:
        """The labels of the rows that were asked about, N of them."""
        return self.queries.ids

    @property
    def neighbor_ids(self) -> NDArray[Any]:
        """The labels of the rows among which neighbours were sought."""
        return self.candidates.ids

    def __len__(self) -> int:
        return len(self.indices)

    def __getitem__(self, row: int | str) -> Any:
        """Return the neighbours of one row, given by its number or id, as a table."""
        i = find_row(self.ids, row, "row")
        n_found = self._n_found(i)
        rows = self.indices[i, :n_found]
        return make_frame(
            {
                "rank": np.arange(1, n_found + 1),
                "neighbor": rows,
                "id": self.neighbor_ids[rows],
                "score": self.scores[i, :n_found],
            },
            {**self._attrs(), "row": i, "id": self.ids[i]},
        )

    def why(self, row: int | str, rank: int = 1) -> Any:
        """Return the terms that make a neighbour near; `explain` says what the table holds.

        Parameters
        ----------
        row : int or str
            The row that was asked about: its number or its id.
        rank : int, default=1
            The rank of the neighbour, 1 for the nearest.

        Returns
        -------
        DataFrame
            The table of `explain`.

        Raises
        ------
        IndexError
            If there is no such row, or it has fewer neighbours.
        KeyError
            If no row has the id, or several have.

        See Also
        --------
        broadsheet.similarity.explain : The same for any two rows.

        Examples
        --------
        >>> from scipy.sparse import csr_array
        >>> from broadsheet.similarity import find_neighbors
        >>> neighbors = find_neighbors(csr_array([[3.0, 4], [4, 3], [0, 1]]), k=2)
        >>> neighbors.why(2, rank=1)
           term  weight_left  weight_right  contribution  share
        0     1          1.0           4.0           0.8    1.0
        """
        i = find_row(self.ids, row, "row")
        if not 1 <= rank <= self._n_found(i):
            raise IndexError(f"rank must be from 1 to {self._n_found(i)}, not {rank}")
        j = int(self.indices[i, rank - 1])
        return contributions_frame(self.queries, i, self.candidates, j, self.measure)

    def to_scipy(self) -> sparse.csr_array:
        """Return the similarities as a sparse matrix.

        Returns
        -------
        scipy.sparse.csr_array of shape (N, M)
            The score of each row and neighbour; everything else is 0.
        """
        found = self.indices >= 0
        indptr = np.concatenate([[0], np.cumsum(found.sum(axis=1))])
        shape = (len(self), len(self.neighbor_ids))
        matrix = sparse.csr_array((self.scores[found], self.indices[found], indptr), shape=shape)
        matrix.sort_indices()
        return matrix

    def to_frame(self) -> Any:
        """Return the neighbours as a table.

        Returns
        -------
        DataFrame
            A row for each neighbour: ``row``, ``id``, ``rank`` from 1, ``neighbor``,
            ``neighbor_id`` and ``score``. ``.attrs`` holds the measure and what was asked.
        """
        rows, places = np.nonzero(self.indices >= 0)
        found = self.indices[rows, places]
        return make_frame(
            {
                "row": rows,
                "id": self.ids[rows],
                "rank": places + 1,
                "neighbor": found,
                "neighbor_id": self.neighbor_ids[found],
                "score": self.scores[rows, places],
            },
            self._attrs(),
        )

    def __repr__(self) -> str:
        among = "" if self.is_within else f" among {len(self.neighbor_ids):,}"
        return f"Neighbors({len(self):,} rows{among}, k={self.k}, measure={self.measure!r})"

    def _repr_html_(self) -> str:
        return neighbors_html(self)

    def _n_found(self, row: int) -> int:
        return int(np.count_nonzero(self.indices[row] >= 0))

    def _attrs(self) -> dict[str, Any]:
        asked = {"measure": self.measure, "k": self.k, "min_similarity": self.min_similarity}
        return asked | self.candidates.weighting


def find_neighbors(
    queries: MatrixLike,
    candidates: MatrixLike | None = None,
    *,
    k: int = 10,
    measure: MeasureName = "cosine",
    min_similarity: float = 0.0,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Neighbors:
    """Find the k most similar rows to each row, exactly.

    Parameters
    ----------
    queries : TermMatrix or sparse matrix of shape (N, V)
        The rows to find neighbours of. Weights may be negative.
    candidates : TermMatrix or sparse matrix of shape (M, V), optional
        The rows to find them among. By default the other rows of `queries`: a row is then not its
        own neighbour, though a copy of it is.
    k : int, default=10
        Places a row; a row may have fewer neighbours.
    measure : str, default="cosine"
        ``"cosine"`` of the angle between two rows; ``"dot"``, their product; of the sets of terms
        that are not 0, ``"jaccard"``, ``"dice"``, ``"overlap"`` or ``"containment"``, the share of
        a row's terms that the neighbour has too; ``"generalized_jaccard"``, of weights that are not
        negative; ``"bm25"``, of counts as queries. The formulas are in the notes.
    min_similarity : float, default=0.0
        The least similarity that counts; one of 0 or below never does.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_rows)``, called about every 100 ms and once at the
        end; while the candidates are being indexed `n_done` stays 0.

    Returns
    -------
    Neighbors
        Rows and scores, best first, ties by the smaller row.

    Raises
    ------
    ValueError
        If an option is out of range, the matrices differ in their terms, or a weight is not finite,
        negative where the measure takes none, or so large or small (beyond about 1e-75 to 1e75)
        that similarities would lose their digits.
    TypeError
        If `k` is not a whole number, or a matrix does not hold real numbers.

    See Also
    --------
    broadsheet.similarity.find_pairs : All pairs that are similar enough.
    broadsheet.similarity.explain : The terms that make two rows similar.

    Notes
    -----
    Of rows x and y, and of the sets X and Y of their terms that are not 0:

    - ``cosine``: sum(x y) / sqrt(sum(x x) sum(y y)).
    - ``dot``: sum(x y).
    - ``jaccard``: n(X and Y) / n(X or Y). Jaccard 1912.
    - ``dice``: 2 n(X and Y) / (n(X) + n(Y)). Dice 1945.
    - ``overlap``: n(X and Y) / min(n(X), n(Y)). Simpson 1960.
    - ``containment``: n(X and Y) / n(X), of x in y. Broder 1997.
    - ``generalized_jaccard``: sum(min(x, y)) / sum(max(x, y)). Ruzicka 1958.
    - ``bm25``: sum(x w(y)), with the counts x of the query and the BM25 weights w of the document,
      those of ``weight("bm25")`` if `candidates` are counts; for another variant, give weights.

    A similarity with a row of zeros is 0.

    A score is summed in float64 in the order of the columns, then rounded to the type of the
    matrix; rank and ties are decided on the rounded scores. Memory is that of the matrix and the
    result, never N x M.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> from broadsheet.similarity import find_neighbors
    >>> rows = csr_array([[3.0, 4], [4, 3], [0, 1]])
    >>> find_neighbors(rows, k=1).to_frame()
       row  id  rank  neighbor  neighbor_id  score
    0    0   0     1         1            1   0.96
    1    1   1     1         0            0   0.96
    2    2   2     1         0            0   0.80
    """
    n_places, least = as_count(k, "k"), as_number(min_similarity, "min_similarity")
    left, right = comparands(queries, candidates, measure, ("queries", "candidates"))
    is_within = candidates is None
    arrays, to_arrays = core_arrays(left, right)
    n_rows, n_columns = left.csr.shape
    with watch(progress, n_rows, "similar") as tell:
        indices, scores = _core.nearest(
            *arrays,
            *to_arrays,
            n_columns,
            k=n_places,
            measure=as_measure(measure),
            min_similarity=least,
            pairing=_core.Pairing.OTHERS if is_within else _core.Pairing.ALL,
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )
    shape = (n_rows, n_places)
    return Neighbors(
        indices.reshape(shape),
        scores.reshape(shape),
        measure,
        least,
        left,
        right,
        is_within,
    )


def as_count(value: Any, name: str) -> int:
    """Return `value` as an int that the core takes; the core checks that it is not too small."""
    try:
        count = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} must be a whole number, not {type(value).__name__}") from None
    if count > np.iinfo(np.int32).max:
        raise ValueError(f"{name} must be less than 2**31, not {count}")
    return max(count, -1)
