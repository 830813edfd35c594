"""Latent dimensions, beside SciPy's singular value decomposition."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.sparse.linalg import svds

import broadsheet as bs
from broadsheet.similarity import lsa
from broadsheet.terms import TermMatrix


def random_csr(n_rows, n_columns, seed, density=0.05):
    return sparse.random_array(
        (n_rows, n_columns), density=density, format="csr", rng=seed, dtype=np.float64
    )


@pytest.fixture(scope="module")
def news():
    corpus = bs.sample()
    return corpus.tokens().matrix(min_df=2).weight("tfidf", dtype=np.float32)


def test_values_worked_by_hand():
    # A A' = (13 12; 12 13): eigenvalues 25 and 1.
    space = lsa([[3.0, 2, 0], [2, 3, 0], [0, 0, 0.5]], k=2)
    np.testing.assert_allclose(space.singular_values, [5, 1], rtol=1e-6)
    np.testing.assert_allclose(space.components[0], [0.5**0.5, 0.5**0.5, 0], atol=1e-6)
    assert space.unexplained == pytest.approx(0.25 / 26.25, rel=1e-5)


@settings(max_examples=25, deadline=None)
@given(st.integers(300, 700), st.integers(300, 700), st.integers(1, 12), st.integers(0, 2**32))
def test_every_singular_value_is_as_near_as_asked_for(n_rows, n_columns, k, seed):
    matrix = random_csr(n_rows, n_columns, seed)
    space = lsa(matrix, k, tol=1e-3)
    expected = np.sort(svds(matrix, k, return_singular_vectors=False, rng=0))[::-1]
    np.testing.assert_allclose(space.singular_values, expected, rtol=1e-3)
    np.testing.assert_allclose(space.components @ space.components.T, np.eye(k), atol=1e-4)
    np.testing.assert_allclose(space.documents, matrix @ space.components.T, atol=1e-4)


def test_explains_what_scikit_learn_does(news):
    decomposition = pytest.importorskip("sklearn.decomposition")
    peer = decomposition.TruncatedSVD(30, n_iter=5, random_state=0).fit(news.csr)
    total = np.square(news.csr.data, dtype=np.float64).sum()
    left_out = 1 - np.square(news.csr @ peer.components_.T).sum() / total
    assert news.lsa(30).unexplained <= left_out + 1e-5


def test_is_the_same_for_any_number_of_threads_and_for_a_seed(news):
    one = news.lsa(20, seed=7, n_jobs=1)
    for n_jobs in (2, 8):
        other = news.lsa(20, seed=7, n_jobs=n_jobs)
        assert other.documents.tobytes() == one.documents.tobytes()
        assert other.components.tobytes() == one.components.tobytes()


def test_places_other_documents_and_finds_neighbours_there(news):
    space = news.lsa(20)
    np.testing.assert_allclose(space.project(news), space.documents, atol=1e-5)
    found = space.similar(k=3)
    places = space.documents / np.linalg.norm(space.documents, axis=1, keepdims=True)
    cosines = places.astype(np.float64) @ places.T.astype(np.float64)
    np.fill_diagonal(cosines, -1)
    np.testing.assert_allclose(found.scores, -np.sort(-cosines, axis=1)[:, :3], atol=1e-5)
    some = space.similar(k=1, to=news[:5])
    assert some.indices.max() < 5
    np.testing.assert_array_equal(some.neighbor_ids, news.ids[:5])
    assert some.indices[:5].ravel().tolist() == list(range(5))  # Each is among them.


def test_why_adds_up_and_terms_say_what_a_dimension_is(news):
    space = news.lsa(10)
    why = space.why(3, 17)
    expected = (
        space.documents[3]
        @ space.documents[17]
        / np.prod(np.linalg.norm(space.documents[[3, 17]], axis=1))
    )
    assert why["contribution"].sum() == pytest.approx(float(expected), abs=1e-6)
    top = space.top_terms(4)
    assert top.shape == (40, 4)
    first = top[top["dimension"] == 1]
    best = news.terms[np.abs(space.components[0]).argmax()]
    assert first["term"].iloc[0] == best
    assert top.attrs["parameters"]["k"] == 10
    assert "Deerwester" in top.attrs["source"]


def test_is_shown_kept_and_pickled(news):
    space = news.lsa(5)
    assert repr(space).startswith(f"LatentSpace({len(news.ids):,} documents")
    again = pickle.loads(pickle.dumps(space))
    assert again.documents.tobytes() == space.documents.tobytes()
    assert again.similar(k=1).indices.tolist() == space.similar(k=1).indices.tolist()
    with pytest.raises(ValueError, match="read-only"):
        space.documents[0] = 1


def test_tells_how_far_it_is(news):
    calls = []
    news.lsa(5, progress=lambda done, total: calls.append((done, total)))
    done = [n for n, _ in calls]
    assert done == sorted(done)
    assert calls[-1][0] == calls[-1][1]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"k": 0}, ValueError, "k must be at least 1, not 0"),
        ({"k": 4}, ValueError, "k must be at most 3, the smaller side of the matrix, not 4"),
        ({"k": 1.5}, TypeError, "k must be a whole number, not float"),
        ({"k": 1, "tol": 0}, ValueError, "tol must be above 0, not 0"),
        ({"k": 1, "tol": "low"}, TypeError, "tol must be a number, not str"),
        ({"k": 1, "seed": -1}, ValueError, "seed must not be negative, not -1"),
    ],
)
def test_refuses_what_it_cannot_do(options, error, message):
    with pytest.raises(error, match=message):
        lsa(np.eye(3), **options)


def test_refuses_matrices_without_numbers_or_of_other_terms():
    with pytest.raises(ValueError, match="matrix must have a weight that is not 0"):
        lsa(np.zeros((3, 3)), k=1)
    with pytest.raises(ValueError, match="row 1, column 0 holds nan"):
        lsa([[1.0, 0], [np.nan, 1]], k=1)
    space = TermMatrix([[1, 2], [2, 1]], ["nato", "summit"]).lsa(1)
    with pytest.raises(ValueError, match="both matrices must have the same terms"):
        space.project(TermMatrix([[1]], ["nato"]))
