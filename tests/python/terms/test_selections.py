"""Rows and columns of a matrix, named as pandas users name them."""

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_matrices import random_counts, same

from broadsheet.terms import TermMatrix


@pytest.fixture
def m() -> TermMatrix:
    return TermMatrix(
        [[1, 2, 0], [0, 3, 4], [5, 0, 6]], ["corn", "nato", "wheat"], ids=["a", "b", "c"]
    )


ROWS = [
    (1, [1]),
    (-1, [2]),
    ("b", [1]),
    (slice(1, None), [1, 2]),
    (slice(None, None, -1), [2, 1, 0]),
    (slice(1, 1), []),
    ([2, 0], [2, 0]),
    ([-1, 0], [2, 0]),
    (["c", "a"], [2, 0]),
    ([], []),
    (np.array(["c", "b"]), [2, 1]),
    (np.array([2, 1], dtype=np.uint8), [2, 1]),
    (range(1, 3), [1, 2]),
    ([True, False, True], [0, 2]),
    (np.array([False, True, False]), [1]),
    (pd.Series([False, True, True]), [1, 2]),
    (pd.Series([False, True, True], index=["a", "b", "c"]), [1, 2]),
    (pd.Series([False, True, True], index=["c", "a", "b"]), [0, 1]),
    (pd.Series([False, True, True], index=["c", "a", "b"], dtype=object), [0, 1]),
    (pd.Series([False, True, True], index=["x", "y", "z"]), [1, 2]),
    (pd.Series([False, True, True], index=[7, 7, 7]), [1, 2]),
    (pd.Series([False, True, True], index=["c", "a", "b"], dtype="boolean"), [0, 1]),
    (pd.Series(["c", "a"], index=[5, 6]), [2, 0]),
    (pd.Series([2, 0], index=["a", "b"]), [2, 0]),
    (pd.Index(["c", "a"]), [2, 0]),
    (pl.Series([True, False, True]), [0, 2]),
    (pl.Series(["c"]), [2]),
]


@pytest.mark.parametrize(("key", "rows"), ROWS)
def test_rows_are_named_in_every_way(m, key, rows):
    expected = m.csr.toarray()[rows]
    part = m[key]
    assert part.csr.toarray().tolist() == expected.tolist()
    assert part.ids.tolist() == ["abc"[row] for row in rows]
    assert part.terms.tolist() == m.terms.tolist()
    assert m[key, :].csr.toarray().tolist() == expected.tolist()


@pytest.mark.parametrize(("key", "columns"), ROWS)
def test_columns_are_named_in_every_way(m, key, columns):
    words = m.terms
    transposed = TermMatrix(m.csr.T, ["a", "b", "c"], ids=words)  # Its columns are the rows above.
    part = transposed[:, key]
    assert part.csr.toarray().tolist() == transposed.csr.toarray()[:, columns].tolist()
    assert part.terms.tolist() == ["abc"[column] for column in columns]
    assert part.ids.tolist() == words.tolist()
    assert part.csr.has_canonical_format


def test_rows_and_columns_together(m):
    part = m[["c", "a"], ["wheat", "corn"]]
    assert part.csr.toarray().tolist() == [[6, 5], [0, 1]]
    assert part.ids.tolist() == ["c", "a"]
    assert part.terms.tolist() == ["wheat", "corn"]
    assert m[m.ids != "b", m.terms > "d"].csr.toarray().tolist() == [[2, 0], [0, 6]]
    assert m["a", "nato"] == m[0, 1] == m[-3, -2] == 2
    assert m["a", "wheat"] == 0
    assert type(m["a", "nato"]) is int
    assert type(m.weight("tfidf")["a", "wheat"]) is float
    assert m["a", ["nato"]].shape == m[["a"], "nato"].shape == (1, 1)


def test_weights_stay_weights(m):
    weights = m.weight("tfidf")
    part = weights[["b"], ["wheat"]]
    assert part.weighting is weights.weighting
    assert part.csr.toarray()[0, 0] == weights["b", "wheat"]


@given(st.integers(0, 5), st.data())
def test_parts_agree_with_those_of_a_dense_array(seed, data):
    m = random_counts(seed)
    dense = m.csr.toarray()
    rows = data.draw(st.lists(st.integers(-40, 39)))
    columns = data.draw(st.lists(st.integers(0, 14), unique=True))
    part = m[rows, columns]
    assert part.csr.toarray().tolist() == dense[rows][:, columns].tolist()
    assert part.csr.has_sorted_indices
    assert (np.diff(part.csr.indptr) >= 0).all()
    assert same(m[rows][:, columns], part)
    begin, end = sorted([data.draw(st.integers(0, 40)), data.draw(st.integers(0, 40))])
    assert m[begin:end].csr.toarray().tolist() == dense[begin:end].tolist()


def test_rows_that_follow_one_another_share_memory():
    m = random_counts(1)
    assert np.shares_memory(m[5:9]._arrays.values, m._arrays.values)
    assert not np.shares_memory(m[[5, 7]]._arrays.values, m._arrays.values)
    with pytest.raises(ValueError, match="read-only"):
        m[5:9].csr.data[0] = 1


@pytest.mark.parametrize(
    ("key", "error", "message"),
    [
        (["a", "x", "y"], KeyError, "no row has the id 'x', nor those of 1 others"),
        (["x"], KeyError, "no row has the id 'x'"),
        ((0, ["corn", "oats"]), KeyError, "no column is 'oats'"),
        ((0, ["rye", "oats"]), KeyError, "no column is 'rye', nor are 1 others"),
        (slice("a", "b"), TypeError, "rows are sliced by their numbers, not by the label 'a'"),
        ((0, slice("corn")), TypeError, "columns are sliced by their numbers, not by the label"),
        ([True, None, False], ValueError, "a mask of rows must not have missing values"),
        (pd.Series([True, pd.NA, False], dtype="boolean"), ValueError, "must not have missing"),
        (
            pd.Series([True, False, True], index=["a", "b", "x"]),
            ValueError,
            r"all 3 rows, or of none: it holds those of 2. Give an array .*\.to_numpy\(\)",
        ),
        (pd.Series([True, False]), IndexError, "a mask of rows must have 3 places, not 2"),
        ((slice(None), [0, 0]), ValueError, "columns must be different.*: column 0 comes again"),
        ((slice(None), [3]), IndexError, "column 3 is out of range: there are 3"),
    ],
)
def test_says_what_is_missing(m, key, error, message):
    with pytest.raises(error, match=message):
        m[key]


def test_ids_that_come_twice_are_named_by_number():
    m = TermMatrix([[1], [2], [3]], ["a"], ids=["x", "y", "x"])
    assert m[["y"]].ids.tolist() == ["y"]
    assert m[m.ids == "x"].csr.toarray().ravel().tolist() == [1, 3]
    with pytest.raises(KeyError, match="2 rows have the id 'x'"):
        m[["y", "x"]]
    with pytest.raises(ValueError, match="all 3 rows, or of none"):
        m[pd.Series([True, True, True], index=["y", "x", "x"])]
