"""Pairs against plain loops, NumPy and SetSimilaritySearch; their tables; their errors."""

import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

import broadsheet as bs
from broadsheet.similarity import Pairs, find_pairs
from oracle.neighbors import MEASURES, pairs

ROWS = sparse.csr_array([[3.0, 4, 0], [4, 3, 0], [0, 1, 1]])

weights = st.sampled_from([0.0, 0.0, 1.0, 2.0, 3.0, 0.3])


@st.composite
def problems(draw):
    n_terms = draw(st.integers(1, 6))
    row = st.lists(weights, min_size=n_terms, max_size=n_terms)
    rows = draw(st.lists(row, min_size=1, max_size=8))
    return rows, draw(st.none() | st.lists(row, min_size=1, max_size=8))


@given(problems(), st.sampled_from(MEASURES), st.floats(0, 1))
@settings(max_examples=300, deadline=None)
def test_agree_with_plain_loops(problem, measure, min_similarity):
    rows, others = problem
    found = find_pairs(
        sparse.csr_array(np.array(rows)),
        None if others is None else sparse.csr_array(np.array(others)),
        min_similarity=min_similarity,
        measure=measure,
        n_jobs=1,
    )
    expected = pairs(rows, others, measure, min_similarity)
    assert list(zip(found.left, found.right, found.scores, strict=True)) == expected


def by_numpy(dense, measure):
    """Return the similarity of every two rows."""
    sets = (dense != 0).astype(float)
    both = sets @ sets.T
    sizes = sets.sum(axis=1)
    left, right = sizes[:, None], sizes[None, :]
    if measure == "cosine":
        unit = dense / np.linalg.norm(dense, axis=1, keepdims=True)
        return unit @ unit.T
    if measure == "generalized_jaccard":
        lesser = np.array([np.minimum(row, dense).sum(axis=1) for row in dense])
        greater = np.array([np.maximum(row, dense).sum(axis=1) for row in dense])
        return lesser / greater
    return {
        "dot": dense @ dense.T,
        "jaccard": both / (left + right - both),
        "dice": 2 * both / (left + right),
        "overlap": both / np.minimum(left, right),
        "containment": both / left,
    }[measure]


@pytest.fixture(scope="module")
def articles():
    return bs.sample().tokens(bs.Tokenizer("news")).matrix(min_df=2).weight("tfidf")


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("n_jobs", [1, 2])
def test_agree_with_numpy_on_real_articles(articles, measure, n_jobs):
    scores = by_numpy(articles.csr.toarray(), measure)
    np.fill_diagonal(scores, 0)
    for least in (0.05, 0.3, 0.8):
        wanted = (scores >= least) if measure == "containment" else np.triu(scores >= least, 1)
        near = np.abs(scores - least) < 1e-12  # NumPy's sums are in another order.
        found = articles.pairs(least, measure, n_jobs=n_jobs).to_scipy().toarray()
        np.testing.assert_array_equal((found > 0) & ~near, wanted & ~near)
        np.testing.assert_allclose(found[wanted & ~near], scores[wanted & ~near], rtol=1e-12)
    nearest = articles.similar(5, measure, n_jobs=n_jobs)
    expected = -np.sort(-scores, axis=1)[:, :5]
    np.testing.assert_allclose(nearest.scores, np.maximum(expected, 0), rtol=1e-12, atol=1e-15)


def test_agree_with_set_similarity_search(articles):
    search = pytest.importorskip("SetSimilaritySearch")
    sets = [
        set(articles.csr.indices[a:b])
        for a, b in zip(articles.csr.indptr[:-1], articles.csr.indptr[1:], strict=True)
    ]
    expected = {
        (min(i, j), max(i, j)): score for i, j, score in search.all_pairs(sets, "jaccard", 0.2)
    }
    found = articles.pairs(0.2, "jaccard")
    assert len(found) > 10
    assert dict(zip(zip(found.left, found.right, strict=True), found.scores, strict=True)) == (
        pytest.approx(expected)
    )


def test_of_two_matrices_are_found_from_the_left():
    found = find_pairs(ROWS, ROWS[:2], min_similarity=0.5, measure="containment")
    assert found.to_frame().values.tolist() == [
        [0, 0, 0, 0, 1],
        [0, 1, 0, 1, 1],
        [1, 0, 1, 0, 1],
        [1, 1, 1, 1, 1],
        [2, 0, 2, 0, 0.5],
        [2, 1, 2, 1, 0.5],
    ]


def test_explain_themselves():
    found = find_pairs(ROWS, min_similarity=0.5)
    for pair in range(len(found)):
        assert found.why(pair)["contribution"].sum() == pytest.approx(found.scores[pair])
    with pytest.raises(IndexError, match="pair must be from 0 to 1, not 2"):
        found.why(2)


def test_are_immutable_and_pickle():
    found = find_pairs(ROWS, min_similarity=0.5)
    again = pickle.loads(pickle.dumps(found))
    assert isinstance(again, Pairs)
    pd.testing.assert_frame_equal(again.to_frame(), found.to_frame())
    assert repr(again) == "Pairs(2 pairs, measure='cosine', min_similarity=0.5)"
    assert found.to_frame().attrs == {"measure": "cosine", "min_similarity": 0.5}
    with pytest.raises(ValueError, match="read-only"):
        found.left[0] = 7


def test_html_is_bounded_and_says_why(articles):
    found = articles.pairs(0.05)
    html = found._repr_html_()
    assert f"{len(found):,}" in html
    assert f"and {len(found) - 10:,} more" in html
    assert len(html) < 10_000
    assert "0" in find_pairs(ROWS, min_similarity=0.99)._repr_html_()


def test_report_progress():
    told = []
    find_pairs(ROWS, min_similarity=0.5, progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"max_pairs": 1}, ValueError, "more than max_pairs = 1 pairs have a similarity of at"),
        ({"max_pairs": 1.5}, TypeError, "max_pairs must be a whole number, not float"),
        ({"max_pairs": -1}, ValueError, "max_pairs must not be negative, not -1"),
        ({"measure": "euclid"}, ValueError, "measure must be one of .* not 'euclid'"),
        ({"min_similarity": -1}, ValueError, "min_similarity must be finite and not negative"),
        ({"min_similarity": "0.8"}, TypeError, "min_similarity must be a number, not str"),
        ({"right": np.ones((2, 5))}, ValueError, "must have the same terms, not 3 and 5"),
        (
            {"right": -np.ones((2, 3)), "measure": "generalized_jaccard"},
            ValueError,
            "not negative: row 0, column 0 holds -1",
        ),
    ],
)
def test_say_what_is_wrong(options, error, message):
    with pytest.raises(error, match=message):
        find_pairs(ROWS, **({"min_similarity": 0.5} | options))
