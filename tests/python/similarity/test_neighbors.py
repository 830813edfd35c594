"""Neighbours against plain loops, scikit-learn and sparse_dot_topn; their tables; their errors."""

import pickle
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.neighbors import NearestNeighbors

import broadsheet as bs
from broadsheet.similarity import Neighbors, find_neighbors
from oracle.neighbors import MEASURES, nearest


@pytest.fixture
def labelled():
    """Three articles with ids and terms."""
    csr = sparse.csr_array([[3.0, 4, 0], [4, 3, 0], [0, 0, 0]])
    return SimpleNamespace(
        csr=csr,
        ids=np.array(["a", "b", "c"], dtype=object),
        terms=np.array(["nato", "<b>bank</b>", "x"], dtype=object),
    )


def random_rows(n_rows, n_terms, seed, density=0.2, dtype=np.float64):
    rng = np.random.default_rng(seed)
    return sparse.random_array((n_rows, n_terms), density=density, rng=rng, dtype=dtype).tocsr()


def pairs(neighbors):
    """Return what was found as lists of (row, score)."""
    return [
        [(int(j), float(s)) for j, s in zip(rows, scores, strict=True) if j >= 0]
        for rows, scores in zip(neighbors.indices, neighbors.scores, strict=True)
    ]


def test_cosines_worked_by_hand():
    neighbors = find_neighbors(sparse.csr_array([[3.0, 4], [4, 3], [0, 1]]), k=2)
    assert neighbors.indices.tolist() == [[1, 2], [0, 2], [0, 1]]
    np.testing.assert_allclose(neighbors.scores, [[0.96, 0.8], [0.96, 0.6], [0.8, 0.6]])


numbers = st.one_of(st.just(0.0), st.sampled_from([-2.0, -1.0, 1.0, 2.0, 3.0]), st.floats(-1, 1))


@st.composite
def problems(draw):
    n_terms = draw(st.integers(1, 6))
    row = st.lists(
        numbers.map(lambda x: 0.0 if abs(x) < 1e-9 else x), min_size=n_terms, max_size=n_terms
    )
    rows = draw(st.lists(row, min_size=1, max_size=8))
    others = draw(st.none() | st.lists(row, min_size=1, max_size=8))
    return rows, others


@given(problems(), st.integers(1, 9), st.sampled_from(MEASURES), st.floats(0, 1))
@settings(max_examples=300, deadline=None)
def test_agrees_with_plain_loops(problem, k, measure, min_similarity):
    rows, others = problem
    if measure == "generalized_jaccard":
        rows = np.abs(rows).tolist()
        others = None if others is None else np.abs(others).tolist()
    found = find_neighbors(
        sparse.csr_array(np.array(rows)),
        None if others is None else sparse.csr_array(np.array(others)),
        k=k,
        measure=measure,
        min_similarity=min_similarity,
        n_jobs=1,
    )
    assert pairs(found) == nearest(rows, others, k, measure, min_similarity)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_agrees_with_cosine_similarity_of_scikit_learn(dtype):
    rows = random_rows(300, 80, 1, dtype=dtype)
    scores = cosine_similarity(rows, dense_output=True)
    np.fill_diagonal(scores, 0)
    expected = -np.sort(-scores, axis=1)[:, :15]
    neighbors = find_neighbors(rows, k=15)
    np.testing.assert_allclose(
        neighbors.scores, expected, atol=1e-6 if dtype == np.float32 else 1e-12
    )
    found = np.take_along_axis(scores, neighbors.indices, axis=1)
    np.testing.assert_allclose(found, neighbors.scores, atol=1e-6)


def test_agrees_with_nearest_neighbors_of_scikit_learn():
    rows, others = random_rows(40, 50, 2), random_rows(200, 50, 3)
    model = NearestNeighbors(n_neighbors=5, metric="cosine").fit(others)
    distances, indices = model.kneighbors(rows)
    neighbors = find_neighbors(rows, others, k=5)
    np.testing.assert_array_equal(neighbors.indices, indices)
    np.testing.assert_allclose(neighbors.scores, 1 - distances, atol=1e-12)


