"""The terms that make two rows similar."""

from __future__ import annotations

from typing import Any

from broadsheet._core import similarity as _core
from broadsheet._frames import make_frame
from broadsheet.similarity._operand import (
    MatrixLike,
    MeasureName,
    Operand,
    as_measure,
    compared_rows,
    core_arrays,
)

__all__ = ["explain"]


def explain(
    left: MatrixLike,
    i: int | str,
    right: MatrixLike | None,
    j: int | str,
    measure: MeasureName = "cosine",
) -> Any:
    """Return the terms that two rows share, with what each adds to their similarity.

    Parameters
    ----------
    left : TermMatrix or sparse matrix of shape (N, V)
        The matrix of the first row.
    i : int or str
        The first row: its number or its id.
    right : TermMatrix or sparse matrix of shape (M, V), or None
        The matrix of the second row; None for that of the first.
    j : int or str
        The second row: its number or its id.
    measure : str, default="cosine"
        The measure to explain, as for `find_neighbors`.

    Returns
    -------
    DataFrame
        A row for each shared term, the greatest contribution first: ``term``, ``weight_left``,
        ``weight_right``, ``contribution`` and ``share``, its part of the score. Contributions sum
        to the score: by Jaccard, each shared term adds one over the number of terms in either row.
        ``.attrs`` holds ``measure``, ``score``, ``left`` and ``right``, the ids.

    Raises
    ------
    KeyError
        If no row has the id, or several have.
    IndexError
        If there is no such row.
    ValueError
        If the matrices differ in their terms, or `measure` is none that is known.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> from broadsheet.similarity import explain
    >>> why = explain(csr_array([[3.0, 0, 4], [2, 1, 2]]), 0, None, 1)
    >>> why.round(3)
       term  weight_left  weight_right  contribution  share
    0     2          4.0           2.0         0.533  0.571
    1     0          3.0           2.0         0.400  0.429
    >>> round(why.attrs["score"], 3)
    0.933
    """
    one, other = compared_rows(left, i, right, j, measure, ("left", "right"))
    return contributions_frame(one, 0, other, 0, measure)


def contributions_frame(left: Operand, i: int, right: Operand, j: int, measure: MeasureName) -> Any:
    """Return the table of `explain` for rows that are known to be there."""
    arrays, to_arrays = core_arrays(left, right)
    score, columns, left_weights, right_weights, contributions = _core.contributions(
        *arrays, i, *to_arrays, j, left.csr.shape[1], measure=as_measure(measure)
    )
    return make_frame(
        {
            "term": left.terms[columns],
            "weight_left": left_weights,
            "weight_right": right_weights,
            "contribution": contributions,
            "share": contributions / score if score else contributions * 0,
        },
        {"measure": measure, "score": score, "left": left.ids[i], "right": right.ids[j]},
    )
