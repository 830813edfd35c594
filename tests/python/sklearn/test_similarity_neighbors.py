"""The graph of nearest documents, beside scikit-learn's and in its estimators."""

import numpy as np
import pytest
from scipy import sparse
from sklearn.cluster import DBSCAN
from sklearn.manifold import TSNE
from sklearn.neighbors import KNeighborsClassifier, KNeighborsTransformer
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import check_estimator

import broadsheet as bs
from broadsheet.sklearn import SimilarityNeighbors


@pytest.fixture(scope="module")
def rows():
    return bs.sample().tokens().matrix(min_df=2).weight("tfidf").csr


def test_is_scikit_learns_graph(rows):
    ours = SimilarityNeighbors(n_neighbors=4).fit_transform(rows)
    theirs = KNeighborsTransformer(n_neighbors=4, metric="cosine").fit_transform(rows)
    assert type(ours) is type(theirs)
    np.testing.assert_array_equal(ours.indptr, theirs.indptr)
    np.testing.assert_allclose(ours.data, theirs.data, atol=1e-7)
    np.testing.assert_allclose(ours.diagonal(), 0)
    new = SimilarityNeighbors(n_neighbors=4).fit(rows[:200]).transform(rows[200:])
    peer = KNeighborsTransformer(n_neighbors=4, metric="cosine").fit(rows[:200])
    np.testing.assert_allclose(new.data, peer.transform(rows[200:]).data, atol=1e-7)


def test_estimators_take_it(rows):
    graph = SimilarityNeighbors(n_neighbors=30, n_jobs=2)
    labels = make_pipeline(graph, DBSCAN(eps=0.6, metric="precomputed")).fit_predict(rows)
    distances = np.clip(1 - (rows @ rows.T).toarray(), 0, None)
    expected = DBSCAN(eps=0.6, metric="precomputed").fit_predict(distances)
    np.testing.assert_array_equal(labels, expected)
    tsne = TSNE(metric="precomputed", init="random", perplexity=5, max_iter=250, random_state=0)
    assert make_pipeline(graph, tsne).fit_transform(rows).shape == (rows.shape[0], 2)
    classes = np.arange(rows.shape[0]) % 2
    classifier = KNeighborsClassifier(n_neighbors=1, metric="precomputed")
    found = make_pipeline(graph, classifier).fit(rows, classes).predict(rows)
    nearest = graph.fit_transform(rows).data.reshape(rows.shape[0], -1)[:, 1]
    has_no_copy = nearest > 1e-9  # A copy is as near as the document itself.
    assert has_no_copy.sum() > 200
    np.testing.assert_array_equal(found[has_no_copy], classes[has_no_copy])


def test_places_that_no_shared_term_fills_are_at_distance_1():
    rows = sparse.csr_array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]])
    graph = SimilarityNeighbors(n_neighbors=2).fit_transform(rows).toarray()
    half = 1 - np.sqrt(0.5)
    assert graph[2].tolist() == [1, 1, 0, 0]
    np.testing.assert_allclose(graph[0], [0, 1, 0, half])
    jaccard = SimilarityNeighbors(n_neighbors=1, measure="jaccard").fit_transform(rows)
    np.testing.assert_allclose(jaccard.toarray()[0], [0, 0, 0, 0.5])


def test_refuses_what_it_cannot_do():
    with pytest.raises(ValueError, match=r"measure must be one of \('cosine'.*, not 'bm25'"):
        SimilarityNeighbors(measure="bm25").fit(np.eye(3))
    with pytest.raises(ValueError, match=r"n_neighbors must be below .* n_samples=3, not 3"):
        SimilarityNeighbors(3).fit(np.eye(3))
    with pytest.raises(ValueError, match="document 0 has fewer than 1 neighbours"):
        SimilarityNeighbors(1).fit_transform(np.array([[1.0, 0], [-1, 0]]))


@pytest.mark.filterwarnings("ignore")
def test_passes_the_checks_of_scikit_learn():
    check_estimator(SimilarityNeighbors(n_neighbors=1))
