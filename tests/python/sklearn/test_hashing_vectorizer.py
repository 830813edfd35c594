"""Hashed counts under scikit-learn's name: equal to scikit-learn's, whatever the settings."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction import text
from vectorizers import assert_same_matrix, documents, settings_of_terms

from broadsheet.sklearn import HashingVectorizer

pytestmark = pytest.mark.filterwarnings("ignore:Your stop_words may")

settings_of_hashing = st.fixed_dictionaries(
    {"n_features": st.sampled_from([1, 2, 7, 64, 2**20])},
    optional={
        "alternate_sign": st.booleans(),
        "norm": st.sampled_from(["l1", "l2", None]),
        "dtype": st.sampled_from([np.float64, np.float32, np.int64, np.int8]),
    },
)


@settings(max_examples=100)
@given(documents.filter(bool), settings_of_terms, settings_of_hashing)
def test_agrees_with_scikit_learn(texts, terms, hashing):
    ours, theirs = HashingVectorizer(**terms, **hashing), text.HashingVectorizer(**terms, **hashing)
    assert ours.explain_path().is_fast
    try:
        expected = theirs.transform(texts)
    except UnicodeEncodeError:  # A lone surrogate in an n-gram of characters.
        with pytest.raises(UnicodeEncodeError):
            ours.transform(texts)
        return
    assert_same_matrix(ours.transform(texts), expected)
    assert_same_matrix(ours.fit_transform(texts), expected)


def test_what_cancels_out_is_stored_as_by_scikit_learn():
    texts = ["a b c d e f g h i j k l m n o p"]
    settings = {"n_features": 3, "token_pattern": r"\w+", "norm": None}
    counts = HashingVectorizer(**settings).transform(texts)
    assert_same_matrix(counts, text.HashingVectorizer(**settings).transform(texts))


def test_no_documents_are_an_error_that_says_so():
    with pytest.raises(ValueError, match="Cannot vectorize empty sequence"):
        HashingVectorizer().transform([])


@pytest.mark.parametrize("kind", [bool, np.uint8])
def test_a_type_without_negative_numbers_is_left_to_scikit_learn(kind):
    assert not HashingVectorizer(dtype=kind).explain_path().is_fast
    assert HashingVectorizer(dtype=np.int8).explain_path().is_fast