def test_agrees_with_sparse_dot_topn():
    sparse_dot_topn = pytest.importorskip("sparse_dot_topn")
    rows, others = random_rows(60, 50, 4), random_rows(300, 50, 5)
    expected = sparse_dot_topn.sp_matmul_topn(
        sparse.csr_matrix(rows), sparse.csr_matrix(others.T), top_n=7
    )
    found = find_neighbors(rows, others, k=7, measure="dot").to_scipy()
    np.testing.assert_allclose(found.toarray(), expected.toarray(), atol=1e-12)


def test_is_the_same_for_any_number_of_threads():
    rows = random_rows(500, 100, 6, dtype=np.float32)
    one, many = find_neighbors(rows, n_jobs=1), find_neighbors(rows, n_jobs=4)
    assert one.indices.tobytes() == many.indices.tobytes()
    assert one.scores.tobytes() == many.scores.tobytes()


def test_agrees_with_scikit_learn_on_the_sample():
    weights = bs.sample().tokens(bs.Tokenizer("news")).matrix(min_df=2).weight("tfidf")
    scores = cosine_similarity(weights.csr)
    np.fill_diagonal(scores, 0)
    neighbors = weights.similar(k=8)
    np.testing.assert_allclose(neighbors.scores, -np.sort(-scores, axis=1)[:, :8], atol=1e-12)
    found = np.take_along_axis(scores, neighbors.indices, axis=1)
    np.testing.assert_allclose(found, neighbors.scores, atol=1e-12)
    assert neighbors["seed"]["id"].tolist() == neighbors.neighbor_ids[neighbors.indices[0]].tolist()
    why = neighbors.why("seed")
    assert why["contribution"].sum() == pytest.approx(neighbors.scores[0, 0])


@pytest.mark.parametrize(
    "convert",
    [
        sparse.coo_matrix,
        sparse.csc_array,
        np.asarray,
        lambda m: sparse.csr_array(m).astype(np.int64),
        lambda m: sparse.csr_array(m).astype(bool).astype(np.int8),
    ],
)
def test_takes_any_matrix_of_real_numbers(convert):
    dense = np.array([[1.0, 0, 1], [1, 1, 0], [0, 0, 1]])
    found = find_neighbors(convert(dense), k=2)
    expected = find_neighbors(sparse.csr_array(dense), k=2)
    np.testing.assert_array_equal(found.indices, expected.indices)
    np.testing.assert_array_equal(found.scores, expected.scores)


def test_leaves_unsorted_matrices_as_they_were():
    rows = sparse.csr_array(
        (np.array([2.0, 1, 1]), np.array([1, 0, 1]), np.array([0, 3, 3])), shape=(2, 2)
    )
    before = rows.indices.copy()
    found = find_neighbors(rows, sparse.csr_array([[1.0, 3.0]]), k=1)
    assert found.scores[0, 0] == pytest.approx(1)
    np.testing.assert_array_equal(rows.indices, before)


def test_table_of_one_row_is_found_by_number_or_id(labelled):
    neighbors = find_neighbors(labelled, k=2)
    table = neighbors["a"]
    assert table.to_dict("list") == {
        "rank": [1],
        "neighbor": [1],
        "id": ["b"],
        "score": [pytest.approx(0.96)],
    }
    assert table.attrs == {
        "measure": "cosine",
        "k": 2,
        "min_similarity": 0.0,
        "row": 0,
        "id": "a",
    }
    pd.testing.assert_frame_equal(neighbors[0], table)
    pd.testing.assert_frame_equal(neighbors[-3], table)
    assert len(neighbors) == len(list(neighbors)) == 3
    assert neighbors[2].empty


def test_table_of_all_rows(labelled):
    frame = find_neighbors(labelled, k=2).to_frame()
    assert frame.columns.tolist() == ["row", "id", "rank", "neighbor", "neighbor_id", "score"]
    assert frame[["id", "rank", "neighbor_id"]].values.tolist() == [["a", 1, "b"], ["b", 1, "a"]]
    assert frame.attrs["measure"] == "cosine"


def test_sparse_matrix_holds_what_was_found():
    rows, others = random_rows(20, 30, 7), random_rows(50, 30, 8)
    neighbors = find_neighbors(rows, others, k=60)
    matrix = neighbors.to_scipy()
    assert matrix.shape == (20, 50)
    assert matrix.has_sorted_indices
    np.testing.assert_allclose(matrix.toarray(), cosine_similarity(rows, others), atol=1e-12)


