"""Latent semantic analysis under scikit-learn's conventions."""

import numpy as np
import pytest
from scipy import sparse
from sklearn.base import clone
from sklearn.decomposition import TruncatedSVD
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import check_estimator

from broadsheet.sklearn import LatentSemanticAnalysis, TfidfVectorizer


@pytest.fixture(scope="module")
def rows():
    return sparse.random_array((400, 300), density=0.1, format="csr", rng=1)


def test_is_scikit_learns_decomposition(rows):
    ours = LatentSemanticAnalysis(5, tol=1e-4).fit(rows)
    theirs = TruncatedSVD(5, algorithm="arpack").fit(rows)
    for name in ("singular_values_", "explained_variance_", "explained_variance_ratio_"):
        np.testing.assert_allclose(getattr(ours, name), getattr(theirs, name), rtol=1e-3)
    same = np.abs((ours.components_ * theirs.components_).sum(axis=1))
    np.testing.assert_allclose(same, 1, atol=1e-3)
    np.testing.assert_allclose(
        ours.inverse_transform(ours.transform(rows)),
        theirs.inverse_transform(theirs.transform(rows)),
        atol=1e-2,
    )


def test_fitting_places_documents_as_transforming_does(rows):
    model = LatentSemanticAnalysis(5, random_state=3, n_jobs=2)
    places = model.fit_transform(rows)
    np.testing.assert_array_equal(places, model.transform(rows))
    np.testing.assert_array_equal(places, clone(model).fit_transform(rows))


def test_names_its_dimensions_in_a_pipeline():
    pipeline = make_pipeline(TfidfVectorizer(), LatentSemanticAnalysis(2))
    pipeline.fit(["wheat rose", "wheat fell", "nato met"])
    names = pipeline.get_feature_names_out().tolist()
    assert names == ["latentsemanticanalysis0", "latentsemanticanalysis1"]


@pytest.mark.filterwarnings("ignore")
def test_passes_the_checks_of_scikit_learn():
    check_estimator(LatentSemanticAnalysis(n_components=1))
