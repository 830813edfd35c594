"""Weights under scikit-learn's name: equal to scikit-learn's, whatever the settings."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction import text
from vectorizers import (
    assert_same_matrix,
    assert_same_outcome,
    documents,
    outcome,
    settings_of_terms,
    settings_of_vocabularies,
)

from broadsheet.sklearn import CountVectorizer, TfidfVectorizer

pytestmark = pytest.mark.filterwarnings(
    "ignore:Your stop_words may", "ignore:Upper case characters", "ignore:divide by zero"
)

settings_of_weights = st.fixed_dictionaries(
    {},
    optional={
        "norm": st.sampled_from(["l1", "l2", None]),
        "use_idf": st.booleans(),
        "smooth_idf": st.booleans(),
        "sublinear_tf": st.booleans(),
        "dtype": st.sampled_from([np.float64, np.float32]),
    },
)


def test_is_one_of_each():
    vectorizer = TfidfVectorizer()
    for kind in (text.TfidfVectorizer, text.CountVectorizer, CountVectorizer):
        assert isinstance(vectorizer, kind)


def test_weights_worked_by_hand():
    # N = 2; df of wheat 2, of rose 1: idf 1 and ln(3/2) + 1.
    vectorizer = TfidfVectorizer(norm=None)
    weights = vectorizer.fit_transform(["wheat wheat rose", "wheat"])
    np.testing.assert_allclose(vectorizer.idf_, [np.log(1.5) + 1, 1])
    np.testing.assert_allclose(weights.toarray(), [[np.log(1.5) + 1, 2], [0, 1]])


def test_a_weight_that_is_infinite_is_refused_as_by_scikit_learn():
    options = {"vocabulary": ["beer", "pizza"], "smooth_idf": False}
    with np.errstate(divide="ignore"):
        ours = TfidfVectorizer(**options).fit(["beer"])
        theirs = text.TfidfVectorizer(**options).fit(["beer"])
    for vectorizer in (ours, theirs):
        with pytest.raises(ValueError, match="Input contains infinity"):
            vectorizer.transform(["pizza"])


@pytest.mark.parametrize("changed", [{"norm": None}, {"sublinear_tf": True}, {"use_idf": False}])
def test_what_is_set_after_fitting_weighs_as_in_scikit_learn(changed):
    weights = []
    for made in (TfidfVectorizer(), text.TfidfVectorizer()):
        made.fit(["beer beer pizza", "beer"]).set_params(**changed)
        weights.append(made.transform(["beer pizza pizza"]).toarray())
        back = dict.fromkeys(changed, type(made)().get_params()[next(iter(changed))])
        made.fit(["beer beer pizza", "beer"]).set_params(**back)
        weights.append(made.transform(["beer pizza pizza"]).toarray())
    np.testing.assert_array_equal(weights[0], weights[2])
    np.testing.assert_array_equal(weights[1], weights[3])


@settings(max_examples=100)
@given(documents, documents, settings_of_terms, settings_of_vocabularies, settings_of_weights)
def test_agrees_with_scikit_learn(train, test, words, vocabulary, weights):
    ours = TfidfVectorizer(**words, **vocabulary, **weights)
    theirs = text.TfidfVectorizer(**words, **vocabulary, **weights)
    fitted = outcome(theirs.fit_transform, train)
    if isinstance(fitted, Exception):
        assert type(outcome(ours.fit_transform, train)) is type(fitted)
        return
    ours.fit(train)
    assert ours.vocabulary_ == theirs.vocabulary_
    if ours.use_idf:
        assert ours.idf_.dtype == theirs.idf_.dtype
        np.testing.assert_array_equal(ours.idf_, theirs.idf_)
    assert_same_outcome(outcome(ours.transform, test), outcome(theirs.transform, test))
    # Fitting, scikit-learn adds up the squares of a row in the order in which its terms came, and
    # transforming in that of its columns, as is done here both times, unless it is left to do it.
    is_left = "analyzer" in words and "\ud800" in "".join(train)
    assert_same_matrix(ours.fit_transform(train), fitted if is_left else theirs.transform(train))
    np.testing.assert_allclose(ours.fit_transform(train).toarray(), fitted.toarray(), rtol=1e-6)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_weighs_by_an_idf_that_is_given(dtype):
    idf = np.array([3, 0.1], dtype=dtype)
    found, expected = (
        kind(vocabulary=["rose", "wheat"]) for kind in (TfidfVectorizer, text.TfidfVectorizer)
    )
    for vectorizer in (found, expected):
        vectorizer.idf_ = idf
    documents = ["wheat wheat rose", "oats"]
    assert_same_matrix(found.transform(documents), expected.transform(documents))
