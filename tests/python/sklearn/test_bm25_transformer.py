"""BM25 as an estimator: the weights of TermMatrix.weight, and scikit-learn's conventions."""

import pickle

import numpy as np
import pytest
from scipy import sparse
from sklearn.base import clone
from sklearn.feature_extraction import text
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import check_estimator
from term_matrices import random_counts

from broadsheet.sklearn import Bm25Transformer, CountVectorizer
from broadsheet.terms import TermMatrix

VARIANTS = ["lucene", "robertson", "atire", "bm25l", "bm25+"]


def test_weights_worked_by_hand():
    # N = 2, df = 1, mean length 2: idf ln(1 + 1.5 / 1.5) = ln 2; B = 0.25 + 0.75 * 3 / 2 = 1.375.
    weights = Bm25Transformer().fit_transform([[3, 0], [0, 1]])
    np.testing.assert_allclose(weights.toarray()[0, 0], np.log(2) * 3 / (3 + 1.2 * 1.375))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_weighs_as_a_term_matrix_does(variant, dtype):
    m = random_counts(1)
    expected = m.weight("bm25", variant=variant, k1=1.5, b=0.4, dtype=dtype)
    transformer = Bm25Transformer(variant=variant, k1=1.5, b=0.4, dtype=dtype)
    weights = transformer.fit_transform(m.csr)
    assert weights.dtype == dtype
    assert weights.data.tobytes() == expected.csr.data.tobytes()
    np.testing.assert_array_equal(weights.indices, expected.csr.indices)
    np.testing.assert_array_equal(transformer.idf_, expected.weighting.idf)
    assert transformer.mean_length_ == expected.weighting.mean_length
    other = random_counts(2)
    np.testing.assert_array_equal(
        transformer.transform(other.csr).toarray(),
        expected.transform(TermMatrix(other.csr, m.terms)).csr.toarray(),
    )


def test_takes_lengths_where_terms_were_pruned():
    m, lengths = random_counts(1), np.arange(1, 41)
    expected = m.weight("bm25", lengths=lengths)
    transformer = Bm25Transformer()
    weights = transformer.fit_transform(m.csr, lengths=lengths)
    np.testing.assert_array_equal(weights.toarray(), expected.csr.toarray())
    with pytest.raises(ValueError, match="lengths must be given, as they were to fit"):
        transformer.transform(m.csr)
    with pytest.raises(ValueError, match="for all parts or for none"):
        transformer.partial_fit(m.csr)
    with pytest.raises(ValueError, match="for all parts or for none"):
        transformer.merge(Bm25Transformer().fit(m.csr))
    with pytest.raises(ValueError, match="lengths must be one a document, 40, not of shape"):
        Bm25Transformer().fit(m.csr, lengths=[1, 2])


@pytest.mark.parametrize(
    "container", [np.asarray, sparse.csr_matrix, sparse.csc_array, np.ndarray.tolist]
)
def test_takes_counts_of_any_kind_and_leaves_them(container):
    dense = random_counts(3).csr.toarray()
    given = container(dense)
    weights = Bm25Transformer().fit_transform(given)
    assert type(weights) is type(text.TfidfTransformer().fit_transform(dense))
    np.testing.assert_array_equal(
        weights.toarray(), Bm25Transformer().fit_transform(dense).toarray()
    )
    np.testing.assert_array_equal(given.toarray() if sparse.issparse(given) else given, dense)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"variant": "bm26"}, "variant must be one of"),
        ({"k1": -1}, "k1 must"),
        ({"b": 2}, "b must"),
        ({"delta": 1.0}, "delta is of 'bm25l'"),
        ({"dtype": int}, "dtype must be float32 or float64, not int64"),
    ],
)
def test_parameters_are_checked_when_it_is_fitted(parameters, message):
    transformer = Bm25Transformer(**parameters)
    with pytest.raises(ValueError, match=message):
        transformer.fit([[1]])


def test_counts_are_checked():
    with pytest.raises(ValueError, match="negative"):
        Bm25Transformer().fit([[1, -1]])
    with pytest.raises(ValueError, match="NaN"):
        Bm25Transformer().fit([[1, np.nan]])
    with pytest.raises(ValueError, match="2 features"):
        Bm25Transformer().fit([[1, 1]]).transform([[1]])


def test_stands_in_a_pipeline_and_is_copied():
    pipeline = make_pipeline(CountVectorizer(), Bm25Transformer(variant="atire", n_jobs=2))
    weights = pipeline.fit_transform(["wheat rose", "wheat fell"])
    assert pipeline.get_feature_names_out().tolist() == ["fell", "rose", "wheat"]
    assert clone(pipeline[1]).get_params() == pipeline[1].get_params()
    restored = pickle.loads(pickle.dumps(pipeline))
    np.testing.assert_array_equal(
        restored.transform(["wheat rose"]).toarray(), weights.toarray()[:1]
    )


@pytest.mark.filterwarnings("ignore")
def test_passes_the_checks_of_estimators():
    try:
        results = check_estimator(Bm25Transformer(), on_fail=None, on_skip=None)
    except TypeError:  # scikit-learn 1.5 raises what fails and returns nothing.
        check_estimator(Bm25Transformer())
        return
    failed = {r["check_name"]: str(r["exception"]) for r in results if r["status"] == "failed"}
    assert not failed
    assert sum(result["status"] == "passed" for result in results) > 40
