"""Counts under scikit-learn's name: equal to scikit-learn's, whatever the settings."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction import text
from vectorizers import (
    assert_same_outcome,
    documents,
    outcome,
    settings_of_terms,
    settings_of_vocabularies,
)

from broadsheet.sklearn import CountVectorizer

pytestmark = pytest.mark.filterwarnings(
    "ignore:Your stop_words may", "ignore:Upper case characters"
)

dtypes = st.sampled_from([np.int64, np.int32, np.float64, np.float32, np.uint8, bool])


def test_columns_ascend_and_may_be_changed_in_place():
    for options in ({}, {"ngram_range": (1, 2)}, {"analyzer": "char"}, {"max_features": 4}):
        counts = CountVectorizer(**options).fit_transform(["wheat rose and wheat fell", "corn"])
        for begin, end in pairwise(counts.indptr):
            assert (np.diff(counts.indices[begin:end]) > 0).all()
        counts.data += 1
        counts.indices[:] = counts.indices[::-1].copy()
        assert counts.indptr.flags.writeable


@settings(max_examples=150)
@given(documents, documents, settings_of_terms, settings_of_vocabularies, dtypes)
def test_agrees_with_scikit_learn(train, test, words, vocabulary, dtype):
    ours = CountVectorizer(**words, **vocabulary, dtype=dtype)
    theirs = text.CountVectorizer(**words, **vocabulary, dtype=dtype)
    assert ours.explain_path().is_fast
    fitted = outcome(theirs.fit_transform, train)
    assert_same_outcome(outcome(ours.fit_transform, train), fitted)
    if not isinstance(fitted, Exception):
        assert ours.vocabulary_ == theirs.vocabulary_
        assert ours.get_feature_names_out().tolist() == theirs.get_feature_names_out().tolist()
        assert_same_outcome(outcome(ours.transform, test), outcome(theirs.transform, test))