def test_is_immutable_and_pickles(labelled):
    neighbors = find_neighbors(labelled, k=2)
    again = pickle.loads(pickle.dumps(neighbors))
    assert isinstance(again, Neighbors)
    np.testing.assert_array_equal(again.indices, neighbors.indices)
    pd.testing.assert_frame_equal(again["b"], neighbors["b"])
    assert repr(again) == repr(neighbors) == "Neighbors(3 rows, k=2, measure='cosine')"
    for one in (neighbors, again):
        with pytest.raises(ValueError, match="read-only"):
            one.indices[0, 0] = 7
        with pytest.raises(AttributeError):
            one.measure = "dot"


def test_html_is_escaped_bounded_and_says_why(labelled):
    html = find_neighbors(labelled, k=2)._repr_html_()
    assert "nato 50%, &lt;b&gt;bank&lt;/b&gt; 50%" in html
    assert "<b>bank" not in html
    assert "<script" not in html
    assert "c</b> has no neighbours" in html
    many = find_neighbors(random_rows(1000, 50, 9), k=100)._repr_html_()
    assert "995 more rows" in many
    assert "and 95 more" in many
    assert len(many) < 20_000


def test_reports_progress():
    told = []
    find_neighbors(random_rows(10, 5, 10), progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 10)
    assert told[-1] == (10, 10)


def test_exception_of_progress_comes_out_as_itself():
    def stop(_done, _total):
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        find_neighbors(random_rows(10, 5, 10), progress=stop)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"k": 0}, ValueError, "k must be at least 1, not 0"),
        ({"k": 2.0}, TypeError, "k must be a whole number, not float"),
        ({"k": 2**31}, ValueError, r"k must be less than 2\*\*31, not 2147483648"),
        ({"measure": "jacard"}, ValueError, "measure must be one of .* not 'jacard'"),
        ({"measure": "bm25"}, TypeError, "needs queries to be a TermMatrix, not ndarray"),
        ({"min_similarity": -1}, ValueError, "min_similarity must be finite and not negative"),
        ({"min_similarity": "0.8"}, TypeError, "min_similarity must be a number, not str"),
        ({"n_jobs": 0}, ValueError, "n_jobs must not be 0"),
        ({"candidates": np.ones((2, 5))}, ValueError, "must have the same terms, not 3 and 5"),
        ({"candidates": np.ones(3)}, ValueError, "candidates must be a matrix .* not 1-dim"),
        ({"candidates": np.ones((2, 3)) * 1j}, TypeError, "candidates must hold real numbers"),
        ({"candidates": np.full((2, 3), 1e200)}, ValueError, "as in row 0"),
    ],
)
def test_says_what_is_wrong(options, error, message):
    with pytest.raises(error, match=message):
        find_neighbors(np.ones((2, 3)), **options)


def test_says_which_term_differs(labelled):
    other = SimpleNamespace(**vars(labelled))
    other.terms = np.array(["nato", "bank", "x"], dtype=object)
    with pytest.raises(ValueError, match="term 1 is '<b>bank</b>' in one and 'bank' in the other"):
        find_neighbors(labelled, other)


def test_says_which_row_is_not_there(labelled):
    neighbors = find_neighbors(labelled, k=1)
    with pytest.raises(KeyError, match="no row has the id 'z'"):
        neighbors["z"]
    with pytest.raises(IndexError, match="row must be a row from 0 to 2, not 3"):
        neighbors[3]
    with pytest.raises(TypeError, match="row must be a row number or an id, not slice"):
        neighbors[:2]
    with pytest.raises(IndexError, match="rank must be from 1 to 1, not 2"):
        neighbors.why("a", 2)
    with pytest.raises(KeyError, match="no row has the id 'a'"):
        find_neighbors(labelled.csr)["a"]
    twice = SimpleNamespace(**vars(labelled))
    twice.ids = np.array(["a", "a", "c"], dtype=object)
    with pytest.raises(KeyError, match="2 rows have the id 'a'"):
        find_neighbors(twice)["a"]
